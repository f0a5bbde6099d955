from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from spinnenweb.cli.passphrases import VARIABLE
from tests.unit.cli.driver import make_vault
from tests.unit.services.rooms import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, PASSPHRASE)


@pytest.fixture(scope="session")
def made_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, PASSPHRASE)
        return make_vault(tmp_path_factory.mktemp("made"))


@pytest.fixture
def vault(made_vault: Path, tmp_path: Path) -> Path:
    """A vault of its own for each test: R-001 with two conversations, R-002 with one."""
    return shutil.copytree(made_vault, tmp_path / "dorp.vault")
