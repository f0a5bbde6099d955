"""An offer in the words of a resident: what it is, where, when, what it costs, how to join, and why it fits.

What the map says about a place is as it stands there, in Dutch; the words around it are the resident's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.domain.map_schedule import said_when
from spinnenweb.domain.proposals import Why
from spinnenweb.domain.social_map import Costs, Freshness, WayIn
from spinnenweb.domain.wording import Said

if TYPE_CHECKING:
    from spinnenweb.domain.map_schedule import SlotWords
    from spinnenweb.domain.social_map import Offer
    from spinnenweb.domain.wording import ResidentTexts, Spoken
    from spinnenweb.services.proposals import ProposalLine

LONGEST = 140
"""Signs of a description; the rest is for later."""
_WAYS_IN = {
    WayIn.WALK_IN: "help.walk_in",
    WayIn.CALL: "help.call_first",
    WayIn.SIGN_UP: "help.sign_up",
    WayIn.REFERRAL: "help.referral",
}
_COSTS = {Costs.FREE: "help.free", Costs.PAID: "help.paid"}
_FRESH = {
    Freshness.FRESH: "help.fresh",
    Freshness.AGING: "help.aging",
    Freshness.OLD: "help.old",
    Freshness.NEVER: "help.never",
}
_NAMED = {Why.THEME: "theme.{}", Why.DIMENSION: "label.{}"}
_SENTENCES = {
    Why.INFORMAL: "help.own_people",
    Why.NEIGHBOUR: "help.near",
    Why.WAITING: "help.waiting",
    Why.LANGUAGE: "help.spoken",
    Why.OTHER_LANGUAGE: "help.spoken_unknown",
}


@dataclass(frozen=True, slots=True)
class CardWords:
    """What stands on a card: its name, what there is to know, and why it fits; nothing for what is not known."""

    name: Said
    facts: tuple[Said, ...]
    why: tuple[Said, ...]


def card_words(spoken: Spoken, line: ProposalLine, slots: SlotWords) -> CardWords:
    """The words of a card; `slots` are the Dutch words for moments that return."""
    offer = line.proposal.offer
    facts = (
        Said(_short(offer.description)),
        _headed(spoken, "slip.where", _where(line)),
        _headed(spoken, "slip.when", said_when(offer, slots, ", ")),
        spoken.both(partial(_costs, offer=offer)),
        spoken.both(partial(_joining, line=line)),
        _headed(spoken, "slip.ask_for", _contact(line)),
    )
    why = (spoken.both(partial(_fits, line=line)), *_known(spoken, line))
    return CardWords(Said(offer.name), _said(facts), _said(why))


def freshness_said(spoken: Spoken, freshness: Freshness) -> Said:
    """How far what stands there can be trusted, in a sentence."""
    return spoken.say(_FRESH[freshness])


def _said(lines: tuple[Said, ...]) -> tuple[Said, ...]:
    return tuple(said for said in lines if said.text)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0]}…"


def _headed(spoken: Spoken, key: str, told: str) -> Said:
    return spoken.both(partial(_line, key=key, parts=("", told)))


def _line(texts: ResidentTexts, key: str, parts: tuple[str, ...]) -> str:
    """A heading with a word of the resident and what the map adds; nothing where there is neither."""
    code, *more = parts
    own = [texts.say(code)] if code else []
    told = ", ".join((*own, *(_as_it_stands(texts, part) for part in more if part.strip())))
    return f"{texts.say(key)}: {told}" if told else ""


def _as_it_stands(texts: ResidentTexts, told: str) -> str:
    # Dutch in a text from right to left keeps its own order
    return f"\u2068{told}\u2069" if texts.from_the_right else told


def _where(line: ProposalLine) -> str:
    offer, by = line.proposal.offer, line.organisation.name
    place = ", ".join(part for part in (offer.where.name, offer.where.street, offer.where.town) if part)
    named = {by.casefold()} & {offer.name.casefold(), offer.where.name.casefold()}
    parts = ("" if named else by, place or ", ".join(line.villages))
    return ", ".join(part for part in parts if part)


def _costs(texts: ResidentTexts, offer: Offer) -> str:
    code = "" if offer.costs is Costs.PAID and offer.costs_words else _COSTS.get(offer.costs, "")
    return _line(texts, "help.costs", (code, offer.costs_words))


def _joining(texts: ResidentTexts, line: ProposalLine) -> str:
    """How to get in, with the number where one has to call."""
    offer = line.proposal.offer
    calls = offer.way_in in (WayIn.CALL, WayIn.SIGN_UP) and line.contact is None
    phone = _unbroken(line.organisation.phone) if calls else ""
    return _line(texts, "help.join", (_WAYS_IN.get(offer.way_in, ""), offer.way_in_words, phone))


def _contact(line: ProposalLine) -> str:
    """Whom to ask for; only who agreed stands in the line (`services/looking_along`)."""
    contact = line.contact
    if contact is None:
        return ""
    phone = contact.phone or line.organisation.phone
    return ", ".join(part for part in (contact.name, _unbroken(phone)) if part)


def _unbroken(phone: str) -> str:
    return phone.replace(" ", "\u00a0")


def _fits(texts: ResidentTexts, line: ProposalLine) -> str:
    names = [_name(texts, why.why, why.value) for why in line.proposal.reasons]
    said = [name for name in dict.fromkeys(names) if name]
    return texts.say("help.fits", names=" · ".join(said)) if said else ""


def _name(texts: ResidentTexts, why: Why, value: str) -> str:
    key = _NAMED.get(why, "").format(value)
    if key and texts.wording.has(key):
        return texts.say(key)
    return value if why is Why.SAID else ""


def _known(spoken: Spoken, line: ProposalLine) -> tuple[Said, ...]:
    """What speaks for it besides, and what to know before going."""
    reasons = (*line.proposal.reasons, *line.proposal.cautions)
    return tuple(spoken.say(_SENTENCES[one.why]) for one in reasons if one.why in _SENTENCES)
