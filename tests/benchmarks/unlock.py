"""From the password to Vandaag in a vault with 10,000 residents, against one guess of that password by itself.

Both in the same process, and the vault made with the default settings: what Argon2id costs was measured on this
machine a moment before.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from spinnenweb.domain.clock import Clock
from spinnenweb.exchange.conversations_csv import HEADER
from spinnenweb.services.environment import Environment
from spinnenweb.services.vaults import FirstSteps, create_vault
from tests.benchmarks.figures import Row, Times
from tests.benchmarks.start import ROOT
from tests.benchmarks.vault import TALKS_EACH, made_up

if TYPE_CHECKING:
    from collections.abc import Iterator

TARGET = 1.3
RESIDENTS = 10_000
PASSPHRASE = "molen kastanje fluit drempel wolk"
RUNS, QUICK_RUNS = 15, 3


def measure(*, quick: bool) -> Iterator[Row]:
    """Each run is a program of its own, that has loaded what it loads while somebody types."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        make_vault(folder)
        home, opened = Times([], []), Times([], [])
        for run in range(QUICK_RUNS if quick else RUNS):
            whole, file, guess = unlocked(folder, guess_first=run % 2 == 0)
            for times, ours in ((home, whole), (opened, file)):
                times.ours.append(ours)
                times.bare.append(guess)
    if statistics.median(home.bare) <= 0:
        raise RuntimeError("a guess costs nothing")
    yield home.row("wachtwoord tot Vandaag, 10.000 inwoners, naast Argon2id", TARGET)
    yield opened.row("hetzelfde, alleen de kluis openen")


def make_vault(folder: Path) -> None:
    """A vault as a worker makes it, and 10,000 residents brought in with a talk each."""
    environment = Environment(ROOT / "resources", Clock(), None, "laptop")
    made = create_vault(
        folder / "dorp.vault", PASSPHRASE, FirstSteps("Welzijn Beekdal", "Sanne", None), environment
    )
    try:
        lines = (made_up(TALKS_EACH * person) for person in range(RESIDENTS))
        source = folder / "veel.csv"
        source.write_text("\r\n".join((HEADER, *lines)), "utf-8")
        made.workspace.imports.import_csv(source)
        if len(made.workspace.residents.all()) != RESIDENTS:
            raise RuntimeError("these are not so many residents")
    finally:
        made.workspace.close()


def unlocked(folder: Path, *, guess_first: bool) -> tuple[float, float, float]:
    """Seconds to Vandaag on the screen, to the open file, and of one guess, in a process of its own."""
    code = "from tests.benchmarks.unlocking import main; main()"
    command = [sys.executable, "-c", code, str(folder / "dorp.vault"), PASSPHRASE, str(int(guess_first))]
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-500:])
    whole, file, guess = map(float, done.stdout.split())
    return whole, file, guess
