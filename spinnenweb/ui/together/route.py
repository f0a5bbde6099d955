"""Which screens there are, in which order, and where in a draft it is kept where two people are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.conversations import WantsChange
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.ui.talk.asked import asks_something

if TYPE_CHECKING:
    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.drafts import Draft

WELCOME = "welcome"
WHERE = "where"
SUBJECT = "subject"
LOOK = "look"
MATTERS = "matters"
GIVE = "give"
CHANGE = "change"
STEP = "step"
STEP_WHEN = "step-when"
STEP_SURE = "step-sure"
THEMES = "themes"
HELPS = "helps"
AGAIN = "again"
MAY_RECORD = "may-record"
MAY_COUNT = "may-count"
MAY_CONTACT = "may-contact"
HOME = "home"
THANKS = "thanks"

MAY = {Purpose.RECORD: MAY_RECORD, Purpose.COUNT: MAY_COUNT, Purpose.CONTACT: MAY_CONTACT}
AT_THE_END = (MAY_RECORD, MAY_COUNT, MAY_CONTACT, HOME, THANKS)
"""From here on the worker's screen opens at its own end too."""
_PAGE = "together:"


@dataclass(frozen=True, slots=True)
class Stop:
    """A screen; `code` is the subject it is about, or empty."""

    name: str
    code: str = ""


def stops(draft: Draft, codes: tuple[str, ...]) -> tuple[Stop, ...]:
    """All screens of a conversation as it stands; `codes` are its subjects in axis order."""
    return (
        Stop(WELCOME),
        Stop(WHERE),
        *(Stop(SUBJECT, code) for code in subjects(draft.conversation, codes)),
        *(Stop(name) for name in (LOOK, MATTERS, GIVE, CHANGE)),
        *(Stop(name) for name in _steps(draft.conversation)),
        Stop(THEMES),
        *_helps(draft.conversation),
        Stop(AGAIN),
        *(Stop(MAY[purpose]) for purpose in asked(draft)),
        Stop(HOME),
        Stop(THANKS),
    )


def subjects(conversation: Conversation, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The subjects as the resident pointed at them, then the others clockwise from the last."""
    pointed = tuple(code for code in conversation.order if code in codes)
    start = codes.index(pointed[-1]) if pointed else 0
    return (*pointed, *(code for code in codes[start:] + codes[:start] if code not in pointed))


def _steps(conversation: Conversation) -> tuple[str, ...]:
    # a step is spoken about only with someone who wants something to change
    if conversation.wants_change is not WantsChange.YES:
        return ()
    return (STEP, STEP_WHEN, STEP_SURE) if conversation.step.what.strip() else (STEP,)


def _helps(conversation: Conversation) -> tuple[Stop, ...]:
    # without a word about it there is nothing to look for
    return (Stop(HELPS),) if asks_something(conversation) else ()


def asked(draft: Draft) -> tuple[Purpose, ...]:
    """The permissions that are asked: after a no to keeping nothing can count along."""
    if draft.answers.get(Purpose.RECORD) is not ConsentAnswer.NO:
        return (Purpose.RECORD, Purpose.COUNT, Purpose.CONTACT)
    # of someone new nothing is kept then, not even an answer
    return (Purpose.RECORD,) if draft.resident_is_new else (Purpose.RECORD, Purpose.CONTACT)


def after(all_: tuple[Stop, ...], here: Stop) -> Stop | None:
    """The screen that follows, or `None` after the last."""
    at = _index(all_, here) + 1
    return all_[at] if at < len(all_) else None


def before(all_: tuple[Stop, ...], here: Stop) -> Stop | None:
    """The screen before, or `None` at the first."""
    at = _index(all_, here)
    return all_[at - 1] if at else None


def _index(all_: tuple[Stop, ...], here: Stop) -> int:
    return all_.index(here) if here in all_ else 0


def page_of(stop: Stop) -> str:
    """What `Draft.page` says of a screen; the subject stands in `Draft.question`."""
    return _PAGE + stop.name


def stop_of(draft: Draft, codes: tuple[str, ...]) -> Stop | None:
    """The screen a draft was left at, or `None` when that was the worker's own."""
    if not draft.page.startswith(_PAGE):
        return None
    name = draft.page.removeprefix(_PAGE)
    found = Stop(name, draft.question if name == SUBJECT else "")
    return found if found in stops(draft, codes) else Stop(WELCOME)
