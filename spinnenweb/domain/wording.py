"""Wording: the sentences of the text files, looked up by dotted key.

The words stand in `resources/texts/<language>/<file>.toml`; code holds keys only (decision 9).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


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


@dataclass(frozen=True, slots=True)
class Wording:
    """The entries of one text file by dotted key (`consent.yes`), in the order of the file."""

    entries: Mapping[str, Entry]

    @classmethod
    def read(cls, path: Path) -> Wording:
        """The wording of a TOML file; `OSError` or `tomllib.TOMLDecodeError` when it is not one."""
        return cls(MappingProxyType(dict(_flat(tomllib.loads(path.read_text("utf-8"))))))

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

    @property
    def version(self) -> str:
        """The version of the texts, stored with every permission answer."""
        return self.wording.say("text.version")

    def say(self, key: str, /, **values: object) -> str:
        """The sentence for a key in this resident's form of address. Raises `MissingTextError`."""
        return self.wording.say(key, self.form, **values)


def read_resident_texts(texts: Path, language: str, level: str, form: str = "u") -> ResidentTexts:
    """The texts from `<texts>/<language>/<level>.toml`; level is "gewoon" or "eenvoudig"."""
    return ResidentTexts(Wording.read(texts / language / f"{level}.toml"), language, level, form)


class _Values(dict[str, object]):
    def __missing__(self, name: str) -> object:
        raise MissingTextError(f"no value for {{{name}}}")


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Entry]]:
    for name, value in table.items():
        key = f"{prefix}{name}"
        if not isinstance(value, dict):
            yield key, tuple(map(str, value)) if isinstance(value, list) else str(value)
        elif value.keys() == {"u", "je"}:
            yield key, TwoForms(str(value["u"]), str(value["je"]))
        else:
            yield from _flat(value, f"{key}.")
