"""Let real vaults make a series: residents and talks through the services, figures through `ReleaseService`.

Two kinds: one vault, and three laptops of a team whose contributions a coordinator without residents brings
together. What is behind a row (for the answer sheet) is read from the vault's own ledger, who somebody is from
what the vault counts. At the end the four cases of A9 are tried on the vault itself.
"""

from __future__ import annotations

import shutil
from calendar import monthrange
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np

from spinnenweb.disclosure.columns import MARK_UNIT, NOT_GIVEN, numbers, unit_of
from spinnenweb.disclosure.people import Kind, Request
from spinnenweb.disclosure.release import release
from spinnenweb.disclosure.tables import ALL_AGES
from spinnenweb.domain.answers import marked
from spinnenweb.domain.conversations import DimensionEntry
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.instruments import DIMENSION_CODES, Mode
from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.services.series_ledger import read_ledger
from spinnenweb.services.team_people import people_for_release
from spinnenweb.services.vaults import open_vault
from tests.attacks.product import YEARLY, yearly_lines
from tests.attacks.series import KINDS
from tests.attacks.world import SIGNALS, THEMES, Person, months
from tests.attacks.writer import Group, described, write_answers, write_description, write_yearly
from tests.unit.services.rooms import PASSPHRASE, room
from tests.unit.services.teams import team

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from spinnenweb.disclosure.columns import Roll
    from spinnenweb.disclosure.release import Outcome
    from tests.attacks.world import Scenario
    from tests.unit.services.rooms import Room

VILLAGE = "Ruinen"
REFUSALS = {
    "changed design": "release.design_changed",
    "missing predecessor": "release.predecessor_missing",
    "older ledger": "release.old_vault",
    "unmerged file": "release.unmerged",
}


@dataclass(slots=True)
class Laptop:
    """A vault with residents: by the number of the bench their card, and how they were last told."""

    room: Room
    cards: dict[int, str] = field(default_factory=dict)
    told: dict[int, Person] = field(default_factory=dict)

    def brought_up_to_date(self, people: Iterable[Person], day: date) -> None:
        """New residents, new talks, and yes to counting taken back by whoever left."""
        mine = {person.resident: person for person in people}
        for resident in [each for each in self.told if each not in mine]:
            self.room.workspace.residents.say(self.cards[resident], Purpose.COUNT, ConsentAnswer.WITHDRAWN)
            del self.told[resident]
        for resident, person in mine.items():
            if self.told.get(resident) != person:
                self._talk(person, day)
                self.told[resident] = person

    def _talk(self, person: Person, day: date) -> None:
        workspace = self.room.workspace
        if person.resident not in self.cards:
            village = next(each.id for each in workspace.residents.villages() if each.name == VILLAGE)
            name = f"Verzonnen {person.resident}"
            card = self.room.new_resident(calling_name=name, birth_year=person.birth_year, village_id=village)
            self.cards[person.resident] = card.id
        draft = workspace.conversations.begin(workspace.residents.get(self.cards[person.resident]), held_on=day)
        dimensions = tuple(
            DimensionEntry(code, marked(mark), code in person.topics) for code, mark in person.marks.items()
        )
        themes = dict(zip(THEMES, (theme.code for theme in workspace.catalogue.themes), strict=False))
        signals = dict(zip(SIGNALS, workspace.catalogue.signals, strict=False))
        said = replace(
            draft.conversation, mode=Mode.DIRECT, dimensions=dimensions,
            themes=tuple(themes[code] for code in THEMES if code in person.themes),
            signals=tuple(signals[code] for code in SIGNALS if code in person.signals),
        )  # fmt: skip
        answers = {Purpose.RECORD: ConsentAnswer.YES, Purpose.COUNT: ConsentAnswer.YES}
        workspace.conversations.finish(replace(draft, conversation=said, answers=answers))


@dataclass(slots=True)
class Maker:
    """The vault that gives out, the laptops that know residents, and what happens before a release."""

    room: Room
    laptops: Sequence[Laptop]
    bring: Callable[[date], tuple[str, ...]]
    folder: Path
    tokens: dict[tuple[str, int], Person] = field(default_factory=dict)


