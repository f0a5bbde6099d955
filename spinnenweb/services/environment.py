"""What the program gets from the machine it runs on; made by `app`, or by a test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.clock import Clock
    from spinnenweb.security.kdf import KdfCost


@dataclass(frozen=True, slots=True)
class Environment:
    """Where the resources are, what time it is, what a guess of the passphrase costs, and which laptop this is.

    `cost` is `None` but in tests: then the cost of a passphrase is measured on this laptop when one is chosen.
    `device` is made once per installation and never holds a name.
    """

    resources: Path
    clock: Clock
    cost: KdfCost | None
    device: str
