"""After the lock the process that held the key ends, and a fresh one shows the lock screen.

Python leaves text of records in memory that was given back; only the end of a process clears it
(reference/security.md 0 and 3). The new process is no child of this one: it is started detached, without the
passphrase variable, and this one waits until the new window was shown, so that the screen never falls open.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import spinnenweb

if TYPE_CHECKING:
    from typing import NoReturn

    from PySide6.QtNetwork import QLocalServer

LOCKED = "SPINNENWEB_LOCKED"
"""Why the vault was locked, for the new process: a code and a number of minutes. Never anything about a person."""
SHOWN = "SPINNENWEB_SHOWN"
"""The name of the socket on which the new process says that its window is there."""
VAULT = "SPINNENWEB_VAULT"
_NEVER_HANDED_ON = ("SPINNENWEB_PASSPHRASE", "SPINNENWEB_NEW_PASSPHRASE")
PATIENCE_MS = 3000

_log = logging.getLogger("spinnenweb.lock")


def relaunch(reason: str, minutes: int, vault: Path) -> bool:
    """Start the lock screen in a process of its own and end this one; `False` when it could not be started.

    The vault is closed and its lock released before this is called.
    """
    from PySide6.QtNetwork import QLocalServer

    server = QLocalServer()
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    name = f"spinnenweb-{uuid4().hex}"
    listens = server.listen(name)
    if _started({LOCKED: f"{reason}:{minutes}", SHOWN: name if listens else "", VAULT: str(vault)}):
        _end(server)
    _log.warning("the lock screen could not be started")
    server.close()
    return False


def _started(more: dict[str, str]) -> bool:
    from PySide6.QtCore import QProcess, QProcessEnvironment

    environment = QProcessEnvironment.systemEnvironment()
    for name in _NEVER_HANDED_ON:
        environment.remove(name)
    for name, value in more.items():
        environment.insert(name, value)
    process = QProcess()
    process.setProgram(sys.executable)
    process.setArguments(own_arguments())
    # -m looks in the working folder first: a checkout finds itself, an installed program itself too
    process.setWorkingDirectory(str(Path(spinnenweb.__file__).parent.parent))
    process.setProcessEnvironment(environment)
    started = process.startDetached()
    return bool(started[0] if isinstance(started, tuple) else started)


def own_arguments() -> list[str]:
    """How this program is started again: a frozen one needs nothing, Python needs to know the module."""
    return [] if getattr(sys, "frozen", False) else ["-m", "spinnenweb"]


def _end(server: QLocalServer) -> NoReturn:
    if server.isListening():
        server.waitForNewConnection(PATIENCE_MS)
        server.close()
    logging.shutdown()
    # no atexit, no destructors: nothing may run any more in a process that held the key
    os._exit(0)


def say_shown(name: str) -> None:
    """Tell the process that locked that this window is on the screen; it may be gone already."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    socket.waitForConnected(PATIENCE_MS)
    socket.disconnectFromServer()
