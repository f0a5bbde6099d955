"""A vault of each format ever given out lies in `tests/data`; this made those of format 1.0 to 1.6.

`python -m tests.unit.services.kept_vaults FOLDER` makes the one of the newest format anew. Once a format was given
out, its vault is never made again: that old files open is the promise.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.answers import NoMark, SetBy, marked, without_mark
from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.choices import AboutKind, Choice, ProposalChoice
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
from spinnenweb.domain.handovers import FieldCode, Handover, HandoverState, Helped, Moment, WayOut
from spinnenweb.domain.instruments import ADULT, SIMPLE, Mode, OwnInstrument, Scale
from spinnenweb.domain.languages import LanguageCheck
from spinnenweb.domain.map_history import ColumnMapping, ImportBatch, MapKind, MapMerge, Overwritten
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
from spinnenweb.domain.signals import SignalFollowUp, SignalState
from spinnenweb.domain.social_map import (
    Capacity,
    ContactPerson,
    Costs,
    Every,
    Offer,
    OfferKind,
    OfferStatus,
    Organisation,
    OrganisationTalk,
    Place,
    Slot,
    WayIn,
)
from spinnenweb.domain.vocabulary import ThemeWord, WordAct, WordChange, WordKind
from spinnenweb.security.vault_folder import BALLAST_NAME
from spinnenweb.services.catalogue import read_catalogue
from spinnenweb.services.releases import ReleaseService
from spinnenweb.services.vaults import create_vault
from tests.unit.services.rooms import FIRST, PASSPHRASE, RESOURCES, environment
from tests.unit.storage.files import NOON

if TYPE_CHECKING:
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.storage.unit_of_work import UnitOfWork

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


# since format 1.6


def _new_id(number: int) -> str:
    return f"{_ID(1)[:-2]}{number}"


ORGANISATION = Organisation(
    id=_new_id(20),
    name="Stichting Dorpshuis De Hooikamp",
    kind=OfferKind.RESIDENTS,
    description="Regel één\nRegel twee",
    website="https://hooikamp.example",
    email="huis@hooikamp.example",
    phone="bel het dorpshuis",
    village_ids=(VILLAGE.id,),
    lead="Geesje",
    checked_on=DAY,
    checked_by="AB",
    check_before=DAY + timedelta(days=90),
    working_on="samen eten",
    chances="de belbus",
    themes=("mobiliteit",),
    external={"x_colour": [1, {"deep": None}]},
    kvk="00000000",
    active=False,
)
OTHER_ORGANISATION = Organisation(_new_id(21), "Dorpshuis Hooikamp")
OFFER = Offer(
    id=_new_id(22),
    organisation_id=ORGANISATION.id,
    name="Eettafel",
    kind=OfferKind.SEEKS,
    description="Samen eten",
    for_whom="iedereen",
    age_from=0,
    age_to=120,
    way_in=WayIn.SIGN_UP,
    way_in_words="bij de bar",
    costs=Costs.PAID,
    costs_words="6 euro",
    when="dinsdag",
    schedule=(Slot(1, time(12), time(14, 30), Every.MONTH, -1), Slot()),
    where=Place("De Hooikamp", "Brink 1", "0000 AA", "Ansen"),
    village_ids=(VILLAGE.id,),
    accessible=("rolstoel",),
    accessible_words="hellingbaan",
    languages=("nl", "fy"),
    themes=("eenzaamheid", "eigen-samen-eten"),
    dimensions=("MD",),
    status=OfferStatus.CLOSED,
    capacity=Capacity.WAITING,
    checked_on=DAY,
    checked_by="AB",
    check_before=DAY,
    external={"service.x": "y"},
)
PERSON = ContactPerson(
    id=_new_id(23),
    organisation_id=ORGANISATION.id,
    offer_id=OFFER.id,
    name="Aaltje",
    role="beheerder",
    phone="geen",
    email="aaltje@hooikamp.example",
    starts=DAY,
    ends=DAY + timedelta(days=9),
    may_share=True,
    agreed_on=DAY,
    direct=True,
)
WITH_THEM = OrganisationTalk(
    _new_id(24), ORGANISATION.id, DAY, "Geesje", "eten", "een zaal", "de belbus", ("mobiliteit",), ("MD",)
)
MAP_MERGE = MapMerge(
    id=_new_id(25),
    kind=MapKind.ORGANISATION,
    kept_id=ORGANISATION.id,
    other_id=OTHER_ORGANISATION.id,
    merged_on=DAY,
    before={"kvk": ""},
    after={"kvk": "00000000"},
    moved=(("offer", OFFER.id, "organisation_id"),),
)
BATCH = ImportBatch(
    id=_new_id(26),
    made_at=NOON,
    form="hsds-json",
    name="gids",
    added=((MapKind.OFFER, OFFER.id),),
    changed=(Overwritten(MapKind.ORGANISATION, ORGANISATION.id, {"lead": ""}, {"lead": "Geesje"}),),
    undone_on=DAY,
)
COLUMNS = ColumnMapping(_new_id(27), "gids", ("Naam", "Wat"), {"Naam": "name"}, "cp1252", ";")
WORD = ThemeWord(
    id=_new_id(28),
    kind=WordKind.THEME,
    code="eigen-samen-eten",
    name="Samen eten",
    resident_words="Samen aan tafel",
    proposed_by=("MD", "LF2"),
    outside_code="T-12",
    active=False,
    history=(WordChange(DAY, WordAct.MADE), WordChange(DAY, WordAct.RETIRED, "Eten")),
)
HANDOVER = Handover(
    id=_new_id(29),
    resident_id=RESIDENT.id,
    offer_id=OFFER.id,
    organisation_id=ORGANISATION.id,
    contact_id=PERSON.id,
    way=WayOut.TOGETHER,
    state=HandoverState.HELPED,
    fields=tuple(FieldCode),
    until=DAY,
    consent_id=CONSENT.id,
    words="komt dinsdag",
    reason="te ver weg",
    helped=Helped.YES,
    history=(Moment(HandoverState.AGREED, NOON),),
)
CHOICE = ProposalChoice(
    _new_id(30), RESIDENT.id, OFFER.id, AboutKind.THEME, "rouw", Choice.DECLINED, DAY, "nu niet"
)
SIGNAL = SignalFollowUp(
    _new_id(31), RESIDENT.id, CONVERSATION.id, "schulden", SignalState.WATCHED, DAY, "met de zus"
)


@dataclass(frozen=True)
class KeptMap:
    """What of the social map and of hand-overs lies in a kept vault."""

    organisations: tuple[Organisation, ...] = (ORGANISATION, OTHER_ORGANISATION)
    offers: tuple[Offer, ...] = (OFFER,)
    persons: tuple[ContactPerson, ...] = (PERSON,)
    talks: tuple[OrganisationTalk, ...] = (WITH_THEM,)
    merges: tuple[MapMerge, ...] = (MAP_MERGE,)
    batches: tuple[ImportBatch, ...] = (BATCH,)
    columns: tuple[ColumnMapping, ...] = (COLUMNS,)
    words: tuple[ThemeWord, ...] = (WORD,)
    handovers: tuple[Handover, ...] = (HANDOVER,)
    choices: tuple[ProposalChoice, ...] = (CHOICE,)
    signals: tuple[SignalFollowUp, ...] = (SIGNAL,)


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
    the_map: KeptMap | None = None


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
CONTENTS["format-1.6.vault"] = replace(CONTENTS["format-1.5.vault"], the_map=KeptMap())
NEWEST = CONTENTS["format-1.6.vault"]


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
        if kept.the_map is not None:
            _write_map(work, kept.the_map)


def _write_map(work: UnitOfWork, the_map: KeptMap) -> None:
    work.organisations.add_many(the_map.organisations)
    work.offers.add_many(the_map.offers)
    work.contact_persons.add_many(the_map.persons)
    work.organisation_talks.add_many(the_map.talks)
    for merge in the_map.merges:
        work.map_merges.add(merge)
        work.organisations.search_drop(merge.other_id)
    for batch in the_map.batches:
        work.import_batches.add(batch)
    work.column_mappings.add_many(the_map.columns)
    work.vocabulary.add_many(the_map.words)
    work.handovers.add_many(the_map.handovers)
    work.choices.add_many(the_map.choices)
    work.signal_follow_ups.add_many(the_map.signals)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
