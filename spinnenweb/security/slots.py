"""Slots of the envelope: each holds the data key, wrapped for one way in."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from spinnenweb.security.kdf import SALT_BYTES, KdfCost, derive
from spinnenweb.security.keys import KEY_BYTES
from spinnenweb.security.strict_json import (
    canonical,
    load_object,
    mapping,
    raw,
    raw_up_to,
    text,
    whole,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

NONCE_BYTES = 12
_TAG_BYTES = 16
#: A public key of age: 32 bytes as Bech32 with "age" before it.
RECIPIENT_PATTERN = r"age1[02-9ac-hj-np-z]{58}"
#: A data key sealed by age takes some 400 bytes.
MAX_SEALED_BYTES = 2048


class SlotKind(StrEnum):
    """The ways in, written as their names in lower case."""

    PASSPHRASE = auto()
    RECOVERY = auto()
    ORGANISATION = auto()


@dataclass(frozen=True)
class SecretSlot:
    """The data key under a secret that a person knows or has on paper: Argon2id, then AES-256-GCM."""

    kind: SlotKind
    id: str
    cost: KdfCost
    salt: bytes
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True)
class OrganisationSlot:
    """The data key for the holder of the organisation's age identity; made and opened by `organisation`."""

    id: str
    recipient: str
    sealed: bytes

    @property
    def kind(self) -> SlotKind:
        """Always `SlotKind.ORGANISATION`."""
        return SlotKind.ORGANISATION


@dataclass(frozen=True)
class ForeignSlot:
    """A slot this program cannot open; its JSON is kept so that rewriting the envelope does not lose it."""

    kind: str
    json: bytes


Slot = SecretSlot | OrganisationSlot | ForeignSlot

_SECRET_KINDS = (SlotKind.PASSPHRASE, SlotKind.RECOVERY)


def seal(kind: SlotKind, secret: bytes, data_key: bytearray, vault_id: str, cost: KdfCost) -> SecretSlot:
    """Wrap the data key with a fresh salt, nonce and id, bound to the vault and to the slot's own header.

    Raises:
        SpinnenwebError: `memory.full`.
    """
    empty = SecretSlot(kind, secrets.token_hex(8), cost, secrets.token_bytes(SALT_BYTES), b"", b"")
    nonce = secrets.token_bytes(NONCE_BYTES)
    cipher = AESGCM(derive(secret, empty.salt, cost))
    sealed = cipher.encrypt(nonce, data_key, _bound_to(empty, vault_id))
    return SecretSlot(kind, empty.id, cost, empty.salt, nonce, sealed)


def unseal(slot: SecretSlot, secret: bytes, vault_id: str) -> bytearray | None:
    """The data key, or `None` when the secret does not fit or the slot was changed.

    Raises:
        SpinnenwebError: `memory.full`.
    """
    cipher = AESGCM(derive(secret, slot.salt, slot.cost))
    data_key = bytearray(KEY_BYTES)
    try:
        cipher.decrypt_into(slot.nonce, slot.sealed, _bound_to(slot, vault_id), data_key)
    except InvalidTag:
        return None
    return data_key


def to_json(slot: Slot) -> dict[str, object]:
    """The slot as it stands in the envelope."""
    if isinstance(slot, ForeignSlot):
        return load_object(slot.json)
    if isinstance(slot, OrganisationSlot):
        return {"kind": slot.kind.value, "id": slot.id, "age": slot.recipient, "ct": written(slot.sealed)}
    return {**_header(slot), "nonce": written(slot.nonce), "ct": written(slot.sealed)}


def from_json(value: object) -> Slot:
    """Read a slot; the cost is checked before any memory is taken.

    Raises:
        ValueError: it is not a slot, or asks more than `KdfCost` allows.
    """
    source = mapping(value)
    kind = text(source, "kind", r"[a-z][a-z-]{0,31}")
    if kind == SlotKind.ORGANISATION:
        return _organisation_slot(source)
    if kind not in _SECRET_KINDS:
        return ForeignSlot(kind, canonical(source))
    kdf = mapping(source.get("kdf"))
    if text(kdf, "alg", r"argon2id") and whole(kdf, "v") != 19:
        raise ValueError("v")
    return SecretSlot(
        kind=SlotKind(kind),
        id=text(source, "id", r"[0-9a-f]{16}"),
        cost=KdfCost(whole(kdf, "m"), whole(kdf, "t"), whole(kdf, "p")),
        salt=raw(kdf, "salt", SALT_BYTES),
        nonce=raw(source, "nonce", NONCE_BYTES),
        sealed=raw(source, "ct", KEY_BYTES + _TAG_BYTES),
    )


def _organisation_slot(source: Mapping[str, object]) -> OrganisationSlot:
    return OrganisationSlot(
        id=text(source, "id", r"[0-9a-f]{16}"),
        recipient=text(source, "age", RECIPIENT_PATTERN),
        sealed=raw_up_to(source, "ct", MAX_SEALED_BYTES),
    )


def _header(slot: SecretSlot) -> dict[str, object]:
    cost = slot.cost
    kdf = {"alg": "argon2id", "v": 19, "m": cost.memory_kib, "t": cost.time, "p": cost.parallelism}
    return {"kind": slot.kind.value, "id": slot.id, "kdf": {**kdf, "salt": written(slot.salt)}}


def _bound_to(slot: SecretSlot, vault_id: str) -> bytes:
    return canonical([vault_id, _header(slot)])
