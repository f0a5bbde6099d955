"""Whether what a person typed again is the same: a new password, and one group of the emergency key on paper."""

from __future__ import annotations

from spinnenweb.security import recovery_code
from spinnenweb.security.passphrase import normalise


def same_passphrase(one: str, other: str) -> bool:
    """Whether two passphrases open the same vault; capitals, blanks and hyphens do not matter."""
    return normalise(one) == normalise(other)


def is_key_group(emergency_key: str, number: int, typed: str) -> bool:
    """Whether `typed` is group `number` (from 1) of the emergency key."""
    return recovery_code.is_group(emergency_key, number, typed)
