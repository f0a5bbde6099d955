"""What a village asks for set against what there is: one verdict for every village and theme.

The rules are ours (reference/domain.md 2.2, point 7: count what was talked of, and which need had no offer). They
compare numbers of people with numbers of offers, never marks, and they rank no villages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ALL = "*"
"""All villages together, with the residents and the offers that have none."""
EVERYWHERE = ""
"""What has no village."""
MUCH = 5
"""From so many residents on a theme is much asked for."""
PEOPLE_PER_OFFER = 5
"""With more residents than this for each offer that takes people there is little to find."""
SHARED_BY = 2
"""From so many organisations on a theme is shared."""


class Verdict(StrEnum):
    """What stands out; shown as a word and a pattern, never as a colour alone."""

    LITTLE = "weinig"
    UNUSED = "niet-gebruikt"
    FITS = "past"
    UNHEARD = "niemand"
    QUIET = "stil"


@dataclass(frozen=True, slots=True)
class Demand:
    """Residents who ask for a theme, each counted once.

    `people` in all, `signalled` with an early sign of it and `goals` with a goal that stands. `loose` are short
    contacts about it without a card, which are no residents.
    """

    people: int = 0
    signalled: int = 0
    goals: int = 0
    loose: int = 0

    def __add__(self, other: Demand) -> Demand:
        return Demand(
            self.people + other.people,
            self.signalled + other.signalled,
            self.goals + other.goals,
            self.loose + other.loose,
        )


@dataclass(frozen=True, slots=True)
class Supply:
    """Offers that run.

    `takes` of them can take people (`waiting` with a waiting list), `informal` are not formal, `unsure` were
    checked too long ago or never.
    """

    offers: int = 0
    takes: int = 0
    waiting: int = 0
    informal: int = 0
    unsure: int = 0

    def __add__(self, other: Supply) -> Supply:
        return Supply(
            self.offers + other.offers,
            self.takes + other.takes,
            self.waiting + other.waiting,
            self.informal + other.informal,
            self.unsure + other.unsure,
        )


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation on a theme: it `does` something there, or `means` to take it up, or both."""

    id: str
    name: str
    does: bool = False
    means: bool = False


