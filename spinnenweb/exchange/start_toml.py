"""Reading a start file (docs/startbestand.md): what is not understood is named with its line, and refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.house_rules import (
    COVER_MINUTES,
    DESK_MINUTES,
    MONTHS,
    VISIT_MINUTES,
    FileKind,
    IdleTimes,
    Retention,
    UrgentNumber,
)
from spinnenweb.domain.languages import CODES
from spinnenweb.domain.residents import LONGEST_NAME
from spinnenweb.domain.start_file import StartFile, StartVillage
from spinnenweb.domain.text_rules import clean_line
from spinnenweb.exchange.toml_lines import TomlError, line_at, lines_of, parsed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MAX_BYTES = 64 * 1024
NEWEST = 1
"""The format this program reads; the number after `startbestand =`."""

_MOST_VILLAGES = 200
_MOST_CODES = 50
_MOST_NUMBERS = 12
_LONGEST_PATH = 1024
_LONGEST_SHOWN = 40
_CBS_CODE = r"(BU[0-9]{8}|WK[0-9]{6}|GM[0-9]{4})"
_PHONE = r"\+?[0-9][0-9 \-]{1,18}[0-9]"
_PUBLIC_KEY = r"age1[02-9ac-hj-np-z]{58}"
_KINDS = {"gesprekken": FileKind.CONVERSATIONS, "contacten": FileKind.CONTACTS, "kaart": FileKind.CARD}
_TABLES = {
    "startbestand": (),
    "organisatie": ("naam", "sleutel"),
    "kern": ("naam", "cbs"),
    "bewaren": tuple(_KINDS),
    "reservekopie": ("plek",),
    "vergrendelen": ("bureau", "bezoek_afdekken", "bezoek_slot"),
    "talen": ("aan",),
    "nummer": ("naam", "telefoon"),
}
_LISTS = {"kern": _MOST_VILLAGES, "nummer": _MOST_NUMBERS}


def parse_start_file(data: bytes) -> StartFile:
    """Read a start file that anybody may have written.

    Raises:
        SpinnenwebError: `start.too_large`; `start.syntax` with `line` (no TOML); `start.newer` with `version`;
            `start.unknown` with `line` and `name` (a key nobody knows); `start.value` with `line` and `name` (not
            what stands in the manual); `start.missing` with `name`.
    """
    if len(data) > MAX_BYTES:
        raise SpinnenwebError("start.too_large")
    try:
        source = data.decode("utf-8-sig")
        content = parsed(source)
    except UnicodeDecodeError:
        raise SpinnenwebError("start.syntax", line=1) from None
    except TomlError as error:
        raise SpinnenwebError("start.syntax", line=max(1, error.line)) from None
    return _Reader(source, content).read()


class _Reader:
    """The content with its text beside it, for the number of the line in an error."""

    def __init__(self, source: str, content: Mapping[str, Any]) -> None:
        self._lines = lines_of(source)
        self._content = content

    def read(self) -> StartFile:
        self._refuse_newer()
        self._refuse_unknown(self._content, _TABLES, ())
        for table in _TABLES:
            self._refuse_strange(table)
        organisation = self._table("organisatie")
        if "naam" not in organisation:
            raise SpinnenwebError("start.missing", name="organisatie.naam")
        return StartFile(
            organisation=self._text(organisation, "naam", ("organisatie",)),
            public_key=self._matching(organisation, "sleutel", ("organisatie",), _PUBLIC_KEY),
            villages=self._villages(),
            retention=self._retention(),
            backup_place=self._text(self._table("reservekopie"), "plek", ("reservekopie",), _LONGEST_PATH),
            idle=self._idle(),
            languages=self._languages(),
            urgent_numbers=self._numbers(),
        )

    def _refuse_newer(self) -> None:
        if "startbestand" not in self._content:
            raise SpinnenwebError("start.missing", name="startbestand")
        number = self._whole(self._content, "startbestand", (), range(1, 10**6), 0)
        if number > NEWEST:
            raise SpinnenwebError("start.newer", version=number)

    def _refuse_strange(self, table: str) -> None:
        for place, entries in self._entries(table):
            self._refuse_unknown(entries, _TABLES[table], place)

    def _entries(self, table: str) -> list[tuple[tuple[str | int, ...], Mapping[str, Any]]]:
        if table == "startbestand":
            return []
        if table not in _LISTS:
            return [((table,), self._table(table))]
        found = self._content.get(table, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise self._wrong(table, ())
        if len(found) > _LISTS[table]:
            raise self._wrong(table, (table, _LISTS[table]))
        return [((table, number), one) for number, one in enumerate(found)]

    def _table(self, name: str) -> Mapping[str, Any]:
        found = self._content.get(name, {})
        if not isinstance(found, dict):
            raise self._wrong(name, ())
        return found

    def _refuse_unknown(
        self, entries: Mapping[str, Any], known: Mapping[str, Any] | tuple[str, ...], place: tuple[str | int, ...]
    ) -> None:
        for name in entries:
            if name not in known:
                line = max(1, line_at(self._lines, (*place, name)))
                raise SpinnenwebError("start.unknown", line=line, name=name[:_LONGEST_SHOWN])

    def _villages(self) -> tuple[StartVillage, ...]:
        found = tuple(
            StartVillage(self._needed(entries, "naam", place), self._codes(entries, place))
            for place, entries in self._entries("kern")
        )
        names = [village.name.casefold() for village in found]
        for number, name in enumerate(names):
            if name in names[:number]:
                raise self._wrong("naam", ("kern", number))
        return found

    def _codes(self, entries: Mapping[str, Any], place: tuple[str | int, ...]) -> tuple[str, ...]:
        return self._list(entries, "cbs", place, _MOST_CODES, lambda one: bool(re.fullmatch(_CBS_CODE, one)))

    def _languages(self) -> tuple[str, ...]:
        return self._list(self._table("talen"), "aan", ("talen",), len(CODES), CODES.__contains__)

    def _retention(self) -> Retention:
        table = self._table("bewaren")
        default = Retention().months
        return Retention(
            {kind: self._whole(table, name, ("bewaren",), MONTHS, default[kind]) for name, kind in _KINDS.items()}
        )

    def _idle(self) -> IdleTimes:
        table, place, default = self._table("vergrendelen"), ("vergrendelen",), IdleTimes()
        desk = self._whole(table, "bureau", place, DESK_MINUTES, default.desk)
        cover = self._whole(table, "bezoek_afdekken", place, COVER_MINUTES, default.visit_cover)
        lock = self._whole(table, "bezoek_slot", place, VISIT_MINUTES, default.visit_lock)
        if lock < cover:
            raise self._wrong("bezoek_slot", place)
        return IdleTimes(desk, cover, lock)

    def _numbers(self) -> tuple[UrgentNumber, ...]:
        return tuple(
            UrgentNumber(
                self._needed(entries, "naam", place),
                self._matching({"telefoon": "", **entries}, "telefoon", place, _PHONE),
            )
            for place, entries in self._entries("nummer")
        )

    def _needed(self, entries: Mapping[str, Any], name: str, place: tuple[str | int, ...]) -> str:
        return self._text({name: "", **entries}, name, place)

    def _text(
        self, entries: Mapping[str, Any], name: str, place: tuple[str | int, ...], longest: int = LONGEST_NAME
    ) -> str:
        if name not in entries:
            return ""
        value = entries[name]
        try:
            cleaned = clean_line(value, longest, name) if isinstance(value, str) else ""
        except SpinnenwebError:
            cleaned = ""
        if not cleaned:
            raise self._wrong(name, place)
        return cleaned

    def _matching(self, entries: Mapping[str, Any], name: str, place: tuple[str | int, ...], pattern: str) -> str:
        found = self._text(entries, name, place)
        if name in entries and not re.fullmatch(pattern, found):
            raise self._wrong(name, place)
        return found

    def _whole(
        self,
        entries: Mapping[str, Any],
        name: str,
        place: tuple[str | int, ...],
        within: range,
        default: int,
    ) -> int:
        value = entries.get(name, default)
        if name in entries and (not isinstance(value, int) or isinstance(value, bool) or value not in within):
            raise self._wrong(name, place)
        return int(value)

    def _list(
        self,
        entries: Mapping[str, Any],
        name: str,
        place: tuple[str | int, ...],
        most: int,
        fits: Callable[[str], bool],
    ) -> tuple[str, ...]:
        value = entries.get(name, [])
        if not isinstance(value, list) or len(value) > most or not all(isinstance(one, str) for one in value):
            raise self._wrong(name, place)
        if not all(map(fits, value)) or len(set(value)) != len(value):
            raise self._wrong(name, place)
        return tuple(value)

    def _wrong(self, name: str, place: tuple[str | int, ...]) -> SpinnenwebError:
        # the value itself is not repeated: it may be long, and it stands on that line
        return SpinnenwebError("start.value", line=max(1, line_at(self._lines, (*place, name))), name=name)
