"""Where a vault may lie: on a disk of this laptop, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.whereabouts import Whereabouts, whereabouts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["NETWORK", "SYNCED", "refuse_place"]

SYNCED = "vault.place_synced"
NETWORK = "vault.place_network"
_CODES = {Whereabouts.SYNCED: SYNCED, Whereabouts.NETWORK: NETWORK}


def refuse_place(folder: Path, look: Callable[[Path], Whereabouts] = whereabouts) -> None:
    """Refuse a folder in which an open vault would break; it need not exist.

    Raises:
        SpinnenwebError: `vault.place_synced` (another program copies what lies there), `vault.place_network`;
            both with `path`.
    """
    code = _CODES.get(look(folder))
    if code is not None:
        raise SpinnenwebError(code, path=str(folder))
