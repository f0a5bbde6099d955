"""From an expected error to the words on the screen (words.nl.md: what happened, nothing lost, what now)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from spinnenweb.domain.wording import MissingTextError, Wording
from spinnenweb.ui.dates import full_day

if TYPE_CHECKING:
    from spinnenweb.domain.errors import SpinnenwebError


@dataclass(frozen=True, slots=True)
class Told:
    """What is said about an error. `buttons` are keys of werker.toml, such as `button.retry`."""

    title: str
    text: str
    buttons: tuple[str, ...] = ()


def told(error: SpinnenwebError, messages: Wording, words: Wording, backup_at: str = "") -> Told:
    """Title, text and buttons for an error; a general line for a code without words.

    `backup_at` is the ISO date of the last good backup, or empty when none is known.
    """
    return Told(
        _title(error.code, messages), _text(error, messages, words, backup_at), _buttons(error.code, messages)
    )


def _title(code: str, messages: Wording) -> str:
    group = code.partition(".")[0]
    keys = (f"{code}.title", f"{group}.title", "fallback.title")
    return messages.say(next(key for key in keys if messages.has(key)))


def _buttons(code: str, messages: Wording) -> tuple[str, ...]:
    return messages.items(f"{code}.buttons") if messages.has(f"{code}.buttons") else ()


def _text(error: SpinnenwebError, messages: Wording, words: Wording, backup_at: str) -> str:
    without = f"{error.code}.text_no_backup"
    known = dutch_date(backup_at)
    key = without if not known and messages.has(without) else f"{error.code}.text"
    try:
        return messages.say(key, "u", **dict[str, object](error.values, date=known))
    except MissingTextError:
        return words.say("message.bug")


def dutch_date(iso: str) -> str:
    """The Dutch date of an ISO date: "21 november 2026"; an empty text for what is no date."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return ""
    return full_day(day)
