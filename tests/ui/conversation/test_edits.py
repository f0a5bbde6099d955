"""What can happen to a conversation in the making."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.answers import NoMark, marked, without_mark
from spinnenweb.domain.conversations import MOST_MATTERS, MOST_THEMES, Matter, Step, new_conversation
from spinnenweb.domain.drafts import Draft
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.instruments import (
    ADULT,
    ADULT_FIRST,
    SIMPLE,
    Instrument,
    InstrumentKey,
    Mode,
    read_instruments,
)
from spinnenweb.domain.residents import ConsentAnswer, Purpose, Resident
from spinnenweb.ui.talk import edits

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def instruments(resources: Path) -> dict[InstrumentKey, Instrument]:
    return read_instruments(resources / "instruments")


@pytest.fixture
def draft(instruments: dict[InstrumentKey, Instrument]) -> Draft:
    talk = new_conversation("c", "r", date(2026, 11, 21), instruments[ADULT])
    return Draft("d", Resident("r", "R-001"), True, replace(talk, mode=Mode.DIRECT))


def test_that_an_answer_lands_on_its_dimension_or_its_aspect(draft: Draft) -> None:
    both = edits.with_answer(edits.with_answer(draft, "MD", marked(4)), "MD3", marked(7))
    assert both.conversation.entry("MD").answer.mark == 4
    assert both.conversation.aspect("MD3").answer.mark == 7
    assert draft.conversation.entry("MD").answer.mark is None


def test_that_a_spoken_reason_replaces_a_mark(draft: Draft) -> None:
    first = edits.with_answer(draft, "DF", marked(3))
    after = edits.with_answer(first, "DF", without_mark(NoMark.UNKNOWN))
    assert after.conversation.entry("DF").answer == without_mark(NoMark.UNKNOWN)


def test_that_emptying_an_aspect_leaves_nothing_of_it(draft: Draft) -> None:
    ticked = edits.with_topic(draft, "MD3", True)
    assert ticked.conversation.topics == ("MD3",)
    assert edits.with_topic(ticked, "MD3", False) == draft


def test_that_a_note_stands_as_it_is_typed(draft: Draft) -> None:
    assert edits.with_note(draft, "LF", "Heup ").conversation.entry("LF").note == "Heup "
    assert edits.with_note(draft, "", "a\nb").conversation.note == "a\nb"


@pytest.mark.parametrize(("text", "code"), [("a\0b", "text.nul"), ("x" * 20_001, "text.too_long")])
def test_that_a_note_that_may_not_be_stored_is_refused(draft: Draft, text: str, code: str) -> None:
    with pytest.raises(SpinnenwebError) as error:
        edits.with_note(draft, "LF", text)
    assert error.value.code == code


def test_that_at_most_three_things_matter_and_none_twice(draft: Draft) -> None:
    for code in ("MD3", "MD3", "LF8", "KL", "ZG"):
        draft = edits.with_matter(draft, Matter(code))
    assert draft.conversation.matters == (Matter("MD3"), Matter("LF8"), Matter("KL"))
    assert len(draft.conversation.matters) == MOST_MATTERS
    freed = edits.without_matter(draft, Matter("LF8"))
    assert edits.with_matter(freed, Matter(words="  mijn   hond ")).conversation.matters[-1] == Matter(
        words="mijn hond"
    )


def test_that_an_empty_thing_does_not_matter(draft: Draft) -> None:
    assert edits.with_matter(draft, Matter(words="   ")) == draft


def test_that_a_sixth_theme_is_not_taken(draft: Draft) -> None:
    for code in ("a", "b", "c", "d", "e", "f"):
        draft = edits.with_theme(draft, code, True)
    assert len(draft.conversation.themes) == MOST_THEMES
    assert edits.with_theme(draft, "a", False).conversation.themes == ("b", "c", "d", "e")


def test_that_none_of_these_and_themes_exclude_each_other(draft: Draft) -> None:
    none = edits.with_no_themes(edits.with_theme(draft, "rouw", True), True)
    assert none.conversation.themes == ()
    assert none.conversation.no_themes
    assert not edits.with_theme(none, "taal", True).conversation.no_themes


def test_that_mode_and_instrument_are_free_until_the_first_mark(
    draft: Draft, instruments: dict[InstrumentKey, Instrument]
) -> None:
    by_aspect = edits.with_mode(draft, Mode.ITEMS)
    assert by_aspect.conversation.mode is Mode.ITEMS
    marked_once = edits.with_answer(by_aspect, "LF1", marked(5))
    assert edits.with_mode(marked_once, Mode.DIRECT) == marked_once
    assert edits.with_instrument(marked_once, instruments[SIMPLE], False) == marked_once


def test_that_a_spoken_reason_does_not_fix_the_mode(draft: Draft) -> None:
    said = edits.with_answer(draft, "LF", without_mark(NoMark.DECLINED))
    assert edits.with_mode(said, Mode.ITEMS).conversation.mode is Mode.ITEMS


def test_that_another_instrument_keeps_notes_and_lets_go_of_aspects_it_does_not_have(
    draft: Draft, instruments: dict[InstrumentKey, Instrument]
) -> None:
    draft = edits.with_topic(edits.with_note(draft, "MD", "kaartclub"), "LF6", True)
    draft = edits.with_topic(draft, "LF8", True)
    older = edits.with_instrument(draft, instruments[ADULT_FIRST], False).conversation
    assert older.topics == ("LF8",)
    assert older.entry("MD").note == "kaartclub"
    simple = edits.with_instrument(edits.with_mode(draft, Mode.ITEMS), instruments[SIMPLE], False).conversation
    assert (simple.mode, simple.aspects, simple.switched_on) == (Mode.DIRECT, (), ())


def test_that_sensitive_aspects_are_asked_only_when_switched_on(
    draft: Draft, instruments: dict[InstrumentKey, Instrument]
) -> None:
    adult = instruments[ADULT]
    assert "LF6" not in draft.conversation.switched_on
    on = edits.with_sensitive(draft, adult, True)
    assert on.conversation.switched_on == adult.switched_on(True)
    assert edits.with_sensitive(on, adult, False) == draft


def test_that_an_answered_sensitive_aspect_stays_asked(
    draft: Draft, instruments: dict[InstrumentKey, Instrument]
) -> None:
    on = edits.with_answer(edits.with_sensitive(draft, instruments[ADULT], True), "LF6", marked(5))
    assert "LF6" in edits.with_sensitive(on, instruments[ADULT], False).conversation.switched_on


def test_that_a_question_that_is_not_asked_is_absent(draft: Draft) -> None:
    yes = edits.with_permission(draft, Purpose.RECORD, ConsentAnswer.YES)
    assert yes.answers == {Purpose.RECORD: ConsentAnswer.YES}
    assert edits.with_permission(yes, Purpose.RECORD, None).answers == {}


def test_that_the_card_of_someone_known_is_not_changed_here(draft: Draft) -> None:
    known = replace(draft, resident_is_new=False)
    card = replace(draft.resident, calling_name="Truus")
    assert edits.with_resident(known, card) == known
    assert edits.with_resident(draft, card).resident.calling_name == "Truus"


def test_that_a_step_that_is_too_long_is_refused(draft: Draft) -> None:
    with pytest.raises(SpinnenwebError, match="too_long"):
        edits.with_step(draft, Step(what="x" * 501))
