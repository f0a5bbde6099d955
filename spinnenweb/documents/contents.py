"""What a document is made of: plain records, so that they can be built without loading a PDF library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.conversations import NO_STEP, Step

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from spinnenweb.domain.scoring import Web
    from spinnenweb.domain.wording import ResidentTexts, Wording


@dataclass(frozen=True, slots=True)
class SummaryChoice:
    """What the resident wants on the summary. A note is on it only when asked for."""

    web: bool = True
    marks: bool = True
    matters: bool = True
    step: bool = True
    again: bool = True
    note: bool = False


@dataclass(frozen=True, slots=True)
class WrittenNote:
    """A note with the words of its subject; without those when it is about the whole conversation."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class SummaryContent:
    """One summary. All words are the resident's: own language, level and form of address.

    `labels` holds the words by code of dimension, `topics` and `matters` come as words. `kept` is false when the
    resident said no to keeping; `example` marks invented people. `fonts` is the folder of the letters.
    """

    texts: ResidentTexts
    fonts: Path
    name: str
    held_on: date
    web: Web
    labels: Mapping[str, str]
    topics: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    step: Step = NO_STEP
    return_on: date | None = None
    notes: tuple[WrittenNote, ...] = ()
    worker: str = ""
    phone: str = ""
    kept: bool = True
    example: bool = False
    choice: SummaryChoice = SummaryChoice()


@dataclass(frozen=True, slots=True)
class KeySheetContent:
    """The emergency key on paper: its groups in order, which vault it opens and since when."""

    words: Wording
    fonts: Path
    groups: tuple[str, ...]
    vault_name: str
    made_on: date


@dataclass(frozen=True, slots=True)
class LossSection:
    """A part of the sheet for a lost laptop."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LossSheet:
    """What to do when the laptop is gone, and what was on it; of nobody by name."""

    title: str
    sections: tuple[LossSection, ...]
    made_on: date
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class FormContent:
    """An empty form. `aspects` holds code and words per dimension; empty for an instrument without aspects.

    `readers` and `village` stand in the permission questions: dots where they are to be filled in by hand.
    With `faces` five faces stand in the place of the marks, and there is no web to draw.
    """

    texts: ResidentTexts
    fonts: Path
    codes: tuple[str, ...]
    labels: Mapping[str, str]
    aspects: Mapping[str, tuple[tuple[str, str], ...]]
    readers: str
    village: str
    worker: str = ""
    phone: str = ""
    from_the_right: bool = False
    faces: bool = False


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as rows of pixels, three bytes each: blue, green, red. `stride` is the length of a row in bytes."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class InsightEntry:
    """One record: what it is, and its fields as name and text. An entry may be only a line."""

    title: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class InsightSection:
    """What of one kind is kept; `intro` explains it, and stands there too when there is nothing."""

    title: str
    intro: str
    entries: tuple[InsightEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class InsightContent:
    """Everything about one resident, for that resident. `example` marks invented people."""

    words: Wording
    fonts: Path
    name: str
    code: str
    made_on: date
    organisation: str
    sections: tuple[InsightSection, ...]
    example: bool = False


@dataclass(frozen=True, slots=True)
class LetterContent:
    """A letter to an organisation. `rows` holds what the resident agreed to, as name and text, and nothing else.

    `sender` are the lines of who writes, `receiver` of who gets it; `opening` are whole sentences.
    """

    words: Wording
    fonts: Path
    sender: tuple[str, ...]
    receiver: tuple[str, ...]
    made_on: date
    subject: str
    opening: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    closing: tuple[str, ...]
    example: bool = False


@dataclass(frozen=True, slots=True)
class SlipContent:
    """What a resident takes along about one place to go to, in the own language, level and form of address.

    `rows` say where and when, `shared` what is passed on (nothing for who goes alone), `sentences` close it.
    """

    texts: ResidentTexts
    fonts: Path
    title: str
    receiver: str
    chosen: str
    rows: tuple[tuple[str, str], ...]
    shared: tuple[str, ...]
    sentences: tuple[str, ...]
    example: bool = False
