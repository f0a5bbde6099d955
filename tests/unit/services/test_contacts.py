from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.changes import Kind, changed
from spinnenweb.domain.contacts import Meeting, ShortContact
from tests.unit.security.vaults import code_of
from tests.unit.services.rooms import Room, room
from tests.unit.storage.files import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.contacts import ContactService

TODAY = NOON.date()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as made:
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
