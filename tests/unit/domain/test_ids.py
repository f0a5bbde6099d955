"""UUIDv7 made by the client."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from spinnenweb.domain.clock import Clock
from spinnenweb.domain.ids import IdSource


def test_that_ids_go_up_also_when_the_clock_is_set_back() -> None:
    times = iter([datetime(2026, 5, 19, tzinfo=UTC) - timedelta(days=n % 3) for n in range(3000)])
    source = IdSource(Clock(lambda: next(times)))
    made = [source.new() for _ in range(3000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_that_an_id_is_a_uuid_of_version_seven_with_its_time() -> None:
    moment = datetime(2026, 5, 19, 14, 5, tzinfo=UTC)
    made = UUID(IdSource(Clock(lambda: moment)).new())
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == int(moment.timestamp() * 1000)
