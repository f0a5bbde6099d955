"""What one user action reads and writes, together or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.storage.agenda_stores import FollowUpStore, MeetingStore, ShortContactStore
from spinnenweb.storage.conversation_store import ConversationStore
from spinnenweb.storage.draft_store import DraftStore
from spinnenweb.storage.goal_stores import GoalStepStore, GoalStore, LookBackStore
from spinnenweb.storage.instrument_store import OwnInstrumentStore
from spinnenweb.storage.merge_store import MergeStore
from spinnenweb.storage.search_store import SearchStore
from spinnenweb.storage.settings_store import SettingsStore
from spinnenweb.storage.stores import ConsentStore, ResidentStore, VillageStore

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.journal import Journal


class UnitOfWork:
    """The stores, all inside one transaction. Without a journal it only reads.

    Records come out as frozen dataclasses and stay valid after it ends; iterators do not.
    """

    def __init__(self, connection: Connection, journal: Journal | None, ids: IdSource) -> None:
        self.villages = VillageStore(connection, journal)
        self.residents = ResidentStore(connection, journal)
        self.consents = ConsentStore(connection, journal)
        self.conversations = ConversationStore(connection, journal)
        self.goals = GoalStore(connection, journal)
        self.steps = GoalStepStore(connection, journal)
        self.look_backs = LookBackStore(connection, journal)
        self.follow_ups = FollowUpStore(connection, journal)
        self.contacts = ShortContactStore(connection, journal)
        self.meetings = MeetingStore(connection, journal)
        self.instruments = OwnInstrumentStore(connection, journal)
        self.merges = MergeStore(connection, journal)
        self.search = SearchStore(connection)
        self.drafts = DraftStore(connection, journal)
        self.settings = SettingsStore(connection, journal, ids)
