"""The way to the first frame: where things are, whether this machine can show a window, and the window.

One module on purpose: before the first frame at most ten modules of ours are loaded (architecture, decision 11).
"""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import spinnenweb

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QApplication

    from spinnenweb.services.environment import Environment
    from spinnenweb.ui.shell import Shell

NAME = "spinnenweb"
SCREENLESS = ("offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs", "vkkhrdisplay")
"""Qt platforms that need neither X nor Wayland."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where this program keeps what is not in a vault. Nothing about people stands in any of them."""

    config: Path
    data: Path
    logs: Path

    @property
    def preferences(self) -> Path:
        """The file with the preferences of this laptop."""
        return self.config / "voorkeuren.toml"


def own_folders() -> Folders:
    """The folders the system gives to programs of this user; they need not exist yet.

    The same as those of `platformdirs`, which a test compares; loading that library cost a twentieth of the start.
    """
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / NAME
        return Folders(local, local, local / "Logs")
    if sys.platform == "darwin":
        support = home / "Library" / "Application Support" / NAME
        return Folders(support, support, home / "Library" / "Logs" / NAME)
    config = _xdg("XDG_CONFIG_HOME", home / ".config")
    data = _xdg("XDG_DATA_HOME", home / ".local" / "share")
    return Folders(config, data, _xdg("XDG_STATE_HOME", home / ".local" / "state") / "log")


def _xdg(variable: str, usual: Path) -> Path:
    return Path(os.environ.get(variable, "").strip() or usual) / NAME


def find_resources() -> Path:
    """The folder with texts, themes and fonts: inside an installed package, or beside it in a checkout.

    Raises `FileNotFoundError`: the installation is broken, which is a bug.
    """
    package = Path(spinnenweb.__file__).parent
    for folder in (package / "resources", package.parent / "resources"):
        if (folder / "texts").is_dir():
            return folder
    raise FileNotFoundError("resources")


def qt_platform(environ: Mapping[str, str]) -> str:
    """The platform plugin Qt will take on Linux."""
    asked = environ.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    if asked:
        return asked
    wayland = environ.get("WAYLAND_DISPLAY")
    at_wayland = environ.get("XDG_SESSION_TYPE") == "wayland" or not environ.get("DISPLAY")
    return "wayland" if wayland and at_wayland else "xcb"


def has_screen(environ: Mapping[str, str]) -> bool:
    """Whether there is something to show a window on."""
    if not sys.platform.startswith("linux") or qt_platform(environ) in SCREENLESS:
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def qt_loads(platform: str) -> bool:
    """Whether the libraries Qt needs for a platform are on this machine; PySide6 itself is not imported.

    Opening the platform plugin pulls in every library that it and Qt want, so nothing needs to be guessed.
    """
    if not sys.platform.startswith("linux"):
        return True
    import ctypes
    from importlib.util import find_spec

    found = find_spec("PySide6")
    folders = found.submodule_search_locations if found is not None else None
    plugin = Path(folders[0], "Qt", "plugins", "platforms", f"libq{platform}.so") if folders else Path()
    try:
        if plugin.is_file():
            ctypes.CDLL(str(plugin))
    except OSError:
        return False
    return True


def start(vault: Path | None = None) -> int:
    """Open the window, on `vault` when one is given; the exit status. Says in one line why it cannot."""
    resources = find_resources()
    if not has_screen(os.environ):
        return _refuse(resources, "platform.no_display")
    if not qt_loads(qt_platform(os.environ)):
        from spinnenweb.app.libraries import install_command

        return _refuse(resources, "platform.libraries", command=install_command(qt_platform(os.environ)))
    return _open_window(resources, vault)


def _refuse(resources: Path, code: str, **values: str) -> int:
    from spinnenweb.domain.wording import Wording

    messages = Wording.read(resources / "texts" / "nl" / "meldingen.toml")
    sys.stderr.write(messages.say(f"{code}.text", **values) + "\n")
    return 2


def _open_window(resources: Path, vault: Path | None) -> int:
    # what is imported now stays for good; looking for garbage in it cost a sixth of the start (see `finish_start`)
    gc.disable()
    app = application()
    shell = _shell(app, resources, own_folders(), vault)
    shell.show_first()
    status: int = app.exec()
    shell.finish()
    return status


def application() -> QApplication:
    """The Qt application with the name the system shows."""
    from PySide6.QtWidgets import QApplication

    # named here, the style costs nothing; setStyle() would load its class before the first frame
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setProperty("styled", True)
    app.setApplicationName("Spinnenweb")
    app.setDesktopFileName(NAME)
    return app


def _shell(app: QApplication, resources: Path, folders: Folders, vault: Path | None) -> Shell:
    from spinnenweb.ui.entrance import Setup
    from spinnenweb.ui.preferences import LANGUAGES, read_preferences, speak
    from spinnenweb.ui.shell import Shell
    from spinnenweb.ui.theme.look import apply_theme, load_theme, theme_for

    preferences = read_preferences(folders.preferences)
    theme = load_theme(resources, theme_for(preferences.theme, app.styleHints().colorScheme()))
    apply_theme(app, theme, preferences.text_size / 100)
    if preferences.language != LANGUAGES[0]:
        speak(resources, preferences.language)

    def environment() -> Environment:
        from spinnenweb.app.wiring import build_environment

        return build_environment(resources, folders.data)

    def after_first_frame(report_bug: Callable[[], None]) -> None:
        from spinnenweb.app.wiring import finish_start

        # in Dutch only Qt's own words are missing, and nothing of Qt's is on the first frame
        speak(resources, preferences.language)
        finish_start(folders.logs, report_bug)
        shown = os.environ.pop("SPINNENWEB_SHOWN", "")
        if shown:
            from spinnenweb.app.relaunch import say_shown

            say_shown(shown)

    vaults = Path.home() / "Spinnenweb"
    setup = Setup(
        resources,
        folders.preferences,
        folders.data,
        vaults,
        environment,
        after_first_frame,
        relaunch=_relaunch,
        crash_report=partial(_crash_report, folders.logs),
    )
    reason, _, minutes = os.environ.pop("SPINNENWEB_LOCKED", "").partition(":")
    kept = os.environ.pop("SPINNENWEB_VAULT", "")
    locked = (reason, int(minutes) if minutes.isdecimal() else 0)
    return Shell(setup, preferences, vault or (Path(kept) if kept else None), locked)


def _crash_report(logs: Path, said: Callable[[str], str]) -> str:
    from spinnenweb.app.crash_report import make_report

    return make_report(logs, said)


def _relaunch(reason: str, minutes: int, vault: Path) -> bool:
    from spinnenweb.app.relaunch import relaunch

    return relaunch(reason, minutes, vault)
