"""Subkeys are separate, and wiping leaves nothing."""

from __future__ import annotations

import hmac
import secrets

from spinnenweb.security.keys import KEY_BYTES, Purpose, subkey, wipe


def test_that_every_purpose_and_every_data_key_has_its_own_subkey() -> None:
    data_keys = [bytearray(secrets.token_bytes(KEY_BYTES)) for _ in range(3)]
    found = [bytes(subkey(data_key, purpose)) for data_key in data_keys for purpose in Purpose]
    assert len(set(found)) == 3 * len(Purpose)
    assert all(len(key) == KEY_BYTES for key in found)


def test_that_a_subkey_is_hkdf_of_rfc_5869_with_the_purpose_as_info() -> None:
    data_key = bytearray(range(32))
    extracted = hmac.digest(b"spinnenweb/1", bytes(data_key), "sha256")
    for purpose in Purpose:
        assert subkey(data_key, purpose) == hmac.digest(extracted, purpose.encode() + b"\x01", "sha256")


def test_that_the_names_of_purposes_stay_as_they_were_written_into_vaults() -> None:
    assert {purpose.value for purpose in Purpose} == {
        "database",
        "backup",
        "envelope-mac",
        "ledger",
        "audit-mac",
        "drafts",
    }


def test_that_deriving_leaves_the_data_key_and_wiping_empties_it_in_place() -> None:
    data_key = bytearray(range(1, 33))
    same = data_key
    subkey(data_key, Purpose.DATABASE)
    assert data_key == bytearray(range(1, 33))
    wipe(data_key)
    assert same == bytes(32)
