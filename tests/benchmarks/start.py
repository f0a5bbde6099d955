"""From the start of the process to the first frame: the unlock window against an empty window of PySide6."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Row, Times, interleaved

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
TARGET = 1.6
VIEWS = {"spinnenweb": "UnlockView", "leeg": "NoneType"}


def measure(*, quick: bool) -> Iterator[Row]:
    """Twenty starts of each with byte code present; seven when it must be quick."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        make_vault(folder)
        worked, drawn = Times([], []), Times([], [])

        def start(kind: str, work: list[float], frame: list[float]) -> float:
            painted, busy, whole = first_frame(kind, folder)
            work.append(busy)
            frame.append(whole)
            return painted

        for kind in VIEWS:  # writes the byte code and warms the disk
            first_frame(kind, folder)
        painted = interleaved(
            7 if quick else 20,
            lambda: start("spinnenweb", worked.ours, drawn.ours),
            lambda: start("leeg", worked.bare, drawn.bare),
        )
        yield painted.row("start tot eerste paintEvent", TARGET)
        yield worked.row("hetzelfde, alleen rekentijd")
        yield drawn.row("start tot heel eerste beeld")


def make_vault(folder: Path) -> None:
    """A vault, and preferences that say it was open last."""
    from spinnenweb.domain.clock import Clock
    from spinnenweb.security.kdf import KdfCost
    from spinnenweb.services.environment import Environment
    from spinnenweb.services.vaults import FirstSteps, create_vault
    from spinnenweb.ui.preferences import Preferences, write_preferences

    vault = folder / "dorp.vault"
    environment = Environment(ROOT / "resources", Clock(), KdfCost.for_tests(), "laptop")
    first = FirstSteps("Voorbeeld", "V.", "Voorbeelddorp")
    create_vault(vault, "vijf gewone woorden", first, environment, demo=True).workspace.close()
    write_preferences(folder / "voorkeuren.toml", Preferences(vault=str(vault)))


def first_frame(kind: str, folder: Path) -> tuple[float, float, float]:
    """Seconds from the start of a process to its first paint event, those it computed, to the end of the frame."""
    code = "from tests.benchmarks.first_frame import main; main()"
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.monotonic_ns()
    command = [sys.executable, "-c", code, kind, str(started), str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60, check=False)
    *times, view = done.stdout.split() or (done.stderr,)
    if view != VIEWS[kind]:
        raise RuntimeError(f"no {VIEWS[kind]} was painted: {view}")
    painted, busy, whole = (int(nanoseconds) / 1e9 for nanoseconds in times)
    return painted, busy, whole
