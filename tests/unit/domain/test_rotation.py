from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.domain.rotation import DAYS, MONTHS, WEEKS, surplus

NOON = datetime(2026, 11, 22, 12)  # noqa: DTZ001
moments = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31))  # noqa: DTZ001
backups = st.dictionaries(st.text("abcdef", min_size=1, max_size=4), moments, max_size=40)


def daily(days: int) -> dict[str, datetime]:
    return {f"dag {number}": NOON - timedelta(days=number) for number in range(days)}


@given(backups, st.sets(st.text("abcdef", min_size=1, max_size=4)))
def test_that_the_newest_and_what_is_to_be_kept_never_go(made: dict[str, datetime], kept: set[str]) -> None:
    gone = surplus(made, kept)
    assert gone <= made.keys()
    assert not gone & kept
    if made:
        latest = max(made.values())
        assert {name for name, moment in made.items() if moment == latest} - gone


@given(backups)
def test_that_what_is_left_is_left_again_and_has_a_bound(made: dict[str, datetime]) -> None:
    left = {name: moment for name, moment in made.items() if name not in surplus(made)}
    assert len(left) <= DAYS + WEEKS + MONTHS
    assert surplus(left) == frozenset()


@given(backups)
def test_that_of_every_one_of_the_last_seven_days_with_a_backup_one_stays(made: dict[str, datetime]) -> None:
    left = {moment.date() for name, moment in made.items() if name not in surplus(made)}
    assert set(sorted({moment.date() for moment in made.values()})[-DAYS:]) <= left


@given(backups, moments)
def test_that_a_new_backup_pushes_out_no_older_day_than_needed(
    made: dict[str, datetime], moment: datetime
) -> None:
    before, after = surplus(made), surplus({**made, "nieuw": moment})
    assert len({*after} - {*before} - {"nieuw"}) <= 3


def test_that_a_year_of_daily_backups_leaves_seven_days_five_weeks_and_three_months() -> None:
    left = daily(365).keys() - surplus(daily(365))
    days = sorted(int(name.removeprefix("dag ")) for name in left)
    # a Sunday: the ends of the weeks before it, and of October and September
    assert days == [0, 1, 2, 3, 4, 5, 6, 7, 14, 21, 22, 28, 53]


def test_that_a_few_backups_all_stay() -> None:
    assert surplus(daily(7)) == frozenset()
    assert surplus({}) == frozenset()
