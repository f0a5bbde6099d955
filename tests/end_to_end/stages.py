"""A virtual screen with the program on it as a process of its own, driven by keys and clicks and photographed."""

from __future__ import annotations

import os
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtGui import QColor, QImage

from spinnenweb.ui.theme.look import load_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[2]
SIZE = (1366, 768)
IN_THE_NAVIGATION = (6, 500)
PATIENCE = 30.0
SPARSE = 3
"""Every third pixel both ways is enough to find a button."""

needs_a_virtual_screen = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool from Debian"
)


@dataclass(frozen=True)
class Screen:
    """A virtual screen: its name for `DISPLAY`, and the file in which it keeps its pixels (XWD)."""

    name: str
    pixels: Path

    def shown(self) -> QImage:
        """What it shows now."""
        raw = self.pixels.read_bytes()
        head = struct.unpack(">25I", raw[:100])
        size, width, height, a_line, colours = head[0], head[4], head[5], head[12], head[19]
        # after the head come the colours of older screens, twelve bytes each
        start = size + 12 * colours
        lines = raw[start : start + a_line * height]
        return QImage(lines, width, height, a_line, QImage.Format.Format_RGB32).copy()


@dataclass
class Stage:
    """A virtual screen with the program on it."""

    environ: dict[str, str]
    screen: Screen
    folder: Path
    accent: QColor
    paper: QColor
    program: subprocess.Popen[bytes]
    photos: int = 0

    def do(self, *words: str) -> None:
        """One action of keyboard or mouse."""
        subprocess.run(["xdotool", *words], env=self.environ, check=True, capture_output=True)

    def photograph(self) -> QImage:
        """What the screen shows now; also kept as a file, for whoever looks into a failure."""
        self.photos += 1
        image = self.screen.shown()
        assert image.save(str(self._photo))
        return image

    @property
    def _photo(self) -> Path:
        return self.folder / f"foto-{self.photos:02d}.png"

    def until(self, seen: Callable[[QImage], bool]) -> QImage:
        """Look again and again until the picture is as wanted."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            image = self.photograph()
            if seen(image):
                return image
            time.sleep(0.1)
        raise AssertionError(f"not seen in {PATIENCE} s; the last picture is {self._photo}")

    def filled_button(self, image: QImage, left: int, top: int, right: int, bottom: int) -> tuple[int, int] | None:
        """The middle of what is filled with the accent in a part of the picture; a focus ring is too thin."""
        wanted = self.accent.rgb()
        pixels = memoryview(image.constBits()).cast("I")
        a_line = image.bytesPerLine() // 4
        hits = [
            (x, y)
            for y in range(top, bottom, SPARSE)
            for x in range(left, right, SPARSE)
            if pixels[y * a_line + x] == wanted
            and pixels[min(y + 5, SIZE[1] - 1) * a_line + min(x + 5, SIZE[0] - 1)] == wanted
        ]
        if len(hits) < 15:
            return None
        xs, ys = zip(*hits, strict=True)
        return int(statistics.median(xs)), int(statistics.median(ys))

    def take_focus(self) -> None:
        """Make the window the active one, as a window manager would; there is none here."""
        self.do("search", "--sync", "--onlyvisible", "--name", "^Spinnenweb$", "windowfocus", "--sync")

    def click(self, place: tuple[int, int]) -> None:
        """Press a place."""
        self.do("mousemove", str(place[0]), str(place[1]), "click", "1")

    def unlock(self, passphrase: str) -> None:
        """Open the vault from the lock screen, and wait for the window that comes after it."""
        self.type_password(passphrase)
        self.do("key", "Return")
        self.until(lambda image: image.pixel(*IN_THE_NAVIGATION) != self.paper.rgb())

    def type_password(self, passphrase: str) -> None:
        """Type the password once the lock screen waits for it."""
        self.until(lambda image: self.filled_button(image, 0, 0, *SIZE) is not None)
        self.take_focus()
        self.do("type", passphrase)

    def lock(self) -> int:
        """Lock by the keyboard and wait until the process that was open is gone; the number of the fresh one."""
        before = self.running()

        def taken_over() -> int:
            # pressed again and again: while the vault is still opening there is nothing to lock
            if self.running() == before:
                self.do("key", "ctrl+shift+l")
            now = self.running()
            return next(iter(now - before), 0) if not now & before else 0

        return wait_for(taken_over, every=0.5)

    def running(self) -> set[int]:
        """The programs of this screen, whoever started them."""
        return {
            pid for pid in _processes() if environ_of(pid).get("HOME") == self.environ["HOME"] and _is_ours(pid)
        }


def wait_for(look: Callable[[], T], every: float = 0.05) -> T:
    """What a look sees, as soon as it sees something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if seen := look():
            return seen
        time.sleep(every)
    raise AssertionError(f"not seen in {PATIENCE} s")


def environ_of(pid: int) -> dict[str, str]:
    """What a process was started with; nothing when it is gone or belongs to somebody else."""
    try:
        raw = Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        return {}
    pairs = (entry.partition("=") for entry in raw.decode("utf-8", "replace").split("\0") if "=" in entry)
    return {name: value for name, _, value in pairs}


def _processes() -> Iterator[int]:
    return (int(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal())


def _is_ours(pid: int) -> bool:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z" and any(word in (b"main.py", b"spinnenweb") for word in words)


@contextmanager
def virtual_screen() -> Iterator[Screen]:
    """A screen of its own."""
    with tempfile.TemporaryDirectory() as place:
        reading, writing = os.pipe()
        size = "{}x{}x24".format(*SIZE)
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-fbdir", place, "-nolisten", "tcp"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        try:
            yield Screen(f":{number}", Path(place, "Xvfb_screen0"))
        finally:
            server.terminate()
            server.wait()


@contextmanager
def stage_with(folder: Path, vault: Path, screen: Screen, **more: str) -> Iterator[Stage]:
    """The program on a screen, at the door of a vault; ended with whatever it started itself."""
    home = folder / "thuis"
    settings = home / ".config" / "spinnenweb"
    settings.mkdir(parents=True)
    (settings / "voorkeuren.toml").write_text(f'vault = "{vault}"\ntheme = "licht"\n', "utf-8")
    dropped = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XDG_")
    environ = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    environ |= {"HOME": str(home), "DISPLAY": screen.name, **more}
    said = folder / "gezegd.txt"
    # a file and not a pipe: the process that takes over after a lock writes in it too
    with said.open("wb") as errors:
        program = subprocess.Popen([sys.executable, "main.py"], cwd=ROOT, env=environ, stderr=errors)
    theme = load_theme(ROOT / "resources", "licht")
    stage = Stage(environ, screen, folder, theme.colour("accent"), theme.colour("paper"), program)
    try:
        yield stage
    finally:
        for pid in stage.running():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGTERM)
        program.wait(timeout=20)
        wait_for(lambda: not stage.running())
    assert b"Traceback" not in said.read_bytes()
