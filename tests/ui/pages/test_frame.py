from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QScrollArea, QWidget

from spinnenweb.domain.changes import Kind, changed
from spinnenweb.ui.page import Page
from spinnenweb.ui.places import (
    COMPARISON,
    CONVERSATION,
    RELEASES,
    RESIDENT,
    RESIDENTS,
    SETTINGS,
    TODAY,
    Place,
)
from spinnenweb.ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.changes import Changes
    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]

PLAIN_PAGES = (TODAY, RESIDENTS, RELEASES, SETTINGS)


def test_that_a_page_is_made_when_it_is_first_opened(enter: Enter) -> None:
    house = enter()
    assert set(house.frame._pages) == {TODAY}
    house.open(Place(RESIDENTS))
    assert set(house.frame._pages) == {TODAY, RESIDENTS}


def test_that_a_page_opens_where_it_was_left(enter: Enter, village: Village) -> None:
    village.talk(village.add("Jannie", "R-021"))
    house = enter(Place(RESIDENTS))
    first = house.frame.page
    house.open(Place(SETTINGS))
    house.open(Place(RESIDENTS))
    assert house.frame.page is first


@pytest.mark.parametrize(("key", "modifier"), [("Left", "Alt"), ("Escape", "No")])
def test_that_keys_lead_back(enter: Enter, key: str, modifier: str) -> None:
    house = enter()
    house.open(Place(RESIDENTS))
    house.frame.setFocus()
    QTest.keyClick(house.frame, getattr(Qt.Key, f"Key_{key}"), getattr(Qt.KeyboardModifier, f"{modifier}Modifier"))
    house.settle()
    assert house.frame.place == Place(TODAY)


def test_that_going_back_at_the_beginning_stays_there(enter: Enter) -> None:
    house = enter()
    house.frame.go_back()
    assert house.frame.place == Place(TODAY)


def test_that_the_way_back_skips_conversations(enter: Enter, village: Village) -> None:
    resident = village.add("Jannie", "R-021")
    house = enter()
    house.open(Place(CONVERSATION, other=resident.id))
    house.open(Place(RESIDENT, record=resident.id))
    house.frame.go_back()
    house.settle()
    assert house.frame.place == Place(TODAY)


