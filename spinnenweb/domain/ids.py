"""Identifiers made by the client: UUID version 7 (RFC 9562, section 5.7).

Made here and not by the database, so that records of several laptops never collide; ordered by time, so that
an index stays compact.
"""

from __future__ import annotations

import secrets
import threading
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from spinnenweb.domain.clock import Clock

_COUNTER_BITS = 42
_RANDOM_BITS = 32


class IdSource:
    """Makes UUIDv7 values that only go up, also when the clock is set back."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._last_ms = 0
        self._counter = 0

    def new(self) -> str:
        """A new identifier as 36 characters of text."""
        with self._lock:
            self._advance()
            return str(UUID(int=_assemble(self._last_ms, self._counter)))

    def _advance(self) -> None:
        now_ms = int(self._clock.now().timestamp() * 1000)
        if now_ms > self._last_ms:
            self._last_ms = now_ms
            self._counter = secrets.randbits(_COUNTER_BITS - 1)
            return
        self._counter += 1 + secrets.randbits(8)
        if self._counter >> _COUNTER_BITS:
            self._last_ms += 1
            self._counter = secrets.randbits(_COUNTER_BITS - 1)


def _assemble(milliseconds: int, counter: int) -> int:
    high = counter >> 30
    low = ((counter & ((1 << 30) - 1)) << _RANDOM_BITS) | secrets.randbits(_RANDOM_BITS)
    return (milliseconds << 80) | (0x7 << 76) | (high << 64) | (0b10 << 62) | low
