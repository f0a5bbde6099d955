"""A look for the widgets of these tests; every test leaves the light one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spinnenweb.ui.theme.look import Theme, apply_theme, load_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def wear(qapp: QApplication, resources: Path) -> Iterator[Callable[[str, float], Theme]]:
    """Puts on a theme by name and text size."""

    def put_on(name: str = "licht", scale: float = 1.0) -> Theme:
        theme = load_theme(resources, name)
        apply_theme(qapp, theme, scale)
        return theme

    put_on()
    yield put_on
    put_on()


@pytest.fixture
def on_screen(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Shows a window, gives it the keyboard and lets its layout settle."""

    def show(window: QWidget) -> None:
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        qtbot.wait(1)

    return show
