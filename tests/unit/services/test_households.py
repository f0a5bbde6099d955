from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.changes import NOTHING, Kind, changed
from tests.unit.security.vaults import code_of
from tests.unit.services.rooms import Room, same_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.residents import Resident


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def codes(opened: Room, resident: Resident) -> list[str]:
    return [mate.code for mate in opened.workspace.households.housemates(resident.id)]


def test_that_who_joins_a_household_lives_with_all_in_it(opened: Room) -> None:
    households = opened.workspace.households
    one, two, three, alone = (opened.new_resident() for _ in range(4))
    assert households.join(two.id, one.id) == changed(Kind.RESIDENT, one.id, two.id)
    households.join(three.id, two.id)
    assert codes(opened, one) == [two.code, three.code]
    assert codes(opened, three) == [one.code, two.code]
    assert codes(opened, alone) == []


def test_that_who_leaves_or_moves_leaves_the_others_together(opened: Room) -> None:
    households = opened.workspace.households
    one, two, three, other = (opened.new_resident() for _ in range(4))
    households.join(two.id, one.id)
    households.join(three.id, one.id)
    assert households.leave(two.id) == changed(Kind.RESIDENT, two.id)
    households.join(three.id, other.id)
    assert (codes(opened, one), codes(opened, two), codes(opened, three)) == ([], [], [other.code])


def test_that_nobody_lives_with_themselves_or_with_a_stranger(opened: Room) -> None:
    households = opened.workspace.households
    bo = opened.new_resident()
    assert households.join(bo.id, bo.id) == NOTHING
    assert code_of(lambda: households.join(bo.id, "nobody")) == "resident.gone"
    assert opened.workspace.residents.get(bo.id).household_id is None
