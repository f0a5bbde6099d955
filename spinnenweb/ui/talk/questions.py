"""The permission questions in the resident's words, filled in truthfully."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.residents import Purpose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spinnenweb.domain.settings import WorkSettings
    from spinnenweb.domain.wording import ResidentTexts
    from spinnenweb.ui.talk.talk import Talk

QUESTIONS: Mapping[Purpose, str] = {
    Purpose.RECORD: "consent.record",
    Purpose.COUNT: "consent.count",
    Purpose.CONTACT: "consent.contact",
}


def intro(texts: ResidentTexts, count: int) -> str:
    """How many questions there are, at least one."""
    return texts.say("consent.intro_one") if count == 1 else texts.say("consent.intro", n=count)


def asked(texts: ResidentTexts, key: str, talk: Talk) -> str:
    """A question in one language, with who will read what is kept and which area it counts for."""
    village = talk.village or texts.say("consent.village_none")
    return texts.say(key, readers=readers(texts, talk.settings), village=village)


def readers(texts: ResidentTexts, settings: WorkSettings) -> str:
    """Who will be able to read it, as far as the settings know."""
    if settings.worker and settings.organisation:
        return texts.say("consent.reader_of", worker=settings.worker, organisation=settings.organisation)
    return settings.worker or texts.say("consent.reader_me")
