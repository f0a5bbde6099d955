from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.disclosure.rounding import printed


@pytest.mark.parametrize(("count", "shown"), [(10, 10), (12, 10), (13, 15), (17, 15), (18, 20), (102, 100)])
def test_that_a_count_is_printed_as_the_nearest_five(count: int, shown: int) -> None:
    assert printed(count) == shown


@given(st.integers(10, 100_000))
def test_that_what_is_printed_is_at_most_two_from_the_truth(count: int) -> None:
    assert printed(count) % 5 == 0
    assert printed(count) >= 10
    assert abs(printed(count) - count) <= 2


@pytest.mark.parametrize("count", [-5, 0, 9])
def test_that_a_small_count_is_never_rounded_into_sight(count: int) -> None:
    with pytest.raises(ValueError, match="not printed"):
        printed(count)
