"""An instrument of an organisation's own, from one TOML text. The format is explained in docs/vragenlijsten.md.

Reading is strict: every flaw is found and told with its line, and nothing is taken over while there is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.instruments import (
    ADULT,
    SIMPLE,
    Aspect,
    Dimension,
    Instrument,
    InstrumentKey,
    Mode,
    Scale,
    own_code,
)
from spinnenweb.domain.languages import BASE, CODES
from spinnenweb.domain.residents import Level
from spinnenweb.domain.text_rules import clean_line
from spinnenweb.domain.wording import TwoForms
from spinnenweb.exchange.toml_lines import Path, TomlError, line_at, lines_of, parsed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spinnenweb.domain.wording import Entry

FEWEST_DIMENSIONS, MOST_DIMENSIONS = 3, 8
"""Two axes are a line and no web; from nine on a finger no longer finds its axis, and labels touch."""
MOST_ASPECTS = 12
"""As many as one screen unfolds without scrolling far."""
HIGHEST_VERSION = 999
LONGEST_TITLE, LONGEST_LABEL, LONGEST_ASPECT = 40, 30, 60
LONGEST_QUESTION, LONGEST_HINT = 160, 200
MOST_CHARACTERS = 200_000

_ID = re.compile(r"[a-z][a-z0-9-]{2,29}")
_DIMENSION = re.compile(r"[A-Z]{1,4}")
_TOP = ("id", "version", "name", "modes", "scales", "dimension", "words")
_SHIPPED = (ADULT.id, SIMPLE.id)

T = TypeVar("T")
WordsKey = tuple[str, str]
"""A language and a level."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong on a line; `kind` is a key under `own_flaw.` in werker.toml. Line 0 is the whole file."""

    line: int
    kind: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OwnRead:
    """An instrument as it stands in its file: what it is called, what it is made of, and its words.

    `words` holds the entries by language and level, under keys as in the text files. Codes in both are those of
    `own_code`, so that no other instrument has them.
    """

    name: str
    instrument: Instrument
    words: Mapping[WordsKey, Mapping[str, Entry]]


