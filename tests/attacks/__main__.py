"""`python -m tests.attacks`: every attacker on the product and on the broken exporters, one table (README.md)."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.attacks import bench, control, utility
from tests.attacks.bench import ATTACKS, Job
from tests.attacks.verdict import Outcome, Verdict, pooled
from tests.attacks.without import WITHOUT
from tests.attacks.world import BACK_AND_FORTH, QUICK, SCENARIOS, UTILITY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.attacks.verdict import Evidence

SHOWN_FINDINGS = 3


class Section(NamedTuple):
    """One exporter: its series, the attacks on it, and (for a broken one) which of them must bite."""

    exporter: str
    scenarios: tuple[str, ...]
    must_bite: tuple[str, ...] = ()
    seeds: int = 1


def sections(*, quick: bool, exporter: str | None, seeds: int = 1) -> list[Section]:
    """Which exporters run over which series."""
    everything = tuple(scenario.name for scenario in SCENARIOS)
    found = [Section("product", QUICK if quick else everything, seeds=seeds)]
    found += [Section(name, QUICK, must) for name, must in bench.MUST_BITE.items()]
    found += [Section(f"control {flaw}", *about) for flaw, about in control.FLAWS.items()]
    if not quick:
        made = (*(scenario for scenario in SCENARIOS if not scenario.real), BACK_AND_FORTH)
        found += [Section("control", tuple(scenario.name for scenario in made))]
        found += [Section(f"zonder {rule}", w.scenarios, w.bitten_by) for rule, w in WITHOUT.items()]
    return [section for section in found if exporter in {None, section.exporter}]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bench; the exit code says what came of it."""
    asked = _parser().parse_args(arguments)
    attacks = tuple(asked.only.split(",")) if asked.only else tuple(ATTACKS)
    if unknown := [name for name in attacks if name not in ATTACKS]:
        _say(f"unknown: {', '.join(unknown)}")
        return 1
    if asked.series:
        found = [bench.attack(Path(asked.series), attacks)]
        return _product("series", bench.verdicts(found, attacks), as_json=asked.json)
    codes = []
    for section in sections(quick=asked.quick, exporter=asked.exporter, seeds=asked.seeds):
        seeds = range(asked.seed, asked.seed + section.seeds)
        # of a broken exporter only that it is caught matters
        chosen = tuple(name for name in attacks if not section.must_bite or name in section.must_bite)
        jobs = [Job(section.exporter, name, seed, chosen) for name in section.scenarios for seed in seeds]
        verdicts = bench.verdicts(bench.run(jobs, asked.workers), chosen)
        report = _broken if section.must_bite else _product
        codes.append(report(section.exporter, verdicts, section.must_bite, as_json=asked.json))
    if not asked.quick and asked.exporter in {None, "product"}:
        codes.append(_utility(asked.seed, asked.workers))
    if 1 in codes or not codes:
        return 1
    # a small subset never has enough events for the attacks that count them
    return 0 if asked.quick else max(codes)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.attacks", description="Attack the monthly tables.")
    parser.add_argument("--quick", action="store_true", help="a small subset")
    parser.add_argument("--seed", type=int, default=101, help="which invented villages")
    parser.add_argument("--seeds", type=int, default=1, help="so many seeds in a row for the product")
    parser.add_argument("--only", help="some attacks: A1,B8")
    parser.add_argument("--exporter", help="product, naive, t10css, cellkey or 'zonder regel N'")
    parser.add_argument("--series", help="an existing series folder")
    parser.add_argument("--json", action="store_true", help="one JSON object per attack")
    parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1), help="processes")
    return parser


def _product(name: str, verdicts: Sequence[Verdict], _must: tuple[str, ...] = (), *, as_json: bool) -> int:
    """Every bar met: 0; too few events somewhere: 2."""
    _lines(name, verdicts, as_json=as_json)
    outcomes = {verdict.outcome for verdict in verdicts}
    if Outcome.NOT_MET in outcomes:
        return 1
    return 2 if Outcome.TOO_FEW in outcomes else 0


def _broken(name: str, verdicts: Sequence[Verdict], must: tuple[str, ...], *, as_json: bool) -> int:
    """Caught: 0. `must` are the attacks of which at least one has to bite."""
    caught = bench.failed(verdicts)
    missed = bench.missed(name, caught, {verdict.attack for verdict in verdicts}, must)
    if as_json:
        _lines(name, verdicts, as_json=True)
    word = "betrapt" if not missed else f"NIET BETRAPT door {', '.join(sorted(missed))}"
    _say(f"{name:<16} {word}; gezakt voor {', '.join(sorted(caught)) or 'niets'}")
    return 1 if missed else 0


def _lines(name: str, verdicts: Sequence[Verdict], *, as_json: bool) -> None:
    for verdict in verdicts:
        if as_json:
            _say(json.dumps(_as_json(name, verdict), ensure_ascii=False))
            continue
        _say(
            f"{name:<16} {verdict.attack:<4} {verdict.outcome.value:<12} {verdict.measured:<58} bar {verdict.bar}"
        )
        for finding in verdict.findings[:SHOWN_FINDINGS]:
            _say(f"{'':<22} {finding}")


def _as_json(name: str, verdict: Verdict) -> Mapping[str, object]:
    return {
        "exporter": name, "attack": verdict.attack, "outcome": verdict.outcome.name, "measured": verdict.measured,
        "bar": verdict.bar, "findings": list(verdict.findings[:50]),
    }  # fmt: skip


def _utility(seed: int, workers: int) -> int:
    """The errors of the figures at four sizes, against what the design's evidence measured."""
    good = True
    for name, seeds in UTILITY.items():
        jobs = [Job("product", name, seed + turn, ("nut",)) for turn in range(seeds)]
        found: Evidence = pooled(one["nut"] for one in bench.run(jobs, workers))
        fine = utility.good(name, found)
        good = good and fine
        _say(f"{utility.line(name, found)}{'' if fine else '  SLECHTER DAN HET BEWIJS'}")
    return 0 if good else 1


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
