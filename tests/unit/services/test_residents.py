from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.changes import NOTHING, Kind, changed
from spinnenweb.domain.conversations import NO_STEP, Step
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.residents import (
    Address,
    AnsweredBy,
    ConsentWay,
    Level,
    Purpose,
    allows,
)
from spinnenweb.services.consents import TEXT_VERSION
from tests.records import varied
from tests.unit.security.vaults import code_of
from tests.unit.services.rooms import NO, YES, Room, same_room
from tests.unit.storage.files import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.residents import ResidentService

TODAY = NOON.date()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


@pytest.fixture
def people(opened: Room) -> ResidentService:
    return opened.workspace.residents


def test_that_codes_are_given_out_after_the_highest(opened: Room, people: ResidentService) -> None:
    assert people.next_code() == "R-001"
    opened.new_resident(code="r-041")
    opened.new_resident(code="ANDERS-900")
    assert people.next_code() == "R-042"
    opened.new_resident(code="R-1000")
    assert people.next_code() == "R-1001"


def test_that_a_code_in_an_open_conversation_is_not_given_out_again(opened: Room, people: ResidentService) -> None:
    talks = opened.workspace.conversations
    talks.save_draft(talks.begin(people.blank(), resident_is_new=True))
    assert people.next_code() == "R-002"


def test_that_a_blank_card_follows_the_settings(opened: Room, people: ResidentService) -> None:
    settings = opened.workspace.settings
    settings.save(replace(settings.get(), level=Level.SIMPLE, address=Address.INFORMAL))
    card = people.blank()
    assert (card.level, card.address, card.code) == (Level.SIMPLE, Address.INFORMAL, "R-001")
    assert card.village_id == people.villages()[0].id
    assert people.all() == ()


def test_that_a_card_is_added_and_changed(people: ResidentService) -> None:
    card = replace(people.blank(), calling_name="  Bo   van\tDam ", birth_year=1950)
    assert people.add(card) == changed(Kind.RESIDENT, card.id)
    assert people.get(card.id) == replace(card, calling_name="Bo van Dam")
    assert people.change(replace(card, calling_name="Bo", birth_year=1951)) == changed(Kind.RESIDENT, card.id)
    assert (people.get(card.id).calling_name, people.get(card.id).birth_year) == ("Bo", 1951)
    assert people.by_code(" r-001 ") == people.get(card.id)


def test_that_a_code_belongs_to_one_resident(opened: Room, people: ResidentService) -> None:
    first, second = opened.new_resident(), opened.new_resident()
    taken = replace(people.blank(), code=" r-001")
    assert code_of(lambda: people.add(taken)) == "resident.code_taken"
    assert code_of(lambda: people.change(replace(second, code="R-001"))) == "resident.code_taken"
    people.change(replace(first, calling_name="Bo"))
    assert [line.resident.code for line in people.all()] == ["R-001", "R-002"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"code": "  "}, "resident.code_missing"),
        ({"birth_year": 1899}, "resident.birth_year"),
        ({"birth_year": TODAY.year + 1}, "resident.birth_year"),
        ({"calling_name": "x" * 201}, "text.too_long"),
        ({"calling_name": "Bo\0"}, "text.nul"),
        ({"calling_name": "Bo\ud800"}, "text.control"),
        ({"code": "R" * 41}, "text.too_long"),
    ],
)
def test_that_a_card_that_cannot_be_right_is_refused_and_nothing_is_written(
    people: ResidentService, fields: dict[str, object], code: str
) -> None:
    card = varied(people.blank(), **fields)
    assert code_of(lambda: people.add(card)) == code
    assert people.all() == ()


@pytest.mark.parametrize("year", [1900, TODAY.year])
def test_that_the_ends_of_the_birth_years_are_taken(people: ResidentService, year: int) -> None:
    people.add(replace(people.blank(), birth_year=year))


def test_that_who_is_not_there_is_named_by_code(people: ResidentService) -> None:
    with pytest.raises(SpinnenwebError) as caught:
        people.by_code(" R-404 ")
    assert (caught.value.code, dict(caught.value.values)) == ("resident.unknown", {})
    card = people.blank()
    for ask in (people.get, people.line):
        assert code_of(partial(ask, card.id)) == "resident.gone"
    assert code_of(lambda: people.change(card)) == "resident.gone"
    assert code_of(lambda: people.say(card.id, Purpose.COUNT, YES)) == "resident.gone"


