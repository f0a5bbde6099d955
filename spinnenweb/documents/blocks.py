"""The building blocks of a page: headings, running text, rows, and room for a chart. Sizes in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import KeepTogether, Spacer, Table, TableStyle
from reportlab.platypus.flowables import CallerMacro

from spinnenweb.documents.letters import BOLD, REGULAR
from spinnenweb.documents.setting import Letters, line_width, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spinnenweb.charts.render import ChartPdf

Flowable = Any
"""reportlab has no types."""

INK = HexColor("#16181d")
SOFT = HexColor("#4a4f58")
RULE = HexColor("#8c8c8c")
MM = 72 / 25.4
SIDE = 18 * MM
TEXT_WIDTH = A4[0] - 2 * SIDE
RESIDENT_TEXT = 14.0
_LEADING, _ARABIC_LEADING = 1.38, 1.5
_COLUMN_GAP, _WIDEST_NAME, _PADDING = 20.0, 0.4, 8


@dataclass(frozen=True, slots=True)
class Placed:
    """A chart with the page it lies on, counted from 0, and its lower left corner on that page."""

    chart: ChartPdf
    page: int
    x: float
    y: float


def text_style(
    size: float, *, bold: bool = False, soft: bool = False, before: float = 0.0, right: bool = False
) -> ParagraphStyle:
    """A style of running text, from the `right` where the document is; nothing is cut off."""
    return ParagraphStyle(
        name="text",
        fontName=BOLD if bold else REGULAR,
        fontSize=size,
        leading=size * (_ARABIC_LEADING if right else _LEADING),
        textColor=SOFT if soft else INK,
        spaceBefore=before,
        splitLongWords=1,
        alignment=TA_RIGHT if right else TA_LEFT,
    )


def line(text: str, style: ParagraphStyle, width: float = TEXT_WIDTH) -> Flowable:
    """One paragraph no wider than `width`; signs such as < and & are shown as they are."""
    return paragraph(text.replace("\t", "    "), style, width, _right(style))


def _right(style: ParagraphStyle) -> bool:
    return bool(style.alignment == TA_RIGHT)


def paragraphs(text: str, style: ParagraphStyle) -> list[Flowable]:
    """A text of many lines, one paragraph per line, so that it flows over pages."""
    return [
        line(part, style) if part.strip() else Spacer(0, style.leading / 2) for part in text.rstrip().split("\n")
    ]


def section(
    title: str, body: Sequence[Flowable], size: float = RESIDENT_TEXT, *, whole: bool = False, right: bool = False
) -> list[Flowable]:
    """A heading with its body; the heading stays with the first part of it, or all stays on one page."""
    heading = line(title, text_style(size * 1.15, bold=True, right=right))
    bound = len(body) if whole else 1
    return [Spacer(0, size * 1.1), KeepTogether([heading, Spacer(0, size * 0.3), *body[:bound]]), *body[bound:]]


def bullets(texts: Iterable[str], size: float = RESIDENT_TEXT, *, right: bool = False) -> list[Flowable]:
    """A list with dots, on the side where a line begins."""
    style = text_style(size, before=size * 0.2, right=right)
    if right:
        return [_dotted_from_the_right(text, style) for text in texts]
    style.leftIndent, style.bulletIndent = size * 1.2, size * 0.3
    style.bulletFontName, style.bulletFontSize = REGULAR, size
    return [paragraph(text, style, TEXT_WIDTH, from_the_right=False, bulletText="•") for text in texts]


def _dotted_from_the_right(text: str, style: ParagraphStyle) -> Flowable:
    indent = style.fontSize * 1.2
    cells = [[line(text, style, TEXT_WIDTH - indent), line("•", text_style(style.fontSize))]]
    base = [*TABLE_BASE, ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("LEFTPADDING", (1, 0), (1, -1), indent * 0.4)]
    return _table(
        cells, (TEXT_WIDTH - indent, indent), [*base, ("TOPPADDING", (0, 0), (-1, -1), style.spaceBefore)]
    )


def _table(cells: list[list[Flowable]], widths: tuple[float, float], style: list[Any], **more: object) -> Flowable:
    return Table(cells, colWidths=widths, style=TableStyle(style), splitInRow=1, hAlign="LEFT", **more)


def rows(
    entries: Sequence[tuple[str, str]], width: float, size: float = RESIDENT_TEXT, *, right: bool = False
) -> Flowable:
    """Words with what belongs to them, side by side; a row longer than a page goes on on the next."""
    names = max(line_width(name, Letters(size), from_the_right=right) for name, _ in entries) + _COLUMN_GAP
    first = min(names, width * _WIDEST_NAME)
    soft, bold = text_style(size, soft=True, right=right), text_style(size, bold=True, right=right)
    cells = [
        _in_order((line(name, soft, first - _PADDING), line(text, bold, width - first - _PADDING)), right)
        for name, text in entries
    ]
    widths = (width - first, first) if right else (first, width - first)
    return _table(cells, widths, [*_base(right), ("TOPPADDING", (0, 0), (-1, -1), size * 0.2)])


def _in_order(cells: tuple[Flowable, Flowable], right: bool) -> list[Flowable]:
    return list(reversed(cells)) if right else list(cells)


TABLE_BASE = [
    # else reportlab names Helvetica in every table, which is not embedded
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]


def _base(right: bool) -> list[Any]:
    turned = [("LEFTPADDING", (0, 0), (-1, -1), _PADDING), ("RIGHTPADDING", (0, 0), (-1, -1), 0)]
    return [*TABLE_BASE, *(turned if right else [])]


def ruled_table(
    head: tuple[str, str],
    body: Sequence[tuple[str, str | Flowable, bool]],
    widths: tuple[float, float],
    size: float,
    *,
    right: bool = False,
) -> Flowable:
    """A table of two columns under a rule, with a finer rule under each row; the flag makes a row bold."""
    plain = text_style(size * 0.86, soft=True, right=right)
    strong = text_style(size, bold=True, right=right)
    within = [width - _PADDING for width in widths]
    cells = [(line(head[0], plain, within[0]), line(head[1], plain, within[1]))]
    for name, mark, bold in body:
        named = line(name, text_style(size, bold=bold, right=right), within[0])
        cells.append((named, line(mark, strong, within[1]) if isinstance(mark, str) else mark))
    style = [
        *_base(right),
        ("TOPPADDING", (0, 0), (-1, -1), size * 0.06),
        ("BOTTOMPADDING", (0, 0), (-1, -1), size * 0.3),
        ("LINEBELOW", (0, 0), (-1, 0), 1.0, INK),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, RULE),
    ]
    ordered = [_in_order(pair, right) for pair in cells]
    return _table(ordered, (widths[1], widths[0]) if right else widths, style, repeatRows=1)


def chart_room(chart: ChartPdf, placed: list[Placed]) -> list[Flowable]:
    """Room for a chart; where it came to lie is added to `placed` when the page is made."""

    def note(macro: Flowable) -> None:
        x, y = macro.canv.absolutePosition(0, 0)
        placed.append(Placed(chart, macro.canv.getPageNumber() - 1, x, y - chart.height_pt))

    return [KeepTogether([CallerMacro(drawCallable=note), Spacer(0, chart.height_pt)])]
