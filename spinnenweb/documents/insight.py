"""Inzage on paper: everything that is kept about one resident, in words, with who looked and what went out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import KeepTogether, Spacer, Table, TableStyle

from spinnenweb.documents.blocks import (
    MM,
    TABLE_BASE,
    TEXT_WIDTH,
    Flowable,
    Placed,
    line,
    paragraphs,
    section,
    text_style,
)
from spinnenweb.documents.letters import register_letters
from spinnenweb.documents.paper import About, make_pdf
from spinnenweb.documents.texts import dutch_date

if TYPE_CHECKING:
    from spinnenweb.documents.contents import InsightContent, InsightEntry, InsightSection

TITLE = "Inzage"
"""What the file is called from inside; never with a name or a date."""
_TEXT = 11.0
_SMALL = 9.5
_NAMES = 52 * MM
_WITH_HEAD = 2
"""So many lines of a record stay on one page with what it is."""


def make_insight(content: InsightContent) -> bytes:
    """The PDF; the same content gives the same bytes."""
    register_letters(content.fonts)
    words = content.words
    about = About(
        TITLE,
        "nl",
        lambda page, pages: words.say("insight.page", n=page, total=pages),
        words.say("insight.example") if content.example else "",
    )
    return make_pdf(lambda placed: _story(content, placed), about)


def _story(content: InsightContent, _placed: list[Placed]) -> list[Flowable]:
    story = _opening(content)
    for one in content.sections:
        story += _section(content, one)
    return story


def _opening(content: InsightContent) -> list[Flowable]:
    words, plain = content.words, text_style(_TEXT)
    by = content.organisation or words.say("insight.no_organisation")
    return [
        line(words.say("insight.title", name=content.name), text_style(_TEXT * 1.8, bold=True)),
        Spacer(0, _TEXT * 0.4),
        line(words.say("insight.made", date=dutch_date(content.made_on), organisation=by), plain),
        Spacer(0, _TEXT * 0.6),
        *(line(words.say(f"insight.about_{name}"), plain) for name in ("what", "others", "wrong")),
    ]


def _section(content: InsightContent, one: InsightSection) -> list[Flowable]:
    intro = line(one.intro, text_style(_SMALL, soft=True))
    body: list[Flowable] = [intro]
    if not one.entries:
        body.append(line(content.words.say("insight.nothing"), text_style(_TEXT)))
    for entry in one.entries:
        body += _entry(entry)
    return section(one.title, body, _TEXT * 1.2)


def _entry(entry: InsightEntry) -> list[Flowable]:
    if not entry.fields:
        return [Spacer(0, _TEXT * 0.25), *paragraphs(entry.title, text_style(_TEXT))]
    head = line(entry.title, text_style(_TEXT, bold=True))
    first = _fields(entry.fields[:_WITH_HEAD])
    rest = [_fields(entry.fields[_WITH_HEAD:])] if entry.fields[_WITH_HEAD:] else []
    return [KeepTogether([Spacer(0, _TEXT * 0.7), head, first]), *rest]


def _fields(fields: tuple[tuple[str, str], ...]) -> Flowable:
    """Names and texts in two columns that lie the same everywhere in the document."""
    soft, plain = text_style(_TEXT, soft=True), text_style(_TEXT)
    cells = [[line(name, soft), paragraphs(text, plain)] for name, text in fields]
    style = TableStyle([*TABLE_BASE, ("TOPPADDING", (0, 0), (-1, -1), _TEXT * 0.15)])
    return Table(cells, colWidths=(_NAMES, TEXT_WIDTH - _NAMES), style=style, splitInRow=1, hAlign="LEFT")
