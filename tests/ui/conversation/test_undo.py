"""Taking back and doing again, by the keys and by what is said after something was taken away."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.answers import EMPTY, SetBy, marked
from spinnenweb.domain.conversations import Matter, Step, Sureness, WantsChange
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.ui.pages.conversation.undo import lost, restoring
from spinnenweb.ui.talk import around_edits, edits
from tests.ui.conversation.hands import press, tap
from tests.unit.storage.made_up import drafts

if TYPE_CHECKING:
    from spinnenweb.domain.conversations import AspectEntry
    from spinnenweb.domain.drafts import Draft
    from tests.ui.conversation.conftest import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TYPED = ("note", "noticed", "gift", "order", "disagreements")


def undo(desk: Desk) -> None:
    QTest.keyClick(desk.page.view.talk.rows.rows["LF"].marks.buttons[0], Qt.Key.Key_Z, CONTROL)


def redo(desk: Desk) -> None:
    QTest.keyClick(desk.page.view.talk.rows.rows["LF"].marks.buttons[0], Qt.Key.Key_Z, CONTROL | SHIFT)


def marks(desk: Desk) -> dict[str, float | None]:
    return {entry.code: entry.answer.mark for entry in desk.draft.conversation.dimensions if entry.answer.given}


def change(desk: Desk, edit: edits.Edit) -> None:
    desk.page._change(edit)


def test_that_marks_are_taken_back_and_given_again_in_order(desk: Desk) -> None:
    desk.new()
    for code, mark in (("LF", 6), ("MW", 7), ("LF", 4)):
        tap(desk, code, mark)
    undo(desk)
    assert marks(desk) == {"LF": 6, "MW": 7}
    undo(desk)
    undo(desk)
    undo(desk)
    assert marks(desk) == {}
    for _ in range(4):
        redo(desk)
    assert marks(desk) == {"LF": 4, "MW": 7}


def test_that_something_new_ends_what_could_be_done_again(desk: Desk) -> None:
    desk.new()
    tap(desk, "LF", 6)
    undo(desk)
    tap(desk, "MW", 3)
    redo(desk)
    assert marks(desk) == {"MW": 3}


def test_that_what_was_typed_after_a_mark_stays_when_the_mark_is_taken_back(desk: Desk) -> None:
    desk.new()
    tap(desk, "LF", 6)
    change(desk, partial(edits.with_note, code="LF", text="de knie"))
    change(desk, partial(edits.with_note, code="", text="een lang verhaal"))
    change(desk, partial(edits.with_step, step=Step("wandelen", "dinsdag")))
    undo(desk)
    talk = desk.draft.conversation
    assert marks(desk) == {}
    assert (talk.entry("LF").note, talk.note, talk.step.what) == ("de knie", "een lang verhaal", "wandelen")


def test_that_a_text_field_keeps_its_own_undo(desk: Desk) -> None:
    desk.new()
    tap(desk, "LF", 6)
    name = desk.page.view.talk.card.name
    name.setFocus()
    QTest.keyClicks(name, "Bo")
    QTest.keyClick(name, Qt.Key.Key_Z, CONTROL)
    assert name.text() == ""
    assert marks(desk) == {"LF": 6}
    QTest.keyClick(name, Qt.Key.Key_Z, CONTROL)
    assert marks(desk) == {"LF": 6}


def test_that_ticks_themes_matters_and_answers_are_taken_back(desk: Desk) -> None:
    desk.new()
    before = desk.draft
    said: tuple[edits.Edit, ...] = (
        partial(edits.with_topic, code="LF", on=True),
        partial(edits.with_topic, code="LF1", on=True),
        partial(edits.with_theme, code="rouw", on=True),
        partial(edits.with_no_themes, on=True),
        partial(edits.with_matter, matter=Matter("LF")),
        partial(edits.without_matter, matter=Matter("LF")),
        partial(edits.with_wants_change, wants=WantsChange.YES),
        partial(edits.with_step, step=Step(sure=Sureness.HARD)),
        partial(around_edits.with_signal, code="schulden", on=True),
        partial(around_edits.with_via, via="buur"),
    )
    states = [before]
    for edit in said:
        change(desk, edit)
        states.append(desk.draft)
    for state in reversed(states[:-1]):
        undo(desk)
        assert desk.draft.conversation == state.conversation
    for state in states[1:]:
        redo(desk)
        assert desk.draft.conversation == state.conversation


def test_that_a_mark_that_is_taken_away_can_be_brought_back_by_what_is_said(desk: Desk) -> None:
    desk.new()
    tap(desk, "LF", 6)
    press(desk.page.view.talk.rows.rows["LF"].marks.buttons[6])
    assert marks(desk) == {}
    assert desk.said == ["Het cijfer is weggehaald."]
    tap(desk, "MW", 3)
    desk.page.undo.bring_back()
    assert marks(desk) == {"LF": 6, "MW": 3}
    undo(desk)
    assert marks(desk) == {"MW": 3}


def test_that_the_keys_do_nothing_at_the_end_of_a_talk(desk: Desk) -> None:
    desk.new()
    tap(desk, "LF", 6)
    press(desk.page.view.finish)
    assert desk.page.ending is not None
    QTest.keyClick(
        desk.page.ending.permissions.questions[Purpose.RECORD].answers.buttons[ConsentAnswer.YES],
        Qt.Key.Key_Z,
        CONTROL,
    )
    assert marks(desk) == {"LF": 6}
    press(desk.page.view.back)
    undo(desk)
    assert marks(desk) == {}


def test_that_another_talk_begins_without_anything_to_take_back(desk: Desk) -> None:
    desk.new()
    tap(desk, "LF", 6)
    desk.save()
    desk.new()
    undo(desk)
    assert marks(desk) == {}
    assert not desk.page.undo.stack.canUndo()


def test_that_a_draft_taken_back_is_what_is_kept(desk: Desk) -> None:
    desk.new()
    tap(desk, "LF", 6)
    tap(desk, "MW", 5)
    desk.save()
    undo(desk)
    desk.save()
    assert desk.stored()[0].conversation.entry("MW").answer == EMPTY


@settings(max_examples=60)
@given(here=drafts, there=drafts)
def test_that_restoring_brings_back_all_that_was_not_typed(here: Draft, there: Draft) -> None:
    # of one conversation: the same subjects once each, and nothing typed differs
    one = {entry.code: entry for entry in here.conversation.dimensions}
    aspects = {entry.code: entry for entry in here.conversation.aspects if entry.answer.touched or entry.topic}
    others = {entry.code: entry for entry in there.conversation.aspects if entry.answer.touched or entry.topic}
    talk = replace(here.conversation, dimensions=tuple(one.values()), aspects=_in_order(aspects))
    other = replace(
        talk,
        **{
            name: getattr(there.conversation, name)
            for name in ("themes", "no_themes", "matters", "wants_change", "return_on", "signals", "via", "mode")
        },
        dimensions=tuple(replace(e, topic=not e.topic, answer=marked(3, SetBy.WORKER)) for e in one.values()),
        aspects=_in_order(others),
    )
    before, after = replace(here, conversation=talk), replace(here, conversation=other)
    assert restoring(before, after)(before) == after
    assert restoring(after, before)(after) == before


def _in_order(entries: dict[str, AspectEntry]) -> tuple[AspectEntry, ...]:
    return tuple(entries[code] for code in sorted(entries))


@pytest.mark.parametrize(
    ("edit", "what"),
    [
        (partial(edits.with_answer, code="LF", answer=EMPTY), "mark"),
        (partial(edits.with_answer, code="LF", answer=marked(3, SetBy.WORKER)), ""),
        (partial(edits.without_matter, matter=Matter("LF")), "matter"),
        (partial(edits.with_no_themes, on=True), "themes"),
        (partial(edits.with_theme, code="rouw", on=False), ""),
    ],
)
def test_that_only_what_is_gone_is_spoken_of(desk: Desk, edit: edits.Edit, what: str) -> None:
    desk.new()
    for given_before in (
        partial(edits.with_answer, code="LF", answer=marked(6, SetBy.WORKER)),
        partial(edits.with_matter, matter=Matter("LF")),
        partial(edits.with_theme, code="rouw", on=True),
    ):
        change(desk, given_before)
    assert lost(desk.draft, edit(desk.draft)) == what
