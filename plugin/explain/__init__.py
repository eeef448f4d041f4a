"""The pages for clinicians: knowledge in, Markdown and a flowchart as plain data out. Returns them; writes nothing.

`pages` gives every page by its file name, `chart` the flowchart's boxes and arrows. What may not live here: files, drawing
(`cds_hooks/pictures`), and any knowledge of its own.
"""

from __future__ import annotations

from plugin.explain.chart import Arrow, Box, BoxKind, Chart, chart
from plugin.explain.checklists import checklists_page
from plugin.explain.conflicts import conflicts_page
from plugin.explain.indication import indication_page
from plugin.explain.ledger import ledger_page, unaccounted
from plugin.explain.order_sets import order_sets_page
from plugin.explain.overview import overview_page
from plugin.explain.questions import questions_page
from plugin.explain.risks import risks_page
from plugin.explain.safety import safety_page
from plugin.explain.sources import sources_page
from plugin.explain.techniques import techniques_page
from plugin.explain.texts import Sentence, sentences, texts_page
from plugin.explain.thresholds import thresholds_page
from plugin.explain.track import Track, track, ways_to
from plugin.explain.visits import Visits
from plugin.grammar import Knowledge

__all__ = [
    "Arrow",
    "Box",
    "BoxKind",
    "Chart",
    "Sentence",
    "Track",
    "Visits",
    "chart",
    "pages",
    "sentences",
    "track",
    "unaccounted",
    "ways_to",
]


def pages(knowledge: Knowledge, visits: Visits) -> dict[str, str]:
    """Every page by its file name."""
    return {
        "README.md": overview_page(knowledge, visits),
        "indication.md": indication_page(knowledge, visits),
        "questions.md": questions_page(knowledge, visits),
        "techniques.md": techniques_page(knowledge, visits),
        "safety.md": safety_page(knowledge, visits),
        "conflicts.md": conflicts_page(knowledge, visits),
        "checklists.md": checklists_page(knowledge, visits),
        "order-sets.md": order_sets_page(knowledge, visits),
        "thresholds.md": thresholds_page(knowledge),
        "texts.md": texts_page(knowledge),
        "sources.md": sources_page(knowledge),
        "ledger.md": ledger_page(knowledge, visits),
        "risks.md": risks_page(knowledge),
    }
