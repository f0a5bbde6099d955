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
from spinnenweb.security import organisation as organisations
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
from spinnenweb.security.slots import SecretSlot, Slot, SlotKind, seal, unseal

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
    "open_with_organisation",
    "open_with_passphrase",
    "open_with_recovery",
    "parse_envelope",
    "read_envelope",
    "rekeyed",
    "settle_former",
    "with_database",
    "with_new_passphrase",
    "with_new_recovery",
    "with_organisation",
    "without_organisation",
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


def open_with_organisation(envelope: Envelope, identity_file: bytes) -> bytearray:
    """The data key, which the caller wipes; `identity_file` is what `age-keygen` wrote.

    Raises:
        SpinnenwebError: `organisation.none` (this vault has no such way in), `organisation.identity` (no identity
            in the file), `organisation.wrong` (of another organisation), `fault.damaged`.
    """
    slot = envelope.organisation
    if slot is None:
        raise SpinnenwebError("organisation.none")
    data_key = organisations.unseal_with(slot, identity_file, envelope.id)
    return _checked(envelope, data_key, "organisation.wrong")


def with_organisation(envelope: Envelope, data_key: bytearray, recipient: str) -> Envelope:
    """The envelope with a way in for the holder of this age public key; every other way in stays.

    Raises:
        SpinnenwebError: `organisation.recipient` (no public key of age), `fault.damaged` when the data key is not
            this envelope's.
    """
    _refuse_other_key(envelope, data_key)
    return _with_slot(envelope, data_key, organisations.seal_to(recipient, data_key, envelope.id))


def without_organisation(envelope: Envelope, data_key: bytearray) -> Envelope:
    """The envelope without a way in for an organisation; every other way in stays.

    Who kept a copy of the envelope that had it still opens what is under the same data key; `rekeyed` ends that.

    Raises:
        SpinnenwebError: `fault.damaged` when the data key is not this envelope's.
    """
    _refuse_other_key(envelope, data_key)
    others = tuple(slot for slot in envelope.slots if slot is not envelope.organisation)
    return _signed(replace(envelope, slots=others), data_key)


def rekeyed(
    envelope: Envelope, data_key: bytearray, passphrase: str, code: str, cost: KdfCost = FLOOR
) -> tuple[Envelope, bytearray]:
    """The envelope of the same vault under a fresh data key, naming the next database, and that key.

    Every way in is made anew: the emergency key is another one, as the old one is not known here, and the
    organisation keeps its own. A slot this program does not know holds the old data key and is left out.

    Raises:
        SpinnenwebError: `key.form`, `key.check`, `fault.damaged` when the data key is not this envelope's,
            `memory.full`.
    """
    _refuse_other_key(envelope, data_key)
    fresh = bytearray(secrets.token_bytes(KEY_BYTES))
    bare = replace(envelope, database=_next_database(envelope.database), slots=())
    slots: tuple[Slot, ...] = (
        _passphrase_slot(bare, fresh, passphrase, cost),
        _recovery_slot(bare, fresh, code, cost),
    )
    if envelope.organisation is not None:
        slots += (organisations.seal_to(envelope.organisation.recipient, fresh, bare.id),)
    return _signed(replace(bare, slots=slots), fresh), fresh


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


def settle_former(folder: Path, envelope: Envelope) -> None:
    """Let the former envelope be a second copy of this one, also in a vault that never had one.

    A former envelope opens with the former passphrase, so it goes as soon as the new one is known to be good: when
    it was read back, or when the vault was opened with it. That the disk refuses is no reason to stop: then the
    former envelope is removed, or the next opening tries again.
    """
    former = folder / FORMER_NAME
    wanted = envelope_bytes(envelope)
    with suppress(OSError):
        if former.is_file() and _same_bytes(former, wanted):
            return
        try:
            with replacing(former) as handle:
                handle.write(wanted)
        except OSError:
            former.unlink(missing_ok=True)


def _same_bytes(path: Path, data: bytes) -> bool:
    with path.open("rb") as handle:
        return handle.read(len(data) + 1) == data


def _next_database(name: str) -> str:
    return f"dossier-{int(name.removeprefix('dossier-').removesuffix('.db')) % 999_999_999 + 1}.db"


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
    return _checked(envelope, data_key, wrong)


def _checked(envelope: Envelope, data_key: bytearray | None, wrong: str) -> bytearray:
    if data_key is None:
        raise SpinnenwebError(wrong)
    try:
        _refuse_other_key(envelope, data_key)
    except SpinnenwebError:
        wipe(data_key)
        raise
    return data_key


def _with_slot(envelope: Envelope, data_key: bytearray, new: Slot) -> Envelope:
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
