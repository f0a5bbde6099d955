"""Bytes under a key of our own: nobody reads them or changes them unseen (ChaCha20-Poly1305, RFC 8439)."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

NONCE_BYTES = 12


def lock_bytes(key: bytearray, data: bytes, about: bytes) -> bytes:
    """The bytes under a key of 32 bytes; `about` is bound to them and stays readable elsewhere."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + ChaCha20Poly1305(bytes(key)).encrypt(nonce, data, about)


def unlock_bytes(key: bytearray, locked: bytes, about: bytes) -> bytes | None:
    """The bytes again; `None` when the key or `about` is another, or when anything was changed."""
    try:
        return ChaCha20Poly1305(bytes(key)).decrypt(locked[:NONCE_BYTES], locked[NONCE_BYTES:], about)
    except (InvalidTag, ValueError):
        return None