def export(scenario: Scenario, seed: int, folder: Path) -> None:
    """Write the whole series as real vaults make it."""
    with ExitStack() as open_rooms, TemporaryDirectory(prefix="aanval-kluis-") as name:
        make = _team if scenario.laptops > 1 else _alone
        maker = make(open_rooms, Path(name), folder)
        releases = [_month(maker, month, people) for month, people in _months(scenario, seed)]
        refusals = list(_refusals(maker, Path(name)))
    content: dict[str, Any] = described(5, 1.0, total_rule="printed")
    content |= {"name": scenario.name, "exporter": "product", "releases": releases, "all_ages": ALL_AGES}
    content |= {"refusals": refusals}
    content["tables"] = [*content["tables"], *YEARLY]
    write_description(folder, content)


def _months(scenario: Scenario, seed: int) -> Iterator[tuple[date, list[Person]]]:
    """The invented residents with the codes a vault knows; what came of it is not in a vault as records yet."""
    for (year, month), people in months(replace(scenario, laptops=1), seed):
        day = date(year, month, monthrange(year, month)[1])
        yield day, [replace(person, steps=frozenset(), tokens=(0, 0, 0), household=None) for person in people]


def _alone(rooms: ExitStack, folder: Path, out: Path) -> Maker:
    only = rooms.enter_context(room(folder))
    return Maker(only, [Laptop(only)], lambda _day: (), out)


def _team(rooms: ExitStack, folder: Path, out: Path) -> Maker:
    """Three laptops; now and then one sends nothing, and its previous contribution is repeated."""
    found = rooms.enter_context(team(folder))
    turns = iter(range(1000))

    def bring(day: date) -> tuple[str, ...]:
        turn = next(turns)
        late = turn % 3 if turn % 4 == 3 else None
        there = [at for at in range(len(found.laptops)) if at != late]
        found.merge(*(found.contribution(at, day, f"{turn}-{at}") for at in there))
        return tuple(line.name for line in found.coordinator.workspace.contributions.roster(day) if line.missing)

    return Maker(found.coordinator, [Laptop(each) for each in found.laptops], bring, out)


def _month(maker: Maker, day: date, people: Sequence[Person]) -> dict[str, str]:
    count = len(maker.laptops)
    for at, laptop in enumerate(maker.laptops):
        _set_clock(laptop.room, day)
        laptop.brought_up_to_date([p for p in people if at in _workers(p.resident, count)], day)
    _set_clock(maker.room, day)
    previous = maker.bring(day)
    number = f"{len(list(maker.folder.glob('[0-9][0-9]'))) + 1:02d}"
    maker.folder.mkdir(exist_ok=True)
    maker.room.workspace.releases.make(ReleaseChoice(day, previous_of=previous), maker.folder / number)
    _write_truth(maker, day, number, previous)
    return {"folder": number, "month": f"{day:%Y-%m}"}


def _set_clock(of: Room, day: date) -> None:
    of.time.moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def _workers(resident: int, laptops: int) -> tuple[int, ...]:
    """One worker, for one in ten residents two."""
    first = resident % laptops
    return (first, (first + 1) % laptops) if resident % 10 == 3 else (first,)


def _write_truth(maker: Maker, day: date, number: str, previous: tuple[str, ...]) -> None:
    database, catalogue = maker.room.workspace.database, maker.room.workspace.catalogue
    with database.reading() as work:
        ledger = read_ledger(work)
        names = {village.id: village.name for village in work.villages.all()}
        rolls = people_for_release(work, catalogue, day, names, previous).rolls
    living = [person for name, roll in rolls.items() for person in _persons(name, roll)]
    for person in living:
        maker.tokens.update(dict.fromkeys(zip(KINDS, person.tokens, strict=True), person))
    villages = ledger.releases[-1].villages
    outcome = release((), ledger, Request(villages, day, ()))
    write_answers(maker.folder, number, _behind(maker, outcome), living)
    write_yearly(maker.folder, number, yearly_lines(outcome))


