"""The board of themes for the worker's own eyes: exact numbers from the vault, which are never given out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from spinnenweb.domain.map_filter import MapFilter
from spinnenweb.domain.social_map import OfferKind
from spinnenweb.domain.theme_board import ALL, Board, Cell, Counted, make_board
from spinnenweb.domain.themes import GIFT
from spinnenweb.domain.vocabulary import WordKind

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.clock import Clock
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.services.map_records import OfferLine
    from spinnenweb.services.social_map import SocialMapService
    from spinnenweb.storage.database import Database

A_YEAR = 365
"""Days that count when not everything does."""


@dataclass(frozen=True, slots=True)
class ThemeCard:
    """One theme in a village, or in all of them: its numbers, what there is to do, who means to take it up.

    `unused` are the ids of offers that are asked for where they are, and to which nobody was pointed.
    """

    cell: Cell
    offers: tuple[OfferLine, ...]
    unused: frozenset[str] = frozenset()


class ThemesBoardService:
    """Reads; writes nothing."""

    def __init__(
        self, database: Database, catalogue: Catalogue, clock: Clock, social_map: SocialMapService
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._clock = clock
        self._map = social_map

    @property
    def signs(self) -> dict[str, tuple[str, ...]]:
        """Under which themes an early sign counts: those it is connected with that are still used.

        What was noted with a sign of none stands beside the board, and counts under no theme.
        """
        used = {theme.code for theme in self._catalogue.themes}
        found = {code: self._catalogue.themes_of_sign(code) for code in self._catalogue.all_codes(WordKind.SIGNAL)}
        return {code: tuple(theme for theme in themes if theme in used) for code, themes in found.items()}

    def since(self, *, everything: bool) -> date | None:
        """From which day on it counts: a year back, or `None`."""
        return None if everything else self._clock.today() - timedelta(days=A_YEAR)

    def board(self, *, everything: bool = False) -> Board:
        """Demand against supply, of the last year unless `everything`.

        Themes that are no longer used stand there as long as they count.
        """
        since, today = self.since(everything=everything), self._clock.today()
        proposed_by = {theme.code: theme.proposed_by for theme in self._catalogue.themes}
        with self._database.reading() as work:
            villages = tuple(village.id for village in work.villages.all())
            store = work.board
            asked = store.asked(since, proposed_by, self.signs)
            counted = Counted(asked.demand, store.supply(today), store.passed_on(since), store.partners())
            return make_board(villages, self._themes(counted), counted, asked.signals, store.quiet(since))

    def supply(self) -> Board:
        """The board with only what the social map holds: nothing of any resident was read for it."""
        with self._database.reading() as work:
            villages = tuple(village.id for village in work.villages.all())
            there = Counted(supply=work.board.supply(self._clock.today()), partners=work.board.partners())
            return make_board(villages, self._themes(there), there)

    def _themes(self, counted: Counted) -> tuple[str, ...]:
        used = {theme.code for theme in self._catalogue.themes}
        still = {theme for _, theme in (*counted.demand, *counted.supply)}
        return tuple(theme.code for theme in self._catalogue.all_themes if theme.code in used | still)

    def theme(self, code: str, village_id: str = ALL, *, everything: bool = False) -> ThemeCard:
        """One theme with its offers, by organisation; nothing of a resident but the numbers."""
        board = self.board(everything=everything)
        found = self._lines(MapFilter(theme=code, running=True))
        lines = [line for line in found if line.offer.kind is not OfferKind.SEEKS]
        if code == GIFT:
            lines += self._lines(MapFilter(kind=OfferKind.SEEKS, running=True))
        here = (line for line in lines if village_id == ALL or village_id in (line.village_ids or (village_id,)))
        unused = frozenset(offer.id for offer in board.unused())
        return ThemeCard(board.cell(village_id, code), tuple(here), unused)

    def _lines(self, wanted: MapFilter) -> tuple[OfferLine, ...]:
        return self._map.offer_lines(self._map.find_offers(wanted))
