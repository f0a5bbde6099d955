"""What is asked of a release when nobody chose anything, and what was asked for an earlier one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.services.series_ledger import names_for, read_ledger

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spinnenweb.storage.series_store import StoredRelease
    from spinnenweb.storage.unit_of_work import UnitOfWork


_LONGEST_MONTH = 31


def usual_choice(work: UnitOfWork, until: date) -> ReleaseChoice:
    """The villages and clusters of the last release; every village before there was any.

    Never a moment before that of the last release: that would show figures of before it.
    """
    records = work.series.releases()
    if not records:
        return ReleaseChoice(until)
    asked = _asked(work, records[-1])
    return replace(asked, until=max(until, asked.until))


def choice_of(work: UnitOfWork, number: int) -> ReleaseChoice:
    """What was asked when an earlier release was made; villages that are gone are left out.

    Raises:
        SpinnenwebError: `release.unknown`.
    """
    found = next((each for each in work.series.releases() if each.number == number), None)
    if found is None:
        raise SpinnenwebError("release.unknown", number=number)
    return _asked(work, found)


def _asked(work: UnitOfWork, release: StoredRelease) -> ReleaseChoice:
    ids = {name: village for village, name in names_for(work).items()}
    villages = tuple(ids[name] for name in release.villages if name in ids)
    # none of them left asks for every village
    asked = set(villages or ids.values())
    together = {name: inside for name, inside in groups(work).items() if asked.issuperset(inside)}
    return ReleaseChoice(_last_day(release.month), villages, together)


def groups(work: UnitOfWork) -> dict[str, tuple[str, ...]]:
    """The ids of the villages of every group of this series, by its name, whatever was given out last.

    Villages that stand together go on so (4.7 rule 16): a release that asks for them asks for their group.
    """
    ids = {name: village for village, name in names_for(work).items()}
    found = {name: tuple(ids[one] for one in inside if one in ids) for name, inside in _clusters(work).items()}
    return {name: inside for name, inside in found.items() if inside}


def _last_day(month: str) -> date:
    """The last day of a month written as `YYYY-MM`."""
    first = date.fromisoformat(f"{month}-01")
    return (first + timedelta(days=_LONGEST_MONTH)).replace(day=1) - timedelta(days=1)


def _clusters(work: UnitOfWork) -> Mapping[str, tuple[str, ...]]:
    """The villages of every cluster there is, by its name."""
    if work.series.secret() is None:
        return {}
    designs = [village.design for village in read_ledger(work).villages.values()]
    return {each.village: each.villages for each in designs if each is not None and each.villages}
