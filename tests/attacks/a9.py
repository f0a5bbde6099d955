"""A9 rollback: an older ledger, a missing predecessor, an unmerged file and a changed design are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.attacks.verdict import Evidence, Outcome, Verdict, met

if TYPE_CHECKING:
    from tests.attacks.series import Series

CASES = ("older ledger", "missing predecessor", "unmerged file", "changed design")


def collect(series: Series) -> Evidence:
    """The refusals the bench tried on one series."""
    tried = {entry["case"]: entry["refused"] for entry in series.described.get("refusals", [])}
    findings = tuple(f"{series.name}: not refused: {case}" for case, refused in tried.items() if not refused)
    return Evidence(findings, {f"tried {case}": 1.0 for case in tried})


def judge(all_series: Evidence) -> Verdict:
    """All four refused."""
    tried = sum(bool(all_series.sum(f"tried {case}")) for case in CASES)
    findings = all_series.findings
    if not tried:
        return Verdict("A9", "niet gedaan", "4 van 4", Outcome.NOT_TRIED)
    good = not findings and tried == len(CASES)
    return Verdict("A9", f"{tried - len(findings)} van {tried} geweigerd", "4 van 4", met(good), findings)
