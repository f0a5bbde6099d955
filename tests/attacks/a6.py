"""A6 stable: the same state again gives the same bytes, the same persons the same figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.attacks.verdict import Evidence, Verdict, met

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.attacks.series import Series


def collect(series: Series) -> Evidence:
    """One series and the releases of it that were made again."""
    again = series.described.get("again", [])
    folders = [(series.folder / series.folders[e["release"] - 1], series.folder / e["folder"]) for e in again]
    findings = [*two_values(series), *(f for pair in folders for f in different_files(*pair))]
    return Evidence(tuple(findings), {"again": len(again)})


def judge(all_series: Evidence) -> Verdict:
    """Nothing differs."""
    number = len(all_series.findings)
    measured = f"{number} verschillen, {all_series.sum('again'):.0f} keer opnieuw"
    return Verdict("A6", measured, "0", met(not number), all_series.findings)


def two_values(series: Series) -> Iterator[str]:
    """Figures about the very same persons that differ, whatever the row is called."""
    values: dict[tuple[str, int, int], float] = {}
    for cell in series.cells:
        members = series.members(cell)
        if cell.value is not None and members:
            earlier = series.pair(cell)[1] if cell.table.is_change else 0
            first = values.setdefault((cell.key, members, earlier), cell.value)
            if first != cell.value:
                yield f"{cell.where}: {cell.value} for persons who were {first}"


def different_files(left: Path, right: Path) -> Iterator[str]:
    """Files that are not byte for byte equal in two folders."""
    names = {path.name for folder in (left, right) for path in folder.iterdir() if path.is_file()}
    for name in sorted(names):
        one, other = left / name, right / name
        if not (one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()):
            yield f"{right.parent.name}/{right.name}/{name} differs"