def read_own_instrument(text: str) -> OwnRead | tuple[Flaw, ...]:
    """The instrument a text describes, or everything that is wrong with it in the order of the lines."""
    if len(text) > MOST_CHARACTERS:
        return (Flaw(0, "too_large", {"most": MOST_CHARACTERS // 1000}),)
    try:
        data = parsed(text)
    except TomlError as error:
        return (Flaw(error.line, "syntax"),)
    reader = _Reader(lines_of(text))
    read = reader.read(data)
    return tuple(sorted(reader.flaws, key=lambda flaw: flaw.line)) if reader.flaws else read


class _Reader:
    """Goes through the tables and writes down what is wrong; what it makes counts only without flaws."""

    def __init__(self, lines: Mapping[Path, int]) -> None:
        self._lines = lines
        self.flaws: list[Flaw] = []

    def read(self, data: Mapping[str, Any]) -> OwnRead:
        self._refuse_unknown(data, (), _TOP)
        key = InstrumentKey(self._id(data), self._version(data))
        name = self._text(data, (), "name", LONGEST_TITLE)
        modes = tuple(Mode(value) for value in self._choices(data, "modes", [mode.value for mode in Mode]))
        scales = tuple(Scale(value) for value in self._choices(data, "scales", [scale.value for scale in Scale]))
        if Mode.ITEMS in modes and Scale.FACES in scales:
            self.flaw(("scales",), "faces_items")
        dimensions = self._dimensions(data, Mode.ITEMS in modes)
        words = _Words(self, dimensions).read(data.get("words"))
        return OwnRead(name, *_named(Instrument(key, dimensions, modes, scales), words))

    def flaw(self, path: Path, kind: str, **values: str | int) -> None:
        """Write down what is wrong at a path."""
        self.flaws.append(Flaw(line_at(self._lines, path), kind, values))

    def _id(self, data: Mapping[str, Any]) -> str:
        value = self._given(data, (), "id", str)
        if value is None:
            return ""
        if not _ID.fullmatch(value):
            self.flaw(("id",), "id_form")
        elif value in _SHIPPED:
            self.flaw(("id",), "id_taken", name=value)
        return str(value)

    def _version(self, data: Mapping[str, Any]) -> int:
        value = self._given(data, (), "version", int)
        if value is None:
            return 0
        if isinstance(value, bool) or not 1 <= value <= HIGHEST_VERSION:
            self.flaw(("version",), "version", most=HIGHEST_VERSION)
        return int(value)

    def _choices(self, data: Mapping[str, Any], name: str, known: Sequence[str]) -> list[str]:
        values = self._given(data, (), name, list)
        if values is None:
            return []
        wrong = [value for value in values if value not in known]
        if not values or wrong or len(set(values)) != len(values):
            self.flaw((name,), "choices", name=name, choices=", ".join(known))
            return []
        return list(map(str, values))

    def _dimensions(self, data: Mapping[str, Any], by_aspect: bool) -> tuple[Dimension, ...]:
        tables = self._tables(data, (), "dimension", needed=True)
        if not FEWEST_DIMENSIONS <= len(tables) <= MOST_DIMENSIONS and "dimension" in data:
            self.flaw(("dimension", 0), "dimensions", n=len(tables), least=FEWEST_DIMENSIONS, most=MOST_DIMENSIONS)
        found = [self._dimension(table, ("dimension", n), by_aspect) for n, table in enumerate(tables)]
        codes = [dimension.code for dimension in found]
        for place, code in enumerate(codes):
            if code and code in codes[:place]:
                self.flaw(("dimension", place, "code"), "code_twice", name=code)
        return tuple(found)

    def _dimension(self, table: Mapping[str, Any], path: Path, by_aspect: bool) -> Dimension:
        self._refuse_unknown(table, path, ("code", "aspect"))
        code = of = self._given(table, path, "code", str) or ""
        if not _DIMENSION.fullmatch(code):
            # told once: the codes of its aspects are held to their form only
            of = _DIMENSION.pattern
            if code:
                self.flaw((*path, "code"), "code_form")
        aspects = self._tables(table, path, "aspect", needed=False)
        if len(aspects) > MOST_ASPECTS:
            self.flaw((*path, "aspect", MOST_ASPECTS), "aspects", n=len(aspects), most=MOST_ASPECTS)
        if by_aspect and not aspects:
            self.flaw(path, "items_empty", name=code)
        return Dimension(code, self._aspects(aspects[:MOST_ASPECTS], path, of))

    def _aspects(self, tables: Sequence[Mapping[str, Any]], path: Path, of: str) -> tuple[Aspect, ...]:
        found: list[Aspect] = []
        for number, table in enumerate(tables):
            place = (*path, "aspect", number)
            self._refuse_unknown(table, place, ("code", "sensitive"))
            code = self._given(table, place, "code", str) or ""
            if code and not re.fullmatch(rf"{of}[1-9][0-9]?", code):
                self.flaw((*place, "code"), "code_form")
            if code in [aspect.code for aspect in found]:
                self.flaw((*place, "code"), "code_twice", name=code)
            sensitive = self._given(table, place, "sensitive", bool) if "sensitive" in table else False
            found.append(Aspect(code, bool(sensitive)))
        return tuple(found)

    def _tables(self, data: Mapping[str, Any], path: Path, name: str, needed: bool) -> list[Mapping[str, Any]]:
        if name not in data and not needed:
            return []
        found = self._given(data, path, name, list) or []
        if not all(isinstance(table, dict) for table in found):
            self.flaw((*path, name), "form", name=name)
            return []
        return list(found)

    def _text(self, table: Mapping[str, Any], path: Path, name: str, longest: int) -> str:
        value = self._given(table, path, name, str)
        return "" if value is None else self.line(value, (*path, name), longest)

    def line(self, text: str, path: Path, longest: int) -> str:
        """A text of one line without braces, which are placeholders elsewhere."""
        name = str(path[-1])
        try:
            cleaned = clean_line(text, longest, name)
        except SpinnenwebError as error:
            long = error.code == "text.too_long"
            self.flaw(path, "too_long" if long else "characters", name=name, longest=longest)
            return ""
        if not cleaned:
            self.flaw(path, "empty", name=name)
        if "{" in cleaned or "}" in cleaned:
            self.flaw(path, "characters", name=name)
        return cleaned

    def _given(self, table: Mapping[str, Any], path: Path, name: str, kind: type[T]) -> T | None:
        if name not in table:
            self.flaw(path, "missing", name=name)
            return None
        if not isinstance(table[name], kind):
            self.flaw((*path, name), "form", name=name)
            return None
        value: T = table[name]
        return value

    def _refuse_unknown(self, table: Mapping[str, Any], path: Path, known: Sequence[str]) -> None:
        for name in table:
            if name not in known:
                self.flaw((*path, name), "unknown", name=shown(name))


class _Words:
    """The `words` tables: per language and level every label, question and hint, or the whole table is wrong."""

    def __init__(self, reader: _Reader, dimensions: tuple[Dimension, ...]) -> None:
        self._reader = reader
        self._dimensions = dimensions
        self._aspects = {aspect.code for dimension in dimensions for aspect in dimension.aspects}

    def read(self, words: object) -> dict[WordsKey, dict[str, Entry]]:
        found: dict[WordsKey, dict[str, Entry]] = {}
        for language, levels in self._each(words, ("words",), CODES, "language"):
            for level, table in self._each(levels, ("words", language), [x.value for x in Level], "level"):
                found[language, level] = self._entries(table, ("words", language, level))
        if (BASE, Level.PLAIN.value) not in found:
            self._reader.flaw(("words",), "dutch")
        return found

    def _each(
        self, tables: object, path: Path, known: Sequence[str], kind: str
    ) -> list[tuple[str, Mapping[str, Any]]]:
        if tables is None:
            return []
        if not isinstance(tables, dict):
            self._reader.flaw(path, "form", name=str(path[-1]))
            return []
        found: list[tuple[str, Mapping[str, Any]]] = []
        for name, table in tables.items():
            if name not in known:
                self._reader.flaw((*path, name), kind, name=shown(name), choices=", ".join(known))
            elif not isinstance(table, dict):
                self._reader.flaw((*path, name), "form", name=name)
            else:
                found.append((name, table))
        return found

    def _entries(self, table: Mapping[str, Any], path: Path) -> dict[str, Entry]:
        codes = [dimension.code for dimension in self._dimensions]
        for name in table:
            if name != "label" and name not in codes:
                self._reader.flaw((*path, name), "unknown", name=shown(name))
        found = self._labels(self._table(table, path, "label"), (*path, "label"))
        for code in codes:
            own = self._table(table, path, code)
            for name, longest in (("ask", LONGEST_QUESTION), ("hint", LONGEST_HINT)):
                found[f"{code}.{name}"] = self._sentence(own, (*path, code), name, longest)
            for name in own:
                if name not in ("ask", "hint"):
                    self._reader.flaw((*path, code, name), "unknown", name=shown(name))
        return found

    def _table(self, table: Mapping[str, Any], path: Path, name: str) -> Mapping[str, Any]:
        found = table.get(name)
        if isinstance(found, dict):
            return found
        if found is not None:
            self._reader.flaw((*path, name), "form", name=name)
        return {}

    def _labels(self, table: Mapping[str, Any], path: Path) -> dict[str, Entry]:
        codes = {dimension.code: LONGEST_LABEL for dimension in self._dimensions}
        codes |= dict.fromkeys(sorted(self._aspects), LONGEST_ASPECT)
        for name in table:
            if name not in codes:
                self._reader.flaw((*path, name), "unknown", name=shown(name))
        return {f"label.{code}": self._label(table, path, code, longest) for code, longest in codes.items()}

    def _label(self, table: Mapping[str, Any], path: Path, code: str, longest: int) -> str:
        value = table.get(code)
        if isinstance(value, str):
            return self._reader.line(value, (*path, code), longest)
        self._flaw_of(value, (*path, code))
        return ""

    def _sentence(self, table: Mapping[str, Any], path: Path, name: str, longest: int) -> Entry:
        value, place = table.get(name), (*path, name)
        if isinstance(value, str):
            return self._reader.line(value, place, longest)
        if (
            isinstance(value, dict)
            and value.keys() == {"u", "je"}
            and all(isinstance(v, str) for v in value.values())
        ):
            return TwoForms(*(self._reader.line(value[form], place, longest) for form in ("u", "je")))
        self._flaw_of(value, place)
        return ""

    def _flaw_of(self, value: object, path: Path) -> None:
        name = ".".join(map(str, path))
        self._reader.flaw(path, "missing" if value is None else "form", name=name)


def shown(name: str) -> str:
    """A name out of a file as a message may repeat it."""
    return name[:30]


def _named(
    bare: Instrument, words: Mapping[WordsKey, Mapping[str, Entry]]
) -> tuple[Instrument, Mapping[WordsKey, Mapping[str, Entry]]]:
    """The same under codes that no other instrument has."""
    key = bare.key
    named = tuple(
        Dimension(
            own_code(key, dimension.code),
            tuple(Aspect(own_code(key, aspect.code), aspect.sensitive) for aspect in dimension.aspects),
        )
        for dimension in bare.dimensions
    )
    renamed = {
        which: {_renamed(key, name): entry for name, entry in entries.items()} for which, entries in words.items()
    }
    return Instrument(key, named, bare.modes, bare.scales), renamed


def _renamed(key: InstrumentKey, name: str) -> str:
    head, tail = name.split(".")
    return f"label.{own_code(key, tail)}" if head == "label" else f"{own_code(key, head)}.{tail}"
