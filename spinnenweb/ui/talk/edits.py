"""Everything that can happen to a conversation in the making, as pure functions from draft to draft.

All changes of the page go through here, in one place, so that undo can keep what was before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.conversations import (
    LONGEST_LINE,
    LONGEST_NOTE,
    MOST_MATTERS,
    MOST_THEMES,
    Conversation,
    Matter,
    Step,
    WantsChange,
    with_aspect,
    with_dimension,
)
from spinnenweb.domain.drafts import Draft
from spinnenweb.domain.residents import LONGEST_NAME
from spinnenweb.domain.text_rules import clean, clean_line

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.answers import Answer
    from spinnenweb.domain.instruments import Instrument, InstrumentKey, Mode, Scale
    from spinnenweb.domain.residents import AnsweredBy, ConsentAnswer, Purpose, Resident

Edit = Callable[[Draft], Draft]
Like = Callable[["Resident"], "Resident"]
"""From the card of a resident to the card with something they like."""


def with_answer(draft: Draft, code: str, answer: Answer) -> Draft:
    """The answer on a dimension or an aspect."""
    talk = draft.conversation
    if _is_dimension(talk, code):
        return _with(draft, with_dimension(talk, replace(talk.entry(code), answer=answer)))
    return _with(draft, with_aspect(talk, replace(talk.aspect(code), answer=answer)))


def with_topic(draft: Draft, code: str, on: bool) -> Draft:
    """Whether the resident wants to discuss a dimension or an aspect."""
    talk = draft.conversation
    if _is_dimension(talk, code):
        return _with(draft, with_dimension(talk, replace(talk.entry(code), topic=on)))
    return _with(draft, with_aspect(talk, replace(talk.aspect(code), topic=on)))


def with_note(draft: Draft, code: str, text: str) -> Draft:
    """The note at a dimension, or with an empty code the note of the whole. Raises `text.*`."""
    talk = draft.conversation
    clean(text, LONGEST_NOTE, "note")
    if not code:
        return _with(draft, replace(talk, note=text))
    return _with(draft, with_dimension(talk, replace(talk.entry(code), note=text)))


def with_matter(draft: Draft, matter: Matter) -> Draft:
    """One more thing that matters; a fourth is not taken. Raises `text.*`."""
    talk = draft.conversation
    new = replace(matter, words=clean_line(matter.words, LONGEST_LINE, "matters"))
    full = len(talk.matters) >= MOST_MATTERS or new in talk.matters or new == Matter()
    return draft if full else _with(draft, replace(talk, matters=(*talk.matters, new)))


def without_matter(draft: Draft, matter: Matter) -> Draft:
    """One thing less that matters."""
    talk = draft.conversation
    return _with(draft, replace(talk, matters=tuple(old for old in talk.matters if old != matter)))


def with_wants_change(draft: Draft, wants: WantsChange | None) -> Draft:
    """The answer to "Is er iets wat u graag anders wilt?"."""
    return _with(draft, replace(draft.conversation, wants_change=wants))


def with_step(draft: Draft, step: Step) -> Draft:
    """The first small step. Raises `text.*`."""
    for text in (step.what, step.when, step.with_whom):
        clean_line(text, LONGEST_LINE, "step")
    return _with(draft, replace(draft.conversation, step=step))


def with_noticed(draft: Draft, text: str) -> Draft:
    """What stood out when looking at the web together. Raises `text.*`."""
    clean(text, LONGEST_NOTE, "noticed")
    return _with(draft, replace(draft.conversation, noticed=text))


def with_gift(draft: Draft, text: str) -> Draft:
    """What the resident likes doing and could do for someone else. Raises `text.*`."""
    clean(text, LONGEST_LINE, "gift")
    return _with(draft, replace(draft.conversation, gift=text))


def with_pointed(draft: Draft, code: str) -> Draft:
    """One more subject was pointed at; one that was pointed at before keeps its place."""
    talk = draft.conversation
    known = code in talk.order or not _is_dimension(talk, code)
    return draft if known else _with(draft, replace(talk, order=(*talk.order, code)))


def with_scale(draft: Draft, scale: Scale, instrument: Instrument) -> Draft:
    """Numbers or faces; fixed from the first mark on, and only what the instrument knows."""
    talk = draft.conversation
    if talk.has_marks() or scale not in instrument.scales:
        return draft
    return _with(draft, replace(talk, scale=scale))


def with_held_on(draft: Draft, day: date) -> Draft:
    """On which day the conversation was held."""
    return _with(draft, replace(draft.conversation, held_on=day))


def with_return(draft: Draft, day: date | None) -> Draft:
    """When to see each other again."""
    return _with(draft, replace(draft.conversation, return_on=day))


def with_theme(draft: Draft, code: str, on: bool) -> Draft:
    """Whether a theme fits; a sixth is not taken. Taking one takes "geen van deze" away."""
    talk = draft.conversation
    others = tuple(old for old in talk.themes if old != code)
    if not on:
        return _with(draft, replace(talk, themes=others))
    if len(others) >= MOST_THEMES:
        return draft
    return _with(draft, replace(talk, themes=(*others, code), no_themes=False))


def with_no_themes(draft: Draft, on: bool) -> Draft:
    """The answer "geen van deze": no theme at all."""
    talk = draft.conversation
    return _with(draft, replace(talk, no_themes=on, themes=() if on else talk.themes))


def with_mode(draft: Draft, mode: Mode) -> Draft:
    """A mark per dimension or per aspect; fixed from the first mark on."""
    talk = draft.conversation
    return draft if talk.has_marks() else _with(draft, replace(talk, mode=mode))


def with_instrument(draft: Draft, instrument: Instrument, sensitive_too: bool) -> Draft:
    """Another instrument; fixed from the first mark on. What it does not know is let go, notes stay."""
    talk = draft.conversation
    if talk.has_marks() or talk.instrument == instrument.key:
        return draft
    known = {aspect.code for aspect in instrument.aspects()}
    changed = replace(
        talk,
        instrument=instrument.key,
        mode=talk.mode if talk.mode in instrument.modes else instrument.modes[0],
        scale=instrument.scales[0],
        switched_on=instrument.switched_on(sensitive_too),
        dimensions=tuple(talk.entry(code) for code in instrument.codes),
        aspects=tuple(entry for entry in talk.aspects if entry.code in known),
    )
    return _with(draft, changed)


def with_sensitive(draft: Draft, instrument: Instrument, on: bool) -> Draft:
    """Ask the sensitive aspects too, or no longer; one that was answered stays asked."""
    talk = draft.conversation
    base = set(instrument.switched_on(sensitive_too=on)) | {entry.code for entry in talk.aspects}
    asked = tuple(aspect.code for aspect in instrument.aspects() if aspect.code in base)
    return _with(draft, replace(talk, switched_on=asked))


def with_resident(draft: Draft, resident: Resident) -> Draft:
    """The card of the resident, who is new. Raises `text.*`."""
    clean_line(resident.calling_name, LONGEST_NAME, "calling_name")
    clean_line(resident.code, LONGEST_NAME, "code")
    return replace(draft, resident=resident) if draft.resident_is_new else draft


def with_way(draft: Draft, way: str, scale: Scale) -> Draft:
    """How the resident likes to answer; on the scale of it too where that instrument is theirs."""
    return replace(draft, resident=liking(draft.resident, draft.conversation.instrument, way, scale))


def liking(resident: Resident, instrument: InstrumentKey, way: str, scale: Scale) -> Resident:
    """The card of someone who likes to answer in this way with this instrument."""
    own = (resident.instrument_id, resident.instrument_version) == (instrument.id, instrument.version)
    return replace(resident, way=way, scale=scale.value if own else resident.scale)


def liking_instrument(resident: Resident, instrument: Instrument) -> Resident:
    """The card of someone who likes to talk with this instrument, on the scale they like where it has that."""
    kept = next((scale for scale in instrument.scales if scale.value == resident.scale), instrument.scales[0])
    key = instrument.key
    return replace(resident, instrument_id=key.id, instrument_version=key.version, scale=kept.value)


def with_like(draft: Draft, like: Like) -> Draft:
    """What the resident likes, on the card in this draft."""
    return replace(draft, resident=like(draft.resident))


def with_known_resident(draft: Draft, resident: Resident) -> Draft:
    """The conversation is with someone who has a card already; what was typed about someone new is let go."""
    conversation = replace(draft.conversation, resident_id=resident.id)
    return replace(draft, resident=resident, resident_is_new=False, conversation=conversation)


def with_permission(draft: Draft, purpose: Purpose, answer: ConsentAnswer | None) -> Draft:
    """What the resident said to one of the questions at the end; `None` is: not asked."""
    others = {key: value for key, value in draft.answers.items() if key is not purpose}
    return replace(draft, answers=others if answer is None else others | {purpose: answer})


def with_answered_by(draft: Draft, who: AnsweredBy) -> Draft:
    """Who answered the questions at the end."""
    return replace(draft, answered_by=who)


def with_paper(draft: Draft, parts: tuple[str, ...]) -> Draft:
    """Which parts of the conversation the resident wants on the summary."""
    return replace(draft, paper=parts)


def with_bring(draft: Draft, on: bool) -> Draft:
    """Whether the summary is printed later and brought along."""
    return replace(draft, bring=on)


def where(draft: Draft, page: str, question: str) -> Draft:
    """Where the worker is, to come back there."""
    return replace(draft, page=page, question=question)


def _with(draft: Draft, conversation: Conversation) -> Draft:
    return replace(draft, conversation=conversation)


def _is_dimension(conversation: Conversation, code: str) -> bool:
    return any(entry.code == code for entry in conversation.dimensions)
