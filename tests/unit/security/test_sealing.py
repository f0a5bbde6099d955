"""Letters between laptops: who signed, for whom, and that nothing in between was touched."""

from __future__ import annotations

import pyrage
import pytest

from spinnenweb.security.sealing import (
    check_code,
    is_recipient,
    new_identity,
    new_signing_seed,
    opened,
    recipient_of,
    sealed,
    signed,
    unsealed,
    verify_key_of,
)

SEED = bytes(range(32))
LETTER = signed(SEED, "bijdrage", b"inhoud")


def test_that_a_letter_says_who_signed_it_and_what() -> None:
    letter = opened(LETTER, "bijdrage")
    assert letter.verify_key == verify_key_of(SEED)
    assert letter.body == b"inhoud"


def test_that_every_changed_bit_of_a_letter_is_noticed() -> None:
    for at in range(len(LETTER)):
        for bit in (1, 128):
            changed = LETTER[:at] + bytes([LETTER[at] ^ bit]) + LETTER[at + 1 :]
            with pytest.raises(ValueError, match=r"changed|no letter"):
                opened(changed, "bijdrage")


@pytest.mark.parametrize("cut", range(len(LETTER)))
def test_that_half_a_letter_is_none(cut: int) -> None:
    with pytest.raises(ValueError, match=r"changed|no letter"):
        opened(LETTER[:cut], "bijdrage")


def test_that_a_letter_of_one_kind_is_none_of_another() -> None:
    with pytest.raises(ValueError, match="no letter"):
        opened(LETTER, "teambestand")
    with pytest.raises(ValueError, match="changed"):
        opened(LETTER.replace(b"bijdrage", b"vervalst"), "vervalst")


def test_that_what_is_sealed_opens_for_each_recipient_and_nobody_else() -> None:
    ours = [new_identity() for _ in range(3)]
    content = sealed([recipient_of(one) for one in ours], LETTER)
    assert [unsealed(one, content) for one in ours] == [LETTER] * 3
    assert unsealed(new_identity(), content) is None
    assert LETTER not in content


def test_that_other_software_for_age_opens_it() -> None:
    identity = pyrage.x25519.Identity.generate()
    assert pyrage.decrypt(sealed([str(identity.to_public())], b"inhoud"), [identity]) == b"inhoud"


@pytest.mark.parametrize("content", [b"", b"age-encryption.org/v1\n", b"x" * 1000])
def test_that_anything_else_opens_for_nobody(content: bytes) -> None:
    assert unsealed(new_identity(), content) is None


def test_that_only_a_public_key_of_age_is_a_recipient() -> None:
    identity = new_identity()
    assert is_recipient(recipient_of(identity))
    assert not is_recipient(identity)
    with pytest.raises(ValueError, match="recipient"):
        sealed([identity], b"inhoud")


def test_that_a_check_code_stands_for_both_keys() -> None:
    key, recipient = verify_key_of(new_signing_seed()), recipient_of(new_identity())
    code = check_code(key, recipient)
    assert code == check_code(key, recipient)
    assert [len(group) for group in code.split()] == [4, 4, 4, 4]
    assert code != check_code(verify_key_of(SEED), recipient)
    assert code != check_code(key, recipient_of(new_identity()))
