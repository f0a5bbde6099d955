"""The one search box: what it finds and where that leads."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.contacts import Meeting, ShortContact
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.pages.today.page import TodayPage
from spinnenweb.ui.places import CONVERSATION, RESIDENT, TODAY, Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.ui.search_box import ResultList, SearchBox
    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]


def type_in(house: House, text: str) -> SearchBox:
    search = house.frame.bar.search
    search.setFocus()
    QTest.keyClicks(search, text)
    return search


def test_that_a_note_opens_the_conversation_it_stands_in(enter: Enter, village: Village) -> None:
    jannie = village.add("Jannie", "R-021")
    talk = village.talk(jannie, date(2026, 5, 19), note="De bus naar Ruinen rijdt niet meer")
    house = enter()
    search = type_in(house, "ruinen bus")
    assert search.results.texts == ("Jannie · 19 mei · De bus naar Ruinen rijdt niet meer",)
    assert search.results.spoken.startswith("Notitie: Jannie")
    QTest.keyClick(search, Qt.Key.Key_Return)
    house.settle()
    assert house.frame.place == Place(RESIDENT, record=jannie.id, other=talk.id)
    assert "De bus naar Ruinen rijdt niet meer" in house.texts()


def test_that_steps_and_goals_say_what_they_are(enter: Enter, village: Village) -> None:
    jannie = village.add("Jannie", "R-021")
    village.talk(jannie, step="wandelen met Bo")
    village.workspace.goals.add_goal(jannie.id, "weer wandelen")
    house = enter()
    results: ResultList = type_in(house, "wandel").results
    roles = [results.rows.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert sorted(role.split(":")[0] for role in roles) == ["Doel", "Stap"]


@pytest.mark.parametrize("typed", ['"', "*", "NEAR(", "-", "🌷", "'; --", "a AND", "(", "\\", "%"])
def test_that_no_sign_that_is_typed_breaks_the_search(enter: Enter, village: Village, typed: str) -> None:
    village.add("Jannie", "R-021")
    house = enter()
    search = type_in(house, "")
    search.setText(typed)
    search.textEdited.emit(typed)
    assert search.results.nothing.isVisible() or search.results.texts == ()
    assert house.failed == []


def test_that_many_hits_stand_in_a_list_that_fits_the_window(enter: Enter, village: Village) -> None:
    jannie = village.add("Jannie", "R-021")
    for day in range(1, 25):
        village.talk(jannie, date(2026, 10, day), note=f"koffie {day}")
    house = enter(size=(683, 480))
    search = type_in(house, "koffie")
    assert len(search.results.texts) == 20
    assert search.results.texts[0].endswith("koffie 24")
    assert search.results.geometry().bottom() <= house.frame.height()


def test_that_control_z_in_a_talk_takes_back_while_the_message_with_the_same_key_is_shown(
    enter: Enter, village: Village
) -> None:
    jannie = village.add("Jannie", "R-021")
    house = enter()
    page = house.open(Place(CONVERSATION, other=jannie.id))
    row = page.view.talk.rows.rows["LF"]  # type: ignore[attr-defined]  # the page behind the place
    QTest.mouseClick(row.marks.buttons[6], Qt.MouseButton.LeftButton)
    QTest.mouseClick(row.marks.buttons[6], Qt.MouseButton.LeftButton)
    assert house.said[-1] == "Het cijfer is weggehaald."
    assert house.frame.toast.isVisible()
    QTest.keyClick(row.marks.buttons[6], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.talk.draft.conversation.entry("LF").answer.mark == 6  # type: ignore[attr-defined]  # as above
    assert house.said[-1] == "Ongedaan gemaakt."


def test_that_a_short_talk_with_a_resident_opens_on_the_line_of_time(enter: Enter, village: Village) -> None:
    jannie = village.add("Jannie", "R-021")
    said = ShortContact("c-1", None, date(2026, 5, 19), line="bij het dorpsbuurthuis", resident_id=jannie.id)
    village.workspace.contacts.add(said)
    for day in range(1, 13):
        village.talk(jannie, date(2026, 10, day), note=f"koffie {day}")
    house = enter()
    search = type_in(house, "buurt")
    assert search.results.texts == ("Jannie · 19 mei · bij het dorpsbuurthuis",)
    assert search.results.spoken.startswith("Kort praatje: ")
    QTest.keyClick(search, Qt.Key.Key_Return)
    house.settle()
    page = house.frame.page
    assert isinstance(page, ResidentPage)
    row = page.view.timeline.row_of("c-1")
    assert row is not None
    house.bot.waitUntil(lambda: not row.visibleRegion().isEmpty())


def test_that_what_is_of_nobody_is_shown_on_vandaag_however_old(enter: Enter, village: Village) -> None:
    contacts = village.workspace.contacts
    contacts.add_meeting(Meeting("m-1", None, date(2025, 5, 19), 23, line="over het dorpsplein"))
    for day in range(1, 6):
        contacts.add(ShortContact("", None, date(2026, 10, day), line=f"praatje {day}"))
    house = enter()
    assert "over het dorpsplein" not in house.texts()
    search = type_in(house, "plein")
    assert search.results.texts == ("Bijeenkomst · 19 mei 2025 · over het dorpsplein",)
    QTest.keyClick(search, Qt.Key.Key_Return)
    house.settle()
    assert house.frame.place == Place(TODAY, other="m-1")
    assert "over het dorpsplein" in house.texts()


def test_that_a_promise_is_shown_among_what_is_open(enter: Enter, village: Village) -> None:
    for day in range(1, 15):
        promised = FollowUp(f"f-{day}", FollowUpKind.OTHER, "", None, f"folder {day:02}", date(2027, 1, day))
        village.workspace.agenda.add(promised)
    house = enter()
    search = type_in(house, "folder 14")
    assert search.results.texts == ("Afspraak · 14 jan 2027 · folder 14",)
    QTest.keyClick(search, Qt.Key.Key_Return)
    house.settle()
    page = house.frame.page
    assert isinstance(page, TodayPage)
    row = page.view.open_rows.row_of("f-14")
    assert row is not None
    house.bot.waitUntil(lambda: not row.visibleRegion().isEmpty())
