"""What a guess costs follows from this laptop, and never falls below the floor."""

from __future__ import annotations

import pytest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.calibration import MEMORY_SHARE, SECONDS, measured_cost, seconds_of
from spinnenweb.security.kdf import FLOOR, MEMORY_KIB, TIME, KdfCost
from spinnenweb.security.laptop_memory import physical_memory

GIB = 2**30


def laptop(floor_seconds: float) -> dict[KdfCost, float]:
    """What was measured on a laptop whose time follows memory times passes."""

    class _Laptop(dict[KdfCost, float]):
        def __call__(self, cost: KdfCost) -> float:
            work = cost.memory_kib * cost.time / (FLOOR.memory_kib * FLOOR.time)
            self[cost] = floor_seconds * work
            return self[cost]

    return _Laptop()


def cost_on(floor_seconds: float, memory: int) -> KdfCost:
    measure = laptop(floor_seconds)
    assert callable(measure)
    return measured_cost(memory, measure)


@pytest.mark.parametrize("floor_seconds", [0.13, 0.2, 0.33, 0.5])
def test_that_more_memory_is_taken_until_a_guess_takes_a_second(floor_seconds: float) -> None:
    cost = cost_on(floor_seconds, 16 * GIB)
    assert (cost.time, cost.parallelism) == (FLOOR.time, FLOOR.parallelism)
    assert cost.memory_kib % 1024 == 0
    taken = floor_seconds * cost.memory_kib / FLOOR.memory_kib
    assert SECONDS * 0.9 <= taken <= SECONDS


@pytest.mark.parametrize(
    ("memory", "most_mib"), [(16 * GIB, 512), (4 * GIB, 512), (2 * GIB, 256), (GIB, 128), (GIB // 4, 64)]
)
def test_that_memory_stays_within_512_mib_and_an_eighth_and_passes_make_up_for_it(
    memory: int, most_mib: int
) -> None:
    cost = cost_on(0.02, memory)
    assert cost.memory_kib == most_mib * 1024
    assert cost.memory_kib <= max(FLOOR.memory_kib, memory // MEMORY_SHARE // 1024)
    assert cost.time == min(TIME[-1], round(SECONDS / (0.02 * most_mib / 64) * FLOOR.time))


@pytest.mark.parametrize("floor_seconds", [1.0, 3.0, 60.0])
def test_that_a_slow_or_busy_laptop_gets_the_floor(floor_seconds: float) -> None:
    assert cost_on(floor_seconds, 16 * GIB) == FLOOR


def test_that_a_laptop_that_cannot_give_the_memory_gets_the_floor() -> None:
    def refusing(cost: KdfCost) -> float:
        if cost != FLOOR:
            raise SpinnenwebError("memory.full", mebibytes=cost.memory_kib // 1024)
        return 0.1

    assert measured_cost(16 * GIB, refusing) == FLOOR


def test_that_a_fast_laptop_never_gets_a_cost_that_its_own_reader_refuses() -> None:
    cost = cost_on(0.0001, 64 * GIB)
    assert (cost.memory_kib, cost.time) == (MEMORY_KIB[-1], TIME[-1])


def test_that_this_laptop_knows_its_memory_and_takes_about_a_second() -> None:
    memory = physical_memory()
    assert memory is not None
    assert memory > GIB // 4
    cost = measured_cost()
    assert cost.memory_kib >= FLOOR.memory_kib
    assert cost.time >= FLOOR.time
    # wide, as others use this machine too
    assert cost == FLOOR or SECONDS / 8 < seconds_of(cost) < SECONDS * 8
