from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from shiboken6 import isValid

from spinnenweb.domain.agenda import FollowUpKind
from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.ui.dialogs.choose_resident import ChooseResidentDialog
from spinnenweb.ui.dialogs.meeting import MeetingDialog
from spinnenweb.ui.dialogs.short_contact import ShortContactDialog
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.pages.today.page import TodayPage
from spinnenweb.ui.places import RESIDENT, Place
from tests.keys import CTRL, key, tick, write
from tests.ui.followup.conftest import dialog_of
from tests.ui.pages.conftest import TODAY_IS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]


def _page(house: House) -> TodayPage:
    page = house.frame.page
    assert isinstance(page, TodayPage)
    return page


def _short(house: House) -> ShortContactDialog:
    _page(house).view.short.click()
    house.settle()
    dialog = dialog_of(ShortContactDialog)
    assert isinstance(dialog, ShortContactDialog)
    return dialog


def _meeting(house: House) -> MeetingDialog:
    _page(house).view.meeting.click()
    house.settle()
    dialog = dialog_of(MeetingDialog)
    assert isinstance(dialog, MeetingDialog)
    return dialog


def test_that_a_short_talk_is_written_down_by_keyboard_alone(enter: Enter) -> None:
    house = enter()
    dialog = _short(house)
    began = time.monotonic()
    write("Bij de bakker over de bus gepraat")
    tick("Vervoer")
    tick("Kom je erop terug? over een week")
    key(Qt.Key.Key_Return, CTRL)
    house.bot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())
    house.settle()
    assert time.monotonic() - began < 60
    (contact,) = house.workspace.contacts.recent(5)
    assert contact.line == "Bij de bakker over de bus gepraat"
    assert contact.themes == ("mobiliteit",)
    assert contact.village_id == house.workspace.residents.villages()[0].id
    assert contact.follow_up_on == TODAY_IS + timedelta(days=7)
    assert house.said == ["Je praatje is bewaard."]
    assert "Bij de bakker over de bus gepraat" in house.texts()


def test_that_a_short_talk_with_a_follow_up_stands_on_the_agenda(enter: Enter) -> None:
    house = enter()
    dialog = _short(house)
    dialog.line.setText("Vroeg naar de eettafel")
    dialog.via.buttons["buur"].click()
    dialog.follow_up.quick.buttons[7].click()
    dialog.keep.click()
    house.settle()
    (line,) = house.workspace.agenda.open(TODAY_IS)
    assert line.follow_up.kind is FollowUpKind.CONTACT
    assert "Terugkomen op een praatje: Vroeg naar de eettafel" in house.texts()
    assert house.workspace.contacts.recent(1)[0].via == "buur"


def test_that_a_short_talk_of_nothing_is_not_kept(enter: Enter) -> None:
    house = enter()
    dialog = _short(house)
    dialog.keep.click()
    house.settle()
    assert house.workspace.contacts.recent(5) == ()
    assert "Schrijf één regel op" in dialog.problem.text()
    dialog.reject()


def test_that_a_sixth_theme_is_not_taken(enter: Enter) -> None:
    house = enter()
    dialog = _short(house)
    chips = list(dialog.themes.chips.values())
    for chip in chips[:6]:
        chip.click()
    assert len(dialog.themes.chosen) == 5
    assert not chips[6].isEnabled()
    dialog.reject()


def test_that_what_is_refused_is_told_beside_the_form_and_nothing_typed_is_lost(enter: Enter) -> None:
    house = enter()
    dialog = _short(house)
    dialog.line.setText("een teken dat \x07 niet op papier kan")
    dialog.keep.click()
    house.settle()
    assert dialog.problem.text()
    assert "niet op papier kan" in dialog.line.text()
    assert house.workspace.contacts.recent(5) == ()
    dialog.reject()


def test_that_a_meeting_keeps_its_number_apart_from_residents(enter: Enter, village: Village) -> None:
    house = enter()
    dialog = _meeting(house)
    assert dialog.people.text().strip() == ""
    dialog.people.setValue(14)
    dialog.themes.chips["mobiliteit"].click()
    dialog.line.setText("De bus rijdt niet meer op zondag")
    dialog.keep.click()
    house.settle()
    (meeting,) = house.workspace.contacts.recent_meetings(5)
    assert (meeting.people, meeting.themes, meeting.held_on) == (14, ("mobiliteit",), TODAY_IS)
    assert house.workspace.residents.all() == ()
    assert house.workspace.releases.preview(ReleaseChoice(TODAY_IS)).counted == {}
    assert "14 inwoners" in house.texts()


