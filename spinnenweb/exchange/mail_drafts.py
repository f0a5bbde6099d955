"""A mail that still has to be sent: as an address for the mail program, or as a file it opens as a draft."""

from __future__ import annotations

import re
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from spinnenweb.domain.mail import MailDraft

_ADDRESS = re.compile(r"[\w.!#$%&'*+/^`{|}~-]+@[\w-]+(?:\.[\w-]+)*")
UNSENT = "X-Unsent"
"""Has mail programs open a file as a draft and not as something that came in (ecosystem.md 4.3)."""


def mailto(draft: MailDraft) -> str:
    """The draft as a `mailto:` address (RFC 6068); line breaks as CRLF. To whom it goes is as in `eml_file`."""
    body = quote("\r\n".join(draft.body.splitlines()), safe="")
    return f"mailto:{quote(_receiver(draft), safe='@')}?subject={quote(draft.subject, safe='')}&body={body}"


def eml_file(draft: MailDraft) -> bytes:
    """The draft as an `.eml` file (RFC 5322): no sender and no date, those come from the mail program.

    What stands on the map as address may be any text: it goes to the one address in it, or to nobody yet.
    """
    message = EmailMessage(policy=SMTP)
    if receiver := _receiver(draft):
        message["To"] = receiver
    message["Subject"] = draft.subject
    message[UNSENT] = "1"
    message.set_content(f"{draft.body}\n", charset="utf-8")
    return message.as_bytes()


def _receiver(draft: MailDraft) -> str:
    found = _ADDRESS.findall(draft.to)
    return found[0] if len(found) == 1 else ""
