"""The organisation's way in opens with its own identity, for this vault only."""

from __future__ import annotations

import json
from dataclasses import replace

import pyrage
import pytest

from spinnenweb.security.envelope import (
    create,
    envelope_bytes,
    open_with_organisation,
    open_with_passphrase,
    open_with_recovery,
    parse_envelope,
    rekeyed,
    with_new_passphrase,
    with_organisation,
)
from spinnenweb.security.organisation import MAX_IDENTITY_BYTES, refuse_no_recipient, seal_to, unseal_with
from spinnenweb.security.recovery_code import new_code
from spinnenweb.security.slots import MAX_SEALED_BYTES, OrganisationSlot, SlotKind
from tests.unit.security.test_envelope import resummed, slots_of
from tests.unit.security.vaults import PASSPHRASE, TINY, code_of

CODE = new_code()
BARE, DATA_KEY = create(PASSPHRASE, CODE, TINY)
OURS, THEIRS = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
RECIPIENT = str(OURS.to_public())
ENVELOPE = with_organisation(BARE, DATA_KEY, RECIPIENT)


def file_of(*identities: pyrage.x25519.Identity) -> bytes:
    """An identity file as `age-keygen` writes it."""
    lines = [f"# public key: {one.to_public()}\r\n{one}\r\n" for one in identities]
    return b"# created: 2026-11-22T09:00:00Z\r\n" + "".join(lines).encode()


def test_that_identity_passphrase_and_emergency_key_open_the_same_data_key() -> None:
    read = parse_envelope(envelope_bytes(ENVELOPE))
    assert read == ENVELOPE
    assert open_with_organisation(read, file_of(OURS)) == DATA_KEY
    assert open_with_passphrase(read, PASSPHRASE) == open_with_recovery(read, CODE) == DATA_KEY


def test_that_one_of_several_identities_is_enough() -> None:
    assert open_with_organisation(ENVELOPE, file_of(THEIRS, OURS)) == DATA_KEY


def test_that_another_organisation_opens_nothing() -> None:
    assert code_of(lambda: open_with_organisation(ENVELOPE, file_of(THEIRS))) == "organisation.wrong"


def test_that_a_vault_without_this_way_in_says_so() -> None:
    assert code_of(lambda: open_with_organisation(BARE, file_of(OURS))) == "organisation.none"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        RECIPIENT.encode(),
        b"\xff\xfe" + str(OURS).encode("utf-16-le"),
        str(OURS).lower().encode(),
        str(OURS).encode()[:-1] + b"Q",
        b"#" * MAX_IDENTITY_BYTES + b"\n" + str(OURS).encode(),
        b"\n".join([str(OURS).encode()] * 17),
        b"age-encryption.org/v1\n-> scrypt",
    ],
    ids=range(8),
)
def test_that_a_file_without_an_identity_is_named_as_that(content: bytes) -> None:
    assert code_of(lambda: open_with_organisation(ENVELOPE, content)) == "organisation.identity"


@pytest.mark.parametrize(
    "recipient",
    ["", "age1", RECIPIENT.upper(), RECIPIENT[:-1] + "q", RECIPIENT + "\n", str(OURS), "ssh-ed25519 AA"],
    # the keys are new every time, and a test has the same name every time
    ids=range(7),
)
def test_that_what_is_no_public_key_is_refused(recipient: str) -> None:
    assert code_of(lambda: refuse_no_recipient(recipient)) == "organisation.recipient"
    assert code_of(lambda: with_organisation(BARE, DATA_KEY, recipient)) == "organisation.recipient"


def test_that_a_new_passphrase_leaves_the_organisation_its_way_in() -> None:
    changed = with_new_passphrase(ENVELOPE, DATA_KEY, "heel andere woorden", TINY)
    assert open_with_organisation(changed, file_of(OURS)) == DATA_KEY


def test_that_a_new_organisation_key_replaces_the_former_one() -> None:
    changed = with_organisation(ENVELOPE, DATA_KEY, str(THEIRS.to_public()))
    assert open_with_organisation(changed, file_of(THEIRS)) == DATA_KEY
    assert code_of(lambda: open_with_organisation(changed, file_of(OURS))) == "organisation.wrong"


def test_that_a_slot_of_another_vault_or_with_another_id_opens_nothing() -> None:
    slot = seal_to(RECIPIENT, DATA_KEY, "a" * 32)
    assert unseal_with(slot, file_of(OURS), "a" * 32) == DATA_KEY
    assert unseal_with(slot, file_of(OURS), "b" * 32) is None
    assert unseal_with(replace(slot, id="0" * 16), file_of(OURS), "a" * 32) is None
    assert unseal_with(replace(slot, recipient=str(THEIRS.to_public())), file_of(OURS), "a" * 32) is None


@pytest.mark.parametrize(
    "inside", [b"", b"{}", b'{"vault":1}', json.dumps({"vault": "a" * 32, "slot": "0" * 16}).encode()]
)
def test_that_something_else_sealed_to_the_organisation_opens_nothing(inside: bytes) -> None:
    sealed = pyrage.encrypt(inside, [OURS.to_public()])
    assert unseal_with(OrganisationSlot("0" * 16, RECIPIENT, sealed), file_of(OURS), "a" * 32) is None


def test_that_a_cut_off_or_changed_seal_opens_nothing() -> None:
    slot = seal_to(RECIPIENT, DATA_KEY, "a" * 32)
    for sealed in (slot.sealed[:-1], b"", slot.sealed[:-1] + bytes([slot.sealed[-1] ^ 1])):
        assert unseal_with(replace(slot, sealed=sealed), file_of(OURS), "a" * 32) is None


def test_that_the_secret_of_the_organisation_is_not_in_the_envelope() -> None:
    written = envelope_bytes(ENVELOPE)
    assert str(OURS).encode() not in written
    assert bytes(DATA_KEY).hex().encode() not in written


@pytest.mark.parametrize("change", [{"age": "age1x"}, {"ct": "A" * 4096}, {"id": "x"}, {"extra": 1}, {"ct": None}])
def test_that_a_hostile_organisation_slot_is_refused_before_anything_is_opened(change: dict[str, object]) -> None:
    assert MAX_SEALED_BYTES < 3072
    data = resummed(lambda body: slots_of(body)[0].update(change), ENVELOPE)
    assert slots_of(json.loads(data))[0]["kind"] == SlotKind.ORGANISATION
    assert code_of(lambda: parse_envelope(data)) == "fault.damaged"


def test_that_two_organisations_at_once_are_refused() -> None:
    data = resummed(lambda body: slots_of(body).append(slots_of(body)[0]), ENVELOPE)
    assert code_of(lambda: parse_envelope(data)) == "fault.damaged"


def test_that_a_fresh_data_key_is_sealed_to_the_same_organisation_and_to_nothing_old() -> None:
    code = new_code()
    changed, fresh = rekeyed(ENVELOPE, DATA_KEY, "heel andere woorden", code, TINY)
    assert fresh != DATA_KEY
    assert (changed.id, changed.created, changed.database) == (ENVELOPE.id, ENVELOPE.created, "dossier-2.db")
    assert open_with_organisation(changed, file_of(OURS)) == fresh
    assert open_with_passphrase(changed, "heel andere woorden") == open_with_recovery(changed, code) == fresh
    assert code_of(lambda: open_with_passphrase(changed, PASSPHRASE)) == "fault.passphrase"
    assert code_of(lambda: open_with_recovery(changed, CODE)) == "key.wrong"
