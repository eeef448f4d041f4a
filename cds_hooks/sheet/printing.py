"""The sheet as PDF: the same bytes for the same sheet, so that two versions can be compared.

The library is an extra, asked for only when something is printed. What may not live here: what the sheet says.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import escape
from typing import Any, Final, assert_never

from cds_hooks.sheet.document import Block, Document, Heading, Table, Text

_MARGIN: Final = 51.0  # points; 18 mm
_PADDING: Final = 6.0  # the library's own, on both sides of what flows
_FONT, _BOLD = "Vera", "VeraBd"  # come with the library, and have every sign that the sheet may hold
_INK, _QUIET, _LINE, _HEAD = "#1f2933", "#5f6b76", "#cbd2d9", "#eef2f5"
_SIZES: Final = {"title": 17.0, "client": 13.0, "section": 10.5, "text": 8.5, "cell": 7.2}


class NoPdf(Exception):
    """The library is not installed; the message says what to do."""


def as_pdf(document: Document) -> bytes:
    """A4, upright. Raises NoPdf."""
    try:
        from reportlab.lib.pagesizes import A4  # noqa: PLC0415  an extra
        from reportlab.platypus import SimpleDocTemplate  # noqa: PLC0415
    except ImportError:
        raise NoPdf(
            "PDF needs the extra: pip install 'spinal-tumour-cds[pdf]'; without it, print the Markdown"
        ) from None
    written = io.BytesIO()
    template = SimpleDocTemplate(
        written,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=document.title,
        author="spinal-tumour-cds",
        subject="What an EHR has to be told of this CDS Hooks service",
        lang="en",
        invariant=True,  # no day and no random id
    )
    styles = _styles()

    def footer(canvas: Any, page: Any) -> None:
        canvas.setFont(_FONT, _SIZES["cell"])
        canvas.setFillColor(_QUIET)
        canvas.drawString(_MARGIN, _MARGIN / 2, document.title)
        canvas.drawRightString(A4[0] - _MARGIN, _MARGIN / 2, str(page.page))

    flow = [_paragraph(document.title, styles["title"]), *_flow(document, styles, A4[0] - 2 * (_MARGIN + _PADDING))]
    template.build(flow, onFirstPage=footer, onLaterPages=footer)
    return written.getvalue()


def _styles() -> dict[str, Any]:
    from reportlab.lib.colors import HexColor  # noqa: PLC0415
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415

    for name in (_FONT, _BOLD):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    before = {"title": 0.0, "client": 14.0, "section": 10.0, "text": 0.0, "cell": 0.0}
    after = {"title": 6.0, "client": 3.0, "section": 3.0, "text": 4.0, "cell": 0.0}
    found = {
        name: ParagraphStyle(
            name,
            fontName=_FONT if name in ("text", "cell") else _BOLD,
            fontSize=size,
            leading=size * 1.35,
            spaceBefore=before[name],
            spaceAfter=after[name],
            textColor=HexColor(_INK),
            keepWithNext=name in ("client", "section"),
        )
        for name, size in _SIZES.items()
    }
    return found | {"head": ParagraphStyle("head", parent=found["cell"], fontName=_BOLD, textColor=HexColor(_QUIET))}


def _flow(document: Document, styles: dict[str, Any], width: float) -> Iterator[Any]:
    from reportlab.platypus import PageBreak  # noqa: PLC0415

    first = True
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            if not first:
                yield PageBreak()  # each client's part can be handed on alone
            first = False
        yield from _block(block, styles, width)


def _block(block: Block, styles: dict[str, Any], width: float) -> Iterator[Any]:
    from reportlab.platypus import Spacer  # noqa: PLC0415

    match block:
        case Heading():
            yield _paragraph(block.words, styles["client" if block.level == 1 else "section"])
        case Text():
            yield _paragraph(block.words, styles["text"])
        case Table():
            yield _table(block, styles, width)
            yield Spacer(1, 5)
        case _:
            assert_never(block)


def _table(block: Table, styles: dict[str, Any], width: float) -> Any:
    from reportlab.lib.colors import HexColor  # noqa: PLC0415
    from reportlab.platypus import LongTable, TableStyle  # noqa: PLC0415

    whole = sum(block.wide)
    cells = [[_paragraph(each, styles["head"]) for each in block.heads]]
    cells += [[_paragraph(each or "–", styles["cell"]) for each in row] for row in block.rows]
    made = LongTable(cells, colWidths=[width * part / whole for part in block.wide], repeatRows=1)
    line = HexColor(_LINE)
    commands: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (-1, 0), HexColor(_HEAD)),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, line),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    made.setStyle(TableStyle(commands))
    return made


def _paragraph(words: str, style: Any) -> Any:
    from reportlab.platypus import Paragraph  # noqa: PLC0415

    return Paragraph(escape(words, quote=False).replace("\n", "<br/>"), style)
