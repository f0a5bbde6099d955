"""The social map of a village on A4: by theme, two columns of words, to lie on the counter of the village hall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import KeepTogether, Spacer, Table, TableStyle

from spinnenweb.documents.blocks import (
    MM,
    RULE,
    TABLE_BASE,
    TEXT_WIDTH,
    Flowable,
    Placed,
    bullets,
    line,
    paragraphs,
    text_style,
)
from spinnenweb.documents.letters import register_letters
from spinnenweb.documents.paper import About, make_pdf
from spinnenweb.documents.texts import dutch_date

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.public_map import PublicMap, PublicOffer, PublicPerson, PublicSection
    from spinnenweb.domain.wording import Wording

_TEXT = 10.5
_SMALL = 9.0
_LABELS = 30 * MM


def make_map_paper(content: PublicMap, words: Wording, fonts: Path) -> bytes:
    """The PDF; the same map gives the same bytes."""
    register_letters(fonts)
    of_one = bool(content.village)
    title = words.say("map_page.title_of", village=content.village) if of_one else words.say("map_page.title")
    example = words.say("map_page.example") if content.example else ""
    about = About(title, "nl", lambda page, pages: words.say("map_paper.page", n=page, total=pages), example)
    return make_pdf(lambda placed: _story(content, words, title, placed), about)


def _story(content: PublicMap, words: Wording, title: str, _placed: list[Placed]) -> list[Flowable]:
    by = content.by or words.say("map_page.us")
    story = [
        line(title, text_style(_TEXT * 2.2, bold=True)),
        Spacer(0, _TEXT * 0.3),
        line(words.say("map_page.made", date=dutch_date(content.made_on), by=by), text_style(_TEXT, soft=True)),
        line(words.say("map_paper.changes"), text_style(_TEXT, soft=True)),
    ]
    if len(content.sections) > 1:
        story += [Spacer(0, _TEXT), line(words.say("map_paper.contents"), text_style(_TEXT, bold=True))]
        story += bullets((f"{part.title} ({len(part.offers)})" for part in content.sections), _TEXT)
    for section in content.sections:
        story += _section(section, words)
    return story


def _section(section: PublicSection, words: Wording) -> list[Flowable]:
    heading = Table(
        [[line(section.title, text_style(_TEXT * 1.45, bold=True))]],
        colWidths=TEXT_WIDTH,
        style=TableStyle(
            [*TABLE_BASE, ("LINEBELOW", (0, 0), (-1, -1), 1.0, RULE), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
        ),
        hAlign="LEFT",
    )
    first, *rest = section.offers
    story: list[Flowable] = [Spacer(0, _TEXT * 1.8), KeepTogether([heading, *_offer(first, words)])]
    for offer in rest:
        story.append(KeepTogether(_offer(offer, words)))
    return story


def _offer(offer: PublicOffer, words: Wording) -> list[Flowable]:
    by = " · ".join(part for part in (offer.by, offer.kind) if part)
    story = [Spacer(0, _TEXT * 0.9), line(offer.name, text_style(_TEXT * 1.1, bold=True))]
    if by:
        story.append(line(by, text_style(_SMALL, soft=True)))
    if offer.mark:
        story.append(line(f"! {offer.mark}", text_style(_TEXT, bold=True, before=2)))
    if offer.about:
        story += [Spacer(0, _TEXT * 0.25), *paragraphs(offer.about, text_style(_TEXT))]
    facts = [*offer.facts, *_contact(offer, words)]
    if facts:
        story += [Spacer(0, _TEXT * 0.2), _facts(facts)]
    if offer.checked:
        story.append(line(offer.checked, text_style(_SMALL, soft=True, before=_TEXT * 0.2)))
    return story


def _contact(offer: PublicOffer, words: Wording) -> list[tuple[str, str]]:
    found = [(words.say("map_page.ask_for"), _person(person)) for person in offer.persons]
    ways = " · ".join(part for part in (offer.phone, offer.email, offer.website) if part)
    return [*found, (words.say("map_page.contact"), ways)] if ways else found


def _person(person: PublicPerson) -> str:
    named = ", ".join(part for part in (person.name, person.role) if part)
    return " · ".join(part for part in (named, person.phone, person.email) if part)


def _facts(facts: list[tuple[str, str]]) -> Flowable:
    soft, plain = text_style(_TEXT, soft=True), text_style(_TEXT)
    cells = [[line(label, soft, _LABELS), paragraphs(text, plain)] for label, text in facts]
    style = TableStyle([*TABLE_BASE, ("TOPPADDING", (0, 0), (-1, -1), 1)])
    return Table(cells, colWidths=(_LABELS, TEXT_WIDTH - _LABELS), style=style, splitInRow=1, hAlign="LEFT")
