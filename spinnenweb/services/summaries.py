"""The summary on paper: from records to the words of one resident, made in memory."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spinnenweb.documents.contents import SummaryChoice, SummaryContent, WrittenNote
from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.residents import display_name
from spinnenweb.domain.scoring import web_of
from spinnenweb.domain.settings import WorkSettings
from spinnenweb.security.private_files import write_private
from spinnenweb.services.audit import nobody_notes
from spinnenweb.services.languages import language_spoken, texts_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.domain.conversations import Conversation, Matter
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.wording import ResidentTexts
    from spinnenweb.services.audit import Noted
    from spinnenweb.services.catalogue import Catalogue

__all__ = ["SummaryChoice", "SummaryService", "word_for"]

KIND = "samenvatting"
NO_CODE = "inwoner"
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


class SummaryService:
    """Makes summaries; `settings` tells who works here, `noted` hears of every file that is written."""

    def __init__(
        self,
        catalogue: Catalogue,
        texts_folder: Path,
        settings: Callable[[], WorkSettings] = WorkSettings,
        noted: Noted = nobody_notes,
    ) -> None:
        self._catalogue = catalogue
        self._texts_folder = texts_folder
        self._settings = settings
        self._noted = noted

    def pdf(
        self, resident: Resident, conversation: Conversation, choice: SummaryChoice, *, kept: bool = True
    ) -> bytes:
        """The summary as PDF, also of a conversation that is not kept (then `kept` is false)."""
        from spinnenweb.documents.summary import make_summary

        return make_summary(self._content(resident, conversation, choice, kept=kept))

    def file_name(self, resident: Resident, conversation: Conversation) -> str:
        """Kind, code and date, never a name: samenvatting_R-014_2026-11-21.pdf."""
        code = _UNSAFE.sub("", resident.code) or NO_CODE
        return f"{KIND}_{code}_{conversation.held_on:%Y-%m-%d}.pdf"

    def write(
        self,
        target: Path,
        resident: Resident,
        conversation: Conversation,
        choice: SummaryChoice,
        *,
        kept: bool = True,
    ) -> None:
        """Write the summary for its owner's eyes only; whole or not at all.

        Raises:
            SpinnenwebError: `disk.full`, `target.no_rights`, `target.missing`, `target.exists`.
        """
        self._noted(AuditKind.EXPORTED, resident.id, KIND)
        write_private(target, self.pdf(resident, conversation, choice, kept=kept))

    def _content(
        self, resident: Resident, conversation: Conversation, choice: SummaryChoice, *, kept: bool
    ) -> SummaryContent:
        settings = self._settings()
        language = language_spoken(self._texts_folder, resident, settings.languages)
        texts = texts_in(self._texts_folder, language, resident)
        texts = texts.beside(self._catalogue.entries(texts.language, texts.level))
        web = web_of(conversation, self._catalogue.instruments[conversation.instrument])
        return SummaryContent(
            texts=texts,
            fonts=self._catalogue.folder / "fonts",
            name=display_name(resident),
            held_on=conversation.held_on,
            web=web,
            labels={code: word_for(texts, code) for code in web.codes},
            topics=tuple(word_for(texts, code) for code in conversation.topics),
            matters=tuple(_matter(texts, matter) for matter in conversation.matters),
            step=conversation.step,
            return_on=conversation.return_on,
            notes=_notes(texts, conversation),
            worker=settings.worker,
            phone=settings.phone,
            kept=kept,
            example=settings.demo,
            choice=choice,
        )


def word_for(texts: ResidentTexts, code: str) -> str:
    """The words for a dimension or aspect; the code itself for one that an organisation added without words."""
    key = f"label.{code}"
    return texts.say(key) if texts.wording.has(key) else code


def _matter(texts: ResidentTexts, matter: Matter) -> str:
    return matter.words or word_for(texts, matter.code)


def _notes(texts: ResidentTexts, conversation: Conversation) -> tuple[WrittenNote, ...]:
    written = [entry for entry in conversation.dimensions if entry.note.strip()]
    by_subject = [WrittenNote(word_for(texts, entry.code), entry.note) for entry in written]
    whole = [WrittenNote("", conversation.note)] if conversation.note.strip() else []
    return tuple(by_subject + whole)
