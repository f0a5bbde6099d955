"""The program as a process of its own on a virtual screen, driven by keys and clicks and photographed."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from spinnenweb.domain.clock import Clock
from spinnenweb.security.kdf import KdfCost
from spinnenweb.services.environment import Environment
from spinnenweb.services.vaults import FirstSteps, create_vault, open_vault
from spinnenweb.ui.theme.look import load_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PASSPHRASE = "molen kastanje fluit drempel wolk"
SIZE = (1366, 768)
IN_THE_NAVIGATION = (6, 500)
PATIENCE = 30.0
CAMERA = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication(["camera", "-platform", "xcb"])
sys.exit(not app.primaryScreen().grabWindow(0).save(sys.argv[1]))
"""

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool from Debian"
)


@dataclass
class Stage:
    """A virtual screen with the program on it."""

    environ: dict[str, str]
    folder: Path
    accent: QColor
    photos: int = 0

    def do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environ, check=True, capture_output=True)

    def photograph(self) -> QImage:
        self.photos += 1
        target = self.folder / f"foto-{self.photos:02d}.png"
        subprocess.run(
            [sys.executable, "-c", CAMERA, str(target)], env=self.environ, check=True, capture_output=True
        )
        return QImage(str(target))

    def until(self, seen: Callable[[QImage], bool]) -> QImage:
        """Look again and again until the picture is as wanted."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            image = self.photograph()
            if seen(image):
                return image
            time.sleep(0.2)
        raise AssertionError(
            f"not seen in {PATIENCE} s; the last picture is {self.folder}/foto-{self.photos:02d}.png"
        )

    def filled_button(self, image: QImage, left: int, top: int, right: int, bottom: int) -> tuple[int, int] | None:
        """The middle of what is filled with the accent in a part of the picture; a focus ring is too thin."""
        step = 3
        hits = [
            (x, y)
            for y in range(top, bottom, step)
            for x in range(left, right, step)
            if image.pixelColor(x, y)
            == self.accent
            == image.pixelColor(min(x + 5, SIZE[0] - 1), min(y + 5, SIZE[1] - 1))
        ]
        if len(hits) < 15:
            return None
        xs, ys = zip(*hits, strict=True)
        return int(statistics.median(xs)), int(statistics.median(ys))

    def take_focus(self) -> None:
        """Make the window the active one, as a window manager would; there is none here."""
        self.do("search", "--sync", "--onlyvisible", "--name", "^Spinnenweb$", "windowfocus", "--sync")

    def click(self, place: tuple[int, int]) -> None:
        self.do("mousemove", str(place[0]), str(place[1]), "click", "1")


@pytest.fixture
def vault(tmp_path: Path, resources: Path) -> Path:
    environment = Environment(resources, Clock(), KdfCost.for_tests(), "test")
    folder = tmp_path / "kluis.vault"
    create_vault(folder, PASSPHRASE, FirstSteps("Welzijn", "Anna", "Beekdorp"), environment).workspace.close()
    return folder


@pytest.fixture
def screen() -> Iterator[str]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "{}x{}x24".format(*SIZE), "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.fixture
def stage(tmp_path: Path, root: Path, resources: Path, vault: Path, screen: str) -> Iterator[Stage]:
    home = tmp_path / "thuis"
    settings = home / ".config" / "spinnenweb"
    settings.mkdir(parents=True)
    (settings / "voorkeuren.toml").write_text(f'vault = "{vault}"\ntheme = "licht"\n', "utf-8")
    dropped = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XDG_")
    environ = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    environ |= {"HOME": str(home), "DISPLAY": screen}
    program = subprocess.Popen([sys.executable, "main.py"], cwd=root, env=environ, stderr=subprocess.PIPE)
    yield Stage(environ, tmp_path, load_theme(resources, "licht").colour("accent"))
    program.terminate()
    _, said = program.communicate(timeout=20)
    assert b"Traceback" not in said


def test_that_a_mark_set_on_a_real_screen_survives_the_lock(stage: Stage, vault: Path, resources: Path) -> None:
    paper = load_theme(resources, "licht").colour("paper")
    stage.until(lambda image: stage.filled_button(image, 0, 0, *SIZE) is not None)
    stage.take_focus()
    stage.do("type", PASSPHRASE)
    stage.do("key", "Return")
    home = stage.until(lambda image: image.pixelColor(*IN_THE_NAVIGATION) != paper)

    # "Nieuw gesprek" at the top right, then "Nieuwe inwoner" in the question that follows
    new_talk = stage.filled_button(home, 900, 60, SIZE[0], 200)
    assert new_talk is not None
    stage.click(new_talk)
    middle = (400, 250, 950, SIZE[1])
    asked = stage.until(lambda image: stage.filled_button(image, *middle) is not None)
    someone_new = stage.filled_button(asked, *middle)
    assert someone_new is not None
    stage.click(someone_new)

    rows = (420, 240, 810, 320)
    stage.until(lambda image: stage.filled_button(image, *middle) is None)
    stage.take_focus()
    stage.do("key", "7")
    stage.until(lambda image: stage.filled_button(image, *rows) is not None)
    stage.do("key", "ctrl+shift+l")
    stage.until(lambda image: image.pixelColor(*IN_THE_NAVIGATION) == paper)
    time.sleep(0.5)

    workspace = open_vault(vault, PASSPHRASE, Environment(resources, Clock(), KdfCost.for_tests(), "test"))
    try:
        (draft,) = workspace.conversations.drafts()
    finally:
        workspace.close()
    assert draft.conversation.entry("LF").answer.mark == 7
