"""A conversation: one talk on one date, its web and what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace as _replace
from enum import StrEnum
from typing import TYPE_CHECKING

from spinnenweb.domain.answers import EMPTY, Answer

if TYPE_CHECKING:
    from datetime import date, datetime

    from spinnenweb.domain.instruments import Instrument, InstrumentKey, Mode, Scale

MOST_MATTERS = 3
MOST_THEMES = 5
SHAKY = 4
"""Up to this confidence, of 10, a step is made smaller; the same as "dat wordt lastig"."""
LONGEST_NOTE = 20_000
LONGEST_LINE = 500
VIA_SELF = "zelf"
VIAS = ("huisarts", "buur", VIA_SELF, "anders")
"""Through whom a contact came about; the words stand under `via.` in werker.toml."""


class Source(StrEnum):
    """How the conversation came into the vault."""

    TALK = "gesprek"
    IMPORT = "import"
    PAPER = "papier"


class WantsChange(StrEnum):
    """The answer to "Is er iets wat u graag anders wilt?"; all three are fine."""

    YES = "yes"
    NOT_NOW = "not_now"
    UNKNOWN = "unknown"


class Sureness(StrEnum):
    """Whether the resident thinks the step will succeed."""

    YES = "yes"
    MAYBE = "maybe"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class DimensionEntry:
    """What was said on one dimension; `answer` is the direct mark, or the mean when imported as such."""

    code: str
    answer: Answer = EMPTY
    topic: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class AspectEntry:
    """What was said on one aspect. Only entries with something in them are kept."""

    code: str
    answer: Answer = EMPTY
    topic: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that matters most: the code of an aspect or dimension, or own words."""

    code: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """The first small step, in the resident's words; `confidence` is 0–10 when it was asked as a number."""

    what: str = ""
    when: str = ""
    with_whom: str = ""
    sure: Sureness | None = None
    confidence: int | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was agreed."""
        return not (self.what or self.when or self.with_whom)

    @property
    def shaky(self) -> bool:
        """Whether a smaller step would be better, by the words or by the number."""
        return self.sure is Sureness.HARD or (self.confidence is not None and self.confidence <= SHAKY)


NO_STEP = Step()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where the worker sees a subject differently: its code and the worker's words. The mark stays as it is."""

    code: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """One talk. `finished_at` is `None` while it is a draft; times are UTC, `held_on` is a local date.

    `switched_on` holds the aspects that were asked: half of them is the least for a mean.
    `no_themes` says that "geen van deze" was the answer. `noticed` is what stood out when looking at the web
    together, `gift` what the resident could do for someone else. `signals` are codes of
    `vocabularies/signalen.toml`, ticked with the resident's knowledge and never computed. `via` is one of `VIAS`;
    `tell_back` is the resident's yes to telling them how it went. `order` is the order in which the resident
    pointed at the subjects.
    """

    id: str
    resident_id: str
    held_on: date
    instrument: InstrumentKey
    mode: Mode
    scale: Scale
    switched_on: tuple[str, ...]
    dimensions: tuple[DimensionEntry, ...]
    aspects: tuple[AspectEntry, ...] = ()
    themes: tuple[str, ...] = ()
    no_themes: bool = False
    matters: tuple[Matter, ...] = ()
    wants_change: WantsChange | None = None
    step: Step = NO_STEP
    return_on: date | None = None
    note: str = ""
    source: Source = Source.TALK
    started_at: datetime | None = None
    finished_at: datetime | None = None
    worker: str = ""
    noticed: str = ""
    gift: str = ""
    signals: tuple[str, ...] = ()
    via: str = ""
    tell_back: bool = False
    order: tuple[str, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()

    def entry(self, code: str) -> DimensionEntry:
        """The entry of a dimension; an empty one when nothing was said."""
        return next((entry for entry in self.dimensions if entry.code == code), DimensionEntry(code))

    def aspect(self, code: str) -> AspectEntry:
        """The entry of an aspect; an empty one when nothing was said."""
        return next((entry for entry in self.aspects if entry.code == code), AspectEntry(code))

    @property
    def topics(self) -> tuple[str, ...]:
        """Codes of dimensions and aspects the resident wants to discuss."""
        ticked = [entry.code for entry in self.dimensions if entry.topic]
        return tuple(ticked + [entry.code for entry in self.aspects if entry.topic])

    @property
    def finished(self) -> bool:
        """Whether the talk was finished; only finished talks count anywhere."""
        return self.finished_at is not None

    def has_marks(self) -> bool:
        """Whether any mark was given; instrument, mode and scale are fixed from the first one."""
        return any(e.answer.given for e in self.dimensions) or any(e.answer.given for e in self.aspects)


def new_conversation(
    conversation_id: str,
    resident_id: str,
    held_on: date,
    instrument: Instrument,
    *,
    sensitive_too: bool = False,
) -> Conversation:
    """An empty conversation in the instrument's first mode and scale. Nothing starts at a value."""
    return Conversation(
        id=conversation_id,
        resident_id=resident_id,
        held_on=held_on,
        instrument=instrument.key,
        mode=instrument.modes[0],
        scale=instrument.scales[0],
        switched_on=instrument.switched_on(sensitive_too),
        dimensions=tuple(DimensionEntry(code) for code in instrument.codes),
    )


def with_dimension(conversation: Conversation, entry: DimensionEntry) -> Conversation:
    """The same conversation with the entry of one dimension replaced."""
    entries = tuple(entry if old.code == entry.code else old for old in conversation.dimensions)
    return _replace(conversation, dimensions=entries)


def with_aspect(conversation: Conversation, entry: AspectEntry) -> Conversation:
    """The same conversation with the entry of one aspect replaced; an entry with nothing in it goes."""
    others = [old for old in conversation.aspects if old.code != entry.code]
    if entry.answer.touched or entry.topic:
        others.append(entry)
    return _replace(conversation, aspects=tuple(sorted(others, key=lambda old: old.code)))
