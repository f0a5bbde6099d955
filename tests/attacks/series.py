"""Read a series folder: the released tables, their description, and the bench's answer sheet (README.md)."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

PEOPLE, WEB, FOLLOW_UP = "people", "web", "follow_up"
KINDS = (PEOPLE, WEB, FOLLOW_UP)
MARKS = "dimensies:"
CLASSES = (("0-4", 0, 4), ("5-6", 5, 6), ("7-10", 7, 10))
"""Name, lowest and highest whole mark."""


@dataclass(frozen=True, slots=True)
class Table:
    """One released file: which column is what, and how uncertain a shown figure is."""

    name: str
    file: str
    kind: str
    is_mean: bool
    item: str | None
    value: str
    base: int = 1
    spread: float = 1.0
    low: float = 0.0
    high: float = 1.0
    is_change: bool = False
    yearly: bool = False
    least_group: int = 20

    @property
    def columns(self) -> list[str]:
        """The columns that together name an item."""
        return self.item.split(";") if self.item else []


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed or hidden figure of one release; `value` is None when hidden."""

    release: int
    table: Table
    village: str
    band: str
    item: str
    value: float | None
    step: float
    status: str
    month: str

    @property
    def key(self) -> str:
        """What the figure counts, as `truth/` names it."""
        return f"{self.table.name}:{self.item}"

    @property
    def mark(self) -> str:
        """For a figure about marks the mark, as `truth/` names it."""
        return f"dimensies:{self.item.partition(':')[0]}"

    @property
    def where(self) -> str:
        """The figure's place, for a finding."""
        return f"{self.release + 1:02d} {self.table.name} {self.village}/{self.band} {self.item}".rstrip()

    def interval(self, people: int) -> tuple[float, float]:
        """Between which sums the truth lies, by the description, for a shown figure about so many people."""
        value = self.value or 0.0
        if not self.table.is_mean:
            return max(0.0, value - self.table.base + 1), value + self.table.base - 1
        slack = self.table.spread * self.step + 1e-9
        return people * (value - slack), people * (value + slack)


@dataclass(frozen=True, slots=True)
class Measurement:
    """One person's answers at one moment: `unit` is the household, or the person when nobody is linked.

    `unit_then` is what the household was when the answers first stood in a release.
    """

    resident: str
    unit: str
    unit_then: str
    token: str
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Living:
    """A resident as the file had them on the day of a release."""

    resident: str
    village: str
    birth_year: int
    tokens: Mapping[str, str]
    values: Mapping[str, float]


class Place(NamedTuple):
    """A row's snapshot in one release."""

    release: int
    kind: str
    village: str
    band: str


@dataclass(slots=True)
class Register:
    """All measurements of one kind, numbered, so that a set of them is the bits of one int."""

    measurements: list[Measurement] = field(default_factory=list)
    number: dict[str, int] = field(default_factory=dict)
    giving: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, measurement: Measurement) -> int:
        """The bit of a measurement."""
        at = self.number.setdefault(measurement.token, len(self.measurements))
        if at == len(self.measurements):
            self.measurements.append(measurement)
            for key in measurement.values:
                self.giving[key] |= 1 << at
        return 1 << at

    def of(self, members: int) -> Iterator[Measurement]:
        """The measurements in a set."""
        return (self.measurements[at] for at in bits(members))

    def units(self, members: int) -> int:
        """How many people a set is about, a household once."""
        return len({m.unit for m in self.of(members)})

    def units_then(self, members: int) -> int:
        """How many people a set was about as far as anybody knew when it first appeared."""
        return len({m.unit_then for m in self.of(members)})

    def total(self, members: int, key: str) -> float:
        """The true sum of an item over a set."""
        return sum(m.values.get(key, 0.0) for m in self.of(members))


@dataclass(frozen=True, slots=True)
class Series:
    """Everything an attacker may read, and the answer sheet."""

    folder: Path
    name: str
    described: Mapping[str, Any]
    months: tuple[str, ...]
    folders: tuple[str, ...]
    tables: tuple[Table, ...]
    cells: tuple[Cell, ...]
    registers: Mapping[str, Register]
    truth: Mapping[Place, int]
    live: tuple[Mapping[str, Living], ...]
    yearly: Mapping[tuple[int, str, str, str], tuple[int, int]]

    def place(self, cell: Cell) -> Place:
        """Where the persons behind a figure stand in the answer sheet."""
        return Place(cell.release, cell.table.kind, cell.village, cell.band)

    def members(self, cell: Cell) -> int | None:
        """The measurements behind a figure: for a mean those with that mark; None without a snapshot.

        For a change the later ones.
        """
        if cell.table.yearly:
            return self.pair(cell)[0]
        found = self.truth.get(self.place(cell))
        if found is None or not cell.table.is_mean:
            return found
        return found & self.registers[cell.table.kind].giving.get(cell.key, 0)

    def pair(self, cell: Cell) -> tuple[int, int]:
        """The later and the earlier measurements behind a yearly figure."""
        where = (cell.release, cell.village, cell.table.name, cell.item.partition(":")[0])
        return self.yearly.get(where, (0, 0))

    def group(self, cell: Cell) -> int:
        """All measurements of the row's snapshot."""
        if cell.table.yearly:
            return self.pair(cell)[0]
        return self.truth.get(self.place(cell), 0)

    @property
    def all_ages(self) -> str:
        """The word for a village's own row."""
        return str(self.described["all_ages"])

    def rule(self, name: str, default: float) -> float:
        """A number of the published rules."""
        return float(self.described.get(name, default))

    def clusters(self) -> Mapping[str, Sequence[str]]:
        """Which villages a row about several villages is about."""
        found: Mapping[str, Sequence[str]] = self.described.get("clusters", {})
        return found

    def is_total(self, cell: Cell) -> bool:
        """Whether a figure is about all villages together."""
        return cell.village == self.described.get("total")


