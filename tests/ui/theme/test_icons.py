from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtSvg import QSvgRenderer

from spinnenweb.ui.theme.icons import app_icon, icon, picture

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QImage

    from spinnenweb.ui.theme.look import Theme

    Wear = Callable[..., Theme]

NEEDED = """calendar people pin grid share gear lock search shield-check chevron-right chevron-left chevron-down
check plus minus star eye eye-off file pdf printer close undo home menu help alert pause photo speaker clock key
folder usb person person-plus web logo"""


def colours_of(image: QImage) -> set[str]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_that_every_icon_the_design_names_is_there(resources: Path) -> None:
    assert {path.stem for path in (resources / "icons").glob("*.svg")} >= set(NEEDED.split())


def test_that_every_icon_is_one_of_the_family(resources: Path, wear: Wear) -> None:
    for path in sorted((resources / "icons").glob("*.svg")):
        given = dict(re.findall(r'([\w-]+)="([^"]*)"', path.read_text("utf-8").partition(">")[0]))
        assert QSvgRenderer(str(path)).isValid(), path.stem
        if path.stem != "logo":
            assert given["viewBox"] == "0 0 24 24", path.stem
            assert given["stroke-width"] == "1.75", path.stem
            assert given["stroke"] == "currentColor", path.stem


def test_that_every_icon_leaves_ink_within_its_square(resources: Path, wear: Wear) -> None:
    for path in (resources / "icons").glob("*.svg"):
        image = picture(path.stem, QColor("#ff0000"), 48).toImage()
        inked = [(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 0]
        assert len(inked) > 40, path.stem


def test_that_an_icon_takes_the_colour_asked_for(wear: Wear) -> None:
    assert "#ff0000" in colours_of(picture("menu", QColor("#ff0000"), 48).toImage())


def test_that_an_icon_made_once_follows_the_theme(wear: Wear) -> None:
    lock = icon("menu", "ink")
    for name in ("licht", "donker"):
        theme = wear(name)
        assert theme.ink in colours_of(lock.pixmap(QSize(48, 48)).toImage())


def test_that_a_switched_off_icon_is_pale(wear: Wear) -> None:
    theme = wear("licht")
    image = icon("menu").pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()
    assert theme.ink_faint in colours_of(image)
    assert theme.ink not in colours_of(image)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_that_an_icon_is_drawn_in_the_dots_of_the_screen(wear: Wear, ratio: float) -> None:
    pixmap = picture("lock", QColor("#000000"), 24, ratio)
    assert pixmap.size() == QSize(24, 24) * ratio
    assert icon("lock").pixmap(QSize(24, 24), ratio).size() == QSize(24, 24) * ratio


def test_that_an_unknown_icon_is_refused_at_once(wear: Wear) -> None:
    with pytest.raises(FileNotFoundError):
        icon("eenhoorn")


def test_that_the_program_icon_keeps_its_own_colours(wear: Wear) -> None:
    wear("donker")
    assert "#0b5c9e" in colours_of(app_icon().pixmap(QSize(64, 64)).toImage())
