from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from spinnenweb.domain.answers import marked
from spinnenweb.domain.changes import Kind, changed
from spinnenweb.domain.conversations import (
    LONGEST_NOTE,
    DimensionEntry,
    Matter,
    Source,
    Step,
    with_dimension,
)
from spinnenweb.domain.instruments import ADULT, Mode
from spinnenweb.domain.residents import AnsweredBy, Purpose, current_answers
from tests.unit.security.vaults import code_of
from tests.unit.services.rooms import LATER, NO, YES, Room, answered, same_room
from tests.unit.storage.files import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.drafts import Draft
    from spinnenweb.services.conversations import ConversationService

TODAY = NOON.date()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


@pytest.fixture
def talks(opened: Room) -> ConversationService:
    return opened.workspace.conversations


def new_draft(opened: Room) -> Draft:
    card = opened.workspace.residents.blank()
    return opened.workspace.conversations.begin(card, resident_is_new=True)


def rows(opened: Room) -> dict[str, int]:
    """How many rows of each kind the file holds."""
    names = ("resident", "conversation", "consent", "draft", "op")
    with opened.workspace.database._reader.connect() as connection:
        return {
            name: connection.scalar(text(f"SELECT count(*) FROM {name}")) or 0  # noqa: S608
            for name in names
        }


def test_that_a_conversation_begins_empty_and_writes_nothing(opened: Room, talks: ConversationService) -> None:
    before = rows(opened)
    draft = new_draft(opened)
    begun = draft.conversation
    assert (begun.instrument, begun.mode, begun.source) == (ADULT, Mode.DIRECT, Source.TALK)
    assert (begun.held_on, begun.started_at, begun.worker) == (TODAY, NOON, "AB")
    assert not begun.has_marks()
    assert not begun.finished
    assert rows(opened) == before


def test_that_sensitive_aspects_are_asked_only_when_switched_on(opened: Room, talks: ConversationService) -> None:
    settings = opened.workspace.settings
    usual = set(new_draft(opened).conversation.switched_on)
    settings.save(replace(settings.get(), sensitive_aspects=True))
    more = set(new_draft(opened).conversation.switched_on)
    adult = opened.workspace.catalogue.instruments[ADULT]
    assert more - usual == {aspect.code for aspect in adult.aspects() if aspect.sensitive}


@pytest.mark.parametrize(("age", "stops"), [(15, True), (16, False)])
def test_that_the_adult_web_stops_under_sixteen(opened: Room, age: int, stops: bool) -> None:
    talks = opened.workspace.conversations
    child = opened.new_resident(birth_year=TODAY.year - age)
    if stops:
        assert code_of(lambda: talks.begin(child)) == "resident.too_young"
    else:
        talks.begin(child)


def test_that_a_draft_is_kept_whole_and_opens_where_it_was_left(opened: Room, talks: ConversationService) -> None:
    draft = answered(replace(new_draft(opened), page="themes", question="q3"), COUNT=NO)
    assert talks.save_draft(draft) == changed(Kind.DRAFT, draft.id)
    assert talks.draft(draft.id) == replace(draft, saved_at=NOON)
    assert talks.drafts() == (replace(draft, saved_at=NOON),)
    assert (rows(opened)["resident"], rows(opened)["conversation"]) == (0, 0)


def test_that_a_draft_that_cannot_be_kept_leaves_its_earlier_state(
    opened: Room, talks: ConversationService
) -> None:
    draft = new_draft(opened)
    talks.save_draft(draft)
    for bad, code in (("a\0b", "text.nul"), ("x" * (LONGEST_NOTE + 1), "text.too_long")):
        worse = replace(draft, conversation=replace(draft.conversation, note=bad))
        assert code_of(partial(talks.save_draft, worse)) == code
    named = replace(draft, resident=replace(draft.resident, calling_name="Bo\x07"))
    assert code_of(lambda: talks.save_draft(named)) == "text.control"
    assert talks.draft(draft.id).conversation.note == ""


def test_that_a_discarded_draft_is_gone(opened: Room, talks: ConversationService) -> None:
    draft = new_draft(opened)
    talks.save_draft(draft)
    assert talks.discard(draft.id) == changed(Kind.DRAFT, draft.id)
    assert talks.drafts() == ()
    with pytest.raises(KeyError):
        talks.draft(draft.id)
    assert (opened.folder / "dossier-1.db-wal").stat().st_size == 0


def test_that_a_yes_keeps_the_resident_the_conversation_and_the_answers(
    opened: Room, talks: ConversationService
) -> None:
    draft = answered(replace(new_draft(opened), answered_by=AnsweredBy.REPRESENTATIVE), COUNT=NO)
    talks.save_draft(draft)
    opened.time.moment = NOON + timedelta(hours=1)
    done = talks.finish(draft)
    assert done.kept
    assert done.conversation.finished_at == NOON + timedelta(hours=1)
    assert talks.of(done.resident.id) == (done.conversation,)
    assert talks.get(done.conversation.id) == done.conversation
    assert opened.workspace.residents.get(done.resident.id) == draft.resident
    said = current_answers(opened.workspace.residents.consents(done.resident.id))
    assert {purpose: consent.answer for purpose, consent in said.items()} == {
        Purpose.RECORD: YES,
        Purpose.COUNT: NO,
    }
    assert {consent.answered_by for consent in said.values()} == {AnsweredBy.REPRESENTATIVE}
    assert talks.drafts() == ()
    kinds = (Kind.DRAFT, Kind.RESIDENT, Kind.CONSENT, Kind.CONVERSATION)
    assert all(done.changes.touches(kind) for kind in kinds)


