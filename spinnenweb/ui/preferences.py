"""Preferences of this laptop: look and the place of the last vault. Nothing about people or work.

A TOML file read key by key: what is missing or strange falls back to its default, unknown keys are kept.
"""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

THEMES = ("systeem", "licht", "donker", "contrast")
TEXT_SIZES = (100, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Preferences:
    """`text_size` is a percentage 100–200; `vault` is the folder that was open last, or empty."""

    theme: str = "systeem"
    text_size: int = 100
    vault: str = ""
    backup_at: str = ""
    calm: bool = False


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
    return replace(found, theme=theme, text_size=min(200, max(100, found.text_size)))


def write_preferences(path: Path, preferences: Preferences) -> None:
    """Write the preferences by a temporary file, so that a crash leaves the old or the new one."""
    import tomli_w

    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(tomli_w.dumps(_read(path) | asdict(preferences)), "utf-8")
    part.replace(path)
