"""Pictures of the main windows, made without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spinnenweb.app.photograph import SIZE, photograph
from spinnenweb.domain.clock import Clock
from spinnenweb.security.kdf import KdfCost
from spinnenweb.services.demo import make_demo_vault
from spinnenweb.services.environment import Environment

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "tafel appel fiets molen wolk"
WINDOWS = ("cijfers", "gesprek", "inwoner", "kaart", "overdracht", "themas", "vandaag", "vergelijken")


def png_size(path: Path) -> tuple[int, int]:
    head = path.read_bytes()[:24]
    return int.from_bytes(head[16:20]), int.from_bytes(head[20:24])


@pytest.mark.slow
def test_that_the_main_windows_are_photographed_in_light_and_dark(resources: Path, tmp_path: Path) -> None:
    """Slow: starts a process that draws sixteen windows."""
    environment = Environment(resources, Clock(), KdfCost.for_tests(), "laptop")
    vault = tmp_path / "dorp.vault"
    make_demo_vault(vault, environment, passphrase=PASSPHRASE, residents=12).close()
    made = photograph(vault, PASSPHRASE, tmp_path / "vensters")
    pictures = sorted((tmp_path / "vensters").iterdir())
    assert made == 2 * len(WINDOWS)
    assert [path.name for path in pictures] == [
        f"{name}-{look}.png" for name in WINDOWS for look in ("donker", "licht")
    ]
    assert {png_size(path) for path in pictures} == {SIZE}
    assert len({path.read_bytes() for path in pictures}) == len(pictures)


def test_that_a_wrong_passphrase_makes_no_pictures(resources: Path, tmp_path: Path) -> None:
    environment = Environment(resources, Clock(), KdfCost.for_tests(), "laptop")
    vault = tmp_path / "dorp.vault"
    make_demo_vault(vault, environment, passphrase=PASSPHRASE, residents=1).close()
    with pytest.raises(RuntimeError):
        photograph(vault, "een ander wachtwoord dan dit", tmp_path / "vensters")
    assert not (tmp_path / "vensters").exists()
