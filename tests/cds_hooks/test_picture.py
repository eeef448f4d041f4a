"""The pictures: what is handed out, under which policy, and that what is marked is the way."""

from base64 import b64encode
from hashlib import sha256
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from cds_hooks.app import create_app
from cds_hooks.pictures import STYLE, Mark, decision_of, decision_to, decisions, spine
from cds_hooks.site import LANGUAGES, Mode, Server, Site
from cds_hooks.words import load_words
from plugin.advising import advise
from plugin.evidence import LEVELS, Place, Side
from plugin.explain import chart, track, ways_to
from plugin.grammar import Outcome
from plugin.knowledge import KNOWLEDGE
from tests.support.stories import Story, stories
from tests.support.visits import visits

WORDS = {language: load_words(language, KNOWLEDGE) for language in LANGUAGES}
CHART = chart(KNOWLEDGE)
TOLD = [story for story in stories() if not story.decided_at_the_order]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=list(Mode))
def ehr(request: pytest.FixtureRequest) -> FlaskClient:
    site = Site(mode=request.param, server=Server(cors_origins=("https://a.example",)))
    return create_app(site).test_client()


def parsed(svg: str) -> Any:
    return ET.fromstring(svg)  # noqa: S314  our own picture


def marked(svg: str, kind: str) -> set[str]:
    """The ways of the groups in which an arrow has this class."""
    groups = parsed(svg).iter(f"{SVG}g")
    found = {
        g.get("data-way", "") for g in groups if any(p.get("class") == f"arrow {kind}" for p in g.iter(f"{SVG}path"))
    }
    return found - {""}


