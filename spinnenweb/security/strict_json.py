"""JSON from a file that anybody may have written: what is unclear is refused, with `ValueError`."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping


def load_object(data: bytes) -> dict[str, object]:
    """Read one JSON object; no key twice, no NaN, no depth that exhausts the stack.

    Raises:
        ValueError: it is anything else.
    """
    try:
        value = json.loads(data, object_pairs_hook=_each_key_once, parse_constant=_refuse)
    except RecursionError:
        raise ValueError("too deep") from None
    return mapping(value)


def canonical(value: object) -> bytes:
    """The one way to write a value, for what is signed.

    Raises:
        ValueError: it holds a number that JSON has not.
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False).encode()


def mapping(value: object) -> dict[str, object]:
    """The value as an object.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(value, dict):
        raise ValueError("no object")
    return value


def text(source: Mapping[str, object], key: str, pattern: str) -> str:
    """A text that matches the pattern as a whole.

    Raises:
        ValueError: it is missing, no text or another text.
    """
    value = source.get(key)
    if not isinstance(value, str) or re.fullmatch(pattern, value) is None:
        raise ValueError(key)
    return value


def whole(source: Mapping[str, object], key: str) -> int:
    """A whole number; `true` is none.

    Raises:
        ValueError: it is missing or no whole number.
    """
    value = source.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(key)
    return value


def raw(source: Mapping[str, object], key: str, length: int) -> bytes:
    """Bytes of exactly this length, written as base64.

    Raises:
        ValueError: they are missing, not base64 or of another length.
    """
    value = raw_up_to(source, key, length)
    if len(value) != length:
        raise ValueError(key)
    return value


def raw_up_to(source: Mapping[str, object], key: str, most: int) -> bytes:
    """Bytes of at most this length, written as base64.

    Raises:
        ValueError: they are missing, not base64 or longer.
    """
    value = base64.b64decode(text(source, key, r"[A-Za-z0-9+/=]{1,4096}"), validate=True)
    if len(value) > most:
        raise ValueError(key)
    return value


def written(value: bytes) -> str:
    """Bytes as base64, as `raw` reads them."""
    return base64.b64encode(value).decode()


def _each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
