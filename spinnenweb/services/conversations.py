"""Conversations: begin, keep safe while talking, finish, look back, correct."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import NOTHING, Changes, Kind, changed
from spinnenweb.domain.conversations import new_conversation
from spinnenweb.domain.drafts import Draft
from spinnenweb.domain.instruments import InstrumentKey, Mode
from spinnenweb.domain.residents import ConsentAnswer, Purpose, allows
from spinnenweb.domain.scoring import web_of
from spinnenweb.domain.themes import propose
from spinnenweb.services.agreements import correct_agreements, keep_agreements
from spinnenweb.services.cards import cleaned_resident, refuse_too_young, with_cleaned_texts
from spinnenweb.services.consents import consents_of
from spinnenweb.services.full_disk import again_when_full
from spinnenweb.services.help_answers import keep_help_answers
from spinnenweb.services.languages import as_spoken_to
from spinnenweb.services.look_backs import keep_look_backs
from spinnenweb.services.records import Finished
from spinnenweb.services.residents import (
    free_code,
    is_own_code,
    known,
    refuse_restricted,
    refuse_taken,
)
from spinnenweb.services.talks import cleaned_conversation

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.instruments import Instrument
    from spinnenweb.domain.residents import Consent, Resident
    from spinnenweb.domain.scoring import Web
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

OLD_AFTER_DAYS = 30
"""After how many days an unfinished conversation is put to the worker."""


class ConversationService:
    """What is done with conversations, from the first question to the correction afterwards."""

    def __init__(self, database: Database, catalogue: Catalogue, clock: Clock, ids: IdSource) -> None:
        self._database = database
        self._catalogue = catalogue
        self._clock = clock
        self._ids = ids

    def begin(self, resident: Resident, *, resident_is_new: bool = False, held_on: date | None = None) -> Draft:
        """An empty conversation with the resident's own instrument and scale, one mark per dimension.

        Nothing is written yet.

        Raises:
            SpinnenwebError: `resident.too_young`, `resident.restricted`.
        """
        day = held_on or self._clock.today()
        refuse_restricted(resident)
        refuse_too_young(resident, day)
        with self._database.reading() as work:
            settings = work.settings.get()
        instrument = self._instrument_of(resident)
        empty = new_conversation(
            self._ids.new(), resident.id, day, instrument, sensitive_too=settings.sensitive_aspects
        )
        begun = replace(
            empty,
            mode=Mode.DIRECT if Mode.DIRECT in instrument.modes else empty.mode,
            scale=next((scale for scale in instrument.scales if scale.value == resident.scale), empty.scale),
            started_at=self._clock.now(),
            worker=settings.worker,
        )
        return Draft(self._ids.new(), resident, resident_is_new, begun)

    @again_when_full
    def save_draft(self, draft: Draft) -> Changes:
        """Keep a conversation as it stands; one small write.

        Raises:
            SpinnenwebError: `text.*`: then what was saved before still stands; `disk.full`.
        """
        saved = replace(
            draft,
            resident=with_cleaned_texts(draft.resident),
            conversation=cleaned_conversation(draft.conversation),
            saved_at=self._clock.now(),
        )
        with self._database.writing() as work:
            work.drafts.put(saved)
        return changed(Kind.DRAFT, draft.id)

    def draft(self, draft_id: str) -> Draft:
        """The draft with this id; `KeyError` when there is none."""
        with self._database.reading() as work:
            found = work.drafts.get(draft_id)
        if found is None:
            raise KeyError(draft_id)
        return found

    def drafts(self) -> tuple[Draft, ...]:
        """All unfinished conversations, the last saved first; not of somebody who lies in the bin."""
        with self._database.reading() as work:
            drafts = work.drafts.all()
            there = work.residents.by_ids(draft.resident.id for draft in drafts)
        return tuple(draft for draft in drafts if draft.resident_is_new or draft.resident.id in there)

    def old_drafts(self, today: date) -> tuple[Draft, ...]:
        """The unfinished conversations last saved more than 30 days ago, oldest first: to finish or to wipe."""
        return tuple(draft for draft in reversed(self.drafts()) if _is_old(draft, today))

    def discard(self, draft_id: str) -> Changes:
        """Wipe a draft; nothing of it stays in the file."""
        with self._database.writing() as work:
            work.drafts.remove(draft_id)
        self._database.checkpoint()
        return changed(Kind.DRAFT, draft_id)

    @again_when_full
    def finish(self, draft: Draft) -> Finished:
        """End a conversation: keep it when the resident said yes to keeping, else wipe its draft.

        The answer in force is the one given now, else the one on file. With a "nee" nothing about a new resident
        is written; of a resident who is on file the answers themselves are. A conversation that is kept puts its
        step among the goals and its next date on the agenda.

        Raises:
            SpinnenwebError: `resident.code_taken`, `resident.too_young`, `resident.birth_year`, `text.*`: then
                the draft still stands.
        """
        now = self._clock.now()
        with self._database.writing() as work:
            kept = _may_keep(work, draft)
            resident = self._finished_card(work, draft) if kept else draft.resident
            done = replace(cleaned_conversation(draft.conversation), finished_at=now, resident_id=resident.id)
            heard = as_spoken_to(self._catalogue.folder / "texts", resident, work.settings.get().languages)
            said = consents_of(draft, heard, self._ids, now)
            if kept and draft.resident_is_new:
                work.residents.add(resident)
            if kept or not draft.resident_is_new:
                work.consents.add_many(said)
            agreed = NOTHING
            if kept:
                work.conversations.add(done)
                agreed = keep_agreements(work, done, self._ids)
                agreed |= keep_look_backs(work, draft.look_backs, done, self._ids)
                agreed |= keep_help_answers(work, draft.helps, done, self._ids)
            work.drafts.remove(draft.id)
        if not kept:
            self._database.checkpoint()
        return Finished(kept, done, resident, _changes(draft, done, said, kept=kept) | agreed)

    def get(self, conversation_id: str) -> Conversation:
        """The conversation with this id; `KeyError` when there is none."""
        with self._database.reading() as work:
            found = work.conversations.get(conversation_id)
        if found is None:
            raise KeyError(conversation_id)
        return found

    def of(self, resident_id: str) -> tuple[Conversation, ...]:
        """The finished conversations of a resident, newest first."""
        with self._database.reading() as work:
            return tuple(found for found in work.conversations.of(resident_id) if found.finished)

    def to_correct(self, conversation_id: str) -> Conversation:
        """A finished conversation that may be written down better; `KeyError` when there is none.

        Raises:
            SpinnenwebError: `resident.gone`, `resident.restricted` (what is only kept is not changed).
        """
        found = self.get(conversation_id)
        if not found.finished:
            raise KeyError(conversation_id)
        with self._database.reading() as work:
            refuse_restricted(known(work, found.resident_id))
        return found

    @again_when_full
    def correct(self, conversation: Conversation) -> Changes:
        """Write a finished conversation down better, its step and next date too; a correction is no new reading.

        Raises:
            SpinnenwebError: `text.*`, `resident.gone`, `resident.restricted`, `resident.too_young` (on the day it
                is moved to).
        """
        corrected = cleaned_conversation(conversation)
        with self._database.writing() as work:
            earlier = work.conversations.known(corrected.id)
            resident = known(work, corrected.resident_id)
            if corrected.held_on != earlier.held_on:
                refuse_too_young(resident, corrected.held_on)
            work.conversations.update(corrected)
            agreed = correct_agreements(work, earlier, corrected, self._ids)
        changes = changed(Kind.CONVERSATION, corrected.id) | changed(Kind.RESIDENT, corrected.resident_id)
        return changes | agreed

    def web(self, conversation: Conversation) -> Web:
        """The web of a conversation by its own instrument."""
        return web_of(conversation, self._catalogue.instruments[conversation.instrument])

    def propose_themes(self, conversation: Conversation) -> tuple[str, ...]:
        """At most five themes that fit what was ticked and chosen."""
        return propose(conversation, self._catalogue.themes)

    def _instrument_of(self, resident: Resident) -> Instrument:
        return self._catalogue.begins_with(InstrumentKey(resident.instrument_id, resident.instrument_version))

    def _finished_card(self, work: UnitOfWork, draft: Draft) -> Resident:
        if not draft.resident_is_new:
            return known(work, draft.resident.id)
        refuse_too_young(draft.resident, draft.conversation.held_on)
        card = cleaned_resident(draft.resident, self._clock.today())
        if is_own_code(card.code) and work.residents.by_code(card.code) is not None:
            # given out twice while two conversations were open: no reason to stop anyone at the table
            card = replace(card, code=free_code(work))
        refuse_taken(work, card)
        return card


def _is_old(draft: Draft, today: date) -> bool:
    saved_at = draft.saved_at
    return saved_at is not None and saved_at.astimezone().date() < today - timedelta(days=OLD_AFTER_DAYS)


def _may_keep(work: UnitOfWork, draft: Draft) -> bool:
    answer = draft.answers.get(Purpose.RECORD)
    if answer is None:
        return allows(work.consents.of(draft.resident.id), Purpose.RECORD)
    return answer is ConsentAnswer.YES


def _changes(draft: Draft, done: Conversation, said: tuple[Consent, ...], *, kept: bool) -> Changes:
    changes = changed(Kind.DRAFT, draft.id)
    if kept or not draft.resident_is_new:
        changes |= changed(Kind.RESIDENT, done.resident_id)
        changes |= changed(Kind.CONSENT, *(consent.id for consent in said))
    return changes | changed(Kind.CONVERSATION, done.id) if kept else changes
