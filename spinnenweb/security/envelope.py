"""The envelope: which database a vault has, and its data key, wrapped once for every way in.

The data key is random and never on disk unwrapped; a new passphrase rewrites this small file, not the database.
Replacing the file is the only commit point of a new passphrase, a restore and a migration (`architecture.md` 13).
"""

from __future__ import annotations

import hmac
import re
import secrets
import stat
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security import passphrase as passphrases
from spinnenweb.security import recovery_code as recovery_codes
from spinnenweb.security.envelope_format import (
    DATABASE_PATTERN,
    MAX_BYTES,
    Envelope,
    envelope_bytes,
    parse_envelope,
    signed_part,
)
from spinnenweb.security.kdf import FLOOR, KdfCost
from spinnenweb.security.keys import KEY_BYTES, Purpose, subkey, wipe
from spinnenweb.security.os_errors import VAULT, os_errors
from spinnenweb.security.private_files import replacing
from spinnenweb.security.slots import SecretSlot, SlotKind, seal, unseal

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "ENVELOPE_NAME",
    "FLOOR",
    "FORMER_NAME",
    "Envelope",
    "KdfCost",
    "create",
    "envelope_bytes",
    "open_with_passphrase",
    "open_with_recovery",
    "parse_envelope",
    "read_envelope",
    "with_database",
    "with_new_passphrase",
    "with_new_recovery",
    "write_envelope",
]

ENVELOPE_NAME = "sleutel.json"
FORMER_NAME = "sleutel.vorige.json"
FIRST_DATABASE = "dossier-1.db"


