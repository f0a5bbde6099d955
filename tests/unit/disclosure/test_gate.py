"""The gate on made-up lines: what is put together by an attacker, and what is hidden because of it."""

from __future__ import annotations

import numpy as np
import pytest

from spinnenweb.disclosure.decide import Decided, Kept, decision_key, without_remainder
from spinnenweb.disclosure.figures import Head
from spinnenweb.disclosure.gate import safe, through_gate
from spinnenweb.disclosure.history import History, Published
from spinnenweb.disclosure.ledger import Decision
from spinnenweb.disclosure.lines import MEANS, THEMES, Cell, Group, Line
from spinnenweb.disclosure.tables import ALL_AGES, Why

FEW = Decision(None, None, Why.FEW)


def shown(value: int) -> Decision:
    return Decision(value * 100, 500, None)


def mean(value: float, step: float) -> Decision:
    return Decision(round(value * 100), round(step * 100), None)


def group(label: str, parts: tuple[int, ...], sizes: tuple[int, ...]) -> Group:
    tokens = np.concatenate([np.arange(1000 * part, 1000 * part + sizes[part]) for part in parts]).astype(
        np.uint64
    )
    return Group(label, parts, (tokens, tokens), Head(len(tokens), len(tokens)), 0, label.ljust(32, "-"))


def line(sizes: tuple[int, ...], *figures: Decision, item: str = "rouw", table: str = THEMES) -> Decided:
    """The whole and its parts, all decided now."""
    whole = group(ALL_AGES, tuple(range(len(sizes))), sizes)
    groups = [whole, *(group(f"deel {part}", (part,), sizes) for part in range(len(sizes)))]
    cells = tuple(Cell(each, Head(0, 0), 0) for each in groups[: len(figures)])
    return Decided(Line(table, item, cells), figures, (True,) * len(figures))


def history(sizes: tuple[int, ...]) -> History:
    parts = np.eye(len(sizes), dtype=np.bool_)
    sets = [Published(ALL_AGES.ljust(32, "-"), sum(sizes), np.ones(len(sizes), dtype=np.bool_))]
    sets += [Published(f"deel {at}".ljust(32, "-"), size, parts[at]) for at, size in enumerate(sizes)]
    return History(sizes, tuple(sets))


def test_that_a_hidden_count_that_is_cornered_gets_company() -> None:
    sizes = (50, 40, 40)
    decided = line(sizes, shown(20), shown(15), shown(10), FEW)
    passed = through_gate([decided], history(sizes), {})
    assert isinstance(passed, tuple)
    assert [each.why for each in passed[0].figures] == [None, None, Why.DERIVED, Why.FEW]


def test_that_a_hidden_count_with_room_costs_nothing() -> None:
    sizes = (50, 40, 40)
    decided = line(sizes, shown(40), shown(15), shown(15), FEW)
    assert through_gate([decided], history(sizes), {}) == (decided,)


def test_that_figures_of_long_ago_can_not_be_hidden_any_more() -> None:
    sizes = (50, 40, 40)
    decided = line(sizes, shown(20), shown(15), shown(10), FEW)
    stale = Decided(decided.line, decided.figures, (False,) * 4)
    assert isinstance(through_gate([stale], history(sizes), {}), Kept)


def test_that_an_earlier_figure_counts_in_the_sum() -> None:
    sizes = (50, 40, 40)
    now = line(sizes, shown(20), shown(15), FEW, FEW)
    assert safe([now], history(sizes), {}) is True
    earlier = {decision_key("deel 1".ljust(32, "-"), now.line.key): shown(15)}
    told = {
        decision_key(c.group.digest, now.line.key): f for c, f in zip(now.line.cells, now.figures, strict=True)
    }
    assert safe([now], history(sizes), told) is True
    assert safe([now], history(sizes), {**told, **earlier}) is False


def test_that_whoever_arrived_is_known_to_have_started() -> None:
    sizes = (40,)
    started, arrived = line(sizes, shown(10), item="handover_started"), line(sizes, shown(30), item="arrived")
    told = {
        decision_key(each.line.cells[0].group.digest, each.line.key): each.figures[0]
        for each in (started, arrived)
    }
    assert safe([started], history(sizes), told)
    assert safe([arrived], history(sizes), told)
    assert not safe([started, arrived], history(sizes), told)


def test_that_a_hidden_mean_keeps_three_points() -> None:
    sizes = (60, 40)
    means = [mean(5.0, 0.1), mean(5.0, 0.2), Decision(None, None, Why.EXTREME)]
    passed = through_gate([line(sizes, *means, item="LF", table=MEANS)], history(sizes), {})
    assert isinstance(passed, tuple)
    assert [each.why for each in passed[0].figures] == [None, Why.DERIVED, Why.EXTREME]


@pytest.mark.parametrize("left", [1, 9])
def test_that_no_few_residents_are_left_beside_the_shown_parts(left: int) -> None:
    sizes = (30, 25, left)
    passed = without_remainder(line(sizes, shown(60), shown(30), shown(25), FEW))
    assert isinstance(passed, Decided)
    assert [each.why for each in passed.figures] == [None, None, Why.DERIVED, Why.FEW]


def test_that_ten_left_are_enough() -> None:
    decided = line((30, 25, 10), shown(60), shown(30), shown(25), FEW)
    assert without_remainder(decided) == decided
