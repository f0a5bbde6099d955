"""How a count is printed."""

from __future__ import annotations

from spinnenweb.domain.releases import ROUNDING, SMALLEST_GROUP


def printed(count: int) -> int:
    """A count of at least 10 as the nearest multiple of 5, never below 10.

    Raises `ValueError` for a smaller count: that one is hidden, never rounded.
    """
    if count < SMALLEST_GROUP:
        raise ValueError("a count under the smallest group is not printed")
    return max(SMALLEST_GROUP, ROUNDING * ((count + ROUNDING // 2) // ROUNDING))
