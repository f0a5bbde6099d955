from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.agenda import Bucket, FollowUp, FollowUpKind
from spinnenweb.domain.changes import Kind, changed
from spinnenweb.domain.conversations import Step
from tests.records import varied
from tests.unit.security.vaults import code_of
from tests.unit.services.rooms import Room, same_room
from tests.unit.storage.files import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.agenda import AgendaService

TODAY = NOON.date()
DAY = timedelta(days=1)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


@pytest.fixture
def agenda(opened: Room) -> AgendaService:
    return opened.workspace.agenda


def to_do(due: date = TODAY, **other: object) -> FollowUp:
    plain = FollowUp("to-do", FollowUpKind.OTHER, "", None, "bellen", due)
    return varied(plain, **other)


def only(agenda: AgendaService) -> FollowUp:
    (line,) = agenda.open(TODAY)
    return line.follow_up


def test_that_a_line_tells_about_whom_where_and_since_when(opened: Room, agenda: AgendaService) -> None:
    village, _ = opened.workspace.residents.add_village("Ansen")
    bo = opened.new_resident(village_id=village.id)
    agenda.add(to_do(TODAY - 3 * DAY, id="late", resident_id=bo.id))
    agenda.add(to_do(TODAY + 8 * DAY, id="later"))
    agenda.add(to_do(id="now"))
    lines = agenda.open(TODAY)
    assert [(line.follow_up.id, line.bucket, line.since) for line in lines] == [
        ("late", Bucket.OVERDUE, TODAY - 3 * DAY),
        ("now", Bucket.TODAY, None),
        ("later", Bucket.LATER, None),
    ]
    assert [(line.resident, line.village_name) for line in lines] == [(bo, "Ansen"), (None, ""), (None, "")]


def test_that_what_was_done_is_off_the_agenda_and_comes_back_when_it_was_not(agenda: AgendaService) -> None:
    agenda.add(to_do())
    assert agenda.done("to-do", TODAY) == changed(Kind.FOLLOW_UP, "to-do")
    assert agenda.open(TODAY) == ()
    agenda.undone("to-do")
    assert only(agenda) == to_do()


def test_that_moving_makes_a_newer_version_and_keeps_the_time_unless_told(agenda: AgendaService) -> None:
    agenda.add(to_do(at="10:00"))
    assert agenda.move("to-do", TODAY + DAY) == changed(Kind.FOLLOW_UP, "to-do")
    assert only(agenda) == to_do(TODAY + DAY, at="10:00", sequence=1)
    agenda.move("to-do", TODAY + DAY, "")
    assert only(agenda) == to_do(TODAY + DAY, sequence=2)
    agenda.move("to-do", TODAY + DAY)
    assert only(agenda).sequence == 2


def test_that_no_other_text_is_a_time(agenda: AgendaService) -> None:
    assert code_of(lambda: agenda.add(to_do(at="half tien"))) == "agenda.time"
    agenda.add(to_do(at=" 09:30 ", what=" bellen  met\tRia "))
    assert code_of(lambda: agenda.move("to-do", TODAY, "25:00")) == "agenda.time"
    assert (only(agenda).at, only(agenda).what) == ("09:30", "bellen met Ria")


def test_that_what_is_not_there_cannot_be_done(agenda: AgendaService) -> None:
    with pytest.raises(KeyError):
        agenda.done("x", TODAY)
    with pytest.raises(KeyError):
        agenda.undone("x")
    with pytest.raises(KeyError):
        agenda.move("x", TODAY)


def test_that_a_follow_up_without_an_id_gets_one(agenda: AgendaService) -> None:
    ((_, made),) = agenda.add(to_do(id="")).touched
    assert only(agenda).id == made


def unfolded(file: bytes) -> list[str]:
    return file.replace(b"\r\n ", b"").decode().split("\r\n")


def test_that_the_calendar_names_nobody_and_repeats_nothing(opened: Room, agenda: AgendaService) -> None:
    bo = opened.new_resident(calling_name="Wilhelmina")
    opened.talk(bo, step=Step("bellen met Quirijn"), return_on=TODAY + 9 * DAY)
    agenda.add(to_do(what="langs bij Zebedeus", at="10:00", resident_id=bo.id))
    lines = unfolded(agenda.calendar(agenda.open(TODAY)))
    assert [line for line in lines if line.startswith("SUMMARY")] == [
        "SUMMARY:Iets om te doen",
        "SUMMARY:Terugkomen bij een inwoner",
    ]
    told = "\n".join(lines)
    for secret in ("Wilhelmina", bo.code, bo.id, "Quirijn", "Zebedeus", "bellen", "Ruinen", "AB"):
        assert secret not in told


def test_that_an_appointment_keeps_its_uid_when_it_is_moved(agenda: AgendaService) -> None:
    agenda.add(to_do())
    before = unfolded(agenda.calendar(agenda.open(TODAY)))
    agenda.move("to-do", TODAY + DAY)
    after = unfolded(agenda.calendar(agenda.open(TODAY)))
    assert "UID:to-do@spinnenweb" in before
    assert "UID:to-do@spinnenweb" in after
    assert ("SEQUENCE:0" in before, "SEQUENCE:1" in after) == (True, True)
    assert f"DTSTART;VALUE=DATE:{TODAY + DAY:%Y%m%d}" in after


def test_that_every_kind_of_follow_up_has_words_for_a_calendar(agenda: AgendaService) -> None:
    for kind in FollowUpKind:
        agenda.add(to_do(id=kind.value, kind=kind))
    told = unfolded(agenda.calendar(agenda.open(TODAY)))
    assert len({line for line in told if line.startswith("SUMMARY:")}) == len(FollowUpKind)


def test_that_the_calendar_file_holds_what_is_open_for_its_owner_only(
    opened: Room, agenda: AgendaService, tmp_path: Path
) -> None:
    agenda.add(to_do(id="open"))
    agenda.add(to_do(id="done"))
    agenda.done("done", TODAY)
    target = tmp_path / "agenda.ics"
    agenda.write_calendar(target)
    assert target.read_bytes() == agenda.calendar(agenda.open(TODAY))
    assert target.stat().st_mode & 0o777 == 0o600
    assert b"UID:done@" not in target.read_bytes()
