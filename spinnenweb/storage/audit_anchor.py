"""The anchor: how long the audit log was and how it ended, kept outside the file so that a cut-off tail is seen.

A log holds to its anchor when it is as long or longer and its line at that place has that MAC.
"""

from __future__ import annotations

import hmac
import json
from enum import StrEnum
from typing import TYPE_CHECKING

from spinnenweb.storage.audit_chain import Head

if TYPE_CHECKING:
    from collections.abc import Callable

_VERSION = 1
_HASH = "sha256"


class Hold(StrEnum):
    """How a log stands to an anchor; the texts are codes of problems."""

    GOOD = "good"
    MISSING = "anchor_missing"
    UNREADABLE = "anchor_bad"
    SHORTER = "tail"
    DIFFERENT = "different"


def anchor_bytes(key: bytearray, head: Head, at: str) -> bytes:
    """The anchor of a log as a small JSON file."""
    about = {"version": _VERSION, "lines": head.seq, "head": head.mac.hex(), "at": at}
    return json.dumps({**about, "mac": _mac(key, about)}, indent=2).encode()


def head_in(key: bytearray, anchor: bytes) -> Head | None:
    """What an anchor holds fast; `None` when it was not written with this key or is no anchor."""
    try:
        about = json.loads(anchor)
        mac = bytes.fromhex(about.pop("mac"))
        head = Head(int(about["lines"]), bytes.fromhex(about["head"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return head if hmac.compare_digest(bytes.fromhex(_mac(key, about)), mac) else None


def hold(key: bytearray, anchor: bytes | None, lines: int, mac_at: Callable[[int], bytes | None]) -> Hold:
    """How a log of so many lines, with these MACs, stands to an anchor."""
    if anchor is None:
        return Hold.MISSING
    head = head_in(key, anchor)
    if head is None:
        return Hold.UNREADABLE
    if lines < head.seq:
        return Hold.SHORTER
    return Hold.GOOD if mac_at(head.seq) == head.mac else Hold.DIFFERENT


def _mac(key: bytearray, about: dict[str, object]) -> str:
    written = json.dumps(about, sort_keys=True, separators=(",", ":"))
    return hmac.digest(key, b"anchor\0" + written.encode(), _HASH).hex()
