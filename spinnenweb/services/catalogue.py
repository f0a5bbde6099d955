"""What conversations are held with: instruments, themes and signals, from the resources and the vault."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spinnenweb.domain.instruments import (
    ADULT,
    ADULT_FIRST,
    SIMPLE,
    Instrument,
    InstrumentKey,
    read_instruments,
)
from spinnenweb.domain.languages import BASE
from spinnenweb.domain.residents import Level
from spinnenweb.domain.signals import read_signals
from spinnenweb.domain.themes import Theme, read_themes

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.wording import Entry
    from spinnenweb.exchange.instrument_files import OwnRead

SHIPPED = (ADULT, ADULT_FIRST, SIMPLE)
"""The instruments of the program, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The instruments by key, the themes and signals in their order, and the `folder` they came from.

    `own` holds what the organisation loaded itself, `words` what workers call it, and `off` which of it is no
    longer offered. These three and `instruments` grow with `take` when another one is loaded.
    """

    folder: Path
    instruments: dict[InstrumentKey, Instrument]
    themes: tuple[Theme, ...]
    signals: tuple[str, ...]
    own: dict[InstrumentKey, OwnRead] = field(default_factory=dict)
    words: dict[str, Entry] = field(default_factory=dict)
    off: set[InstrumentKey] = field(default_factory=set)

    def take(self, read: OwnRead, *, active: bool) -> None:
        """Know an own instrument from now on, or whether it is offered."""
        key = read.instrument.key
        self.own[key] = read
        self.instruments[key] = read.instrument
        self.words.update(read.words[BASE, Level.PLAIN.value])
        self.words[name_key(key)] = read.name
        (self.off.discard if active else self.off.add)(key)

    def offered(self) -> tuple[InstrumentKey, ...]:
        """What a new conversation can be held with: the shipped ones, then the own ones that are on."""
        return (*SHIPPED, *sorted(key for key in self.own if key not in self.off))

    def begins_with(self, wanted: InstrumentKey) -> Instrument:
        """The instrument asked for; else the newest version of it that is offered, else the adult web."""
        offered = self.offered()
        if wanted not in offered:
            wanted = max((key for key in offered if key.id == wanted.id), default=ADULT)
        return self.instruments[wanted]

    def entries(self, language: str, level: str) -> dict[str, Entry]:
        """The words of all own instruments in a language and level; in Dutch where there are none in it."""
        found: dict[str, Entry] = {}
        for read in self.own.values():
            wanted = ((language, level), *((language, other.value) for other in Level), (BASE, level))
            which = next((key for key in wanted if key in read.words), (BASE, Level.PLAIN.value))
            found.update(read.words[which])
        return found

    def speaks(self, key: InstrumentKey, language: str) -> bool:
        """Whether an instrument has words in a language; the shipped ones have all."""
        own = self.own.get(key)
        return own is None or any(language == known for known, _ in own.words)


def name_key(key: InstrumentKey) -> str:
    """Where the name of an own instrument stands among the words of the worker."""
    return f"instrument.{key.id}-{key.version}"


def read_catalogue(resources: Path) -> Catalogue:
    """Read the instruments and vocabularies of a resources folder."""
    return Catalogue(
        resources,
        read_instruments(resources / "instruments"),
        read_themes(resources / "vocabularies" / "themas.toml"),
        read_signals(resources / "vocabularies" / "signalen.toml"),
    )
