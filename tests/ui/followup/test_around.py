from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from spinnenweb.domain.conversations import Disagreement
from spinnenweb.domain.goals import GoalState
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.ui.pages.conversation.page import ConversationPage
from spinnenweb.ui.places import CONVERSATION, RESIDENT, Place
from spinnenweb.ui.widgets.web_input import AxisMark
from tests.ui.pages.conftest import TODAY_IS

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.residents import Resident
    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]


def _known(village: Village) -> Resident:
    resident = village.add("Jannie", "R-021")
    village.talk(resident, date(2026, 10, 19), step="de belbus bellen")
    return resident


def _page(house: House, resident: Resident) -> ConversationPage:
    page = house.open(Place(CONVERSATION, other=resident.id))
    assert isinstance(page, ConversationPage)
    return page


def _draft(page: ConversationPage) -> Draft:
    assert page.talk is not None
    return page.talk.draft


def _finish(house: House, page: ConversationPage, said: ConsentAnswer) -> None:
    page.view.finish.click()
    assert page.ending is not None
    page.ending.permissions.questions[Purpose.RECORD].answers.buttons[said].click()
    page.view.finish.click()
    house.settle()


def test_that_a_next_visit_begins_by_asking_how_the_step_went(enter: Enter, village: Village) -> None:
    resident = _known(village)
    house = enter()
    page = _page(house, resident)
    assert "Hoe ging het met “de belbus bellen”?" in house.texts()
    (row,) = page.view.talk.back.rows
    assert not row.said.isVisible()
    row.states.buttons[GoalState.DONE].click()
    assert row.said.isVisible()
    assert _draft(page).look_backs[0].state is GoalState.DONE


def test_that_what_was_told_is_kept_with_the_conversation(enter: Enter, village: Village) -> None:
    resident = _known(village)
    house = enter()
    page = _page(house, resident)
    (row,) = page.view.talk.back.rows
    row.states.buttons[GoalState.OTHERWISE].click()
    row.said.setText("de lijn was bezet")
    row.said.textEdited.emit("de lijn was bezet")
    page.leave()
    house.settle()
    assert house.workspace.goals.looked_back(resident.id) == ()
    stored = house.workspace.conversations.drafts()[0]
    assert stored.look_backs[0].words == "de lijn was bezet"
    _finish(house, page, ConsentAnswer.YES)
    (told,) = house.workspace.goals.looked_back(resident.id)
    assert (told.state, told.words, told.on) == (GoalState.OTHERWISE, "de lijn was bezet", TODAY_IS)
    assert told.conversation_id == house.workspace.conversations.of(resident.id)[0].id
    assert house.workspace.goals.open_steps(resident.id) == ()


def test_that_a_no_to_keeping_leaves_the_step_as_it_was(enter: Enter, village: Village) -> None:
    resident = _known(village)
    house = enter()
    page = _page(house, resident)
    page.view.talk.back.rows[0].states.buttons[GoalState.DONE].click()
    _finish(house, page, ConsentAnswer.NO)
    assert house.workspace.goals.looked_back(resident.id) == ()
    assert len(house.workspace.goals.open_steps(resident.id)) == 1


def test_that_a_look_back_pressed_again_is_taken_away(enter: Enter, village: Village) -> None:
    house = enter()
    page = _page(house, _known(village))
    button = page.view.talk.back.rows[0].states.buttons[GoalState.DONE]
    button.click()
    button.click()
    assert _draft(page).look_backs == ()


def test_that_nobody_is_asked_to_look_back_without_a_step(enter: Enter, village: Village) -> None:
    house = enter()
    page = _page(house, village.add("Hendrik", "P-006"))
    assert not page.view.talk.back.isVisible()


def test_that_no_mark_ticks_a_signal(enter: Enter, village: Village) -> None:
    house = enter()
    page = _page(house, village.add("Hendrik", "P-006"))
    web = page.view.talk.web
    assert web is not None
    for code in ("LF", "MW", "ZG", "KL", "MD", "DF"):
        web.mark_set.emit(AxisMark(code, 0))
    assert _draft(page).conversation.has_marks()
    assert _draft(page).conversation.signals == ()
    page.view.talk.signals.chips["eenzaamheid"].click()
    assert _draft(page).conversation.signals == ("eenzaamheid",)


def test_that_telling_back_needs_someone_to_tell_and_a_yes_of_its_own(enter: Enter, village: Village) -> None:
    house = enter()
    page = _page(house, village.add("Hendrik", "P-006"))
    via = page.view.talk.via
    assert not via.tell_back.isVisible()
    via.via.buttons["huisarts"].click()
    assert via.tell_back.isVisible()
    assert not _draft(page).conversation.tell_back
    via.tell_back.click()
    assert _draft(page).conversation.tell_back
    via.via.buttons["buur"].click()
    assert _draft(page).conversation.via == "buur"
    assert not _draft(page).conversation.tell_back
    via.via.buttons["zelf"].click()
    assert not via.tell_back.isVisible()


def test_that_another_view_stands_beside_the_mark_and_changes_none(enter: Enter, village: Village) -> None:
    house = enter()
    page = _page(house, village.add("Hendrik", "P-006"))
    views = page.view.talk.views
    views.subject.setCurrentIndex(views.subject.findData("DF"))
    views.view.setText("het huis blijft lastig op orde")
    views.take.click()
    talk = _draft(page).conversation
    assert talk.disagreements == (Disagreement("DF", "het huis blijft lastig op orde"),)
    assert not talk.has_marks()
    house.settle()
    assert "Dagelijks functioneren: het huis blijft lastig op orde" in house.texts()
    next(iter(views.lines)).click()
    assert _draft(page).conversation.disagreements == ()


def test_that_signals_via_and_views_are_read_back_in_the_talk(enter: Enter, village: Village) -> None:
    resident = _known(village)
    house = enter()
    page = _page(house, resident)
    page.view.talk.via.via.buttons["huisarts"].click()
    page.view.talk.via.tell_back.click()
    page.view.talk.signals.chips["schulden"].click()
    page.view.talk.views.view.setText("het eten schiet erbij in")
    page.view.talk.views.take.click()
    _finish(house, page, ConsentAnswer.YES)
    kept = house.workspace.conversations.of(resident.id)[0]
    house.open(Place(RESIDENT, record=resident.id, other=kept.id))
    seen = house.texts()
    assert "via de huisarts, mag horen hoe het ging" in seen
    assert "Schulden" in seen
    assert "Lichaamsfuncties: het eten schiet erbij in" in seen
