"""Letters between the laptops of a team: signed with Ed25519, and sealed to age keys (docs/decisions/011).

age says nothing about who sent something. So the signature lies inside the seal, and what is signed names for
whom it is: nobody can seal somebody else's letter anew to a third (reference/security.md 3). pyrage is loaded only
when a letter is made or opened.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED_BYTES = 32
KEY_BYTES = 32
SIGNATURE_BYTES = 64
_MAGIC = b"spinnenweb "
_CODE_SIGNS, _CODE_GROUP = 16, 4


@dataclass(frozen=True, slots=True)
class Letter:
    """What was signed, and the public key it says it was signed with."""

    verify_key: bytes
    body: bytes


def new_signing_seed() -> bytes:
    """A secret of 32 random bytes to sign with."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def verify_key_of(seed: bytes) -> bytes:
    """The public key, 32 bytes, that goes with a secret to sign with."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def new_identity() -> str:
    """A new secret identity of age, as `age-keygen` writes it."""
    from pyrage import x25519

    return str(x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """The public key of age that goes with an identity."""
    from pyrage import x25519

    return str(x25519.Identity.from_str(identity).to_public())


def is_recipient(text: str) -> bool:
    """Whether this is a public key of age."""
    import pyrage
    from pyrage import x25519

    try:
        x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def signed(seed: bytes, kind: str, body: bytes) -> bytes:
    """A letter: what it is, the public key of the sender, the signature over all of it, and the body."""
    head = _head(kind) + verify_key_of(seed)
    return head + Ed25519PrivateKey.from_private_bytes(seed).sign(head + body) + body


def opened(letter: bytes, kind: str) -> Letter:
    """The letter that `signed` made, once its signature was found good. Who sent it is for the caller to judge.

    Raises:
        ValueError: it is no letter of this kind, or something in it was changed.
    """
    start = len(_head(kind))
    key, signature = letter[start : start + KEY_BYTES], letter[start + KEY_BYTES :][:SIGNATURE_BYTES]
    body = letter[start + KEY_BYTES + SIGNATURE_BYTES :]
    if not letter.startswith(_head(kind)) or len(signature) != SIGNATURE_BYTES:
        raise ValueError("no letter")
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, letter[: start + KEY_BYTES] + body)
    except InvalidSignature:
        raise ValueError("changed") from None
    return Letter(key, body)


def sealed(recipients: Sequence[str], content: bytes) -> bytes:
    """The content so that only these public keys of age open it; `age -d` does too.

    Raises:
        ValueError: one of them is no public key of age.
    """
    import pyrage
    from pyrage import x25519

    try:
        return bytes(pyrage.encrypt(content, [x25519.Recipient.from_str(each) for each in recipients]))
    except pyrage.RecipientError:
        raise ValueError("recipient") from None


def unsealed(identity: str, content: bytes) -> bytes | None:
    """What was sealed to this identity, or `None` when it is for somebody else or a byte of it was changed."""
    import pyrage
    from pyrage import x25519

    try:
        return bytes(pyrage.decrypt(content, [x25519.Identity.from_str(identity)]))
    except pyrage.DecryptError:
        return None


def check_code(verify_key: bytes, recipient: str) -> str:
    """Sixteen signs that stand for both public keys, in groups of four to read aloud; 80 bits."""
    digest = hashlib.sha256(b"spinnenweb controlecode\0" + verify_key + recipient.encode()).digest()
    signs = base64.b32encode(digest).decode()[:_CODE_SIGNS]
    return " ".join(signs[start : start + _CODE_GROUP] for start in range(0, _CODE_SIGNS, _CODE_GROUP))


def _head(kind: str) -> bytes:
    return _MAGIC + kind.encode() + b"\n"
