"""The way in for an organisation: the data key, sealed to its age public key (docs/decisions/008).

The vault holds the public key only; who has the identity file of the organisation opens every vault made for it.
Nothing here is loaded unless a vault has such a slot, and then only when it is made or opened.
"""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.keys import KEY_BYTES
from spinnenweb.security.slots import RECIPIENT_PATTERN, OrganisationSlot
from spinnenweb.security.strict_json import canonical, load_object, raw, text, written

if TYPE_CHECKING:
    from pyrage import x25519

MAX_IDENTITY_BYTES = 16 * 1024
_IDENTITY = re.compile(r"AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}")
_MOST_IDENTITIES = 16


def refuse_no_recipient(recipient: str) -> None:
    """Refuse a text that is no public key of age; `SpinnenwebError` `organisation.recipient`."""
    _recipient(recipient)


def seal_to(recipient: str, data_key: bytearray, vault_id: str) -> OrganisationSlot:
    """Seal the data key so that only the organisation's identity opens it, for this vault and this slot only.

    Raises:
        SpinnenwebError: `organisation.recipient`: no public key of age.
    """
    import pyrage

    to = _recipient(recipient)
    slot_id = secrets.token_hex(8)
    inside = {**_binding(vault_id, slot_id, recipient), "key": written(bytes(data_key))}
    return OrganisationSlot(slot_id, recipient, pyrage.encrypt(canonical(inside), [to]))


def unseal_with(slot: OrganisationSlot, identity_file: bytes, vault_id: str) -> bytearray | None:
    """The data key, or `None` when this is the identity of another organisation or the slot was changed.

    Raises:
        SpinnenwebError: `organisation.identity`: the file holds no identity of age.
    """
    import pyrage

    try:
        inside = load_object(pyrage.decrypt(slot.sealed, _identities(identity_file)))
        binding = _binding(vault_id, slot.id, slot.recipient)
        if {name: text(inside, name, r".{1,80}") for name in binding} != binding:
            return None
        return bytearray(raw(inside, "key", KEY_BYTES))
    except (pyrage.DecryptError, ValueError):
        return None


def _binding(vault_id: str, slot_id: str, recipient: str) -> dict[str, str]:
    return {"vault": vault_id, "slot": slot_id, "age": recipient}


def _recipient(text_of_key: str) -> x25519.Recipient:
    import pyrage
    from pyrage import x25519

    if re.fullmatch(RECIPIENT_PATTERN, text_of_key) is None:
        raise SpinnenwebError("organisation.recipient")
    try:
        return x25519.Recipient.from_str(text_of_key)
    except pyrage.RecipientError:
        raise SpinnenwebError("organisation.recipient") from None


def _identities(identity_file: bytes) -> list[x25519.Identity]:
    import pyrage
    from pyrage import x25519

    # a file of age-keygen: lines of comment, and a line for each identity
    lines = [line.strip() for line in identity_file[:MAX_IDENTITY_BYTES].decode("ascii", "replace").splitlines()]
    found = [line for line in lines if _IDENTITY.fullmatch(line)]
    try:
        if not 1 <= len(found) <= _MOST_IDENTITIES:
            raise SpinnenwebError("organisation.identity")
        return [x25519.Identity.from_str(line) for line in found]
    except pyrage.IdentityError:
        raise SpinnenwebError("organisation.identity") from None
