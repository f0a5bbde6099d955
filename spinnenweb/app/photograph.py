"""Pictures of the main windows, made without a screen: for the example village and for looking at our own work.

A process of its own makes them, because Qt picks its platform once per process and the same command may open a
real window afterwards. The passphrase travels by a pipe, never as an argument others can see.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.places import Place

SIZE = (1366, 768)
THEMES = ("licht", "donker")
PLATFORM = "offscreen"
REST_MS = 250
"""Long enough for what slides to its place (120 ms) to have arrived."""


def photograph(vault: Path, passphrase: str, folder: Path) -> int:
    """Photograph the main windows of a vault into `folder`; how many, 0 when Qt's libraries are missing here."""
    from spinnenweb.app.start import qt_loads

    if not qt_loads(PLATFORM):
        return 0
    command = [sys.executable, "-m", "spinnenweb.app.photograph", str(vault), str(folder)]
    # the child finds the program where this process found it, also in a checkout that was not installed
    here = os.pathsep.join(filter(None, sys.path))
    environ = os.environ | {"QT_QPA_PLATFORM": PLATFORM, "PYTHONPATH": here}
    # the command is our own module and its arguments are paths: no shell takes part
    done = subprocess.run(command, input=passphrase, env=environ, text=True, capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(f"photographer stopped with {done.returncode}")
    return len(list(folder.glob("*.png")))


def main() -> int:
    """The process that takes the pictures: two paths as arguments, the passphrase on standard input."""
    from spinnenweb.app.crash_nets import install
    from spinnenweb.app.start import application, find_resources, own_folders
    from spinnenweb.app.wiring import build_environment
    from spinnenweb.services.vaults import open_vault

    vault, folder = (Path(argument) for argument in sys.argv[1:3])
    resources = find_resources()
    install(own_folders().logs, _stop)
    workspace = open_vault(vault, sys.stdin.read(), build_environment(resources, own_folders().data))
    try:
        take(application(), workspace, resources, folder)
    finally:
        workspace.close()
    return 0


def _stop() -> None:
    """A bug in a slot would leave a wrong picture: better none."""
    os._exit(1)


def take(app: QApplication, workspace: Workspace, resources: Path, folder: Path) -> tuple[Path, ...]:
    """Photograph an open vault in light and dark; the files made, such as `vandaag-licht.png`."""
    from spinnenweb.ui.jobs import Jobs
    from spinnenweb.ui.preferences import Preferences
    from spinnenweb.ui.qt_asker import QtAsker
    from spinnenweb.ui.session import make_context
    from spinnenweb.ui.theme.look import apply_theme, load_theme

    folder.mkdir(parents=True, exist_ok=True)
    jobs = Jobs()
    made: list[Path] = []
    for theme in THEMES:
        apply_theme(app, load_theme(resources, theme))
        context = make_context(workspace, resources, Preferences(theme=theme), jobs, QtAsker())
        for name, place in places(workspace):
            made.append(folder / f"{name}-{theme}.png")
            _take_one(context, place, made[-1])
    jobs.close()
    return tuple(made)


def places(workspace: Workspace) -> Iterator[tuple[str, Place]]:
    """The main windows, each with the record that shows it best; what the vault lacks is left out."""
    from spinnenweb.ui.places import (
        COMPARISON,
        CONVERSATION,
        HANDOVER,
        MAP,
        RELEASES,
        RESIDENT,
        THEMES,
        TODAY,
        Place,
    )

    yield "vandaag", Place(TODAY)
    lines = workspace.residents.all()
    known = max(lines, key=lambda line: (line.conversations, not line.next_step.empty), default=None)
    if known is not None:
        yield "inwoner", Place(RESIDENT, known.resident.id)
    for draft in workspace.conversations.drafts()[:1]:
        yield "gesprek", Place(CONVERSATION, draft.id)
    if known is not None and known.conversations > 1:
        yield "vergelijken", Place(COMPARISON, known.resident.id)
    yield "kaart", Place(MAP)
    for line in [one for one in workspace.handovers.all() if one.may_share and not one.contact_left][:1]:
        yield "overdracht", Place(HANDOVER, line.handover.resident_id, line.handover.id)
    yield "themas", Place(THEMES)
    yield "cijfers", Place(RELEASES)


def _take_one(context: Context, place: Place, target: Path) -> None:
    from spinnenweb.ui.frame import Frame

    frame = Frame(context, place)
    frame.resize(*SIZE)
    frame.show()
    _wait(context)
    focused = frame.focusWidget()
    if focused is not None:
        # the ring of the keyboard belongs to a person, not to a picture
        focused.clearFocus()
    frame.grab().save(str(target))
    frame.hide()
    frame.deleteLater()


def _wait(context: Context) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    while True:
        QTimer.singleShot(REST_MS, loop.quit)
        loop.exec()
        if not context.jobs.busy:
            return


if __name__ == "__main__":
    raise SystemExit(main())
