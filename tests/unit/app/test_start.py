"""Where things are, and whether this machine can show a window."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import platformdirs
import pytest

from spinnenweb.app.start import find_resources, has_screen, own_folders, qt_loads, qt_platform

if TYPE_CHECKING:
    from pathlib import Path


def test_that_the_resources_of_a_checkout_are_found(resources: Path) -> None:
    assert find_resources() == resources


def test_that_the_folders_of_the_program_lie_with_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert own_folders().preferences == tmp_path / "spinnenweb" / "voorkeuren.toml"


@pytest.mark.parametrize("variables", [{}, {"XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", "XDG_STATE_HOME": ""}])
def test_that_the_folders_are_those_every_program_of_this_system_uses(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    dirs = platformdirs.PlatformDirs("spinnenweb", appauthor=False)
    folders = own_folders()
    assert str(folders.config) == dirs.user_config_dir
    assert str(folders.data) == dirs.user_data_dir
    assert str(folders.logs) == dirs.user_log_dir


@pytest.mark.parametrize(
    ("environ", "platform"),
    [
        ({"DISPLAY": ":0"}, "xcb"),
        ({"WAYLAND_DISPLAY": "w"}, "wayland"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, "xcb"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w", "XDG_SESSION_TYPE": "wayland"}, "wayland"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "vnc:size=800x600"}, "vnc"),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, "wayland"),
    ],
)
def test_that_the_platform_is_the_one_qt_takes(environ: dict[str, str], platform: str) -> None:
    assert qt_platform(environ) == platform


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are a matter of Linux")
@pytest.mark.parametrize(
    ("environ", "there"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "w"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "minimal"}, True),
        ({"QT_QPA_PLATFORM": "vnc"}, True),
    ],
)
def test_that_a_window_needs_a_screen(environ: dict[str, str], there: bool) -> None:
    assert has_screen(environ) is there


def test_that_qt_loads_where_the_tests_run() -> None:
    assert qt_loads("offscreen")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are a matter of Linux")
def test_that_without_a_screen_one_line_names_the_example(root: Path) -> None:
    environ = {name: value for name, value in os.environ.items() if not name.endswith("DISPLAY")}
    environ["QT_QPA_PLATFORM"] = ""
    done = subprocess.run(
        [sys.executable, "main.py"], cwd=root, env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "main.py demo voorbeeld" in done.stderr
