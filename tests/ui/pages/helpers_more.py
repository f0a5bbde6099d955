"""Files of earlier conversations for the tests of the settings and of the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "code;kern;geboortejaar;datum;wijze;LF;MW;ZG;KL;MD;DF;themas;meetellen;notitie"


def line(number: int, village: str = "Esdoornhoek", themes: str = "", mark: str = "6") -> str:
    """One invented talk, with a yes to counting along."""
    return f"P-{number:03d};{village};1948;2026-10-05;direct;{mark};7;8;;5;6;{themes};ja;"


def csv_file(folder: Path, *lines: str) -> Path:
    """A CSV file with these talks."""
    path = folder / "gesprekken.csv"
    path.write_bytes("\r\n".join((HEAD, *lines)).encode())
    return path


def people(count: int, themed: int, village: str = "Esdoornhoek", theme: str = "rouw") -> tuple[str, ...]:
    """So many residents, the first of them with a theme."""
    return tuple(line(n, village, theme if n < themed else "") for n in range(count))
