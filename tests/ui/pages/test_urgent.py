"""Whom to call is never more than two touches away, and it changes nothing of what the person was doing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from spinnenweb.domain.house_rules import UrgentNumber
from spinnenweb.ui.pages.conversation.page import ConversationPage
from spinnenweb.ui.pages.settings.page import SettingsPage
from spinnenweb.ui.pages.urgent.page import UrgentPage
from spinnenweb.ui.places import (
    CONVERSATION,
    RELEASES,
    RESIDENT,
    RESIDENTS,
    SETTINGS,
    TODAY,
    URGENT,
    VISIT,
    Place,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]


def urgent(house: House) -> UrgentPage:
    page = house.frame.page
    assert isinstance(page, UrgentPage)
    return page


@pytest.mark.parametrize("page", [TODAY, RESIDENTS, RELEASES, SETTINGS])
def test_that_one_touch_shows_the_numbers_and_one_leads_back(enter: Enter, page: str) -> None:
    house = enter(Place(page))
    house.frame.bar.urgent.click()
    house.settle()
    assert house.frame.is_urgent
    for number in ("112", "113 of 0800-0113", "0800-2000"):
        assert number in house.texts().splitlines()
    urgent(house).view.back.click()
    house.settle()
    assert (house.frame.place, house.frame.is_urgent) == (Place(page), False)


def test_that_it_can_be_reached_during_a_visit_and_names_nobody(enter: Enter, village: Village) -> None:
    jannie = village.add("Jannie", "R-021")
    village.workspace.residents.set_ready(jannie.id, True)
    house = enter(Place(VISIT), visit=True)
    house.frame.visit_bar.urgent.click()
    house.settle()
    assert house.frame.is_urgent
    assert "Jannie" not in house.texts()
    assert not house.frame.bar.isVisible()
    QTest.keyClick(urgent(house).view.back, Qt.Key.Key_Escape)
    house.settle()
    assert house.frame.place == Place(VISIT)
    assert not house.frame.is_urgent


def test_that_a_talk_that_was_never_written_is_still_there_afterwards(enter: Enter, village: Village) -> None:
    jannie = village.add("Jannie", "R-021")
    house = enter(Place(CONVERSATION, other=jannie.id))
    page = house.frame.page
    assert isinstance(page, ConversationPage)
    before = page.talk
    house.frame.bar.urgent.click()
    house.settle()
    assert house.frame.place == Place(CONVERSATION, other=jannie.id)
    house.frame.go_back()
    house.settle()
    assert house.frame.page is page
    assert page.talk is before


def test_that_what_was_typed_is_written_before_the_numbers_come(enter: Enter, village: Village) -> None:
    jannie = village.add("Jannie", "R-021")
    house = enter(Place(CONVERSATION, other=jannie.id))
    page = house.frame.page
    assert isinstance(page, ConversationPage)
    page.view.talk.note.setPlainText("belde meteen")
    house.frame.bar.urgent.click()
    house.settle()
    assert [draft.conversation.note for draft in house.workspace.conversations.drafts()] == ["belde meteen"]


def test_that_asking_for_a_page_leaves_the_numbers(enter: Enter) -> None:
    house = enter(Place(TODAY))
    house.frame.show_urgent()
    house.open(Place(RESIDENTS))
    assert (house.frame.is_urgent, house.frame.place) == (False, Place(RESIDENTS))
    house.open(Place(URGENT))
    assert house.frame.is_urgent
    assert house.frame.help_key == "urgent"


def test_that_the_keys_lead_there_too(enter: Enter) -> None:
    house = enter(Place(TODAY))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(house.frame, Qt.Key.Key_D, both)
    assert house.frame.is_urgent


def test_that_own_numbers_stand_there_as_soon_as_they_are_set(enter: Enter) -> None:
    house = enter(Place(SETTINGS))
    page = house.frame.page
    assert isinstance(page, SettingsPage)
    section = page.view.urgent
    section.more.click()
    line = section.lines[0]
    QTest.keyClicks(line.who, "Achterwacht")
    QTest.keyClicks(line.phone, "toestel 12")
    house.frame.bar.urgent.click()
    house.settle()
    assert house.workspace.settings.get().urgent_numbers == (UrgentNumber("Achterwacht", "toestel 12"),)
    assert "Achterwacht: toestel 12" in house.texts()


def test_that_a_number_can_be_taken_away_and_an_empty_line_is_not_kept(enter: Enter, village: Village) -> None:
    settings = village.workspace.settings
    numbers = (UrgentNumber("Achterwacht", "1"), UrgentNumber("Wijkagent", "2"))
    settings.save(replace(settings.get(), urgent_numbers=numbers))
    house = enter(Place(SETTINGS))
    page = house.frame.page
    assert isinstance(page, SettingsPage)
    section = page.view.urgent
    assert [line.remove.accessibleName() for line in section.lines] == [
        "Achterwacht weghalen",
        "Wijkagent weghalen",
    ]
    section.lines[0].remove.click()
    section.more.click()
    house.settle()
    house.open(Place(TODAY))
    assert settings.get().urgent_numbers == numbers[1:]


@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 2.0), ((683, 384), 1.0), ((1366, 768), 1.0)])
def test_that_the_page_scrolls_downwards_only_and_by_key(
    enter: Enter, size: tuple[int, int], scale: float
) -> None:
    house = enter(Place(TODAY), size=size, scale=scale)
    house.frame.show_urgent()
    house.settle()
    (area,) = urgent(house).findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    assert area.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert house.frame.width() == size[0]


def test_that_the_page_of_a_resident_is_shown_again_as_it_is_now(enter: Enter, village: Village) -> None:
    jannie = village.add("Jannie", "R-021")
    house = enter(Place(RESIDENT, record=jannie.id))
    house.frame.show_urgent()
    changes = house.workspace.residents.change(replace(jannie, calling_name="Annie"))
    house.context.hub.report(changes, house.frame)
    house.frame.go_back()
    house.settle()
    assert "Annie" in house.texts()
