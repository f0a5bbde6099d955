"""A mail that is proposed: to whom, about what, and its words. Never about a resident."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MailDraft:
    """All of it is one line, but `body`; `to` may be empty."""

    to: str
    subject: str
    body: str
