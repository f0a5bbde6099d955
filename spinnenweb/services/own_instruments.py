"""Instruments that an organisation loads itself, from a file into the vault."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import NOTHING, Changes, Kind, changed
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.instruments import OwnInstrument
from spinnenweb.exchange.instrument_files import Flaw, OwnRead, read_own_instrument

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.instruments import InstrumentKey
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

__all__ = ["Flaw", "InstrumentService", "Loaded", "OwnLine", "with_own"]

LARGEST_BYTES = 800_000
"""More than any text of allowed length takes; what is larger is not read at all."""


@dataclass(frozen=True, slots=True)
class OwnLine:
    """An own instrument in the list of settings; `languages` are the codes it has words in."""

    key: InstrumentKey
    name: str
    dimensions: int
    languages: tuple[str, ...]
    active: bool


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a file: the instrument, or what is wrong with it and then nothing was taken over."""

    line: OwnLine | None
    flaws: tuple[Flaw, ...] = ()
    changes: Changes = NOTHING


class InstrumentService:
    """Loading, listing and switching off. The catalogue follows at once."""

    def __init__(self, database: Database, catalogue: Catalogue, ids: IdSource) -> None:
        self._database = database
        self._catalogue = catalogue
        self._ids = ids

    def all(self) -> tuple[OwnLine, ...]:
        """The own instruments, by name and version."""
        return tuple(self._line(key) for key in sorted(self._catalogue.own))

    def load(self, path: Path) -> Loaded:
        """Take over the instrument in a file, whole or not at all.

        A version that a conversation was held with never changes; one that was not may be loaded again.

        Raises:
            SpinnenwebError: `instrument.missing`, `instrument.no_rights`, `instrument.too_large`,
                `instrument.encoding`, `instrument.used`; `disk.full`.
        """
        body = _text_of(path)
        read = read_own_instrument(body)
        if not isinstance(read, OwnRead):
            return Loaded(None, read)
        key = read.instrument.key
        with self._database.writing() as work:
            known = work.instruments.by_key(key)
            if known is None:
                work.instruments.add(OwnInstrument(self._ids.new(), key.id, key.version, body))
            elif known.body != body:
                _refuse_used(work, key)
                work.instruments.update(replace(known, body=body, active=True))
            else:
                work.instruments.update(replace(known, active=True))
        self._catalogue.take(read, active=True)
        return Loaded(self._line(key), changes=changed(Kind.INSTRUMENT, ""))

    def switch(self, key: InstrumentKey, on: bool) -> Changes:
        """Offer an own instrument for new conversations, or no longer; `KeyError` for one that is not there."""
        with self._database.writing() as work:
            known = work.instruments.by_key(key)
            if known is None:
                raise KeyError(key)
            work.instruments.update(replace(known, active=on))
        self._catalogue.take(self._catalogue.own[key], active=on)
        return changed(Kind.INSTRUMENT, "")

    def _line(self, key: InstrumentKey) -> OwnLine:
        read = self._catalogue.own[key]
        languages = tuple(dict.fromkeys(language for language, _ in read.words))
        count = len(read.instrument.dimensions)
        return OwnLine(key, read.name, count, languages, key not in self._catalogue.off)


def with_own(catalogue: Catalogue, database: Database) -> Catalogue:
    """The catalogue with what this vault holds. `ValueError` for a body that no version of this program wrote."""
    with database.reading() as work:
        stored = work.instruments.all()
    for own in stored:
        read = read_own_instrument(own.body)
        if not isinstance(read, OwnRead):
            raise ValueError(f"own instrument {own.instrument_id} {own.version} cannot be read")
        catalogue.take(read, active=own.active)
    return catalogue


def _refuse_used(work: UnitOfWork, key: InstrumentKey) -> None:
    in_hand = any(draft.conversation.instrument == key for draft in work.drafts.all())
    if in_hand or work.conversations.held_with(key):
        raise SpinnenwebError("instrument.used", version=key.version, next=key.version + 1)


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as handle:
            content = handle.read(LARGEST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        raise SpinnenwebError("instrument.missing", path=str(path)) from None
    except OSError:
        raise SpinnenwebError("instrument.no_rights", path=str(path)) from None
    if len(content) > LARGEST_BYTES:
        raise SpinnenwebError("instrument.too_large", most=LARGEST_BYTES // 1000)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SpinnenwebError("instrument.encoding") from None
