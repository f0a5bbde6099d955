"""What one user action reads and writes, together or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.storage.agenda_stores import FollowUpStore, MeetingStore, ShortContactStore
from spinnenweb.storage.audit_store import AuditStore
from spinnenweb.storage.bin_store import BinStore
from spinnenweb.storage.board_store import BoardStore
from spinnenweb.storage.change_mark import ChangeMark
from spinnenweb.storage.conversation_store import ConversationStore
from spinnenweb.storage.counted_store import CountedStore
from spinnenweb.storage.draft_store import DraftStore
from spinnenweb.storage.erasure_store import ErasureStore
from spinnenweb.storage.goal_stores import GoalStepStore, GoalStore, LookBackStore
from spinnenweb.storage.handover_stores import ChoiceStore, HandoverStore, SignalStore
from spinnenweb.storage.instrument_store import OwnInstrumentStore
from spinnenweb.storage.map_history_stores import ColumnMappingStore, ImportBatchStore, MapMergeStore
from spinnenweb.storage.map_search import MapSearch
from spinnenweb.storage.map_stores import ContactPersonStore, OfferStore, OrganisationStore, OrganisationTalkStore
from spinnenweb.storage.mending import MendingStore
from spinnenweb.storage.merge_store import MergeStore
from spinnenweb.storage.operation_log import OperationLog
from spinnenweb.storage.place_store import PlaceStore
from spinnenweb.storage.proposal_search import ProposalSearch
from spinnenweb.storage.retention_store import KeepingStore
from spinnenweb.storage.search_store import SearchStore
from spinnenweb.storage.series_store import SeriesStore
from spinnenweb.storage.settings_store import SettingsStore
from spinnenweb.storage.stores import ConsentStore, ResidentStore, VillageStore
from spinnenweb.storage.team_store import TeamStore
from spinnenweb.storage.vocabulary_store import VocabularyStore
from spinnenweb.storage.whole_file import WholeFile

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.journal import Journal


class UnitOfWork:
    """The stores, all inside one transaction. Without a journal it only reads.

    Records come out as frozen dataclasses and stay valid after it ends; iterators do not.
    """

    def __init__(
        self, connection: Connection, journal: Journal | None, ids: IdSource, audit_key: bytearray
    ) -> None:
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
        self.place = PlaceStore(connection, journal)
        self.settings = SettingsStore(connection, journal, ids)
        self.audit = AuditStore(connection, None if journal is None else journal.audit, audit_key)
        self.operations = OperationLog(connection)
        self.bin = BinStore(connection)
        self.erasures = ErasureStore(connection, journal, audit_key)
        self.keepings = KeepingStore(connection, journal)
        self.whole_file = WholeFile(connection)
        self.change_mark = ChangeMark(connection)
        self.mending = MendingStore(connection)
        self.series = SeriesStore(connection, audit_key)
        self.counted = CountedStore(connection)
        self.team = TeamStore(connection, journal)
        self.organisations = OrganisationStore(connection, journal)
        self.offers = OfferStore(connection, journal)
        self.contact_persons = ContactPersonStore(connection, journal)
        self.organisation_talks = OrganisationTalkStore(connection, journal)
        self.map_merges = MapMergeStore(connection, journal)
        self.map_search = MapSearch(connection)
        self.proposal_search = ProposalSearch(connection)
        self.board = BoardStore(connection)
        self.import_batches = ImportBatchStore(connection, journal)
        self.column_mappings = ColumnMappingStore(connection, journal)
        self.vocabulary = VocabularyStore(connection, journal)
        self.handovers = HandoverStore(connection, journal)
        self.choices = ChoiceStore(connection, journal)
        self.signal_follow_ups = SignalStore(connection, journal)
