"""Hand-overs in the hands of who clicks twice, goes back, comes late or comes at a bad moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.handovers import FieldCode, HandoverState, Helped, WayOut
from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.ui.dialogs.map_same import ChooseSameDialog
from spinnenweb.ui.dialogs.organisation_talk import OrganisationTalkDialog
from spinnenweb.ui.pages.handover.page import HandoverPage
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.pages.today.page import TodayPage
from spinnenweb.ui.places import HANDOVER, RESIDENT, TODAY, VISIT, Place
from spinnenweb.ui.widgets.rows import RowButton
from tests.unit.services.handed_over import STAGES, accepted, add_club, agree, begin, come_to

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractButton, QDialog

    from spinnenweb.domain.residents import Resident
    from tests.ui.pages.conftest import House, Village
    from tests.unit.services.handed_over import Club

    Enter = Callable[..., House]


@pytest.fixture
def jannie(village: Village) -> Resident:
    resident = village.add("Jannie", "R-014")
    village.talk(resident, themes=("eenzaamheid",))
    return resident


@pytest.fixture
def club(village: Village) -> Club:
    return add_club(village.workspace)


def page_of(house: House, resident: Resident, other: str) -> HandoverPage:
    page = house.open(Place(HANDOVER, record=resident.id, other=other))
    assert isinstance(page, HandoverPage)
    return page


def today_of(house: House) -> TodayPage:
    page = house.open(Place(TODAY))
    assert isinstance(page, TodayPage)
    return page


def dialog_of(house: House, kind: type[QDialog]) -> QDialog:
    house.settle()
    found = [one for one in house.frame.findChildren(QWidget) if type(one) is kind and one.isVisible()]
    assert len(found) == 1, found
    dialog = found[0]
    assert isinstance(dialog, kind)
    return dialog


def second_press(button: QAbstractButton) -> None:
    """The second press of a double click, and its release, as the system gives them."""
    place = QPointF(QPoint(5, 5))
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        pressed = Qt.MouseButton.LeftButton
        event = QMouseEvent(
            kind, place, button.mapToGlobal(place), pressed, pressed, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(button, event)


def leave(club: Club, house: House) -> None:
    """Whom the hand-over was begun with stopped yesterday."""
    day = house.workspace.clock.today() - timedelta(days=1)
    house.workspace.social_map.save(replace(club.person, ends=day))


# clicking twice


def test_that_a_way_clicked_twice_begins_one_hand_over(enter: Enter, jannie: Resident, club: Club) -> None:
    house = enter()
    page = page_of(house, jannie, club.offer.id)
    row = page.view.ways.row(WayOut.CALL)
    row.click()
    row.click()
    house.settle()
    assert len(house.workspace.handovers.of(jannie.id)) == 1
    assert house.failed == []


def test_that_a_yes_clicked_twice_is_one_answer(enter: Enter, jannie: Resident, club: Club) -> None:
    house = enter()
    page = page_of(house, jannie, begin(house.workspace, jannie, club))
    before = len(house.workspace.residents.consents(jannie.id))
    page.view.agreement.ticks[FieldCode.NAME].click()
    page.view.agreement.yes.click()
    page.view.agreement.yes.click()
    house.settle()
    assert len(house.workspace.residents.consents(jannie.id)) == before + 1


def test_that_a_double_click_takes_one_step_and_not_the_next_one_in_its_place(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    agree(house.workspace, one)
    page = page_of(house, jannie, one)
    page.view.road.buttons[HandoverState.CONTACTED].click()
    house.settle()
    second_press(page.view.road.buttons[HandoverState.ACCEPTED])
    house.settle()
    assert house.workspace.handovers.card(one).line.state is HandoverState.CONTACTED
    QTest.mouseClick(page.view.road.buttons[HandoverState.ACCEPTED], Qt.MouseButton.LeftButton)
    house.settle()
    assert house.workspace.handovers.card(one).line.state is HandoverState.ACCEPTED


def test_that_an_answer_to_whether_it_helped_counts_once(enter: Enter, jannie: Resident, club: Club) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club, WayOut.ALONE)
    page = page_of(house, jannie, one)
    page.view.road.answers.buttons[Helped.YES].click()
    page.view.road.answers.buttons[Helped.NO].click()
    house.settle()
    assert house.workspace.handovers.card(one).line.handover.helped is Helped.YES
    assert house.failed == []


# going back


def test_that_who_goes_back_and_chooses_the_same_way_again_comes_to_the_same_hand_over(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter()
    ways = Place(HANDOVER, record=jannie.id, other=club.offer.id)
    for _ in range(2):
        page = house.open(ways)
        assert isinstance(page, HandoverPage)
        page.view.ways.row(WayOut.TOGETHER).click()
        house.settle()
    (line,) = house.workspace.handovers.of(jannie.id)
    assert house.frame.place == Place(HANDOVER, record=jannie.id, other=line.handover.id)


@pytest.mark.parametrize("stage", STAGES)
def test_that_what_is_withdrawn_in_its_window_shows_nothing_that_could_leave(
    enter: Enter, jannie: Resident, club: Club, stage: HandoverState, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    come_to(house.workspace, one, stage)
    page = page_of(house, jannie, one)
    page.view.road.withdraw.click()
    house.settle()
    assert house.workspace.handovers.card(one).line.state is stage
    monkeypatch.setattr(house.asker, "confirm", lambda *_: True)
    page.view.road.withdraw.click()
    house.settle()
    view = page.view
    for part in (view.calling, view.agreement, view.letter, view.slip, view.road.withdraw, view.road.stop):
        assert not part.isVisibleTo(page)
    assert "De inwoner trok de toestemming in." in view.note.label.text()
    assert "Overdracht van Jannie" not in "".join(
        row.accessibleName() for row in today_of(house).findChildren(RowButton)
    )
    assert house.failed == []


def test_that_undo_after_a_withdrawal_is_refused_in_one_line(
    enter: Enter, jannie: Resident, club: Club, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    agree(house.workspace, one)
    page = page_of(house, jannie, one)
    page.view.road.buttons[HandoverState.CONTACTED].click()
    house.settle()
    monkeypatch.setattr(house.asker, "confirm", lambda *_: True)
    page.view.road.withdraw.click()
    house.settle()
    house.undo[-1]()
    house.settle()
    assert house.workspace.handovers.card(one).line.state is HandoverState.WITHDRAWN
    assert [getattr(error, "code", "") for error in house.failed] == ["handover.withdrawn"]


def test_that_what_was_ticked_and_typed_stays_when_something_else_changes(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter()
    one, the_map = begin(house.workspace, jannie, club), house.workspace.social_map
    leave(club, house)
    the_map.add(replace(the_map.blank_contact(club.organisation.id), name="Bart Verzonnen"))
    page = page_of(house, jannie, one)
    form = page.view.agreement
    for code in (FieldCode.NAME, FieldCode.QUESTION):
        form.ticks[code].click()
    form.text.setPlainText("Zoekt gezelschap.")
    page.view.calling.take.click()
    house.settle()
    assert form.text.toPlainText() == "Zoekt gezelschap."
    assert form.written().fields == (FieldCode.NAME, FieldCode.QUESTION)


def test_that_agreeing_anew_that_was_left_shows_what_is_agreed_the_next_time(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    agree(house.workspace, one)
    page = page_of(house, jannie, one)
    page.view.agreement.again.click()
    page.view.agreement.ticks[FieldCode.AGE].click()
    house.open(Place(TODAY))
    page = page_of(house, jannie, one)
    assert page.view.agreement.summary.isVisibleTo(page)
    assert not page.view.agreement.ticks[FieldCode.AGE].isChecked()


# what is gone or over


def test_that_a_hand_over_in_the_bin_is_said_to_be_gone(enter: Enter, jannie: Resident, club: Club) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    house.workspace.bin.put_away(BinKind.HANDOVER, one)
    page = page_of(house, jannie, one)
    assert "Deze overdracht staat er niet meer." in page.view.gone.label.text()
    assert page.view.columns.isHidden()


def test_that_a_hand_over_of_somebody_in_the_bin_is_said_to_be_gone(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    house.workspace.bin.put_away(BinKind.RESIDENT, jannie.id)
    page = page_of(house, jannie, one)
    assert "Deze inwoner staat niet meer in je lijst." in page.view.gone.label.text()
    assert "Koffieochtend" not in house.texts()


def test_that_an_offer_that_went_while_it_was_chosen_is_said_to_be_gone(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter()
    page = page_of(house, jannie, club.offer.id)
    house.workspace.social_map.put_away(MapKind.OFFER, club.offer.id)
    page.view.ways.row(WayOut.CALL).click()
    house.settle()
    assert [getattr(error, "code", "") for error in house.failed] == ["map.gone"]
    assert house.workspace.handovers.of(jannie.id) == ()


def test_that_a_date_that_went_by_says_so_and_offers_only_to_agree_anew(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter()
    one, today = begin(house.workspace, jannie, club), house.workspace.clock.today()
    agree(house.workspace, one)
    with house.workspace.database.writing() as work:
        handover = work.handovers.known(one)
        work.handovers.update(replace(handover, until=today - timedelta(days=1)))
    page = page_of(house, jannie, one)
    assert "De datum tot wanneer dit gedeeld mocht worden, is voorbij." in page.view.note.label.text()
    assert page.view.agreement.yes.isVisibleTo(page)
    for part in (page.view.letter, page.view.calling.mail):
        assert not part.isVisibleTo(page)
    assert not page.view.road.buttons[HandoverState.CONTACTED].isEnabled()
    page.view.agreement.yes.click()
    house.settle()
    assert house.workspace.handovers.card(one).line.may_share


def test_that_a_contact_person_who_is_off_the_map_is_told_too(enter: Enter, jannie: Resident, club: Club) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    house.workspace.social_map.put_away(MapKind.CONTACT, club.person.id)
    page = page_of(house, jannie, one)
    assert "De contactpersoon staat niet meer op de sociale kaart." in page.view.calling.left_note.label.text()
    assert page.view.calling.take.isHidden()


def test_that_a_restricted_file_without_a_yes_has_nothing_to_withdraw(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    house.workspace.rights.restrict(jannie.id)
    page = page_of(house, jannie, one)
    assert not page.view.road.withdraw.isVisibleTo(page)


def test_that_paper_asked_for_on_a_page_that_is_behind_is_refused(
    enter: Enter, jannie: Resident, club: Club, tmp_path: Path
) -> None:
    house = enter()
    house.asker.target = tmp_path / "papier"
    one = begin(house.workspace, jannie, club)
    accepted(house.workspace, one)
    page = page_of(house, jannie, one)
    house.workspace.handovers.withdraw(one)
    mails = (page.view.calling.mail, page.view.calling.mail_file)
    for button in (*mails, page.view.show_letter, page.view.save_slip):
        button.click()
        house.settle()
    codes = [error.code for error in house.failed if isinstance(error, SpinnenwebError)]
    assert codes == ["handover.withdrawn"] * 4
    assert not house.asker.target.exists()


# Vandaag


def test_that_whoever_left_is_told_on_vandaag_with_one_click_to_the_hand_over(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter()
    one = begin(house.workspace, jannie, club)
    leave(club, house)
    page = today_of(house)
    named = "Corrie Verzonnen is geen contactpersoon meer van Dorpshuis De Kapstok"
    rows = [row for row in page.findChildren(RowButton) if named in row.accessibleName()]
    assert len(rows) == 1
    assert "Overdracht van Jannie: Koffieochtend · vraag wie het nu is" in rows[0].accessibleName()
    rows[0].click()
    house.settle()
    assert house.frame.place == Place(HANDOVER, record=jannie.id, other=one)


def test_that_a_talk_with_an_organisation_is_noted_from_vandaag_and_taken_back(enter: Enter, club: Club) -> None:
    house = enter()
    page = today_of(house)
    page.view.talked.setFocus()
    QTest.keyClick(page.view.talked, Qt.Key.Key_Space)
    choose = dialog_of(house, ChooseSameDialog)
    assert isinstance(choose, ChooseSameDialog)
    QTest.keyClicks(choose.field, "kapstok")
    QTest.keyClick(choose.field, Qt.Key.Key_Return)
    form = dialog_of(house, OrganisationTalkDialog)
    assert isinstance(form, OrganisationTalkDialog)
    form.chances.setPlainText("Een kaarttafel op donderdag.")
    form.keep.click()
    house.settle()
    (talk,) = house.workspace.social_map.card(club.organisation.id).talks
    assert talk.chances == "Een kaarttafel op donderdag."
    assert house.said[-1] == "Het gesprek met Dorpshuis De Kapstok is bewaard."
    house.undo[-1]()
    house.settle()
    assert house.workspace.social_map.card(club.organisation.id).talks == ()


def test_that_without_organisations_vandaag_says_how_to_begin(enter: Enter) -> None:
    house = enter()
    today_of(house).view.talked.click()
    house.settle()
    assert house.said == [house.context.words.say("empty.map")]


def test_that_on_a_visit_no_talk_with_an_organisation_is_noted(enter: Enter, jannie: Resident, club: Club) -> None:
    house = enter(visit=True)
    begin(house.workspace, jannie, club)
    leave(club, house)
    house.open(Place(TODAY))
    assert house.frame.place == Place(VISIT)
    for kept in ("Gesprek met organisatie noteren", "Corrie Verzonnen", "Jannie"):
        assert kept not in house.texts()


# the permissions of a resident


def test_that_all_receivers_stand_on_the_card_and_each_is_withdrawn_apart(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter()
    other = add_club(house.workspace, "Wandelclub", "Wandelen")
    first, second = (begin(house.workspace, jannie, one) for one in (club, other))
    accepted(house.workspace, first)
    agree(house.workspace, second)
    page = house.open(Place(RESIDENT, record=jannie.id))
    assert isinstance(page, ResidentPage)
    share = page.view.permissions.rows[Purpose.SHARE]
    assert [row.receiver for row in share.shared] == ["Wandelclub", "Dorpshuis De Kapstok"]
    assert {row.sub.text() for row in share.shared} == {"naam, waar het om gaat · tot en met 21 december 2026"}
    assert share.button(ConsentAnswer.WITHDRAWN).isVisibleTo(page)
    share.shared[1].stop.click()
    house.settle()
    assert house.workspace.handovers.card(first).line.state is HandoverState.WITHDRAWN
    assert house.workspace.handovers.card(second).line.may_share
    assert [row.chip.text() for row in share.shared] == ["ja", "ingetrokken"]
    assert not share.shared[1].stop.isVisibleTo(page)
    assert not share.button(ConsentAnswer.WITHDRAWN).isVisibleTo(page)
    assert house.said[-1].endswith("Al gedeeld: Dorpshuis De Kapstok.")


def test_that_who_shares_with_nobody_any_more_ends_all_at_once(enter: Enter, jannie: Resident, club: Club) -> None:
    house = enter()
    ids = [
        begin(house.workspace, jannie, one) for one in (club, add_club(house.workspace, "Wandelclub", "Wandelen"))
    ]
    for one in ids:
        agree(house.workspace, one)
    page = house.open(Place(RESIDENT, record=jannie.id))
    assert isinstance(page, ResidentPage)
    share = page.view.permissions.rows[Purpose.SHARE]
    share.button(ConsentAnswer.WITHDRAWN).click()
    house.settle()
    assert {house.workspace.handovers.card(one).line.state for one in ids} == {HandoverState.WITHDRAWN}
    assert [row.chip.text() for row in share.shared] == ["ingetrokken", "ingetrokken"]
    assert share.chip.text() == "ingetrokken"


def test_that_a_field_of_a_later_version_stands_on_the_card_under_its_own_name(
    enter: Enter, jannie: Resident
) -> None:
    house = enter()
    yes, fields = ConsentAnswer.YES, (FieldCode.NAME.value, "schoenmaat")
    house.workspace.residents.say(jannie.id, Purpose.SHARE, yes, receiver="Wandelclub", fields=fields)
    page = house.open(Place(RESIDENT, record=jannie.id))
    assert isinstance(page, ResidentPage)
    (row,) = page.view.permissions.rows[Purpose.SHARE].shared
    assert row.sub.text() == "naam, schoenmaat"