def bits(members: int) -> Iterator[int]:
    """The places of the bits in a set."""
    while members:
        low = members & -members
        yield low.bit_length() - 1
        members ^= low


def read_series(folder: Path) -> Series:
    """Read a whole series folder."""
    described = json.loads((folder / "description.json").read_text("utf-8"))
    tables = tuple(_table(entry) for entry in described["tables"])
    releases = described["releases"]
    registers = {kind: Register() for kind in KINDS}
    truth: dict[Place, int] = {}
    for at, entry in enumerate(releases):
        _read_truth(folder / "truth" / f"{entry['folder']}.csv", at, registers, truth)
    yearly: dict[tuple[int, str, str, str], tuple[int, int]] = {}
    for at, entry in enumerate(releases):
        _read_yearly(folder / "truth" / f"{entry['folder']}-jaar.csv", at, registers[WEB], yearly)
    return Series(
        folder=folder,
        name=described["name"],
        described=described,
        months=tuple(entry["month"] for entry in releases),
        folders=tuple(entry["folder"] for entry in releases),
        tables=tables,
        cells=tuple(
            cell
            for at, entry in enumerate(releases)
            for table in tables
            for cell in _cells(folder / entry["folder"] / table.file, at, table, described["hidden"])
        ),
        registers=registers,
        truth=truth,
        yearly=yearly,
        live=tuple(_read_live(folder / "live" / f"{entry['folder']}.csv") for entry in releases),
    )


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV as the releases write them; none when the file is not there."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def number(text: str) -> float:
    """A figure with a decimal comma."""
    return float(text.replace(",", "."))


def _table(entry: Mapping[str, Any]) -> Table:
    return Table(
        name=entry["name"],
        file=entry["file"],
        kind=entry["kind"],
        is_mean=entry["measure"] == "mean",
        item=entry.get("item"),
        value=entry["value"],
        base=entry.get("base", 1),
        spread=entry.get("spread", 1.0),
        low=entry.get("low", 0.0),
        high=entry.get("high", 1.0),
        is_change=entry["measure"] == "change",
        yearly=entry.get("yearly", False),
        least_group=entry.get("least_group", 20),
    )


def _cells(path: Path, release: int, table: Table, hidden: str) -> Iterator[Cell]:
    for row in rows_of(path):
        value = row[table.value]
        step = row.get("stap", "")
        yield Cell(
            release=release,
            table=table,
            village=row["kern"],
            band=row["leeftijdsgroep"],
            item=":".join(row[column] for column in table.columns),
            value=None if value == hidden else number(value),
            step=number(step) if step not in {"", hidden} else 0.0,
            status=row["status"],
            month=row["peilmoment"],
        )


def _read_truth(path: Path, release: int, registers: Mapping[str, Register], truth: dict[Place, int]) -> None:
    for row in rows_of(path):
        kind = row["soort"]
        place = Place(release, kind, row["kern"], row["leeftijdsgroep"])
        at = registers[kind].number.get(row["teken"])
        if at is None:
            bit = registers[kind].add(
                Measurement(row["bewoner"], _unit(row), _unit(row), row["teken"], _answers(row["antwoorden"]))
            )
        else:
            bit = 1 << at
            # who turned out to be one household is one in all earlier sets, too
            known = registers[kind].measurements[at]
            registers[kind].measurements[at] = replace(known, unit=_unit(row))
        truth[place] = truth.get(place, 0) | (bit if row["bewoner"] else 0)


def _read_yearly(
    path: Path, release: int, register: Register, yearly: dict[tuple[int, str, str, str], tuple[int, int]]
) -> None:
    for row in rows_of(path):
        where = (release, row["kern"], row["tabel"], row["dimensie"])
        now, then = yearly.get(where, (0, 0))
        later = 1 << register.number[row["teken"]] if row["teken"] else 0
        earlier = 1 << register.number[row["toen"]] if row["toen"] else 0
        yearly[where] = (now | later, then | earlier)


def _unit(row: Mapping[str, str]) -> str:
    return f"h{row['huishouden']}" if row["huishouden"] else row["bewoner"]


def _answers(text: str) -> dict[str, float]:
    found = (entry.partition("=") for entry in text.split("|") if entry)
    values = {key: float(value) if value else 1.0 for key, _, value in found}
    return values | {_class_of(key, mark): 1.0 for key, mark in values.items() if key.startswith(MARKS)}


def _class_of(key: str, mark: float) -> str:
    """The class of a mark, as `klassen.csv` names it."""
    name = next(name for name, low, high in CLASSES if low <= mark <= high)
    return f"klassen:{key.removeprefix(MARKS)}:{name}"


def _read_live(path: Path) -> dict[str, Living]:
    return {
        row["bewoner"]: Living(
            row["bewoner"],
            row["kern"],
            int(row["geboortejaar"]),
            {kind: row[f"teken_{kind}"] for kind in KINDS},
            _answers(row["antwoorden"]),
        )
        for row in rows_of(path)
    }
