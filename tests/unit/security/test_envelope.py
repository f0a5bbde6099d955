"""The envelope opens with what belongs to it and with nothing else."""

from __future__ import annotations

import functools
import hashlib
import hmac
import json
import tracemalloc
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.envelope import (
    FLOOR,
    Envelope,
    KdfCost,
    create,
    envelope_bytes,
    open_with_passphrase,
    open_with_recovery,
    parse_envelope,
    with_database,
    with_new_passphrase,
    with_new_recovery,
)
from spinnenweb.security.envelope_format import MAX_BYTES, signed_part
from spinnenweb.security.keys import KEY_BYTES, Purpose, subkey
from spinnenweb.security.recovery_code import new_code
from spinnenweb.security.slots import ForeignSlot, SecretSlot, SlotKind
from spinnenweb.security.strict_json import canonical
from tests.unit.security.vaults import PASSPHRASE, TINY, code_of

if TYPE_CHECKING:
    from collections.abc import Callable

CODE = new_code()
ENVELOPE, DATA_KEY = create(PASSPHRASE, CODE, TINY)


def signed(envelope: Envelope) -> Envelope:
    """The envelope as a later program with the key would leave it."""
    key = subkey(DATA_KEY, Purpose.ENVELOPE_MAC)
    return replace(envelope, mac=hmac.digest(key, signed_part(envelope), "sha256"))


def resummed(change: Callable[[dict[str, object]], object], envelope: Envelope = ENVELOPE) -> bytes:
    """The envelope as someone without the key would change it: with a sum that fits again."""
    body: dict[str, object] = json.loads(envelope_bytes(envelope))
    change(body)
    body.pop("sum", None)
    return canonical({**body, "sum": hashlib.sha256(canonical(body)).hexdigest()})


def slots_of(body: dict[str, object]) -> list[dict[str, object]]:
    slots = body["slots"]
    assert isinstance(slots, list)
    return slots


def kdf_of(body: dict[str, object], slot: int = 0) -> dict[str, object]:
    kdf = slots_of(body)[slot]["kdf"]
    assert isinstance(kdf, dict)
    return kdf


def test_that_passphrase_and_emergency_key_open_the_same_random_data_key() -> None:
    assert len(DATA_KEY) == KEY_BYTES
    assert open_with_passphrase(ENVELOPE, PASSPHRASE) == DATA_KEY
    assert open_with_recovery(ENVELOPE, CODE) == DATA_KEY
    assert create(PASSPHRASE, CODE, TINY)[1] != DATA_KEY


def test_that_the_passphrase_may_be_typed_with_capitals_and_hyphens() -> None:
    assert open_with_passphrase(ENVELOPE, " Molen-Kastanje\u2013FLUIT drempel  Wolk ") == DATA_KEY


def test_that_the_emergency_key_may_be_typed_without_hyphens_and_with_letters_for_digits() -> None:
    typed = CODE.replace("-", " ").replace("0", "o").replace("1", "l").lower()
    assert open_with_recovery(ENVELOPE, typed) == DATA_KEY


@pytest.mark.parametrize(
    "typed",
    ["", "molen kastanje fluit drempel", PASSPHRASE + " x", "\ud800", "a" * 100_000, CODE],
    ids=range(6),  # a key made by chance gives another name in every process
)
def test_that_another_passphrase_is_refused(typed: str) -> None:
    assert code_of(lambda: open_with_passphrase(ENVELOPE, typed)) == "fault.passphrase"


def test_that_half_a_surrogate_pair_can_be_in_a_passphrase() -> None:
    envelope, data_key = create("molen \ud800 wolk", CODE, TINY)
    assert open_with_passphrase(envelope, "Molen-\ud800-wolk") == data_key


def test_that_a_good_emergency_key_of_another_vault_is_told_apart_from_a_typing_mistake() -> None:
    assert code_of(lambda: open_with_recovery(ENVELOPE, new_code())) == "key.wrong"
    assert code_of(lambda: open_with_recovery(ENVELOPE, CODE[:-1])) == "key.form"
    mistyped = ("1" if CODE[0] == "0" else "0") + CODE[1:]
    assert code_of(lambda: open_with_recovery(ENVELOPE, mistyped)) == "key.check"


def test_that_the_written_envelope_is_read_back_as_it_was() -> None:
    assert parse_envelope(envelope_bytes(ENVELOPE)) == ENVELOPE
    assert len(envelope_bytes(ENVELOPE)) < 2048


