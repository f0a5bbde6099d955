"""Why an offer fits, and what to know before going, in the worker's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.map_schedule import said_when, slot_words
from spinnenweb.domain.proposals import Why

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spinnenweb.domain.proposals import Reason
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.proposal_records import ProposalLine

_NAMED = {Why.THEME: "theme.{}", Why.DIMENSION: "label.{}"}
_SPOKEN = frozenset({Why.LANGUAGE, Why.OTHER_LANGUAGE})


def why_words(words: Wording, line: ProposalLine, village: str) -> str:
    """Everything that speaks for it, as one line; `village` is the name of the resident's."""
    return _joined(_said(words, reason, village) for reason in line.proposal.reasons)


def caution_words(words: Wording, line: ProposalLine) -> str:
    """Everything to know before going, as one line; empty when there is nothing."""
    return _joined(_said(words, reason, "") for reason in line.proposal.cautions)


def where_when_words(words: Wording, line: ProposalLine) -> str:
    """Whose it is, where and when."""
    offer = line.proposal.offer
    when = said_when(offer, slot_words(words))
    place = offer.where.name or offer.where.town or ", ".join(line.villages)
    return " · ".join(dict.fromkeys(part for part in (line.organisation.name, place, when) if part))


def _said(words: Wording, reason: Reason, village: str) -> str:
    return words.say(f"proposal.why.{reason.why.value}", name=_name(words, reason, village))


def _name(words: Wording, reason: Reason, village: str) -> str:
    if reason.why is Why.VILLAGE:
        return village
    if reason.why in _SPOKEN:
        keys = (f"language.{reason.value}", f"map.language.{reason.value}")
        return next((words.say(key) for key in keys if words.has(key)), reason.value)
    key = _NAMED.get(reason.why, "").format(reason.value)
    return _inside(words.say(key)) if words.has(key) else reason.value


def _inside(name: str) -> str:
    """A heading in the middle of a sentence; what is all capitals, such as AOW, stays so."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _joined(parts: Iterable[str]) -> str:
    line = ", ".join(part for part in parts if part)
    return line[:1].upper() + line[1:]
