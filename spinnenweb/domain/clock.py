"""The one source of time: everything asks a clock, so that tests can set it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def utc_now() -> datetime:
    """The time of the computer's clock, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells the time in UTC and the date where the laptop is."""

    now: Callable[[], datetime] = utc_now

    def today(self) -> date:
        """The local calendar date."""
        return self.now().astimezone().date()
