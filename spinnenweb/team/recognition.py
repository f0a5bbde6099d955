"""How a resident known to two workers is recognised without a name leaving a laptop.

A mark is HMAC-SHA256 with the key of the team over the normalised calling name, the birth year and the village
(reference/anonymisation.md 4.5). Who has the key can try names, so it stays inside the vaults of the team.
"""

from __future__ import annotations

import hashlib
import hmac

from spinnenweb.disclosure.contributions import MARK_BYTES
from spinnenweb.domain.likeness import plain_name

_PURPOSE = b"spinnenweb herkennen 1"


def mark_of(team_key: bytes, name: str, birth_year: int | None, village: str, number: int) -> bytes:
    """The mark of a resident. Without a name nobody is recognised: then `number`, of this laptop only, decides."""
    plain = plain_name(name)
    known_by = (plain, str(birth_year or ""), plain_name(village)) if plain else ("", "", f"{number:016x}")
    # a length before each part, so that no two different people ever write the same bytes
    parts = (_PURPOSE, *(part.encode() for part in known_by))
    message = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    return hmac.new(team_key, message, hashlib.sha256).digest()[:MARK_BYTES]
