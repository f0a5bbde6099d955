"""Two hundred names and sentences that stand nowhere else: ten people, twenty places where one writes."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.conversations import Disagreement, Matter, Step
from spinnenweb.domain.goals import GoalState, GoalStep, LookBack
from spinnenweb.domain.handovers import FieldCode
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from tests.unit.services.rooms import answered

if TYPE_CHECKING:
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.workspace import Workspace

PEOPLE = 10
NAMES = ("calling_name", "former_name", "alias", "receiver")
SENTENCES = (
    *("note", "axis_note", "noticed", "gift", "matter", "step", "when", "with_whom", "other_step", "goal"),
    *("agenda", "disagreement", "draft", "reason", "later_note", "told"),
)
PLACES = (*NAMES, *SENTENCES)
_SYLLABLES = (
    "wy",
    "bra",
    "zo",
    "kja",
    "mup",
    "tre",
    "fli",
    "dox",
    "gru",
    "hev",
    "jis",
    "lam",
    "nar",
    "pyt",
    "qua",
    "sko",
)


def mark(person: int, place: str) -> str:
    """The word by which a planted text is known; in no book and in no program."""
    digest = hashlib.sha256(f"{person} {place}".encode()).digest()
    return "zq" + "".join(_SYLLABLES[byte % len(_SYLLABLES)] for byte in digest[:6])


def words(person: int, place: str) -> str:
    """A planted name, or a sentence around its word."""
    word = mark(person, place)
    return word.capitalize() if place in NAMES else f"Vertelt over {word} en de klaverjasclub"


MARKS = tuple(mark(person, place) for person in range(PEOPLE) for place in PLACES)


def write_about(workspace: Workspace, person: int, today: date) -> Resident:
    """Write at all places about somebody who is new."""
    named = replace(workspace.residents.blank(), calling_name=words(person, "former_name"))
    workspace.residents.add(named)
    return write_on(workspace, workspace.residents.get(named.id), person, today)


def write_on(workspace: Workspace, resident: Resident, person: int, today: date) -> Resident:
    """Write at all places about somebody who is on file, and give them their second name."""
    workspace.residents.change(replace(resident, calling_name=words(person, "calling_name")))
    who = workspace.residents.get(resident.id)
    _talk(workspace, who, person, today)
    _follow_up(workspace, who, person, today)
    other = replace(workspace.residents.blank(), calling_name=words(person, "alias"))
    workspace.residents.add(other)
    workspace.merging.merge(who.id, other.id)
    receiver = words(person, "receiver")
    workspace.residents.say(who.id, Purpose.SHARE, ConsentAnswer.YES, receiver=receiver, fields=(FieldCode.NAME,))
    workspace.retention.keep(who.id, words(person, "reason"), today + timedelta(days=30))
    draft = workspace.conversations.begin(who)
    half = replace(draft.conversation, note=words(person, "draft"))
    workspace.conversations.save_draft(replace(draft, conversation=half))
    return who


def _talk(workspace: Workspace, who: Resident, person: int, today: date) -> None:
    draft = workspace.conversations.begin(who, held_on=today)
    said = replace(
        draft.conversation,
        note=words(person, "note"),
        noticed=words(person, "noticed"),
        gift=words(person, "gift"),
        matters=(Matter(words=words(person, "matter")),),
        step=Step(words(person, "step"), words(person, "when"), words(person, "with_whom")),
        disagreements=(Disagreement("LF", words(person, "disagreement")),),
    )
    # an unfinished talk lies in the file first, as on any afternoon
    workspace.conversations.save_draft(replace(draft, conversation=said))
    done = workspace.conversations.finish(answered(replace(draft, conversation=said))).conversation
    first, *others = done.dimensions
    noted = (replace(first, note=words(person, "axis_note")), *others)
    workspace.conversations.correct(replace(done, dimensions=noted, note=words(person, "later_note")))
    workspace.conversations.correct(replace(done, dimensions=noted, note=words(person, "note")))


def _follow_up(workspace: Workspace, who: Resident, person: int, today: date) -> None:
    workspace.goals.add_goal(who.id, words(person, "goal"))
    workspace.goals.add_step(GoalStep("", who.id, what=words(person, "other_step"), made_on=today, due=today))
    step = workspace.goals.open_steps(who.id)[-1]
    told = words(person, "told")
    workspace.goals.look_back(LookBack("", who.id, step.id, None, None, today, GoalState.DONE, told))
    promised = FollowUp("", FollowUpKind.OTHER, who.id, who.id, words(person, "agenda"), today)
    workspace.agenda.add(promised)
