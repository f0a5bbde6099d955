"""An invented resident with two finished talks, for the tests of paper and pictures."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from spinnenweb.domain.answers import NoMark, marked, without_mark
from spinnenweb.domain.conversations import (
    Conversation,
    DimensionEntry,
    Matter,
    Step,
    new_conversation,
)
from spinnenweb.domain.instruments import ADULT
from spinnenweb.domain.residents import Resident

if TYPE_CHECKING:
    from spinnenweb.services.catalogue import Catalogue

RESIDENT = Resident(id="een", code="R-014", calling_name="Verzonnen Vrouw")


def talk(catalogue: Catalogue, day: date, *marks: int) -> Conversation:
    """A finished talk with these marks clockwise from the top; the last axis is declined."""
    blank = new_conversation(f"gesprek-{day}", RESIDENT.id, day, catalogue.instruments[ADULT])
    answers = [*(marked(mark) for mark in marks), without_mark(NoMark.DECLINED)]
    codes = catalogue.instruments[ADULT].codes
    entries = [DimensionEntry(code, answer) for code, answer in zip(codes, answers, strict=True)]
    entries[4] = DimensionEntry("MD", answers[4], topic=True, note="Mist de kaartclub.")
    return Conversation(
        id=blank.id,
        resident_id=blank.resident_id,
        held_on=day,
        instrument=blank.instrument,
        mode=blank.mode,
        scale=blank.scale,
        switched_on=blank.switched_on,
        dimensions=tuple(entries),
        matters=(Matter(code="MD3"), Matter(words="Naar buiten")),
        step=Step("De belbus bellen", "dinsdag", "de buurvrouw"),
        return_on=date(2026, 12, 4),
        note="We dronken koffie.",
        finished_at=datetime(2026, 11, 21, 14, 5, tzinfo=UTC),
    )
