"""The report about errors is read first, and written only where the person says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from spinnenweb.ui.report_dialog import ReportDialog, show_report
from spinnenweb.ui.theme.look import apply_theme, load_theme
from tests.ui.pages.conftest import FakeAsker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def asker(tmp_path: Path) -> FakeAsker:
    return FakeAsker(target=tmp_path / "rapport.txt")


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, resources: Path) -> QWidget:
    apply_theme(qapp, load_theme(resources, "licht"))
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(window: QWidget, resources: Path, tmp_path: Path, asker: FakeAsker) -> ReportDialog:
    (tmp_path / "kluis.vault").mkdir()

    def make(said: Callable[[str], str]) -> str:
        return said("title") + "\n  builtins.ValueError"

    show_report(make, resources, asker, tmp_path / "kluis.vault", window)
    return window.findChildren(ReportDialog)[0]


def test_that_the_text_is_shown_and_nothing_is_written_yet(dialog: ReportDialog, asker: FakeAsker) -> None:
    assert dialog.text.toPlainText().startswith("Foutrapport van Spinnenweb")
    assert dialog.text.isReadOnly()
    assert asker.target is not None
    dialog.reject()
    assert not asker.target.exists()


def test_that_what_was_read_is_what_is_written(dialog: ReportDialog, asker: FakeAsker) -> None:
    dialog.save.click()
    assert asker.target is not None
    assert asker.target.read_text("utf-8") == dialog.text.toPlainText()
    assert dialog.told.text() == "Het foutrapport is bewaard."
    assert asker.suggested[0].startswith("foutrapport_")
    dialog.reject()


def test_that_it_is_not_written_into_the_vault(dialog: ReportDialog, asker: FakeAsker, tmp_path: Path) -> None:
    asker.target = tmp_path / "kluis.vault" / "rapport.txt"
    dialog.save.click()
    assert not asker.target.exists()
    assert "Kies een plek buiten de kluis." in dialog.told.text()
    dialog.reject()


def test_that_no_place_chosen_is_nothing_written(dialog: ReportDialog, asker: FakeAsker) -> None:
    asker.target = None
    dialog.save.click()
    assert dialog.told.text() == ""
    dialog.reject()
