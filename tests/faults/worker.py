"""A process that sits and saves, to be hurt: `python -m tests.faults.worker VAULT SAVES [--careless]`.

What was kept is called out on the file descriptor 1, one number a line; with `SPINNENWEB_RECORD` set it is also
written to a file in the recorded folder, so that it stands in order between the writes of the vault.
"""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.storage import engine
from tests.faults.sitting import keep_saving, open_again

if TYPE_CHECKING:
    from spinnenweb.services.workspace import Workspace

CALLED_OUT = "geroepen"
REFUSED = 3


def main(arguments: list[str]) -> int:
    """Save until done or dead."""
    if "--careless" in arguments:
        # the weak twin that the bench has to catch: nothing waits for the disk
        engine._PRAGMAS = tuple(one.replace("synchronous = FULL", "synchronous = OFF") for one in engine._PRAGMAS)
    vault, saves = Path(arguments[0]), int(arguments[1])
    workspace = open_again(vault)
    if "--backups" in arguments:
        threading.Thread(target=make_backups, args=(workspace, vault.parent / "stick"), daemon=True).start()
    record = os.open(vault.parent / CALLED_OUT, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    recorded = "SPINNENWEB_RECORD" in os.environ

    def call_out(number: int) -> None:
        if recorded:
            os.write(record, f"{number}\n".encode())
        os.write(1, f"{number}\n".encode())

    try:
        keep_saving(workspace, call_out, saves)
    except SpinnenwebError as error:
        sys.stderr.write(f"{error.code}\n")
        return REFUSED
    finally:
        workspace.close()
    return 0


def make_backups(workspace: Workspace, place: Path) -> None:
    """Make one after the other until the process dies."""
    for number in range(1000):
        workspace.backups.make_as(place / f"{number}.reserve")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
