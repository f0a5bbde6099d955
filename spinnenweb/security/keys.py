"""One key per purpose, all from the data key, and the wiping of keys."""

from __future__ import annotations

from enum import StrEnum

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_SALT = b"spinnenweb/1"


class Purpose(StrEnum):
    """What a subkey is for. The text goes into the key: a changed text is another key."""

    DATABASE = "database"
    BACKUP = "backup"
    ENVELOPE_MAC = "envelope-mac"
    AUDIT_MAC = "audit-mac"
    DRAFTS = "drafts"
    LEDGER = "ledger"


def subkey(data_key: bytearray, purpose: Purpose) -> bytearray:
    """The 256-bit key for one purpose (HKDF-SHA256, RFC 5869); who has it learns no other key.

    The caller wipes it after use.
    """
    key = bytearray(KEY_BYTES)
    HKDF(hashes.SHA256(), KEY_BYTES, _SALT, purpose.encode()).derive_into(data_key, key)
    return key


def wipe(key: bytearray) -> None:
    """Overwrite a key in place with zeros; its length stays."""
    key[:] = bytes(len(key))
