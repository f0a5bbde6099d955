"""Wording: the sentences of the text files, looked up by dotted key.

The words stand in `resources/texts/<language>/<file>.toml`; code holds keys only (decision 9).
"""

from __future__ import annotations

import tomllib
from collections import ChainMap
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from spinnenweb.domain.languages import BASE, LEFT_TO_RIGHT, RIGHT_TO_LEFT, direction_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


_FILES = 32
"""So many files are kept as they were read; a vault uses half of them."""
_ISOLATED = "\u2068{}\u2069"
"""First strong isolate … pop: a name or a date keeps its own direction and its place in the sentence."""


class MissingTextError(KeyError):
    """A key or a placeholder that no one filled in. A bug, so not a `SpinnenwebError`."""


@dataclass(frozen=True, slots=True)
class TwoForms:
    """One sentence in both forms of address."""

    u: str
    je: str

    def said_to(self, form: str) -> str:
        """The sentence for "u" or "je"; `KeyError` for any other form."""
        return {"u": self.u, "je": self.je}[form]


Entry = str | TwoForms | tuple[str, ...]
EntriesOf = Callable[[str, str], MutableMapping[str, Entry]]
"""More entries for a language and level, such as the words of an organisation's own instruments."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The entries of one text file by dotted key (`consent.yes`), in the order of the file."""

    entries: Mapping[str, Entry]

    @classmethod
    def read(cls, path: Path) -> Wording:
        """The wording of a TOML file; `OSError` or `tomllib.TOMLDecodeError` when it is not one."""
        return cls(_entries(path.read_text("utf-8")))

    def say(self, key: str, /, form: str = "u", **values: object) -> str:
        """The sentence for a key, its placeholders filled in.

        `form` is "u" or "je" and matters only where the two differ. Values are put in as they are: braces in
        them mean nothing. Raises `MissingTextError` for an unknown key or a placeholder without a value.
        """
        entry = self._entry(key)
        if isinstance(entry, tuple):
            raise MissingTextError(f"{key} is a list")
        sentence = entry if isinstance(entry, str) else entry.said_to(form)
        return sentence.format_map(_Values(values))

    def items(self, key: str) -> tuple[str, ...]:
        """The list that stands under a key, such as the buttons of a fault. Raises `MissingTextError`."""
        entry = self._entry(key)
        if not isinstance(entry, tuple):
            raise MissingTextError(f"{key} is not a list")
        return entry

    def beside(self, more: MutableMapping[str, Entry]) -> Wording:
        """The same with other entries found too, also those that come into `more` later; they win."""
        return Wording(ChainMap(more, dict(self.entries)))

    def has(self, key: str) -> bool:
        """Whether there is a sentence or a list under this key."""
        return key in self.entries

    def keys(self) -> tuple[str, ...]:
        """All keys, in the order of the file."""
        return tuple(self.entries)

    def _entry(self, key: str) -> Entry:
        if key not in self.entries:
            raise MissingTextError(key)
        return self.entries[key]


@dataclass(frozen=True, slots=True)
class ResidentTexts:
    """What is said to one resident: the wording of a language and level, bound to a form of address."""

    wording: Wording
    language: str
    level: str
    form: str = "u"
    direction: str = LEFT_TO_RIGHT

    def beside(self, more: MutableMapping[str, Entry]) -> ResidentTexts:
        """The same with other entries found too."""
        return replace(self, wording=self.wording.beside(more)) if more else self

    @property
    def version(self) -> str:
        """The version of the texts, stored with every permission answer."""
        return self.wording.say("text.version")

    @property
    def from_the_right(self) -> bool:
        """Whether these texts are written from right to left."""
        return self.direction == RIGHT_TO_LEFT

    def say(self, key: str, /, **values: object) -> str:
        """The sentence for a key in this resident's form of address. Raises `MissingTextError`.

        In a text from right to left each value is isolated, or a Dutch name or a number would move.
        """
        if self.from_the_right:
            values = {name: _ISOLATED.format(value) for name, value in values.items()}
        return self.wording.say(key, self.form, **values)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence for the resident; `under` is the same in Dutch for the worker, empty when it is Dutch already."""

    text: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said to a resident, with the Dutch of it beside another language."""

    texts: ResidentTexts
    dutch: ResidentTexts | None = None

    @property
    def from_the_right(self) -> bool:
        """Whether the resident reads from right to left."""
        return self.texts.from_the_right

    def beside(self, entries: EntriesOf) -> Spoken:
        """The same with other entries found too, by language and level."""
        texts, dutch = self.texts, self.dutch
        return Spoken(
            texts.beside(entries(texts.language, texts.level)),
            None if dutch is None else dutch.beside(entries(dutch.language, dutch.level)),
        )

    def say(self, key: str, /, **values: object) -> Said:
        """The sentence for a key in both languages, with the same values. Raises `MissingTextError`."""
        return self.both(lambda texts: texts.say(key, **values))

    def both(self, line: Callable[[ResidentTexts], str]) -> Said:
        """A sentence whose values differ between the languages; what is Dutch already is not said twice."""
        said, under = line(self.texts), "" if self.dutch is None else line(self.dutch)
        return Said(said, "" if under == said else under)


def read_resident_texts(texts: Path, language: str, level: str, form: str = "u") -> ResidentTexts:
    """The texts from `<texts>/<language>/<level>.toml`; level is "gewoon" or "eenvoudig"."""
    wording = Wording.read(texts / language / f"{level}.toml")
    return ResidentTexts(wording, language, level, form, direction_of(texts, language))


def read_spoken(texts: Path, language: str, level: str, form: str = "u") -> Spoken:
    """The texts of a language with those in Dutch; level is "gewoon" or "eenvoudig"."""
    dutch = None if language == BASE else read_resident_texts(texts, BASE, level, form)
    return Spoken(read_resident_texts(texts, language, level, form), dutch)


class _Values(dict[str, object]):
    def __missing__(self, name: str) -> object:
        raise MissingTextError(f"no value for {{{name}}}")


@lru_cache(maxsize=_FILES)
def _entries(text: str) -> Mapping[str, Entry]:
    # the same few files are read again for every page, letter and command; taking one apart is what takes long
    return MappingProxyType(dict(_flat(tomllib.loads(text))))


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Entry]]:
    for name, value in table.items():
        key = f"{prefix}{name}"
        if not isinstance(value, dict):
            yield key, tuple(map(str, value)) if isinstance(value, list) else str(value)
        elif value.keys() == {"u", "je"}:
            yield key, TwoForms(str(value["u"]), str(value["je"]))
        else:
            yield from _flat(value, f"{key}.")
