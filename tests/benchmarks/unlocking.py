"""The process that is measured: opens a vault by its window and shows Vandaag.

Arguments: the vault, its password, and 1 where the guess by itself comes first. Prints the seconds from pressing
"Openen" until Vandaag is drawn with what is in the vault, those until the vault was open, and those of one guess.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from spinnenweb.app.start import find_resources
from spinnenweb.app.wiring import build_environment, load_the_rest
from spinnenweb.security import envelope as envelopes
from spinnenweb.security.kdf import SALT_BYTES, KdfCost, derive
from spinnenweb.security.slots import SecretSlot, SlotKind
from spinnenweb.ui.entrance import Setup
from spinnenweb.ui.entrance.unlock import UnlockView
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.pages.today.page import TodayPage
from spinnenweb.ui.preferences import Preferences
from spinnenweb.ui.shell import Shell
from spinnenweb.ui.theme.look import apply_theme, load_theme

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 60.0
LOOK_MS = 2


def main() -> None:
    """Measure once and end."""
    vault, passphrase, guess_first = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "1"
    shell = _shell(vault)
    before = _guess(vault) if guess_first else 0.0
    whole, opened = _unlock(shell, passphrase)
    guess = before or _guess(vault)
    sys.stdout.write(f"{whole} {opened} {guess}\n")
    sys.stdout.flush()
    shell.close()
    _until(lambda: not shell.isVisible())
    shell.finish()
    os._exit(0)


def _shell(vault: Path) -> Shell:
    app, resources, folder = QApplication([]), find_resources(), vault.parent
    apply_theme(app, load_theme(resources, "licht"))
    load_the_rest()
    setup = Setup(
        resources,
        folder / "voorkeuren.toml",
        folder,
        folder,
        lambda: build_environment(resources, folder),
        lambda _report: None,
    )
    shell = Shell(setup, Preferences(calm=True), vault)
    shell.show()
    # the first frame, and what the program does right after it
    _until(lambda: shell._gate is not None)
    return shell


def _unlock(shell: Shell, passphrase: str) -> tuple[float, float]:
    view, opened = shell.view, 0.0
    if not isinstance(view, UnlockView):
        raise TypeError("this is no vault")
    view.password.setText(passphrase)
    start = time.perf_counter()
    view.open_button.click()
    _until(lambda: shell.session is not None)
    opened = time.perf_counter() - start
    _until(lambda: _is_home(shell))
    shell.repaint()
    return time.perf_counter() - start, opened


def _is_home(shell: Shell) -> bool:
    page = shell.view.page if isinstance(shell.view, Frame) else None
    return isinstance(page, TodayPage) and page._today is not None


def _guess(vault: Path) -> float:
    start = time.perf_counter()
    derive(b"", bytes(SALT_BYTES), _cost(vault))
    return time.perf_counter() - start


def _cost(vault: Path) -> KdfCost:
    slots = envelopes.read_envelope(vault).slots
    return next(one.cost for one in slots if isinstance(one, SecretSlot) and one.kind is SlotKind.PASSPHRASE)


def _until(seen: Callable[[], bool]) -> None:
    """Let the window work until something is so; `RuntimeError` when that does not come."""
    loop, timer, end = QEventLoop(), QTimer(), time.perf_counter() + PATIENCE

    def look() -> None:
        if seen() or time.perf_counter() > end:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(LOOK_MS)
    loop.exec()
    timer.stop()
    if not seen():
        raise RuntimeError("the window did not get there")
