"""The words of questions that have no parts: a statement and its opposite for each.

What may not live here: questions about an item, a place or a technique (`leaves`).
"""

from __future__ import annotations

from collections.abc import Mapping

from plugin.grammar import (
    AgeKnown,
    Always,
    Expression,
    LeftOut,
    MdtComment,
    Mismatched,
    MoreThanOneLevel,
    Never,
    Outside,
    PartKnown,
    SeveralPlanned,
    Undocumented,
    WithCryoFluid,
    WordsNotCounted,
)

Pair = tuple[str, str]
"""The statement and its opposite."""

STATEMENTS: Mapping[type[Expression], Pair] = {
    Always: ("always", "never"),
    Never: ("never", "always"),
    PartKnown: ("the part of the vertebra is recorded", "the part of the vertebra is not recorded"),
    MoreThanOneLevel: ("more than one level is treated", "only one level is treated"),
    SeveralPlanned: (
        "the selected orders name two or more techniques",
        "the selected orders name one technique at most",
    ),
    LeftOut: (
        "an entry was left out, or only noted, for its status",
        "no entry was left out for its status",
    ),
    WordsNotCounted: (
        "words of the order were denied, historical, conditional or about another level",
        "no words of the order had to be left uncounted",
    ),
    AgeKnown: ("the age is known", "the age is not known"),
    Undocumented: (
        "no lesion is documented at the place of the order",
        "a lesion is documented at the place of the order",
    ),
    Outside: (
        "what is documented is no vertebral, sacral or coccygeal bone tumour",
        "a spinal bone lesion is documented",
    ),
    Mismatched: (
        "level or side differ between order, condition and report, or the site of the order cannot be read",
        "level and side agree between order, condition and report",
    ),
    WithCryoFluid: (
        "this hospital allows 5 % dextrose with cryoablation",
        "this hospital does not allow 5 % dextrose with cryoablation",
    ),
    MdtComment: ("a rule that calls for the tumour board applies", "no rule that calls for the tumour board applies"),
}
