from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.disclosure.bands import Band, bands_for
from spinnenweb.disclosure.ledger import new_ledger
from spinnenweb.disclosure.release import release
from tests.unit.disclosure.made_villages import SECRET, asked, member, month

ages = st.lists(st.integers(18, 99), max_size=250)


def bands(people: list[int]) -> tuple[Band, ...]:
    return bands_for(len(people), lambda band: sum(band.youngest <= age <= band.last for age in people))


@given(ages)
def test_that_every_band_has_twenty_residents_and_every_adult_one_band(people: list[int]) -> None:
    sizes = Counter(band for band in bands(people) for age in people if band.youngest <= age <= band.last)
    assert all(size >= 20 for size in sizes.values())
    assert sum(sizes.values()) in (0, len(people))
    assert len(sizes) != 1


def test_that_the_smallest_band_goes_with_its_smaller_neighbour() -> None:
    people = [30] * 40 + [50] * 50 + [70] * 10 + [85] * 30
    assert [band.name for band in bands(people)] == ["18-44", "45-64", "65+"]


def test_that_a_village_of_thirty_nine_has_no_bands() -> None:
    assert bands([30] * 20 + [70] * 19) == ()


def test_that_forty_of_one_age_have_no_bands() -> None:
    assert bands([30] * 39 + [70]) == ()


def test_that_the_size_of_a_village_is_told_in_residents_though_a_household_counts_once() -> None:
    """Forty residents, two of them one household across the bands."""
    draw = random.Random(1)
    young = [member(draw, birth_year=1990) for _ in range(20)]
    old = [member(draw, birth_year=1950) for _ in range(20)]
    young[0], old[0] = replace(young[0], household=7), replace(old[0], household=7)
    design = release([*young, *old], new_ledger(SECRET), asked(month(0))).ledger.of("Ruinerdal").design
    assert design is not None
    assert [band.name for band in design.bands] == ["18-64", "65+"]


def test_that_a_band_of_twenty_residents_in_fewer_households_is_none() -> None:
    draw = random.Random(1)
    couple = [member(draw, birth_year=1950, household=7) for _ in range(2)]
    people = [member(draw, birth_year=1990) for _ in range(22)] + [
        member(draw, birth_year=1950) for _ in range(18)
    ]
    design = release([*people, *couple], new_ledger(SECRET), asked(month(0))).ledger.of("Ruinerdal").design
    assert design is not None
    assert design.bands == ()
