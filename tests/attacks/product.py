"""Let the product's own `release()` make a whole series of invented villages.

The bench is the caller here: it plays the vault (who is in view, with which tokens) and keeps the ledger. From the
outcome it takes what every row is made of (`behind`), for the answer sheet only.
"""

from __future__ import annotations

import hashlib
from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from random import SystemRandom
from typing import TYPE_CHECKING, Any

from spinnenweb.disclosure.ledger import Ledger, new_ledger
from spinnenweb.disclosure.ledger_edits import with_one_household
from spinnenweb.disclosure.people import EarlierWeb, FollowUp, Member, Request, Tokens, WebAnswer
from spinnenweb.disclosure.release import Outcome, release
from spinnenweb.disclosure.tables import ALL_AGES
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.instruments import DIMENSION_CODES, InstrumentKey, Mode, Scale
from spinnenweb.exchange.release_files import Papers, manifest_hash, release_files
from tests.attacks.series import KINDS, WEB
from tests.attacks.world import SIGNALS, THEMES, Person, months
from tests.attacks.writer import Group, YearlyLine, described, write_answers, write_description, write_yearly

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tests.attacks.world import Scenario

INSTRUMENT = InstrumentKey("adult", 1)
AGAIN = (5, 13)
"""The releases that are made again, by another laptop, after a restart, with the residents in another order."""
PAPERS = Papers("Verzonnen voorbeeld: overzicht {number} van {month} over {villages}.", example=True)
TWINS = 1
"""The release after which four residents change, once with and once without."""
YEARLY: tuple[dict[str, Any], ...] = (
    {
        "name": "klassen", "file": "klassen.csv", "kind": WEB, "measure": "count", "item": "dimensie;klasse",
        "value": "aantal", "base": 5, "yearly": True, "least_group": 50,
    },
    {
        "name": "verandering", "file": "verandering.csv", "kind": WEB, "measure": "change", "item": "dimensie",
        "value": "verandering", "spread": 1.0, "low": -10, "high": 10, "yearly": True,
    },
)  # fmt: skip


@dataclass(slots=True)
class Run:
    """A series in the making: the ledger before and after each release, and who every token was."""

    scenario: Scenario
    folder: Path
    ledger: Ledger
    tokens: dict[tuple[str, int], Person] = field(default_factory=dict)
    webs: dict[int, dict[int, Person]] = field(default_factory=dict)
    alone: set[int] = field(default_factory=set)
    extra: dict[str, list[dict[str, Any]]] = field(
        default_factory=lambda: {"again": [], "twins": [], "refusals": []}
    )


