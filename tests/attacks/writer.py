"""Write a series folder: tables as the releases have them, the description, the answer sheet (README.md)."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.attacks.series import FOLLOW_UP, KINDS, PEOPLE, WEB
from tests.attacks.world import DIMENSIONS, SIGNALS, STEPS, THEMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from tests.attacks.world import Person

ALL_AGES = TOTAL = "totaal"
HIDDEN = "."
ITEMS = {
    "personen": ("",), "themas": tuple(THEMES), "onderwerpen": DIMENSIONS, "signalen": tuple(SIGNALS),
    "opvolging": tuple(STEPS), "dimensies": DIMENSIONS,
}  # fmt: skip
ITEM_COLUMN = {
    "themas": "thema", "onderwerpen": "onderwerp", "signalen": "signaal", "opvolging": "opvolging",
    "dimensies": "dimensie",
}  # fmt: skip
TRUTH_COLUMNS = ("kern", "leeftijdsgroep", "soort", "bewoner", "huishouden", "teken", "antwoorden")
YEARLY_COLUMNS = ("kern", "tabel", "dimensie", "teken", "toen")
LIVE_COLUMNS = (
    "bewoner", "huishouden", "kern", "geboortejaar", "teken_people", "teken_web", "teken_follow_up", "antwoorden",
)  # fmt: skip
KIND_OF = {
    "personen": PEOPLE, "themas": PEOPLE, "onderwerpen": PEOPLE, "signalen": FOLLOW_UP, "opvolging": FOLLOW_UP,
    "dimensies": WEB,
}  # fmt: skip
NESTED = [
    ["opvolging", "done", "agreed"],
    ["opvolging", "arrived", "handover_started"],
    ["opvolging", "helped", "arrived"],
]


class Row(NamedTuple):
    """One line of a table; value and step as text."""

    village: str
    band: str
    item: str
    value: str
    step: str
    status: str
    month: str


class Group(NamedTuple):
    """A row's place and kind of snapshot."""

    village: str
    band: str
    kind: str


class YearlyLine(NamedTuple):
    """A measurement behind a yearly row; `then` is the earlier one of a change."""

    village: str
    table: str
    dimension: str
    now: str
    then: str


def described(base: int, spread: float, *, total_rule: str = "true") -> dict[str, Any]:
    """A description of tables like the product's; name, exporter and releases are added per series."""
    tables = [
        {
            "name": name,
            "file": f"{name}.csv",
            "kind": KIND_OF[name],
            "measure": "mean" if name == "dimensies" else "count",
            "item": ITEM_COLUMN.get(name),
            "value": "gemiddelde" if name == "dimensies" else "aantal",
            "base": base,
            "spread": spread,
            "low": 0,
            "high": 10 if name == "dimensies" else 1,
        }
        for name in ITEMS
    ]
    return {
        "format": 1, "all_ages": ALL_AGES, "total": TOTAL, "total_rule": total_rule, "clusters": {},
        "hidden": HIDDEN, "minimum": 10, "distance": 5, "item_minimum": 20, "item_cap": 0.8, "mean_open": [1, 9],
        "nested": NESTED, "tables": tables,
    }  # fmt: skip


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV as the releases have them: BOM, `;`, CRLF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def write_tables(folder: Path, tables: Mapping[str, Iterable[Row]]) -> None:
    """The CSVs of one release."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        item = ITEM_COLUMN.get(name)
        value = "gemiddelde" if name == "dimensies" else "aantal"
        columns = ["kern", "leeftijdsgroep", *([item] if item else []), value, "stap", "status", "peilmoment"]
        lines = [row if item else (*row[:2], *row[3:]) for row in rows]
        (folder / f"{name}.csv").write_bytes(csv_bytes(columns, lines))


def write_answers(
    folder: Path, number: str, groups: Mapping[Group, Iterable[Person]], living: Iterable[Person]
) -> None:
    """The bench's answer sheet of one release: who is behind every row, and the file as it was."""
    truth = [
        (*group[:2], group.kind, str(p.resident), _text(p.household), token_of(group.kind, p), said(group.kind, p))
        for group, people in groups.items()
        for p in people
    ]
    _write(folder / "truth" / f"{number}.csv", csv_bytes(TRUTH_COLUMNS, truth))
    live = [
        (str(p.resident), _text(p.household), p.village, str(p.birth_year), *(token_of(kind, p) for kind in KINDS),
         "|".join(filter(None, (said(kind, p) for kind in KINDS))))
        for p in living
    ]  # fmt: skip
    _write(folder / "live" / f"{number}.csv", csv_bytes(LIVE_COLUMNS, live))


def write_yearly(folder: Path, number: str, lines: Iterable[YearlyLine]) -> None:
    """Who is behind the yearly rows of one release; no file when there are none."""
    found = list(lines)
    if found:
        _write(folder / "truth" / f"{number}-jaar.csv", csv_bytes(YEARLY_COLUMNS, found))


def write_description(folder: Path, content: Mapping[str, Any]) -> None:
    """`description.json`."""
    _write(folder / "description.json", json.dumps(content, indent=1, ensure_ascii=False).encode())


def answers(name: str, person: Person) -> frozenset[str]:
    """Which items of a table of counts a person has."""
    if name == "personen":
        return frozenset({""})
    by_table = {
        "themas": person.themes, "onderwerpen": person.topics, "signalen": person.signals,
        "opvolging": person.steps,
    }  # fmt: skip
    return by_table[name]


def token_of(kind: str, person: Person) -> str:
    """The token of a person's measurement of one kind."""
    return str(person.tokens[KINDS.index(kind)])


def said(kind: str, person: Person) -> str:
    """What a measurement says, as `antwoorden` has it."""
    if kind == WEB:
        return "|".join(f"dimensies:{code}={mark}" for code, mark in person.marks.items())
    names = [name for name in ITEMS if KIND_OF[name] == kind]
    return "|".join(f"{name}:{item}" for name in names for item in sorted(answers(name, person)))


def _text(household: int | None) -> str:
    return "" if household is None else str(household)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
