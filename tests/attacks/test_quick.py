"""A taste of the bench among the other tests; `python -m tests.attacks --quick` does more, also in CI."""

from __future__ import annotations

import sys

import pytest

from tests.attacks import bench, control
from tests.attacks.bench import ATTACKS, MUST_BITE, Job
from tests.attacks.verdict import Outcome
from tests.attacks.without import WITHOUT, taken_out

SEED = 101
EXACT = tuple(name for name in ATTACKS if name not in {"A2b", "A3", "B5"})
"""The attacks whose bar is not about all series together."""
BITE_ON = ("n025", "n045", "stil050")


def findings(exporter: str, scenarios: tuple[str, ...], attacks: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The attacks whose bar is not met, each with its first findings."""
    found = bench.run([Job(exporter, name, SEED, attacks) for name in scenarios], workers=1)
    verdicts = bench.verdicts(found, attacks)
    return {v.attack: (v.measured, *v.findings[:3]) for v in verdicts if v.outcome is Outcome.NOT_MET}


def test_that_a_broken_exporter_is_caught() -> None:
    assert set(findings("naive", BITE_ON, MUST_BITE["naive"])) == set(MUST_BITE["naive"])


def test_that_a_rule_left_out_is_noticed() -> None:
    scenarios, must = control.FLAWS["gegeven"]
    assert findings("control gegeven", scenarios, must)


def test_that_the_attackers_find_nothing_where_nothing_is_wrong() -> None:
    assert findings("control", ("n025", "stil080"), tuple(ATTACKS)) == {}


@pytest.mark.parametrize("scenario", ["n025", "stil050"])
def test_that_the_product_withstands_every_attack(scenario: str) -> None:
    assert findings("product", (scenario,), EXACT) == {}


@pytest.mark.parametrize("rule", WITHOUT)
def test_that_every_name_of_a_rule_that_is_taken_out_is_still_there(rule: str) -> None:
    with taken_out(rule):
        pass


@pytest.mark.parametrize("rule", WITHOUT)
def test_that_a_rule_that_was_taken_out_is_put_back(rule: str) -> None:
    rooms = [module for name, module in list(sys.modules.items()) if name.startswith("spinnenweb.disclosure")]
    before = [dict(vars(room)) for room in rooms]
    with taken_out(rule):
        pass
    after = [dict(vars(room)) for room in rooms]
    assert [{k: v for k, v in room.items() if k.isupper() or callable(v)} for room in after] == [
        {k: v for k, v in room.items() if k.isupper() or callable(v)} for room in before
    ]
