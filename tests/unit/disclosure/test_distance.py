from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.disclosure.distance import People, classes, distance, equal, subsets, too_close

pairs = st.dictionaries(st.integers(0, 40), st.integers(0, 12), max_size=30)


def as_people(chosen: dict[int, int]) -> People:
    tokens = sorted(chosen)
    return np.asarray(tokens, np.uint64), np.asarray([chosen[each] for each in tokens], np.uint64)


def split(everybody: dict[int, int], places: list[int]) -> list[dict[int, int]]:
    """Parts by the place each token is given, -1 for in none."""
    return [{t: u for t, u in everybody.items() if places[t] == part} for part in range(3)]


places = st.lists(st.integers(-1, 2), min_size=41, max_size=41)


@given(pairs, places, places)
def test_that_unions_compare_as_the_sets_of_people_they_are(
    everybody: dict[int, int], now: list[int], then: list[int]
) -> None:
    here, there = split(everybody, now), split(everybody, then)
    found = classes([as_people(part) for part in here], [as_people(part) for part in there])
    for union in subsets(3):
        for other in subsets(3):
            left = {t for place in union for t in here[place]}
            right = {t for place in other for t in there[place]}
            apart = len({everybody[t] for t in left ^ right})
            assert too_close(found, union, other) == (0 < apart < 5)
            assert equal(found, union, other) == (left == right)


@given(pairs, st.lists(st.booleans(), min_size=41, max_size=41))
def test_that_distance_counts_units_not_measurements(everybody: dict[int, int], kept: list[bool]) -> None:
    some = {t: u for t, u in everybody.items() if kept[t]}
    assert distance(as_people(everybody), as_people(some)) == len({u for t, u in everybody.items() if not kept[t]})


def test_that_five_new_talks_with_one_resident_are_one() -> None:
    before = as_people(dict.fromkeys(range(5), 1))
    assert distance(before, as_people(dict.fromkeys(range(10, 15), 1))) == 1


def test_that_of_many_parts_each_and_the_whole_are_compared() -> None:
    assert [len(union) for union in subsets(7)] == [1] * 7 + [7]
