"""Nothing that leaves the vault is put inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.targets import refuse_inside

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["uit.pdf", "sleutel.json", "diep/er/uit.pdf", "."])
def test_that_a_target_in_the_vault_is_refused(tmp_path: Path, name: str) -> None:
    vault = tmp_path / "kluis.vault"
    vault.mkdir()
    with pytest.raises(SpinnenwebError) as caught:
        refuse_inside(vault, vault / name)
    assert caught.value.code == "target.in_vault"


def test_that_a_link_to_the_vault_is_the_vault(tmp_path: Path) -> None:
    vault = tmp_path / "kluis.vault"
    vault.mkdir()
    (tmp_path / "link").symlink_to(vault)
    with pytest.raises(SpinnenwebError):
        refuse_inside(vault, tmp_path / "link" / "uit.pdf")


def test_that_a_target_beside_the_vault_is_fine(tmp_path: Path) -> None:
    vault = tmp_path / "kluis.vault"
    vault.mkdir()
    refuse_inside(vault, tmp_path / "kluis.vault.pdf")
