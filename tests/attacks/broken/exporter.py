"""The wrong ways that look right: exact figures, a threshold with complements, classic cell keys.

None of them remembers an earlier release. Each is what a careful builder without this design would make.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.attacks.series import KINDS, PEOPLE, WEB
from tests.attacks.world import months
from tests.attacks.writer import (
    ALL_AGES,
    HIDDEN,
    ITEMS,
    KIND_OF,
    TOTAL,
    Group,
    Row,
    answers,
    described,
    token_of,
    write_answers,
    write_description,
    write_tables,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tests.attacks.world import Person, Scenario

    Groups = Mapping[tuple[str, str], Sequence[Person]]

BANDS = {0: (), 40: ((18, 64), (65, 200)), 120: ((18, 44), (45, 64), (65, 79), (80, 200))}


@dataclass(frozen=True, slots=True)
class Way:
    """How an exporter protects: least group, whether it hides a complement, base and step of rounding."""

    name: str
    least: int = 0
    complements: bool = False
    base: int = 1
    step: float = 0.1


NAIVE = Way("naive")
T10CSS = Way("t10css", least=10, complements=True)
CELLKEY = Way("cellkey", least=10, base=5)
WAYS = (NAIVE, T10CSS, CELLKEY)


def export(way: Way, scenario: Scenario, seed: int, folder: Path) -> None:
    """Write the whole series as this exporter would have made it."""
    design: dict[str, tuple[tuple[int, int], ...]] = {}
    releases = []
    designed = 0
    for at, ((year, month), people) in enumerate(months(scenario, seed), start=1):
        if year != designed:
            design, designed = _design(people), year
        groups = _groups(people, design, year)
        number, moment = f"{at:02d}", f"{year}-{month:02d}"
        releases.append({"folder": number, "month": moment})
        write_tables(folder / number, {name: _table(way, name, groups, moment) for name in ITEMS})
        write_answers(
            folder, number, {Group(*key, kind): g for kind in KINDS for key, g in groups.items()}, people
        )
    content = described(way.base, 0.5) | {"name": scenario.name, "exporter": way.name, "releases": releases}
    if len(scenario.villages) == 1:
        content["total"] = None
    write_description(folder, content)


def _design(people: Sequence[Person]) -> dict[str, tuple[tuple[int, int], ...]]:
    sizes: dict[str, int] = defaultdict(int)
    for person in people:
        sizes[person.village] += 1
    return {name: BANDS[max(least for least in BANDS if least <= size)] for name, size in sizes.items()}


def _groups(people: Sequence[Person], design: Mapping[str, tuple[tuple[int, int], ...]], year: int) -> Groups:
    groups: dict[tuple[str, str], list[Person]] = {}
    for name, ages in design.items():
        mine = [p for p in people if p.village == name]
        groups[name, ALL_AGES] = mine
        for youngest, oldest in ages:
            label = f"{youngest}+" if oldest == 200 else f"{youngest}-{oldest}"
            groups[name, label] = [p for p in mine if youngest <= year - p.birth_year <= oldest]
    if len(design) > 1:
        groups[TOTAL, ALL_AGES] = list(people)
    return groups


def _table(way: Way, name: str, groups: Groups, moment: str) -> list[Row]:
    rows = []
    for item in ITEMS[name]:
        members = {key: _behind(name, item, people) for key, people in groups.items()}
        shown = {key for key, found in members.items() if len(found) >= way.least}
        if way.complements:
            shown -= _complements(members, shown)
        for key, found in members.items():
            value = _figure(way, name, item, found) if key in shown and found else HIDDEN
            value = "0" if key in shown and not found and name != "dimensies" else value
            status = "afgeschermd" if value == HIDDEN else "nieuw"
            rows.append(Row(*key, item, value, str(_step(way, name)).replace(".", ","), status, moment))
    return rows


def _behind(name: str, item: str, people: Sequence[Person]) -> list[Person]:
    """The persons a cell counts; for a mean those who gave the mark."""
    if name == "dimensies":
        return [p for p in people if item in p.marks]
    return [p for p in people if item in answers(name, p)]


def _complements(
    members: Mapping[tuple[str, str], Sequence[Person]], shown: set[tuple[str, str]]
) -> set[tuple[str, str]]:
    """The cells that are hidden so that no hidden one is the total minus its brothers."""
    extra: set[tuple[str, str]] = set()
    wholes = [(key, [k for k in members if _part_of(k, key)]) for key in members]
    for key, parts in wholes:
        open_parts = [k for k in parts if k in shown - extra]
        if key in shown and len(parts) - len(open_parts) == 1 and open_parts:
            extra.add(min(open_parts, key=lambda k: len(members[k])))
    return extra


def _part_of(part: tuple[str, str], whole: tuple[str, str]) -> bool:
    if whole[1] != ALL_AGES or part == whole:
        return False
    if whole[0] == TOTAL:
        return part[1] == ALL_AGES
    return part[0] == whole[0]


def _figure(way: Way, name: str, item: str, found: Sequence[Person]) -> str:
    if name == "dimensies":
        return f"{sum(p.marks[item] for p in found) / len(found):.1f}".replace(".", ",")
    low, rest = divmod(len(found), way.base)
    return str(way.base * low + way.base * (_draw(name, found) * way.base < rest))


def _draw(name: str, found: Sequence[Person]) -> float:
    """The classic cell key: the sum of the keys of the persons counted."""
    kind = KIND_OF[name]
    total = sum(int(token_of(kind, p)) for p in found) % 2**64
    return int.from_bytes(hashlib.sha256(str(total).encode()).digest()[:8]) / 2**64


def _step(way: Way, name: str) -> float | int:
    return way.step if name == "dimensies" else way.base


__all__ = ["CELLKEY", "NAIVE", "PEOPLE", "T10CSS", "WAYS", "WEB", "Way", "export"]
