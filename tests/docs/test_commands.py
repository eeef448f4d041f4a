"""Every command of every page works, in the order in which a reader types them, on a machine that has nothing else running."""

from pathlib import Path

import pytest

from tests.docs.running import run
from tests.support.installed import Missing, command, not_run
from tests.support.told import OUTPUT, SHELL, Page, page, told

# What a block may be. Whatever else a reader would type has no way around the test.
TAGS = {SHELL, OUTPUT, "toml", "json", "yaml", "ini", "nginx", "sql", "promql", "mermaid", "diff"}
RUN = [each for each in told() if each.is_run]


def refused(one: Page) -> list[str]:
    """Blocks that could hold a command which nobody runs."""
    unknown = [f"{one.name}:{b.line}: a block is {b.tag or 'nothing'}" for b in one.blocks if b.tag not in TAGS]
    typed = [b for b in one.blocks if b.tag != SHELL and any(line.startswith("$ ") for line in b.text.splitlines())]
    empty = [b for b in one.blocks if not b.text.strip()]
    vain = [f"{one.name}: {comment} does nothing" for comment in one.misspelt]
    return [*unknown, *(f"{one.name}:{b.line}: not what its tag says" for b in (*typed, *empty)), *vain]


def sides(one: Page, folder: Path) -> tuple[dict[int, str], dict[int, str]]:
    """What the page promises to come out, and what came out."""
    ran = run(one, folder)
    assert ran.status == 0, ran.told(one)
    return one.promised, {line: ran.outputs[line].strip("\n") + "\n" for line in one.promised}


@pytest.mark.sandbox
@pytest.mark.parametrize("one", RUN, ids=lambda one: one.name)
def test_every_command_of_a_page_works(one: Page, tmp_path: Path) -> None:
    try:
        for program in one.needs:
            command(program, one.name)
    except Missing as missing:
        not_run(one.name, missing)
    promised, came_out = sides(one, tmp_path)
    assert came_out == promised


@pytest.mark.parametrize("one", told(), ids=lambda one: one.name)
def test_no_block_passes_by(one: Page) -> None:
    assert refused(one) == []


@pytest.mark.parametrize(
    "text",
    [
        "```bash\ntrue\n```",
        "```console\n$ true\n```",
        "```\nmake test\n```",
        "    make test\n",
        "```text\n$ make test\n```",
        "<!-- not run: no reason -->\n```text\nx\n```",
        "```sh\n```",
        "1. step\n\n   ```shell\n   true\n   ```",
        "<!-- not-run: no cluster -->\n```sh\ntrue\n```",
        "<!-- not run: -->\n```sh\ntrue\n```",
        "<!-- setup\ntrue\n-->\n```sh\ntrue\n```",
        "```sh\ntrue\n```\n\nthen\n\n<!-- exact -->\n\nand\n\n```text\nx\n```",
        "<!-- exact -->\n```text\nx\n```",
    ],
)
def test_what_would_pass_by_is_refused(text: str) -> None:
    assert refused(page("x.md", text))


def test_a_page_that_is_in_order_is_not_refused() -> None:
    assert refused(page("x.md", "```sh\ntrue\n```\n\n```text\nfine\n```\n")) == []
    needing = page("x.md", "<!-- needs: kubectl psql -->\n\n<!-- set-up\ntrue\n-->\n\n```sh\ntrue\n```\n")
    assert (needing.needs, needing.set_up, refused(needing)) == (("kubectl", "psql"), "true", [])


def test_a_command_that_fails_is_noticed_and_its_line_is_told(tmp_path: Path) -> None:
    broken = page("x.md", "```sh\necho first\n```\n\n```sh\nfalse\necho not reached\n```\n")
    ran = run(broken, tmp_path)
    assert ran.status == 1
    assert "x.md:6 ended with 1" in ran.told(broken)
    assert "not reached" not in ran.told(broken)


def test_another_output_than_the_promised_one_is_noticed(tmp_path: Path) -> None:
    promised, came_out = sides(
        page("x.md", "```sh\necho one\n```\n\n<!-- exact -->\n```text\ntwo\n```\n\n```sh\necho\n```\n"), tmp_path
    )
    assert promised == {2: "two\n"}
    assert came_out == {2: "one\n"}


def test_blocks_share_a_shell_and_what_is_not_run_is_not(tmp_path: Path) -> None:
    shared = page(
        "x.md",
        "<!-- set-up\nport=8000\n-->\n1. first\n\n   ```sh\n   mine=$port\n   ```\n\n"
        "<!-- not run: no cluster -->\n```sh\nfalse\n```\n\n```sh\ntest $mine = 8000\ntest -f README.md\n```\n",
    )
    assert [block.why_not for block in shared.blocks] == ["", "no cluster", ""]
    ran = run(shared, tmp_path)
    assert ran.status == 0, ran.told(shared)


def test_nothing_that_a_page_started_outlives_it(tmp_path: Path) -> None:
    lasting = page("x.md", "```sh\nsleep 1000 &\necho $!\nsetsid sleep 1000 >/dev/null 2>&1 &\necho $!\n```\n")
    ran = run(lasting, tmp_path)
    assert ran.status == 0
    started = [int(line) for line in ran.outputs[2].split()]
    assert len(started) == 2
    assert not any(_runs(process) for process in started)


def _runs(process: int) -> bool:
    try:
        return "sleep" in Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8")
    except OSError:
        return False
