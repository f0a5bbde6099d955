"""The breadcrumb of a conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from spinnenweb.ui.dates import full_day
from spinnenweb.ui.places import RESIDENT, RESIDENTS, Crumb, Place

if TYPE_CHECKING:
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.talk.talk import Talk

translate = QCoreApplication.translate


def trail(context: Context, talk: Talk) -> tuple[Crumb, ...]:
    """Inwoners › this resident › this conversation; only the last during a visit."""
    here = Crumb(translate("ConversationPage", "Gesprek {day}").format(day=_day_of(talk)))
    if context.visit.on or talk.draft.resident_is_new:
        return (Crumb(talk.name), here)
    resident = talk.draft.resident
    who = f"{resident.calling_name} ({resident.code})" if resident.calling_name else talk.name
    return (
        Crumb(context.words.say("nav.residents"), Place(RESIDENTS)),
        Crumb(who, Place(RESIDENT, record=resident.id)),
        here,
    )


def _day_of(talk: Talk) -> str:
    # without the year: a conversation in the making is one of these days
    return full_day(talk.draft.conversation.held_on).rsplit(" ", 1)[0]
