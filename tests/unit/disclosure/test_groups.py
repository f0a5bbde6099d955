from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.disclosure.groups import age_groups


@pytest.mark.parametrize(
    ("residents", "names"),
    [
        (0, []),
        (39, []),
        (40, ["18-64", "65+"]),
        (119, ["18-64", "65+"]),
        (120, ["18-44", "45-64", "65-79", "80+"]),
    ],
)
def test_that_the_size_of_a_village_decides_its_age_groups(residents: int, names: list[str]) -> None:
    assert [group.name for group in age_groups(residents)] == names


@given(st.integers(18, 130), st.sampled_from([40, 120]))
def test_that_every_adult_is_in_exactly_one_group(age: int, residents: int) -> None:
    assert sum(group.holds(age) for group in age_groups(residents)) == 1


@pytest.mark.parametrize("age", [None, 17, 0, -3])
def test_that_an_unknown_age_and_a_child_are_in_no_group(age: int | None) -> None:
    assert not any(group.holds(age) for group in age_groups(120))