def test_that_lists_show_the_village_and_the_step_of_the_last_conversation(
    opened: Room, people: ResidentService
) -> None:
    bo, alex = opened.new_resident(calling_name="Bo"), opened.new_resident(village_id=None)
    walk = Step("wandelen", "dinsdag")
    opened.talk(bo, TODAY - timedelta(days=40), step=Step("lezen"))
    opened.talk(bo, TODAY - timedelta(days=2), step=walk, return_on=TODAY)
    first, second = people.all()
    assert (first.resident, first.village_name, first.conversations) == (bo, "Ruinen", 2)
    assert (first.last_held_on, first.next_step, first.return_on) == (TODAY - timedelta(days=2), walk, TODAY)
    assert (second.resident, second.village_name, second.conversations) == (alex, "", 0)
    assert (second.last_held_on, second.next_step) == (None, NO_STEP)
    assert people.line(bo.id) == first
    assert people.find("bo") == (first,)


def test_that_who_was_spoken_with_last_comes_first(opened: Room, people: ResidentService) -> None:
    persons = [opened.new_resident() for _ in range(4)]
    for days, person in zip((3, 1, 2), persons, strict=False):
        opened.talk(person, TODAY - timedelta(days=days))
    assert [line.resident.code for line in people.recent()] == ["R-002", "R-003", "R-001"]
    assert len(people.recent(2)) == 2


def test_that_a_village_is_made_once(people: ResidentService) -> None:
    ansen, changes = people.add_village(" Ansen ")
    assert (ansen.name, changes) == ("Ansen", changed(Kind.VILLAGE, ansen.id))
    assert people.add_village("ANSEN") == (ansen, NOTHING)
    assert [village.name for village in people.villages()] == ["Ansen", "Ruinen"]
    assert code_of(lambda: people.add_village(" ")) == "village.name_missing"


def test_that_two_villages_never_get_the_same_name(people: ResidentService) -> None:
    ansen, _ = people.add_village("Ansen")
    assert code_of(lambda: people.rename_village(replace(ansen, name="ruinen"))) == "village.taken"
    people.rename_village(replace(ansen, name="ANSEN"))
    assert [village.name for village in people.villages()] == ["ANSEN", "Ruinen"]


def test_that_a_permission_is_in_force_at_once_and_can_be_withdrawn(opened: Room, people: ResidentService) -> None:
    opened.workspace.languages.switch("tr", on=True)
    bo = opened.new_resident(language="tr", level=Level.SIMPLE)
    changes = people.say(bo.id, Purpose.COUNT, YES, way=ConsentWay.CARD, answered_by=AnsweredBy.REPRESENTATIVE)
    assert changes.touches(Kind.CONSENT)
    (said,) = people.consents(bo.id)
    assert (said.given_on, said.recorded_at, said.text_version) == (TODAY, NOON, TEXT_VERSION)
    assert (said.language, said.level, said.way) == ("tr", Level.SIMPLE, ConsentWay.CARD)
    assert said.answered_by is AnsweredBy.REPRESENTATIVE
    assert allows(people.consents(bo.id), Purpose.COUNT)
    opened.time.moment = NOON + timedelta(minutes=1)
    people.say(bo.id, Purpose.COUNT, NO)
    assert not allows(people.consents(bo.id), Purpose.COUNT)
    assert len(people.consents(bo.id)) == 2


def test_that_sharing_names_the_receiver_the_fields_and_the_end(opened: Room, people: ResidentService) -> None:
    bo = opened.new_resident()
    people.say(bo.id, Purpose.SHARE, YES, receiver=" De  Zaal ", fields=("name",), until=TODAY)
    (said,) = people.consents(bo.id)
    assert (said.receiver, said.fields, said.until) == ("De Zaal", ("name",), TODAY)


def test_that_only_who_was_made_ready_is_ready(opened: Room, people: ResidentService) -> None:
    bo, _ = opened.new_resident(), opened.new_resident()
    people.set_ready(bo.id, True)
    assert [line.resident.id for line in people.ready()] == [bo.id]
    people.set_ready(bo.id, False)
    assert people.ready() == ()
