"""The page of queries: what is asked of a record, what it feeds, and what an empty or a failed answer means.

What may not live here: the queries (`fhir_profiles.queries`), and which facts are read as "none" (`plugin.knowledge`; a proof in
`tests/proofs/test_closed_list.py` compares those with part F.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fhir_profiles.queries import QUERIES, Query
from plugin.explain import markdown as md

_WHAT = """What is asked of a patient's record. Discovery's prefetch templates and our own reads of the FHIR server
are both made from this list; a key that came with the request is not read again. The search parameters are applied
again to whatever comes back, as not every server heeds them."""
_KEYS = """`patient` and `conditions` are required: a call without them ends with 412 ([answers](answers.md)). Any
other key that cannot be read is named on a card, in the trail (`unread`), and counts as the table below says. A key
under `not_available` in the site file is neither offered nor asked for; it counts as read in full with nothing found,
and every card says that it was not checked."""
_PARTS = """What a part of the evidence means where nothing is found, and where one of the keys that feed it could not
be read in full. "Not in full" is: the read failed, was cut at the page limit or the deadline, an entry was
unreadable, or an attached report could not be had. What was read of it may still raise an emergency, a hold, a
conflict or a restriction; it never settles a "no"."""
_ASKED_ANYWAY = "none found; AN-08 asks all the same"

MEANING: Final = {
    "patient": ("F-03", "age and gender are not known and are asked for", "no cards: 412"),
    "nature": ("F-07", "not known: asked", "not known: asked"),
    "primary": ("F-08", "not known; CR-01 and TR-06 stay off", "the same"),
    "intent": ("F-02", "not known: asked, unless the order or the nature says it", "the same"),
    "refusal": ("F-04", "none", "nothing is suggested, and the card says so"),
    "findings": (
        "F-09 … F-19, F-22, F-26",
        "not known; but no wish for size reduction or debulking, no planned probes, and the documented lesions are counted",
        "not known, wishes, plans and count too",
    ),
    "pain": ("F-23", "not known", "not known"),
    "deficit": ("F-25", "not known: asked, and it decides where the canal is involved", "the same"),
    "labs": ("F-27, F-28, F-29", "not known: hold SR-15 where INR or platelets are missing", "the same"),
    "temperature": ("F-34", "no fever", "not known, and said"),
    "pregnancy": ("F-33", "not excluded: hold SR-16 where pregnancy is possible", "the same"),
    "metal": ("F-20", "asked; changes no technique", "radiofrequency at best with caution"),
    "devices": ("F-32", "none", "radiofrequency and coblation at best with caution"),
    "antithrombotics": ("F-30", _ASKED_ANYWAY, "the same, and the suggested orders wait as under a hold"),
    "opioids": ("F-24", "none; TR-18 is off, AN-18 asks", "the same"),
    "analgesia": ("F-24", "none; AN-18 asks", "the same"),
    "allergies": ("F-35", "none; AN-14 asks all the same", "cement at best with caution"),
    "infection": ("F-34", "none", "not known, and said"),
    "radiotherapy": ("F-21", "not known; changes nothing but what CR-01 asks", "the same"),
    "imaging": ("F-39", "no current CT or MRI: OS-02 offers them", "the same"),
    "history": ("F-31, F-37", "not known; changes nothing", "the same"),
}
"""For each part that a query can feed (`PARTS`): its facts, an answer read in full and empty, and one not read in full."""


def page() -> str:
    """The whole page."""
    keys = md.table(("key", "required", "query", "feeds"), map(_key, QUERIES))
    heads = ("part", "facts", "keys", "read in full, nothing found", "not read in full")
    parts = md.table(heads, map(_part, MEANING))
    facts = "Facts: [codes](codes.md#facts). Rules: [knowledge](../knowledge/README.md). How a server is read: "
    facts += "[decision 5](../decisions/0005-reading-a-server.md)."
    blocks = ("# Queries", _WHAT, "## Keys", keys, _KEYS, "## What silence means", _PARTS, parts, facts)
    return "\n\n".join(blocks) + "\n"


def _key(query: Query) -> tuple[str, str, str, str]:
    template = f"`{query.template}`"
    if query.codes:
        template = (
            f"`{_without_codes(query)}` with {len(query.codes)} codes ([which](codes.md#codes-that-are-asked-for))"
        )
    return f"{md.anchor(query.key)}`{query.key}`", "yes" if query.required else "no", template, ", ".join(_fed(query))


def _without_codes(query: Query) -> str:
    before, _, after = query.template.partition("&code=")
    _, ampersand, rest = after.partition("&")
    return f"{before}&code=…{ampersand}{rest}"


def _fed(query: Query) -> Iterator[str]:
    return (part for part in MEANING if part in query.reads_into)


def _part(part: str) -> tuple[str, str, str, str, str]:
    facts, empty, failed = MEANING[part]
    keys = ", ".join(f"`{query.key}`" for query in QUERIES if part in query.reads_into)
    return part, facts, keys, empty, failed
