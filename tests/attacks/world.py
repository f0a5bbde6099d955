"""Invented villages, month by month: who is in view, their marks, themes, signals and what came of it.

Marks follow the design's evidence on demo data (domain.md 2.3): six correlated dimensions, the body lowest; 4 %
join a month, 3 % leave, 6 % are spoken to again. All persons are invented.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DIMENSIONS = ("LF", "MW", "ZG", "KL", "MD", "DF")
MEANS = {"LF": 5.8, "MW": 6.4, "ZG": 6.3, "KL": 6.5, "MD": 6.2, "DF": 6.9}
SPREAD = 2.0
TOGETHER = 0.6
"""How strongly two dimensions go together."""

THEMES = {
    "eenzaamheid": 0.42, "geldzorgen": 0.34, "rouw": 0.28, "mobiliteit": 0.25, "mantelzorg": 0.22, "slapen": 0.19,
    "wonen": 0.16, "werk": 0.14, "digitaal": 0.11, "taal": 0.09, "alcohol": 0.06, "ontspullen": 0.04,
}  # fmt: skip
TOPICS = {"LF": 0.40, "MW": 0.35, "ZG": 0.22, "KL": 0.30, "MD": 0.45, "DF": 0.15}
SIGNALS = {"geen vervoer": 0.28, "wachtlijst": 0.2, "te duur": 0.14, "geen aanbod": 0.1, "onveilig": 0.05}
STEPS = {"agreed": 0.6, "done": 0.6, "handover_started": 0.45, "arrived": 0.6, "helped": 0.6}
"""A step agreed and a hand-over started stand by themselves; the others are shares of the stage before."""

JOIN, LEAVE, VISIT = 0.04, 0.03, 0.06
AGES = ((18, 44, 0.18), (45, 64, 0.36), (65, 79, 0.30), (80, 95, 0.16))


@dataclass(frozen=True, slots=True)
class Person:
    """A resident as the file has them now; `tokens` are of (people, web, follow-up)."""

    resident: int
    household: int | None
    village: str
    birth_year: int
    marks: Mapping[str, int]
    themes: frozenset[str]
    topics: frozenset[str]
    signals: frozenset[str]
    steps: frozenset[str]
    tokens: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Village:
    """How a village starts; `ages` are (from, to, number of residents) when they are given."""

    name: str
    size: int
    ages: tuple[tuple[int, int, int], ...] = ()
    growth: float = 0.0
    moving: bool = True


@dataclass(frozen=True, slots=True)
class Scenario:
    """One series: the villages, when it starts, and what is special about it."""

    name: str
    villages: tuple[Village, ...]
    start: tuple[int, int] = (2025, 1)
    months: int = 24
    not_given: float = 0.0
    withdrawals: float = 0.0
    laptops: int = 1
    couples: float = 0.1
    pace: float = 1.0
    paused: int = 0
    clusters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    real: bool = False
    linked_later: int = 0


@dataclass(slots=True)
class World:
    """The invented residents of one series, moved on month by month."""

    scenario: Scenario
    random: random.Random
    people: dict[int, Person] = field(default_factory=dict)


def months(scenario: Scenario, seed: int) -> list[tuple[tuple[int, int], tuple[Person, ...]]]:
    """Per month (year, month) everybody who agreed to be counted, as the (merged) file has them."""
    world = World(scenario, random.Random(f"{seed}/{scenario.name}"))
    for village in scenario.villages:
        _settle(world, village)
    found: list[tuple[tuple[int, int], tuple[Person, ...]]] = []
    sent: dict[int, dict[int, Person]] = {}
    for turn in range(scenario.months):
        if turn:
            _next_month(world)
        if turn == 1:
            _link(world)
        found.append((_month(scenario, turn), _file(world, turn, sent)))
    return found


def _month(scenario: Scenario, turn: int) -> tuple[int, int]:
    year, month = scenario.start
    return year + (month - 1 + turn) // 12, (month - 1 + turn) % 12 + 1


def _settle(world: World, village: Village) -> None:
    ages = village.ages or ((0, 0, village.size),)
    for youngest, oldest, number in ages:
        _arrive(world, village, [(youngest, oldest) if oldest else None] * number)


def _arrive(world: World, village: Village, ages: Sequence[tuple[int, int] | None]) -> None:
    """Newcomers of one month; some come as a couple, linked as one household from the start."""
    alone: int | None = None
    for limits in ages:
        resident = _join(world, village, limits)
        if alone is not None and world.random.random() < world.scenario.couples:
            household = world.random.randrange(81_000_000, 89_999_999)
            for each in (alone, resident):
                world.people[each] = replace(world.people[each], household=household)
            alone = None
        else:
            alone = resident


def _join(world: World, village: Village, ages: tuple[int, int] | None) -> int:
    draw = world.random
    youngest, oldest = ages or draw.choices([a[:2] for a in AGES], [a[2] for a in AGES])[0]
    resident = draw.randrange(71_000_000, 79_999_999)
    born = world.scenario.start[0] - draw.randint(youngest, oldest)
    none: frozenset[str] = frozenset()
    blank = Person(resident, None, village.name, born, {}, none, none, none, none, (0, 0, 0))
    world.people[resident] = _followed(world, _talked(world, blank))
    return resident


def _token(world: World) -> int:
    return world.random.getrandbits(64)


def _talked(world: World, person: Person) -> Person:
    """After a talk: marks, themes and topics may change, the tokens do whatever changed."""
    draw = world.random
    mood = draw.gauss(0, 1)
    level = {
        d: MEANS[d] + SPREAD * (TOGETHER**0.5 * mood + (1 - TOGETHER) ** 0.5 * draw.gauss(0, 1))
        for d in DIMENSIONS
    }
    marks = {d: min(10, max(0, round(level[d]))) for d in DIMENSIONS if draw.random() >= world.scenario.not_given}
    low = 0.08 * (mood < -0.5)
    themes = frozenset(t for t, p in THEMES.items() if draw.random() < _kept(t in person.themes, p + low, person))
    topics = frozenset(t for t, p in TOPICS.items() if draw.random() < _kept(t in person.topics, p, person))
    tokens = (_token(world), _token(world), person.tokens[2])
    return replace(person, marks=marks, themes=themes, topics=topics, tokens=tokens)


def _kept(had: bool, chance: float, person: Person) -> float:
    if not person.tokens[0]:
        return chance
    return 0.8 if had else chance * 0.3


def _followed(world: World, person: Person) -> Person:
    """After a look at what came of it."""
    draw = world.random
    signals = frozenset(s for s, p in SIGNALS.items() if draw.random() < _kept(s in person.signals, p, person))
    steps = {s for s in STEPS if draw.random() < STEPS[s]} | person.steps
    if "agreed" not in steps:
        steps -= {"done"}
    if "handover_started" not in steps:
        steps -= {"arrived"}
    if "arrived" not in steps:
        steps -= {"helped"}
    tokens = (*person.tokens[:2], _token(world))
    return replace(person, signals=signals, steps=frozenset(steps), tokens=tokens)


def _link(world: World) -> None:
    """Some couples turn out to be one household after the first release."""
    alone = sorted(resident for resident, person in world.people.items() if person.household is None)
    for pair in zip(alone[::2], alone[1::2], strict=False):
        if world.scenario.linked_later > len({p.household for p in world.people.values()}):
            household = world.random.randrange(81_000_000, 89_999_999)
            for each in pair:
                world.people[each] = replace(world.people[each], household=household)


def _next_month(world: World) -> None:
    for village in world.scenario.villages:
        mine = [p for p in world.people.values() if p.village == village.name]
        for person in mine:
            _one_month(world, person)
        if village.moving:
            _newcomers(world, village, len(mine))


def _one_month(world: World, person: Person) -> None:
    draw, scenario = world.random, world.scenario
    moving = next(v.moving for v in scenario.villages if v.name == person.village)
    if moving and draw.random() < LEAVE * scenario.pace + scenario.withdrawals:
        del world.people[person.resident]
        return
    if draw.random() < VISIT * scenario.pace:
        person = _talked(world, person)
    if draw.random() < VISIT * scenario.pace:
        person = _followed(world, person)
    world.people[person.resident] = person


def _newcomers(world: World, village: Village, size: int) -> None:
    draw = world.random
    chance = JOIN * world.scenario.pace + world.scenario.withdrawals + village.growth
    ages: list[tuple[int, int] | None] = [(a, b) for a, b, number in village.ages if number > 7] or [None]
    arriving = sum(draw.random() < chance for _ in range(max(size, 4)))
    _arrive(world, village, [draw.choice(ages) for _ in range(arriving)])


def _file(world: World, turn: int, sent: dict[int, dict[int, Person]]) -> tuple[Person, ...]:
    """The file on the day: with several laptops the newest contribution of each; one may come late."""
    laptops = world.scenario.laptops
    if laptops == 1:
        paused = sorted(world.people)[: world.scenario.paused] if turn % 6 in {2, 3} else []
        return tuple(p for p in world.people.values() if p.resident not in paused)
    for laptop in range(laptops):
        late = turn % 6 == 5 and laptop == turn % laptops
        if not late or laptop not in sent:
            sent[laptop] = {r: p for r, p in world.people.items() if laptop in _workers(r, laptops)}
    merged: dict[int, Person] = {}
    for contribution in sent.values():
        merged.update(contribution)
    return tuple(merged.values())


def _workers(resident: int, laptops: int) -> Sequence[int]:
    """One worker, for one in ten residents two."""
    first = resident % laptops
    return (first, (first + 1) % laptops) if resident % 10 == 3 else (first,)


SCENARIOS: tuple[Scenario, ...] = (
    *(Scenario(f"n{size:03d}", (Village("Veldhorst", size),)) for size in (12, 25, 35, 40, 45, 80, 119, 120)),
    Scenario("drie", (Village("Anlo", 8, moving=False), Village("Borg", 40), Village("Holt", 60))),
    Scenario("klein", (Village("Veldhorst", 150, ages=((18, 44, 7), (45, 64, 82), (65, 79, 60), (80, 95, 1))),)),
    Scenario("klein0", (Village("Veldhorst", 3, growth=0.1),)),
    Scenario("ontbreekt", (Village("Veldhorst", 60),), not_given=0.10, withdrawals=0.02),
    Scenario("jaar", (Village("Veldhorst", 36, growth=0.04),), start=(2025, 7)),
    Scenario("laptops", (Village("Veldhorst", 60),), laptops=3),
    *(Scenario(f"stil{size:03d}", (Village("Veldhorst", size),), pace=0.2) for size in range(40, 120, 10)),
    Scenario("rustig", (Village("Veldhorst", 60, ages=((30, 50, 30), (70, 80, 30))),)),
    Scenario("trouw", (Village("Veldhorst", 60, moving=False),), months=14, pace=3.0),
    Scenario("koppels", (Village("Veldhorst", 60),), pace=0.3, couples=0.0, linked_later=25),
    Scenario("terug", (Village("Veldhorst", 60),), pace=0.2, paused=6),
    Scenario(
        "tros",
        (Village("Erm", 20), Village("Sleen", 25), Village("Zuid", 32)),
        clusters={"Drie dorpen": ("Erm", "Sleen", "Zuid")},
    ),
    Scenario("kluis", (Village("Ruinen", 60),), months=14, real=True),
    Scenario("drielaptops", (Village("Ruinen", 60),), months=14, laptops=3, real=True),
    Scenario("samen", tuple(Village(n, s) for n, s in (("Eext", 30), ("Gees", 45), ("Loon", 50), ("Zwig", 130)))),
)
"""Every series of the bench; `kluis` and `drielaptops` come out of real vaults (real.py); `samen` is four villages
without skips, `stil` gives A3 months with one change, in `rustig` nobody reaches another age group."""

BACK_AND_FORTH = Scenario("heenenweer", (Village("Veldhorst", 60),), pace=0.1, paused=8)
"""Of the control only: eight people are away for two months in every six and come back, and little else changes,
so that nearly the same set returns often enough to be seen whatever the seed."""

UTILITY = {"nut020": 4, "nut060": 3, "nut150": 2, "nut300": 2}
"""The series that measure how good the figures are, and over how many seeds."""
UTILITY_SCENARIOS = tuple(
    Scenario(name, (Village("Veldhorst", int(name[3:])),), months=12, couples=0.0) for name in UTILITY
)

QUICK = ("n025", "n045", "klein", "drie", "stil050", "stil080")
"""The series of the quick subset."""
