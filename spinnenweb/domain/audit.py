"""The audit log: what kinds of things are written down about the use of a vault, and one line of it.

The requirement is NEN 7513: event, time, about whom, on which device (`reference/security.md` 3). A line holds
ids, names of fields and codes, never a value of a record.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class AuditKind(StrEnum):
    """What happened. The text is what lies in the file, so it never changes."""

    BEGUN = "begonnen"
    UNLOCKED = "ontgrendeld"
    UNLOCK_FAILED = "ontgrendelen_mislukt"
    LOCKED = "op_slot"
    SEEN = "bekeken"
    MADE = "gemaakt"
    CHANGED = "gewijzigd"
    REMOVED = "verwijderd"
    PUT_BACK = "teruggezet"
    ERASED = "gewist"
    EXPORTED = "geexporteerd"
    PRINTED = "afgedrukt"
    SHARED = "gedeeld"
    COPIED = "gekopieerd"
    IMPORTED = "ingelezen"
    BACKED_UP = "reservekopie"
    RESTORED = "hersteld"
    SETTING = "instelling"
    WORD_CHANGED = "wachtwoord"
    KEY_CHANGED = "sleutel"


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line. `subject` is the id of a resident, or a stand-in once that resident was erased.

    `about_table` and `about_id` say which record; `fields` which of its fields changed, by name; `detail` is a
    code, a count or a date, never words somebody wrote.
    """

    seq: int
    at: datetime
    device: str
    kind: AuditKind
    subject: str | None = None
    about_table: str | None = None
    about_id: str | None = None
    fields: tuple[str, ...] = ()
    detail: str = ""
