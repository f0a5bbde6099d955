"""The start file of an organisation: read, and used for a new vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.start_file import SUFFIX, StartFile, StartVillage
from spinnenweb.exchange.start_toml import MAX_BYTES, parse_start_file
from spinnenweb.services.vaults import FirstSteps, NewVault, create_vault

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.services.environment import Environment

__all__ = ["SUFFIX", "StartFile", "StartVillage", "create_from_start", "read_start_file"]


def read_start_file(file: Path) -> StartFile:
    """What a start file says, to show before anything is made of it.

    Raises:
        SpinnenwebError: `start.unreadable` with `path`, and as `exchange.start_toml.parse_start_file`;
            `organisation.recipient` (its key is no public key of age).
    """
    try:
        with file.open("rb") as handle:
            data = handle.read(MAX_BYTES + 1)
    except OSError:
        raise SpinnenwebError("start.unreadable", path=str(file)) from None
    start = parse_start_file(data)
    if start.public_key:
        from spinnenweb.security.organisation import refuse_no_recipient

        refuse_no_recipient(start.public_key)
    return start


def create_from_start(
    folder: Path,
    passphrase: str,
    worker: str,
    start: StartFile,
    environment: Environment,
    *,
    village: str | None = None,
) -> NewVault:
    """Make a vault as the organisation wants it; `village` is the one this worker mostly works in.

    Raises:
        SpinnenwebError: as `create_vault`.
    """
    return create_vault(folder, passphrase, FirstSteps("", worker, village, start=start), environment)
