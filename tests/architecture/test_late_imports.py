"""What may be loaded before the first frame, and that Qt gives its references back (architecture, 10 and 11)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

MOST_OF_OURS = 10
HEAVY = (
    "sqlalchemy",
    "matplotlib",
    "reportlab",
    "numpy",
    "argon2",
    "cryptography",
    "sqlcipher3",
    "pikepdf",
    "filelock",
    "zxcvbn",
    "pyrage",
)

SPY = """
import json, os, sys
import spinnenweb.app.start as start
make = start._shell

def spied(*arguments):
    shell = make(*arguments)
    paint = type(shell).paintEvent
    def first(self, event):
        sys.stdout.write(json.dumps(sorted(sys.modules)))
        sys.stdout.flush()
        os._exit(0)
    type(shell).paintEvent = first
    return shell

start._shell = spied
from pathlib import Path
from spinnenweb.app import main
raise SystemExit(main([]))
"""


@pytest.fixture(scope="module", params=["nl", "en"])
def loaded(root: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> list[str]:
    """The modules in memory when the first frame of the unlock window is painted, in each language."""
    home = tmp_path_factory.mktemp("home")
    vault = home / "kluis.vault"
    vault.mkdir()
    config = home / "config" / "spinnenweb"
    config.mkdir(parents=True)
    kept = f'vault = "{vault.as_posix()}"\nlanguage = "{request.param}"\n'
    (config / "voorkeuren.toml").write_text(kept, "utf-8")
    environ = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    environ |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, "-c", SPY], cwd=home, env=environ, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    names: list[str] = json.loads(done.stdout)
    return names


def test_that_the_first_frame_is_that_of_the_unlock_window(loaded: list[str]) -> None:
    assert "spinnenweb.ui.entrance.unlock" in loaded
    assert "spinnenweb.ui.entrance.beginning" not in loaded


def test_that_nothing_heavy_is_loaded_before_the_first_frame(loaded: list[str]) -> None:
    assert [name for name in loaded if name.partition(".")[0] in HEAVY] == []


def test_that_no_records_are_loaded_before_the_first_frame(loaded: list[str]) -> None:
    assert [name for name in loaded if name.startswith("spinnenweb.domain")] == []


def test_that_at_most_ten_modules_of_ours_are_loaded_before_the_first_frame(loaded: list[str]) -> None:
    ours = [name for name in loaded if name.partition(".")[0] == "spinnenweb"]
    assert len(ours) <= MOST_OF_OURS, ours


def test_that_setting_a_text_keeps_the_references_to_none(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(2000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 200
