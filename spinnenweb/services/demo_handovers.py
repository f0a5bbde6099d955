"""The hand-overs of the example village, written by the services themselves on the days they happen."""

from __future__ import annotations

import tomllib
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle
from typing import TYPE_CHECKING, Any

from spinnenweb.domain.choices import AboutKind
from spinnenweb.domain.clock import Clock
from spinnenweb.domain.handovers import FieldCode, HandoverState, Helped, WayOut
from spinnenweb.domain.map_filter import works_in
from spinnenweb.domain.signals import SignalState
from spinnenweb.services.handovers import HandoverService
from spinnenweb.services.proposal_records import About
from spinnenweb.services.proposals import ProposalService
from spinnenweb.services.signals import SignalService
from spinnenweb.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.social_map import Offer
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.services.demo_map import DemoMap
    from spinnenweb.storage.unit_of_work import UnitOfWork

MOST_SIGNS, MOST_DECLINED = 9, 6
TOLD_AFTER_DAYS = 6
"""So long after a sign was noted it was looked at again."""
_NOON = time(12)


@dataclass(frozen=True, slots=True)
class Story:
    """One hand-over: `days` says how many days ago it came where, `until` how many days from today it may run."""

    offer: str
    way: WayOut
    days: Mapping[HandoverState, int]
    fields: tuple[FieldCode, ...] = ()
    words: str = ""
    until: int = 0
    helped: Helped | None = None
    reason: str = ""

    @property
    def begun(self) -> int:
        """How many days ago it began."""
        return self.days[HandoverState.PROPOSED]


@dataclass(frozen=True, slots=True)
class Stories:
    """All of them, what became of signs in turn, and why proposals did not fit in turn."""

    handovers: tuple[Story, ...]
    signs: tuple[tuple[SignalState, str], ...]
    declined: tuple[str, ...]


def read_stories(path: Path) -> Stories:
    """The stories of `resources/demo/overdrachten.toml`."""
    raw = tomllib.loads(path.read_text("utf-8"))
    return Stories(
        tuple(_story(one) for one in raw["handover"]),
        tuple((SignalState(one["state"]), str(one["words"])) for one in raw["signal"]),
        tuple(map(str, raw["declined"]["reasons"])),
    )


def _story(raw: Mapping[str, Any]) -> Story:
    return Story(
        offer=raw["offer"],
        way=WayOut(raw["way"]),
        days={HandoverState(state): days for state, days in raw["days"].items()},
        fields=tuple(FieldCode(code) for code in raw.get("fields", ())),
        words=raw.get("words", ""),
        until=raw.get("until", 0),
        helped=Helped(raw["helped"]) if "helped" in raw else None,
        reason=raw.get("reason", ""),
    )


@dataclass(frozen=True, slots=True)
class Told:
    """A story of somebody in the village."""

    story: Story
    resident: Resident
    offer: Offer
    talk: Conversation


class AtOnce(Database):
    """The database inside one unit of work: what services write one after the other is kept all at once.

    A hundred separate writes would each wait for the disk.
    """

    def __init__(self, work: UnitOfWork) -> None:
        # nothing is opened here: the file and its key stay with whoever opened the unit of work
        self._work = work

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """The unit of work."""
        yield self._work

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """The unit of work, with what was written in it before."""
        yield self._work


@dataclass(frozen=True, slots=True)
class Desk:
    """The services as they were on any day."""

    database: Database
    catalogue: Catalogue
    ids: IdSource
    texts: Path
    today: date

    def handovers(self, day: date) -> HandoverService:
        """Hand-overs on a day."""
        return HandoverService(self.database, _at(day), self.ids, self.texts)

    def signals(self, day: date) -> SignalService:
        """Signs on a day."""
        return SignalService(self.database, _at(day), self.ids)

    def proposals(self, day: date) -> ProposalService:
        """Proposals on a day."""
        return ProposalService(self.database, self.catalogue, _at(day), self.ids, self.signals(day))


