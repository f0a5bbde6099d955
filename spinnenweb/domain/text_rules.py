"""What any text must be before it enters the vault, on every database (reference/security.md 4.3)."""

from __future__ import annotations

import unicodedata

from spinnenweb.domain.errors import SpinnenwebError

_LINE_BREAKS = {"\n", "\t"}


def clean(text: str, longest: int, field: str) -> str:
    """The text in NFC, trimmed at its end.

    Raises `SpinnenwebError` `text.nul`, `text.control` or `text.too_long` with the field, never the text.
    """
    if "\0" in text:
        raise SpinnenwebError("text.nul", field=field)
    if any(0xD800 <= ord(character) <= 0xDFFF for character in text):
        raise SpinnenwebError("text.control", field=field)
    cleaned = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).rstrip()
    if any(unicodedata.category(c) == "Cc" and c not in _LINE_BREAKS for c in cleaned):
        raise SpinnenwebError("text.control", field=field)
    if len(cleaned) > longest:
        raise SpinnenwebError("text.too_long", field=field, longest=longest)
    return cleaned


def clean_line(text: str, longest: int, field: str) -> str:
    """The same for a text of one line: blanks folded and trimmed on both sides."""
    return " ".join(clean(text, longest, field).split())
