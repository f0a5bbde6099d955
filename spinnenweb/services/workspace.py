"""An open vault with everything that can be done in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from spinnenweb.security.keys import wipe
from spinnenweb.security.slots import SlotKind as WayIn
from spinnenweb.services.catalogue import Catalogue, read_catalogue
from spinnenweb.services.series_seal import settle_series

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.security.envelope import Envelope
    from spinnenweb.security.vault_lock import VaultLock
    from spinnenweb.services.agenda import AgendaService
    from spinnenweb.services.audit import AuditService
    from spinnenweb.services.backups import BackupService
    from spinnenweb.services.bin import BinService
    from spinnenweb.services.bringing import BringService
    from spinnenweb.services.checks import CheckService
    from spinnenweb.services.contacts import ContactService
    from spinnenweb.services.contributions import ContributionService
    from spinnenweb.services.conversations import ConversationService
    from spinnenweb.services.environment import Environment
    from spinnenweb.services.forms import FormService
    from spinnenweb.services.goals import GoalService
    from spinnenweb.services.guarding import GuardService
    from spinnenweb.services.handover_letters import HandoverLetterService
    from spinnenweb.services.handovers import HandoverService
    from spinnenweb.services.households import HouseholdService
    from spinnenweb.services.imports import ImportService
    from spinnenweb.services.insight import InsightService
    from spinnenweb.services.keys import KeyService
    from spinnenweb.services.languages import LanguageService
    from spinnenweb.services.letters_along import LettersAlong
    from spinnenweb.services.looking_along import MapAlong
    from spinnenweb.services.lost import LossService
    from spinnenweb.services.map_exports import MapExportService
    from spinnenweb.services.map_imports import MapImportService
    from spinnenweb.services.map_merging import MapMergeService
    from spinnenweb.services.map_rows import MapRowService
    from spinnenweb.services.merging import MergeService
    from spinnenweb.services.own_backups import OwnBackupService
    from spinnenweb.services.own_instruments import InstrumentService
    from spinnenweb.services.pictures import PictureService
    from spinnenweb.services.proposals import ProposalService
    from spinnenweb.services.releases import ReleaseService
    from spinnenweb.services.residents import ResidentService
    from spinnenweb.services.retention import RetentionService
    from spinnenweb.services.returning import ReturnService
    from spinnenweb.services.rights import RightsService
    from spinnenweb.services.search import SearchService
    from spinnenweb.services.series_repair import SeriesRepairService
    from spinnenweb.services.settings import SettingsService
    from spinnenweb.services.signals import SignalService
    from spinnenweb.services.social_map import SocialMapService
    from spinnenweb.services.summaries import SummaryService
    from spinnenweb.services.team import TeamService
    from spinnenweb.services.themes_board import ThemesBoardService
    from spinnenweb.services.vocabulary import VocabularyService
    from spinnenweb.storage.database import Database


@dataclass(frozen=True, slots=True)
class Opened:
    """The parts of an open vault."""

    folder: Path
    envelope: Envelope
    data_key: bytearray
    lock: VaultLock
    database: Database
    ids: IdSource
    environment: Environment
    way: WayIn = WayIn.PASSPHRASE
    repaired: bool = False


class Workspace:
    """The services of one open vault, made when first used so that opening loads no drawing library."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self.opened_with: WayIn = opened.way
        #: whether `sleutel.json` was damaged and was written anew from its second copy
        self.repaired: bool = opened.repaired
        self.folder: Path = opened.folder
        self.clock: Clock = opened.environment.clock

    @property
    def database(self) -> Database:
        """The open database, for services that write many records at once. Not for `ui` and `cli`."""
        return self._opened.database

    @cached_property
    def catalogue(self) -> Catalogue:
        """The instruments, themes and signals, shipped and own."""
        from spinnenweb.services.own_instruments import with_own
        from spinnenweb.services.vocabulary import with_own_words

        opened = self._opened
        return with_own_words(
            with_own(read_catalogue(opened.environment.resources), opened.database), opened.database
        )

    @cached_property
    def instruments(self) -> InstrumentService:
        """The instruments of the organisation itself."""
        from spinnenweb.services.own_instruments import InstrumentService

        return InstrumentService(self._opened.database, self.catalogue, self._opened.ids)

    @cached_property
    def keys(self) -> KeyService:
        """The ways in: passphrase, emergency key, organisation, and a new key for everything."""
        from spinnenweb.services.keys import KeyService

        opened = self._opened
        return KeyService(
            opened.folder,
            opened.envelope,
            opened.data_key,
            opened.database,
            opened.ids,
            opened.environment,
        )

    @cached_property
    def audit(self) -> AuditService:
        """The log of who did what to whom."""
        from spinnenweb.services.audit import AuditService

        return AuditService(self.folder, self._opened.database, self.clock)

    @cached_property
    def residents(self) -> ResidentService:
        """Residents, villages and permissions."""
        from spinnenweb.services.residents import ResidentService

        return ResidentService(self._opened.database, self.clock, self._opened.ids, self._texts)

    @cached_property
    def conversations(self) -> ConversationService:
        """Conversations and their drafts."""
        from spinnenweb.services.conversations import ConversationService

        return ConversationService(self._opened.database, self.catalogue, self.clock, self._opened.ids)

    @cached_property
    def goals(self) -> GoalService:
        """Goals, steps and how they went."""
        from spinnenweb.services.goals import GoalService

        return GoalService(self._opened.database, self.clock, self._opened.ids)

    @cached_property
    def agenda(self) -> AgendaService:
        """What was promised for when."""
        from spinnenweb.services.agenda import AgendaService

        return AgendaService(self._opened.database, self.clock, self._opened.ids, self._texts)

    @cached_property
    def contacts(self) -> ContactService:
        """Short talks and meetings."""
        from spinnenweb.services.contacts import ContactService

        return ContactService(self._opened.database, self._opened.ids)

    @cached_property
    def rights(self) -> RightsService:
        """What a resident may ask: only keep the file, or erase it."""
        from spinnenweb.services.rights import RightsService

        return RightsService(self.folder, self._opened.database, self.clock, self._opened.ids)

    @cached_property
    def insight(self) -> InsightService:
        """Everything about one resident, for that resident."""
        from spinnenweb.services.insight import InsightService

        return InsightService(self._opened.database, self.catalogue, self.clock, self.audit)

    @cached_property
    def bin(self) -> BinService:
        """What was put away and can be taken back."""
        from spinnenweb.services.bin import BinService

        return BinService(self.folder, self._opened.database, self.clock, self._opened.ids)

    @cached_property
    def retention(self) -> RetentionService:
        """Files whose term is over."""
        from spinnenweb.services.retention import RetentionService

        return RetentionService(self._opened.database, self.clock, self._opened.ids)

    @cached_property
    def returning(self) -> ReturnService:
        """Coming back after a lock."""
        from spinnenweb.services.returning import ReturnService

        return ReturnService(self._opened.database)

    @cached_property
    def households(self) -> HouseholdService:
        """Who lives together."""
        from spinnenweb.services.households import HouseholdService

        return HouseholdService(self._opened.database, self._opened.ids)

    @cached_property
    def search(self) -> SearchService:
        """Searching in everything that has words."""
        from spinnenweb.services.search import SearchService

        return SearchService(self._opened.database)

    @cached_property
    def merging(self) -> MergeService:
        """Two cards of one person."""
        from spinnenweb.services.merging import MergeService

        return MergeService(self._opened.database, self.clock, self._opened.ids)

    @cached_property
    def settings(self) -> SettingsService:
        """Settings about the work."""
        from spinnenweb.services.settings import SettingsService

        return SettingsService(self._opened.database)

    @cached_property
    def languages(self) -> LanguageService:
        """The languages residents can be spoken to in."""
        from spinnenweb.services.languages import LanguageService

        return LanguageService(self._texts, self.settings, self.catalogue.entries, self.clock)

    @cached_property
    def guard(self) -> GuardService:
        """What points at a person in words that leave the vault."""
        from spinnenweb.services.guarding import GuardService

        return GuardService(self._opened.database)

    @cached_property
    def summaries(self) -> SummaryService:
        """The summary on paper."""
        from spinnenweb.services.summaries import SummaryService

        return SummaryService(self.catalogue, self._texts, self.settings.get, self.audit.noted)

    @cached_property
    def bringing(self) -> BringService:
        """Summaries to print later and bring along."""
        from spinnenweb.services.bringing import BringService

        return BringService(self.agenda, self.conversations, self.summaries, self.clock, self.audit.noted)

    @cached_property
    def forms(self) -> FormService:
        """The empty paper form."""
        from spinnenweb.services.forms import FormService

        return FormService(self.catalogue, self._texts, self.settings.get, self._village_name)

    @cached_property
    def pictures(self) -> PictureService:
        """Webs as pictures."""
        from spinnenweb.services.pictures import PictureService

        return PictureService(self.catalogue, self._texts, self.settings.get, self.audit.noted)

    @cached_property
    def imports(self) -> ImportService:
        """Earlier conversations from a file."""
        from spinnenweb.services.imports import ImportService

        return ImportService(self._opened.database, self.catalogue, self.clock, self._opened.ids)

    @cached_property
    def releases(self) -> ReleaseService:
        """Anonymised tables."""
        from spinnenweb.services.releases import ReleaseService

        opened = self._opened
        return ReleaseService(
            self.folder, opened.database, self.catalogue, self.clock, opened.data_key, self.audit.anchor
        )

    @cached_property
    def team(self) -> TeamService:
        """The part of this vault in a team of laptops."""
        from spinnenweb.services.team import TeamService

        return TeamService(self.folder, self._opened.database, self.audit.anchor)

    @cached_property
    def contributions(self) -> ContributionService:
        """What the laptops of a team send each other for a release."""
        from spinnenweb.services.contributions import ContributionService

        opened = self._opened
        return ContributionService(
            self.folder, opened.database, self.catalogue, self.clock, opened.ids, self.audit.anchor
        )

    @cached_property
    def series_repair(self) -> SeriesRepairService:
        """Mending the series of releases after an older file was put back."""
        from spinnenweb.services.series_repair import SeriesRepairService

        opened = self._opened
        return SeriesRepairService(self.folder, opened.database, opened.data_key, self.own_backups.inside)

    @cached_property
    def backups(self) -> BackupService:
        """Backups of this vault."""
        from spinnenweb.services.backups import BackupService

        return BackupService(self.folder, self._opened.database, self.clock)

    @cached_property
    def own_backups(self) -> OwnBackupService:
        """Looking into backups of this vault and putting one back."""
        from spinnenweb.services.own_backups import OwnBackupService

        opened = self._opened
        return OwnBackupService(
            self.folder, opened.data_key, opened.database, self.backups, opened.ids, opened.environment
        )

    @cached_property
    def lost(self) -> LossService:
        """What to know when the laptop is gone."""
        from spinnenweb.services.lost import LossService

        return LossService(self.folder, self._opened.database, self.clock, self._opened.environment.resources)

    @cached_property
    def checks(self) -> CheckService:
        """Whether this vault is whole."""
        from spinnenweb.services.checks import CheckService

        return CheckService(self._opened.database, self.audit)

    @cached_property
    def social_map(self) -> SocialMapService:
        """Organisations, offers, contact persons and talks with organisations."""
        from spinnenweb.services.social_map import SocialMapService

        opened = self._opened
        return SocialMapService(opened.database, self.catalogue, self.clock, opened.ids, self.bin)

    @cached_property
    def map_along(self) -> MapAlong:
        """The social map as it may be seen while a resident looks along."""
        from spinnenweb.services.looking_along import MapAlong

        opened = self._opened
        return MapAlong(opened.database, self.catalogue, self.clock, opened.ids, self.bin)

    @cached_property
    def map_rows(self) -> MapRowService:
        """Rows pasted into the social map."""
        from spinnenweb.services.map_rows import MapRowService

        return MapRowService(self._opened.database, self.clock, self._opened.ids)

    @cached_property
    def map_merging(self) -> MapMergeService:
        """Two on the social map that are one, and imports taken back."""
        from spinnenweb.services.map_merging import MapMergeService

        return MapMergeService(self._opened.database, self.clock, self._opened.ids)

    @cached_property
    def map_imports(self) -> MapImportService:
        """A social map from elsewhere."""
        from spinnenweb.services.map_imports import MapImportService

        opened = self._opened
        return MapImportService(opened.database, self.catalogue, self.clock, opened.ids)

    @cached_property
    def map_exports(self) -> MapExportService:
        """The social map for others: open packages, a page for the web, paper."""
        from spinnenweb.services.map_exports import MapExportService

        return MapExportService(self._opened.database, self.catalogue, self.clock, self.guard, self.audit.noted)

    @cached_property
    def handovers(self) -> HandoverService:
        """Hand-overs and tips."""
        from spinnenweb.services.handovers import HandoverService

        return HandoverService(self._opened.database, self.clock, self._opened.ids, self._texts)

    @cached_property
    def handover_letters(self) -> HandoverLetterService:
        """What of a hand-over goes on paper or by mail."""
        from spinnenweb.services.handover_letters import HandoverLetterService

        opened = self._opened
        return HandoverLetterService(opened.database, self.catalogue, self.clock, self.guard, self.audit.noted)

    @cached_property
    def letters_along(self) -> LettersAlong:
        """The same while the resident looks along."""
        from spinnenweb.services.letters_along import LettersAlong

        opened = self._opened
        return LettersAlong(opened.database, self.catalogue, self.clock, self.guard, self.audit.noted)

    @cached_property
    def signals(self) -> SignalService:
        """What became of early signals."""
        from spinnenweb.services.signals import SignalService

        return SignalService(self._opened.database, self.clock, self._opened.ids)

    @cached_property
    def proposals(self) -> ProposalService:
        """What the social map has for a resident."""
        from spinnenweb.services.proposals import ProposalService

        opened = self._opened
        return ProposalService(opened.database, self.catalogue, self.clock, opened.ids, self.signals)

    @cached_property
    def vocabulary(self) -> VocabularyService:
        """Own words for themes and signals."""
        from spinnenweb.services.vocabulary import VocabularyService

        return VocabularyService(self._opened.database, self.catalogue, self.clock, self._opened.ids)

    @cached_property
    def themes_board(self) -> ThemesBoardService:
        """What is asked for set against what there is."""
        from spinnenweb.services.themes_board import ThemesBoardService

        return ThemesBoardService(self._opened.database, self.catalogue, self.clock, self.social_map)

    @property
    def disk_is_tight(self) -> bool:
        """Whether the disk was full and saving went well only because the ballast made room."""
        return self._opened.database.is_tight

    def set_passphrase(self, passphrase: str) -> None:
        """Let another passphrase open this vault from now on; see `KeyService.set_passphrase`."""
        self.keys.set_passphrase(passphrase)

    def new_emergency_key(self) -> str:
        """Make another emergency key, told once; see `KeyService.new_emergency_key`."""
        return self.keys.new_emergency_key()

    def close(self) -> None:
        """Close the file, wipe the keys and give the lock back. What follows on this object fails."""
        self.bin.tidy_quietly()
        settle_series(self.folder, self._opened.database, self._opened.data_key)
        self.audit.closed()
        self._opened.database.close()
        wipe(self._opened.data_key)
        self._opened.lock.release()

    def _village_name(self, village_id: str) -> str:
        return next((village.name for village in self.residents.villages() if village.id == village_id), "")

    @property
    def _texts(self) -> Path:
        return self._opened.environment.resources / "texts"
