"""A backup of a vault, and a vault of a backup."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from spinnenweb.cli.output import message, result
from spinnenweb.cli.passphrases import passphrase
from spinnenweb.cli.places import refuse_no_vault
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.restoring import by_passphrase, restore
from spinnenweb.services.targets import refuse_inside
from spinnenweb.services.vaults import open_vault

if TYPE_CHECKING:
    from argparse import Namespace

    from spinnenweb.services.environment import Environment


def backup(given: Namespace, environment: Environment) -> None:
    """Make a backup in a folder, or under a name of one's own; print which file it is."""
    refuse_no_vault(given.vault)
    refuse_inside(given.vault, given.out)
    workspace = open_vault(given.vault, passphrase(given.passphrase_file), environment)
    try:
        made = workspace.backups.make(given.out) if given.out.is_dir() else workspace.backups.make_as(given.out)
    finally:
        workspace.close()
    result(str(made))
    message("De reservekopie is gemaakt en nagekeken. Ze opent met hetzelfde wachtwoord.")


def restore_new(given: Namespace, environment: Environment) -> None:
    """Make a vault of a backup; what is there already is never overwritten."""
    if os.path.lexists(given.vault):
        raise SpinnenwebError("vault.exists", path=str(given.vault))
    restore(given.backup, given.vault, by_passphrase(passphrase(given.passphrase_file)), environment)
    message(f"De reservekopie staat als kluis in {given.vault}. Ze opent met het wachtwoord van de reservekopie.")
