from __future__ import annotations

import random
from typing import TYPE_CHECKING

from spinnenweb.disclosure.columns import Roll, rolls_of
from spinnenweb.disclosure.designs import proposed
from spinnenweb.disclosure.history import history_of
from spinnenweb.disclosure.people import Kind
from spinnenweb.disclosure.snapshots import WHOLE, adults, snapshot
from tests.unit.disclosure.made_villages import asked, month, people, renewed

if TYPE_CHECKING:
    from spinnenweb.disclosure.ledger import State


def state(roll: Roll, kind: Kind = Kind.PEOPLE) -> State:
    design = proposed("Ruinerdal", roll, asked(month(0)), None)
    return snapshot(kind, WHOLE, roll, adults(roll, 2025), design, "2025-01")


def test_that_people_with_the_same_history_are_one_class() -> None:
    draw = random.Random(1)
    living = people(draw, 30)
    later = [*(renewed(draw, each) for each in living[:6]), *living[6:]]
    first, second = (state(rolls_of(who)["Ruinerdal"]) for who in (living, later))
    found = history_of(((first,), (second,)))
    assert sorted(found.sizes) == [6, 6, 24]
    assert [each.residents for each in found.sets] == [30, 30]


def test_that_the_oldest_moments_are_left_out_of_a_very_large_history() -> None:
    draw = random.Random(1)
    moments = tuple((state(rolls_of(people(draw, 700))["Ruinerdal"]),) for _ in range(5))
    assert len(history_of(moments).sets) == 3


def test_that_marks_not_given_are_in_no_history_of_that_dimension() -> None:
    living = people(random.Random(2), 30)
    web = state(rolls_of(living)["Ruinerdal"], Kind.WEB)
    gave = sum("LF" in each.web.marks for each in living if each.web)
    assert sum(history_of(((web,),), 0).sizes) == gave < 30
