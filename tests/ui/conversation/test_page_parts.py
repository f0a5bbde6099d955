"""The parts of the conversation page: someone new, ways of scoring, themes, what matters, visits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.instruments import ADULT_FIRST, SIMPLE, Mode
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.ui.places import RESIDENT, VISIT, Place
from tests.ui.conversation.hands import again, finish_button, press, tap

if TYPE_CHECKING:
    from tests.ui.conversation.conftest import Desk

YES, NO, LATER = ConsentAnswer.YES, ConsentAnswer.NO, ConsentAnswer.LATER


# Someone new


def test_that_someone_new_starts_with_a_code_and_without_typing(desk: Desk) -> None:
    desk.new()
    card = desk.page.view.talk.card
    assert card.isVisible()
    assert card.code.text() == "R-001"
    assert card.village.currentText() == "Esdoornhoek"
    QTest.keyClicks(card.name, "Truus")
    assert desk.page.view.talk.matters.title.text() == "Wat telt voor Truus?"


def test_that_someone_known_has_no_card_here(desk: Desk) -> None:
    desk.open(resident=desk.resident().id)
    assert not desk.page.view.talk.card.isVisible()


def test_that_u_or_je_changes_the_questions_at_once(desk: Desk) -> None:
    from spinnenweb.domain.residents import Address

    desk.new()
    talk = desk.page.view.talk
    assert talk.spoken is not None
    assert "u graag anders" in talk.spoken.agreement.change.accessibleName()
    press(talk.card.address.buttons[Address.INFORMAL])
    assert "je graag anders" in talk.spoken.agreement.change.accessibleName()


def test_that_under_sixteen_the_adult_web_stops_with_an_explanation(desk: Desk) -> None:
    desk.new()
    card = desk.page.view.talk.card
    QTest.keyClicks(card.birth_year, "2012")
    assert card.problem.text() == desk.context.messages.say("resident.too_young.text")
    assert not desk.page.view.finish.isEnabled()
    tap(desk, "MD", 4)
    assert not desk.draft.conversation.has_marks()
    card.birth_year.clear()
    QTest.keyClicks(card.birth_year, "1948")
    assert card.problem.text() == ""
    assert desk.page.view.finish.isEnabled()


def test_that_a_code_that_is_taken_is_said_at_once(desk: Desk) -> None:
    desk.resident(code="R-021")
    desk.new()
    card = desk.page.view.talk.card
    card.code.setFocus()
    card.code.clear()
    QTest.keyClicks(card.code, "r-021")
    QTest.keyClick(card.code, Qt.Key.Key_Tab)
    assert card.code_row.error == desk.context.messages.say("resident.code_taken.text")


def test_that_a_text_that_cannot_be_kept_is_told_and_what_stood_before_stands(desk: Desk) -> None:
    desk.new()
    talk = desk.page.view.talk
    assert talk.spoken is not None
    talk.spoken.agreement.what.setText("x" * 500)
    QTest.keyClicks(talk.spoken.agreement.what, "y")
    assert "te lang" in talk.problem.label.text()
    QTest.keyClick(talk.spoken.agreement.what, Qt.Key.Key_Backspace)
    assert talk.problem.label.text() == ""
    assert desk.draft.conversation.step.what == "x" * 500


@pytest.mark.parametrize("name", ["x" * 10_000, "Tru\0us"])
def test_that_a_name_that_cannot_be_kept_is_told_and_lost_nowhere(desk: Desk, name: str) -> None:
    desk.new()
    tap(desk, "MD", 4)
    card = desk.page.view.talk.card
    card.name.setText(name)
    QTest.keyClicks(card.name, "x")
    assert desk.page.view.talk.problem.isVisible()
    assert desk.draft.resident.calling_name == ""
    desk.save()
    assert desk.stored()[0].conversation.entry("MD").answer.mark == 4


# Mode and instrument


def test_that_mode_and_web_can_be_chosen_until_the_first_mark(desk: Desk) -> None:
    desk.new()
    chip = desk.page.view.mode
    chip.modes[Mode.ITEMS].trigger()
    assert desk.draft.conversation.mode is Mode.ITEMS
    chip.instruments[ADULT_FIRST].trigger()
    assert desk.draft.conversation.instrument == ADULT_FIRST
    assert chip.button.isVisible()
    desk.page.view.talk.rows.unfold("LF")
    press(desk.page.view.talk.rows.panels["LF"].rows["LF1"].marks.buttons[6])
    assert not chip.button.isVisible()
    assert chip.fixed.text() == "cijfer per aspect · Volwassenen, versie 1"
    assert "ligt dit nu vast" in chip.fixed.toolTip()


def test_that_six_questions_have_no_aspects_and_only_one_mode(desk: Desk) -> None:
    desk.new()
    desk.page.view.mode.instruments[SIMPLE].trigger()
    assert not any(row.fold.isVisible() for row in desk.page.view.talk.rows.rows.values())
    assert not desk.page.view.mode.modes[Mode.ITEMS].isEnabled()
    tap(desk, "LF", 6)
    assert desk.draft.conversation.entry("LF").answer.mark == 6


def test_that_by_aspect_the_dimension_shows_the_mean_and_the_web_only_mirrors_it(desk: Desk) -> None:
    desk.new()
    desk.page.view.mode.modes[Mode.ITEMS].trigger()
    talk = desk.page.view.talk
    talk.rows.unfold("LF")
    panel, row = talk.rows.panels["LF"], talk.rows.rows["LF"]
    press(panel.rows["LF1"].marks.buttons[6])
    assert row.mean.text() == "te weinig antwoorden"
    press(panel.rows["LF2"].marks.buttons[7])
    press(panel.rows["LF4"].marks.buttons[6])
    assert row.mean.text() == "6,3"
    assert talk.web is not None
    assert talk.web.values[0] == 6.3
    before = desk.draft
    tap(desk, "MD", 4)
    assert desk.draft == before


def test_that_by_dimension_aspects_are_only_ticked(desk: Desk) -> None:
    desk.new()
    rows = desk.page.view.talk.rows
    press(rows.rows["LF"].fold)
    press(rows.panels["LF"].chips["LF4"])
    assert desk.draft.conversation.topics == ("LF4",)
    assert rows.panels["LF"].rows == {}


def test_that_a_ticked_aspect_stands_bold_in_the_web_as_in_the_residents_own(desk: Desk) -> None:
    desk.new()
    talk = desk.page.view.talk
    press(talk.rows.rows["LF"].fold)
    press(talk.rows.panels["LF"].chips["LF4"])
    assert talk.web is not None
    assert "Lichaamsfuncties geen cijfer (bespreken)" in talk.web.accessibleDescription()


def test_that_sensitive_aspects_show_only_after_asking(desk: Desk) -> None:
    desk.new()
    rows = desk.page.view.talk.rows
    rows.unfold("LF")
    assert "LF6" not in rows.panels["LF"].chips
    press(rows.panels["LF"].sensitive)
    assert "LF6" in rows.panels["LF"].chips
    rows.unfold("MW")
    assert not rows.panels["MW"].sensitive.isVisible()


# Themes and what matters


def test_that_themes_that_fit_come_first_and_all_can_be_reached(desk: Desk) -> None:
    desk.new()
    themes = desk.page.view.talk.themes
    press(desk.page.view.talk.rows.rows["MD"].topic, QPoint(8, 12))
    shown = [code for code, chip in themes.chips.items() if chip.isVisible()]
    assert shown == ["eenzaamheid", "sociale-contacten"]
    press(themes.all)
    assert all(chip.isVisible() for chip in themes.chips.values())


def test_that_after_five_themes_the_others_wait(desk: Desk) -> None:
    desk.new()
    themes = desk.page.view.talk.themes
    press(themes.all)
    desk.bot.wait(20)
    for code in list(themes.chips)[:5]:
        themes.chips[code].click()
    assert len(desk.draft.conversation.themes) == 5
    assert [chip.isEnabled() for chip in themes.chips.values()] == [True] * 5 + [False] * 8
    press(themes.none)
    assert not any(chip.isChecked() for chip in themes.chips.values())
    assert desk.draft.conversation.no_themes


def test_that_own_words_can_matter_and_three_is_enough(desk: Desk) -> None:
    desk.new()
    matters = desk.page.view.talk.matters
    press(matters.more)
    for words in ("mijn hond", "de tuin", "de kerk"):
        QTest.keyClicks(matters.own, words)
        QTest.keyClick(matters.own, Qt.Key.Key_Return)
    assert [matter.words for matter in desk.draft.conversation.matters] == ["mijn hond", "de tuin", "de kerk"]
    assert not matters.own.isEnabled()
    press(next(iter(matters.chosen)))
    assert [matter.words for matter in desk.draft.conversation.matters] == ["de tuin", "de kerk"]
    assert matters.own.isEnabled()


def test_that_no_new_appointment_is_a_state_of_its_own(desk: Desk) -> None:
    desk.new()
    spoken = desk.page.view.talk.spoken
    assert spoken is not None
    assert not spoken.again.chosen.isVisible()
    press(spoken.again.quick.buttons["month"])
    assert again(desk) == date(2026, 12, 21)
    press(spoken.again.none)
    assert again(desk) is None
    assert not spoken.again.chosen.isVisible()


# Others


def test_that_a_visit_shows_no_way_to_others(desk: Desk) -> None:
    jannie = desk.resident()
    desk.context.visit.on = True
    desk.open(resident=jannie.id)
    assert all(crumb.place is None for crumb in desk.page.crumbs())
    tap(desk, "MD", 4)
    press(desk.page.view.later)
    desk.wait()
    assert desk.went == [Place(VISIT)]


def test_that_the_way_back_leads_to_the_resident(desk: Desk) -> None:
    jannie = desk.resident()
    desk.open(resident=jannie.id)
    assert [crumb.text for crumb in desk.page.crumbs()] == [
        "Inwoners",
        "Jannie (R-021)",
        "Gesprek 21 november",
    ]
    assert desk.page.crumbs()[1].place == Place(RESIDENT, record=jannie.id)


def test_that_a_permission_given_elsewhere_counts_at_once(desk: Desk) -> None:
    jannie = desk.resident()
    desk.open(resident=jannie.id)
    press(desk.page.view.finish)
    assert finish_button(desk) == "Afronden en niets bewaren"
    desk.page.on_changed(desk.workspace.residents.say(jannie.id, Purpose.RECORD, YES))
    assert finish_button(desk) == "Afronden en bewaren"
