"""A hand-over taken back, run out, or of somebody or something that is gone: nothing leaves, by any way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.agenda import FollowUpKind
from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.handovers import SHARING, HandoverState, Helped, WayOut, receivers_of
from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from tests.unit.services.handed_over import NAMED, STAGES, add_club, agree, begin, come_to
from tests.unit.services.rooms import room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from spinnenweb.domain.residents import Resident
    from tests.unit.services.handed_over import Club
    from tests.unit.services.rooms import Room

PASSWORD = "molen-kastanje-fluit-drempel"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as made:
        yield made


@pytest.fixture
def jannie(here: Room) -> Resident:
    return here.new_resident(calling_name="Jannie")


@pytest.fixture
def club(here: Room) -> Club:
    return add_club(here.workspace)


def leaving(here: Room, handover_id: str, folder: Path) -> dict[str, Callable[[], object]]:
    """Every way in which something of a hand-over leaves the vault."""
    letters = here.workspace.handover_letters
    return {
        "check": partial(letters.found, handover_id),
        "letter": partial(letters.pdf, handover_id),
        "locked": partial(letters.locked, handover_id, PASSWORD),
        "file": partial(letters.write, folder / "brief.pdf", handover_id, PASSWORD),
        "mail": partial(letters.mail, handover_id),
        "address": partial(letters.mail_address, handover_id),
        "draft": partial(letters.write_mail, folder / "mail.eml", handover_id),
    }


def slips(here: Room, handover_id: str, folder: Path) -> dict[str, Callable[[], object]]:
    """The paper of the resident."""
    letters = here.workspace.handover_letters
    return {
        "slip": partial(letters.slip, handover_id),
        "slip file": partial(letters.write_slip, folder / "briefje.pdf", handover_id),
    }


def steps(here: Room, handover_id: str) -> dict[str, Callable[[], object]]:
    """Everything that can be written down about a hand-over."""
    service = here.workspace.handovers
    return {
        "agree": partial(agree, here.workspace, handover_id),
        "words": partial(service.keep_words, handover_id, "Iets anders."),
        "move": partial(service.move, handover_id, HandoverState.CONTACTED),
        "stop": partial(service.stop, handover_id),
        "helped": partial(service.tell_helped, handover_id, Helped.YES),
        "back": partial(service.step_back, handover_id),
        "contact": partial(service.take_contact, handover_id),
    }


def refusals(asked: dict[str, Callable[[], object]]) -> dict[str, str]:
    """What each of these is refused with; nothing for what goes well."""
    found = {}
    for name, ask in asked.items():
        try:
            ask()
        except SpinnenwebError as error:
            found[name] = error.code
    return found


def all_of(asked: dict[str, Callable[[], object]], code: str) -> dict[str, str]:
    return dict.fromkeys(asked, code)


def about(here: Room, handover_id: str) -> list[FollowUpKind]:
    """What the agenda still says about a hand-over."""
    lines = here.workspace.agenda.open(here.workspace.clock.today())
    return [line.follow_up.kind for line in lines if line.follow_up.about_id == handover_id]


@pytest.mark.parametrize("stage", STAGES)
def test_that_after_a_withdrawal_at_any_stage_nothing_leaves_and_nothing_follows(
    here: Room, jannie: Resident, club: Club, tmp_path: Path, stage: HandoverState
) -> None:
    one = begin(here.workspace, jannie, club)
    come_to(here.workspace, one, stage)
    here.workspace.handovers.withdraw(one)
    assert here.workspace.handovers.card(one).line.state is HandoverState.WITHDRAWN
    for asked in (leaving(here, one, tmp_path), slips(here, one, tmp_path), steps(here, one)):
        assert refusals(asked) == all_of(asked, "handover.withdrawn")
    assert about(here, one) == []
    assert b"UID" not in here.workspace.agenda.calendar(here.workspace.agenda.open(here.workspace.clock.today()))
    assert not {"brief.pdf", "mail.eml", "briefje.pdf"} & {path.name for path in tmp_path.iterdir()}
    with pytest.raises(SpinnenwebError, match=r"handover\.step"):
        here.workspace.handovers.withdraw(one)


@pytest.mark.parametrize("stage", STAGES)
def test_that_paper_and_mail_leave_between_the_yes_and_the_first_contact_only(
    here: Room, jannie: Resident, club: Club, tmp_path: Path, stage: HandoverState
) -> None:
    one = begin(here.workspace, jannie, club)
    come_to(here.workspace, one, stage)
    codes = {HandoverState.PROPOSED: "handover.not_agreed", HandoverState.FIRST_CONTACT: "handover.closed"}
    asked = leaving(here, one, tmp_path)
    assert refusals(asked) == ({} if stage in SHARING else all_of(asked, codes[stage]))
    assert refusals(slips(here, one, tmp_path)) == {}


def test_that_what_was_stopped_gives_no_paper_any_more(
    here: Room, jannie: Resident, club: Club, tmp_path: Path
) -> None:
    one = begin(here.workspace, jannie, club)
    come_to(here.workspace, one, HandoverState.ACCEPTED)
    here.workspace.handovers.stop(one, "Gaat met de buurman mee.")
    for asked in (leaving(here, one, tmp_path), slips(here, one, tmp_path)):
        assert refusals(asked) == all_of(asked, "handover.closed")
    assert refusals({"contact": steps(here, one)["contact"]}) == {"contact": "handover.closed"}


def test_that_after_the_last_day_the_slip_no_longer_says_that_something_is_given(
    here: Room, jannie: Resident, club: Club, tmp_path: Path
) -> None:
    from pypdf import PdfReader

    one = begin(here.workspace, jannie, club)
    agree(here.workspace, one)
    target = tmp_path / "briefje.pdf"
    here.time.moment += timedelta(days=31)
    asked = leaving(here, one, tmp_path)
    assert refusals(asked) == all_of(asked, "handover.expired")
    here.workspace.handover_letters.write_slip(target, one)
    text = PdfReader(target).pages[0].extract_text()
    assert "We geven niets door." in text
    assert "Dat mag tot" not in text


def test_that_the_last_day_itself_still_counts(here: Room, jannie: Resident, club: Club, tmp_path: Path) -> None:
    one = begin(here.workspace, jannie, club)
    here.workspace.handovers.agree(one, NAMED, here.workspace.clock.today())
    assert refusals(leaving(here, one, tmp_path)) == {}


def test_that_of_somebody_in_the_bin_nothing_is_shown_written_or_given(
    here: Room, jannie: Resident, club: Club, tmp_path: Path
) -> None:
    one = begin(here.workspace, jannie, club)
    agree(here.workspace, one)
    here.workspace.bin.put_away(BinKind.RESIDENT, jannie.id)
    assert here.workspace.handovers.all() == ()
    assert about(here, one) == []
    for asked in (leaving(here, one, tmp_path), slips(here, one, tmp_path), steps(here, one)):
        found = refusals(asked)
        assert set(found) == set(asked)
        assert set(found.values()) <= {"resident.gone", "handover.gone"}
    here.workspace.bin.put_back(BinKind.RESIDENT, jannie.id)
    assert refusals(leaving(here, one, tmp_path)) == {}


def test_that_a_hand_over_in_the_bin_is_told_apart_from_one_that_never_was(
    here: Room, jannie: Resident, club: Club, tmp_path: Path
) -> None:
    one = begin(here.workspace, jannie, club)
    assert not here.workspace.handovers.in_bin(one)
    here.workspace.bin.put_away(BinKind.HANDOVER, one)
    assert here.workspace.handovers.in_bin(one)
    assert not here.workspace.handovers.in_bin(club.offer.id)
    asked = leaving(here, one, tmp_path)
    assert refusals(asked) == all_of(asked, "handover.gone")


def test_that_a_withdrawal_from_a_restricted_file_leaves_nothing_on_the_agenda_and_holds_after_it(
    here: Room, jannie: Resident, club: Club, tmp_path: Path
) -> None:
    one = begin(here.workspace, jannie, club)
    agree(here.workspace, one)
    here.workspace.rights.restrict(jannie.id)
    assert about(here, one) == [FollowUpKind.HANDOVER]
    asked = leaving(here, one, tmp_path)
    assert refusals(asked) == all_of(asked, "resident.restricted")
    here.workspace.handovers.withdraw(one)
    assert about(here, one) == []
    here.workspace.rights.unrestrict(jannie.id)
    assert about(here, one) == []
    assert refusals(asked) == all_of(asked, "handover.withdrawn")
    line = here.workspace.handovers.card(one).line
    assert (line.state, line.handover.state) == (HandoverState.WITHDRAWN, HandoverState.WITHDRAWN)


def test_that_a_place_with_a_hand_over_cannot_go_to_the_bin(here: Room, jannie: Resident, club: Club) -> None:
    begin(here.workspace, jannie, club)
    for kind, record_id in ((MapKind.ORGANISATION, club.organisation.id), (MapKind.OFFER, club.offer.id)):
        with pytest.raises(SpinnenwebError, match=r"map\.handed_over"):
            here.workspace.social_map.put_away(kind, record_id)


def test_that_a_yes_after_a_merge_is_for_the_organisation_that_stands_there_now(
    here: Room, jannie: Resident, club: Club
) -> None:
    one, other = begin(here.workspace, jannie, club), add_club(here.workspace, "De Kapstok", "Soep")
    here.workspace.map_merging.merge(MapKind.ORGANISATION, other.organisation.id, club.organisation.id)
    agree(here.workspace, one)
    line = here.workspace.handovers.card(one).line
    said = here.workspace.residents.consents(jannie.id)[-1]
    assert (line.organisation_name, said.receiver) == ("De Kapstok", "De Kapstok")


def test_that_a_yes_before_a_rename_is_withdrawn_under_the_name_it_was_given_for(
    here: Room, jannie: Resident, club: Club
) -> None:
    one = begin(here.workspace, jannie, club)
    agree(here.workspace, one)
    here.workspace.social_map.save(replace(club.organisation, name="De Nieuwe Kapstok"))
    here.workspace.handovers.withdraw(one)
    (receiver,) = receivers_of(here.workspace.residents.consents(jannie.id))
    assert (receiver.consent.receiver, receiver.allowed) == (club.organisation.name, False)


def test_that_whoever_is_gone_is_told_as_long_as_the_hand_over_runs(
    here: Room, jannie: Resident, club: Club
) -> None:
    service, the_map = here.workspace.handovers, here.workspace.social_map
    one = begin(here.workspace, jannie, club)
    tip = begin(here.workspace, jannie, club, WayOut.ALONE)
    assert service.left_behind() == ()
    the_map.save(replace(club.person, ends=here.workspace.clock.today() - timedelta(days=1)))
    (left,) = service.left_behind()
    assert (left.line.handover.id, left.resident.id, left.now) == (one, jannie.id, None)
    assert service.card(tip).line.contact_left
    here.workspace.rights.restrict(jannie.id)
    assert service.left_behind() == ()
    here.workspace.rights.unrestrict(jannie.id)
    the_map.add(replace(the_map.blank_contact(club.organisation.id), name="Bart Verzonnen"))
    (left,) = service.left_behind()
    assert left.now is not None
    service.take_contact(one)
    assert service.left_behind() == ()


@pytest.mark.parametrize("came_to_contact", [False, True])
def test_that_nobody_is_told_to_be_gone_where_nobody_has_to_be_called_any_more(
    here: Room, jannie: Resident, club: Club, came_to_contact: bool
) -> None:
    one = begin(here.workspace, jannie, club)
    if came_to_contact:
        come_to(here.workspace, one, HandoverState.FIRST_CONTACT)
    here.workspace.social_map.save(replace(club.person, ends=here.workspace.clock.today() - timedelta(days=1)))
    if not came_to_contact:
        here.workspace.handovers.stop(one)
    assert here.workspace.handovers.left_behind() == ()


def test_that_every_receiver_stands_there_once_with_its_newest_yes(
    here: Room, jannie: Resident, club: Club
) -> None:
    other = add_club(here.workspace, "Wandelclub", "Wandelen")
    first, second = (begin(here.workspace, jannie, one) for one in (club, other))
    agree(here.workspace, first)
    agree(here.workspace, second)
    agree(here.workspace, first, tuple(reversed(NAMED)))
    residents = here.workspace.residents
    found = receivers_of(residents.consents(jannie.id))
    assert [(one.consent.receiver, one.allowed) for one in found] == [
        (club.organisation.name, True),
        ("Wandelclub", True),
    ]
    residents.say(jannie.id, Purpose.SHARE, ConsentAnswer.WITHDRAWN, receiver="Wandelclub")
    assert [one.allowed for one in receivers_of(residents.consents(jannie.id))] == [True, False]
    assert here.workspace.handovers.card(second).line.state is HandoverState.WITHDRAWN
    assert here.workspace.handovers.card(first).line.may_share
    residents.say(jannie.id, Purpose.SHARE, ConsentAnswer.NO)
    assert [one.allowed for one in receivers_of(residents.consents(jannie.id))] == [False, False]
    agree(here.workspace, begin(here.workspace, jannie, club))
    assert [one.allowed for one in receivers_of(residents.consents(jannie.id))] == [True, False]
