"""The frame over a small example village, as a worker has it after a year."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.clock import Clock
from spinnenweb.security.kdf import KdfCost
from spinnenweb.services.demo import make_demo_vault
from spinnenweb.services.environment import Environment
from spinnenweb.services.vaults import open_vault
from tests.ui.pages.conftest import enter, village
from tests.ui.together.conftest import sit
from tests.ui.walk.rooms import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.workspace import Workspace

__all__ = ["enter", "sit", "village"]

PEOPLE = 12
NOW = datetime(2026, 11, 21, 13, 5, tzinfo=UTC)


@pytest.fixture(scope="session")
def here(resources: Path) -> Environment:
    """A quick environment whose clock stands still."""
    return Environment(resources, Clock(lambda: NOW), KdfCost.for_tests(), "test-device")


@pytest.fixture(scope="session")
def lived_in(here: Environment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An example village, to copy for each test."""
    folder = tmp_path_factory.mktemp("dorp") / "dorp.vault"
    make_demo_vault(folder, here, passphrase=PASSPHRASE, residents=PEOPLE).close()
    return folder


@pytest.fixture
def workspace(tmp_path: Path, lived_in: Path, here: Environment) -> Iterator[Workspace]:
    workspace = open_vault(shutil.copytree(lived_in, tmp_path / "dorp.vault"), PASSPHRASE, here)
    yield workspace
    workspace.close()
