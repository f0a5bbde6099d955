"""The emergency key on paper: large signs on even places, what it is for, and where it does not belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Spacer, Table, TableStyle
from reportlab.platypus.flowables import CallerMacro

from spinnenweb.documents.blocks import (
    INK,
    MM,
    RULE,
    SOFT,
    TABLE_BASE,
    TEXT_WIDTH,
    Flowable,
    line,
    section,
    text_style,
)
from spinnenweb.documents.letters import BOLD, REGULAR, register_letters
from spinnenweb.documents.paper import About, make_pdf
from spinnenweb.documents.texts import dutch_date

if TYPE_CHECKING:
    from spinnenweb.documents.contents import KeySheetContent

_TEXT = 12.0
_SIGN, _SLOT = 25.0, 28.0
_COLUMNS = 3
_CELL = 21 * MM
_NUMBER = 10.0


def make_key_sheet(content: KeySheetContent) -> bytes:
    """The emergency key sheet as PDF of one page; the title names no person and the file no vault."""
    register_letters(content.fonts)
    words = content.words
    about = About(
        words.say("key_sheet.title"), "nl", lambda page, pages: words.say("key_sheet.page", n=page, total=pages)
    )
    return make_pdf(lambda _: _story(content), about)


def _story(content: KeySheetContent) -> list[Flowable]:
    words = content.words
    plain = text_style(_TEXT, before=3)
    use = words.say("key_sheet.use_text", n=len(content.groups))
    return [
        line(words.say("key_sheet.title"), text_style(24, bold=True)),
        line(words.say("first.key_text"), text_style(_TEXT, before=4)),
        Spacer(0, 14),
        *_groups(content.groups),
        Spacer(0, 10),
        line(words.say("key_sheet.signs"), text_style(_TEXT * 0.9, soft=True)),
        *section(words.say("key_sheet.use"), [line(use, plain)], _TEXT),
        *section(
            words.say("key_sheet.keep"),
            [
                line(words.say("first.key_keep"), plain),
                line(words.say("key_sheet.keep_text"), plain),
                line(words.say("key_sheet.replaced"), plain),
            ],
            _TEXT,
        ),
        Spacer(0, 22),
        _to_fill_in(content),
    ]


def _groups(groups: tuple[str, ...]) -> list[Flowable]:
    found: list[Flowable] = []
    for start in range(0, len(groups), _COLUMNS):
        in_row = list(enumerate(groups, 1))[start : start + _COLUMNS]
        found += [CallerMacro(drawCallable=lambda macro, row=in_row: _draw_row(macro.canv, row)), Spacer(0, _CELL)]
    return found


def _draw_row(canvas: Flowable, row: list[tuple[int, str]]) -> None:
    width = TEXT_WIDTH / _COLUMNS
    for column, (number, group) in enumerate(row):
        x = column * width
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.8)
        canvas.roundRect(x, -_CELL + 6, width - 8, _CELL - 6, 6)
        canvas.setFillColor(SOFT)
        canvas.setFont(REGULAR, _NUMBER)
        canvas.drawString(x + 8, -16, str(number))
        _draw_signs(canvas, group, x + 24, -_CELL / 2 - _SIGN * 0.24)


def _draw_signs(canvas: Flowable, group: str, x: float, y: float) -> None:
    # every sign in the middle of a slot of its own, as on a typewriter, yet one piece of text to select
    widths = [stringWidth(sign, BOLD, _SIGN) for sign in group]
    text = canvas.beginText(x + (_SLOT - widths[0]) / 2, y)
    text.setFont(BOLD, _SIGN)
    text.setFillColor(INK)
    for sign, width, following in zip(group, widths, [*widths[1:], 0.0], strict=True):
        text.setCharSpace(_SLOT - (width + following) / 2)
        text.textOut(sign)
    text.setCharSpace(0)
    canvas.drawText(text)


def _to_fill_in(content: KeySheetContent) -> Flowable:
    words = content.words
    filled = (("key_sheet.vault", content.vault_name), ("key_sheet.made_on", dutch_date(content.made_on)))
    entries = [*filled, ("key_sheet.kept_at", ""), ("key_sheet.checked_on", ""), ("key_sheet.checked_on", "")]
    cells = [
        [line(words.say(key), text_style(_TEXT, soft=True)), line(text, text_style(_TEXT, bold=True))]
        for key, text in entries
    ]
    style = TableStyle(
        [
            *TABLE_BASE,
            ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("LINEBELOW", (1, 0), (1, -1), 0.6, RULE),
        ]
    )
    return Table(cells, colWidths=(90, TEXT_WIDTH - 90), rowHeights=9.5 * MM, style=style, hAlign="LEFT")
