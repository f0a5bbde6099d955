"""Run exporters over invented villages and every attacker over what they wrote."""

from __future__ import annotations

import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tests.attacks import a1, a2, a2b, a3, a4, a6, a7, a9, b0, b1, b5, b8, b9, control, product, real, utility
from tests.attacks.broken import exporter as broken
from tests.attacks.series import read_series
from tests.attacks.verdict import Evidence, Outcome, Verdict, pooled
from tests.attacks.without import taken_out
from tests.attacks.world import BACK_AND_FORTH, SCENARIOS, UTILITY_SCENARIOS, Scenario

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tests.attacks.series import Series


class Attack(Protocol):
    """An attacker: a module that collects from one series and judges all of them."""

    def collect(self, series: Series) -> Evidence:
        """What it found in one series."""

    def judge(self, all_series: Evidence) -> Verdict:
        """What that says."""


ATTACKS: dict[str, Attack] = {
    "A1": a1, "A2": a2, "A2b": a2b, "A3": a3, "A4": a4, "A6": a6, "A7": a7, "A9": a9,
    "B0": b0, "B1": b1, "B5": b5, "B8": b8, "B9": b9,
}  # fmt: skip
MUST_BITE: dict[str, tuple[str, ...]] = {
    "naive": ("A2", "A3", "A4", "B5", "B8"),
    "t10css": ("A1", "A2", "A3", "A4", "B8"),
    "cellkey": ("A2", "A3", "A4", "B8"),
}
"""Which attacks each broken exporter fails by the design's evidence; A5 is B5 and A8 is B8 by now."""


WITHOUT = "zonder "
"""Before the name of a rule: the product's exporter with that rule taken out."""


@dataclass(frozen=True, slots=True)
class Job:
    """One series to make and attack."""

    exporter: str
    scenario: str
    seed: int
    attacks: tuple[str, ...]


def scenario(name: str) -> Scenario:
    """The series of that name."""
    return next(found for found in (*SCENARIOS, BACK_AND_FORTH, *UTILITY_SCENARIOS) if found.name == name)


def export(exporter: str, chosen: Scenario, seed: int, folder: Path) -> None:
    """Let an exporter write a whole series."""
    if exporter == "product":
        maker = real if chosen.real else product
        maker.export(chosen, seed, folder)
    elif exporter.startswith("control"):
        control.export(chosen, seed, folder, exporter.removeprefix("control").strip())
    elif exporter.startswith(WITHOUT):
        with taken_out(exporter.removeprefix(WITHOUT)):
            product.export(chosen, seed, folder)
    else:
        ways = {way.name: way for way in broken.WAYS}
        broken.export(ways[exporter], chosen, seed, folder)


def work(job: Job) -> Mapping[str, Evidence]:
    """Make one series in a temporary folder and attack it."""
    with tempfile.TemporaryDirectory(prefix="aanval-") as name:
        folder = Path(name)
        export(job.exporter, scenario(job.scenario), job.seed, folder)
        return attack(folder, job.attacks)


def attack(folder: Path, attacks: Iterable[str]) -> Mapping[str, Evidence]:
    """Every chosen attacker on one series folder."""
    series = read_series(folder)
    collectors = {name: found.collect for name, found in ATTACKS.items()} | {"nut": utility.collect}
    return {name: collectors[name](series) for name in attacks}


def run(jobs: Sequence[Job], workers: int) -> list[Mapping[str, Evidence]]:
    """All jobs, in order."""
    if workers == 1:
        return [work(job) for job in jobs]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return list(pool.map(work, jobs))


def verdicts(found: Sequence[Mapping[str, Evidence]], attacks: Iterable[str]) -> list[Verdict]:
    """What every attack says about all series together."""
    return [ATTACKS[name].judge(pooled(one[name] for one in found)) for name in attacks]


def failed(lines: Iterable[Verdict]) -> set[str]:
    """The attacks whose bar was not met."""
    return {line.attack for line in lines if line.outcome is Outcome.NOT_MET}


def missed(exporter: str, caught: set[str], tried: set[str], must: Iterable[str]) -> set[str]:
    """The attacks that should have bitten and did not; when a rule was taken out, one that did is enough."""
    wanted = set(must) & tried
    if exporter.startswith((WITHOUT, "control")):
        return set() if wanted & caught else wanted
    return wanted - caught