def export(scenario: Scenario, seed: int, folder: Path) -> None:
    """Write the whole series as the product makes it."""
    secret = hashlib.sha256(f"{seed}/{scenario.name}".encode()).digest()
    run = Run(scenario, folder, new_ledger(secret))
    releases = []
    for number, (month, people) in enumerate(months(scenario, seed), start=1):
        _link(run, people)
        for person in people:
            run.tokens.update(dict.fromkeys(zip(KINDS, person.tokens, strict=True), person))
            run.webs.setdefault(person.resident, {})[person.tokens[1]] = person
        before = run.ledger
        outcome = _released(run, people, month, before)
        name = f"{number:02d}"
        manifest = _written(outcome, folder / name)
        run.ledger = outcome.ledger.with_manifest(outcome.record.number, manifest)
        write_answers(folder, name, _behind(run, outcome), people)
        write_yearly(folder, name, yearly_lines(outcome))
        releases.append({"folder": name, "month": "{}-{:02d}".format(*month)})
        if number in AGAIN:
            _again(run, people, month, before, name)
        if number == TWINS:
            after = (month[0] + month[1] // 12, month[1] % 12 + 1)
            _twins(run, people, after, run.ledger)
            _year_twins(run, people, month)
    _refusals(run, people, month)
    content = described(5, 1.0, total_rule="printed") | run.extra
    content |= {"name": scenario.name, "exporter": "product", "releases": releases, "all_ages": ALL_AGES}
    columns = {table.name: table.item_column or None for table in outcome.tables}
    content["tables"] = [entry | {"item": columns[entry["name"]]} for entry in content["tables"]] + list(YEARLY)
    content["clusters"] = dict(scenario.clusters)
    write_description(folder, content)


def member(person: Person, before: Mapping[int, Person] | None = None) -> Member:
    """A resident as the product wants them; `before` has every earlier web by its token."""
    earlier = (before or {}).items()
    return Member(
        resident=person.resident,
        household=person.household,
        village=person.village,
        birth_year=person.birth_year,
        web=WebAnswer(INSTRUMENT, Mode.DIRECT, Scale.MARKS, _marks(person)),
        themes=person.themes,
        topics=person.topics,
        signals=person.signals,
        follow_up=FollowUp(**dict.fromkeys(person.steps, True)),
        tokens=Tokens(*person.tokens),
        earlier=tuple(EarlierWeb(token, _marks(each)) for token, each in earlier if token != person.tokens[1]),
    )


def _link(run: Run, people: Sequence[Person]) -> None:
    """Tell the ledger of couples that were linked as a household since the last release."""
    homes: dict[int, list[int]] = {}
    for person in people:
        if person.household is not None and person.resident in run.alone:
            homes.setdefault(person.household, []).append(person.resident)
    for household, residents in homes.items():
        run.ledger = with_one_household(run.ledger, residents, household)
    run.alone = {person.resident for person in people if person.household is None}


def _marks(person: Person) -> dict[str, Fraction | None]:
    return {code: Fraction(mark) for code, mark in person.marks.items()}


def _request(run: Run, month: tuple[int, int], ledger: Ledger) -> Request:
    return Request(
        villages=tuple(village.name for village in run.scenario.villages),
        until=date(*month, monthrange(*month)[1]),
        themes=tuple(THEMES),
        signals=tuple(SIGNALS),
        clusters=run.scenario.clusters,
        last_manifest=ledger.last_manifest or None,
    )


def _released(run: Run, people: Sequence[Person], month: tuple[int, int], ledger: Ledger) -> Outcome:
    return release(_members(run, people), ledger, _request(run, month, ledger))


def _members(run: Run, people: Sequence[Person]) -> list[Member]:
    return [member(person, run.webs.get(person.resident)) for person in people]


def _written(outcome: Outcome, folder: Path) -> str:
    """Write the files as they leave the house; the hash of their manifest."""
    files = release_files(outcome, PAPERS)
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return manifest_hash(files)


def _behind(run: Run, outcome: Outcome) -> Mapping[Group, list[Person]]:
    return {
        Group(village, band, str(kind)): [
            run.tokens[str(kind), token] for state in states for token in _numbers(state.tokens)
        ]
        for (kind, village, band), states in outcome.behind.items()
    }


def yearly_lines(outcome: Outcome) -> Iterator[YearlyLine]:
    """Who is behind the yearly rows that stand: the web of that moment, and for a change both measurements."""
    for name in outcome.record.villages:
        village = outcome.ledger.of(name)
        for state in village.states_of(village.years[-1]) if village.years else ():
            tokens, then = (_numbers(packed) for packed in (state.tokens, state.then))
            paired = len(village.years) > 1 and state.against == village.years[-2].year
            for at, token in enumerate(tokens):
                for bit, code in enumerate(DIMENSION_CODES):
                    if state.given[at] >> bit & 1:
                        yield YearlyLine(name, "klassen", code, str(token), "")
                    if paired and state.both[at] >> bit & 1:
                        yield YearlyLine(name, "verandering", code, str(token), str(then[at]))


def _numbers(packed: bytes) -> list[int]:
    return [int.from_bytes(packed[at : at + 8], "little") for at in range(0, len(packed), 8)]


def _again(run: Run, people: Sequence[Person], month: tuple[int, int], before: Ledger, name: str) -> None:
    """The same release once more: from the ledger before it, and (rule 10) from the one that already knows it.

    Under the latter it is the same release even when others are in view by now.
    """
    tries = {"voor": (before, people[::-1]), "na": (run.ledger, people[::-1]), "anders": (run.ledger, people[8:])}
    for which, (ledger, group) in tries.items():
        _written(_released(run, group, month, ledger), run.folder / "again" / f"{name}-{which}")
        run.extra["again"].append({"release": int(name), "folder": f"again/{name}-{which}"})


def _twins(run: Run, people: Sequence[Person], month: tuple[int, int], ledger: Ledger) -> None:
    """A release with nothing new, and with one gone, one new, one spoken to and one followed up."""
    big = max(run.scenario.villages, key=lambda village: village.size)
    mine = [p for p in people if p.village == big.name and p.household is None]
    if big.size < 25 or len(mine) < 4:
        return
    gone, old, spoken, followed = mine[:4]
    changed = [p for p in people if p not in (gone, spoken, followed)]
    changed.append(replace(old, resident=79_999_991, tokens=_fresh()))
    changed.append(replace(spoken, marks={}, themes=frozenset(), tokens=(*_fresh()[:2], spoken.tokens[2])))
    changed.append(replace(followed, signals=frozenset(SIGNALS), tokens=(*followed.tokens[:2], _fresh()[2])))
    sides = [f"twins/{month[0]}-{month[1]:02d}-{side}" for side in "ab"]
    for side, group in zip(sides, (people, changed), strict=True):
        _written(_released(run, group, month, ledger), run.folder / side)
    run.extra["twins"].append(dict(zip(("left", "right"), sides, strict=True)))


def _year_twins(run: Run, people: Sequence[Person], month: tuple[int, int]) -> None:
    """The same in January, with yearly tables: everybody was spoken to again in between, which was published."""
    again = []
    for person in people:
        marks = {code: 10 - mark for code, mark in person.marks.items()}
        again.append(replace(person, marks=marks, tokens=_fresh()))
        run.webs[person.resident][again[-1].tokens[1]] = again[-1]
    between = _released(run, again, (month[0], month[1] + 1), run.ledger)
    ledger = between.ledger.with_manifest(between.record.number, "f" * 64)
    _twins(run, again, (month[0] + 1, 1), ledger)
    for old, new in zip(people, again, strict=True):
        del run.webs[old.resident][new.tokens[1]]


def _fresh() -> tuple[int, int, int]:
    draw = SystemRandom()
    return draw.getrandbits(64), draw.getrandbits(64), draw.getrandbits(64)


def _refusals(run: Run, people: Sequence[Person], month: tuple[int, int]) -> None:
    """The four requests that must be refused."""
    after = (month[0] + month[1] // 12, month[1] % 12 + 1)
    good = _request(run, after, run.ledger)
    older = replace(run.ledger, releases=run.ledger.releases[:-1])
    cases = {
        "older ledger": (older, good),
        "missing predecessor": (run.ledger, replace(good, last_manifest="0" * 64)),
        "unmerged file": (run.ledger, replace(good, merged=False)),
        "changed design": (run.ledger, replace(_request(run, month, run.ledger), rules="2")),
    }
    for case, (ledger, request) in cases.items():
        refused, code = False, ""
        try:
            release(_members(run, people), ledger, request)
        except SpinnenwebError as error:
            refused, code = True, error.code
        run.extra["refusals"].append({"case": case, "refused": refused, "code": code})
