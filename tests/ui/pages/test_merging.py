"""Two cards of one inhabitant, on the page of a resident."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from spinnenweb.ui.dialogs.choose_resident import ChooseResidentDialog
from spinnenweb.ui.dialogs.merge import MergeDialog
from spinnenweb.ui.dialogs.new_talk import NewTalkDialog, talk_place
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.places import CONVERSATION, RESIDENT, Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.residents import Resident
    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def two(village: Village) -> tuple[Resident, Resident]:
    kept, other = village.add("Jannie", "R-021"), village.add("Janny", "R-034")
    village.talk(kept, date(2026, 5, 19), note="de tuin")
    village.talk(other, date(2026, 6, 2), note="de bus")
    return kept, other


def open_page(house: House, resident: Resident) -> ResidentPage:
    page = house.open(Place(RESIDENT, record=resident.id))
    assert isinstance(page, ResidentPage)
    return page


def compare(house: House, page: ResidentPage, typed: str) -> MergeDialog:
    press(page.view.merged.ask)
    (choose,) = page.findChildren(ChooseResidentDialog)
    QTest.keyClicks(choose.field, typed)
    QTest.keyClick(choose.field, Qt.Key.Key_Return)
    house.settle()
    (dialog,) = page.findChildren(MergeDialog)
    return dialog


def test_that_two_cards_are_seen_beside_each_other_before_they_are_merged(enter: Enter, village: Village) -> None:
    kept, _ = two(village)
    house = enter()
    page = open_page(house, kept)
    dialog = compare(house, page, "janny")
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Jannie", "Janny", "R-021", "R-034", "19 mei 2026", "2 juni 2026"} <= shown
    assert [line.resident.code for line in village.workspace.residents.all()] == ["R-021", "R-034"]
    press(dialog.keep)
    house.settle()
    assert len(page.view.timeline.talks) == 2
    assert [line.resident.code for line in village.workspace.residents.all()] == ["R-021"]
    assert "Janny (R-034), sinds 21 november 2026" in house.texts()


def test_that_a_merge_is_taken_back_by_what_is_said_and_by_its_button(enter: Enter, village: Village) -> None:
    kept, _ = two(village)
    house = enter()
    page = open_page(house, kept)
    press(compare(house, page, "janny").keep)
    house.settle()
    house.undo[-1]()
    house.settle()
    assert len(page.view.timeline.talks) == 1
    assert page.view.merged.apart == {}
    press(compare(house, page, "janny").keep)
    house.settle()
    press(next(iter(page.view.merged.apart)))
    house.settle()
    assert len(page.view.timeline.talks) == 1
    assert house.failed == []


def test_that_nothing_is_merged_when_it_turns_out_to_be_someone_else(enter: Enter, village: Village) -> None:
    kept, _ = two(village)
    house = enter()
    page = open_page(house, kept)
    press(compare(house, page, "janny").not_now)
    house.settle()
    assert len(village.workspace.residents.all()) == 2


def test_that_the_page_of_a_merged_card_is_that_of_the_one_it_is_shown_under(
    enter: Enter, village: Village
) -> None:
    kept, other = two(village)
    village.workspace.merging.merge(kept.id, other.id)
    house = enter()
    page = open_page(house, other)
    assert page.view.header.title.text() == "Jannie"
    assert len(page.view.timeline.talks) == 2


def test_that_a_new_card_of_someone_who_is_there_is_noticed_and_not_kept(enter: Enter, village: Village) -> None:
    jannie = village.add("Jannie", "R-021")
    house = enter()
    page = house.open(Place(RESIDENT))
    assert isinstance(page, ResidentPage)
    QTest.keyClicks(page.view.card.form.name, "Janie ")
    house.bot.waitUntil(page.known.isVisible, timeout=3000)
    assert "Is dit misschien Jannie" in house.texts()
    press(page.known.button)
    house.settle()
    assert house.frame.place == Place(RESIDENT, record=jannie.id)
    assert len(village.workspace.residents.all()) == 1


def test_that_a_card_that_is_only_changed_asks_nothing(enter: Enter, village: Village) -> None:
    jannie = village.add("Jannie", "R-021")
    village.add("Janny", "R-022")
    house = enter()
    page = open_page(house, jannie)
    page.view.card.edit()
    QTest.keyClicks(page.view.card.form.name, "e")
    house.bot.wait(400)
    house.settle()
    assert not page.known.isVisible()


def test_that_a_name_typed_a_little_wrong_is_found_for_a_new_talk(enter: Enter, village: Village) -> None:
    village.add("Fatima", "R-021")
    house = enter()
    assert house.frame.page is not None
    dialog = NewTalkDialog(house.context, house.frame.page)
    dialog.open()
    QTest.keyClicks(dialog.field, "Fatma")
    assert dialog.hint.text() == "Is dit misschien Fatima? Die staat er al."
    assert len(dialog.rows) == 1
    dialog.reject()


def test_that_a_talk_begun_under_a_card_merged_later_is_gone_on_with(village: Village) -> None:
    kept, other = two(village)
    conversations = village.workspace.conversations
    draft = conversations.begin(other)
    conversations.save_draft(draft)
    assert talk_place(village.workspace, kept.id).record == ""
    village.workspace.merging.merge(kept.id, other.id)
    assert talk_place(village.workspace, kept.id) == Place(CONVERSATION, record=draft.id)
    assert talk_place(village.workspace, other.id) == Place(CONVERSATION, record=draft.id)
