"""The building blocks of a page: headings, running text, rows, and room for a chart. Sizes in points."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import KeepTogether, Paragraph, Spacer, Table, TableStyle
from reportlab.platypus.flowables import CallerMacro

from spinnenweb.documents.letters import BOLD, REGULAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spinnenweb.charts.render import ChartPdf

Flowable = Any
"""reportlab has no types."""

INK = HexColor("#16181d")
SOFT = HexColor("#4a4f58")
RULE = HexColor("#8c8c8c")
MM = 72 / 25.4
RESIDENT_TEXT = 14.0
_LEADING = 1.38
_COLUMN_GAP, _WIDEST_NAME = 20.0, 0.4


@dataclass(frozen=True, slots=True)
class Placed:
    """A chart with the page it lies on, counted from 0, and its lower left corner on that page."""

    chart: ChartPdf
    page: int
    x: float
    y: float


def text_style(size: float, *, bold: bool = False, soft: bool = False, before: float = 0.0) -> ParagraphStyle:
    """A style of running text; words longer than a line are broken, nothing is cut off."""
    return ParagraphStyle(
        name="text",
        fontName=BOLD if bold else REGULAR,
        fontSize=size,
        leading=size * _LEADING,
        textColor=SOFT if soft else INK,
        spaceBefore=before,
        splitLongWords=1,
    )


def line(text: str, style: ParagraphStyle) -> Flowable:
    """One paragraph; signs such as < and & are shown as they are."""
    return Paragraph(html.escape(text.replace("\t", "    "), quote=False), style)


def paragraphs(text: str, style: ParagraphStyle) -> list[Flowable]:
    """A text of many lines, one paragraph per line, so that it flows over pages."""
    return [
        line(part, style) if part.strip() else Spacer(0, style.leading / 2) for part in text.rstrip().split("\n")
    ]


def section(
    title: str, body: Sequence[Flowable], size: float = RESIDENT_TEXT, *, whole: bool = False
) -> list[Flowable]:
    """A heading with its body; the heading stays with the first part of it, or all stays on one page."""
    heading = line(title, text_style(size * 1.15, bold=True))
    bound = len(body) if whole else 1
    return [Spacer(0, size * 1.1), KeepTogether([heading, Spacer(0, size * 0.3), *body[:bound]]), *body[bound:]]


def bullets(texts: Iterable[str], size: float = RESIDENT_TEXT) -> list[Flowable]:
    """A list with dots."""
    style = text_style(size, before=size * 0.2)
    style.leftIndent, style.bulletIndent = size * 1.2, size * 0.3
    style.bulletFontName, style.bulletFontSize = REGULAR, size
    return [Paragraph(html.escape(text, quote=False), style, bulletText="•") for text in texts]


def rows(entries: Sequence[tuple[str, str]], width: float, size: float = RESIDENT_TEXT) -> Flowable:
    """Words with what belongs to them, side by side; a row longer than a page goes on on the next."""
    names = max(stringWidth(name, REGULAR, size) for name, _ in entries) + _COLUMN_GAP
    first = min(names, width * _WIDEST_NAME)
    soft, bold = text_style(size, soft=True), text_style(size, bold=True)
    cells = [[line(name, soft), line(text, bold)] for name, text in entries]
    style = TableStyle([*TABLE_BASE, ("TOPPADDING", (0, 0), (-1, -1), size * 0.2)])
    return Table(cells, colWidths=(first, width - first), style=style, splitInRow=1, hAlign="LEFT")


TABLE_BASE = [
    # else reportlab names Helvetica in every table, which is not embedded
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 8),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]


def ruled_table(
    head: tuple[str, str], body: Sequence[tuple[str, str, bool]], widths: tuple[float, float], size: float
) -> Flowable:
    """A table of two columns under a rule, with a finer rule under each row; the flag makes a row bold."""
    plain = text_style(size * 0.86, soft=True)
    cells = [[line(head[0], plain), line(head[1], plain)]]
    for name, mark, bold in body:
        cells.append([line(name, text_style(size, bold=bold)), line(mark, text_style(size, bold=True))])
    style = TableStyle(
        [
            *TABLE_BASE,
            ("TOPPADDING", (0, 0), (-1, -1), size * 0.06),
            ("BOTTOMPADDING", (0, 0), (-1, -1), size * 0.3),
            ("LINEBELOW", (0, 0), (-1, 0), 1.0, INK),
            ("LINEBELOW", (0, 1), (-1, -1), 0.5, RULE),
        ]
    )
    return Table(cells, colWidths=widths, style=style, repeatRows=1, hAlign="LEFT")


def chart_room(chart: ChartPdf, placed: list[Placed]) -> list[Flowable]:
    """Room for a chart; where it came to lie is added to `placed` when the page is made."""

    def note(macro: Flowable) -> None:
        x, y = macro.canv.absolutePosition(0, 0)
        placed.append(Placed(chart, macro.canv.getPageNumber() - 1, x, y - chart.height_pt))

    return [KeepTogether([CallerMacro(drawCallable=note), Spacer(0, chart.height_pt)])]
