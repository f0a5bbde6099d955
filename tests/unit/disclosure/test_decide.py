"""The `difference` rule: what came or went must not say who has it (4.7 rule 11)."""

from __future__ import annotations

import pytest

from spinnenweb.disclosure.decide import Decided, Earlier, Kept, decide, decision_key
from spinnenweb.disclosure.figures import Head
from spinnenweb.disclosure.ledger import Decision
from spinnenweb.disclosure.lines import THEMES, Cell, Line
from spinnenweb.disclosure.tables import ALL_AGES, Why
from tests.unit.disclosure.test_gate import group, shown

OLD = "oud".ljust(32, "-")
HIDDEN = Decision(None, None, Why.FEW)


def decided(having: int, old: Decision, *, came: int = 0, went: int = 0, secret: int = 0) -> Decided | Kept:
    line = Line(THEMES, "rouw", (Cell(group(ALL_AGES, (0,), (60,)), Head(having, having), 0),))
    earlier = {ALL_AGES: [Earlier(OLD, came, went)]}
    return decide(line, bytes([secret]), {decision_key(OLD, line.key): old}, earlier)


@pytest.mark.parametrize("secret", range(12))
def test_that_a_rise_that_proves_it_of_the_newcomers_is_rounded_the_other_way(secret: int) -> None:
    told = decided(17, HIDDEN, came=8, secret=secret)
    assert isinstance(told, Decided)
    assert told.figures == (shown(15),)


@pytest.mark.parametrize("secret", range(12))
def test_that_a_fall_that_proves_it_of_who_left_is_rounded_the_other_way(secret: int) -> None:
    told = decided(13, shown(25), went=7, secret=secret)
    assert isinstance(told, Decided)
    assert told.figures == (shown(15),)


def test_that_a_count_without_another_neighbour_keeps_the_old_snapshot() -> None:
    assert decided(20, HIDDEN, came=8) == Kept(ALL_AGES)


def test_that_a_difference_never_hides() -> None:
    assert decided(4, shown(25), went=8) == Kept(ALL_AGES)


def test_that_a_large_change_in_a_large_group_is_let_through() -> None:
    told = decided(20, HIDDEN, came=20)
    assert isinstance(told, Decided)
    assert told.figures == (shown(20),)


def test_that_the_same_people_repeat_their_figure_whatever_is_true_now() -> None:
    line = Line(THEMES, "rouw", (Cell(group(ALL_AGES, (0,), (60,)), Head(40, 40), 0),))
    known = {decision_key(line.cells[0].group.digest, line.key): shown(25)}
    told = decide(line, b"s", known, {})
    assert isinstance(told, Decided)
    assert (told.figures, told.fresh) == ((shown(25),), (False,))
