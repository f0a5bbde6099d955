"""The 72-hour clock after a possible data breach."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

HOURS_TO_REPORT = 72
"""Hours between discovering a breach and telling the authority (AVG 33; reference/domain.md 4.1)."""


def report_before(found: datetime) -> datetime:
    """The last moment to report, in UTC: 72 hours that really pass, also where the clock changes in between.

    Raises:
        ValueError: a moment without a time zone.
    """
    if found.tzinfo is None:
        raise ValueError("a time zone is needed")
    return found.astimezone(UTC) + timedelta(hours=HOURS_TO_REPORT)
