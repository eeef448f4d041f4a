"""Where everything comes from: facts of the source deck (S-nn) and of sources outside it (X-nn), kept visibly apart.

One entry each, in our own words, with exact figures; `year` is that of a publication. An entry with `verified=False`
says in `where` why it must not be shown as sourced. What may not live here: what follows from it (`criteria`, …).
"""

from plugin.knowledge.sources.beyond import BEYOND
from plugin.knowledge.sources.deck import DECK

SOURCES = DECK + BEYOND
