"""The ledger of this vault as the rules of a release want it, and what is settled in it before a release."""

from __future__ import annotations

import secrets
from datetime import date
from typing import TYPE_CHECKING

from spinnenweb.disclosure.columns import unit_of
from spinnenweb.disclosure.ledger import Ledger, ReleaseRecord, new_ledger
from spinnenweb.disclosure.ledger_codec import village_from_json, village_to_json
from spinnenweb.disclosure.ledger_edits import with_names, with_one_resident, with_units
from spinnenweb.services.counted_people import needs_numbers, number_people, unsigned

if TYPE_CHECKING:
    from spinnenweb.storage.unit_of_work import UnitOfWork

SECRET_BYTES = 32
_YEARS = 2
"""Yearly tables of this year may be made already; those before them are what a change is measured from."""


def read_ledger(work: UnitOfWork) -> Ledger:
    """The ledger as it stands; the series must have begun (`settle_ledger`)."""
    ledger = new_ledger(work.series.secret() or b"")
    villages = {name: village_from_json(body) for name, body in work.series.ledgers().items()}
    records = tuple(
        ReleaseRecord(each.number, each.month, each.villages, each.previous, each.manifest)
        for each in work.series.releases()
    )
    return Ledger(ledger.secret, villages, records)


def changed_bodies(before: Ledger, after: Ledger) -> dict[str, bytes]:
    """What has to be written of a ledger."""
    return {
        name: village_to_json(village)
        for name, village in after.villages.items()
        if before.villages.get(name) is not village
    }


def is_settled(work: UnitOfWork) -> bool:
    """Whether `settle_ledger` would change nothing."""
    return work.series.secret() is not None and not needs_numbers(work) and not _renamed(work)


def settle_ledger(work: UnitOfWork) -> None:
    """Begin the series, number who counts, and let merged cards and renamed villages be what they are now."""
    if work.series.secret() is None:
        work.series.begin(secrets.token_bytes(SECRET_BYTES))
    before = read_ledger(work)
    ledger = _with_merged(work, before)
    number_people(work)
    renamed = _renamed(work)
    if renamed:
        stored = work.series.names()
        work.series.put_names({one: renamed.get(name, name) for one, name in stored.items()})
        ledger = with_names(ledger, renamed)
    gone = {name: None for name in before.villages if name not in ledger.villages}
    bodies = changed_bodies(before, ledger)
    if bodies or gone:
        work.series.put_ledgers({**gone, **bodies})


def _with_merged(work: UnitOfWork, ledger: Ledger) -> Ledger:
    """One number for all cards of a person; the number of a card that was merged is that of the kept one."""
    numbers = work.series.numbers()
    for other, kept in work.counted.aliases().items():
        if other not in numbers:
            continue
        if kept in numbers:
            ledger = with_one_resident(ledger, unsigned(numbers[other]), unsigned(numbers[kept]))
            work.series.forget([other])
        else:
            work.series.move_number(other, kept)
            numbers[kept] = numbers[other]
    return ledger


def with_todays_households(work: UnitOfWork, ledger: Ledger) -> Ledger:
    """Everybody counts in all earlier sets with the household they live in now (4.7 rules 1 and 12)."""
    homes, lives_in = work.series.households(), work.counted.households()
    units = {}
    for card, number in work.series.numbers().items():
        home = homes.get(lives_in.get(card, ""))
        units[unsigned(number)] = unit_of(unsigned(number), None if home is None else unsigned(home))
    return with_units(ledger, units)


def yearly_days(work: UnitOfWork, ledger: Ledger) -> tuple[date, ...]:
    """Up to which days the yearly tables counted that a change is measured from; none before there were any."""
    months = {
        state.month
        for village in ledger.villages.values()
        for year in village.years[-_YEARS:]
        for state in village.states_of(year)
    }
    days = {each.summary["until"] for each in work.series.releases() if each.month in months}
    return tuple(date.fromisoformat(day) for day in sorted(days))


def names_for(work: UnitOfWork) -> dict[str, str]:
    """Under which name every village (by id) is given out: the one it has in the series, else its own."""
    stored = work.series.names()
    return {village.id: stored.get(village.id, village.name) for village in work.villages.all()}


def _renamed(work: UnitOfWork) -> dict[str, str]:
    """Old and new names of villages that may be renamed in the series.

    A village of a cluster keeps the name it came in with, and so does one whose new name another ledger has.
    """
    stored, now = work.series.names(), {village.id: village.name for village in work.villages.all()}
    wanted = {name: now[one] for one, name in stored.items() if one in now and now[one] != name}
    if not wanted:
        return {}
    ledger = read_ledger(work)
    free = {old: new for old, new in wanted.items() if not _in_cluster(ledger, old)}
    taken = {name for name in ledger.villages if name not in free}
    return {old: new for old, new in free.items() if new not in taken}


def _in_cluster(ledger: Ledger, name: str) -> bool:
    return any(
        each.design is not None and (name in each.design.villages or (each.name == name and each.design.cluster))
        for each in ledger.villages.values()
    )
