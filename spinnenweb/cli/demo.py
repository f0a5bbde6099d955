"""The example village with all its documents, made without a screen."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.cli.output import message, result
from spinnenweb.cli.passphrases import given_passphrase
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.demo import DEFAULT_RESIDENTS, DEFAULT_SEED, demo_words, make_demo_vault
from spinnenweb.services.demo_papers import write_papers

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from spinnenweb.cli.tools import Tools
    from spinnenweb.services.environment import Environment


MADE = ("dorp.vault", "dorp.vault.part", "wachtwoord.txt", "samenvattingen", "grafieken", "cijfers", "vensters")
"""What may stand in the folder when the making breaks off; the example village is whole or not there."""


@dataclass(frozen=True, slots=True)
class _Plan:
    folder: Path
    residents: int
    seed: int
    passphrase: str

    @property
    def vault(self) -> Path:
        return self.folder / "dorp.vault"


def make(given: Namespace, environment: Environment, tools: Tools) -> int:
    """Make vault, password, summaries, charts, tables and pictures in an absent or empty folder.

    Raises `SpinnenwebError` `demo.not_empty`, `target.exists` (a file is there), `target.missing`,
    `target.no_rights`, `passphrase.file` or `disk.full`. Opens the window only where somebody sits at a screen.
    """
    plan = _plan(given, environment)
    was_there = _make_folder(plan.folder)
    try:
        _make_papers(plan, environment)
        _photograph(plan, tools)
    except (SpinnenwebError, OSError, KeyboardInterrupt):
        _clear(plan.folder, was_there)
        raise
    result(f"Klaar. Het voorbeelddorp staat in {plan.folder}; het wachtwoord staat in wachtwoord.txt.")
    if not given.no_window and _somebody_sits_here():
        return tools.open_window(plan.vault)
    return 0


def _plan(given: Namespace, environment: Environment) -> _Plan:
    return _Plan(
        given.folder,
        given.residents or DEFAULT_RESIDENTS,
        DEFAULT_SEED if given.seed is None else given.seed,
        given_passphrase(given.passphrase_file) or demo_words(environment).passphrase,
    )


def _make_folder(folder: Path) -> bool:
    """Whether the folder was there already, empty."""
    was_there = os.path.lexists(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise SpinnenwebError("demo.not_empty", path=str(folder))
    except FileExistsError:
        raise SpinnenwebError("target.exists", path=str(folder)) from None
    except NotADirectoryError:
        raise SpinnenwebError("target.missing", path=str(folder.parent)) from None
    except PermissionError:
        raise SpinnenwebError("target.no_rights", path=str(folder)) from None
    return was_there


def _clear(folder: Path, was_there: bool) -> None:
    for name in MADE:
        shutil.rmtree(folder / name, ignore_errors=True)
        with suppress(OSError):
            (folder / name).unlink()
    if not was_there:
        with suppress(OSError):
            folder.rmdir()


def _make_papers(plan: _Plan, environment: Environment) -> None:
    message("Verzonnen voorbeeldgegevens: de inwoners bestaan niet.")
    workspace = make_demo_vault(
        plan.vault,
        environment,
        passphrase=plan.passphrase,
        residents=plan.residents,
        seed=plan.seed,
        progress=lambda talks: message(f"Kluis gemaakt met {talks} gesprekken."),
    )
    try:
        write_papers(workspace, plan.folder, plan.passphrase)
    finally:
        workspace.close()
    message("Samenvattingen, grafieken en cijfers gemaakt.")


def _photograph(plan: _Plan, tools: Tools) -> None:
    made = tools.photograph(plan.vault, plan.passphrase, plan.folder / "vensters")
    if made:
        message(f"{made} vensters op de foto gezet.")
    else:
        message("De foto's van de vensters zijn overgeslagen: deze computer mist onderdelen voor een venster.")


def _somebody_sits_here() -> bool:
    if os.environ.get("CI") or not sys.stdin or not sys.stdin.isatty():
        return False
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or bool(display)
