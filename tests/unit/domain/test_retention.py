from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from spinnenweb.domain.house_rules import FileKind, Retention
from spinnenweb.domain.retention import FileOf, clock_jumped, due, months_after

BEGUN = date(2020, 1, 1)
TERMS = Retention({FileKind.CONVERSATIONS: 24, FileKind.CONTACTS: 12, FileKind.CARD: 3})


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 31), 24, date(2028, 1, 31)),
    ],
)
def test_that_months_end_on_a_day_that_exists(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


@pytest.mark.parametrize(
    ("kind", "months"), [(FileKind.CONVERSATIONS, 24), (FileKind.CONTACTS, 12), (FileKind.CARD, 3)]
)
def test_that_the_richest_part_of_a_file_decides_its_term(kind: FileKind, months: int) -> None:
    last = date(2024, 5, 10)
    file = FileOf("a", kind, last, BEGUN)
    since = months_after(last, months)
    assert due([file], TERMS, {}, since - timedelta(days=1)) == ()
    assert [(one.since, one.months) for one in due([file], TERMS, {}, since)] == [(since, months)]


def test_that_a_card_without_a_contact_counts_from_the_day_it_was_made() -> None:
    found = due([FileOf("a", FileKind.CARD, None, BEGUN)], TERMS, {}, date(2026, 1, 1))
    assert [one.since for one in found] == [date(2020, 4, 1)]


def test_that_a_file_somebody_decided_to_keep_is_due_again_the_day_after() -> None:
    file, until = FileOf("a", FileKind.CARD, None, BEGUN), date(2026, 6, 1)
    assert due([file], TERMS, {"a": until}, until) == ()
    assert len(due([file], TERMS, {"a": until}, until + timedelta(days=1))) == 1


def test_that_the_longest_over_comes_first() -> None:
    files = [FileOf(name, FileKind.CARD, date(2020, month, 1), BEGUN) for name, month in (("b", 5), ("a", 2))]
    assert [one.resident_id for one in due(files, TERMS, {}, date(2026, 1, 1))] == ["a", "b"]


@pytest.mark.parametrize(("hours", "odd"), [(23, False), (25, True), (-23, False), (-25, True), (24 * 400, True)])
def test_that_a_clock_more_than_a_day_off_is_odd(hours: int, odd: bool) -> None:
    seen = datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert clock_jumped(seen + timedelta(hours=hours), seen) is odd
    assert not clock_jumped(seen, None)
