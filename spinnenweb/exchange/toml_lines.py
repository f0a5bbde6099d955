"""On which line of a TOML text something stands; `tomllib` itself forgets that."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

Path = tuple[str | int, ...]

_TABLE = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\-\s]+?)\s*\]")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")
_AT = re.compile(r"at line ([0-9]+)")


class TomlError(ValueError):
    """The text is no TOML. `line` is where reading stopped; 0 when that is not known."""

    def __init__(self, line: int) -> None:
        super().__init__("no TOML")
        self.line = line


def parsed(text: str) -> dict[str, Any]:
    """The tables of a TOML text; `TomlError` for anything else."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT.search(str(error))
        raise TomlError(int(found[1]) if found else text.count("\n") + 1) from None
    except (ValueError, RecursionError):
        # a number of thousands of digits, or brackets within brackets without end
        raise TomlError(0) from None


def lines_of(text: str) -> Mapping[Path, int]:
    """The line of every table and key that is written in the plain way, by path; tables of a list are numbered.

    Inline tables and quoted keys are found under the table they stand in.
    """
    found: dict[Path, int] = {}
    numbers: dict[Path, int] = {}
    here: Path = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if table := _TABLE.match(line):
            here = _opened(tuple(part.strip() for part in table[2].split(".")), table[1] == "[[", numbers)
            # a table within tables that have no line of their own gives them one
            found |= {here[:end]: number for end in range(1, len(here) + 1) if here[:end] not in found}
        elif key := _KEY.match(line):
            found.setdefault((*here, key[1]), number)
    return found


def _opened(names: tuple[str, ...], listed: bool, numbers: dict[Path, int]) -> Path:
    path: Path = ()
    for place, name in enumerate(names):
        path = (*path, name)
        if listed and place == len(names) - 1:
            numbers[path] = numbers.get(path, -1) + 1
        if path in numbers:
            path = (*path, numbers[path])
    return path


def line_at(lines: Mapping[Path, int], path: Path) -> int:
    """The line of a path, or of the nearest table around it that is known; 0 for the whole file."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return 0
