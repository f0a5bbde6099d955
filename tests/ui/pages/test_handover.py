from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.handovers import FieldCode, HandoverState, Helped, WayOut
from spinnenweb.domain.signals import SignalState
from spinnenweb.ui.dialogs.choose_offer import ChooseOfferDialog
from spinnenweb.ui.dialogs.guard import GuardDialog
from spinnenweb.ui.dialogs.handover_letter import HandoverLetterDialog
from spinnenweb.ui.dialogs.one_line import OneLineDialog
from spinnenweb.ui.dialogs.organisation_talk import OrganisationTalkDialog
from spinnenweb.ui.dialogs.signal_follow_up import SignalDialog
from spinnenweb.ui.pages.handover.page import HandoverPage
from spinnenweb.ui.pages.organisation.page import OrganisationPage
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.pages.today.page import TodayPage
from spinnenweb.ui.pages.today.rows import AgendaRow
from spinnenweb.ui.places import HANDOVER, ORGANISATION, RESIDENT, TODAY, VISIT, Place
from spinnenweb.ui.qt_asker import QuestionDialog
from tests.unit.services.handed_over import accepted, add_club, agree, begin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from spinnenweb.domain.residents import Resident
    from tests.ui.pages.conftest import House, Village
    from tests.unit.services.handed_over import Club

    Enter = Callable[..., House]


@pytest.fixture
def jannie(village: Village) -> Resident:
    resident = village.add("Jannie", "R-014")
    village.talk(resident, step="Een keer koffie drinken", themes=("eenzaamheid",))
    return resident


@pytest.fixture
def club(village: Village) -> Club:
    return add_club(village.workspace)


def page_of(house: House, resident: Resident, other: str) -> HandoverPage:
    page = house.open(Place(HANDOVER, record=resident.id, other=other))
    assert isinstance(page, HandoverPage)
    return page


def dialog_of(house: House, kind: type[QDialog]) -> QDialog:
    house.settle()
    found = [one for one in house.frame.findChildren(QWidget) if type(one) is kind and one.isVisible()]
    assert len(found) == 1, found
    dialog = found[0]
    assert isinstance(dialog, QDialog)
    return dialog


def pass_on(house: House, word: str) -> None:
    """The password of a letter stands there until somebody heard it."""
    spoken = dialog_of(house, QuestionDialog)
    assert isinstance(spoken, QuestionDialog)
    assert f"Het wachtwoord is: {word}." in spoken.accessibleDescription()
    spoken.act.click()
    house.settle()


def test_that_a_talk_ends_in_a_hand_over_that_is_accepted_and_helped(
    enter: Enter, jannie: Resident, club: Club, tmp_path: Path
) -> None:
    house = enter(Place(RESIDENT, record=jannie.id))
    resident_page = house.frame.page
    assert isinstance(resident_page, ResidentPage)
    resident_page.view.handovers.begin.click()
    choose = dialog_of(house, ChooseOfferDialog)
    assert isinstance(choose, ChooseOfferDialog)
    choose.field.setText("koffie")
    choose.field.textEdited.emit("koffie")
    next(iter(choose.rows)).click()
    house.settle()
    page = house.frame.page
    assert isinstance(page, HandoverPage)
    assert house.frame.place == Place(HANDOVER, record=jannie.id, other=club.offer.id)

    page.view.ways.row(WayOut.CALL).click()
    house.settle()
    assert "Corrie Verzonnen" in house.texts()
    assert "Ik zit hier samen met iemand die meer wil weten over Koffieochtend." in house.texts()

    form = page.view.agreement
    for code in (FieldCode.NAME, FieldCode.QUESTION):
        form.ticks[code].click()
    form.text.setPlainText("Zoekt gezelschap op dinsdag.")
    assert "Mag ik dit doorgeven aan Dorpshuis De Kapstok? Het gaat om: naam, waar het om gaat." in house.texts()
    form.yes.click()
    house.settle()
    (line,) = house.workspace.handovers.of(jannie.id)
    assert (line.state, line.handover.fields) == (HandoverState.AGREED, (FieldCode.NAME, FieldCode.QUESTION))

    house.asker.target = tmp_path / "brief.pdf"
    page.view.show_letter.click()
    letter = dialog_of(house, HandoverLetterDialog)
    assert isinstance(letter, HandoverLetterDialog)
    assert letter.pages.count() == 1
    word = letter.password
    assert letter.spoken_word.text() == word
    letter.save.click()
    house.settle()
    assert house.asker.suggested[-1] == "overdracht_2026-11-21.pdf"
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(house.asker.target)
    document = pypdfium2.PdfDocument(house.asker.target, password=word)
    assert "Zoekt gezelschap op dinsdag." in document[0].get_textpage().get_text_bounded()
    pass_on(house, word)

    for state in (HandoverState.CONTACTED, HandoverState.ACCEPTED, HandoverState.FIRST_CONTACT):
        page.view.road.buttons[state].click()
        house.settle()
    page.view.road.answers.buttons[Helped.A_LITTLE].click()
    house.settle()
    (line,) = house.workspace.handovers.of(jannie.id)
    assert (line.state, line.handover.helped) == (HandoverState.HELPED, Helped.A_LITTLE)
    assert "Hielp het? Een beetje" in house.texts()
    assert house.failed == []


