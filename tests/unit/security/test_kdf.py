"""The cost of a guess is bounded on both sides."""

from __future__ import annotations

import sys

import pytest

from spinnenweb.security.kdf import FLOOR, KdfCost, derive
from tests.unit.security.vaults import run_child

SALT = bytes(range(16))


def test_that_the_floor_is_the_low_memory_profile_of_rfc_9106() -> None:
    assert KdfCost(memory_kib=65536, time=3, parallelism=4) == FLOOR


@pytest.mark.parametrize(
    ("memory_kib", "time", "parallelism"),
    [
        (64 * 2**20, 3, 4),
        (2**19 + 1, 1, 1),
        (8191, 1, 1),
        (0, 1, 1),
        (-8192, 1, 1),
        (8192, 0, 1),
        (8192, 21, 1),
        (8192, 1, 0),
        (8192, 1, 17),
    ],
)
def test_that_a_cost_outside_its_range_does_not_exist(memory_kib: int, time: int, parallelism: int) -> None:
    with pytest.raises(ValueError, match="range"):
        KdfCost(memory_kib, time, parallelism)


def test_that_secret_salt_and_every_part_of_the_cost_change_the_key() -> None:
    cost = KdfCost.for_tests()
    keys = {
        derive(b"one", SALT, cost),
        derive(b"two", SALT, cost),
        derive(b"one", SALT[::-1], cost),
        derive(b"one", SALT, KdfCost(8193, 1, 1)),
        derive(b"one", SALT, KdfCost(8192, 2, 1)),
        derive(b"one", SALT, KdfCost(8192, 1, 2)),
    }
    assert len(keys) == 6
    assert derive(b"one", SALT, cost) in keys


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of one process")
def test_that_a_laptop_without_the_memory_gets_a_line_and_no_crash() -> None:
    printed = run_child(
        "import resource\n"
        "from spinnenweb.domain.errors import SpinnenwebError\n"
        "from spinnenweb.security.kdf import KdfCost, derive\n"
        "resource.setrlimit(resource.RLIMIT_AS, (400 * 2**20, 400 * 2**20))\n"
        "try:\n"
        "    derive(b'one', bytes(16), KdfCost(2**19, 1, 1))\n"
        "except SpinnenwebError as error:\n"
        "    print(error.code, error.values['mebibytes'])\n"
    )
    assert printed == "memory.full 512"
