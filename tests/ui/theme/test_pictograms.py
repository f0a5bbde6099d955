"""The pictograms residents see beside words: one family, nothing that reaches outside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from spinnenweb.domain.instruments import ADULT, read_instruments

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.ui.theme.look import Theme

NEEDED = """matters give change step again contact keep share count unknown declined topic pause photo
gezicht-1 gezicht-2 gezicht-3 gezicht-4 gezicht-5"""
FAMILY = {
    "viewBox": "0 0 64 64",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "3",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
SIDE = 64


@pytest.fixture
def drawings(resources: Path) -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in sorted((resources / "pictograms").glob("*.svg"))}


def drawn(drawing: str) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.replace("currentColor", "#ff0000").encode())).render(
        painter, QRectF(0, 0, SIDE, SIDE)
    )
    painter.end()
    return image


def test_that_every_subject_and_every_step_has_its_pictogram(resources: Path, drawings: dict[str, str]) -> None:
    subjects = read_instruments(resources / "instruments")[ADULT].codes
    assert set(drawings) >= {*subjects, *NEEDED.split()}


def test_that_every_pictogram_is_one_of_the_family(drawings: dict[str, str]) -> None:
    for name, drawing in drawings.items():
        given = dict(re.findall(r'([\w-]+)="([^"]*)"', drawing.partition(">")[0]))
        assert {key: given.get(key) for key in FAMILY} == FAMILY, name


def test_that_a_pictogram_has_no_words_no_colours_and_no_links(drawings: dict[str, str]) -> None:
    for name, drawing in drawings.items():
        assert not re.search(r"<(text|image|style|script|use)|href|#[0-9a-fA-F]{3}|rgb\(|url\(", drawing), name


def test_that_every_pictogram_is_seen_whole_and_takes_the_colour_of_the_theme(
    drawings: dict[str, str], wear: Callable[..., Theme]
) -> None:
    wear("licht")
    for name, drawing in drawings.items():
        image = drawn(drawing)
        inked = [(x, y) for x in range(SIDE) for y in range(SIDE) if image.pixelColor(x, y).alpha() > 128]
        assert len(inked) > 80, name
        assert all(0 < x < SIDE - 1 and 0 < y < SIDE - 1 for x, y in inked), name
        full = {image.pixelColor(x, y).name() for x, y in inked if image.pixelColor(x, y).alpha() == 255}
        assert full == {"#ff0000"}, name


def test_that_no_two_pictograms_look_the_same(drawings: dict[str, str], wear: Callable[..., Theme]) -> None:
    wear("licht")
    seen = [bytes(drawn(drawing).constBits()) for drawing in drawings.values()]
    assert len(seen) == len(set(seen))


def test_that_whose_drawings_they_are_lies_beside_them(resources: Path) -> None:
    assert "EUPL-1.2" in (resources / "pictograms" / "LICENSE.md").read_text("utf-8")
