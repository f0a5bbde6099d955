"""Preferences of this laptop: look, language and the place of the last vault. Nothing about people or work.

A TOML file read key by key: what is missing or strange falls back to its default, unknown keys are kept.
"""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

if TYPE_CHECKING:
    from pathlib import Path

THEMES = ("systeem", "licht", "donker", "contrast")
TEXT_SIZES = (100, 125, 150, 175, 200)
LANGUAGES = ("nl", "en")
"""The first is the language the source is written in."""
_SPOKEN = "language"


@dataclass(frozen=True, slots=True)
class Preferences:
    """`text_size` is a percentage 100–200; `vault` is the folder that was open last, or empty.

    `language` is that of the worker's own screens; a resident is spoken to in the language on the card.
    `slow_voice` is about reading aloud.
    """

    theme: str = "systeem"
    text_size: int = 100
    vault: str = ""
    backup_at: str = ""
    calm: bool = False
    language: str = LANGUAGES[0]
    slow_voice: bool = False


def read_preferences(path: Path) -> Preferences:
    """The preferences in a file; defaults where it is absent, unreadable or strange."""
    return _sane(_read(path))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}


def _sane(raw: dict[str, Any]) -> Preferences:
    defaults = asdict(Preferences())
    known = {name: raw[name] for name, value in defaults.items() if type(raw.get(name)) is type(value)}
    found = Preferences(**(defaults | known))
    theme = found.theme if found.theme in THEMES else "systeem"
    language = found.language if found.language in LANGUAGES else LANGUAGES[0]
    return replace(found, theme=theme, language=language, text_size=min(200, max(100, found.text_size)))


def write_preferences(path: Path, preferences: Preferences) -> None:
    """Write the preferences by a temporary file, so that a crash leaves the old or the new one."""
    import tomli_w

    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(tomli_w.dumps(_read(path) | asdict(preferences)), "utf-8")
    part.replace(path)


def speak(resources: Path, language: str) -> None:
    """Have everything that is said from now on said in one of `LANGUAGES`; what stands on a screen stays.

    What Qt itself says, such as the buttons of its own dialogs, goes along where Qt brought that language.
    """
    app = QCoreApplication.instance()
    if app is None or app.property(_SPOKEN) == language:
        return
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    app.setProperty(_SPOKEN, language)
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file in (f"{of_qt}/qtbase_{language}.qm", str(resources / "i18n" / f"spinnenweb_{language}.qm")):
        translator = QTranslator(app)
        if translator.load(file):
            app.installTranslator(translator)


def spoken_language() -> str:
    """The language of the worker's own screens now, one of `LANGUAGES`; the source's own until `speak`."""
    app = QCoreApplication.instance()
    return str(app.property(_SPOKEN) or LANGUAGES[0]) if app is not None else LANGUAGES[0]