def create(
    passphrase: str, recovery_code: str, cost: KdfCost = FLOOR, *, now: datetime | None = None
) -> tuple[Envelope, bytearray]:
    """A new vault's envelope and its random data key, which the caller wipes.

    The slot of the emergency key never costs more than the floor: 160 random bits cannot be guessed at any speed.

    Raises:
        SpinnenwebError: `key.form` or `key.check` for the code, `memory.full`.
    """
    created = (now or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    data_key = bytearray(secrets.token_bytes(KEY_BYTES))
    bare = Envelope(secrets.token_hex(16), created, FIRST_DATABASE, ())
    slots = (
        _passphrase_slot(bare, data_key, passphrase, cost),
        _recovery_slot(bare, data_key, recovery_code, cost),
    )
    return _signed(replace(bare, slots=slots), data_key), data_key


def open_with_passphrase(envelope: Envelope, passphrase: str) -> bytearray:
    """The data key, which the caller wipes.

    Raises:
        SpinnenwebError: `fault.passphrase` (it does not fit), `fault.damaged` (it fits, but the envelope was
            changed without the key), `memory.full`.
    """
    return _opened(envelope, SlotKind.PASSPHRASE, _passphrase_bytes(passphrase), "fault.passphrase")


def open_with_recovery(envelope: Envelope, code: str) -> bytearray:
    """The data key, which the caller wipes.

    Raises:
        SpinnenwebError: `key.form` or `key.check` (typing mistake), `key.wrong` (a good key, of another vault or
            replaced since), `fault.damaged`, `memory.full`.
    """
    return _opened(envelope, SlotKind.RECOVERY, recovery_codes.parse(code).encode(), "key.wrong")


def with_new_passphrase(
    envelope: Envelope, data_key: bytearray, passphrase: str, cost: KdfCost = FLOOR
) -> Envelope:
    """The envelope with another passphrase; every other way in stays.

    Raises:
        SpinnenwebError: `fault.damaged` when the data key is not this envelope's, `memory.full`.
    """
    _refuse_other_key(envelope, data_key)
    return _with_slot(envelope, data_key, _passphrase_slot(envelope, data_key, passphrase, cost))


def with_new_recovery(envelope: Envelope, data_key: bytearray, code: str, cost: KdfCost = FLOOR) -> Envelope:
    """The envelope with another emergency key, as when printing it was put off; every other way in stays.

    Raises:
        SpinnenwebError: `key.form`, `key.check`, `fault.damaged` when the data key is not this envelope's,
            `memory.full`.
    """
    _refuse_other_key(envelope, data_key)
    return _with_slot(envelope, data_key, _recovery_slot(envelope, data_key, code, cost))


def with_database(envelope: Envelope, data_key: bytearray, database: str) -> Envelope:
    """The envelope naming another database of the same data key.

    Raises:
        ValueError: the name is not `dossier-N.db`.
        SpinnenwebError: `fault.damaged` when the data key is not this envelope's.
    """
    if re.fullmatch(DATABASE_PATTERN, database) is None:
        raise ValueError("name of a database")
    _refuse_other_key(envelope, data_key)
    return _signed(replace(envelope, database=database), data_key)


def read_envelope(folder: Path, name: str = ENVELOPE_NAME) -> Envelope:
    """Read the envelope in a vault folder; at most 64 KiB.

    Raises:
        SpinnenwebError: as `parse_envelope`; `vault.missing` (no such file), `fault.rights`.
    """
    path = folder / name
    with os_errors(VAULT, folder):
        if not stat.S_ISREG(path.stat().st_mode):
            raise SpinnenwebError("fault.damaged")
        with path.open("rb") as handle:
            data = handle.read(MAX_BYTES + 1)
    return parse_envelope(data)


def write_envelope(folder: Path, envelope: Envelope) -> None:
    """Replace the envelope in one step and keep the former one; killed at any instant, a whole one stands there.

    Raises:
        SpinnenwebError: `vault.missing` (no such folder), `fault.rights`, `disk.full`, `disk.failed`.
    """
    with os_errors(VAULT, folder):
        _keep_former(folder)
        with replacing(folder / ENVELOPE_NAME) as handle:
            handle.write(envelope_bytes(envelope))


def _keep_former(folder: Path) -> None:
    # A damaged file must not push out a former one that is whole.
    with suppress(SpinnenwebError):
        former = envelope_bytes(read_envelope(folder))
        with replacing(folder / FORMER_NAME) as handle:
            handle.write(former)


def _passphrase_bytes(passphrase: str) -> bytes:
    # Half of a surrogate pair, as some keyboards give, is no error of the person who typed it.
    return passphrases.normalise(passphrase).encode("utf-8", "surrogatepass")


def _passphrase_slot(envelope: Envelope, data_key: bytearray, passphrase: str, cost: KdfCost) -> SecretSlot:
    return seal(SlotKind.PASSPHRASE, _passphrase_bytes(passphrase), data_key, envelope.id, cost)


def _recovery_slot(envelope: Envelope, data_key: bytearray, code: str, cost: KdfCost) -> SecretSlot:
    secret = recovery_codes.parse(code).encode()
    at_most_floor = min(cost, FLOOR, key=lambda one: one.memory_kib)
    return seal(SlotKind.RECOVERY, secret, data_key, envelope.id, at_most_floor)


def _opened(envelope: Envelope, kind: SlotKind, secret: bytes, wrong: str) -> bytearray:
    slot = envelope.slot(kind)
    data_key = None if slot is None else unseal(slot, secret, envelope.id)
    if data_key is None:
        raise SpinnenwebError(wrong)
    try:
        _refuse_other_key(envelope, data_key)
    except SpinnenwebError:
        wipe(data_key)
        raise
    return data_key


def _with_slot(envelope: Envelope, data_key: bytearray, new: SecretSlot) -> Envelope:
    others = tuple(slot for slot in envelope.slots if slot.kind != new.kind)
    return _signed(replace(envelope, slots=(new, *others)), data_key)


def _refuse_other_key(envelope: Envelope, data_key: bytearray) -> None:
    if not hmac.compare_digest(envelope.mac, _mac(envelope, data_key)):
        raise SpinnenwebError("fault.damaged")


def _signed(envelope: Envelope, data_key: bytearray) -> Envelope:
    return replace(envelope, mac=_mac(envelope, data_key))


def _mac(envelope: Envelope, data_key: bytearray) -> bytes:
    key = subkey(data_key, Purpose.ENVELOPE_MAC)
    try:
        return hmac.digest(key, signed_part(envelope), "sha256")
    finally:
        wipe(key)
