"""Laptop kwijt on paper: what to do, what was on it, how it was closed, and a clock to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Spacer, Table, TableStyle

from spinnenweb.documents.blocks import (
    MM,
    RULE,
    TABLE_BASE,
    TEXT_WIDTH,
    Flowable,
    bullets,
    line,
    section,
    text_style,
)
from spinnenweb.documents.letters import register_letters
from spinnenweb.documents.paper import About, make_pdf
from spinnenweb.domain.dates import said_date

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.documents.contents import LossSheet
    from spinnenweb.domain.wording import Wording

_TEXT = 11.0
_LABEL = 190


def make_loss_sheet(sheet: LossSheet, words: Wording, fonts: Path) -> bytes:
    """The sheet as PDF; neither title nor text names anyone."""
    register_letters(fonts)
    about = About(sheet.title, sheet.language, lambda page, pages: words.say("lost.page", n=page, total=pages))
    return make_pdf(lambda _: _story(sheet, words), about)


def _story(sheet: LossSheet, words: Wording) -> list[Flowable]:
    made = words.say("lost.made_on", date=said_date(sheet.made_on, sheet.language))
    story: list[Flowable] = [
        line(sheet.title, text_style(24, bold=True)),
        line(made, text_style(_TEXT, soft=True, before=4)),
        Spacer(0, 8),
        _clock(words),
    ]
    for part in sheet.sections:
        story += section(part.title, bullets(part.lines, _TEXT), _TEXT)
    return story


def _clock(words: Wording) -> Flowable:
    labels = ("lost.clock_found", "lost.clock_until", "lost.clock_told")
    cells = [[line(words.say(label), text_style(_TEXT, bold=True)), ""] for label in labels]
    style = TableStyle(
        [
            *TABLE_BASE,
            ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("LINEBELOW", (1, 0), (1, -1), 0.6, RULE),
        ]
    )
    return Table(cells, colWidths=(_LABEL, TEXT_WIDTH - _LABEL), rowHeights=9 * MM, style=style, hAlign="LEFT")
