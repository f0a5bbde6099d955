"""Tooltips that show what somebody typed, or what stands in a file of others, letter for letter."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """The text so that Qt shows it as it is written.

    A tooltip with a sign `<` may be taken for rich text, and a picture named in it would be fetched: over the
    network where the name of a file can be an address (Windows).
    """
    if "<" not in text:
        return text
    return "<span>{}</span>".format(escape(text).replace("\n", "<br>"))
