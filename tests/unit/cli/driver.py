"""The command line inside the test: one call, its exit status and what it said on both streams."""

from __future__ import annotations

import io
import json
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from spinnenweb.cli import main
from spinnenweb.cli.tools import Tools
from tests.unit.services.rooms import environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.environment import Environment

HEADER = "code;kern;geboortejaar;datum;wijze;LF;MW;ZG;KL;MD;DF;themas;meetellen;notitie"
TALKS = (
    "R-002;Beekdal;1951;2026-05-02;direct;7;7;6;8;6;7;;ja;",
    "R-001;Beekdal;1948;2026-03-31;direct;4;5;6;;5;6;eenzaamheid;ja;Fietst elke dag",
    "R-001;Beekdal;1948;2026-09-30;direct;9;9;9;9;9;9;rouw;ja;",
)


@dataclass(frozen=True)
class Said:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The JSON array on stdout, which holds nothing else."""
        found: list[dict[str, Any]] = json.loads(self.out)
        return found

    def refused(self, part: str) -> bool:
        """Whether it was refused with exactly one line that holds these words, and nothing else."""
        one_line = self.err.count("\n") == 1 and self.err.endswith("\n")
        return (self.status, self.out, one_line, part in self.err) == (2, "", True, True)


@dataclass
class Screen:
    """Stands in for the two things that need Qt, and remembers what was asked of it."""

    pictures: int = 10
    photographed: list[Path] = field(default_factory=list)
    opened: list[Path] = field(default_factory=list)

    def photograph(self, vault: Path, passphrase: str, folder: Path) -> int:
        self.photographed.append(folder)
        return self.pictures

    def open_window(self, vault: Path) -> int:
        self.opened.append(vault)
        return 0

    @property
    def tools(self) -> Tools:
        return Tools(self.photograph, self.open_window)


def run(*arguments: str | Path, tools: Tools | None = None, here: Environment | None = None) -> Said:
    """Carry out one command on the set date of 21 November 2026."""
    with streams() as (out, err):
        status = main(list(map(str, arguments)), here or environment(), tools or Screen().tools)
        return Said(status, text_of(out), text_of(err))


@contextmanager
def streams(encoding: str = "utf-8") -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    """Both streams as the system gives them: text over bytes, no terminal."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding, newline="\n") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        yield out, err


def text_of(stream: io.TextIOWrapper) -> str:
    """What was written so far."""
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode(stream.encoding)


def write_csv(folder: Path, *rows: str) -> Path:
    """A file of earlier conversations."""
    file = folder / "eerder.csv"
    file.write_text("\n".join((HEADER, *rows)) + "\n", "utf-8")
    return file


def make_vault(folder: Path) -> Path:
    """A vault with two residents and three conversations, made by commands alone.

    The password stands in the environment.
    """
    vault = folder / "dorp.vault"
    assert run("new", vault).status == 0
    assert run("import", vault, write_csv(folder, *TALKS)).status == 0
    return vault
