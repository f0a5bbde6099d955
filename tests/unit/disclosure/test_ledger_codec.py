from __future__ import annotations

import random

import pytest

from spinnenweb.disclosure.ledger import new_ledger
from spinnenweb.disclosure.ledger_codec import (
    ledger_from_json,
    ledger_to_json,
    village_from_json,
    village_to_json,
)
from spinnenweb.disclosure.ledger_edits import with_one_household, with_one_resident
from spinnenweb.disclosure.release import release
from tests.unit.disclosure.made_villages import (
    SECRET,
    asked,
    made,
    member,
    month,
    people,
    renewed,
    series,
)


def test_that_a_ledger_comes_back_as_it_was_and_writes_the_same_bytes() -> None:
    ledger = made(series(3, 45, 4, "Oost", "West")[-1])
    written = ledger_to_json(ledger)
    assert ledger_from_json(written) == ledger
    assert ledger_to_json(ledger_from_json(written)) == written


def test_that_one_village_comes_back_as_it_was() -> None:
    village = series(3, 45, 3)[-1].ledger.of("Ruinerdal")
    assert village_from_json(village_to_json(village)) == village


def test_that_a_release_after_reading_back_is_the_release_without() -> None:
    draw = random.Random(1)
    ledger = made(release(people(draw, 30), new_ledger(SECRET), asked(month(0))))
    later = people(draw, 30)
    read = ledger_from_json(ledger_to_json(ledger))
    assert release(later, read, asked(month(1))).tables == release(later, ledger, asked(month(1))).tables


def test_that_a_ledger_of_another_format_is_not_read() -> None:
    with pytest.raises(ValueError, match="format"):
        ledger_from_json(b'{"format":2}')


def test_that_a_short_secret_is_not_taken() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        new_ledger(b"short")


def test_that_two_cards_of_one_resident_are_one_in_all_earlier_sets() -> None:
    draw = random.Random(1)
    living = people(draw, 30)
    ledger = made(release(living, new_ledger(SECRET), asked(month(0))))
    after = with_one_resident(ledger, living[0].resident, living[1].resident)
    moved = [*(renewed(draw, each) for each in living[1:5]), *living[5:]]
    assert [row.snapshot for row in release(moved, ledger, asked(month(1))).tables[0].rows] == ["2025-02"]
    assert [row.snapshot for row in release(moved, after, asked(month(1))).tables[0].rows] == ["2025-01"]


def test_that_a_household_linked_later_is_one_in_all_earlier_sets() -> None:
    draw = random.Random(1)
    living = people(draw, 30)
    ledger = made(release(living, new_ledger(SECRET), asked(month(0))))
    after = with_one_household(ledger, {each.resident for each in living[:5]}, 77)
    gone = living[5:]
    assert [row.snapshot for row in release(gone, ledger, asked(month(1))).tables[0].rows] == ["2025-02"]
    assert [row.snapshot for row in release(gone, after, asked(month(1))).tables[0].rows] == ["2025-01"]


def test_that_an_edit_that_meets_nobody_changes_nothing() -> None:
    ledger = made(series(3, 20, 1)[-1])
    assert with_one_resident(ledger, 1, 2) == ledger
    assert member(random.Random(1)).household is None
