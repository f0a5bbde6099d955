"""The emergency key: a code on paper that opens the vault when the passphrase is forgotten.

160 random bits as 32 signs of Crockford's base32 (no I, L, O or U) in eight groups of four, and a ninth group that
tells a typing mistake from a key of another vault.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata

from spinnenweb.domain.errors import SpinnenwebError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUP_SIGNS = 4
DATA_GROUPS = 8
GROUPS = DATA_GROUPS + 1

_SIGNS = GROUPS * GROUP_SIGNS
_READ_AS = str.maketrans("OIL", "011")
_HYPHENS = "\u00ad\u2043\u2212"


def new_code() -> str:
    """A new emergency key in its one written form: nine groups of four with hyphens between."""
    data = "".join(secrets.choice(ALPHABET) for _ in range(DATA_GROUPS * GROUP_SIGNS))
    return _written(data + _check_group(data))


def parse(text: str) -> str:
    """The written form of a code as a person typed it: O is 0, I and L are 1, case, blanks and hyphens count not.

    Raises:
        SpinnenwebError: `key.form` with `group` 1-9 (a sign that no key has, or too few signs) or 10 (too many
            signs); `key.check` when the ninth group does not fit the other eight.
    """
    signs = _signs(text)
    _refuse_wrong_form(signs)
    data, check = signs[:-GROUP_SIGNS], signs[-GROUP_SIGNS:]
    if check != _check_group(data):
        raise SpinnenwebError("key.check", group=GROUPS)
    return _written(data + check)


def groups(code: str) -> tuple[str, ...]:
    """The nine groups of a code, the check group last."""
    return tuple(code.split("-"))


def is_group(code: str, number: int, typed: str) -> bool:
    """Whether `typed` is group `number` (1-9) of the code, read as forgivingly as the whole."""
    return _signs(typed) == groups(code)[number - 1]


def _signs(text: str) -> str:
    wide = unicodedata.normalize("NFKC", text).upper()
    return "".join(sign for sign in wide if not _is_between(sign)).translate(_READ_AS)


def _is_between(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) == "Pd" or sign in _HYPHENS


def _refuse_wrong_form(signs: str) -> None:
    wrong = next((place for place, sign in enumerate(signs) if sign not in ALPHABET), None)
    if wrong is None and len(signs) == _SIGNS:
        return
    place = len(signs) if wrong is None else wrong
    raise SpinnenwebError("key.form", group=min(place, _SIGNS) // GROUP_SIGNS + 1)


def _check_group(data: str) -> str:
    digest = int.from_bytes(hashlib.sha256(b"spinnenweb emergency key " + data.encode()).digest()[:3])
    return "".join(ALPHABET[digest >> shift & 31] for shift in (15, 10, 5, 0))


def _written(signs: str) -> str:
    return "-".join(signs[start : start + GROUP_SIGNS] for start in range(0, _SIGNS, GROUP_SIGNS))
