"""The counts behind the board of themes, each made by one GROUP BY.

A resident counts once, under the card their cards were merged into. Who is in the bin or asked for restriction
counts nowhere. Of a talk count the themes that were chosen; where nobody was asked for themes, those that its
topics propose.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from spinnenweb.domain.handovers import HandoverState
from spinnenweb.domain.social_map import Capacity, OfferKind, OfferStatus
from spinnenweb.domain.theme_board import ALL, Demand, Partner, QuietOffer, SignalCount, Supply
from spinnenweb.domain.themes import GIFT
from spinnenweb.storage import board_queries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from sqlalchemy import Connection

_NAMES = {
    "seeks": OfferKind.SEEKS.value,
    "informal": OfferKind.INFORMAL.value,
    "residents": OfferKind.RESIDENTS.value,
    "giving": GIFT,
    "active": OfferStatus.ACTIVE.value,
    "full": Capacity.FULL.value,
    "waiting": Capacity.WAITING.value,
    "withdrawn": HandoverState.WITHDRAWN.value,
    "stopped": HandoverState.STOPPED.value,
    "all": ALL,
}


_THEME = "theme"


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks for what by village and theme, and the early signs that were noted."""

    demand: dict[tuple[str, str], Demand]
    signals: tuple[SignalCount, ...]


class BoardStore:
    """Reads; writes nothing. `since` leaves out what is older; `None` counts everything there is."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def asked(
        self, since: date | None, proposed_by: Mapping[str, Iterable[str]], signs: Mapping[str, Iterable[str]]
    ) -> Asked:
        """Who asks for what. `proposed_by` holds the topics that propose a theme, `signs` the themes of a sign."""
        topics = [(topic, theme) for theme, named in proposed_by.items() for topic in named]
        pairs = [(sign, theme) for sign, themes in signs.items() for theme in themes]
        given = {"topics": json.dumps(topics), "signs": json.dumps(pairs), "since": _day(since)}
        rows = self._rows(board_queries.ASKED, **given)
        found = {(row[1], row[2]): Demand(*row[3:]) for row in rows if row[0] == _THEME}
        for village, theme, loose in self._rows(board_queries.LOOSE, since=_day(since)):
            found[village, theme] = found.get((village, theme), Demand()) + Demand(loose=loose)
        signals = tuple(SignalCount(*row[1:5]) for row in rows if row[0] != _THEME)
        return Asked(_demand_of_all(found), signals)

    def supply(self, today: date) -> dict[tuple[str, str], Supply]:
        """What there is to do."""
        rows = self._rows(board_queries.SUPPLY, today=today.isoformat())
        return {(row[0], row[1]): Supply(*row[2:]) for row in rows}

    def partners(self) -> dict[tuple[str, str], tuple[Partner, ...]]:
        """Which organisations are on a theme."""
        found: dict[tuple[str, str], list[Partner]] = {}
        for village, theme, one, name, does, means in self._rows(board_queries.PARTNERS):
            found.setdefault((village, theme), []).append(Partner(one, name, bool(does), bool(means)))
        return {where: tuple(partners) for where, partners in found.items()}

    def passed_on(self, since: date | None) -> dict[tuple[str, str], int]:
        """How many residents were pointed to an offer, by hand-over or tip."""
        rows = self._rows(board_queries.PASSED_ON, since=_day(since))
        return _people_of_all({(village, theme): people for village, theme, people in rows})

    def quiet(self, since: date | None) -> tuple[QuietOffer, ...]:
        """The offers that take people and to which nobody was pointed, by name."""
        rows = self._rows(board_queries.QUIET, since=_day(since))
        lists = ((row, json.loads(row[4]), json.loads(row[5])) for row in rows)
        return tuple(
            QuietOffer(row[0], row[1], row[2], row[3], tuple(villages), tuple(themes))
            for row, villages, themes in lists
        )

    def _rows(self, query: str, **given: str) -> Sequence[Any]:
        known = {**_NAMES, **given}
        asked = text(query)
        wanted = {name: value for name, value in known.items() if name in asked.compile().params}
        return self._connection.execute(asked, wanted).all()


def _day(since: date | None) -> str:
    return "" if since is None else since.isoformat()


def _demand_of_all(found: Mapping[tuple[str, str], Demand]) -> dict[tuple[str, str], Demand]:
    """The same with all villages together: a resident lives in one of them or in none."""
    whole = dict(found)
    for (_, theme), demand in found.items():
        whole[ALL, theme] = whole.get((ALL, theme), Demand()) + demand
    return whole


def _people_of_all(found: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    whole = dict(found)
    for (_, theme), people in found.items():
        whole[ALL, theme] = whole.get((ALL, theme), 0) + people
    return whole
