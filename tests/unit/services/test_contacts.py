from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.changes import Kind, changed
from spinnenweb.domain.contacts import Meeting, ShortContact
from tests.unit.security.vaults import code_of
from tests.unit.services.rooms import Room, same_room
from tests.unit.storage.files import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.contacts import ContactService

TODAY = NOON.date()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


@pytest.fixture
def contacts(opened: Room) -> ContactService:
    return opened.workspace.contacts


def test_that_a_short_talk_is_kept_as_one_clean_line(opened: Room, contacts: ContactService) -> None:
    village, _ = opened.workspace.residents.add_village("Ansen")
    contact = ShortContact("talk", village.id, TODAY, ("rouw",), " bij de\nbakker ", "buur")
    assert contacts.add(contact) == changed(Kind.CONTACT, "talk")
    assert contacts.recent(5) == (replace(contact, line="bij de bakker"),)
    assert opened.workspace.agenda.open(TODAY) == ()


def test_that_a_short_talk_with_a_date_stands_on_the_agenda(opened: Room, contacts: ContactService) -> None:
    due = TODAY + timedelta(days=3)
    changes = contacts.add(ShortContact("talk", None, TODAY, line="over de tuin", follow_up_on=due))
    (line,) = opened.workspace.agenda.open(TODAY)
    assert line.follow_up == FollowUp(line.follow_up.id, FollowUpKind.CONTACT, "talk", None, "over de tuin", due)
    assert changes.touches(Kind.FOLLOW_UP)


@pytest.mark.parametrize("people", [0, -1, 10_001])
def test_that_a_meeting_of_nobody_is_none(contacts: ContactService, people: int) -> None:
    assert code_of(lambda: contacts.add_meeting(Meeting("", None, TODAY, people))) == "meeting.people"
    assert contacts.recent_meetings(5) == ()


def test_that_contacts_count_no_persons(opened: Room, contacts: ContactService) -> None:
    contacts.add(ShortContact("", None, TODAY))
    changes = contacts.add_meeting(Meeting("", None, TODAY, 23, ("taal",), "het plein"))
    (meeting,) = contacts.recent_meetings(5)
    assert changes == changed(Kind.CONTACT, meeting.id)
    assert (meeting.people, meeting.themes, meeting.line) == (23, ("taal",), "het plein")
    report = opened.workspace.checks.check()
    assert (report.residents, report.conversations) == (0, 0)


def test_that_a_short_talk_with_a_resident_is_of_that_resident(opened: Room, contacts: ContactService) -> None:
    jannie, bo = opened.new_resident(calling_name="Jannie"), opened.new_resident(calling_name="Bo")
    due = TODAY + timedelta(days=3)
    contacts.add(ShortContact("later", None, TODAY, line="nu", resident_id=jannie.id, follow_up_on=due))
    contacts.add(ShortContact("first", None, TODAY - timedelta(days=9), line="toen", resident_id=jannie.id))
    assert [contact.id for contact in contacts.of(jannie.id)] == ["later", "first"]
    assert contacts.of(bo.id) == ()
    (line,) = opened.workspace.agenda.open(TODAY)
    assert line.resident == jannie
    assert opened.workspace.residents.line(jannie.id).conversations == 0


def test_that_a_short_talk_with_nobody_on_file_is_refused(contacts: ContactService) -> None:
    nobody = ShortContact("", None, TODAY, resident_id="nobody")
    assert code_of(lambda: contacts.add(nobody)) == "resident.gone"
    assert contacts.recent(5) == ()


@pytest.mark.parametrize(("via", "kept"), [("huisarts", True), ("buur", True), ("zelf", False), ("", False)])
def test_that_a_yes_to_telling_is_kept_only_with_someone_to_tell(
    contacts: ContactService, via: str, kept: bool
) -> None:
    contacts.add(ShortContact("talk", None, TODAY, via=via, tell_back=True))
    assert [contact.tell_back for contact in contacts.recent(1)] == [kept]


def test_that_a_short_talk_can_be_taken_away_with_what_was_promised(
    opened: Room, contacts: ContactService
) -> None:
    contacts.add(ShortContact("talk", None, TODAY, line="over de tuin", follow_up_on=TODAY))
    assert contacts.get("talk") is not None
    contacts.remove("talk")
    assert contacts.get("talk") is None
    assert opened.workspace.agenda.open(TODAY) == ()
    assert opened.workspace.search.find("tuin") == ()
