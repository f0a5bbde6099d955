"""The guarantee over a whole series: what any two releases have between them (reference 4.2, 4.7)."""

from __future__ import annotations

import random
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spinnenweb.disclosure.figures import BASE
from spinnenweb.disclosure.ledger import new_ledger
from spinnenweb.disclosure.lines import YEARLY
from spinnenweb.disclosure.release import Outcome, release
from spinnenweb.disclosure.tables import ALL_AGES
from spinnenweb.domain.releases import RowStatus
from tests.unit.disclosure.made_villages import (
    SECRET,
    asked,
    made,
    member,
    month,
    next_month,
    people,
    renewed,
    series,
    spoken_again,
)
from tests.unit.disclosure.published_sets import apart, measures, published

some_series = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(0, 10_000)
sizes = st.sampled_from([4, 9, 12, 25, 41, 62])


def figures(outcome: Outcome) -> dict[tuple[str, str, str, str], object]:
    return {
        (table.name, row.village, row.age_group, row.item): row.value
        for table in outcome.tables
        for row in table.rows
    }


@some_series
@given(seeds, sizes)
def test_that_any_two_published_sets_are_equal_or_five_units_apart(seed: int, count: int) -> None:
    village = series(seed, count, 8)[-1].ledger.of("Ruinerdal")
    for kind, bit in measures():
        for left, right in combinations({*published(village, kind, bit), frozenset()}, 2):
            assert apart(left, right) >= 5


@some_series
@given(seeds, sizes)
def test_that_no_figure_is_about_fewer_than_ten_units(seed: int, count: int) -> None:
    for outcome in series(seed, count, 5):
        behind = outcome.behind
        for table in outcome.tables:
            # yearly tables are about the web of their own moment: test_yearly.py
            for row in () if table.name in YEARLY else table.rows:
                if row.value is None:
                    continue
                kind = next(kind for kind, tables in _TABLES.items() if table.name in tables)
                states = next(who for (k, _, label), who in behind.items() if (k, label) == (kind, row.age_group))
                assert sum(state.size for state in states) >= 10
                if table.measure == "aantal":
                    assert row.value >= 10
                    assert row.value % BASE == 0
                if table.item_column and table.measure == "aantal":
                    having = sum(state.counts[f"{table.name}:{row.item}"][0] for state in states)
                    heads = sum(state.size for state in states)
                    assert abs(having - row.value) < BASE
                    assert 10 * max(Decimal(having), row.value) <= 8 * heads
                    assert heads >= 20


@some_series
@given(seeds, st.sampled_from([25, 45]))
def test_that_figures_of_people_who_stay_the_same_stay_the_same(seed: int, count: int) -> None:
    told: dict[tuple[object, ...], object] = {}
    for outcome in series(seed, count, 8):
        values = figures(outcome)
        for (kind, village, label), states in outcome.behind.items():
            who = frozenset(token for state in states for token in _tokens(state.tokens))
            for (table, _, age_group, item), value in values.items():
                if age_group == label and table in _TABLES[str(kind)]:
                    assert told.setdefault((village, table, item, who), value) == value


_TABLES = {
    "people": ("personen", "themas", "onderwerpen"),
    "follow_up": ("signalen", "opvolging"),
    "web": ("dimensies",),
}


def _tokens(packed: bytes) -> list[bytes]:
    return [packed[at : at + 8] for at in range(0, len(packed), 8)]


@some_series
@given(seeds, st.sampled_from([22, 45]), st.integers(1, 4))
def test_that_changes_too_small_for_a_refresh_change_no_row(seed: int, count: int, changes: int) -> None:
    draw = random.Random(seed)
    living = people(draw, count)
    first = release(living, new_ledger(SECRET), asked(month(0)))
    ledger = made(first)
    other = [*(spoken_again(draw, each) for each in living[:changes]), *living[changes:]]
    same, moved = (release(who, ledger, asked(month(1))) for who in (living, other))
    assert moved.tables == same.tables
    assert moved.record == same.record


@some_series
@given(seeds)
def test_that_a_newcomer_or_two_show_up_nowhere(seed: int) -> None:
    draw = random.Random(seed)
    living = people(draw, 30)
    ledger = made(release(living, new_ledger(SECRET), asked(month(0))))
    joined = release([*living, member(draw), member(draw)], ledger, asked(month(1)))
    assert joined.tables == release(living, ledger, asked(month(1))).tables


def test_that_five_talks_renew_a_village_and_four_do_not() -> None:
    draw = random.Random(5)
    living = people(draw, 30)
    ledger = made(release(living, new_ledger(SECRET), asked(month(0))))
    for talks, snapshot in ((4, "2025-01"), (5, "2025-02")):
        now = [*(renewed(draw, each) for each in living[:talks]), *living[talks:]]
        assert [row.snapshot for row in release(now, ledger, asked(month(1))).tables[0].rows] == [snapshot]


@some_series
@given(seeds)
def test_that_status_and_month_tell_of_the_rows_own_snapshot(seed: int) -> None:
    for outcome in series(seed, 45, 6):
        for table in outcome.tables:
            for row in table.rows:
                if row.value is not None:
                    assert (row.status is RowStatus.NEW) == (row.snapshot == outcome.record.month)
                else:
                    assert row.status is RowStatus.HIDDEN
                assert row.snapshot <= outcome.record.month


def test_that_four_new_residents_in_an_empty_village_are_not_published() -> None:
    outcome = release(people(random.Random(1), 4), new_ledger(SECRET), asked(month(0)))
    assert not outcome.ledger.of("Ruinerdal").moments
    assert {row.snapshot for table in outcome.tables for row in table.rows} == {""}


def test_that_a_household_counts_as_one() -> None:
    draw = random.Random(3)
    homes = [member(draw, household=home) for home in range(9) for _ in range(3)]
    outcome = release(homes, new_ledger(SECRET), asked(month(0)))
    assert all(row.value is None for table in outcome.tables for row in table.rows)


@pytest.mark.parametrize("seed", range(3))
def test_that_totals_are_the_sum_of_what_is_printed(seed: int) -> None:
    for outcome in series(seed, 14, 4, "Oost", "West", "Zuid"):
        for table in outcome.tables[:-1]:
            totals = [row for row in table.rows if row.village == "totaal"]
            for total in totals:
                parts = [
                    row.value
                    for row in table.rows
                    if row.village != "totaal" and row.age_group == ALL_AGES and row.item == total.item
                ]
                assert total.value == (sum(value for value in parts if value is not None) or None)


def test_that_leaving_counts_from_the_next_release_on() -> None:
    draw = random.Random(8)
    living = people(draw, 30)
    ledger = made(release(living, new_ledger(SECRET), asked(month(0))))
    after = release(living[5:], ledger, asked(month(1)))
    assert after.counted == {"Ruinerdal": 25}
    assert [row.snapshot for row in after.tables[0].rows] == ["2025-02"]


def test_that_the_draw_of_next_months_changes_little_in_a_month() -> None:
    draw = random.Random(2)
    assert 15 <= len(next_month(draw, people(draw, 20))) <= 25