@dataclass(frozen=True, slots=True)
class QuietOffer:
    """An offer that takes people and to which nobody was pointed. `village_ids` empty means everywhere."""

    id: str
    name: str
    organisation_id: str
    organisation: str
    village_ids: tuple[str, ...]
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignalCount:
    """Residents for whom a sign was noted in a village, and for how many of them nothing was done since."""

    village_id: str
    signal: str
    people: int
    open: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One theme in one village; `passed_on` counts residents who were pointed to an offer of it."""

    village_id: str
    theme: str
    demand: Demand = Demand()
    supply: Supply = Supply()
    passed_on: int = 0
    partners: tuple[Partner, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """What stands out here."""
        return verdict(self.demand.people, self.supply.takes, self.passed_on)

    @property
    def meaning(self) -> tuple[Partner, ...]:
        """The organisations that mean to take it up."""
        return tuple(one for one in self.partners if one.means)


@dataclass(frozen=True, slots=True)
class Counted:
    """What the file holds, by village and theme; `EVERYWHERE` is what has no village, `ALL` everything."""

    demand: Mapping[tuple[str, str], Demand] = field(default_factory=dict)
    supply: Mapping[tuple[str, str], Supply] = field(default_factory=dict)
    passed_on: Mapping[tuple[str, str], int] = field(default_factory=dict)
    partners: Mapping[tuple[str, str], tuple[Partner, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Board:
    """The whole board: a cell for every village and theme, in the order of both, and `ALL` last."""

    villages: tuple[str, ...]
    themes: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    signals: tuple[SignalCount, ...] = ()
    quiet: tuple[QuietOffer, ...] = ()

    def cell(self, village_id: str, theme: str) -> Cell:
        """One cell; an empty one when nothing is known."""
        return self.cells.get((village_id, theme)) or Cell(village_id, theme)

    def standing_out(self, wanted: Verdict) -> tuple[Cell, ...]:
        """The villages and themes with a verdict, the most asked for first, then in the order of the board."""
        places = [self.cell(village, theme) for theme in self.themes for village in self.villages]
        found = [cell for cell in places if cell.verdict is wanted]
        return tuple(sorted(found, key=lambda cell: (-cell.demand.people, -cell.supply.takes)))

    def shared(self) -> tuple[Cell, ...]:
        """The themes on which several organisations are, over all villages; the most asked for first."""
        found = [self.cell(ALL, theme) for theme in self.themes]
        together = [cell for cell in found if len(cell.partners) >= SHARED_BY]
        return tuple(sorted(together, key=lambda cell: (-cell.demand.people, -len(cell.partners))))

    def unheard(self) -> tuple[QuietOffer, ...]:
        """The offers of which nobody asked for any theme where they are."""
        return tuple(offer for offer in self.quiet if not self._asked(offer))

    def unused(self) -> tuple[QuietOffer, ...]:
        """The offers that are asked for where they are, and to which nobody was pointed."""
        return tuple(offer for offer in self.quiet if self._asked(offer))

    def _asked(self, offer: QuietOffer) -> bool:
        return any(
            self.cell(village, theme).demand.people
            for village in offer.village_ids or (ALL,)
            for theme in offer.themes
        )

    @property
    def empty(self) -> bool:
        """Whether nobody asked anything and there is nothing to do."""
        return all(cell.verdict is Verdict.QUIET and not cell.partners for cell in self.cells.values())


def verdict(people: int, takes: int, passed_on: int) -> Verdict:
    """What stands out where `people` ask, `takes` offers can take them and `passed_on` were pointed there.

    Little to find: asked, and nothing takes people, or much asked (`MUCH`) with more than `PEOPLE_PER_OFFER`
    residents for each offer. Not used: it fits, and nobody was pointed there. Nobody hears of it: there is
    something, and nobody asked nor was pointed there.
    """
    if people and (not takes or (people >= MUCH and people > PEOPLE_PER_OFFER * takes)):
        return Verdict.LITTLE
    if not takes:
        return Verdict.QUIET
    if passed_on:
        return Verdict.FITS
    return Verdict.UNUSED if people else Verdict.UNHEARD


def make_board(
    villages: Iterable[str],
    themes: Iterable[str],
    counted: Counted,
    signals: Iterable[SignalCount] = (),
    quiet: Iterable[QuietOffer] = (),
) -> Board:
    """Set demand against supply; what is there for everywhere is there for each village."""
    places, subjects = tuple(villages), tuple(themes)
    cells = {(village, theme): _cell(village, theme, counted) for village in (*places, ALL) for theme in subjects}
    return Board(places, subjects, cells, tuple(signals), tuple(quiet))


def _cell(village: str, theme: str, counted: Counted) -> Cell:
    here, wide = (village, theme), (EVERYWHERE, theme)
    supply, partners = counted.supply.get(here, Supply()), counted.partners.get(here, ())
    if village != ALL:
        supply += counted.supply.get(wide, Supply())
        partners = _together(partners, counted.partners.get(wide, ()))
    demand = counted.demand.get(here, Demand())
    return Cell(village, theme, demand, supply, counted.passed_on.get(here, 0), partners)


def _together(some: tuple[Partner, ...], others: tuple[Partner, ...]) -> tuple[Partner, ...]:
    """Each organisation once, by name."""
    found = {one.id: one for one in some}
    for one in others:
        known = found.get(one.id, one)
        found[one.id] = Partner(one.id, one.name, known.does or one.does, known.means or one.means)
    return tuple(sorted(found.values(), key=lambda one: (one.name.casefold(), one.id)))
