from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.answers import marked
from spinnenweb.domain.conversations import AspectEntry, with_aspect
from spinnenweb.domain.instruments import Mode
from spinnenweb.ui.models.change_table import DIFFERENCE
from spinnenweb.ui.pages.comparison.page import ComparisonPage
from spinnenweb.ui.places import COMPARISON, RESIDENT, RESIDENTS, Place
from tests.ui.pages.conftest import YES

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.residents import Resident
    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]

SPRING, SUMMER, AUTUMN = date(2026, 3, 2), date(2026, 6, 2), date(2026, 10, 5)


@pytest.fixture
def jannie(village: Village) -> Resident:
    """Someone with two talks in direct marks."""
    jannie = village.add("Jannie", "R-021")
    village.talk(jannie, SUMMER, (6, 5, 7, None, 8, 2))
    village.talk(jannie, AUTUMN, (6, 7, 4, 7, None, 5))
    return jannie


def shown(house: House, resident: Resident, other: str = "") -> ComparisonPage:
    page = house.open(Place(COMPARISON, resident.id, other))
    assert isinstance(page, ComparisonPage)
    return page


def table(page: ComparisonPage) -> list[tuple[str, ...]]:
    model = page.model
    columns = range(model.columnCount())
    return [tuple(str(model.index(row, column).data()) for column in columns) for row in range(model.rowCount())]


def by_items(village: Village, resident: Resident, day: date) -> None:
    """A talk in marks per aspect."""
    draft = village.workspace.conversations.begin(resident, held_on=day)
    talk = replace(draft.conversation, mode=Mode.ITEMS)
    for code in [code for code in talk.switched_on if code.startswith("LF")]:
        talk = with_aspect(talk, AspectEntry(code, marked(7)))
    village.workspace.conversations.finish(replace(draft, conversation=talk, answers=YES))


def test_that_the_newest_web_lies_over_the_one_before(enter: Enter, jannie: Resident) -> None:
    house = enter()
    page = shown(house, jannie)
    assert page.pair is not None
    assert page.pair.now.conversation.held_on == AUTUMN
    assert page.pair.earlier.conversation.held_on == SUMMER
    house.bot.waitUntil(lambda: page.view.web.has_picture)
    house.bot.waitUntil(lambda: page.view.change.has_picture)
    assert "Gespreksinstrument, geen meetinstrument." in house.texts()
    assert "Niet gemaakt door en niet verbonden aan iPH." in house.texts()


def test_that_the_table_says_the_same_in_words(enter: Enter, jannie: Resident) -> None:
    page = shown(enter(), jannie)
    assert [row[1:] for row in table(page)] == [
        ("6", "6", "ongeveer gelijk"),
        ("5", "7", "ongeveer gelijk"),
        ("7", "4", "lager"),
        ("niet ingevuld", "7", "niet te zeggen"),
        ("8", "niet ingevuld", "niet te zeggen"),
        ("2", "5", "hoger"),
    ]
    assert "onder 3 heet ongeveer gelijk" in page.view.noise.text()


def test_that_a_picture_is_also_said_in_a_sentence(enter: Enter, jannie: Resident) -> None:
    page = shown(enter(), jannie)
    assert "Zingeving: toen 7, nu 4." in page.view.web.accessibleName()


def test_that_another_earlier_talk_can_be_chosen(enter: Enter, village: Village, jannie: Resident) -> None:
    village.talk(jannie, SPRING, (1, 1, 1, 1, 1, 1))
    house = enter()
    page = shown(house, jannie)
    days = [page.view.chooser.itemText(number) for number in range(page.view.chooser.count())]
    assert days == ["2 juni 2026", "2 maart 2026"]
    page.view.chooser.setFocus()
    QTest.keyClick(page.view.chooser, Qt.Key.Key_Down)
    house.settle()
    assert page.pair is not None
    assert page.pair.earlier.conversation.held_on == SPRING
    assert table(page)[0][1] == "1"


def test_that_a_named_talk_lies_over_the_one_before_it(enter: Enter, village: Village, jannie: Resident) -> None:
    village.talk(jannie, SPRING, (1, 1, 1, 1, 1, 1))
    talks = {talk.held_on: talk.id for talk in village.workspace.conversations.of(jannie.id)}
    house = enter()
    middle = shown(house, jannie, talks[SUMMER])
    assert table(middle)[0][1:3] == ("1", "6")
    first = shown(house, jannie, talks[SPRING])
    assert first.pair is not None
    assert first.pair.earlier.conversation.held_on == SPRING
    assert first.pair.now.conversation.held_on == AUTUMN


def test_that_webs_of_another_way_stand_beside_each_other_with_the_reason(enter: Enter, village: Village) -> None:
    hendrik = village.add("Hendrik", "R-022")
    by_items(village, hendrik, SUMMER)
    village.talk(hendrik, AUTUMN, (6, 7, 4, 7, 5, 5))
    house = enter()
    page = shown(house, hendrik)
    assert "Toen: cijfer per aspect. Nu: cijfer per dimensie." in page.view.apart.label.text()
    house.bot.waitUntil(lambda: page.view.beside.has_picture)
    assert not page.view.mode.isVisible()
    assert not page.view.web.isVisible()
    assert not page.view.change.isVisible()
    assert page.view.table.isColumnHidden(DIFFERENCE)
    assert table(page)[0][1:3] == ("7,0", "6")
    assert table(page)[1][1] in ("niet ingevuld", "te weinig antwoorden")


def test_that_one_talk_alone_says_what_is_missing(enter: Enter, village: Village) -> None:
    geesje = village.add("Geesje", "R-023")
    village.talk(geesje)
    house = enter()
    page = shown(house, geesje)
    assert page.view.empty.isVisible()
    assert "twee afgeronde gesprekken" in house.texts()
    assert page.pair is None


def test_that_the_breadcrumb_leads_back_to_the_resident(enter: Enter, jannie: Resident) -> None:
    crumbs = shown(enter(), jannie).crumbs()
    assert [crumb.text for crumb in crumbs] == ["Inwoners", "Jannie (R-021)", "Vergelijken"]
    assert [crumb.place for crumb in crumbs] == [Place(RESIDENTS), Place(RESIDENT, jannie.id), None]


def test_that_a_corrected_mark_is_read_again(enter: Enter, village: Village, jannie: Resident) -> None:
    house = enter()
    page = shown(house, jannie)
    talk = village.workspace.conversations.of(jannie.id)[0]
    entries = tuple(replace(entry, answer=marked(9)) for entry in talk.dimensions)
    changes = village.workspace.conversations.correct(replace(talk, dimensions=entries))
    house.context.hub.report(changes, house.frame)
    house.settle()
    assert table(page)[0][1:] == ("6", "9", "hoger")
