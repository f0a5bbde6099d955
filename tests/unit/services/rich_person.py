"""Somebody of whom everything there is was written down, beside somebody who must not appear in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.choices import AboutKind, Choice, ProposalChoice
from spinnenweb.domain.contacts import ShortContact
from spinnenweb.domain.conversations import DimensionEntry, Disagreement, Matter, Step
from spinnenweb.domain.goals import GoalState, GoalStep, LookBack
from spinnenweb.domain.handovers import FieldCode, Handover, HandoverState, Helped, Moment, WayOut
from spinnenweb.domain.residents import AnsweredBy, ConsentAnswer, Purpose
from spinnenweb.domain.signals import SignalFollowUp, SignalState
from spinnenweb.domain.social_map import Offer, Organisation

if TYPE_CHECKING:
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.workspace import Workspace
    from tests.unit.services.rooms import Room

DAY = date(2026, 11, 21)
END = "vwkq"
"""How every planted word ends: an index may hold the ends of words apart from their beginnings."""
PLANTED = tuple(
    f"zzqx{word}{END}"
    for word in (
        *("roepnaam", "notitie", "veldnotitie", "opviel", "gift", "zaak", "stapwat", "stapwanneer", "stapwie"),
        *("doel", "losstap", "terugblik", "afspraak", "anders", "ontvanger", "concept", "alias", "reden"),
        *("weggelegd", "vorige", "praatje", "aliaspraatje", "overdracht", "paste", "keuze", "signaal"),
    )
)
"""Rare words, one for every place where something can be written down about a person."""
_BY_PLACE = {word.removeprefix("zzqx").removesuffix(END): word for word in PLANTED}


def word(place: str) -> str:
    """The planted word of a place."""
    return _BY_PLACE[place]


@dataclass(frozen=True)
class Rich:
    """Who was written about, on which cards, and who lives with them."""

    resident: Resident
    alias: Resident
    housemate: Resident
    talk_id: str


def write_everything(room: Room) -> Rich:
    """Write down everything that can be written about one person."""
    workspace = room.workspace
    village = workspace.residents.villages()[0].id
    who = room.new_resident(calling_name=word("vorige"), code="R-901", birth_year=1948, village_id=village)
    workspace.residents.change(replace(who, calling_name=word("roepnaam")))
    who = workspace.residents.get(who.id)
    other = room.new_resident(calling_name=word("alias"), code="R-902")
    mate = room.new_resident(calling_name="Wilhelmina", code="R-903")
    workspace.households.join(who.id, mate.id)
    talk_id = _talks(room, who)
    room.talk(other, DAY - timedelta(days=40), note="Eerder gesprek")
    _goals(workspace, who)
    _contacts(workspace, who, other)
    _hand_over(room, who, other, talk_id)
    workspace.residents.say(
        who.id, Purpose.SHARE, ConsentAnswer.YES, receiver=word("ontvanger"), fields=(FieldCode.NAME,)
    )
    workspace.residents.say(who.id, Purpose.COUNT, ConsentAnswer.YES, answered_by=AnsweredBy.REPRESENTATIVE)
    workspace.merging.merge(who.id, other.id)
    draft = workspace.conversations.begin(who)
    workspace.conversations.save_draft(
        replace(draft, conversation=replace(draft.conversation, note=word("concept")))
    )
    workspace.retention.keep(who.id, word("reden"), DAY + timedelta(days=30))
    workspace.audit.seen(who.id, "kaart")
    workspace.audit.noted(AuditKind.EXPORTED, who.id, "samenvatting")
    workspace.returning.remember("resident", who.id)
    return Rich(workspace.residents.get(who.id), other, mate, talk_id)


def _talks(room: Room, who: Resident) -> str:
    done = room.talk(
        who,
        DAY - timedelta(days=7),
        note=word("notitie"),
        noticed=word("opviel"),
        gift=word("gift"),
        matters=(Matter(words=word("zaak")),),
        step=Step(word("stapwat"), word("stapwanneer"), word("stapwie")),
        return_on=DAY + timedelta(days=7),
        signals=("schulden",),
        via="buur",
        tell_back=True,
        disagreements=(Disagreement("LF", word("anders")),),
        themes=("rouw",),
    ).conversation
    noted = tuple(
        replace(entry, note=word("veldnotitie")) if entry.code == "MW" else entry for entry in done.dimensions
    )
    assert isinstance(noted[0], DimensionEntry)
    room.workspace.conversations.correct(replace(done, dimensions=noted))
    return done.id


def _contacts(workspace: Workspace, who: Resident, alias: Resident) -> None:
    back = DAY + timedelta(days=3)
    for card, line in ((who, "praatje"), (alias, "aliaspraatje")):
        contact = ShortContact("", None, DAY, ("rouw",), word(line), "buur", back, card.id, tell_back=True)
        workspace.contacts.add(contact)


def _hand_over(room: Room, who: Resident, alias: Resident, talk_id: str) -> None:
    house, offer = Organisation("org", "Dorpshuis De Hooikamp"), Offer("offer", "org", "Eettafel")
    handover = Handover(
        id="handover",
        resident_id=who.id,
        offer_id=offer.id,
        organisation_id=house.id,
        contact_id=None,
        way=WayOut.CALL,
        state=HandoverState.STOPPED,
        fields=(FieldCode.NAME, FieldCode.QUESTION),
        until=DAY,
        words=word("overdracht"),
        reason=word("paste"),
        helped=Helped.A_LITTLE,
        history=(
            Moment(HandoverState.PROPOSED, room.time.moment),
            Moment(HandoverState.STOPPED, room.time.moment),
        ),
    )
    about = (AboutKind.THEME, "rouw")
    with room.workspace.database.writing() as work:
        work.organisations.add(house)
        work.offers.add(offer)
        work.handovers.add(handover)
        work.choices.add(ProposalChoice("choice", alias.id, offer.id, *about, Choice.DECLINED, DAY, word("keuze")))
        work.signal_follow_ups.add(
            SignalFollowUp("signal", who.id, talk_id, "schulden", SignalState.TAKEN_UP, DAY, word("signaal"))
        )


def _goals(workspace: Workspace, who: Resident) -> None:
    workspace.goals.add_goal(who.id, word("doel"))
    workspace.goals.add_step(GoalStep("", who.id, what=word("losstap"), made_on=DAY, due=DAY))
    step = workspace.goals.open_steps(who.id)[0]
    workspace.goals.look_back(LookBack("", who.id, step.id, None, None, DAY, GoalState.DONE, word("terugblik")))
    workspace.agenda.add(FollowUp("", FollowUpKind.OTHER, who.id, who.id, word("afspraak"), DAY))
    workspace.goals.add_goal(who.id, word("weggelegd"))