def test_that_neither_key_nor_secret_stands_in_the_envelope() -> None:
    data = envelope_bytes(ENVELOPE)
    assert bytes(DATA_KEY).hex().encode() not in data
    assert b"molen" not in data
    assert CODE.replace("-", "").encode() not in data.replace(b"-", b"")


def test_that_creation_is_noted_in_utc_to_the_second() -> None:
    moment = datetime(2026, 11, 22, 9, 30, 5, 999, tzinfo=UTC)
    assert create(PASSPHRASE, CODE, TINY, now=moment)[0].created == "2026-11-22T09:30:05Z"


def test_that_every_slot_keeps_its_own_cost_and_its_own_salt() -> None:
    dear = KdfCost(9000, 2, 3)
    changed = parse_envelope(envelope_bytes(with_new_passphrase(ENVELOPE, DATA_KEY, "nieuwe woorden", dear)))
    passphrase, recovery = changed.slot(SlotKind.PASSPHRASE), changed.slot(SlotKind.RECOVERY)
    assert passphrase is not None
    assert recovery is not None
    assert (passphrase.cost, recovery.cost) == (dear, TINY)
    assert passphrase.salt != recovery.salt


def test_that_a_real_vault_is_made_at_the_floor_and_its_emergency_key_never_above() -> None:
    envelope, _ = create(PASSPHRASE, CODE)
    assert [slot.cost for slot in envelope.slots if isinstance(slot, SecretSlot)] == [FLOOR, FLOOR]
    dearer = KdfCost(FLOOR.memory_kib + 8, 1, 4)
    envelope, _ = create(PASSPHRASE, CODE, dearer)
    assert [slot.cost for slot in envelope.slots if isinstance(slot, SecretSlot)] == [dearer, FLOOR]


def test_that_a_new_passphrase_replaces_the_old_one_and_leaves_the_emergency_key() -> None:
    changed = with_new_passphrase(ENVELOPE, DATA_KEY, "heel andere woorden", TINY)
    assert open_with_passphrase(changed, "heel andere woorden") == DATA_KEY
    assert open_with_recovery(changed, CODE) == DATA_KEY
    assert code_of(lambda: open_with_passphrase(changed, PASSPHRASE)) == "fault.passphrase"


def test_that_a_new_emergency_key_replaces_the_old_one_and_leaves_the_passphrase() -> None:
    code = new_code()
    changed = with_new_recovery(ENVELOPE, DATA_KEY, code, TINY)
    assert open_with_recovery(changed, code) == DATA_KEY
    assert open_with_passphrase(changed, PASSPHRASE) == DATA_KEY
    assert code_of(lambda: open_with_recovery(changed, CODE)) == "key.wrong"


def test_that_another_data_key_cannot_change_the_envelope() -> None:
    other = bytearray(KEY_BYTES)
    for action in (
        lambda: with_new_passphrase(ENVELOPE, other, "heel andere woorden", TINY),
        lambda: with_new_recovery(ENVELOPE, other, new_code(), TINY),
        lambda: with_database(ENVELOPE, other, "dossier-2.db"),
    ):
        assert code_of(action) == "fault.damaged"


def test_that_naming_another_database_keeps_both_ways_in() -> None:
    changed = parse_envelope(envelope_bytes(with_database(ENVELOPE, DATA_KEY, "dossier-2.db")))
    assert changed.database == "dossier-2.db"
    assert open_with_passphrase(changed, PASSPHRASE) == open_with_recovery(changed, CODE) == DATA_KEY