@dataclass(frozen=True, slots=True)
class Doing:
    """Writes everything down, day after day; `begun` holds the ids of hand-overs by their place in the list."""

    desk: Desk
    begun: dict[int, str] = field(default_factory=dict)

    def tell(self, stories: Sequence[Told]) -> None:
        """Write these hand-overs, each step on its own day."""
        steps = [
            (days, number, list(HandoverState).index(state), state)
            for number, told in enumerate(stories)
            for state, days in told.story.days.items()
        ]
        for days, number, _, state in sorted(steps, key=lambda step: (-step[0], step[1], step[2])):
            self._step(number, stories[number], state, self.desk.today - timedelta(days=days))

    def _step(self, number: int, told: Told, state: HandoverState, day: date) -> None:
        service, story = self.desk.handovers(day), told.story
        if state is HandoverState.PROPOSED:
            self._choose(told, day)
            self.begun[number] = service.begin(told.resident.id, told.offer.id, story.way, story.words).handover_id
        elif state is HandoverState.AGREED:
            until = self.desk.today + timedelta(days=story.until)
            service.agree(self.begun[number], story.fields, until, story.words)
        elif state is HandoverState.WITHDRAWN:
            service.withdraw(self.begun[number])
        elif story.helped is not None and state is HandoverState.HELPED:
            service.tell_helped(self.begun[number], story.helped)
        else:
            ends = state in (HandoverState.NOT_FITTING, HandoverState.STOPPED)
            service.move(self.begun[number], state, story.reason if ends else "")

    def _choose(self, told: Told, day: date) -> None:
        shared = [theme for theme in told.talk.themes if theme in told.offer.themes]
        if shared:
            about = About(AboutKind.THEME, shared[0])
            self.desk.proposals(day).choose(told.resident.id, told.offer.id, about)

    def decline(self, stories: Sequence[Told], reasons: Sequence[str]) -> None:
        """Of some, the last of what was proposed beside what they chose did not fit."""
        for told, reason in zip(stories[:MOST_DECLINED], cycle(reasons)):
            shared = [theme for theme in told.talk.themes if theme in told.offer.themes]
            if not shared:
                continue
            about = About(AboutKind.THEME, shared[0])
            proposals = self.desk.proposals(self.desk.today - timedelta(days=told.story.begun))
            offered = [line.proposal.offer.id for line in proposals.of(told.resident.id, about).lines]
            others = [one for one in offered if one != told.offer.id]
            if others:
                proposals.decline(told.resident.id, others[-1], about, reason)

    def follow_signs(self, talks: Sequence[Conversation], turns: Sequence[tuple[SignalState, str]]) -> None:
        """What became of signs of the last talks; what was noted only just now is not followed yet."""
        newest = {talk.resident_id: talk for talk in sorted(talks, key=lambda talk: talk.held_on)}
        last_day = self.desk.today - timedelta(days=TOLD_AFTER_DAYS)
        noted = [talk for talk in newest.values() if talk.signals and talk.held_on <= last_day]
        for talk, (state, words) in zip(noted[-MOST_SIGNS:], cycle(turns)):
            day = talk.held_on + timedelta(days=TOLD_AFTER_DAYS)
            self.desk.signals(day).tell(talk.resident_id, talk.signals[0], state, words)


def cast(
    stories: Sequence[Story],
    people: Sequence[Resident],
    talks: Sequence[Conversation],
    the_map: DemoMap,
    today: date,
) -> Iterator[Told]:
    """Who lives which story: somebody who was spoken with shortly before, and whom the place suits.

    A story nobody can live is left out. Nobody gets two.
    """
    offers = {offer.name: offer for offer in the_map.offers}
    organisations = {one.id: one for one in the_map.organisations}
    by_id = {one.id: one for one in people}
    taken: set[str] = set()
    for story in stories:
        offer, begun = offers[story.offer], today - timedelta(days=story.begun)
        places = works_in(offer, organisations[offer.organisation_id])
        fitting = [
            talk
            for talk in talks
            if talk.held_on <= begun
            and talk.resident_id not in taken
            and by_id[talk.resident_id].village_id in places
        ]
        # who spoke of it goes first, then who was spoken with last; the code decides between equals
        fitting.sort(key=lambda talk: (not set(talk.themes) & set(offer.themes), begun - talk.held_on))
        if fitting:
            resident = by_id[fitting[0].resident_id]
            taken.add(resident.id)
            yield Told(story, resident, offer, fitting[0])


def _at(day: date) -> Clock:
    moment = datetime.combine(day, _NOON, UTC)
    return Clock(lambda: moment)
