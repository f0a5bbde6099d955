from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication, QRawFont, QTextLayout

from spinnenweb.ui.theme.look import FONT_FILES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.ui.theme.look import Theme

# Dutch, Turkish, Polish, Ukrainian, Papiamento, and the signs the interface sets.
LETTERS = "ëïéèöüçñ" + "ğışİŞĞ" + "ąćęłńóśźż" + "їієґщжя" + "‘’“”–…·•›‹€°½"


ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوية" + "أإآؤئءى" + "،؛؟" + "0123456789"


@pytest.mark.parametrize("name", [name for name in FONT_FILES if "Arabic" not in name])
def test_that_the_bundled_fonts_know_the_letters_of_our_languages(
    wear: Callable[..., Theme], resources: Path, name: str
) -> None:
    font = QRawFont(str(resources / "fonts" / name), 14.0)
    assert font.isValid()
    assert [letter for letter in LETTERS if not font.supportsCharacter(ord(letter))] == []


@pytest.mark.parametrize("name", [name for name in FONT_FILES if "Arabic" in name])
def test_that_the_arabic_fonts_know_the_letters_of_our_texts(
    wear: Callable[..., Theme], resources: Path, name: str
) -> None:
    font = QRawFont(str(resources / "fonts" / name), 14.0)
    assert font.isValid()
    assert [letter for letter in ARABIC if not font.supportsCharacter(ord(letter))] == []


def test_that_what_the_first_font_lacks_comes_from_the_second(wear: Callable[..., Theme]) -> None:
    wear("licht")
    layout = QTextLayout("نعم", QGuiApplication.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    assert {run.rawFont().familyName() for run in layout.glyphRuns()} == {"Noto Sans Arabic"}


@pytest.mark.parametrize("name", sorted({f"LICENSE-{name.partition('-')[0]}.txt" for name in FONT_FILES}))
def test_that_the_licence_lies_beside_the_fonts(resources: Path, name: str) -> None:
    words = (resources / "fonts" / name).read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in words
    assert "Google LLC" in words
    assert "PERMISSION & CONDITIONS" in words
