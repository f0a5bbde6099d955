"""A small exporter after the design, slow and plain: the attackers must not cry wolf.

It keeps only the main rules (batched snapshots per village and kind, thresholds, random rounding fixed by the
people, steps, caps, a row keeps its month as long as it is about the same measurements, households as they are
known by now; no totals) and refreshes a village as a whole. It is no model for the product, only a check on the
bench itself: what the attackers find here they imagine, or the gate and `difference` (not here) prevent it.
`FLAWS` are the same exporter with one rule of 4.7 left out, each of which an attacker must notice.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from itertools import combinations
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from tests.attacks.series import FOLLOW_UP, KINDS, WEB
from tests.attacks.world import DIMENSIONS, months
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
    write_answers,
    write_description,
    write_tables,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tests.attacks.world import Person, Scenario

    Parts = Mapping[str, Sequence[Person]]
    Homes = dict[int, int]
    Set = frozenset[tuple[int, int]]

FLAWS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "meting": (("stil050", "stil080", "n025"), ("B8",)),
    "heel": (("n045", "n080", "n120"), ("B8",)),
    "gegeven": (("ontbreekt",), ("B8",)),
    "band": (("klein", "n045"), ("B8",)),
    "totaal": (("drie",), ("B0", "B8")),
    "nieuwst": (("heenenweer",), ("B8",)),
    "stap": (("n025", "n045"), ("B0", "A2b")),
    "deel": (("n045", "trouw"), ("B0",)),
}
"""A rule left out: distance counts measurements (1), only whole villages keep it (3), everybody counts for a mean
(4), age groups stay small and remainders open (6), the total is of true counts (7), only the newest set is looked
at, the step is always 0,1, nearly all is printed. With the series that show it, and the attacks of which one must
bite."""
STEPS = (0.1, 0.2, 0.5, 1.0)
NEAR, SMALL, ITEM_SMALL = 5, 10, 20


@dataclass(slots=True)
class Memory:
    """Of one village and kind: what was published, what stands now, and of which month each row of it is."""

    published: list[Set] = field(default_factory=list)
    parts: Parts = field(default_factory=dict)
    months: Mapping[str, str] = field(default_factory=dict)


class Draws(NamedTuple):
    """What fixes the rounding of one release, and the rule that is left out."""

    secret: bytes
    moment: str
    flaw: str


class Look(NamedTuple):
    """The month that is looked at, who lives together as it is known by now, and the rule that is left out."""

    moment: str
    homes: Homes
    flaw: str


class Cells(NamedTuple):
    """One item of one village and the people of its rows."""

    name: str
    item: str
    village: str
    parts: Parts


def export(scenario: Scenario, seed: int, folder: Path, flaw: str = "") -> None:
    """Write the whole series; `flaw` names a rule that is left out."""
    secret = f"{seed}/{scenario.name}".encode()
    memory = {(v.name, kind): Memory() for v in scenario.villages for kind in KINDS}
    bands: dict[str, tuple[tuple[int, int], ...]] = {}
    homes: Homes = {}
    releases = []
    for at, ((year, month), people) in enumerate(months(scenario, seed), start=1):
        number, moment = f"{at:02d}", f"{year}-{month:02d}"
        homes |= {p.resident: p.household for p in people if p.household}
        for (village, kind), known in memory.items():
            mine = [p for p in people if p.village == village]
            bands.setdefault(village, _bands(mine, year, flaw))
            parts = _parts(mine, bands[village], scenario.start[0], kind)
            _refresh(known, kind, parts, Look(moment, homes, flaw))
        write_tables(
            folder / number, {name: list(_rows(name, memory, Draws(secret, moment, flaw))) for name in ITEMS}
        )
        groups = {
            Group(village, band, kind): group
            for (village, kind), known in memory.items()
            for band, group in known.parts.items()
        }
        if flaw == "totaal":
            groups |= {Group(TOTAL, ALL_AGES, kind): _all(memory, kind) for kind in KINDS}
        write_answers(folder, number, groups, people)
        releases.append({"folder": number, "month": moment})
    content = described(5, 1.0, total_rule="true" if flaw == "totaal" else "printed")
    content |= {"name": scenario.name, "exporter": "control"}
    write_description(folder, content | {"releases": releases})


def _all(memory: Mapping[tuple[str, str], Memory], kind: str) -> list[Person]:
    return [p for (_, of), known in memory.items() if of == kind for p in known.parts.get(ALL_AGES, [])]


def _bands(people: Sequence[Person], year: int, flaw: str) -> tuple[tuple[int, int], ...]:
    two, four = ((18, 64), (65, 200)), ((18, 44), (45, 64), (65, 79), (80, 200))
    for ages in (four, two) if len(people) >= 120 else (two,) if len(people) >= 40 else ():
        sizes = [_units([p for p in people if low <= year - p.birth_year <= high]) for low, high in ages]
        if min(sizes) >= ITEM_SMALL or flaw == "band":
            return ages
    return ()


def _parts(people: Sequence[Person], ages: tuple[tuple[int, int], ...], year: int, kind: str) -> Parts:
    found = {ALL_AGES: list(people)}
    for low, high in ages if kind != FOLLOW_UP else ():
        found[f"{low}-{high}"] = [p for p in people if low <= year - p.birth_year <= high]
    return found


def _units(people: Sequence[Person]) -> int:
    return len({p.household or p.resident for p in people})


def _sets(kind: str, parts: Parts, flaw: str) -> Iterator[Set]:
    """Every set a release of these parts prints, per mark for the web."""
    for mark in DIMENSIONS if kind == WEB and flaw != "gegeven" else ("",):
        for label, group in parts.items():
            if flaw == "heel" and label != ALL_AGES:
                continue
            yield frozenset(
                (p.resident, hash((p.tokens[KINDS.index(kind)], mark)))
                for p in group
                if not mark or mark in p.marks
            )


def _refresh(known: Memory, kind: str, parts: Parts, look: Look) -> None:
    new = set(_sets(kind, parts, look.flaw))
    if known.parts and new == set(_sets(kind, known.parts, look.flaw)):
        return
    for one, other in combinations([*new, *known.published], 2):
        if one != other and (one in new or other in new) and _apart(one, other, look) < NEAR:
            return
    known.published = [] if look.flaw == "nieuwst" else known.published
    known.published += [one for one in new if one not in known.published]
    known.months = {label: _month(known, kind, label, group, look.moment) for label, group in parts.items()}
    known.parts = parts


def _month(known: Memory, kind: str, label: str, group: Sequence[Person], moment: str) -> str:
    """Of which month a row is: as long as it is about the same measurements it keeps the one it had."""
    same = label in known.parts and _tokens(kind, known.parts[label]) == _tokens(kind, group)
    return known.months[label] if same else moment


def _tokens(kind: str, group: Sequence[Person]) -> list[int]:
    return sorted(p.tokens[KINDS.index(kind)] for p in group)


def _apart(one: Set, other: Set, look: Look) -> int:
    """How many households two sets differ by, with what is known now of who lives together."""
    if look.flaw == "meting":
        return len(one ^ other)
    return len({look.homes.get(resident, resident) for resident, _ in one ^ other})


def _rows(name: str, memory: Mapping[tuple[str, str], Memory], draws: Draws) -> Iterator[Row]:
    everyone: dict[str, list[Person]] = {ALL_AGES: []}
    for (village, kind), known in memory.items():
        if kind == KIND_OF[name]:
            whole = _units(known.parts.get(ALL_AGES, []))
            bands = [b for b in known.parts if b == ALL_AGES or name in {"personen", "dimensies"} or whole >= 120]
            everyone[ALL_AGES] += known.parts.get(ALL_AGES, [])
            for item in ITEMS[name]:
                cells = Cells(name, item, village, {b: known.parts[b] for b in bands})
                yield from _line(cells, known.months, draws)
    if draws.flaw == "totaal":
        for item in ITEMS[name]:
            yield from _line(Cells(name, item, TOTAL, everyone), {ALL_AGES: draws.moment}, draws)


def _line(cells: Cells, months_of: Mapping[str, str], draws: Draws) -> Iterator[Row]:
    values = {band: _value(cells.name, cells.item, group, draws) for band, group in cells.parts.items()}
    hidden = draws.flaw != "band" and any(
        value == HIDDEN for band, (value, _) in values.items() if band != ALL_AGES
    )
    for band, (value, step) in values.items():
        month = months_of[band]
        printed = HIDDEN if hidden and band != ALL_AGES else value
        status = "afgeschermd" if printed == HIDDEN else ("nieuw" if month == draws.moment else "herhaald")
        yield Row(cells.village, band, cells.item, printed, step, status, month)


def _value(name: str, item: str, group: Sequence[Person], draws: Draws) -> tuple[str, str]:
    if name == "dimensies":
        return _mean(item, [p for p in group if item in p.marks], draws)
    having = [p for p in group if item in answers(name, p)]
    count, people = len(having), _units(group)
    value = 5 * (count // 5) + 5 * (_draw(name, item, group, draws.secret) < count % 5 / 5)
    few = _units(having) < SMALL or (item and people < ITEM_SMALL)
    many = item and draws.flaw != "deel" and max(count, value) > 0.8 * people
    return (HIDDEN, "5") if few or many else (str(value), "5")


def _mean(item: str, group: Sequence[Person], draws: Draws) -> tuple[str, str]:
    if _units(group) < SMALL:
        return HIDDEN, HIDDEN
    step = next(step for step in STEPS if step * _units(group) >= 10 or draws.flaw == "stap")
    exact = sum(p.marks[item] for p in group) / len(group) / step
    value = step * (floor(exact) + (_draw("dimensies", item, group, draws.secret) < exact % 1))
    shown = f"{value:.2f}" if 1 < value < 9 else HIDDEN
    return shown.replace(".", ",") if shown != HIDDEN else shown, f"{step:.2f}".replace(".", ",")


def _draw(name: str, item: str, group: Sequence[Person], secret: bytes) -> float:
    tokens = _tokens(KIND_OF[name], group)
    found = hmac.new(secret, f"{name}|{item}|{tokens}".encode(), hashlib.sha256).digest()
    return int.from_bytes(found[:8]) / 2**64
