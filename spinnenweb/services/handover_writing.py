"""What is written for a hand-over inside one unit of work: its next state, its reminder, its withdrawal."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.changes import NOTHING, Changes, Kind, changed
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.handovers import SHARING, HandoverState, moved, state_now

if TYPE_CHECKING:
    from datetime import date, datetime

    from spinnenweb.domain.handovers import Handover
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.unit_of_work import UnitOfWork

LOOK_AGAIN_DAYS = {
    HandoverState.PROPOSED: 7,
    HandoverState.AGREED: 3,
    HandoverState.CONTACTED: 14,
    HandoverState.ACCEPTED: 14,
    HandoverState.FIRST_CONTACT: 42,
}
"""After how many days the agenda brings it back; six weeks after the first contact comes "hielp het?"."""
TIP_DAYS = 42


def known_handover(work: UnitOfWork, handover_id: str) -> Handover:
    """The hand-over with this id; `SpinnenwebError` `handover.gone`."""
    found = work.handovers.get(handover_id)
    if found is None:
        raise SpinnenwebError("handover.gone")
    return found


def remind(work: UnitOfWork, handover: Handover, today: date, ids: IdSource) -> Changes:
    """What stood on the agenda for it is done; while it is open the next look stands there instead.

    What was agreed is looked at no later than the last day on which it holds.
    """
    old = [one for one in work.follow_ups.about(handover.id) if one.open]
    for one in old:
        work.follow_ups.update(replace(one, done_on=today))
    changes = changed(Kind.FOLLOW_UP, *(one.id for one in old))
    if not handover.open:
        return changes
    new = _reminder(work, handover, today, ids)
    work.follow_ups.add(new)
    return changes | changed(Kind.FOLLOW_UP, new.id)


def _reminder(work: UnitOfWork, handover: Handover, today: date, ids: IdSource) -> FollowUp:
    days = TIP_DAYS if handover.is_tip else LOOK_AGAIN_DAYS[handover.state]
    due = today + timedelta(days=days)
    if handover.state in SHARING and handover.until is not None:
        due = max(today, min(due, handover.until))
    asks = handover.is_tip or handover.state is HandoverState.FIRST_CONTACT
    kind = FollowUpKind.HELPED if asks else FollowUpKind.HANDOVER
    what = work.offers.names_of([handover.offer_id]).get(handover.offer_id, "")
    return FollowUp(ids.new(), kind, handover.id, handover.resident_id, what, due)


def withdraw_shared(work: UnitOfWork, resident_id: str, receiver: str, now: datetime) -> Changes:
    """The resident no longer allows sharing with this receiver, or with anybody when it is empty.

    What is open of it is withdrawn at once. Of a restricted file only the answer is kept, and that is enough:
    nothing leaves without it.
    """
    resident = work.residents.get(resident_id)
    if resident is None or resident.restricted:
        return NOTHING
    receivers = {one.id: one.receiver for one in work.consents.of(resident_id)}
    changes = NOTHING
    for handover in work.handovers.of(resident_id):
        told = receivers.get(handover.consent_id or "")
        if handover.open and told is not None and receiver in ("", told):
            changes |= withdraw_one(work, handover, now)
    return changes


def settle_withdrawn(work: UnitOfWork, resident_id: str, now: datetime) -> Changes:
    """End what was withdrawn while nothing could be written in the file."""
    said, changes = work.consents.of(resident_id), NOTHING
    for handover in work.handovers.of(resident_id):
        if handover.open and state_now(handover, said) is HandoverState.WITHDRAWN:
            changes |= withdraw_one(work, handover, now)
    return changes


def withdraw_one(work: UnitOfWork, handover: Handover, now: datetime) -> Changes:
    """Withdrawn, and off the agenda."""
    work.handovers.update(moved(handover, HandoverState.WITHDRAWN, now))
    waiting = [one for one in work.follow_ups.about(handover.id) if one.open]
    for one in waiting:
        work.follow_ups.update(replace(one, done_on=now.astimezone().date()))
    return changed(Kind.HANDOVER, handover.id) | changed(Kind.FOLLOW_UP, *(one.id for one in waiting))
