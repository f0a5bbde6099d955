from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.contacts import ShortContact
from spinnenweb.domain.conversations import Step
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.search import HitKind
from spinnenweb.services.vaults import open_vault
from tests.unit.services.opened_pages import twin_of
from tests.unit.services.rich_person import PLANTED, word, write_everything
from tests.unit.services.rooms import PASSPHRASE, room, same_room
from tests.unit.storage.files import rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.unit.services.rooms import Room

DAY = date(2026, 11, 21)
RARE = "zzqxweggelegd"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def in_bin(here: Room) -> list[tuple[BinKind, str]]:
    return [(one.item.kind, one.item.words) for one in here.workspace.bin.items()]


def test_that_a_conversation_in_the_bin_is_seen_nowhere_and_comes_back_whole(here: Room) -> None:
    who = here.new_resident(calling_name="Bo")
    talk = here.talk(who, note=RARE, step=Step("wandelen"), return_on=DAY).conversation
    workspace = here.workspace
    before = workspace.conversations.of(who.id), workspace.goals.steps(who.id), workspace.agenda.of(who.id)
    workspace.bin.put_away(BinKind.CONVERSATION, talk.id)
    assert workspace.conversations.of(who.id) == ()
    assert workspace.goals.steps(who.id) == ()
    assert workspace.agenda.of(who.id) == ()
    assert workspace.search.find(RARE) == ()
    found = workspace.bin.items()
    assert [(one.item.kind, one.item.day, one.item.until, one.resident) for one in found] == [
        (BinKind.CONVERSATION, DAY, DAY + timedelta(days=30), who)
    ]
    workspace.bin.put_back(BinKind.CONVERSATION, talk.id)
    assert (
        workspace.conversations.of(who.id),
        workspace.goals.steps(who.id),
        workspace.agenda.of(who.id),
    ) == before
    assert len(workspace.search.find(RARE)) == 1
    assert workspace.bin.items() == ()


def test_that_what_was_put_away_before_does_not_come_back_along(here: Room) -> None:
    who = here.new_resident()
    talk = here.talk(who, step=Step("wandelen")).conversation
    step = here.workspace.goals.steps(who.id)[0]
    here.workspace.bin.put_away(BinKind.STEP, step.id)
    here.time.moment += timedelta(minutes=1)
    here.workspace.bin.put_away(BinKind.CONVERSATION, talk.id)
    here.workspace.bin.put_back(BinKind.CONVERSATION, talk.id)
    assert here.workspace.goals.steps(who.id) == ()
    assert in_bin(here) == [(BinKind.STEP, "wandelen")]


def test_that_a_resident_in_the_bin_takes_the_whole_file_out_of_sight(here: Room) -> None:
    who = here.new_resident(calling_name="Bo", code="R-050")
    here.talk(who, note=RARE, return_on=DAY)
    workspace = here.workspace
    workspace.bin.put_away(BinKind.RESIDENT, who.id)
    assert workspace.residents.all() == ()
    assert workspace.residents.recent() == ()
    assert workspace.agenda.open(DAY) == ()
    assert workspace.search.find(RARE) == ()
    assert workspace.retention.review().lines == ()
    assert in_bin(here) == [(BinKind.RESIDENT, "Bo (R-050)")]
    workspace.bin.put_back(BinKind.RESIDENT, who.id)
    assert [line.conversations for line in workspace.residents.all()] == [1]
    assert len(workspace.search.find(RARE)) == 1
    assert len(workspace.search.find("R-050")) == 1


def test_that_every_kind_of_words_goes_into_the_bin_and_out_of_it_again(here: Room) -> None:
    rich = write_everything(here)
    workspace, who = here.workspace, rich.resident
    found = {one: workspace.search.find(one) for one in PLANTED}
    unseen = {one for one, hits in found.items() if not hits}
    assert unseen == {word(place) for place in ("vorige", "ontvanger", "concept", "reden")}
    recent = workspace.contacts.recent(9)
    assert [one.line for one in recent] == [word("aliaspraatje"), word("praatje")]
    workspace.bin.put_away(BinKind.RESIDENT, who.id)
    assert [one for one in PLANTED if workspace.search.find(one)] == []
    assert workspace.contacts.recent(9) == ()
    assert workspace.contacts.get(recent[0].id) is None
    workspace.bin.put_back(BinKind.RESIDENT, who.id)
    assert {one: workspace.search.find(one) for one in PLANTED} == found
    assert workspace.contacts.recent(9) == recent
    assert workspace.contacts.get(recent[0].id) == recent[0]


def test_that_a_short_talk_in_the_bin_is_seen_nowhere_and_comes_back_with_its_promise(here: Room) -> None:
    rich = write_everything(here)
    workspace, who = here.workspace, rich.resident
    contacts, agenda = workspace.contacts.of(who.id), workspace.agenda.of(who.id)
    (talk,) = (one for one in contacts if one.line == word("praatje"))
    workspace.bin.put_away(BinKind.CONTACT, talk.id)
    assert talk not in workspace.contacts.of(who.id)
    assert len(workspace.agenda.of(who.id)) == len(agenda) - 1
    assert workspace.search.find(talk.line) == ()
    assert [one.resident for one in workspace.bin.items()] == [who]
    workspace.bin.put_back(BinKind.CONTACT, talk.id)
    assert (workspace.contacts.of(who.id), workspace.agenda.of(who.id)) == (contacts, agenda)
    assert {hit.kind for hit in workspace.search.find(talk.line)} == {HitKind.CONTACT}


