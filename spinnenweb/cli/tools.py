"""What `app` lends to the command line: the two things that need Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tools:
    """Functions that need a screen or a drawing of one.

    `photograph(vault, passphrase, folder)` makes pictures of the main windows and tells how many; 0 when the
    libraries Qt needs are missing. `open_window(vault)` runs the program on a vault and gives its exit status.
    """

    photograph: Callable[[Path, str, Path], int]
    open_window: Callable[[Path], int]