@pytest.mark.parametrize(
    "name", ["../dossier-2.db", "dossier-2.db-wal", "dossier-0.db", "/etc/passwd", "dossier-2.db\n"]
)
def test_that_a_database_name_is_never_a_path(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        with_database(ENVELOPE, DATA_KEY, name)
    assert code_of(lambda: parse_envelope(resummed(lambda body: body.update(database=name)))) == "fault.damaged"


def test_that_a_slot_of_a_later_program_survives_a_change_by_this_one() -> None:
    device = ForeignSlot("device", canonical({"kind": "device", "store": "x", "ct": "AAAA"}))
    later = signed(replace(ENVELOPE, slots=(*ENVELOPE.slots, device)))
    changed = with_new_passphrase(later, DATA_KEY, "heel andere woorden", TINY)
    read = parse_envelope(envelope_bytes(changed))
    assert device in read.slots
    assert open_with_passphrase(read, "heel andere woorden") == DATA_KEY


def test_that_a_slot_added_without_the_key_is_noticed() -> None:
    data = resummed(lambda body: slots_of(body).append({"kind": "device", "ct": "AAAA"}))
    assert code_of(lambda: open_with_passphrase(parse_envelope(data), PASSPHRASE)) == "fault.damaged"


def test_that_swapped_slots_open_nothing() -> None:
    def swap(body: dict[str, object]) -> None:
        first, second = slots_of(body)
        first["kind"], second["kind"] = second["kind"], first["kind"]

    swapped = parse_envelope(resummed(swap))
    assert code_of(lambda: open_with_passphrase(swapped, PASSPHRASE)) == "fault.passphrase"
    assert code_of(lambda: open_with_recovery(swapped, CODE)) == "key.wrong"


def test_that_a_slot_of_another_vault_with_the_same_passphrase_opens_nothing() -> None:
    other, _ = create(PASSPHRASE, CODE, TINY)
    grafted = replace(ENVELOPE, slots=other.slots)
    assert code_of(lambda: open_with_passphrase(grafted, PASSPHRASE)) == "fault.passphrase"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda body: body.update(id="0" * 32), "fault.passphrase"),
        (lambda body: slots_of(body)[0].update(id="0" * 16), "fault.passphrase"),
        (lambda body: kdf_of(body).update(m=8193), "fault.passphrase"),
        (lambda body: kdf_of(body).update(t=2), "fault.passphrase"),
        (lambda body: kdf_of(body).update(p=2), "fault.passphrase"),
        (lambda body: kdf_of(body).update(salt="AAAAAAAAAAAAAAAAAAAAAA=="), "fault.passphrase"),
        (lambda body: slots_of(body)[0].update(nonce="AAAAAAAAAAAAAAAA"), "fault.passphrase"),
        (lambda body: slots_of(body)[0].update(slots_of(body)[1], kind="passphrase"), "fault.passphrase"),
        (lambda body: body.update(database="dossier-9.db"), "fault.damaged"),
        (lambda body: body.update(created="2020-01-01T00:00:00Z"), "fault.damaged"),
        (lambda body: body.update(readable_since="9.9"), "fault.damaged"),
        (lambda body: slots_of(body).pop(), "fault.damaged"),
        (lambda body: slots_of(body).reverse(), "fault.damaged"),
        (lambda body: body.update(mac="A" * 43 + "="), "fault.damaged"),
    ],
)
def test_that_a_change_made_without_the_key_never_opens(
    change: Callable[[dict[str, object]], object], code: str
) -> None:
    changed = parse_envelope(resummed(change))
    assert code_of(lambda: open_with_passphrase(changed, PASSPHRASE)) == code


@pytest.mark.parametrize(
    "change",
    [
        lambda body: kdf_of(body).update(m=64 * 2**20),
        lambda body: kdf_of(body).update(m=2**30),
        lambda body: kdf_of(body).update(m=-1),
        lambda body: kdf_of(body).update(m=8191),
        lambda body: kdf_of(body).update(m=True),
        lambda body: kdf_of(body).update(m="8192"),
        lambda body: kdf_of(body).update(m=8192.0),
        lambda body: kdf_of(body).update(t=10**9),
        lambda body: kdf_of(body).update(p=10**9),
        lambda body: kdf_of(body).update(alg="scrypt"),
        lambda body: kdf_of(body).update(v=16),
        lambda body: kdf_of(body).update(salt="AA=="),
        lambda body: kdf_of(body).update(salt="*" * 24),
        lambda body: kdf_of(body).update(extra=1),
        lambda body: slots_of(body)[0].update(ct="AAAA"),
        lambda body: slots_of(body)[0].update(nonce=""),
        lambda body: slots_of(body)[0].update(kdf=None),
        lambda body: slots_of(body)[0].update(kind="Passphrase"),
        lambda body: slots_of(body)[0].update(kind=["passphrase"]),
        lambda body: slots_of(body)[0].update(extra=1),
        lambda body: slots_of(body).append(slots_of(body)[0]),
        lambda body: slots_of(body).extend({"kind": "device"} for _ in range(20)),
        lambda body: body.update(slots=[]),
        lambda body: body.update(slots={}),
        lambda body: body.update(slots=["passphrase"]),
        lambda body: body.update(id="X" * 32),
        lambda body: body.update(created="gisteren"),
        lambda body: body.update(format="anders/1"),
        lambda body: body.update(format=1),
        lambda body: body.update(extra=1),
        lambda body: body.pop("mac"),
        lambda body: body.pop("format"),
    ],
)
def test_that_a_hostile_header_is_refused_before_a_passphrase_is_asked(
    change: Callable[[dict[str, object]], object],
) -> None:
    data = resummed(change)
    assert code_of(lambda: parse_envelope(data)) == "fault.damaged"


