"""Everything the page of one resident shows, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.choices import AboutKind
from spinnenweb.domain.handovers import receivers_of
from spinnenweb.domain.residents import Consent, Purpose, Resident, Village, current_answers
from spinnenweb.domain.scoring import Score, ScoreState, Web

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.contacts import ShortContact
    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.goals import Goal, GoalStep, LookBack
    from spinnenweb.domain.handovers import Receiver
    from spinnenweb.domain.languages import Language
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.services.handovers import HandoverLine
    from spinnenweb.services.merging import Merged
    from spinnenweb.services.proposals import About, Wish
    from spinnenweb.services.signals import SignalLine
    from spinnenweb.services.workspace import Workspace

_EXCERPT = 90


@dataclass(frozen=True, slots=True)
class Talked:
    """A finished conversation with its web."""

    conversation: Conversation
    web: Web

    @property
    def has_web(self) -> bool:
        """Whether there is a mark to draw."""
        return any(value is not None for value in self.web.values)

    def score(self, code: str) -> Score:
        """What became of one dimension."""
        found = dict(zip(self.web.codes, self.web.scores, strict=True))
        return found.get(code, Score(None, ScoreState.EMPTY))


@dataclass(frozen=True, slots=True)
class Person:
    """A resident; `talks` newest first, `answers` those in force, `languages` those that are on."""

    resident: Resident
    villages: tuple[Village, ...]
    answers: dict[Purpose, Consent]
    talks: tuple[Talked, ...]
    drafts: tuple[Draft, ...]
    today: date
    catalogue: Catalogue
    languages: tuple[Language, ...] = ()
    goals: tuple[Goal, ...] = ()
    steps: tuple[GoalStep, ...] = ()
    look_backs: tuple[LookBack, ...] = ()
    housemates: tuple[Resident, ...] = ()
    merged: tuple[Merged, ...] = ()
    contacts: tuple[ShortContact, ...] = ()
    handovers: tuple[HandoverLine, ...] = ()
    signals: tuple[SignalLine, ...] = ()
    receivers: tuple[Receiver, ...] = ()
    wishes: tuple[Wish, ...] = ()

    def steps_of(self, goal_id: str | None) -> tuple[GoalStep, ...]:
        """The steps towards a goal, or those that stand on their own; newest first."""
        return tuple(step for step in self.steps if step.goal_id == goal_id)

    def looked_back_on(self, about: str) -> tuple[LookBack, ...]:
        """What was told about a goal or a step, newest first."""
        return tuple(told for told in self.look_backs if about in (told.goal_id, told.step_id))

    @property
    def village(self) -> str:
        """The name of the village, or an empty text."""
        found = (village.name for village in self.villages if village.id == self.resident.village_id)
        return next(found, "")

    @property
    def webs(self) -> tuple[Talked, ...]:
        """The talks that have a web, newest first."""
        return tuple(talk for talk in self.talks if talk.has_web)


def read_person(workspace: Workspace, resident_id: str) -> Person:
    """Read one resident, of a merged card the one it is shown under; `SpinnenwebError` `resident.gone`."""
    resident = workspace.residents.get(resident_id)
    resident_id = resident.id
    merged = workspace.merging.merges(resident_id)
    handovers = workspace.handovers.of(resident_id)
    own = {resident_id, *(one.other.id for one in merged)}
    talks = workspace.conversations.of(resident_id)
    return Person(
        resident=resident,
        villages=workspace.residents.villages(),
        answers=_answers(workspace, resident_id, handovers),
        talks=tuple(Talked(talk, workspace.conversations.web(talk)) for talk in talks),
        drafts=tuple(draft for draft in workspace.conversations.drafts() if draft.resident.id in own),
        today=workspace.clock.today(),
        catalogue=workspace.catalogue,
        languages=workspace.languages.offered(),
        goals=workspace.goals.of(resident_id),
        steps=workspace.goals.steps(resident_id),
        look_backs=workspace.goals.looked_back(resident_id),
        housemates=workspace.households.housemates(resident_id),
        merged=merged,
        contacts=workspace.contacts.of(resident_id),
        handovers=handovers,
        signals=workspace.signals.of(resident_id),
        receivers=receivers_of(workspace.residents.consents(resident_id)),
        wishes=() if resident.restricted else workspace.proposals.wishes(resident_id),
    )


def _answers(
    workspace: Workspace, resident_id: str, handovers: tuple[HandoverLine, ...]
) -> dict[Purpose, Consent]:
    """The answers in force. Sharing is asked per receiver: a yes that still runs goes before a later no."""
    said = workspace.residents.consents(resident_id)
    answers = current_answers(said)
    running = {line.handover.consent_id for line in handovers if line.may_share}
    shared = next((one for one in reversed(said) if one.id in running), None)
    return answers if shared is None else {**answers, Purpose.SHARE: shared}


def blank_person(workspace: Workspace) -> Person:
    """Someone who is not in the vault yet."""
    return Person(
        workspace.residents.blank(),
        workspace.residents.villages(),
        {},
        (),
        (),
        workspace.clock.today(),
        workspace.catalogue,
        workspace.languages.offered(),
    )


def excerpt(text: str) -> str:
    """The first words of a note, on one line."""
    line = " ".join(text.split())
    if len(line) <= _EXCERPT:
        return line
    return f"{line[:_EXCERPT].rsplit(' ', 1)[0]}…"


def name_of(about: About, person: Person, words: Wording) -> str:
    """What offers are looked for, in words: the goal, the step, the sign, or doing something for somebody."""
    said = {goal.id: goal.words for goal in person.goals} | {step.id: step.what for step in person.steps}
    if about.kind is AboutKind.SIGNAL:
        return words.say(f"signal.{about.code}")
    found = said.get(about.code, words.say(f"proposal.about.{about.kind.value}"))
    return found[:1].upper() + found[1:]