def texts(svg: str) -> list[str]:
    return [each.text or "" for each in parsed(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_box_names_its_sources_and_says_which_are_not_of_the_deck(language: str) -> None:
    words = WORDS[language]
    root = parsed(decision_to(Outcome.CUR_ABL, words, STYLE))
    drawn = {
        group.get("data-box"): [line.text or "" for line in group.iter(f"{SVG}text")] for group in root.iter(f"{SVG}g")
    }
    for box in CHART.boxes:
        said = " ".join(drawn[box.id])
        of_the_deck = any(source.startswith("S-") for source in box.sources)
        assert all(source in said for source in box.sources)
        assert (words.name("basis", "BEYOND") in said) == (bool(box.sources) and not of_the_deck)
        assert (words.name("basis", "OURS") in said) == (not box.sources)
        for source in words.unverified & set(box.sources):
            assert f"{source} {words.name('basis', 'UNVERIFIED')}" in said


def test_only_a_gate_that_follows_unknown_answers_both_ways_says_so() -> None:
    root = parsed(decision_to(Outcome.CUR_ABL, WORDS["en"], STYLE))
    groups = {group.get("data-box"): group for group in root.iter(f"{SVG}g")}
    for name, gate in zip(CHART.gates, KNOWLEDGE.gates, strict=True):
        said = " ".join(line.text or "" for line in groups[name].iter(f"{SVG}text"))
        assert gate.when.question in said
        assert ("both ways" in said) == gate.completed


def test_the_picture_of_the_page_marks_nothing_and_names_stories() -> None:
    svg = decisions(chart(KNOWLEDGE, visits()), WORDS["en"], STYLE)
    assert not marked(svg, "taken") | marked(svg, "possible")
    assert any("V-01" in line for line in texts(svg))


# --- handed out ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_its_picture_without_a_token(ehr: FlaskClient, outcome: Outcome) -> None:
    answer = ehr.get(f"/picture/{outcome.value}.svg")
    assert (answer.status_code, answer.content_type) == (200, "image/svg+xml")
    assert answer.text == decision_to(outcome, WORDS["en"], STYLE)


@pytest.mark.parametrize("name", ["cur_abl", "CUR_ABL.svg", "X", "..%2Fmetadata", "CUR_ABL%00"])
def test_what_is_no_outcome_is_not_there(ehr: FlaskClient, name: str) -> None:
    answer = ehr.get(f"/picture/{name}.svg")
    assert answer.status_code == 404
    assert answer.json is not None
    assert answer.json["resourceType"] == "OperationOutcome"
    assert answer.json["issue"][0]["code"] == "not-found"


def test_nothing_runs_in_it_and_nothing_is_fetched(ehr: FlaskClient) -> None:
    answer = ehr.get("/picture/NEED_DATA.svg")
    policy = answer.headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "sandbox", "frame-ancestors 'none'"} <= set(policy)
    style = next(parsed(answer.text).iter(f"{SVG}style")).text.encode()
    assert f"style-src 'sha256-{b64encode(sha256(style).digest()).decode()}'" in policy
    assert not [each for each in parsed(answer.text).iter() if "style" in each.attrib or "href" in str(each.attrib)]


def test_it_may_be_kept_and_asked_for_again_and_read_by_listed_pages(ehr: FlaskClient) -> None:
    first = ehr.get("/picture/CUR_ABL.svg", headers={"Origin": "https://a.example"})
    assert first.headers["Cache-Control"] == "max-age=300"
    assert first.headers["Access-Control-Allow-Origin"] == "https://a.example"
    assert ehr.get("/picture/CUR_ABL.svg", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_it_speaks_the_language_of_the_site() -> None:
    answer = create_app(Site(language="de")).test_client().get("/picture/CUR_ABL.svg")
    assert answer.text == decision_to(Outcome.CUR_ABL, WORDS["de"], STYLE)


# --- what is marked -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_way_to_the_outcome_is_marked_and_told(outcome: Outcome) -> None:
    svg = decision_to(outcome, WORDS["en"], STYLE)
    ways = ways_to(CHART, outcome)
    assert marked(svg, "taken") == {f"{arrow.end} {arrow.answer}" for way in ways for arrow in way}
    assert marked(svg, "possible") == set()
    described = parsed(svg).find(f"{SVG}desc").text
    assert described.count(f"→ {outcome.value} (") == len(ways)


@pytest.mark.parametrize("story", TOLD, ids=lambda story: story.id)
def test_path_open_branches_and_questions_of_the_picture_agree_with_the_advice(story: Story) -> None:
    """That the way is the one that was walked is shown in tests/plugin/test_track.py."""
    advice = advise(story.evidence, story.practice)
    svg = decision_of(advice, "here", WORDS["en"])
    found = track(advice, CHART, KNOWLEDGE)
    assert marked(svg, "taken") == {f"{arrow.end} {arrow.answer}" for arrow in found.taken}
    assert marked(svg, "possible") == {f"{arrow.end} {arrow.answer}" for arrow in found.possible}
    badges = {fact for said in texts(svg) if said.startswith("? ") for fact in said.split()[1:]}
    assert badges == {question.fact for question in advice.questions}
    described = parsed(svg).find(f"{SVG}desc").text
    for outcome in advice.possible:
        assert outcome.value in described
    for question in advice.questions:
        assert question.words in described


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_has_room_in_its_picture(language: str) -> None:
    """No line is longer than its box, at a width of letters that no usual font exceeds."""
    for outcome in Outcome:
        root = parsed(decision_to(outcome, WORDS[language], STYLE))
        assert root.get("lang") == language
        width, height = (float(each) for each in root.get("viewBox").split()[2:])
        for group in root.iter(f"{SVG}g"):
            boxes = [each for each in group.iter(f"{SVG}rect") if "box" in each.get("class", "")]
            for box in boxes:
                lines = list(group.iter(f"{SVG}text"))
                assert all(6.3 * len(line.text) <= float(box.get("width")) for line in lines), [x.text for x in lines]
                assert 15 * len(lines) <= float(box.get("height")) + 8, [line.text for line in lines]
        for line in root.iter(f"{SVG}text"):
            assert 0 <= float(line.get("x")) <= width
            assert 0 <= float(line.get("y")) <= height


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_runs_into_the_box_that_it_leads_to(language: str) -> None:
    root = parsed(decision_to(Outcome.NEED_DATA, WORDS[language], STYLE))
    boxes = [
        [float(box.get(side)) for side in ("x", "y", "width", "height")]
        for box in root.iter(f"{SVG}rect")
        if box.get("x")
    ]
    answers = [line for line in root.iter(f"{SVG}text") if line.get("class") == "answer"]
    assert len(answers) == len(CHART.arrows)
    for line in answers:
        left, base = float(line.get("x")), float(line.get("y"))
        right, top, bottom = (
            left + 6.6 * len(line.text),
            base - 9,
            base,
        )  # small letters of a wide font, without what hangs
        for x, y, width, height in boxes:
            assert right <= x or left >= x + width or bottom <= y or top >= y + height, line.text


# --- the spine ----------------------------------------------------------------------------------------------------------


def test_each_lesion_stands_at_its_level_and_side_with_its_outcome() -> None:
    marks = [
        Mark(place=Place(level="T8", side=Side.LEFT), words="T8, left", outcome=Outcome.CUR_ABL),
        Mark(place=Place(level="L2"), words="L2"),
        Mark(place=Place(level="C2", side=Side.RIGHT), words="C2, right", outcome=Outcome.URGENT_REFERRAL),
    ]
    root = parsed(spine(marks, WORDS["en"]))
    said = root.find(f"{SVG}desc").text
    assert said == "C2, right: Urgent referral. T8, left: Curative ablation. L2: documented, not ordered."
    groups = [g for g in root.iter(f"{SVG}g") if g.get("class") == "mark"]
    shapes = [[p for p in g.iter(f"{SVG}path") if "lesion" in p.get("class")] for g in groups]
    assert [each[0].get("class") for each in shapes] == ["lesion urgent", "lesion pathway", "lesion elsewhere"]
    xs, ys = zip(*(place_of(each[0]) for each in shapes), strict=True)
    assert list(ys) == sorted(ys)
    right, left, middle = xs
    assert right < middle < left


def place_of(path: Any) -> tuple[float, ...]:
    return tuple(float(each) for each in path.get("transform")[len("translate(") : -1].split())


@pytest.mark.parametrize("level", [*LEVELS, "S1-S3", "T5-T6"])
def test_every_level_can_be_marked(level: str) -> None:
    for side in (None, *Side):
        mark = Mark(place=Place(level=level, side=side), words=level, outcome=Outcome.PAL_CEM)
        shapes = [p for p in parsed(spine([mark], WORDS["fr"])).iter(f"{SVG}path") if "lesion" in p.get("class")]
        assert len(shapes) == (2 if side is Side.BOTH else 1)


def test_a_spine_without_a_lesion_says_so() -> None:
    assert parsed(spine([], WORDS["en"])).find(f"{SVG}desc").text == "No lesion is known."
