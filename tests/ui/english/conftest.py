"""The program in English, and in Dutch again afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTranslator

from spinnenweb.ui.preferences import speak
from tests.ui.entrance.conftest import house
from tests.ui.pages.conftest import enter, village
from tests.ui.walk.conftest import here, lived_in, workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

__all__ = ["enter", "here", "house", "lived_in", "village", "workspace"]


@pytest.fixture
def dutch_again(qapp: QApplication, resources: Path) -> Iterator[None]:
    """Whatever language a test speaks, the next one hears the source again."""
    yield
    speak(resources, "nl")
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    qapp.setProperty("language", None)


@pytest.fixture
def english(dutch_again: None, resources: Path) -> None:
    speak(resources, "en")
