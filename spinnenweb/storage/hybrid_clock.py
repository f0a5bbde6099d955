"""A hybrid logical clock: wall time that never goes back, with a counter for what happens at once.

Kulkarni et al., "Logical Physical Clocks", 2014. It orders the writes of several laptops, also when one of their
clocks is wrong (reference/security.md 4.2 and 5).
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spinnenweb.domain.clock import Clock

_MOST_AT_ONCE = 0xFFFF


class HybridClock:
    """Gives stamps whose text order is their order in time: milliseconds (12 hex digits), counter (4), device."""

    def __init__(self, clock: Clock, device: str, last: str = "") -> None:
        self._clock = clock
        self._device = device
        self._lock = threading.Lock()
        self._milliseconds, self._counter = _parsed(last)

    def tick(self) -> str:
        """The next stamp; later than all given before, and later than the `last` it started from."""
        with self._lock:
            self._advance()
            return f"{self._milliseconds:012x}-{self._counter:04x}-{self._device}"

    def _advance(self) -> None:
        now = int(self._clock.now().timestamp() * 1000)
        if now > self._milliseconds:
            self._milliseconds, self._counter = now, 0
        elif self._counter < _MOST_AT_ONCE:
            self._counter += 1
        else:
            self._milliseconds, self._counter = self._milliseconds + 1, 0


def time_of(stamp: str) -> datetime:
    """When a stamp was given, to the millisecond."""
    return datetime.fromtimestamp(_parsed(stamp)[0] / 1000, UTC)


def _parsed(stamp: str) -> tuple[int, int]:
    if not stamp:
        return 0, 0
    milliseconds, counter, _ = stamp.split("-", 2)
    return int(milliseconds, 16), int(counter, 16)
