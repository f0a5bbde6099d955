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
from spinnenweb.domain.signals import read_signal_themes, read_signals
from spinnenweb.domain.themes import Theme, read_themes
from spinnenweb.domain.vocabulary import WordKind

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.vocabulary import ThemeWord
    from spinnenweb.domain.wording import Entry
    from spinnenweb.exchange.instrument_files import OwnRead

SHIPPED = (ADULT, ADULT_FIRST, SIMPLE)
"""The instruments of the program, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The instruments by key, the shipped themes and signals in their order, and the `folder` they came from.

    `own` holds what the organisation loaded itself, `words` what workers call it, and `off` which of it is no
    longer offered. These three and `instruments` grow with `take` when another one is loaded. `own_words` holds
    themes and signals as the organisation shaped them; it grows with `take_word`. `signal_themes` says of shipped
    signals what they are connected with as long as the organisation says nothing else.
    """

    folder: Path
    instruments: dict[InstrumentKey, Instrument]
    shipped_themes: tuple[Theme, ...]
    shipped_signals: tuple[str, ...]
    own: dict[InstrumentKey, OwnRead] = field(default_factory=dict)
    words: dict[str, Entry] = field(default_factory=dict)
    off: set[InstrumentKey] = field(default_factory=set)
    own_words: dict[tuple[WordKind, str], ThemeWord] = field(default_factory=dict)
    signal_themes: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes that are used now, the shipped ones first, then the own ones in the order they were made."""
        return tuple(theme for theme in self.all_themes if self._used(WordKind.THEME, theme.code))

    @property
    def all_themes(self) -> tuple[Theme, ...]:
        """All themes, also those that are no longer used: for what was written and counted with them."""
        return tuple(Theme(code, self.proposed_by(code)) for code in self.all_codes(WordKind.THEME))

    @property
    def signals(self) -> tuple[str, ...]:
        """The signals that are used now, in the same order."""
        return tuple(code for code in self.all_codes(WordKind.SIGNAL) if self._used(WordKind.SIGNAL, code))

    def all_codes(self, kind: WordKind) -> tuple[str, ...]:
        """The codes of all themes or signals, used or not."""
        themes = tuple(theme.code for theme in self.shipped_themes)
        shipped = themes if kind is WordKind.THEME else self.shipped_signals
        return (*shipped, *(code for of, code in self.own_words if of is kind and code not in shipped))

    def proposed_by(self, theme: str) -> tuple[str, ...]:
        """The aspects and dimensions that propose a theme."""
        word = self.own_words.get((WordKind.THEME, theme))
        if word is not None and word.proposed_by is not None:
            return word.proposed_by
        return self.shipped_connected(WordKind.THEME, theme)

    def themes_of_sign(self, signal: str) -> tuple[str, ...]:
        """The themes a signal counts under and whose offers may help, used or not."""
        word = self.own_words.get((WordKind.SIGNAL, signal))
        if word is not None and word.proposed_by is not None:
            return word.proposed_by
        return self.shipped_connected(WordKind.SIGNAL, signal)

    def connected(self, kind: WordKind, code: str) -> tuple[str, ...]:
        """What a word is connected with: a theme with aspects and dimensions, a signal with themes."""
        return self.proposed_by(code) if kind is WordKind.THEME else self.themes_of_sign(code)

    def shipped_connected(self, kind: WordKind, code: str) -> tuple[str, ...]:
        """The same as the program came with it; nothing for a word of the organisation."""
        if kind is WordKind.SIGNAL:
            return self.signal_themes.get(code, ())
        return next((one.proposed_by for one in self.shipped_themes if one.code == code), ())

    def outside_codes(self) -> dict[str, str]:
        """The code of a theme in a thesaurus of elsewhere, for the themes that have one."""
        words = self.own_words.values()
        return {
            word.code: word.outside_code for word in words if word.kind is WordKind.THEME and word.outside_code
        }

    def topics(self) -> frozenset[str]:
        """The codes of all aspects and dimensions of all instruments."""
        instruments = self.instruments.values()
        aspects = {aspect.code for one in instruments for aspect in one.aspects()}
        return frozenset(aspects | {code for one in instruments for code in one.codes})

    def _used(self, kind: WordKind, code: str) -> bool:
        word = self.own_words.get((kind, code))
        return word is None or word.active

    def take_word(self, word: ThemeWord) -> None:
        """Know a theme or signal as the organisation shaped it, from now on."""
        self.own_words[word.kind, word.code] = word
        key = word_key(word.kind, word.code)
        if word.name:
            self.words[key] = word.name
        else:
            self.words.pop(key, None)

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
        """The words of all that is own in a language and level; in Dutch where there are none in it."""
        found: dict[str, Entry] = {}
        for word in self.own_words.values():
            said = word.resident_words or (word.name if word.own else "")
            # what the program says in another language stays as it is when the Dutch was changed
            if said and word.kind is WordKind.THEME and (word.own or language == BASE):
                found[word_key(word.kind, word.code)] = said
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


def word_key(kind: WordKind, code: str) -> str:
    """Where the name of a theme or signal stands among the words."""
    return f"{'theme' if kind is WordKind.THEME else 'signal'}.{code}"


def read_catalogue(resources: Path) -> Catalogue:
    """Read the instruments and vocabularies of a resources folder."""
    return Catalogue(
        resources,
        read_instruments(resources / "instruments"),
        read_themes(resources / "vocabularies" / "themas.toml"),
        read_signals(resources / "vocabularies" / "signalen.toml"),
        signal_themes=read_signal_themes(resources / "vocabularies" / "signalen.toml"),
    )
