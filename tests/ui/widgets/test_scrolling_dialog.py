"""A window over the page that grows while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from spinnenweb.ui.theme.look import apply_theme, load_theme
from spinnenweb.ui.widgets.scrolling_dialog import ScrollingDialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_that_a_dialog_that_grows_never_hangs_over_the_edge_of_the_screen(
    qapp: QApplication, qtbot: QtBot, resources: Path
) -> None:
    apply_theme(qapp, load_theme(resources, "licht"))
    window = QWidget()
    qtbot.addWidget(window)
    screen = window.screen().availableGeometry()
    window.resize(screen.size())
    window.show()
    dialog = ScrollingDialog(window)
    dialog.open()
    dialog.move(screen.left() + 40, screen.bottom() - 60)
    more = QWidget()
    more.setFixedSize(400, screen.height())
    dialog.middle.add(more)
    dialog.grow()
    assert screen.contains(dialog.frameGeometry())
