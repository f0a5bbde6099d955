from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.contacts import ShortContact
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.house_rules import FileKind, Retention
from spinnenweb.domain.residents import ConsentAnswer, ConsentWay, Purpose
from tests.unit.services.rooms import same_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.unit.services.rooms import Room

TWO_YEARS = timedelta(days=731)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def over(here: Room) -> list[tuple[str, FileKind]]:
    review = here.workspace.retention.review()
    return [(line.resident.code, line.due.kind) for line in review.lines]


def later(here: Room, time: timedelta) -> None:
    """Time passes while the vault is used every day."""
    here.time.moment += time - timedelta(hours=1)
    here.workspace.audit.opened("passphrase")
    here.time.moment += timedelta(hours=1)
    here.workspace.audit.opened("passphrase")


def test_that_a_file_is_due_two_years_after_the_last_real_contact(here: Room) -> None:
    spoken = here.new_resident(code="R-001")
    here.new_resident(code="R-002")
    here.talk(spoken, here.time.clock.today() - timedelta(days=100))
    later(here, TWO_YEARS - timedelta(days=110))
    assert over(here) == []
    later(here, timedelta(days=10))
    assert over(here) == [("R-001", FileKind.CONVERSATIONS)]
    later(here, timedelta(days=100))
    assert over(here) == [("R-001", FileKind.CONVERSATIONS), ("R-002", FileKind.CARD)]


def test_that_a_short_talk_with_somebody_is_a_contact_and_one_with_nobody_is_not(here: Room) -> None:
    who = here.new_resident(code="R-001")
    later(here, TWO_YEARS)
    today = here.time.clock.today()
    here.workspace.contacts.add(ShortContact("", None, today))
    assert over(here) == [("R-001", FileKind.CARD)]
    here.workspace.contacts.add(ShortContact("", None, today, resident_id=who.id))
    assert over(here) == []
    later(here, TWO_YEARS)
    assert over(here) == [("R-001", FileKind.CONTACTS)]


def test_that_a_typed_over_answer_is_no_contact(here: Room) -> None:
    who = here.new_resident(code="R-001")
    later(here, TWO_YEARS)
    here.workspace.residents.say(who.id, Purpose.COUNT, ConsentAnswer.YES, way=ConsentWay.IMPORT)
    assert over(here) == [("R-001", FileKind.CARD)]
    here.workspace.residents.say(who.id, Purpose.COUNT, ConsentAnswer.YES)
    assert over(here) == []


def test_that_the_organisation_sets_the_term_of_every_kind_of_file(here: Room) -> None:
    here.new_resident(code="R-001")
    goals = here.new_resident(code="R-002")
    here.workspace.goals.add_goal(goals.id, "een doel")
    months = {FileKind.CONVERSATIONS: 24, FileKind.CONTACTS: 24, FileKind.CARD: 1}
    settings = here.workspace.settings.get()
    here.workspace.settings.save(replace(settings, retention=Retention(months)))
    later(here, timedelta(days=40))
    assert over(here) == [("R-001", FileKind.CARD)]


def test_that_merged_cards_are_one_file(here: Room) -> None:
    one, other = here.new_resident(code="R-001"), here.new_resident(code="R-002")
    later(here, TWO_YEARS)
    here.talk(other)
    here.workspace.merging.merge(one.id, other.id)
    assert over(here) == []


def test_that_keeping_needs_a_reason_and_a_day_and_both_are_written_down(here: Room) -> None:
    who = here.new_resident(code="R-001")
    later(here, TWO_YEARS)
    service, today = here.workspace.retention, here.time.clock.today()
    for reason, until, code in (
        ("  ", today + timedelta(days=30), "retention.reason"),
        ("Loopt nog", today, "retention.until"),
        ("Loopt nog", today + timedelta(days=3700), "retention.until"),
    ):
        with pytest.raises(SpinnenwebError) as refused:
            service.keep(who.id, reason, until)
        assert refused.value.code == code
    service.keep(who.id, "Er loopt nog een klacht", today + timedelta(days=30))
    assert over(here) == []
    later(here, timedelta(days=31))
    assert over(here) == [("R-001", FileKind.CARD)]


def test_that_nothing_is_removed_without_somebody_deciding(here: Room) -> None:
    here.new_resident(code="R-001")
    later(here, TWO_YEARS * 5)
    here.workspace.bin.tidy()
    here.workspace.retention.review()
    assert [line.resident.code for line in here.workspace.residents.all()] == ["R-001"]


@pytest.mark.parametrize("leap", [timedelta(days=800), timedelta(days=-3)])
def test_that_after_a_leap_of_the_clock_it_asks_before_naming_anybody(here: Room, leap: timedelta) -> None:
    who = here.new_resident(code="R-001")
    later(here, TWO_YEARS + timedelta(days=10))
    here.time.moment += leap
    here.workspace.audit.opened("passphrase")
    review = here.workspace.retention.review()
    assert (review.lines, review.clock_odd) == ((), True)
    here.workspace.retention.clock_is_right()
    review = here.workspace.retention.review()
    assert ([line.resident.id for line in review.lines], review.clock_odd) == ([who.id], False)


def test_that_a_clock_set_back_while_the_vault_is_open_is_noticed_too(here: Room) -> None:
    later(here, timedelta(days=10))
    assert not here.workspace.retention.clock_odd()
    here.time.moment -= timedelta(days=3)
    assert here.workspace.retention.clock_odd()
    assert here.workspace.retention.last_seen() is not None


def test_that_a_contact_of_today_starts_the_term_again(here: Room) -> None:
    who = here.new_resident(code="R-001")
    later(here, TWO_YEARS)
    assert over(here)
    here.talk(who)
    assert over(here) == []
    assert isinstance(here.workspace.retention.review().today, date)
