"""The arithmetic of the audit log: every line carries a MAC over itself and over the MAC of the line before it.

A line that was changed or taken away breaks the chain from there on; a tail that was cut off does not, and is seen
by the anchor that is kept beside the file (`audit_anchor`). The MAC covers not the ids of people and records but a
mark of them, HMAC(key, id), which stays in the line. So an erasure can replace an id by a stand-in and the chain
still verifies: a line either has the id its mark is of, or a stand-in that only the key can make for that mark.

The key follows from the key of the database: who edits the file with another program does not have it. Who can run
this program with the password could write a chain of their own; against that stands the anchor in every backup.
"""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spinnenweb.storage.forms import Row

NO_MARK = b""
START = bytes(32)
"""What stands before the first line."""
ERASED = "gewist"
_HASH = "sha256"
_TAG_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the log: how many lines, and the MAC of the last."""

    seq: int = 0
    mac: bytes = START


def mark_of(key: bytes | bytearray, name: str | None) -> bytes:
    """What stands for an id inside the MAC; nothing for no id."""
    return NO_MARK if name is None else hmac.digest(key, b"mark\0" + name.encode(), _HASH)


def stand_in(key: bytes | bytearray, erasure_id: str, mark: bytes) -> str:
    """What an erasure puts in the place of the id with this mark."""
    tag = hmac.digest(key, b"erased\0" + erasure_id.encode() + b"\0" + mark, _HASH).hex()[:_TAG_DIGITS]
    return f"{ERASED}:{erasure_id}:{tag}"


def mac_of(key: bytes | bytearray, before: bytes, line: Row) -> bytes:
    """The MAC of a line as it lies in the table, after the line with the MAC `before`."""
    said = (
        line["seq"],
        line["at"],
        line["device"],
        line["kind"],
        line["subject_mark"].hex(),
        line["about_table"],
        line["about_mark"].hex(),
        *line["fields"],
        line["detail"],
    )
    written = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hmac.digest(key, before + written.encode(), _HASH)


def broken_at(key: bytes | bytearray, lines: Iterable[Row], after: Head | None = None) -> Iterator[int]:
    """The numbers of the lines, oldest first, at which something does not fit; a gap counts at its next line."""
    head = after or Head()
    for line in lines:
        if not _fits(key, head, line):
            yield line["seq"]
        # goes on from what is written, so that one changed line is one finding and not all after it
        head = Head(line["seq"], line["mac"])


def _fits(key: bytes | bytearray, head: Head, line: Row) -> bool:
    named = _is_named(key, line["subject"], line["subject_mark"])
    named = named and _is_named(key, line["about_id"], line["about_mark"])
    follows = line["seq"] == head.seq + 1
    return follows and named and hmac.compare_digest(mac_of(key, head.mac, line), line["mac"])


def _is_named(key: bytes | bytearray, name: str | None, mark: bytes) -> bool:
    if name is not None and name.startswith(f"{ERASED}:"):
        return name == stand_in(key, name.split(":")[1], mark)
    return hmac.compare_digest(mark_of(key, name), mark)
