"""One box over everything that has words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.conversations import Step
from spinnenweb.domain.search import HitKind
from spinnenweb.services.search import around
from tests.unit.services.rooms import Room, same_room
from tests.unit.storage.files import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def test_that_a_hit_says_who_where_and_when(house: Room) -> None:
    person = house.new_resident(calling_name="Jannie", code="R-021")
    nameless = house.new_resident(code="R-022")
    talk = house.talk(person, DAY, note="De bus rijdt niet").conversation
    house.talk(nameless, DAY - timedelta(days=1), note="Bus gemist")
    first, second = house.workspace.search.find("bus")
    assert (first.kind, first.title, first.snippet) == (HitKind.NOTE, "Jannie", "De bus rijdt niet")
    assert (first.resident_id, first.talk_id, first.held_on) == (person.id, talk.id, DAY)
    assert second.title == "Inwoner R-022"
    (card,) = house.workspace.search.find("jann")
    assert (card.kind, card.record_id, card.snippet, card.held_on) == (
        HitKind.RESIDENT,
        person.id,
        "R-021 · Ruinen",
        DAY,
    )


def test_that_a_step_that_stands_in_two_places_is_shown_once(house: Room) -> None:
    person = house.new_resident(calling_name="Bo")
    house.talk(person, DAY, step=Step("wandelen", "dinsdag"))
    assert len(house.workspace.goals.steps(person.id)) == 1
    assert [hit.kind for hit in house.workspace.search.find("wandelen")] == [HitKind.STEP]


def test_that_a_draft_is_found_nowhere(house: Room) -> None:
    from dataclasses import replace

    draft = house.workspace.conversations.begin(house.new_resident())
    talk = replace(draft.conversation, note="nog niet van ons")
    house.workspace.conversations.save_draft(replace(draft, conversation=talk))
    assert house.workspace.search.find("ons") == ()


@pytest.mark.parametrize("typed", ["zonnebloem", "ZONNE", "zonne bus"])
def test_that_the_words_around_what_was_typed_are_shown(typed: str) -> None:
    said = f"{'Eerst heel lang iets anders. ' * 9}Toen kwam de zonnebloem uit. {'En daarna nog meer. ' * 9}"
    snippet = around(said, typed)
    assert "zonnebloem" in snippet
    assert len(snippet) <= 95
    assert (snippet[0], snippet[-1]) == ("…", "…")


@pytest.mark.parametrize("said", ["x" * 500, "x" * 30 + " " + "y" * 500, "kort", "", "a\nb\n\nc"])
def test_that_words_of_any_length_make_one_short_line(said: str) -> None:
    for typed in ("x", "y", "kort", ""):
        snippet = around(said, typed)
        assert len(snippet) <= 95
        assert "\n" not in snippet
        assert bool(snippet) == bool(said)
