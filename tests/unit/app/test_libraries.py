"""The libraries Qt wants, and the packages that bring them."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from spinnenweb.app import libraries

if TYPE_CHECKING:
    from pathlib import Path


def test_that_a_library_that_does_not_open_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "ALWAYS", {"libc.so.6": "libc6", "libnergens.so.9": "libnergens9"})
    assert libraries.missing_packages("offscreen") == ("libnergens9",)
    assert libraries.install_command("offscreen") == "apt-get install -y libnergens9"


def test_that_every_package_is_named_when_no_library_is_to_blame(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "ALWAYS", {"libc.so.6": "libc6"})
    assert libraries.install_command("offscreen") == "apt-get install -y libc6"


@pytest.mark.parametrize(
    ("platform", "library"), [("xcb", "libxcb-cursor.so.0"), ("wayland", "libwayland-client.so.0")]
)
def test_that_each_platform_wants_its_own_libraries(platform: str, library: str) -> None:
    assert library in libraries.wanted(platform)
    assert library not in libraries.wanted("offscreen")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt brings its libraries elsewhere")
def test_that_a_missing_library_ends_in_one_line_with_the_command(root: Path, tmp_path: Path) -> None:
    fake = tmp_path / "PySide6" / "Qt" / "plugins" / "platforms"
    fake.mkdir(parents=True)
    (fake / "libqxcb.so").write_bytes(b"not a library")
    (tmp_path / "PySide6" / "__init__.py").write_text("raise AssertionError('Qt was imported')\n")
    environ = os.environ | {"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": f"{tmp_path}:{root}"}
    code = "from spinnenweb.app import main; raise SystemExit(main([]))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2, done.stderr
    assert done.stderr.count("\n") == 1
    assert "apt-get install -y lib" in done.stderr


def test_that_the_readme_holds_the_same_list_once(root: Path) -> None:
    lines = (root / "README.md").read_text("utf-8").splitlines()
    [command] = [line.strip() for line in lines if line.strip().startswith(libraries.COMMAND)]
    listed = [name for name in command.removeprefix(libraries.COMMAND).split() if not name.startswith("python3")]
    assert sorted(listed) == sorted(libraries.wanted("xcb").values())
