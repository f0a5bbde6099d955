"""Which backups may go: seven days, five weeks and three months stay (issue 4, item 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping
    from datetime import datetime

DAYS, WEEKS, MONTHS = 7, 5, 3
"""Of how many of the last days, weeks and months with a backup the last one stays."""


def surplus(backups: Mapping[str, datetime], kept: Iterable[str] = ()) -> frozenset[str]:
    """The names that may be removed, of backups of one vault by name and the moment they were made.

    Of each of the last days, weeks and months that have a backup the last one stays. The newest of all is among
    those, so it never goes; neither does a name in `kept`.
    """
    # by name too, so that two of one minute are always judged alike
    newest_first = sorted(backups, key=lambda name: (backups[name], name), reverse=True)
    stay = set(kept)
    for period_of, periods in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        stay |= _last_of_each(newest_first, backups, period_of, periods)
    return frozenset(backups) - stay


def _last_of_each(
    newest_first: list[str],
    backups: Mapping[str, datetime],
    period_of: Callable[[datetime], Hashable],
    periods: int,
) -> set[str]:
    found: dict[Hashable, str] = {}
    for name in newest_first:
        found.setdefault(period_of(backups[name]), name)
        if len(found) == periods:
            break
    return set(found.values())


def _day(moment: datetime) -> Hashable:
    return moment.date()


def _week(moment: datetime) -> Hashable:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> Hashable:
    return moment.year, moment.month
