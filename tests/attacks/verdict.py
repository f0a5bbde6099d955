"""What an attack found in one series, and what it says about all of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Outcome(Enum):
    """How an attack ended."""

    MET = "gehaald"
    NOT_MET = "GEZAKT"
    TOO_FEW = "te weinig"
    NOT_TRIED = "niet gedaan"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Findings in words, numbers that add up over series, and numbers of which the highest counts."""

    findings: tuple[str, ...] = ()
    sums: Mapping[str, float] = field(default_factory=dict)
    peaks: Mapping[str, float] = field(default_factory=dict)

    def sum(self, name: str) -> float:
        """A summed number, 0 when nothing was counted."""
        return self.sums.get(name, 0.0)

    def share(self, part: str, whole: str) -> float:
        """One sum over another, 0 when there is nothing to divide."""
        return self.sum(part) / self.sum(whole) if self.sum(whole) else 0.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """One line of the table."""

    attack: str
    measured: str
    bar: str
    outcome: Outcome
    findings: tuple[str, ...] = ()


def pooled(evidence: Iterable[Evidence]) -> Evidence:
    """All series together."""
    findings: list[str] = []
    sums: dict[str, float] = defaultdict(float)
    peaks: dict[str, float] = {}
    for one in evidence:
        findings.extend(one.findings)
        for name, value in one.sums.items():
            sums[name] += value
        for name, value in one.peaks.items():
            peaks[name] = max(value, peaks.get(name, value))
    return Evidence(tuple(findings), dict(sums), peaks)


def met(passed: bool) -> Outcome:
    """Whether a bar was met."""
    return Outcome.MET if passed else Outcome.NOT_MET