def test_that_a_page_is_told_to_leave_before_the_next_one_opens(
    enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = enter()
    order: list[str] = []
    page = house.frame.page
    assert page is not None
    monkeypatch.setattr(page, "leave", lambda: order.append("left"))
    house.open(Place(RESIDENTS))
    assert order == ["left"]


class _Listener(Page):
    heard: Changes | None = None

    def on_changed(self, changes: Changes) -> None:
        self.heard = changes


def test_that_the_shown_page_hears_what_others_changed_and_not_what_it_changed_itself(enter: Enter) -> None:
    house = enter()
    page = _Listener(house.context)
    house.frame._pages[RELEASES] = page
    house.frame.stack.addWidget(page)
    house.open(Place(RELEASES))
    changes = changed(Kind.VILLAGE, "1")
    house.context.hub.report(changes, page)
    assert page.heard is None
    house.context.hub.report(changes, house.frame)
    assert page.heard == changes


def test_that_the_navigation_folds_into_a_menu_in_a_narrow_window(enter: Enter) -> None:
    house = enter()
    assert house.frame.navigation.isVisible()
    assert not house.frame.bar.menu.isVisible()
    house.frame.resize(820, 700)
    house.settle()
    assert not house.frame.navigation.isVisible()
    assert house.frame.bar.menu.isVisible()
    actions = house.frame.bar.menu.menu().actions()
    shown = [action.text() for action in actions]
    assert shown == ["Vandaag", "Inwoners", "Sociale kaart", "Thema's en plannen", "Cijfers delen", "Instellingen"]
    actions[1].trigger()
    house.settle()
    assert house.frame.place == Place(RESIDENTS)


def test_that_the_navigation_marks_where_the_person_is(enter: Enter, village: Village) -> None:
    resident = village.add("Jannie", "R-021")
    house = enter(Place(RESIDENT, record=resident.id))
    marked = [page for page, button in house.frame.navigation.buttons.items() if button.isChecked()]
    assert marked == [RESIDENTS]


def test_that_control_and_a_digit_open_a_page(enter: Enter) -> None:
    house = enter()
    QTest.keyClick(house.frame, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    house.settle()
    assert house.frame.place == Place(RESIDENTS)


def test_that_searching_by_keyboard_opens_a_resident(enter: Enter, village: Village) -> None:
    village.add("Hendrik", "R-001")
    jannie = village.add("Jannie", "R-021")
    village.add("Jan", "R-022")
    house = enter()
    QTest.keyClick(house.frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    search = house.frame.bar.search
    assert search.hasFocus()
    QTest.keyClicks(search, "jan")
    assert [text.split(" · ")[0] for text in search.results.texts] == ["Jan", "Jannie"]
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Return)
    house.settle()
    assert house.frame.place == Place(RESIDENT, record=jannie.id)
    assert not search.results.isVisible()
    assert search.text() == ""


def test_that_searching_says_when_nothing_was_found(enter: Enter) -> None:
    house = enter()
    house.frame.bar.search.setFocus()
    QTest.keyClicks(house.frame.bar.search, "xyz")
    assert 'Niets gevonden voor "xyz"' in house.frame.bar.search.results.nothing.text()


def test_that_escape_empties_the_search_before_it_goes_back(enter: Enter) -> None:
    house = enter()
    house.open(Place(RESIDENTS))
    search = house.frame.bar.search
    search.setFocus()
    QTest.keyClicks(search, "ja")
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert (search.text(), house.frame.place) == ("", Place(RESIDENTS))
    QTest.keyClick(search, Qt.Key.Key_Escape)
    house.settle()
    assert house.frame.place == Place(TODAY)


def test_that_lock_and_help_are_asked_of_the_window(enter: Enter) -> None:
    house = enter()
    with house.bot.waitSignals([house.frame.lock_asked, house.frame.help_asked]):
        house.frame.bar.lock.click()
        house.frame.bar.help.click()
    assert house.frame.help_key == "today"
    assert "Ctrl+Shift+L" in house.frame.bar.lock.toolTip()


def test_that_another_look_is_asked_of_the_window(enter: Enter) -> None:
    house = enter()
    wanted = Preferences(theme="donker")
    with house.bot.waitSignal(house.frame.preferences_changed) as heard:
        house.context.hub.prefer(wanted)
    assert heard.args == [wanted]


def test_that_a_notice_can_be_undone_from_the_foot_of_the_window(enter: Enter) -> None:
    house = enter()
    taken_back: list[bool] = []
    house.context.hub.say("De gegevens zijn bewaard.", lambda: taken_back.append(True))
    assert house.frame.toast.isVisible()
    house.frame.toast._button.click()
    assert taken_back == [True]


def test_that_the_breadcrumb_leads_back_to_the_list(enter: Enter, village: Village) -> None:
    resident = village.add("Jannie", "R-021")
    house = enter(Place(RESIDENT, record=resident.id))
    assert "Jannie (R-021)" in house.texts()
    house.frame.bar.crumbs.findChildren(QPushButton)[0].click()
    house.settle()
    assert house.frame.place == Place(RESIDENTS)


def _places(village: Village) -> list[Place]:
    resident = village.add("Jannie", "R-021")
    village.talk(resident)
    village.talk(resident, marks=(4, 4, 8, 6, 7, None), step="De belbus bellen", note="Mist de kaartclub")
    village.draft(resident)
    return [
        *map(Place, PLAIN_PAGES),
        Place(RESIDENT, record=resident.id),
        Place(COMPARISON, record=resident.id),
        Place(RESIDENT),
    ]


def _name(widget: QWidget) -> str:
    labels = [label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
    shown = getattr(widget, "text", str)()
    return str(widget.accessibleName() or shown or next(iter(labels), ""))


def test_that_every_control_of_every_page_has_a_name(enter: Enter, village: Village) -> None:
    places = _places(village)
    house = enter()
    nameless = []
    for place in places:
        page = house.open(place)
        for widget in page.findChildren(QWidget):
            reached = widget.isVisibleTo(page) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if reached and not isinstance(widget, QScrollArea) and not _name(widget):
                nameless.append(f"{place.page}: {type(widget).__name__}")
    assert nameless == []


@pytest.mark.parametrize("size", [(1366, 768), (820, 700)])
def test_that_pages_scroll_downwards_only_even_with_the_largest_letters(
    enter: Enter, village: Village, size: tuple[int, int]
) -> None:
    places = _places(village)
    house = enter(size=size, scale=2.0 if size[0] > 1000 else 1.0)
    sideways = []
    for place in places:
        page = house.open(place)
        for area in page.findChildren(QAbstractScrollArea):
            if area.isVisibleTo(page) and area.horizontalScrollBar().maximum() > 0:
                sideways.append(f"{place.page}: {type(area).__name__} {area.horizontalScrollBar().maximum()}")
    assert sideways == []
    assert house.frame.width() == size[0]


def test_that_the_keyboard_goes_along_to_the_page_that_opens(enter: Enter, village: Village) -> None:
    resident = village.add("Jannie", "R-021")
    house = enter(Place(RESIDENT, record=resident.id))
    former = house.frame.page
    assert former is not None
    former.take_keyboard()
    assert former.isAncestorOf(house.frame.window().focusWidget())
    page = house.open(Place(RESIDENTS))
    here = house.frame.window().focusWidget()
    assert here is not None
    assert page.isAncestorOf(here)


def test_that_whoever_stands_in_the_navigation_stays_there(enter: Enter) -> None:
    house = enter()
    button = house.frame.navigation.findChildren(QPushButton)[0]
    button.setFocus()
    house.open(Place(RESIDENTS))
    assert house.frame.window().focusWidget() is button