def test_that_the_keyboard_goes_along_to_the_next_step_and_never_to_an_end(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    agree(house.workspace, one)
    road = page_of(house, jannie, one).view.road
    road.buttons[HandoverState.CONTACTED].setFocus()
    for state in (HandoverState.CONTACTED, HandoverState.ACCEPTED, HandoverState.FIRST_CONTACT):
        assert QApplication.focusWidget() is road.buttons[state]
        QTest.keyClick(road.buttons[state], Qt.Key.Key_Space)
        house.settle()
    assert QApplication.focusWidget() is next(iter(road.answers.buttons.values()))


def test_that_a_hand_over_withdrawn_half_way_gives_no_letter_any_more(
    enter: Enter, jannie: Resident, club: Club, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    accepted(house.workspace, one)
    page = page_of(house, jannie, one)
    page.view.show_letter.click()
    letter = dialog_of(house, HandoverLetterDialog)
    assert isinstance(letter, HandoverLetterDialog)
    letter.close()
    house.settle()

    monkeypatch.setattr(house.asker, "confirm", lambda *_: True)
    page.view.road.withdraw.click()
    house.settle()
    assert page.view.letter.isHidden()
    assert page.view.calling.isHidden()
    assert "ingetrokken" in house.texts()
    with pytest.raises(SpinnenwebError, match=r"handover\.withdrawn"):
        house.workspace.handover_letters.pdf(one)


def test_that_a_letter_looked_at_while_it_is_withdrawn_does_not_leave(
    enter: Enter, jannie: Resident, club: Club, tmp_path: Path
) -> None:
    house = enter()
    house.asker.target = tmp_path / "brief.pdf"
    one = begin(house.workspace, jannie, club)
    agree(house.workspace, one)
    page = page_of(house, jannie, one)
    page.view.show_letter.click()
    letter = dialog_of(house, HandoverLetterDialog)
    assert isinstance(letter, HandoverLetterDialog)
    house.workspace.handovers.withdraw(one)
    letter.save.click()
    house.settle()
    assert not house.asker.target.exists()
    assert [getattr(error, "code", "") for error in house.failed] == ["handover.withdrawn"]


def test_that_a_name_of_somebody_else_is_shown_before_the_letter_leaves(
    enter: Enter, jannie: Resident, club: Club, village: Village, tmp_path: Path
) -> None:
    house = enter()
    village.add("Wilhelmina", "R-015")
    house.asker.target = tmp_path / "brief.pdf"
    one = begin(house.workspace, jannie, club)
    agree(house.workspace, one, words="Komt samen met Wilhelmina.")
    page = page_of(house, jannie, one)
    page.view.show_letter.click()
    letter = dialog_of(house, HandoverLetterDialog)
    assert isinstance(letter, HandoverLetterDialog)
    letter.save.click()
    guard = dialog_of(house, GuardDialog)
    guard.reject()
    house.settle()
    assert not house.asker.target.exists()


def test_that_a_tip_shows_no_form_and_only_asks_whether_it_helped(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter()
    page = page_of(house, jannie, club.offer.id)
    page.view.ways.row(WayOut.ALONE).click()
    house.settle()
    for part in (page.view.calling, page.view.agreement, page.view.letter, page.view.road.withdraw):
        assert part.isHidden()
    assert not page.view.road.answers.isHidden()
    assert not page.view.slip.isHidden()


def test_that_nothing_ticked_is_told_beside_the_form(enter: Enter, jannie: Resident, club: Club) -> None:
    house = enter()
    page = page_of(house, jannie, begin(house.workspace, jannie, club))
    page.view.agreement.yes.click()
    house.settle()
    assert not page.view.agreement.problem.isHidden()
    assert house.failed == []
    assert house.workspace.residents.consents(jannie.id)[-1].receiver == ""


def test_that_words_typed_before_the_yes_are_there_again_after_leaving(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    page = page_of(house, jannie, one)
    page.view.agreement.ticks[FieldCode.QUESTION].click()
    page.view.agreement.text.setPlainText("Zoekt gezelschap.")
    house.open(Place(TODAY))
    page = page_of(house, jannie, one)
    assert page.view.agreement.text.toPlainText() == "Zoekt gezelschap."
    assert page.view.agreement.words_row.isVisibleTo(page)
    assert house.workspace.handovers.card(one).line.state is HandoverState.PROPOSED


def test_that_not_fitting_asks_why_and_can_be_taken_back(enter: Enter, jannie: Resident, club: Club) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    agree(house.workspace, one)
    house.workspace.handovers.move(one, HandoverState.CONTACTED)
    page = page_of(house, jannie, one)
    page.view.road.buttons[HandoverState.NOT_FITTING].click()
    ask = dialog_of(house, OneLineDialog)
    assert isinstance(ask, OneLineDialog)
    ask.keep.click()
    assert not ask.problem.isHidden()
    ask.line.setText("Er is een wachtlijst.")
    ask.keep.click()
    house.settle()
    assert "Er is een wachtlijst." in house.texts()
    house.undo[-1]()
    house.settle()
    assert house.workspace.handovers.card(one).line.state is HandoverState.CONTACTED


def test_that_whoever_left_is_told_and_another_takes_over(enter: Enter, jannie: Resident, club: Club) -> None:
    from dataclasses import replace

    house = enter()
    one, the_map = begin(house.workspace, jannie, club), house.workspace.social_map
    the_map.save(replace(club.person, ends=house.workspace.clock.today() - timedelta(days=1)))
    the_map.add(replace(the_map.blank_contact(club.organisation.id), name="Bart Verzonnen"))
    page = page_of(house, jannie, one)
    assert "Corrie Verzonnen is er niet meer contactpersoon." in house.texts()
    page.view.calling.take.click()
    house.settle()
    assert page.view.calling.left_note.isHidden()


class MailProgram(QObject):
    """Takes what would go to a mail program."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.asked.append(url.toString())


@pytest.fixture
def mail() -> Iterator[MailProgram]:
    program = MailProgram()
    # the stubs ask for bytes, and the binding takes text only
    name: Any = "take"
    QDesktopServices.setUrlHandler("mailto", program, name)
    yield program
    QDesktopServices.unsetUrlHandler("mailto")


def test_that_the_mail_is_opened_on_request_and_tells_nothing_about_the_resident(
    enter: Enter, jannie: Resident, club: Club, mail: MailProgram, tmp_path: Path
) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    agree(house.workspace, one, tuple(FieldCode), "Zoekt gezelschap.")
    page = page_of(house, jannie, one)
    assert mail.asked == []
    page.view.calling.mail.click()
    house.settle()
    house.asker.target = tmp_path / "mail.eml"
    page.view.calling.mail_file.click()
    house.settle()
    (address,) = mail.asked
    for said in (address, house.asker.target.read_text("utf-8")):
        assert "Koffieochtend" in said
        for kept in ("Jannie", "R-014", "gezelschap", "1948", "78"):
            assert kept not in said


def test_that_a_hand_over_on_the_timeline_leads_to_its_page(enter: Enter, jannie: Resident, club: Club) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    page = house.open(Place(RESIDENT, record=jannie.id))
    assert isinstance(page, ResidentPage)
    timeline = page.view.timeline
    (row,) = timeline.handovers
    assert "Overdracht: Koffieochtend" in row.accessibleName()
    assert timeline.row_of(one) is row
    row.click()
    house.settle()
    assert house.frame.place == Place(HANDOVER, record=jannie.id, other=one)


def test_that_a_promise_on_vandaag_leads_to_its_hand_over(enter: Enter, jannie: Resident, club: Club) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    page = house.open(Place(TODAY))
    assert isinstance(page, TodayPage)
    (row,) = page.findChildren(AgendaRow)
    assert "Overdracht van Jannie: Koffieochtend" in row.accessibleName()
    row.opened.emit(row._line)
    house.settle()
    assert house.frame.place == Place(HANDOVER, record=jannie.id, other=one)


def test_that_nobody_else_s_hand_over_is_shown_while_somebody_looks_along(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter(visit=True)
    one = begin(house.workspace, jannie, club)
    for other in (one, club.offer.id):
        house.context.hub.open(Place(HANDOVER, record=jannie.id, other=other))
        house.settle()
        assert house.frame.place == Place(VISIT)
        assert "Koffieochtend" not in house.texts()


def test_that_a_restricted_file_can_only_be_withdrawn(enter: Enter, jannie: Resident, club: Club) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    agree(house.workspace, one)
    house.workspace.rights.restrict(jannie.id)
    page = page_of(house, jannie, one)
    for part in (page.view.calling, page.view.agreement, page.view.letter, page.view.slip, page.view.road.stop):
        assert not part.isVisibleTo(page)
    assert page.view.road.withdraw.isVisibleTo(page)


def test_that_the_page_of_the_resident_lists_them_and_its_line_of_time_tells_them(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    page = house.open(Place(RESIDENT, record=jannie.id))
    assert isinstance(page, ResidentPage)
    assert list(page.view.handovers.rows.values()) == [one]
    assert page.view.timeline.row_of(one) is not None


def test_that_the_page_of_the_organisation_lists_what_reached_it(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    accepted(house.workspace, one)
    page = house.open(Place(ORGANISATION, record=club.organisation.id))
    assert isinstance(page, OrganisationPage)
    next(iter(page.past.reached.rows)).click()
    house.settle()
    assert house.frame.place == Place(HANDOVER, record=jannie.id, other=one)


def test_that_a_talk_with_an_organisation_is_kept_with_what_it_means_to_take_up(enter: Enter, club: Club) -> None:
    house = enter()
    page = house.open(Place(ORGANISATION, record=club.organisation.id))
    assert isinstance(page, OrganisationPage)
    page.past.talks.note.click()
    dialog = dialog_of(house, OrganisationTalkDialog)
    assert isinstance(dialog, OrganisationTalkDialog)
    dialog.keep.click()
    assert not dialog.problem.isHidden()
    dialog.does.setPlainText("Elke dinsdag koffie voor wie alleen is.")
    dialog.dimensions.chips["MD"].click()
    dialog.themes.chips["eenzaamheid"].click()
    dialog.keep.click()
    house.settle()
    (talk,) = house.workspace.social_map.card(club.organisation.id).talks
    assert (talk.dimensions, talk.themes) == (("MD",), ("eenzaamheid",))
    assert "Elke dinsdag koffie voor wie alleen is." in house.texts()


def test_that_a_signal_gets_its_follow_up_beside_the_steps_of_the_meldcode(enter: Enter, village: Village) -> None:
    from dataclasses import replace

    house = enter()
    resident = village.add("Bo", "R-020")
    code = house.workspace.catalogue.signals[0]
    talk = village.talk(resident)
    house.workspace.conversations.correct(replace(talk, signals=(code,)))
    page = house.open(Place(RESIDENT, record=resident.id))
    assert isinstance(page, ResidentPage)
    next(iter(page.view.signals.buttons)).click()
    dialog = dialog_of(house, SignalDialog)
    assert isinstance(dialog, SignalDialog)
    assert "Meldcode" in "\n".join(label.text() for label in dialog.findChildren(type(dialog.link)))
    assert not dialog.link.openExternalLinks()
    dialog.state.buttons[SignalState.TAKEN_UP].click()
    dialog.line.setText("Belt volgende week met de huisarts.")
    dialog.keep.click()
    house.settle()
    (line,) = house.workspace.signals.of(resident.id)
    assert (line.state, line.told[0].words) == (SignalState.TAKEN_UP, "Belt volgende week met de huisarts.")
    assert "opgepakt" in house.texts()
