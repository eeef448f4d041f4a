"""The workbench: a page on which a person plays the EHR with a sample patient. Development mode only; never wired in production.

The page calls the hooks as an EHR does. `views` has its addresses, `variants` other clients and languages at the same doors,
`looking` what the advice saw, `supposing` records with a fact changed, `markdown` what an EHR makes of a card's text; the page
itself stands in `page/`. What may not live here: anything that a real call needs.
"""

from __future__ import annotations

from cds_hooks.workbench.views import register

__all__ = ["register"]
