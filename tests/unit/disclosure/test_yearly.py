"""The yearly tables (reference/anonymisation.md 4.7 rule 15)."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from spinnenweb.disclosure.columns import MARK_UNIT, NOT_GIVEN, numbers
from spinnenweb.disclosure.distance import people_of, together
from spinnenweb.disclosure.ledger import VillageLedger, new_ledger
from spinnenweb.disclosure.ledger_codec import ledger_from_json, ledger_to_json
from spinnenweb.disclosure.marks import class_counts
from spinnenweb.disclosure.pairs import measured_since, pairs_of
from spinnenweb.disclosure.people import EarlierWeb, Member, Tokens
from spinnenweb.disclosure.release import Outcome, release
from spinnenweb.disclosure.tables import Row, Why
from spinnenweb.domain.instruments import DIMENSION_CODES
from tests.unit.disclosure.made_villages import SECRET, asked, made, member, month, people, token, years

VILLAGE = "Ruinerdal"


@pytest.fixture(scope="module")
def series() -> list[Outcome]:
    return years(3, 80, 14)


def rows(outcome: Outcome, table: str) -> tuple[Row, ...]:
    return next((each.rows for each in outcome.tables if each.name == table), ())


def ledger_of(outcome: Outcome) -> VillageLedger:
    return outcome.ledger.of(VILLAGE)


def one_mark(draw: random.Random, mark: int) -> Member:
    made = member(draw)
    assert made.web is not None
    return replace(made, web=replace(made.web, marks=dict.fromkeys(DIMENSION_CODES, Fraction(mark))))


def again(draw: random.Random, old: Member, mark: int) -> Member:
    assert old.web is not None
    new = one_mark(draw, mark)
    return replace(new, resident=old.resident, birth_year=old.birth_year, earlier=(before(old),))


def before(old: Member) -> EarlierWeb:
    assert old.web is not None
    return EarlierWeb(old.tokens.web, old.web.marks)


def test_that_a_village_under_fifty_has_no_yearly_tables() -> None:
    outcome = release(people(random.Random(1), 45), new_ledger(SECRET), asked(month(0)))
    assert {each.name for each in outcome.tables} & {"klassen", "verandering"} == set()


def test_that_the_classes_of_a_year_stay_until_the_next(series: list[Outcome]) -> None:
    first = [row.value for row in rows(series[0], "klassen")]
    assert any(value is not None for value in first)
    assert [row.value for row in rows(series[11], "klassen")] == first
    assert [row.snapshot for row in rows(series[11], "klassen")] == ["2025-01"] * 18
    assert [each.year for each in ledger_of(series[13]).years] == [2025, 2026]


def test_that_the_first_year_has_no_change_and_the_second_has(series: list[Outcome]) -> None:
    assert rows(series[11], "verandering") == ()
    assert any(row.value is not None for row in rows(series[12], "verandering"))


def test_that_a_class_lies_within_four_of_the_truth(series: list[Outcome]) -> None:
    states = ledger_of(series[0]).states_of(ledger_of(series[0]).years[0])
    for row in rows(series[0], "klassen"):
        truth = sum(state.counts[f"klassen:{row.item}"][0] for state in states)
        assert row.value is None or (abs(int(row.value) - truth) < 5 and truth >= 10)


def test_that_a_change_is_about_twenty_who_were_measured_twice(series: list[Outcome]) -> None:
    village = ledger_of(series[12])
    states = village.states_of(village.years[1])
    for row in rows(series[12], "verandering"):
        pairs = pairs_of(measured_since(states, village.years[0]), row.item)
        total = sum(state.changes[row.item] for state in states)
        if row.value is not None and row.step is not None:
            assert len(np.unique(pairs.now[1])) >= 20
            assert row.step * len(pairs.then) >= 20
            assert abs(float(row.value) - total / MARK_UNIT / len(pairs.then)) <= float(row.step)
            assert not np.isin(pairs.now[0], pairs.then).any()


def test_that_the_earlier_measurements_of_a_change_were_published_last_year(series: list[Outcome]) -> None:
    village = ledger_of(series[12])
    last = together([people_of(state) for state in village.states_of(village.years[0])])[0]
    for state in village.states_of(village.years[1]):
        then = numbers(state.then)
        assert np.isin(then[then != 0], last).all()


@pytest.mark.parametrize(("others", "shown"), [(0, True), (5, False), (12, True)])
def test_that_a_change_leaves_nobody_or_ten_beside_it(others: int, shown: bool) -> None:
    """`others` were in the first year only, and as many came."""
    draw, ledger = random.Random(1), new_ledger(SECRET)
    first = [one_mark(draw, 2 + place % 6) for place in range(60 + others)]
    ledger = made(release(first, ledger, asked(month(0))))
    later = [again(draw, old, 3 + place % 6) for place, old in enumerate(first[:60])]
    later += [one_mark(draw, 4) for _ in range(others)]
    outcome = release(later, ledger, asked(month(12)))
    assert all((row.value is not None) is shown for row in rows(outcome, "verandering"))
    assert len(rows(outcome, "verandering")) == 6
    if not shown:
        assert {r.why for r in outcome.reasons if r.table == "verandering"} == {Why.DERIVED}


def test_that_who_was_not_measured_again_is_in_no_change() -> None:
    draw = random.Random(1)
    first = [one_mark(draw, 2 + place % 6) for place in range(60)]
    ledger = made(release(first, new_ledger(SECRET), asked(month(0))))
    same = [replace(old, earlier=(before(old),)) for old in first]
    outcome = release(same, ledger, asked(month(12)))
    assert {row.value for row in rows(outcome, "verandering")} == {None}
    found = [r for r in outcome.reasons if r.table == "verandering"]
    assert {r.why for r in found} <= {Why.SMALL_GROUP, Why.DERIVED}


def test_that_a_change_is_never_as_large_as_four() -> None:
    draw = random.Random(1)
    first = [one_mark(draw, 2) for _ in range(60)]
    ledger = made(release(first, new_ledger(SECRET), asked(month(0))))
    outcome = release([again(draw, old, 9) for old in first], ledger, asked(month(12)))
    assert {row.value for row in rows(outcome, "verandering")} == {None}


def test_that_a_hidden_class_is_not_what_the_others_leave() -> None:
    """Two of 59 are low. With 26 printed as 30 and 31 as 35 at most two would be left for them."""
    marks = [2] * 2 + [5] * 26 + [8] * 31
    for seed in range(20):
        draw = random.Random(seed)
        outcome = release(
            [one_mark(draw, mark) for mark in marks], new_ledger(bytes([seed]) * 32), asked(month(0))
        )
        for code in DIMENSION_CODES:
            low, *others = [row.value for row in rows(outcome, "klassen") if row.item.startswith(code)]
            shown = [value for value in others if value is not None]
            assert low is None
            if len(shown) == 2:
                least, most = max(0, 59 - sum(shown) - 8), min(9, 59 - sum(shown) + 8)
                assert most - least >= 5


def test_that_a_few_changes_before_a_year_leave_the_yearly_tables_as_they_were() -> None:
    draw = random.Random(1)
    first = [one_mark(draw, 2 + place % 6) for place in range(70)]
    ledger = made(release(first, new_ledger(SECRET), asked(month(0))))
    later = [again(draw, old, 3 + place % 6) for place, old in enumerate(first)]
    ledger = made(release(later, ledger, asked(month(1))))
    few = [*later[4:], replace(later[0], tokens=Tokens(*(token(draw) for _ in range(3))), earlier=())]
    assert release(later, ledger, asked(month(12))).tables == release(few, ledger, asked(month(12))).tables


def test_that_a_year_comes_back_from_the_ledger_as_it_was(series: list[Outcome]) -> None:
    ledger = made(series[13])
    assert ledger_from_json(ledger_to_json(ledger)) == ledger


def test_that_a_mean_of_aspects_is_in_the_class_of_its_whole_number() -> None:
    marks = np.array([[Fraction(9, 2) * MARK_UNIT] * 5 + [NOT_GIVEN], [Fraction(17, 4) * MARK_UNIT] * 6], np.int64)
    counts = class_counts(marks, np.array([7, 7], np.uint64))
    assert counts["klassen:LF:5-6"] == (1, 1)
    assert counts["klassen:LF:0-4"] == (1, 1)
    assert counts["klassen:DF:0-4"] == (1, 1)
    assert sum(each for each, _ in counts.values()) == 11
