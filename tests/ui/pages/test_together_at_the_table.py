"""Worker and resident arrange it while they sit there: the hand-over of who is at the table, and no other."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from spinnenweb.domain.choices import AboutKind, Choice, HelpAnswer
from spinnenweb.domain.handovers import FieldCode, HandoverState, WayOut
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.services.proposals import About
from spinnenweb.ui.pages.conversation.page import ConversationPage
from spinnenweb.ui.pages.handover.page import HandoverPage
from spinnenweb.ui.pages.visit.page import VisitPage
from spinnenweb.ui.places import CONVERSATION, HANDOVER, MAP, RESIDENT, VISIT, Place
from spinnenweb.ui.talk import edits
from spinnenweb.ui.talk.around_edits import with_help
from tests.ui.walk import eyes
from tests.unit.services.handed_over import add_club, agree, begin

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.residents import Resident
    from tests.ui.pages.conftest import House, Village
    from tests.unit.services.handed_over import Club

    Enter = Callable[..., House]

YES, NO = ConsentAnswer.YES, ConsentAnswer.NO


@pytest.fixture
def club(village: Village) -> Club:
    return add_club(village.workspace)


@pytest.fixture
def jannie(village: Village) -> Resident:
    """Made ready for the visit."""
    resident = village.add("Jannie", "R-014")
    village.talk(resident)
    village.workspace.residents.set_ready(resident.id, True)
    return resident


@pytest.fixture
def hendrik(village: Village) -> Resident:
    """Somebody else on file."""
    return village.add("Hendrik", "R-015")


def visit_page(house: House) -> VisitPage:
    page = house.open(Place(VISIT))
    assert isinstance(page, VisitPage)
    return page


def shown(house: House) -> HandoverPage:
    house.settle()
    page = house.frame.page
    assert isinstance(page, HandoverPage)
    return page


def finish(house: House, place: Place, *chosen: Club, record: ConsentAnswer = YES) -> ConversationPage:
    """Hold a talk in which offers were chosen, and end it."""
    page = house.open(place)
    assert isinstance(page, ConversationPage)
    for club in chosen:
        told = HelpAnswer(club.offer.id, AboutKind.THEME, "eenzaamheid", Choice.CHOSEN)
        page._change(partial(with_help, told=told))
    page._change(partial(edits.with_permission, purpose=Purpose.RECORD, answer=record))
    page.view.finish.click()
    page.view.finish.click()
    house.settle()
    return page


def choose(house: House, resident: Resident, club: Club) -> None:
    """As in an earlier talk."""
    house.workspace.proposals.choose(resident.id, club.offer.id, About(AboutKind.THEME, "eenzaamheid"))


# after the talk


@pytest.mark.parametrize("visit", [False, True], ids=["desk", "visit"])
def test_that_what_was_chosen_can_be_arranged_as_soon_as_the_talk_is_kept(
    enter: Enter, jannie: Resident, club: Club, *, visit: bool
) -> None:
    house = enter(visit=visit)
    other = add_club(house.workspace, "Buurthuis", "Wandelen")
    page = finish(house, Place(CONVERSATION, other=jannie.id), club, other)
    assert page.kept.panel is not None
    said = house.texts()
    for words in ("Het gesprek is bewaard", "Gekozen", "Koffieochtend", "Wandelen", "Dorpshuis De Kapstok"):
        assert words in said
    assert page.view.back.isHidden()
    buttons = {one.accessibleName(): one for one in page.kept.panel.chosen.buttons}
    assert QApplication.focusWidget() is next(iter(page.kept.panel.chosen.buttons))
    assert set(buttons) == {"Koffieochtend: Samen regelen", "Wandelen: Samen regelen"}
    buttons["Koffieochtend: Samen regelen"].click()
    assert set(shown(house).view.ways.rows.values()) == set(WayOut)
    assert house.frame.place == Place(HANDOVER, record=jannie.id, other=club.offer.id)


@pytest.mark.parametrize("visit", [False, True], ids=["desk", "visit"])
def test_that_arranging_can_wait(enter: Enter, jannie: Resident, club: Club, *, visit: bool) -> None:
    house = enter(visit=visit)
    page = finish(house, Place(CONVERSATION, other=jannie.id), club)
    page.view.finish.click()
    house.settle()
    assert house.frame.place == (Place(VISIT) if visit else Place(RESIDENT, record=jannie.id))
    assert "Koffieochtend" in house.texts()


def test_that_nothing_is_arranged_where_keeping_was_refused(enter: Enter, jannie: Resident, club: Club) -> None:
    house = enter(visit=True)
    page = finish(house, Place(CONVERSATION, other=jannie.id), club, record=NO)
    assert page.kept.panel is None
    assert house.frame.place == Place(VISIT)
    assert "Koffieochtend" not in house.texts()


def test_that_a_talk_without_a_choice_ends_as_before(enter: Enter, jannie: Resident, club: Club) -> None:
    house = enter(visit=True)
    page = finish(house, Place(CONVERSATION, other=jannie.id))
    assert (page.kept.panel, house.frame.place) == (None, Place(VISIT))
    assert club.offer.name not in house.texts()


def test_that_another_talk_begins_clean_after_what_was_chosen(enter: Enter, jannie: Resident, club: Club) -> None:
    house = enter(visit=True)
    page = finish(house, Place(CONVERSATION, other=jannie.id), club)
    house.open(Place(CONVERSATION))
    assert page.kept.panel is None
    assert page.view.finish.text() == house.context.words.say("button.conversation_finish")
    assert "Koffieochtend" not in house.texts()


# on a visit


def test_that_the_visit_page_lists_what_was_chosen_and_what_runs(
    enter: Enter, jannie: Resident, hendrik: Resident, club: Club
) -> None:
    house = enter(visit=True)
    chosen, others = (add_club(house.workspace, f"Club {name}", name) for name in ("Wandelen", "Biljart"))
    choose(house, jannie, chosen)
    choose(house, hendrik, others)
    running = begin(house.workspace, jannie, club)
    buttons = {one.accessibleName(): target for one, target in visit_page(house).view.chosen.buttons.items()}
    assert buttons == {"Wandelen: Samen regelen": chosen.offer.id, "Koffieochtend: Bekijken": running}
    assert "Biljart" not in house.texts()


def test_that_both_choose_tick_and_call_at_the_table(enter: Enter, jannie: Resident, club: Club) -> None:
    house = enter(visit=True)
    choose(house, jannie, club)
    next(iter(visit_page(house).view.chosen.buttons)).click()
    page = shown(house)
    page.view.ways.row(WayOut.CALL).click()
    house.settle()
    page.view.agreement.ticks[FieldCode.NAME].click()
    page.view.agreement.yes.click()
    house.settle()
    (line,) = house.workspace.handovers.of(jannie.id)
    assert (line.state, line.handover.fields) == (HandoverState.AGREED, (FieldCode.NAME,))
    assert page.view.calling.isVisible()
    assert page.view.letter.isVisible()
    house.frame.visit_bar.back.click()
    house.settle()
    assert house.frame.place == Place(VISIT)
    assert "Koffieochtend: Bekijken" in house.texts()


def test_that_the_map_leads_back_to_the_hand_over_and_that_to_the_visit(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter(visit=True)
    visit_page(house)
    place = Place(HANDOVER, record=jannie.id, other=begin(house.workspace, jannie, club))
    house.open(place)
    house.frame.visit_bar.map.click()
    house.settle()
    assert house.frame.place == Place(MAP)
    QTest.keyClick(house.frame, Qt.Key.Key_Escape)
    house.settle()
    assert house.frame.place == place
    assert [crumb.place for crumb in shown(house).crumbs()] == [Place(VISIT), None]
    QTest.keyClick(house.frame, Qt.Key.Key_Escape)
    house.settle()
    assert house.frame.place == Place(VISIT)


@pytest.mark.parametrize("agreed", [False, True], ids=["silent", "agreed"])
def test_that_only_who_agreed_to_be_shared_is_named_on_page_letter_and_mail(
    enter: Enter, jannie: Resident, club: Club, *, agreed: bool
) -> None:
    house = enter(visit=True)
    the_map, today = house.workspace.social_map, house.workspace.clock.today()
    the_map.save(replace(club.organisation, phone="nummer op de deur", email="info@voorbeeld.example"))
    if agreed:
        the_map.save(replace(club.person, may_share=True, agreed_on=today))
    one = begin(house.workspace, jannie, club)
    agree(house.workspace, one)
    visit_page(house)
    house.open(Place(HANDOVER, record=jannie.id, other=one))
    said = house.texts()
    assert ("Corrie" in said, "nummer op de deur" in said) == (agreed, True)
    letters = shown(house)._papers.letters
    mail = letters.mail(one)
    assert mail.to == "info@voorbeeld.example"
    assert ("Corrie" in mail.body) is agreed
    text = pypdfium2.PdfDocument(letters.pdf(one))[0].get_textpage().get_text_bounded()
    assert ("Corrie" in text) is agreed


# nobody else


def test_that_a_hand_over_of_another_is_not_shown_under_the_name_of_who_is_there(
    enter: Enter, jannie: Resident, hendrik: Resident, club: Club
) -> None:
    house = enter(visit=True)
    visit_page(house)
    others = begin(house.workspace, hendrik, club)
    for place in (Place(HANDOVER, hendrik.id, others), Place(HANDOVER, jannie.id, others), Place(HANDOVER)):
        house.context.hub.open(place)
        house.settle()
        for kept in ("Hendrik", "Koffieochtend", "Kapstok"):
            assert kept not in house.texts(), place


def test_that_somebody_new_gets_the_hand_over_and_who_sat_there_before_is_gone(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter(visit=True)
    choose(house, jannie, add_club(house.workspace, "Club Biljart", "Biljart"))
    assert "Biljart" in visit_page(house).view.chosen.accessibleName() + house.texts()
    before = Place(HANDOVER, record=jannie.id, other=begin(house.workspace, jannie, club))
    house.open(before)
    assert house.frame.place == before

    page = finish(house, Place(CONVERSATION), club)
    assert page.kept.panel is not None
    next(iter(page.kept.panel.chosen.buttons)).click()
    shown(house)
    new = house.frame.place.record
    assert new not in ("", jannie.id)
    house.frame.go_back()
    house.settle()
    assert house.frame.place == Place(VISIT)
    assert "Biljart" not in house.texts()
    for _ in range(6):
        house.frame.go_back()
        house.settle()
        assert house.frame.place != before
    house.context.hub.open(before)
    house.settle()
    assert house.frame.place == Place(VISIT)

    house.open(Place(CONVERSATION, other=jannie.id))
    house.context.hub.open(Place(HANDOVER, record=new, other=club.offer.id))
    house.settle()
    assert house.frame.place == Place(VISIT)
    house.open(before)
    assert house.frame.place == before


def test_that_somebody_new_who_said_no_leaves_nobody_at_the_table(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter(visit=True)
    visit_page(house)
    choose(house, jannie, club)
    finish(house, Place(CONVERSATION), club, record=NO)
    assert house.context.visit.whose is None
    assert house.frame.place == Place(VISIT)
    assert "Koffieochtend" not in house.texts()


def test_that_the_undo_of_a_step_leads_nowhere_once_somebody_else_sits_there(
    enter: Enter, jannie: Resident, club: Club
) -> None:
    house = enter(visit=True)
    visit_page(house)
    one = begin(house.workspace, jannie, club)
    agree(house.workspace, one)
    house.open(Place(HANDOVER, record=jannie.id, other=one))
    shown(house).view.road.buttons[HandoverState.CONTACTED].click()
    house.settle()
    house.open(Place(CONVERSATION))
    house.undo[-1]()
    house.settle()
    assert house.frame.place == Place(CONVERSATION)
    assert "Jannie" not in house.texts()
    assert house.workspace.handovers.card(one).line.state is HandoverState.AGREED


def test_that_everything_is_the_worker_s_again_after_the_visit(
    enter: Enter, jannie: Resident, hendrik: Resident, club: Club
) -> None:
    house = enter(visit=True)
    visit_page(house)
    others = begin(house.workspace, hendrik, club)
    house.frame.end_visit()
    house.open(Place(HANDOVER, record=hendrik.id, other=others))
    assert "Corrie Verzonnen" in house.texts()
    assert house.context.visit.whose is None
    assert jannie.id


@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 1.0), ((1366, 768), 2.0), ((683, 384), 1.0)])
def test_that_what_was_chosen_can_be_read_heard_and_walked(
    enter: Enter, jannie: Resident, club: Club, size: tuple[int, int], scale: float
) -> None:
    house = enter(visit=True, size=size, scale=scale)
    visit_page(house)
    long = add_club(house.workspace, "Stichting Welzijn Verzonnen en Omstreken", "Samen eten aan de lange tafel")
    finish(house, Place(CONVERSATION, other=jannie.id), club, long)
    found = seen(house)
    begin(house.workspace, jannie, club)
    visit_page(house)
    house.settle()
    assert not [*found, *seen(house)]


def seen(house: House) -> list[str]:
    """All that is wrong with what is shown now."""
    return eyes.nameless(house.frame) + eyes.clipped(house.frame) + eyes.keyboard(house.frame)