def test_that_a_meeting_without_a_number_is_not_kept(enter: Enter) -> None:
    house = enter()
    dialog = _meeting(house)
    dialog.line.setText("De bus")
    dialog.keep.click()
    house.settle()
    assert house.workspace.contacts.recent_meetings(5) == ()
    assert "Ongeveer is goed." in dialog.problem.text()
    dialog.reject()


def test_that_leaving_a_form_keeps_what_was_typed_for_the_next_time(enter: Enter) -> None:
    house = enter()
    dialog = _short(house)
    dialog.line.setText("Bij de bakker over de bus gepraat")
    dialog.themes.chips["mobiliteit"].click()
    key(Qt.Key.Key_Escape)
    house.settle()
    again = _short(house)
    assert again.line.text() == "Bij de bakker over de bus gepraat"
    assert again.themes.chosen == ("mobiliteit",)
    again.reject()
    meeting = _meeting(house)
    meeting.people.setValue(9)
    meeting.reject()
    house.settle()
    second = _meeting(house)
    assert second.people.value() == 9
    second.reject()


def _with_resident(house: House, resident_id: str) -> tuple[ResidentPage, ShortContactDialog]:
    page = house.open(Place(RESIDENT, record=resident_id))
    assert isinstance(page, ResidentPage)
    assert page.view.short.shortcut().toString() == "Ctrl+Shift+P"
    page.view.short.click()
    house.settle()
    dialog = dialog_of(ShortContactDialog)
    assert isinstance(dialog, ShortContactDialog)
    return page, dialog


def test_that_a_short_talk_from_a_residents_page_stands_on_the_line_of_time(
    enter: Enter, village: Village
) -> None:
    jannie = village.add("Jannie", "R-021")
    house = enter()
    page, dialog = _with_resident(house, jannie.id)
    write("Bij de bakker over de bus gepraat")
    tick("Vervoer")
    tick("Hoe kwam je met elkaar in gesprek? via een buur")
    tick("Mag die ander horen hoe het ging?")
    key(Qt.Key.Key_Return, CTRL)
    house.bot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())
    house.settle()
    (contact,) = house.workspace.contacts.of(jannie.id)
    assert (contact.via, contact.tell_back, contact.village_id) == ("buur", True, jannie.village_id)
    row = page.view.timeline.row_of(contact.id)
    assert row is not None
    assert row.accessibleName() == (
        "Kort praatje: Bij de bakker over de bus gepraat, Vervoer, via een buur, mag horen hoe het ging"
    )


def test_that_a_short_talk_that_was_kept_can_be_taken_back(enter: Enter, village: Village) -> None:
    jannie = village.add("Jannie", "R-021")
    house = enter()
    _page_of, dialog = _with_resident(house, jannie.id)
    dialog.line.setText("verkeerd opgeschreven")
    dialog.keep.click()
    house.settle()
    assert len(house.workspace.contacts.of(jannie.id)) == 1
    house.undo[-1]()
    house.settle()
    assert house.workspace.contacts.of(jannie.id) == ()


def test_that_nothing_is_asked_about_telling_without_someone_to_tell(enter: Enter) -> None:
    house = enter()
    dialog = _short(house)
    assert dialog.telling.isHidden()
    dialog.via.buttons["huisarts"].click()
    dialog.tell_back.setChecked(True)
    assert dialog.written().tell_back
    dialog.via.buttons["zelf"].click()
    assert dialog.telling.isHidden()
    assert not dialog.written().tell_back
    dialog.reject()


def test_that_a_short_talk_can_be_put_with_a_resident_and_let_go(enter: Enter, village: Village) -> None:
    jannie = village.add("Jannie", "R-021")
    house = enter()
    dialog = _short(house)
    dialog.who.choose.click()
    house.settle()
    choice = dialog_of(ChooseResidentDialog)
    assert isinstance(choice, ChooseResidentDialog)
    write("jann")
    key(Qt.Key.Key_Return)
    house.settle()
    assert dialog.isVisible()
    assert dialog.who.named.text() == "Jannie (R-021)"
    assert dialog.written().resident_id == jannie.id
    dialog.who.loose.click()
    assert dialog.written().resident_id is None
    dialog.reject()
