"""Hand-overs, answers to proposed offers and what became of signals: what can be asked of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, or_, select

from spinnenweb.domain.choices import ProposalChoice
from spinnenweb.domain.handovers import Handover
from spinnenweb.domain.signals import SignalFollowUp
from spinnenweb.storage import tables
from spinnenweb.storage.aliases import belongs_to, kept
from spinnenweb.storage.bundles import parts
from spinnenweb.storage.handover_forms import CHOICE, HANDOVER, SIGNAL
from spinnenweb.storage.record_store import RecordStore

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, Connection

    from spinnenweb.storage.journal import Journal


class HandoverStore(RecordStore[Handover]):
    """Hand-overs; those of somebody who lies in the bin are out of sight along with them."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, HANDOVER)

    def of(self, resident_id: str) -> tuple[Handover, ...]:
        """The hand-overs of one resident, newest first."""
        columns = self._table.c
        query = self._query().where(belongs_to(columns.resident_id, resident_id))
        return self._many(query.order_by(columns.id.desc()))

    def all(self) -> tuple[Handover, ...]:
        """All hand-overs in sight, newest first."""
        return self._many(self._query().where(self._in_sight()).order_by(self._table.c.id.desc()))

    def running(self, states: Collection[str]) -> tuple[Handover, ...]:
        """Those in sight in one of these states that were begun with somebody, newest first."""
        columns = self._table.c
        begun = (columns.state.in_(sorted(states)), columns.contact_id.is_not(None), self._in_sight())
        return self._many(self._query().where(*begun).order_by(columns.id.desc()))

    def to_organisations(self, organisation_ids: Collection[str]) -> tuple[Handover, ...]:
        """What reached one organisation, newest first; to be asked with all ids that were merged into it."""
        columns = self._table.c
        query = self._query().where(columns.organisation_id.in_(sorted(organisation_ids)), self._in_sight())
        return self._many(query.order_by(columns.id.desc()))

    def to_offers(self, offer_ids: Collection[str]) -> tuple[Handover, ...]:
        """What reached one offer, newest first; to be asked with all ids that were merged into it."""
        columns = self._table.c
        query = self._query().where(columns.offer_id.in_(sorted(offer_ids)), self._in_sight())
        return self._many(query.order_by(columns.id.desc()))

    def any_to(self, ids: Collection[str]) -> bool:
        """Whether a hand-over points at one of these organisations, offers or contact persons, also of the bin."""
        columns = self._table.c
        for some in parts(set(ids)):
            pointing = or_(columns.organisation_id.in_(some), columns.offer_id.in_(some))
            if self._connection.scalar(select(columns.id).where(pointing).limit(1)) is not None:
                return True
        return False

    def _in_sight(self) -> ColumnElement[bool]:
        card = tables.resident.c
        return exists().where(card.id == kept(self._table.c.resident_id), card.deleted_at.is_(None))


class ChoiceStore(RecordStore[ProposalChoice]):
    """What was done with proposed offers; a later answer stands beside an earlier one."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, CHOICE)

    def of(self, resident_id: str) -> tuple[ProposalChoice, ...]:
        """The answers of one resident, oldest first."""
        columns = self._table.c
        query = self._query().where(belongs_to(columns.resident_id, resident_id))
        return self._many(query.order_by(columns.chosen_on, columns.id))

    def all(self) -> tuple[ProposalChoice, ...]:
        """All answers, oldest first."""
        return self._many(self._query().order_by(self._table.c.chosen_on, self._table.c.id))


class SignalStore(RecordStore[SignalFollowUp]):
    """What became of early signals; a later one stands beside an earlier one."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, SIGNAL)

    def of(self, resident_id: str) -> tuple[SignalFollowUp, ...]:
        """What was done about the signals of one resident, oldest first."""
        columns = self._table.c
        query = self._query().where(belongs_to(columns.resident_id, resident_id))
        return self._many(query.order_by(columns.followed_on, columns.id))
