"""Puts the parts together: the environment of the services, and what waits until the first frame is there."""

from __future__ import annotations

import gc
import threading
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.services.environment import Environment

DEVICE_NAME = "laptop.txt"
LATER = (
    "spinnenweb.services.vaults",
    "spinnenweb.services.workspace",
    "spinnenweb.domain.wording",
    "spinnenweb.storage.database",
    "spinnenweb.charts.radar",
    "spinnenweb.charts.small_multiples",
)
"""What opening a vault and looking at a resident need, and the first frame does not."""


def build_environment(resources: Path, data: Path) -> Environment:
    """What every service gets, for this laptop. `data` is the program's own folder for data."""
    from spinnenweb.domain.clock import Clock
    from spinnenweb.services.environment import Environment

    return Environment(resources=resources, clock=Clock(), cost=None, device=device_id(data))


def device_id(folder: Path) -> str:
    """The random name of this laptop, made once: it tells the writes of several laptops apart, nothing more."""
    path = folder / DEVICE_NAME
    try:
        return str(UUID(path.read_text("ascii").strip()))
    except (OSError, ValueError):
        made = str(uuid4())
    # a home that cannot be written keeps nobody from their vault; then this run is a laptop of its own
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(made + "\n", "ascii")
    return made


def finish_start(logs: Path, report_bug: Callable[[], None]) -> None:
    """Everything of the start that is not needed for the first frame; nothing secret was typed yet."""
    from spinnenweb.app.crash_nets import install
    from spinnenweb.security.hardening import switch_core_dumps_off

    gc.freeze()
    gc.enable()
    switch_core_dumps_off()
    install(logs, report_bug)
    threading.Thread(target=load_the_rest, name="loading", daemon=True).start()


def load_the_rest() -> None:
    """Load what opening a vault needs while the password is typed. No Qt here: this runs beside the window."""
    for name in LATER:
        import_module(name)
