"""From something a person knows to a key: Argon2id, and what it may cost."""

from __future__ import annotations

from dataclasses import dataclass

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.keys import KEY_BYTES

SALT_BYTES = 16
#: 8 MiB to 512 MiB, the most a vault is made with: a hostile header may not ask for all memory of the laptop
#: (`reference/security.md` 1.4).
MEMORY_KIB = range(8192, 2**19 + 1)
TIME = range(1, 21)
PARALLELISM = range(1, 17)


@dataclass(frozen=True)
class KdfCost:
    """What one guess costs: memory in KiB (8192-524288), passes (1-20), lanes (1-16).

    Raises:
        ValueError: a number outside its range, before any memory is taken.
    """

    memory_kib: int
    time: int
    parallelism: int

    def __post_init__(self) -> None:
        within = self.memory_kib in MEMORY_KIB and self.time in TIME and self.parallelism in PARALLELISM
        if not within:
            raise ValueError("cost outside its range")

    @classmethod
    def for_tests(cls) -> KdfCost:
        """The smallest cost that is accepted; only for tests, where a vault is opened thousands of times."""
        return cls(MEMORY_KIB[0], 1, 1)


#: The low-memory profile of RFC 9106, section 4; no real vault is made below it.
FLOOR = KdfCost(memory_kib=64 * 1024, time=3, parallelism=4)


def derive(secret: bytes, salt: bytes, cost: KdfCost) -> bytes:
    """The 256-bit key that belongs to a secret.

    Raises:
        SpinnenwebError: `memory.full`: this laptop cannot give the memory that `cost` asks now.
    """
    try:
        return hash_secret_raw(
            secret, salt, cost.time, cost.memory_kib, cost.parallelism, KEY_BYTES, Type.ID, version=19
        )
    except (HashingError, MemoryError):
        raise SpinnenwebError("memory.full", mebibytes=cost.memory_kib // 1024) from None
