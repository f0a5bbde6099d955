"""A vault of each format ever given out lies in `tests/data`; this made the one of format 1.0.

`python -m tests.unit.services.kept_vaults FOLDER` makes it anew. Once a format was given out, its vault is never
made again: that old files open is the promise.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path

from spinnenweb.domain.answers import NoMark, SetBy, marked, without_mark
from spinnenweb.domain.conversations import (
    AspectEntry,
    Conversation,
    DimensionEntry,
    Matter,
    Step,
    Sureness,
    WantsChange,
)
from spinnenweb.domain.drafts import Draft
from spinnenweb.domain.instruments import ADULT, Mode, Scale
from spinnenweb.domain.residents import (
    AgeBand,
    Consent,
    ConsentAnswer,
    ConsentWay,
    Level,
    Purpose,
    Resident,
    Village,
)
from spinnenweb.services.vaults import create_vault
from tests.unit.services.rooms import FIRST, PASSPHRASE, environment
from tests.unit.storage.files import NOON

DATA = Path(__file__).parents[2] / "data"
DAY = date(2026, 11, 20)
_ID = "01a1f000-0000-7000-8000-00000000000{}".format

VILLAGE = Village(_ID(1), "Ansen", ("BU16900509",))
RESIDENT = Resident(_ID(2), "R-001", "Sanne Vlinder", VILLAGE.id, 1951, AgeBand.OLDER, "tr", Level.SIMPLE)
CONSENT = Consent(
    _ID(3),
    RESIDENT.id,
    Purpose.COUNT,
    ConsentAnswer.YES,
    DAY,
    NOON,
    ConsentWay.CARD,
    until=DAY,
    fields=("a",),
)
CONVERSATION = Conversation(
    id=_ID(4),
    resident_id=RESIDENT.id,
    held_on=DAY,
    instrument=ADULT,
    mode=Mode.ITEMS,
    scale=Scale.MARKS,
    switched_on=("LF1", "LF2", "MW1"),
    dimensions=(
        DimensionEntry("LF", marked(0, SetBy.RESIDENT), topic=True, note="Traplopen gaat zwaar."),
        DimensionEntry("MW", without_mark(NoMark.DECLINED, SetBy.WORKER)),
        DimensionEntry("ZG"),
    ),
    aspects=(AspectEntry("LF1", marked(6.5)), AspectEntry("MW1", without_mark(NoMark.UNKNOWN), topic=True)),
    themes=("mobiliteit", "rouw"),
    matters=(Matter("LF1"), Matter(words="de tuin")),
    wants_change=WantsChange.NOT_NOW,
    step=Step("een ommetje", "dinsdag", "met de buurvrouw", Sureness.MAYBE),
    return_on=DAY + timedelta(days=30),
    note="Regel één\nRegel twee",
    started_at=NOON - timedelta(hours=1),
    finished_at=NOON,
    worker="AB",
)
DRAFT = Draft(
    _ID(5), RESIDENT, False, CONVERSATION, {Purpose.RECORD: ConsentAnswer.LATER}, page="web", saved_at=NOON
)


def make(folder: Path) -> None:
    """Make the vault."""
    workspace = create_vault(folder, PASSPHRASE, FIRST, environment()).workspace
    with workspace.database.writing() as work:
        work.villages.add(VILLAGE)
        work.residents.add(RESIDENT)
        work.consents.add(CONSENT)
        work.conversations.add(CONVERSATION)
        work.drafts.put(DRAFT)
    workspace.close()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
