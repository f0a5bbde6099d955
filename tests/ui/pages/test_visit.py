from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.changes import Kind, changed
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.pages.visit.page import VisitPage
from spinnenweb.ui.places import (
    COMPARISON,
    CONVERSATION,
    RELEASES,
    RESIDENT,
    RESIDENTS,
    SETTINGS,
    TODAY,
    VISIT,
    Place,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]

OTHERS = ("Hendrik", "R-001", "Geesje", "R-002")


def _village(village: Village) -> str:
    """Two others with talks and drafts, and one made ready; her id."""
    for name, code in (("Hendrik", "R-001"), ("Geesje", "R-002")):
        other = village.add(name, code)
        village.talk(other, step=f"{name} bellen", note=f"{name} mist de kaartclub")
        village.draft(other)
    ready = village.add("Jannie", "R-021")
    village.workspace.residents.set_ready(ready.id, True)
    return ready.id


def _page(house: House) -> VisitPage:
    page = house.frame.page
    assert isinstance(page, VisitPage)
    return page


def test_that_nobody_else_is_named_during_a_visit_whatever_is_asked_for(enter: Enter, village: Village) -> None:
    ready = _village(village)
    house = enter(Place(VISIT), visit=True)
    hendrik = village.workspace.residents.by_code("R-001").id
    asked = [
        Place(TODAY),
        Place(RESIDENTS),
        Place(RESIDENT, record=hendrik),
        Place(COMPARISON, record=hendrik),
        Place(RELEASES),
        Place(SETTINGS),
        Place(CONVERSATION, other=ready),
        Place(CONVERSATION),
        Place(VISIT),
    ]
    for place in asked:
        house.context.hub.open(place)
        house.settle()
        seen = house.texts()
        assert [name for name in OTHERS if name in seen] == [], place
        assert house.frame.page is not None
        assert house.frame.place.page in (VISIT, CONVERSATION)
    assert house.context.visit.resident_id == ready


def test_that_the_keys_for_searching_and_for_pages_do_nothing_during_a_visit(
    enter: Enter, village: Village
) -> None:
    _village(village)
    house = enter(Place(VISIT), visit=True)
    for key in (Qt.Key.Key_K, Qt.Key.Key_1, Qt.Key.Key_2):
        QTest.keyClick(house.frame, key, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(house.frame, "hen")
        house.settle()
    assert [name for name in OTHERS if name in house.texts()] == []
    assert not house.frame.bar.isVisible()
    assert not house.frame.navigation.isVisible()
    house.frame.resize(700, 600)
    house.settle()
    assert not house.frame.navigation.isVisible()
    assert not house.frame.bar.isVisible()


def test_that_the_resident_made_ready_is_one_touch_from_the_talk(enter: Enter, village: Village) -> None:
    ready = _village(village)
    house = enter(Place(VISIT), visit=True)
    assert "Jannie" in house.texts()
    assert "Je bent op bezoek. Andere namen zijn nu niet te zien." in house.texts()
    _page(house).view.begin.click()
    house.settle()
    assert house.frame.place == Place(CONVERSATION, other=ready)


def test_that_someone_new_needs_no_typing_during_a_visit(enter: Enter, village: Village) -> None:
    house = enter(Place(VISIT), visit=True)
    page = _page(house)
    assert not page.view.begin.isVisible()
    page.view.new.click()
    house.settle()
    assert house.frame.place == Place(CONVERSATION)


def test_that_only_talks_of_this_visit_can_be_gone_on_with(enter: Enter, village: Village) -> None:
    _village(village)
    before = village.workspace.residents.blank()
    old = village.workspace.conversations.begin(before, resident_is_new=True)
    village.workspace.conversations.save_draft(old)
    house = enter(Place(VISIT), visit=True)
    assert not _page(house).view.resume.isVisible()
    added = village.workspace.conversations.begin(village.workspace.residents.blank(), resident_is_new=True)
    village.workspace.conversations.save_draft(added)
    house.open(Place(VISIT))
    assert _page(house).view.resume.isVisible()
    _page(house).view.resume.click()
    house.settle()
    assert house.frame.place == Place(CONVERSATION, record=added.id)


def test_that_an_unfinished_talk_with_the_one_made_ready_goes_on(enter: Enter, village: Village) -> None:
    ready = _village(village)
    draft_id = village.draft(village.workspace.residents.get(ready))
    house = enter(Place(VISIT), visit=True)
    assert "Verder met het gesprek van" in _page(house).view.begin.text()
    _page(house).view.begin.click()
    house.settle()
    assert house.frame.place == Place(CONVERSATION, record=draft_id)


def test_that_the_end_of_a_visit_is_asked_of_the_window_and_only_then_shows_everything(
    enter: Enter, village: Village
) -> None:
    _village(village)
    house = enter(Place(VISIT), visit=True)
    with house.bot.waitSignal(house.frame.visit_end_asked):
        house.frame.visit_bar.end.click()
    house.settle()
    assert [name for name in OTHERS if name in house.texts()] == []
    house.frame.end_visit()
    house.settle()
    assert house.frame.place == Place(TODAY)
    assert house.frame.navigation.isVisible()
    assert "Hendrik" in house.texts()


def test_that_making_one_ready_puts_the_other_away(enter: Enter, village: Village) -> None:
    first = _village(village)
    second = village.workspace.residents.by_code("R-001")
    house = enter(Place(RESIDENT, record=second.id))
    page = house.frame.page
    assert isinstance(page, ResidentPage)
    page.view.visit.click()
    house.settle()
    ready = [line.resident.id for line in village.workspace.residents.ready()]
    assert ready == [second.id]
    assert first not in ready
    assert page.view.ready.isVisible()


def test_that_a_change_elsewhere_is_seen_on_the_visit_page(enter: Enter, village: Village) -> None:
    house = enter(Place(VISIT), visit=True)
    resident = village.add("Jannie", "R-021")
    village.workspace.residents.set_ready(resident.id, True)
    house.context.hub.report(changed(Kind.RESIDENT, resident.id), house.frame)
    assert _page(house).view.begin.isVisible()
