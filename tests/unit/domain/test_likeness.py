from __future__ import annotations

import pytest

from spinnenweb.domain.likeness import likely
from spinnenweb.domain.merges import Merge, Outline, aliases
from tests.unit.storage.files import DAY

JANNIE = Outline("jannie", "Jannie", "R-021", 1951, "beek")
FATIMA = Outline("fatima", "Fatima", "R-007", None, "hoek")
ANONYMOUS = Outline("anoniem", "", "X-1", 1951, "beek")
ALL = (JANNIE, FATIMA, ANONYMOUS)


def find(typed: str, village: str | None = None, year: int | None = None) -> tuple[str, ...]:
    return likely(ALL, typed, village, year, 3)


@pytest.mark.parametrize(
    "typed",
    [
        "Jannie",
        "jannie ",
        "  JANNIE",
        "Janníe",
        "Jannie de Vries",
        "Janni",
        "Jannnie",
        "Janie",
        "Jannei",
        "Janny",
        "Jany",
    ],
)
def test_that_a_name_is_noticed_however_it_is_typed(typed: str) -> None:
    assert find(typed) == ("jannie",)


@pytest.mark.parametrize("typed", ["Fatma", "FATIMAH", "Fatiima"])
def test_that_a_name_that_can_be_spelled_in_more_ways_is_noticed(typed: str) -> None:
    assert find(typed) == ("fatima",)


@pytest.mark.parametrize("typed", ["", " ", "J", "Ja", "Johan", "Hans", "🌷", "\0", "R-021a", "R-02", "Fa"])
def test_that_another_name_or_code_is_left_alone(typed: str) -> None:
    assert find(typed) == ()


@pytest.mark.parametrize("typed", ["R-021", "r-021", "r21", "R 21", " R-0021 ", "r_21"])
def test_that_a_code_is_noticed_however_it_is_typed(typed: str) -> None:
    assert find(typed) == ("jannie",)


def test_that_another_birth_year_is_another_person_and_an_unknown_one_may_be_the_same() -> None:
    assert find("Jannie", year=1951) == ("jannie",)
    assert find("Jannie", year=1952) == ()
    assert find("Fatima", year=1990) == ("fatima",)


def test_that_the_likeliest_comes_first_and_no_more_than_asked() -> None:
    people = [Outline(f"n{n}", "Jannie", f"C-{n}", None, None) for n in range(5)]
    near = [Outline("jaar", "Janni", "C-8", 1951, "beek"), Outline("kern", "Jannie", "C-9", None, "beek")]
    assert likely([*people, *near], "Jannie", "beek", 1951, 3)[:2] == ("jaar", "kern")
    assert len(likely([*people, *near], "Jannie", None, None, 3)) == 3


def test_that_a_chain_of_merges_ends_at_the_card_that_is_seen() -> None:
    chain = [Merge("1", "b", "a", DAY), Merge("2", "c", "b", DAY), Merge("3", "z", "y", DAY)]
    assert aliases(chain) == {"a": "c", "b": "c", "y": "z"}


def test_that_a_ring_of_merges_comes_to_an_end() -> None:
    assert set(aliases([Merge("1", "b", "a", DAY), Merge("2", "a", "b", DAY)])) == {"a", "b"}
