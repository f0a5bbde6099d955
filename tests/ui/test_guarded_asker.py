"""The file chooser of an open vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.guarded_asker import GuardedAsker

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from pytestqt.qtbot import QtBot


class Chooser:
    """Chooses what the test laid ready."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def open_file(self, parent: QWidget, title: str, pattern: str) -> Path | None:
        return self.target

    def save_file(self, parent: QWidget, title: str, suggestion: str, pattern: str) -> Path | None:
        return self.target

    def folder(self, parent: QWidget, title: str) -> Path | None:
        return self.target

    def confirm(self, parent: QWidget, title: str, text: str, verb: str, stay: str) -> bool:
        return True

    def printer(self, parent: QWidget) -> QPrinter | None:
        return None


def test_that_the_vault_is_no_place_for_files(qtbot: QtBot, tmp_path: Path) -> None:
    vault, told, window = tmp_path / "kluis.vault", list[Exception](), QWidget()
    qtbot.addWidget(window)
    vault.mkdir()
    inside = GuardedAsker(Chooser(vault / "sleutel.json"), vault, told.append)
    assert inside.save_file(window, "", "", "") is None
    assert inside.folder(window, "") is None
    assert [error.code for error in told if isinstance(error, SpinnenwebError)] == ["target.in_vault"] * 2
    outside = GuardedAsker(Chooser(tmp_path / "uit.pdf"), vault, told.append)
    assert outside.save_file(window, "", "", "") == tmp_path / "uit.pdf"
