"""Another password, and a new lock for everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.cli.output import message, result
from spinnenweb.cli.passphrases import new_passphrase, passphrase
from spinnenweb.cli.places import refuse_no_vault
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.vaults import emergency_key_groups, open_vault

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from spinnenweb.services.environment import Environment

_TOLD_EVERY = 20
"""Percents between two lines."""


def passwd(given: Namespace, environment: Environment) -> None:
    """Let another password open the vault; the old one no longer does."""
    refuse_no_vault(given.vault)
    workspace = open_vault(given.vault, passphrase(given.passphrase_file), environment)
    try:
        workspace.keys.set_passphrase(new_passphrase(given.new_passphrase_file))
    finally:
        workspace.close()
    message("Je wachtwoord is veranderd. Oudere reservekopieën openen nog met het oude wachtwoord.")


def rekey(given: Namespace, environment: Environment) -> None:
    """Put the vault under a new lock and print the new emergency key, this once."""
    refuse_no_vault(given.vault)
    word = passphrase(given.passphrase_file)
    workspace = open_vault(given.vault, word, environment)
    try:
        chosen = new_passphrase(given.new_passphrase_file, otherwise=word)
        key = workspace.keys.rekey(chosen, _progress())
    finally:
        workspace.close()
    try:
        result(" ".join(emergency_key_groups(key)))
    except (BrokenPipeError, SpinnenwebError):
        raise SpinnenwebError("key.unseen_rekey") from None
    message("Je kluis heeft een nieuw slot. Schrijf de nieuwe noodsleutel op papier; je ziet hem alleen nu.")
    message("Oudere reservekopieën houden het oude slot. Maak een nieuwe en gooi de oude weg.")


def _progress() -> Callable[[int], None]:
    told = [0]

    def tell(percent: int) -> None:
        if percent - told[0] >= _TOLD_EVERY:
            told[0] = percent
            message(f"{percent} procent")

    return tell