def test_that_refusing_64_gibibytes_takes_no_memory() -> None:
    data = resummed(lambda body: kdf_of(body).update(m=64 * 2**20))
    tracemalloc.start()
    assert code_of(lambda: parse_envelope(data)) == "fault.damaged"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2**20


@pytest.mark.parametrize(
    "data",
    [
        b"{}",
        b"null",
        b"[" * 60_000,
        b'{"a":' * 12_000,
        b"\x00" * 1000,
        b"SQLite format 3\x00",
        b" " * (MAX_BYTES + 1),
    ],
)
def test_that_a_file_that_is_no_envelope_is_damaged(data: bytes) -> None:
    assert code_of(lambda: parse_envelope(data)) == "fault.damaged"


@pytest.mark.parametrize(
    "value", [b"[" * depth + b"]" * depth for depth in (100, 500, 900, 990, 5_000)] + [b"1e999"]
)
def test_that_a_foreign_slot_cannot_hold_what_json_cannot_write(value: bytes) -> None:
    nested = b'{"deep":' + value + b',"kind":"device"},'
    data = envelope_bytes(ENVELOPE).replace(b'"slots":[', b'"slots":[' + nested)
    assert code_of(lambda: parse_envelope(data)) == "fault.damaged"


def test_that_a_foreign_slot_at_the_edge_of_the_stack_is_refused_with_a_line() -> None:
    for depth in range(700, 1000):
        nested = b'{"deep":' + b"[" * depth + b"]" * depth + b',"kind":"device"},'
        data = envelope_bytes(ENVELOPE).replace(b'"slots":[', b'"slots":[' + nested)
        assert code_of(functools.partial(parse_envelope, data)) == "fault.damaged"


def test_that_a_good_envelope_is_refused_when_it_is_padded_beyond_the_limit() -> None:
    data = envelope_bytes(ENVELOPE)
    assert parse_envelope(data + b" " * (MAX_BYTES - len(data))) == ENVELOPE
    assert code_of(lambda: parse_envelope(data + b" " * (MAX_BYTES - len(data) + 1))) == "fault.damaged"


def test_that_an_empty_file_is_called_empty() -> None:
    assert code_of(lambda: parse_envelope(b"")) == "fault.empty"


@settings(deadline=None)
@given(st.integers(0, len(envelope_bytes(ENVELOPE)) - 1), st.integers(1, 255))
def test_that_any_one_changed_byte_is_seen_without_a_passphrase(place: int, change: int) -> None:
    data = bytearray(envelope_bytes(ENVELOPE))
    data[place] ^= change
    assert code_of(lambda: parse_envelope(bytes(data))) in {"fault.damaged", "fault.newer"}


@given(st.integers(1, len(envelope_bytes(ENVELOPE)) - 1))
def test_that_a_cut_off_file_is_damaged(length: int) -> None:
    assert code_of(lambda: parse_envelope(envelope_bytes(ENVELOPE)[:length])) == "fault.damaged"


@given(st.binary(max_size=300))
def test_that_any_bytes_are_refused_with_a_code_of_ours(data: bytes) -> None:
    assert code_of(lambda: parse_envelope(data)) in {"fault.damaged", "fault.empty"}


@pytest.mark.parametrize(
    ("header", "version"),
    [
        ({"format": "spinnenweb/2", "readable_since": "1.4"}, "1.4"),
        ({"format": "spinnenweb/2", "readable_since": "2.0.1", "slots": "another shape"}, "2.0.1"),
        ({"format": "spinnenweb/7"}, "7"),
        ({"format": "spinnenweb/7", "readable_since": "<b>1</b>"}, "7"),
    ],
)
def test_that_a_newer_format_names_the_program_that_reads_it(header: dict[str, object], version: str) -> None:
    with pytest.raises(SpinnenwebError) as caught:
        parse_envelope(canonical(header))
    assert (caught.value.code, dict(caught.value.values)) == ("fault.newer", {"version": version})
