"""Breng ik langs: summaries a resident wants on paper, waiting until the worker is near a printer."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.residents import display_name
from spinnenweb.services.audit import nobody_notes
from spinnenweb.services.summaries import SummaryChoice

if TYPE_CHECKING:
    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.services.agenda import AgendaService
    from spinnenweb.services.audit import Noted
    from spinnenweb.services.conversations import ConversationService
    from spinnenweb.services.guarding import GuardService, Passage
    from spinnenweb.services.records import AgendaLine
    from spinnenweb.services.summaries import SummaryService

_WORDS = {
    "web": "web",
    "marks": "cijfers",
    "matters": "wat telt",
    "step": "eerste stap",
    "again": "nieuwe afspraak",
    "note": "notities",
}
"""What was chosen stands on the agenda in words: the worker sees it, and the paper holds no more than that."""


class BringService:
    """A summary to bring is a follow-up of kind `BRING` about a conversation, due on the day it was promised."""

    def __init__(
        self,
        agenda: AgendaService,
        conversations: ConversationService,
        summaries: SummaryService,
        clock: Clock,
        noted: Noted = nobody_notes,
    ) -> None:
        self._agenda = agenda
        self._conversations = conversations
        self._summaries = summaries
        self._clock = clock
        self._noted = noted

    def promise(self, conversation: Conversation, choice: SummaryChoice) -> Changes:
        """Put the summary of a kept conversation on the agenda; a second promise replaces the first."""
        today = self._clock.today()
        for line in self.waiting():
            if line.follow_up.about_id == conversation.id:
                self._agenda.done(line.follow_up.id, today)
        what, resident_id = chosen_words(choice), conversation.resident_id
        return self._agenda.add(FollowUp("", FollowUpKind.BRING, conversation.id, resident_id, what, today))

    def waiting(self) -> tuple[AgendaLine, ...]:
        """What still has to be brought, the longest waiting first."""
        lines = self._agenda.open(self._clock.today())
        return tuple(line for line in lines if line.follow_up.kind is FollowUpKind.BRING)

    def words_found(self, guard: GuardService) -> tuple[Passage, ...]:
        """What points at somebody else in the words of all that waits, with whose paper it is on."""
        return tuple(
            replace(passage, whose=display_name(line.resident))
            for line in self.waiting()
            if line.resident is not None
            for passage in guard.summary(
                self._conversations.get(line.follow_up.about_id), choice_of(line.follow_up.what)
            )
        )

    def pdf(self) -> bytes:
        """All that waits as one document, to print in one go; `ValueError` when nothing waits."""
        from spinnenweb.documents.pages import bundle

        papers = [self._paper(line) for line in self.waiting() if line.resident is not None]
        if not papers:
            raise ValueError("nothing waits")
        return bundle(papers)

    def printed(self) -> None:
        """The printer took the document: write down of whom it was."""
        for line in self.waiting():
            if line.resident is not None:
                self._noted(AuditKind.PRINTED, line.resident.id)

    def _paper(self, line: AgendaLine) -> bytes:
        if line.resident is None:
            raise ValueError("a summary is someone's")
        conversation = self._conversations.get(line.follow_up.about_id)
        return self._summaries.pdf(line.resident, conversation, choice_of(line.follow_up.what))


def chosen_words(choice: SummaryChoice) -> str:
    """What was chosen, in words: "web, cijfers, eerste stap"."""
    return ", ".join(words for part, words in _WORDS.items() if getattr(choice, part))


def choice_of(words: str) -> SummaryChoice:
    """What words on the agenda stand for; a part that is not named is left out."""
    named = {part.strip() for part in words.split(",")}
    return SummaryChoice(**{part.name: _WORDS[part.name] in named for part in fields(SummaryChoice)})
