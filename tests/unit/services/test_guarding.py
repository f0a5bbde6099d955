"""Rules for what points at a person in words that leave the vault."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.conversations import Matter, Step
from spinnenweb.domain.free_text import FindingKind
from spinnenweb.services.guarding import PassageKind
from spinnenweb.services.summaries import SummaryChoice
from tests.unit.services.rooms import same_room as open_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.guarding import Passage
    from tests.unit.services.rooms import Room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with open_room(tmp_path) as made:
        yield made


def stretches(passages: tuple[Passage, ...]) -> list[str]:
    return [passage.text[one.start : one.end] for passage in passages for one in passage.findings]


def found(room: Room, text: str, resident_id: str | None = None) -> list[str]:
    return [text[one.start : one.end] for one in room.workspace.guard.check(text, resident_id)]


def test_that_every_name_and_code_the_vault_knows_is_found(room: Room) -> None:
    room.new_resident(code="R-007", calling_name="Zeynep")
    card = replace(room.workspace.residents.blank(), calling_name="Oluwaseun")
    room.workspace.conversations.save_draft(room.workspace.conversations.begin(card, resident_is_new=True))
    settings = room.workspace.settings.get()
    room.workspace.settings.save(replace(settings, worker="Marijke"))
    said = "Zeynep, Oluwaseun en Marijke over R-007"
    assert found(room, said) == ["Zeynep", "Oluwaseun", "Marijke", "R-007"]


def test_that_a_name_no_card_has_is_no_finding(room: Room) -> None:
    assert found(room, "Zeynep ging mee") == []


def test_that_cards_merged_into_another_keep_their_names(room: Room) -> None:
    kept = room.new_resident(code="R-1", calling_name="Bo")
    other = room.new_resident(code="R-2", calling_name="Boudewijn")
    room.workspace.merging.merge(kept.id, other.id)
    assert found(room, "Boudewijn was er") == ["Boudewijn"]
    assert found(room, "Bo en Boudewijn", kept.id) == []


def test_that_the_own_name_is_no_finding_and_a_longer_name_around_it_is(room: Room) -> None:
    own = room.new_resident(code="R-1", calling_name="Jan")
    room.new_resident(code="R-2", calling_name="Jan Bakker")
    assert found(room, "Jan belt Jan Bakker", own.id) == ["Jan Bakker"]


def test_that_numbers_addresses_and_mail_are_found_in_every_part_of_a_summary(room: Room) -> None:
    own = room.new_resident(code="R-1", calling_name="Bo")
    talk = room.talk(
        own,
        matters=(Matter(words="mail naar iemand@voorbeeld.nl"),),
        step=Step("bel 0600000000", "om 12", "iemand op 1234 AB 5"),
        note="nummer 111222333",
    ).conversation
    everything = SummaryChoice(note=True)
    passages = room.workspace.guard.summary(talk, everything)
    kinds = [(passage.kind, one.kind) for passage in passages for one in passage.findings]
    assert kinds == [
        (PassageKind.MATTER, FindingKind.EMAIL),
        (PassageKind.STEP, FindingKind.PHONE),
        (PassageKind.WITH_WHOM, FindingKind.ADDRESS),
        (PassageKind.NOTE, FindingKind.BSN),
    ]
    assert len(room.workspace.guard.summary(talk, SummaryChoice())) == len(passages) - 1
    assert [passage.kind for passage in room.workspace.guard.photo(talk)] == [
        PassageKind.STEP,
        PassageKind.WITH_WHOM,
    ]


def test_that_who_gives_the_paper_may_stand_on_it(room: Room) -> None:
    settings = room.workspace.settings.get()
    room.workspace.settings.save(replace(settings, worker="Marijke", phone="06 0000 0001"))
    own = room.new_resident(code="R-1", calling_name="Bo")
    room.new_resident(code="R-2", calling_name="Zeynep")
    talk = room.talk(own, step=Step("Marijke belt Zeynep op 0600000001 en 0600000002")).conversation
    assert stretches(room.workspace.guard.summary(talk, SummaryChoice())) == ["Zeynep", "0600000002"]


def test_that_a_summary_without_words_has_nothing_to_decide(room: Room) -> None:
    talk = room.talk(room.new_resident(code="R-1", calling_name="Bo")).conversation
    assert room.workspace.guard.summary(talk, SummaryChoice(note=True)) == ()


@pytest.mark.parametrize("name", ["Zoë", "Şeyma", "Anne-Fleur", "Ana María", "Олена"])
def test_that_a_name_is_found_with_and_without_its_accents_and_capitals(room: Room, name: str) -> None:
    room.new_resident(code="R-1", calling_name=name)
    for said in (name, name.lower(), f"de zus van {name}."):
        assert [one.casefold() for one in found(room, said)] == [name.casefold()]


def test_that_a_first_name_with_an_s_behind_it_is_found(room: Room) -> None:
    room.new_resident(code="R-1", calling_name="Zeynep")
    assert found(room, "Zeyneps zus") == ["Zeyneps"]
