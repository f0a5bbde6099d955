"""What was noticed and where people went in the example village: early signs, and tips that were given."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from spinnenweb.domain.handovers import Handover, HandoverState, Helped, Moment, WayOut
from spinnenweb.domain.map_filter import works_in

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.social_map import Offer
    from spinnenweb.services.demo_map import DemoMap

WITH_A_SIGN = 0.18
WITH_A_TIP = 0.35
ASKED_AFTER_DAYS = 42
"""After so long it was asked whether a tip helped."""
WELL_KNOWN = ("eenzaamheid", "mobiliteit", "leefstijl", "mantelzorg", "bijdragen")
"""Tips are given for these only: on the board the others are not used yet."""
_ANSWERS, _OFTEN = tuple(Helped), (5, 3, 1)


@dataclass(frozen=True, slots=True)
class Ways:
    """Invents them, with dice of its own so that the people stay who they are."""

    chance: random.Random
    ids: IdSource
    the_map: DemoMap
    signs: Mapping[str, tuple[str, ...]]
    today: date

    def noticed(self, talks: Sequence[Conversation]) -> list[Conversation]:
        """The same talks, some with an early sign that goes with their themes."""
        return [replace(talk, signals=self._signs(talk)) for talk in talks]

    def _signs(self, talk: Conversation) -> tuple[str, ...]:
        fitting = [sign for sign, themes in self.signs.items() if themes[0] in talk.themes]
        return tuple(sign for sign in fitting if self.chance.random() < WITH_A_SIGN)

    def tips(self, people: Mapping[str, Resident], talks: Sequence[Conversation]) -> Iterator[Handover]:
        """A tip after some last talks: somebody goes alone, so nothing was given about anybody."""
        last = {talk.resident_id: talk for talk in sorted(talks, key=lambda talk: talk.held_on)}
        for talk in last.values():
            fitting = list(self._fitting(people[talk.resident_id], talk))
            if fitting and self.chance.random() < WITH_A_TIP:
                yield self._tip(talk, self.chance.choice(fitting))

    def _fitting(self, resident: Resident, talk: Conversation) -> Iterator[Offer]:
        organisations = {one.id: one for one in self.the_map.organisations}
        wanted = set(talk.themes) & set(WELL_KNOWN)
        for offer in self.the_map.offers:
            near = resident.village_id in works_in(offer, organisations[offer.organisation_id])
            if near and offer.takes_people and wanted & set(offer.themes):
                yield offer

    def _tip(self, talk: Conversation, offer: Offer) -> Handover:
        given = _moment(HandoverState.PROPOSED, talk.held_on)
        tip = Handover(
            self.ids.new(),
            talk.resident_id,
            offer.id,
            offer.organisation_id,
            None,
            WayOut.ALONE,
            HandoverState.PROPOSED,
            history=(given,),
        )
        asked_on = talk.held_on + timedelta(days=ASKED_AFTER_DAYS)
        if asked_on > self.today:
            return tip
        helped = self.chance.choices(_ANSWERS, _OFTEN)[0]
        asked = _moment(HandoverState.HELPED, asked_on)
        return replace(tip, state=HandoverState.HELPED, helped=helped, history=(given, asked))


def _moment(state: HandoverState, day: date) -> Moment:
    return Moment(state, datetime.combine(day, time(12), tzinfo=UTC))