@pytest.mark.parametrize("record", [NO, LATER])
def test_that_without_a_yes_nothing_of_a_new_resident_stays(opened: Room, record: object) -> None:
    talks = opened.workspace.conversations
    before = rows(opened)
    draft = answered(new_draft(opened), NO if record is NO else LATER, COUNT=YES)
    talks.save_draft(draft)
    done = talks.finish(draft)
    assert not done.kept
    assert done.conversation.entry("LF").answer == marked(7)
    assert done.resident == draft.resident
    assert done.changes == changed(Kind.DRAFT, draft.id)
    assert rows(opened) == before


def test_that_an_unasked_new_resident_is_not_kept(opened: Room, talks: ConversationService) -> None:
    before = rows(opened)
    assert not talks.finish(new_draft(opened)).kept
    assert rows(opened) == before


def test_that_a_no_of_a_known_resident_is_itself_written_down(opened: Room, talks: ConversationService) -> None:
    bo = opened.new_resident()
    opened.talk(bo, TODAY - timedelta(days=30))
    done = talks.finish(answered(talks.begin(bo), NO))
    assert not done.kept
    assert len(talks.of(bo.id)) == 1
    assert current_answers(opened.workspace.residents.consents(bo.id))[Purpose.RECORD].answer is NO
    assert done.changes.touches(Kind.CONSENT)
    assert not done.changes.touches(Kind.CONVERSATION)


def test_that_an_earlier_yes_holds_when_it_is_not_asked_again(opened: Room, talks: ConversationService) -> None:
    bo = opened.new_resident()
    opened.talk(bo, TODAY - timedelta(days=30))
    assert talks.finish(talks.begin(bo)).kept
    talks.finish(answered(talks.begin(bo), NO))
    assert not talks.finish(talks.begin(bo)).kept
    assert len(talks.of(bo.id)) == 2


def test_that_an_answer_has_the_date_of_the_conversation_but_never_a_later_one(
    opened: Room, talks: ConversationService
) -> None:
    bo = opened.new_resident()
    for held_on in (TODAY - timedelta(days=9), TODAY + timedelta(days=9)):
        opened.talk(bo, held_on)
    dates = [consent.given_on for consent in opened.workspace.residents.consents(bo.id)]
    assert dates == [TODAY - timedelta(days=9), TODAY]


def test_that_two_open_conversations_with_one_code_both_end_well(opened: Room, talks: ConversationService) -> None:
    first, second = answered(new_draft(opened)), answered(new_draft(opened))
    assert first.resident.code == second.resident.code
    codes = [talks.finish(draft).resident.code for draft in (first, second)]
    assert codes == ["R-001", "R-002"]


def test_that_a_code_of_ones_own_choice_is_never_replaced(opened: Room, talks: ConversationService) -> None:
    opened.new_resident(code="MOLEN-7")
    draft = answered(new_draft(opened))
    draft = replace(draft, resident=replace(draft.resident, code="molen-7"))
    talks.save_draft(draft)
    assert code_of(lambda: talks.finish(draft)) == "resident.code_taken"
    assert len(talks.drafts()) == 1


def test_that_a_finish_that_fails_leaves_the_draft(opened: Room, talks: ConversationService) -> None:
    draft = answered(new_draft(opened))
    young = replace(draft, resident=replace(draft.resident, birth_year=TODAY.year - 10))
    talks.save_draft(young)
    before = rows(opened)
    assert code_of(lambda: talks.finish(young)) == "resident.too_young"
    assert rows(opened) == before


def test_that_texts_are_tidy_in_the_file(opened: Room, talks: ConversationService) -> None:
    bo = opened.new_resident()
    note = "Regel één\r\n\r\nRegel e\u0301e\u0301n  \n"
    done = opened.talk(
        bo,
        note=note,
        step=Step(" wandelen ", " dinsdag\n", "  met   Bo "),
        matters=(Matter("LF"), Matter(words=" de   tuin ")),
    )
    kept = talks.get(done.conversation.id)
    assert kept.note == "Regel één\n\nRegel één"
    assert kept.step == Step(" wandelen", "dinsdag", "met Bo")
    assert kept.matters == (Matter("LF"), Matter(words="de tuin"))
    assert kept == done.conversation


def test_that_a_correction_is_no_new_reading(opened: Room, talks: ConversationService) -> None:
    bo = opened.new_resident()
    done = opened.talk(bo)
    better = with_dimension(done.conversation, DimensionEntry("LF", marked(3), note="verkeerd getikt"))
    changes = talks.correct(better)
    assert changes == changed(Kind.CONVERSATION, better.id) | changed(Kind.RESIDENT, bo.id)
    assert talks.of(bo.id) == (better,)


def test_that_the_web_is_drawn_by_the_instrument_of_the_conversation(
    opened: Room, talks: ConversationService
) -> None:
    done = opened.talk(opened.new_resident())
    web = talks.web(done.conversation)
    assert web.codes == ("LF", "MW", "ZG", "KL", "MD", "DF")
    assert web.values == (7.0, None, None, None, None, None)


def test_that_themes_are_proposed_from_what_was_ticked(opened: Room, talks: ConversationService) -> None:
    draft = new_draft(opened)
    ticked = with_dimension(draft.conversation, DimensionEntry("MD", topic=True))
    assert "eenzaamheid" in talks.propose_themes(ticked)
    assert talks.propose_themes(draft.conversation) == ()