def test_that_a_code_given_out_again_keeps_a_resident_in_the_bin(here: Room) -> None:
    who = here.new_resident(code="R-050")
    here.workspace.bin.put_away(BinKind.RESIDENT, who.id)
    here.new_resident(code="R-050")
    with pytest.raises(SpinnenwebError) as refused:
        here.workspace.bin.put_back(BinKind.RESIDENT, who.id)
    assert refused.value.code == "bin.code_taken"
    assert len(in_bin(here)) == 1


def test_that_what_is_not_there_is_neither_put_away_nor_taken_back(here: Room) -> None:
    who = here.new_resident()
    service = here.workspace.bin
    acts = ((service.put_away, "geen"), (service.put_back, who.id), (service.erase, who.id))
    for act, record_id in acts:
        with pytest.raises(SpinnenwebError) as refused:
            act(BinKind.RESIDENT, record_id)
        assert refused.value.code == "bin.gone"
    assert here.workspace.residents.get(who.id) == who


def test_that_erasing_from_the_bin_leaves_no_byte(here: Room) -> None:
    who = here.new_resident()
    here.workspace.goals.add_goal(who.id, f"{RARE}doel")
    here.workspace.contacts.add(ShortContact("contact-1", None, DAY, line=f"{RARE}praatje", follow_up_on=DAY))
    goal = here.workspace.goals.of(who.id)[0]
    service = here.workspace.bin
    for kind, record_id in ((BinKind.GOAL, goal.id), (BinKind.CONTACT, "contact-1")):
        service.put_away(kind, record_id)
        assert RARE.encode() in twin_of(here.workspace)
        service.erase(kind, record_id)
    assert RARE.encode() not in twin_of(here.workspace)
    assert service.items() == ()
    assert here.workspace.residents.get(who.id) == who
    assert here.workspace.audit.verify().sound
    erased = here.workspace.audit.lines(kinds=[AuditKind.ERASED])
    assert [(line.subject, line.about_table) for line in erased] == [(None, "short_contact"), (who.id, "goal")]


def test_that_the_bin_empties_itself_after_thirty_days_and_not_before(here: Room) -> None:
    who = here.new_resident()
    here.workspace.goals.add_goal(who.id, RARE)
    here.workspace.bin.put_away(BinKind.GOAL, here.workspace.goals.of(who.id)[0].id)
    for days, left in ((30, 1), (31, 0)):
        here.time.moment = here.time.moment.replace(day=21, month=11) + timedelta(days=days - 1)
        used(here)
        here.time.moment += timedelta(days=1)
        here.workspace.bin.tidy()
        assert len(here.workspace.bin.items()) == left
    assert RARE.encode() not in twin_of(here.workspace)


def used(here: Room) -> None:
    """The vault was opened, so that its log has this time."""
    here.workspace.audit.opened("passphrase")


def test_that_a_clock_that_leapt_empties_no_bin(here: Room) -> None:
    who = here.new_resident()
    here.workspace.goals.add_goal(who.id, RARE)
    here.workspace.bin.put_away(BinKind.GOAL, here.workspace.goals.of(who.id)[0].id)
    here.time.moment += timedelta(days=400)
    used(here)
    assert here.workspace.bin.tidy() == 0
    assert len(here.workspace.bin.items()) == 1


def test_that_opening_and_closing_empty_the_bin(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        who = here.new_resident()
        here.workspace.goals.add_goal(who.id, RARE)
        here.workspace.bin.put_away(BinKind.GOAL, here.workspace.goals.of(who.id)[0].id)
        here.time.moment += timedelta(days=25)
        used(here)
        here.time.moment += timedelta(days=7)
    again = open_vault(here.folder, PASSPHRASE, here.environment)
    try:
        assert rows(again.database, "SELECT id FROM goal") == []
    finally:
        again.close()


def test_that_a_scrub_that_was_left_is_done_at_the_next_opening(tmp_path: Path) -> None:
    with room(tmp_path) as here, here.workspace.database.writing() as work:
        work.erasures.leave_scrub()
    again = open_vault(here.folder, PASSPHRASE, here.environment)
    try:
        with again.database.reading() as work:
            assert not work.erasures.needs_scrub()
    finally:
        again.close()


def test_that_the_log_tells_what_was_put_away_and_taken_back(here: Room) -> None:
    who = here.new_resident()
    here.workspace.goals.add_goal(who.id, "een doel")
    goal = here.workspace.goals.of(who.id)[0]
    here.workspace.bin.put_away(BinKind.GOAL, goal.id)
    here.workspace.bin.put_back(BinKind.GOAL, goal.id)
    lines = here.workspace.audit.lines(who.id, limit=2)
    assert [(line.kind, line.about_table) for line in lines] == [
        (AuditKind.PUT_BACK, "goal"),
        (AuditKind.REMOVED, "goal"),
    ]
    assert here.workspace.residents.change(replace(who, calling_name="Bo")).touched


def test_that_the_unfinished_talk_of_somebody_in_the_bin_is_out_of_sight_and_comes_back(here: Room) -> None:
    who, other = here.new_resident(calling_name="Bo"), here.new_resident(calling_name="Noor")
    talks = here.workspace.conversations
    drafts = [talks.begin(person) for person in (who, other)]
    for draft in drafts:
        talks.save_draft(draft)
    here.workspace.bin.put_away(BinKind.RESIDENT, who.id)
    assert [draft.id for draft in talks.drafts()] == [drafts[1].id]
    here.workspace.bin.put_back(BinKind.RESIDENT, who.id)
    assert {draft.id for draft in talks.drafts()} == {draft.id for draft in drafts}