def _behind(maker: Maker, outcome: Outcome) -> Mapping[Group, list[Person]]:
    return {
        Group(village, band, str(kind)): [
            maker.tokens[str(kind), token] for state in states for token in numbers(state.tokens).tolist()
        ]
        for (kind, village, band), states in outcome.behind.items()
    }


def _persons(village: str, roll: Roll) -> Iterator[Person]:
    """Everybody the vault counts, as the bench knows people."""
    names = {code: key for key, code in roll.items.items()}
    items: dict[int, list[str]] = {}
    for at, code in zip(roll.item_of, roll.item_code, strict=True):
        items.setdefault(at, []).append(names[code])
    marks = np.frombuffer(roll.marks, dtype=np.int16).reshape(-1, len(DIMENSION_CODES))
    for at, resident in enumerate(roll.residents):
        mine = items.get(at, [])
        given = zip(DIMENSION_CODES, marks[at].tolist(), strict=True)
        themes, topics, signals, steps = (
            frozenset(key.partition(":")[2] for key in mine if key.startswith(table))
            for table in ("themas:", "onderwerpen:", "signalen:", "opvolging:")
        )
        unit = roll.units[at]
        yield Person(
            resident=resident,
            household=None if unit == unit_of(resident, None) else unit,
            village=village,
            birth_year=roll.born[at],
            marks={code: mark // MARK_UNIT for code, mark in given if mark != NOT_GIVEN},
            themes=themes,
            topics=topics,
            signals=signals,
            steps=steps,
            tokens=(roll.tokens[Kind.PEOPLE][at], roll.tokens[Kind.WEB][at], roll.tokens[Kind.FOLLOW_UP][at]),
        )


def _refusals(maker: Maker, folder: Path) -> Iterator[dict[str, object]]:
    """A9 on the vault itself: other tables, a folder that was not the last, an older file put back, one laptop."""
    before_last = sorted(maker.folder.glob("[0-9][0-9]"))[-2]
    day = maker.room.time.moment.date()
    after = date(day.year + 1, 1, 31)
    _set_clock(maker.room, after)
    for laptop in maker.laptops:
        _set_clock(laptop.room, after)
    service, choice = maker.room.workspace.releases, ReleaseChoice(after, previous_of=maker.bring(after))
    with maker.room.workspace.database.reading() as work:
        village = next(each.id for each in work.villages.all() if each.name == VILLAGE)
    other = replace(choice, clusters={"Samen": (village,)})
    yield _tried("changed design", lambda: service.make(other, folder / "anders" / "01"))
    yield _tried("missing predecessor", lambda: service.check_series(before_last))
    yield _tried("older ledger", lambda: _from_an_older_file(maker, choice, folder))
    alone = maker.laptops[0].room
    if alone is maker.room:
        alone.workspace.team.become_laptop("Laptop van Anna")
    later = replace(choice, until=date(after.year, 3, 31))
    yield _tried("unmerged file", lambda: alone.workspace.releases.make(later, folder / "alleen"))


def _from_an_older_file(maker: Maker, choice: ReleaseChoice, folder: Path) -> None:
    """A release out of a database from before the last release, put back beside what lay with it."""
    workspace = maker.room.workspace
    workspace.database.checkpoint()
    older = workspace.database.path.read_bytes()
    (folder / "nieuw").mkdir()
    workspace.releases.make(choice, folder / "nieuw" / "01")
    workspace.database.checkpoint()
    copy = shutil.copytree(workspace.folder, folder / "teruggezet.vault", ignore=shutil.ignore_patterns("*.lock"))
    (copy / workspace.database.path.name).write_bytes(older)
    (folder / "oud").mkdir()
    with closing(open_vault(copy, PASSPHRASE, maker.room.environment)) as old:
        old.releases.make(replace(choice, until=date(choice.until.year, 2, 28)), folder / "oud" / "01")


def _tried(case: str, act: Callable[[], object]) -> dict[str, object]:
    try:
        act()
    except SpinnenwebError as error:
        # any other refusal would say nothing about this case
        return {"case": case, "refused": error.code == REFUSALS[case], "code": error.code}
    return {"case": case, "refused": False, "code": ""}
