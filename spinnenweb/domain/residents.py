"""Residents, villages and permissions."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

LONGEST_NAME = 200
YOUNGEST_ADULT = 16
"""Under 16 the adult flow stops with an explanation (product.md; UAVG art. 5)."""


class AgeBand(StrEnum):
    """Age bands for when a birth year is not given; the bands of a release are made of these."""

    YOUNG = "18-44"
    MIDDLE = "45-64"
    OLDER = "65-79"
    OLDEST = "80+"


class Address(StrEnum):
    """How the resident is spoken to."""

    FORMAL = "u"
    INFORMAL = "je"


class Level(StrEnum):
    """Reading level of what the resident sees: B1 or A2."""

    PLAIN = "gewoon"
    SIMPLE = "eenvoudig"


@dataclass(frozen=True, slots=True)
class Village:
    """The area a resident belongs to (kern); an own object with 0..n CBS codes."""

    id: str
    name: str
    cbs_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resident:
    """A person spoken with. Only a code is compulsory; there is no field for a BSN and never will be.

    Who share a `household_id` live together. Instrument, scale and way are those a new conversation begins with;
    `way` is how the resident likes to answer: "knoppen", "schuif", "gezichten" or "web".
    Who share a `household_id` live together. Instrument and scale are those a new conversation begins with.
    Since `restricted_on` the file is only kept, not used (AVG art. 18); `None` for who did not ask for that.
    """

    id: str
    code: str
    calling_name: str = ""
    village_id: str | None = None
    birth_year: int | None = None
    age_band: AgeBand | None = None
    language: str = "nl"
    level: Level = Level.PLAIN
    address: Address = Address.FORMAL
    ready_for_visit: bool = False
    household_id: str | None = None
    instrument_id: str = "volwassenen"
    instrument_version: int = 2
    scale: str = "cijfers"
    way: str = "knoppen"
    restricted_on: date | None = None

    @property
    def restricted(self) -> bool:
        """Whether the file is only kept."""
        return self.restricted_on is not None

    def age_in(self, year: int) -> int | None:
        """Calendar year minus birth year, or `None` when the birth year was not given."""
        return None if self.birth_year is None else year - self.birth_year


def display_name(resident: Resident) -> str:
    """What a resident is called on screen: the calling name, else "Inwoner" and the code (words.nl.md 1)."""
    return resident.calling_name or f"Inwoner {resident.code}"


def normal_code(code: str) -> str:
    """The form in which codes are compared: trimmed, NFKC, case-insensitive, blanks folded."""
    return " ".join(unicodedata.normalize("NFKC", code).casefold().split())


class Purpose(StrEnum):
    """The four separate permissions (reference/domain.md 4.1)."""

    RECORD = "bewaren"
    SHARE = "delen"
    COUNT = "meetellen"
    CONTACT = "contact"


class ConsentAnswer(StrEnum):
    """What the resident said. `NOT_RECORDED` is the state without any event."""

    YES = "ja"
    NO = "nee"
    LATER = "later"
    WITHDRAWN = "ingetrokken"
    NOT_RECORDED = "niet_vastgelegd"


class ConsentWay(StrEnum):
    """How the answer was given."""

    SPOKEN = "gesprek"
    CARD = "kaart"
    IMPORT = "import"


class AnsweredBy(StrEnum):
    """Who gave the answer."""

    SELF = "zelf"
    REPRESENTATIVE = "vertegenwoordiger"


@dataclass(frozen=True, slots=True)
class Consent:
    """One answer to one permission question: what was explained, in which words, and what was said by whom.

    `given_on` is the date of the answer, `recorded_at` the UTC time it was written down.
    `receiver`, `fields` and `until` belong to sharing only.
    """

    id: str
    resident_id: str
    purpose: Purpose
    answer: ConsentAnswer
    given_on: date
    recorded_at: datetime
    way: ConsentWay = ConsentWay.SPOKEN
    answered_by: AnsweredBy = AnsweredBy.SELF
    text_version: str = ""
    language: str = "nl"
    level: Level = Level.PLAIN
    receiver: str = ""
    fields: tuple[str, ...] = ()
    until: date | None = None


def current_answers(consents: tuple[Consent, ...]) -> dict[Purpose, Consent]:
    """The answer in force per purpose: that of the newest date, then of the newest record."""
    latest: dict[Purpose, Consent] = {}
    for consent in sorted(consents, key=lambda c: (c.given_on, c.recorded_at, c.id)):
        latest[consent.purpose] = consent
    return latest


def allows(consents: tuple[Consent, ...], purpose: Purpose) -> bool:
    """Whether the answer in force is a yes."""
    found = current_answers(consents).get(purpose)
    return found is not None and found.answer is ConsentAnswer.YES
