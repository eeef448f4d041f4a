"""The pictures, as SVG: the decision's flowchart with a way marked in it, and the spine with its lesions.

`decision` marks a way in the `flowchart`, `spine` the vertebral column, `svg` writes elements; colours and lines stand in
`pictures.css`, which a picture of its own carries inside and the workbench's page links. The same input gives the same bytes.
What may not live here: how anything was decided, and HTTP.
"""

from __future__ import annotations

from cds_hooks.pictures.decision import decision_of, decision_to, decisions
from cds_hooks.pictures.spine import Mark, spine
from cds_hooks.pictures.svg import STYLE

__all__ = ["STYLE", "Mark", "decision_of", "decision_to", "decisions", "spine"]
