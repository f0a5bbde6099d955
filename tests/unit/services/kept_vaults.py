"""A vault of each format ever given out lies in `tests/data`; this made those of format 1.0 to 1.5.

`python -m tests.unit.services.kept_vaults FOLDER` makes the one of the newest format anew. Once a format was given
out, its vault is never made again: that old files open is the promise.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.answers import NoMark, SetBy, marked, without_mark
from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.contacts import Meeting, ShortContact
from spinnenweb.domain.conversations import (
    AspectEntry,
    Conversation,
    DimensionEntry,
    Disagreement,
    Matter,
    Source,
    Step,
    Sureness,
    WantsChange,
)
from spinnenweb.domain.drafts import Draft
from spinnenweb.domain.goals import Goal, GoalState, GoalStep, LookBack
from spinnenweb.domain.instruments import ADULT, SIMPLE, Mode, OwnInstrument, Scale
from spinnenweb.domain.languages import LanguageCheck
from spinnenweb.domain.releases import ReleaseChoice
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
from spinnenweb.domain.retention import Keeping
from spinnenweb.security.vault_folder import BALLAST_NAME
from spinnenweb.services.catalogue import read_catalogue
from spinnenweb.services.releases import ReleaseService
from spinnenweb.services.vaults import create_vault
from tests.unit.services.rooms import FIRST, PASSPHRASE, RESOURCES, environment
from tests.unit.storage.files import NOON

if TYPE_CHECKING:
    from spinnenweb.services.workspace import Workspace

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


# since format 1.1

OTHER_RESIDENT = Resident(
    _ID(6),
    "R-002",
    "Bram Vlinder",
    household_id="huis-1",
    instrument_id=SIMPLE.id,
    instrument_version=SIMPLE.version,
    scale=Scale.FACES.value,
)
OTHER_CONVERSATION = Conversation(
    id=_ID(7),
    resident_id=OTHER_RESIDENT.id,
    held_on=DAY,
    instrument=SIMPLE,
    mode=Mode.DIRECT,
    scale=Scale.FACES,
    switched_on=(),
    dimensions=(DimensionEntry("LF", marked(3)),),
    step=Step("bellen", sure=Sureness.YES, confidence=0),
    source=Source.PAPER,
    finished_at=NOON,
    noticed="Veel aan de linkerkant.",
    gift="Fietsen maken",
    signals=("eenzaamheid", "schulden"),
    via="huisarts",
    tell_back=True,
    order=("MD", "LF"),
    disagreements=(Disagreement("LF", "Ik zie hem minder lopen."), Disagreement("MD")),
)
GOAL = Goal(_ID(8), RESIDENT.id, "weer buiten komen", GoalState.LET_GO, DAY, CONVERSATION.id, DAY)
STEP = GoalStep(
    id=_ID(9),
    resident_id=RESIDENT.id,
    goal_id=GOAL.id,
    conversation_id=CONVERSATION.id,
    what="een ommetje",
    when="dinsdag",
    with_whom="met de buurvrouw",
    sure=Sureness.HARD,
    confidence=10,
    state=GoalState.OTHERWISE,
    made_on=DAY,
    due=DAY + timedelta(days=7),
)
TOLD = LookBack(_ID("a"), RESIDENT.id, STEP.id, None, CONVERSATION.id, DAY, GoalState.OTHERWISE, "het regende")
PROMISED = FollowUp(
    _ID("b"), FollowUpKind.STEP, STEP.id, RESIDENT.id, "een ommetje", DAY, "10:00", done_on=DAY, sequence=2
)
CONTACT = ShortContact(_ID("c"), VILLAGE.id, DAY, ("rouw",), "bij de bakker", "buur", DAY + timedelta(days=3))
MEETING = Meeting(_ID("d"), None, DAY, 23, ("taal", "rouw"), "over het plein")
OTHER_DRAFT = replace(
    DRAFT,
    id=_ID("e"),
    resident=OTHER_RESIDENT,
    conversation=OTHER_CONVERSATION,
    saved_at=NOON + timedelta(hours=1),
)


# since format 1.3

OWN_INSTRUMENT = OwnInstrument(_ID("f"), "jongeren", 1, 'id = "jongeren"\nversion = 1\n', active=False)
THIRD_RESIDENT = replace(OTHER_RESIDENT, id=f"{_ID(1)[:-1]}0", code="R-003", way="schuif", household_id=None)
OWN_CONTACT = replace(
    CONTACT,
    id=f"{_ID(1)[:-2]}11",
    line="bij het dorpsbuurthuis",
    resident_id=THIRD_RESIDENT.id,
    tell_back=True,
    follow_up_on=None,
)
CHECKS = (LanguageCheck("tr", "tolk", DAY),)


# since format 1.4

KEEPING = Keeping(_ID(1)[:-2] + "12", RESIDENT.id, DAY, DAY + timedelta(days=90), "loopt nog een aanvraag")
GOAL_IN_BIN = Goal(_ID(1)[:-2] + "13", RESIDENT.id, "de fiets maken", GoalState.OPEN, DAY)
ERASED_RESIDENT = Resident(_ID(1)[:-2] + "14", "R-004", "Gerrit Vergeten")
RESTRICTED_RESIDENT = replace(THIRD_RESIDENT, restricted_on=NOON.date())


@dataclass(frozen=True)
class Kept:
    """What lies in a kept vault; `made_over`: steps and follow-ups were made of what was agreed before 1.1.

    `logged`: it was used with a log. `released`: the months of the releases it gave out.
    """

    residents: tuple[Resident, ...]
    conversations: tuple[Conversation, ...]
    drafts: tuple[Draft, ...]
    made_over: bool = False
    goals: tuple[Goal, ...] = ()
    steps: tuple[GoalStep, ...] = ()
    told: tuple[LookBack, ...] = ()
    promised: tuple[FollowUp, ...] = ()
    contacts: tuple[ShortContact, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    instruments: tuple[OwnInstrument, ...] = ()
    checks: tuple[LanguageCheck, ...] = ()
    keepings: tuple[Keeping, ...] = ()
    in_bin: tuple[Goal, ...] = ()
    erased: tuple[Resident, ...] = ()
    logged: bool = False
    released: tuple[str, ...] = ()


CONTENTS = {
    "format-1.0.vault": Kept((RESIDENT,), (CONVERSATION,), (DRAFT,), made_over=True),
    "format-1.1.vault": Kept(
        (RESIDENT, OTHER_RESIDENT),
        (CONVERSATION, OTHER_CONVERSATION),
        (OTHER_DRAFT, DRAFT),
        goals=(GOAL,),
        steps=(STEP,),
        told=(TOLD,),
        promised=(PROMISED,),
        contacts=(CONTACT,),
        meetings=(MEETING,),
    ),
}
CONTENTS["format-1.2.vault"] = CONTENTS["format-1.1.vault"]
CONTENTS["format-1.3.vault"] = replace(
    CONTENTS["format-1.2.vault"],
    residents=(RESIDENT, OTHER_RESIDENT, THIRD_RESIDENT),
    contacts=(OWN_CONTACT, CONTACT),
    instruments=(OWN_INSTRUMENT,),
    checks=CHECKS,
)
CONTENTS["format-1.4.vault"] = replace(
    CONTENTS["format-1.3.vault"],
    residents=(RESIDENT, OTHER_RESIDENT, RESTRICTED_RESIDENT),
    keepings=(KEEPING,),
    in_bin=(GOAL_IN_BIN,),
    erased=(ERASED_RESIDENT,),
    logged=True,
)
CONTENTS["format-1.5.vault"] = replace(CONTENTS["format-1.4.vault"], released=("2026-11",))
NEWEST = CONTENTS["format-1.5.vault"]


def make(folder: Path) -> None:
    """Make the vault of the newest format."""
    workspace = create_vault(folder, PASSPHRASE, FIRST, environment()).workspace
    _write(workspace, NEWEST)
    for resident in NEWEST.erased:
        workspace.rights.erase(resident.id)
    for goal in NEWEST.in_bin:
        workspace.bin.put_away(BinKind.GOAL, goal.id)
    for resident in NEWEST.residents:
        workspace.audit.seen(resident.id, "kaart")
        if resident.restricted:
            workspace.rights.restrict(resident.id)
    with TemporaryDirectory() as place:
        releases_of(workspace).make(ReleaseChoice(DAY), Path(place) / "cijfers")
    workspace.close()
    # room on the disk of a laptop, nothing to keep
    (folder / BALLAST_NAME).unlink()


def releases_of(workspace: Workspace) -> ReleaseService:
    """The releases, with the shipped instruments only: the own one in these vaults is no real instrument."""
    key, catalogue = workspace._opened.data_key, read_catalogue(RESOURCES)
    return ReleaseService(workspace.folder, workspace.database, catalogue, workspace.clock, key)


def _write(workspace: Workspace, kept: Kept) -> None:
    with workspace.database.writing() as work:
        work.villages.add(VILLAGE)
        work.residents.add_many(replace(one, restricted_on=None) for one in (*kept.residents, *kept.erased))
        work.consents.add(CONSENT)
        work.conversations.add_many(kept.conversations)
        work.goals.add_many((*kept.goals, *kept.in_bin))
        work.steps.add_many(kept.steps)
        work.look_backs.add_many(kept.told)
        work.follow_ups.add_many(kept.promised)
        work.contacts.add_many(kept.contacts)
        work.meetings.add_many(kept.meetings)
        work.instruments.add_many(kept.instruments)
        work.settings.put(replace(work.settings.get(), language_checks=kept.checks))
        for draft in kept.drafts:
            work.drafts.put(draft)
        work.keepings.add_many(kept.keepings)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
