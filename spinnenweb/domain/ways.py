"""How a resident likes to answer."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from spinnenweb.domain.instruments import Scale

if TYPE_CHECKING:
    from spinnenweb.domain.residents import Resident


class Way(StrEnum):
    """How a mark is given, as the card of a resident keeps it.

    The first three give the same marks; faces are a scale of their own.
    """

    NUMBERS = "knoppen"
    SLIDER = "schuif"
    WEB = "web"
    FACES = "gezichten"

    @classmethod
    def of(cls, resident: Resident) -> Way:
        """The way a resident likes; numbers where the card names one we do not know."""
        return cls(resident.way) if resident.way in tuple(cls) else cls.NUMBERS

    @property
    def scale(self) -> Scale:
        """What is kept of it."""
        return Scale.FACES if self is Way.FACES else Scale.MARKS
