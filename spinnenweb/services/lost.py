"""Laptop kwijt: what was on it, how it was closed and who must know, as one text for the screen and for paper.

It names nobody: it may lie in a drawer at the office. What it says about the law comes from reference/domain.md
4.1 and is for the organisation to judge.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.documents.contents import LossSection, LossSheet
from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.breach import report_before
from spinnenweb.domain.languages import BASE
from spinnenweb.domain.wording import Wording
from spinnenweb.security.envelope import read_envelope
from spinnenweb.security.private_files import write_private
from spinnenweb.security.slots import SecretSlot, SlotKind

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.settings import WorkSettings
    from spinnenweb.security.envelope import Envelope
    from spinnenweb.storage.database import Database

__all__ = ["LossSection", "LossService", "LossSheet", "report_before"]

FILE_NAME = "laptop-kwijt.pdf"
_STEPS = ("call", "tell", "police", "write", "secret")


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much stands in a vault."""

    residents: int
    conversations: int
    drafts: int
    written_outside: int


class LossService:
    """Makes the sheet of one vault. `resources` holds the texts and the letters."""

    def __init__(self, folder: Path, database: Database, clock: Clock, resources: Path) -> None:
        self._folder = folder
        self._database = database
        self._clock = clock
        self._resources = resources

    def sheet(self, language: str = BASE) -> LossSheet:
        """The sheet as things stand now; `language` is the one the worker reads."""
        words = self._words(language)
        with self._database.reading() as work:
            settings = work.settings.get()
            outside = work.audit.lines(kinds=[AuditKind.EXPORTED], limit=None)
            amounts = Amounts(
                residents=len(work.residents.all()),
                conversations=sum(work.conversations.counts().values()),
                drafts=len(work.drafts.all()),
                written_outside=len(outside),
            )
        envelope = read_envelope(self._folder)
        sections = (
            LossSection(words.say("lost.steps"), tuple(words.say(f"lost.step.{step}") for step in _STEPS)),
            LossSection(words.say("lost.what"), _what(words, amounts)),
            LossSection(words.say("lost.how"), _how(words, envelope, settings)),
            LossSection(words.say("lost.who"), words.items("lost.who_lines")),
        )
        return LossSheet(words.say("lost.title"), sections, self._clock.today(), language)

    def pdf(self, sheet: LossSheet) -> bytes:
        """The sheet on paper, with room for when it was discovered."""
        from spinnenweb.documents.loss_sheet import make_loss_sheet

        words = self._words(sheet.language)
        return make_loss_sheet(sheet, words, self._resources / "fonts")

    def write(self, target: Path, sheet: LossSheet) -> None:
        """Write the sheet; whole or not at all.

        Raises:
            SpinnenwebError: `disk.full`, `target.no_rights`, `target.missing`, `target.exists`.
        """
        write_private(target, self.pdf(sheet))

    def _words(self, language: str) -> Wording:
        return Wording.read(self._resources / "texts" / language / "werker.toml")


def _what(words: Wording, amounts: Amounts) -> tuple[str, ...]:
    return (
        words.say(
            "lost.amounts",
            residents=amounts.residents,
            conversations=amounts.conversations,
            drafts=amounts.drafts,
        ),
        words.say("lost.kinds"),
        words.say("lost.sensitive"),
        words.say("lost.outside", n=amounts.written_outside),
        words.say("lost.names"),
    )


def _how(words: Wording, envelope: Envelope, settings: WorkSettings) -> tuple[str, ...]:
    # what this program does not know is the only thing it cannot have: slots of a newer kind are not told
    known = {slot.kind for slot in envelope.slots if isinstance(getattr(slot, "kind", None), SlotKind)}
    ways = [
        words.say(f"lost.way.{kind.value}", organisation=_name(words, settings))
        for kind in SlotKind
        if kind in known
    ]
    costs = [slot.cost for slot in envelope.slots if isinstance(slot, SecretSlot)]
    least = min(costs, key=lambda cost: cost.memory_kib)
    return (
        words.say("lost.closed"),
        words.say("lost.ways", ways=", ".join(ways)),
        words.say("lost.guessing", mebibytes=least.memory_kib // 1024),
        words.say("lost.idle", minutes=settings.idle.desk),
        words.say("lost.disk"),
    )


def _name(words: Wording, settings: WorkSettings) -> str:
    return settings.organisation or words.say("lost.your_organisation")
