"""The words of the letter, the slip and the mail of a hand-over, put together from what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.documents.contents import LetterContent, SlipContent
from spinnenweb.domain.dates import said_date
from spinnenweb.domain.handovers import SHARING, FieldCode, WayOut, expired
from spinnenweb.domain.mail import MailDraft
from spinnenweb.domain.map_schedule import said_when
from spinnenweb.services.handover_records import call_card

if TYPE_CHECKING:
    from spinnenweb.domain.map_schedule import SlotWords
    from spinnenweb.domain.social_map import Place
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.handover_facts import Facts

_WAYS = {WayOut.ALONE: "help.alone", WayOut.TOGETHER: "help.together", WayOut.CALL: "help.call"}


def letter_content(facts: Facts, words: Wording, reach: str) -> LetterContent:
    """The letter: what was ticked and is known, and nothing else."""
    contact, settings = facts.contact, facts.settings
    named = FieldCode.NAME in facts.handover.fields and facts.resident.calling_name
    about = {
        "who": named or words.say("handover_letter.somebody"),
        "offer": facts.offer.name,
        "until": "" if facts.handover.until is None else said_date(facts.handover.until),
    }
    to = () if contact is None else (contact.name, contact.role)
    return LetterContent(
        words=words,
        fonts=facts.fonts,
        sender=_given(settings.worker, settings.organisation, settings.phone),
        receiver=_given(*to, facts.organisation.name),
        made_on=facts.today,
        subject=words.say("handover_letter.subject", **about),
        opening=(
            words.say("handover_letter.opening", **about),
            words.say(f"handover_letter.way.{facts.handover.way.value}"),
        ),
        rows=_rows(facts, words, reach),
        closing=(*_closing(facts, words, about), *_given(settings.worker)),
        example=settings.demo,
    )


def _closing(facts: Facts, words: Wording, about: dict[str, str]) -> tuple[str, ...]:
    answer = "handover_letter.answer" if facts.settings.phone else "handover_letter.answer_no_phone"
    return (
        words.say("handover_letter.until", **about),
        words.say("handover_letter.withdraw"),
        words.say(answer, phone=facts.settings.phone),
    )


def _rows(facts: Facts, words: Wording, reach: str) -> tuple[tuple[str, str], ...]:
    resident = facts.resident
    told = {
        FieldCode.NAME: resident.calling_name,
        FieldCode.VILLAGE: facts.village,
        FieldCode.AGE: _age(facts, words),
        FieldCode.LANGUAGE: words.say(f"language.{resident.language}"),
        FieldCode.REACH: reach,
        FieldCode.QUESTION: facts.handover.words,
        FieldCode.THEMES: ", ".join(words.say(f"theme.{code}") for code in facts.themes),
        FieldCode.STEP: facts.step,
    }
    ticked = ((code, told[code].strip()) for code in facts.handover.fields)
    return tuple((words.say(f"handover.field.{code.value}"), text) for code, text in ticked if text)


def _age(facts: Facts, words: Wording) -> str:
    years = facts.resident.age_in(facts.today.year)
    if years is not None:
        return words.say("handover_letter.age", years=years)
    band = facts.resident.age_band
    return "" if band is None else words.say(f"age_band.{band.value}")


def slip_content(facts: Facts, moments: SlotWords) -> SlipContent:
    """The slip, all in the words of the resident; what the map says about a place is as it stands there.

    `moments` are the words for fixed times, in the language of the map.
    """
    texts, handover = facts.texts, facts.handover
    fields = handover.fields if _gives(facts) else ()
    return SlipContent(
        texts=texts,
        fonts=facts.fonts,
        title=facts.offer.name,
        receiver=facts.organisation.name,
        chosen=texts.say("slip.chosen", way=texts.say(_WAYS[handover.way])),
        rows=_where(facts, moments),
        shared=tuple(texts.say(f"slip.field.{code.value}") for code in fields),
        sentences=_sentences(facts),
        example=facts.settings.demo,
    )


def _gives(facts: Facts) -> bool:
    """Whether anything of the resident may be told today: between the yes and the first contact, and in time."""
    return facts.handover.state in SHARING and not expired(facts.handover, facts.today)


def _where(facts: Facts, moments: SlotWords) -> tuple[tuple[str, str], ...]:
    texts, offer, contact = facts.texts, facts.offer, facts.contact
    # on paper only who agreed to it, and a number only where residents may call it themselves
    named = contact.name if contact is not None and contact.leaves(facts.today) else ""
    own = contact.phone if contact is not None and named and contact.direct else ""
    told = (
        ("slip.where", _place(offer.where)),
        ("slip.when", said_when(offer, moments, ", ")),
        ("slip.ask_for", named),
        ("slip.phone", own or facts.organisation.phone),
    )
    return tuple((texts.say(key), text) for key, text in told if text.strip())


def _place(place: Place) -> str:
    town = " ".join(part for part in (place.postcode, place.town) if part)
    return ", ".join(part for part in (place.name, place.street, town) if part)


def _sentences(facts: Facts) -> tuple[str, ...]:
    texts, handover, settings = facts.texts, facts.handover, facts.settings
    said: list[str] = []
    if _gives(facts) and handover.until is not None:
        said.append(texts.say("slip.until", date=said_date(handover.until, texts.language)))
        said.append(texts.say("slip.stop"))
    else:
        said.append(texts.say("slip.nothing"))
    said.append(texts.say("slip.later"))
    if settings.worker and settings.phone:
        said.append(texts.say("summary.contact", worker=settings.worker, phone=settings.phone))
    elif settings.worker:
        said.append(texts.say("summary.contact_name", worker=settings.worker))
    return tuple(said)


def mail_draft(facts: Facts, words: Wording) -> MailDraft:
    """A mail that asks when it suits to call. Nothing in it comes from the card of the resident."""
    settings, call = facts.settings, call_card(facts.organisation, facts.contact)
    said = {
        "worker": settings.worker or words.say("handover.call_worker"),
        "organisation": settings.organisation or words.say("handover.call_organisation"),
        "offer": facts.offer.name,
        "phone": settings.phone,
    }
    greeting = words.say("handover_mail.greeting" if call.name else "handover_mail.greeting_all", name=call.name)
    reach = [words.say("handover_mail.phone", **said)] if settings.phone else []
    lines = (
        greeting,
        "",
        words.say("handover_mail.who", **said),
        words.say("handover_mail.ask", **said),
        *reach,
        "",
        words.say("handover_mail.bye"),
        *_given(settings.worker, settings.organisation),
    )
    return MailDraft(call.email, words.say("handover_mail.subject", **said), "\n".join(lines))


def _given(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text.strip())
