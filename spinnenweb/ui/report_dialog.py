"""The report about errors in the program: read first, then kept where the person chooses, or not at all."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.wording import Wording
from spinnenweb.ui.errors import told
from spinnenweb.ui.preferences import spoken_language
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.controls import primary_button, quiet_button
from spinnenweb.ui.widgets.labels import SectionTitle, text_label
from spinnenweb.ui.widgets.scrolling_dialog import ScrollingDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.ui.asker import Asker

HEIGHT = 320
"""Of the report itself, at 100 % text; it scrolls."""


class ReportDialog(ScrollingDialog):
    """Open with `open()`; it goes when it is closed. `vault` is the folder in which nothing is written."""

    def __init__(self, text: str, texts: Path, asker: Asker, vault: Path, parent: QWidget) -> None:
        """`texts` is the folder with the Dutch texts."""
        super().__init__(parent)
        self._words = Wording.read(texts / "werker.toml")
        self._messages = Wording.read(texts / "meldingen.toml")
        self._asker, self._vault = asker, vault
        title = self._words.say("report.title")
        self.setAccessibleName(title)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        self.told = text_label("")
        self.told.hide()
        self.close_button = quiet_button(self.tr("Sluiten"))
        self.save = primary_button(self._words.say("report.save"))
        self._lay_out(title)
        self.save.clicked.connect(self._save)
        self.close_button.clicked.connect(self.reject)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, title: str) -> None:
        self.text.setMinimumHeight(min(px(HEIGHT), self.room().height() // 2))
        self.middle.add(SectionTitle(title, "heading"))
        self.middle.add(text_label(self._words.say("report.explained")))
        self.middle.add(self.text)
        self.said.addWidget(self.told)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.foot.addWidget(self.save)

    def _save(self) -> None:
        from spinnenweb.services.reports import report_name, write_report

        name = report_name(datetime.now(UTC).astimezone().date())
        target = self._asker.save_file(self, self._words.say("report.make"), name, self.tr("Tekst (*.txt)"))
        if target is None:
            return
        try:
            write_report(target, self.text.toPlainText(), self._vault)
        except SpinnenwebError as error:
            self._tell(told(error, self._messages, self._words).text)
        else:
            self._tell(self._words.say("report.saved"))

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()
        self.grow()
        announce(self.told, text)


def show_report(
    make: Callable[[Callable[[str], str]], str], resources: Path, asker: Asker, vault: Path, window: QWidget
) -> None:
    """Make the report, with the words of the keys `report.*`, and show it."""
    texts = resources / "texts" / spoken_language()
    words = Wording.read(texts / "werker.toml")
    text = make(lambda key: words.say(f"report.{key}"))
    ReportDialog(text, texts, asker, vault, QApplication.activeModalWidget() or window).open()
