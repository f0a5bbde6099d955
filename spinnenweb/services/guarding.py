"""The free-text guard: what points at a person in words that are about to leave the vault.

It finds and shows; a person decides. The names are those of this vault: calling names and codes of all cards, also
merged ones and those of unfinished talks, and the worker. Rules: reference/domain.md 4.2, requirement 13.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING
from unicodedata import combining

from spinnenweb.domain.free_text import Finding, FindingKind, find

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.services.summaries import SummaryChoice
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

_WORD = re.compile(r"[^\W\d_]+|\d+")
SHORTEST_NUMBER = 6
"""Digits from which the worker's own number is compared."""


class PassageKind(StrEnum):
    """Where on a paper somebody's own words stand; also the keys of `guard.where` in `werker.toml`."""

    MATTER = "matter"
    STEP = "step"
    WHEN = "when"
    WITH_WHOM = "with_whom"
    NOTE = "note"
    ORGANISATION = "organisation"
    OFFER = "offer"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that leaves the vault.

    Attributes:
        about: the code of its subject, or empty.
        whose: for whom the paper is, when several leave at once.
    """

    kind: PassageKind
    text: str
    about: str = ""
    whose: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """What somebody is called in this vault; `resident_id` is empty for the worker."""

    resident_id: str
    words: str


@dataclass(frozen=True, slots=True)
class Known:
    """All names of a vault, and the number the worker gives to residents."""

    names: tuple[Name, ...]
    worker: str
    phone: str

    def of(self, resident_id: str | None) -> tuple[str, ...]:
        """What one resident is called; nothing for `None`."""
        return tuple(name.words for name in self.names if resident_id and name.resident_id == resident_id)

    @property
    def everyone(self) -> tuple[str, ...]:
        """Everybody's names."""
        return tuple(name.words for name in self.names)


class GuardService:
    """Checks texts against the names of one vault; writes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def check(self, text: str, except_resident: str | None = None) -> tuple[Finding, ...]:
        """What points at a person in a text. The own name of `except_resident` does not."""
        known = self._known([text])
        return _without(find(text, known.everyone), text, known.of(except_resident))

    def check_all(self, passages: Iterable[Passage], except_resident: str | None = None) -> tuple[Passage, ...]:
        """The passages in which something was found, with what was found."""
        texts = tuple(passages)
        known = self._known(passage.text for passage in texts)
        return _found(texts, known, known.of(except_resident))

    def summary(self, conversation: Conversation, choice: SummaryChoice) -> tuple[Passage, ...]:
        """What is found in the words of a summary for the resident of this conversation.

        Their own name is no finding, and neither are the worker's name and number: those stand on the paper.
        """
        return self._for_own_eyes(conversation, summary_passages(conversation, choice))

    def photo(self, conversation: Conversation) -> tuple[Passage, ...]:
        """The same for the screen a resident takes a photo of."""
        return self._for_own_eyes(conversation, step_passages(conversation))

    def _for_own_eyes(self, conversation: Conversation, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        if not passages:
            return ()
        known = self._known(passage.text for passage in passages)
        found = _found(passages, known, (*known.of(conversation.resident_id), known.worker))
        return tuple(
            passage for passage in (_without_number(one, known.phone) for one in found) if passage.findings
        )

    def _known(self, texts: Iterable[str]) -> Known:
        said = _words("\n".join(texts))
        with self._database.reading() as work:
            settings = work.settings.get()
            names = tuple(name for name in _names(work, settings.worker) if _may_be_in(said, name.words))
        return Known(names, settings.worker, settings.phone)


def _names(work: UnitOfWork, worker: str) -> Iterator[Name]:
    for resident_id, calling_name, code in work.residents.names():
        yield Name(resident_id, calling_name)
        yield Name(resident_id, code)
    for draft in work.drafts.all():
        if draft.resident_is_new:
            yield Name(draft.resident.id, draft.resident.calling_name)
            yield Name(draft.resident.id, draft.resident.code)
    yield Name("", worker)


def _may_be_in(said: frozenset[str], name: str) -> bool:
    """Whether looking for a name can give anything: of thousands of names a text holds a few."""
    if not name.isascii() or not any(map(str.isalpha, name)):
        return bool(name.strip())
    return not said.isdisjoint(_words(name))


def _words(text: str) -> frozenset[str]:
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not combining(sign))
    words = _WORD.findall(plain)
    return frozenset(words) | {word[:-1] for word in words if word.endswith("s")}


def _found(passages: Iterable[Passage], known: Known, allowed: tuple[str, ...]) -> tuple[Passage, ...]:
    everyone = known.everyone
    checked = (
        replace(passage, findings=_without(find(passage.text, everyone), passage.text, allowed))
        for passage in passages
        if passage.text.strip()
    )
    return tuple(passage for passage in checked if passage.findings)


def _without(found: tuple[Finding, ...], text: str, allowed: tuple[str, ...]) -> tuple[Finding, ...]:
    """Leave out the names that are allowed here; a longer name around one of them stays a finding."""
    names = [one for one in find(text, allowed) if one.kind is FindingKind.NAME]
    return tuple(
        one
        for one in found
        if one.kind is not FindingKind.NAME or not any(o.start <= one.start and one.end <= o.end for o in names)
    )


def _without_number(passage: Passage, phone: str) -> Passage:
    own = re.sub(r"\D", "", phone)
    if len(own) < SHORTEST_NUMBER:
        return passage
    others = (one for one in passage.findings if re.sub(r"\D", "", passage.text[one.start : one.end]) != own)
    return replace(passage, findings=tuple(others))


def summary_passages(conversation: Conversation, choice: SummaryChoice) -> tuple[Passage, ...]:
    """Everything on a summary that somebody wrote, in the order of the paper."""
    matters = (Passage(PassageKind.MATTER, matter.words) for matter in conversation.matters if matter.words)
    notes = (Passage(PassageKind.NOTE, entry.note, entry.code) for entry in conversation.dimensions)
    whole = Passage(PassageKind.NOTE, conversation.note)
    parts = (
        *(matters if choice.matters else ()),
        *(step_passages(conversation) if choice.step else ()),
        *((*notes, whole) if choice.note else ()),
    )
    return tuple(passage for passage in parts if passage.text.strip())


def step_passages(conversation: Conversation) -> tuple[Passage, ...]:
    """The words of the first step."""
    step = conversation.step
    parts = (
        Passage(PassageKind.STEP, step.what),
        Passage(PassageKind.WHEN, step.when),
        Passage(PassageKind.WITH_WHOM, step.with_whom),
    )
    return tuple(passage for passage in parts if passage.text.strip())
