"""The slip of a hand-over or tip, for the resident: where to go, what is passed on, and how to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import KeepTogether, Spacer

from spinnenweb.documents.blocks import (
    RESIDENT_TEXT,
    TEXT_WIDTH,
    Flowable,
    bullets,
    line,
    rows,
    section,
    text_style,
)
from spinnenweb.documents.letters import register_letters
from spinnenweb.documents.paper import About, make_pdf

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle

    from spinnenweb.documents.contents import SlipContent


def make_slip(content: SlipContent) -> bytes:
    """The slip as PDF; the same content gives the same bytes. The title inside names nobody and no place."""
    register_letters(content.fonts)
    texts = content.texts
    about = About(
        texts.say("slip.title"),
        texts.language,
        lambda page, pages: texts.say("summary.page", n=page, total=pages),
        texts.say("summary.example") if content.example else "",
        texts.from_the_right,
    )
    return make_pdf(lambda _: _story(content), about)


def _story(content: SlipContent) -> list[Flowable]:
    texts, right = content.texts, content.texts.from_the_right
    story: list[Flowable] = [
        line(texts.say("slip.title"), _style(content, 1.0, soft=True)),
        line(content.title, _style(content, 1.6, bold=True)),
        line(content.receiver, _style(content, 1.0)),
        Spacer(0, RESIDENT_TEXT * 0.8),
        line(content.chosen, _style(content, 1.0, bold=True)),
    ]
    if content.rows:
        story += [Spacer(0, RESIDENT_TEXT), rows(content.rows, TEXT_WIDTH, right=right)]
    if content.shared:
        story += section(texts.say("slip.shared"), bullets(content.shared, right=right), right=right)
    closing = [line(one, _style(content, 1.0, before=RESIDENT_TEXT * 0.4)) for one in content.sentences]
    return [*story, Spacer(0, RESIDENT_TEXT * 1.2), KeepTogether(closing)]


def _style(
    content: SlipContent, factor: float, *, bold: bool = False, soft: bool = False, before: float = 0.0
) -> ParagraphStyle:
    right = content.texts.from_the_right
    return text_style(RESIDENT_TEXT * factor, bold=bold, soft=soft, before=before, right=right)
