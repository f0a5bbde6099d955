"""The work behind the first start, for the worker thread: it touches no widget."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.start_file import StartFile
    from spinnenweb.services.passphrases import Strength
    from spinnenweb.services.vaults import NewVault
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.entrance import Setup

VAULT_NAME = "kluis"
DEMO_NAME = "voorbeelddorp.vault"


def free_folder(vaults: Path) -> Path:
    """A place for a new vault that is not taken yet."""
    names = (f"{VAULT_NAME}{number}.vault" for number in ("", *range(2, 1000)))
    return next(vaults / name for name in names if not (vaults / name).exists())


def open_demo(setup: Setup) -> Workspace:
    """The example village of this laptop, made when it is not there yet."""
    from spinnenweb.services.demo import make_demo_vault
    from spinnenweb.services.vaults import open_vault

    folder = setup.data / DEMO_NAME
    environment = setup.environment()
    if folder.exists():
        return open_vault(folder, demo_passphrase(setup), environment)
    setup.data.mkdir(parents=True, exist_ok=True)
    try:
        return make_demo_vault(folder, environment)
    except BaseException:
        # half a village would be opened as a whole one next time
        shutil.rmtree(folder, ignore_errors=True)
        raise


def demo_passphrase(setup: Setup) -> str:
    """The password of the example village; it guards invented people only."""
    from spinnenweb.services.demo import demo_words

    return demo_words(setup.environment()).passphrase


def proposed(setup: Setup) -> str:
    """Five words."""
    from spinnenweb.services.vaults import propose_passphrase

    return propose_passphrase(setup.environment())


def judged(setup: Setup, passphrase: str, names: tuple[str, ...]) -> Strength:
    """How strong a password is."""
    from spinnenweb.services.passphrases import passphrase_strength

    return passphrase_strength(passphrase, setup.environment(), names)


def local(folder: Path) -> Path:
    """A folder a vault may stand in; `SpinnenwebError` `vault.place_synced` or `vault.place_network`."""
    from spinnenweb.services.vault_places import refuse_place

    refuse_place(folder / VAULT_NAME)
    return folder


def read_start(file: Path) -> StartFile:
    """What a start file says; `SpinnenwebError` `start.*`, `organisation.recipient`."""
    from spinnenweb.services.start_files import read_start_file

    return read_start_file(file)


def made(setup: Setup, vaults: Path, passphrase: str, organisation: str, worker: str, village: str) -> NewVault:
    """A new vault in `vaults`."""
    from spinnenweb.services.vaults import FirstSteps, create_vault

    _make_folder(vaults)
    first = FirstSteps(organisation, worker, village)
    return create_vault(free_folder(vaults), passphrase, first, setup.environment())


def made_from_start(setup: Setup, vaults: Path, passphrase: str, worker: str, start: StartFile) -> NewVault:
    """The same as the organisation wants it."""
    from spinnenweb.services.start_files import create_from_start

    _make_folder(vaults)
    return create_from_start(free_folder(vaults), passphrase, worker, start, setup.environment())


def _make_folder(vaults: Path) -> None:
    try:
        vaults.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise SpinnenwebError("target.no_rights", path=str(vaults)) from None


def no_reminder(workspace: Workspace) -> None:
    """The emergency key is on paper."""
    workspace.settings.save(replace(workspace.settings.get(), key_due=None))


def keep_place(workspace: Workspace, folder: Path | None) -> Workspace:
    """Keep where backups go; the vault itself, for what comes next."""
    if folder is not None:
        workspace.settings.save(replace(workspace.settings.get(), backup_place=str(folder)))
    return workspace
