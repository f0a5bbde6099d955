"""Someone new who is there already is noticed while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.residents import ConsentAnswer, Purpose
from tests.ui.conversation.hands import press, tap

if TYPE_CHECKING:
    from tests.ui.conversation.conftest import Desk


def type_name(desk: Desk, name: str) -> None:
    field = desk.page.view.talk.card.name
    field.setFocus()
    QTest.keyClicks(field, name)


def wait_for_hint(desk: Desk, shown: bool = True) -> None:
    desk.bot.waitUntil(lambda: desk.page.known.isVisible() is shown, timeout=3000)


def test_that_a_name_that_is_there_already_is_noticed_and_taken_with_the_marks_that_were_given(desk: Desk) -> None:
    jannie = desk.resident()
    desk.workspace.residents.say(jannie.id, Purpose.RECORD, ConsentAnswer.YES)
    desk.new()
    tap(desk, "LF", 6)
    type_name(desk, "janny ")
    wait_for_hint(desk)
    assert desk.page.known.label.text().startswith("Is dit misschien Jannie")
    press(desk.page.known.button)
    assert (desk.draft.resident.id, desk.draft.resident_is_new) == (jannie.id, False)
    assert desk.draft.conversation.resident_id == jannie.id
    assert desk.draft.conversation.entry("LF").answer.mark == 6
    assert desk.page.talk is not None
    assert desk.page.talk.keeps
    assert not desk.page.known.isVisible()
    assert not desk.page.view.talk.card.isVisible()


def test_that_going_on_with_someone_known_can_be_taken_back(desk: Desk) -> None:
    jannie = desk.resident()
    desk.workspace.residents.say(jannie.id, Purpose.RECORD, ConsentAnswer.YES)
    desk.new()
    type_name(desk, "Jannie")
    wait_for_hint(desk)
    press(desk.page.known.button)
    QTest.keyClick(
        desk.page.view.talk.rows.rows["LF"].marks.buttons[0], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )
    assert desk.draft.resident_is_new
    assert desk.draft.resident.calling_name == "Jannie"
    assert desk.draft.conversation.resident_id == desk.draft.resident.id
    assert desk.page.talk is not None
    assert not desk.page.talk.keeps


def test_that_another_birth_year_takes_the_question_away(desk: Desk) -> None:
    desk.resident()
    desk.new()
    type_name(desk, "Jannie")
    wait_for_hint(desk)
    desk.page.view.talk.card.birth_year.setFocus()
    QTest.keyClicks(desk.page.view.talk.card.birth_year, "1990")
    wait_for_hint(desk, shown=False)


def test_that_nobody_else_is_named_during_a_visit(desk: Desk) -> None:
    desk.resident()
    desk.context.visit.on = True
    desk.new()
    type_name(desk, "Jannie")
    desk.bot.wait(500)
    desk.wait()
    assert not desk.page.known.isVisible()
    assert desk.page.known.found is None
