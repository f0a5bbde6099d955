from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.storage.hybrid_clock import HybridClock
from tests.unit.storage.files import NOON, SetTime


@given(st.lists(st.integers(-(10**7), 10**7), min_size=2, max_size=30))
def test_that_stamps_rise_whatever_the_clock_does(offsets: list[int]) -> None:
    time = SetTime()
    hybrid = HybridClock(time.clock, "laptop")
    stamps = []
    for offset in offsets:
        time.moment = NOON + timedelta(seconds=offset)
        stamps.append(hybrid.tick())
    assert stamps == sorted(set(stamps))


def test_that_more_writes_than_the_counter_holds_still_rise() -> None:
    hybrid = HybridClock(SetTime().clock, "laptop", "01ffffffffff-fffe-laptop")
    stamps = [hybrid.tick() for _ in range(3)]
    assert stamps == ["01ffffffffff-ffff-laptop", "020000000000-0000-laptop", "020000000000-0001-laptop"]


def test_that_a_stamp_names_the_laptop_also_when_its_name_has_hyphens() -> None:
    time = SetTime()
    first = HybridClock(time.clock, "laptop-van-bo").tick()
    second = HybridClock(time.clock, "laptop-van-bo", first).tick()
    assert first.endswith("-0000-laptop-van-bo")
    assert second.endswith("-0001-laptop-van-bo")
