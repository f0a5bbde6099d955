"""What this talk is about, as questions to the social map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.choices import AboutKind
from spinnenweb.domain.themes import GIFT
from spinnenweb.services.proposals import About

if TYPE_CHECKING:
    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.ui.talk.talk import Talk


def asked_in(talk: Talk) -> tuple[About, ...]:
    """What offers can be looked for: themes that were ticked, else that fit; what matters; signs; a gift."""
    said = talk.draft.conversation
    asked = [About(AboutKind.THEME, code) for code in said.themes or talk.proposed]
    asked += [About(AboutKind.TOPIC, matter.code) for matter in said.matters if matter.code]
    asked += [About(AboutKind.SIGNAL, code) for code in said.signals]
    if said.gift.strip():
        asked.append(About(AboutKind.GIFT, GIFT))
    return tuple(dict.fromkeys(asked))


def asked_together(talk: Talk) -> tuple[About, ...]:
    """The same for a resident who looks along: what was said in so many words, and what was agreed before.

    Nothing is asked of which only the worker thinks that it fits: themes that were not ticked, early signals.
    """
    said = talk.draft.conversation
    asked = [About(AboutKind.TOPIC, matter.code) for matter in said.matters if matter.code]
    asked += [About(AboutKind.THEME, code) for code in said.themes]
    asked += [About(AboutKind.STEP, step.id) for step in talk.open_steps]
    if said.gift.strip():
        asked.append(About(AboutKind.GIFT, GIFT))
    return tuple(dict.fromkeys(asked))


def asks_something(said: Conversation) -> bool:
    """Whether a talk says anything that offers can be looked for with."""
    return bool(said.themes or said.gift.strip() or any(matter.code for matter in said.matters))
