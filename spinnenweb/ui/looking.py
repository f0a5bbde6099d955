"""Who looked at whom: every visit to a page about one resident is a line in the log (NEN 7513)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.domain.audit import AuditKind
from spinnenweb.ui.places import AUDIT, COMPARISON, CONVERSATION, CORRECTION, HANDOVER, PAPER, RESIDENT, Place

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from spinnenweb.ui.context import Context

LOG = "logboek"
_OF_A_RESIDENT = {RESIDENT: "kaart", COMPARISON: "vergelijking", AUDIT: LOG, HANDOVER: "overdracht"}
_OF_A_TALK = {CORRECTION: "gesprek"}
_OF_A_DRAFT = {CONVERSATION: "gesprek", PAPER: "papier"}


def log_look(context: Context, owner: QObject, place: Place) -> None:
    """Write down that a page was opened, behind what the page itself does; most pages are about nobody."""
    audit = context.workspace.audit
    if place == Place(AUDIT):
        context.jobs.run(owner, partial(audit.noted, AuditKind.SEEN, None, LOG))
    elif not place.record:
        return
    elif place.page in _OF_A_RESIDENT:
        context.jobs.run(owner, partial(audit.seen, place.record, _OF_A_RESIDENT[place.page]))
    elif place.page in _OF_A_TALK:
        context.jobs.run(owner, partial(audit.talk_seen, place.record, _OF_A_TALK[place.page]))
    elif place.page in _OF_A_DRAFT:
        context.jobs.run(owner, partial(audit.draft_seen, place.record, _OF_A_DRAFT[place.page]))
