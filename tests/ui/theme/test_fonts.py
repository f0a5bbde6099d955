from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QRawFont

from spinnenweb.ui.theme.look import FONT_FILES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.ui.theme.look import Theme

# Dutch, Turkish, Polish, Ukrainian, Papiamento, and the signs the interface sets.
LETTERS = "ëïéèöüçñ" + "ğışİŞĞ" + "ąćęłńóśźż" + "їієґщжя" + "‘’“”–…·•›‹€°½"


@pytest.mark.parametrize("name", FONT_FILES)
def test_that_the_bundled_fonts_know_the_letters_of_our_languages(
    wear: Callable[..., Theme], resources: Path, name: str
) -> None:
    font = QRawFont(str(resources / "fonts" / name), 14.0)
    assert font.isValid()
    assert [letter for letter in LETTERS if not font.supportsCharacter(ord(letter))] == []


def test_that_the_licence_lies_beside_the_fonts(resources: Path) -> None:
    words = (resources / "fonts" / "LICENSE-NotoSans.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in words
    assert "Google LLC" in words
    assert "PERMISSION & CONDITIONS" in words
