"""What a guess of a passphrase costs on this laptop: about one second of Argon2id, never less than the floor."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.kdf import FLOOR, MEMORY_KIB, SALT_BYTES, TIME, KdfCost, derive
from spinnenweb.security.laptop_memory import physical_memory

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 1.0
MEMORY_SHARE = 8
"""One part in so many of the laptop's memory is the most that opening a vault may take."""

_KIB_PER_MIB = 1024


def seconds_of(cost: KdfCost) -> float:
    """How long one guess takes here and now; `SpinnenwebError` `memory.full`."""
    start = time.perf_counter()
    derive(b"", bytes(SALT_BYTES), cost)
    return time.perf_counter() - start


def measured_cost(memory: int | None = None, measure: Callable[[KdfCost], float] = seconds_of) -> KdfCost:
    """The cost that takes about one second here: first more memory, then, at the limit of it, more passes.

    Memory is at most 512 MiB and an eighth of the laptop's; where that cannot be known or given, the floor.
    A laptop that is busy just now gets a smaller cost, never one below the floor.

    Args:
        memory: bytes of memory in the laptop; asked of the system when `None`.
        measure: seconds that a cost takes.

    Raises:
        SpinnenwebError: `memory.full`: not even the floor can be had.
    """
    most = _most_memory(physical_memory() if memory is None else memory)
    rough = _scaled(FLOOR, SECONDS / measure(FLOOR), most)
    if rough == FLOOR:
        return FLOOR
    try:
        # the caches of the processor make a small cost look cheaper than its multiple
        return _scaled(rough, SECONDS / measure(rough), most)
    except SpinnenwebError:
        return FLOOR


def _most_memory(bytes_here: int | None) -> int:
    share = (bytes_here or 0) // MEMORY_SHARE // 1024
    return max(FLOOR.memory_kib, min(MEMORY_KIB[-1], share))


def _scaled(cost: KdfCost, factor: float, most: int) -> KdfCost:
    work = cost.memory_kib * cost.time * factor
    wanted = int(work / FLOOR.time) // _KIB_PER_MIB * _KIB_PER_MIB
    memory = max(FLOOR.memory_kib, min(most, wanted))
    passes = max(FLOOR.time, min(TIME[-1], round(work / memory)))
    return replace(FLOOR, memory_kib=memory, time=passes)
