"""What can be written around the marks: how a step went, signals, how the talk began, another view.

Pure functions from draft to draft, as in `edits`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.conversations import LONGEST_LINE, VIA_SELF, Disagreement
from spinnenweb.domain.goals import LookBack
from spinnenweb.domain.text_rules import clean_line

if TYPE_CHECKING:
    from spinnenweb.domain.choices import HelpAnswer
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.goals import GoalState, GoalStep


def with_look_back(draft: Draft, step: GoalStep, state: GoalState | None, words: str = "") -> Draft:
    """How a step went; `None` takes it away. It is kept only when the conversation is. Raises `text.*`."""
    others = tuple(told for told in draft.look_backs if told.step_id != step.id)
    if state is None:
        return replace(draft, look_backs=others)
    clean_line(words, LONGEST_LINE, "look_back")
    talk = draft.conversation
    told = LookBack("", step.resident_id, step.id, None, talk.id, talk.held_on, state, words)
    return replace(draft, look_backs=(*others, told))


def with_signal(draft: Draft, code: str, on: bool) -> Draft:
    """Whether the worker saw an early sign, which the resident knows of."""
    talk = draft.conversation
    others = tuple(old for old in talk.signals if old != code)
    return replace(draft, conversation=replace(talk, signals=(*others, code) if on else others))


def with_via(draft: Draft, via: str) -> Draft:
    """Through whom the talk came about. A yes to telling one person is no yes to telling another."""
    talk = draft.conversation
    same = via == talk.via
    return replace(draft, conversation=replace(talk, via=via, tell_back=talk.tell_back and same))


def with_tell_back(draft: Draft, yes: bool) -> Draft:
    """The resident's yes to telling them how it went; there must be someone to tell."""
    talk = draft.conversation
    someone = talk.via not in ("", VIA_SELF)
    return replace(draft, conversation=replace(talk, tell_back=yes and someone))


def with_disagreement(draft: Draft, code: str, words: str) -> Draft:
    """How the worker sees a subject; the mark stays as the resident gave it. Raises `text.*`."""
    talk = draft.conversation
    said = clean_line(words, LONGEST_LINE, "disagreement")
    others = tuple(one for one in talk.disagreements if one.code != code)
    kept = (*others, Disagreement(code, said)) if said else others
    return replace(draft, conversation=replace(talk, disagreements=kept))


def with_help(draft: Draft, told: HelpAnswer, on: bool = True) -> Draft:
    """What was said about an offer, in place of what was said before; off takes it away. Raises `text.*`."""
    clean_line(told.reason, LONGEST_LINE, "proposal_reason")
    others = tuple(one for one in draft.helps if one.offer_id != told.offer_id)
    return replace(draft, helps=(*others, told) if on else others)
