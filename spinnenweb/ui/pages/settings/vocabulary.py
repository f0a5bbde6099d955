"""The words of the organisation: themes and signals, each a button to its own sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.vocabulary import WordKind
from spinnenweb.ui.dialogs.word import WordDialog
from spinnenweb.ui.preferences import spoken_language
from spinnenweb.ui.theme.icons import icon
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.changes import Changes
    from spinnenweb.services.vocabulary import WordLine
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.dialogs.word import WordDone


class WordButtons(QWidget):
    """A button for each word of a kind; one that is no longer used says so."""

    def __init__(self, section: VocabularySection) -> None:
        super().__init__()
        self._section = section
        self._flow = FlowLayout(self, gap=6)
        self.buttons: dict[str, QPushButton] = {}

    def show_lines(self, lines: tuple[WordLine, ...]) -> None:
        """Show these words."""
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.buttons = {}
        for line in lines:
            button = self._button(line)
            self.buttons[line.code] = button
            self._flow.addWidget(button)

    def _button(self, line: WordLine) -> QPushButton:
        text = line.name if line.active else self.tr("{name} (gestopt)").format(name=line.name)
        button = QPushButton(text)
        set_role(button, "chip")
        button.setAutoDefault(False)
        button.setIconSize(QSize(px(20), px(14)))
        button.setIcon(icon("pencil" if line.active else "minus", "ink_soft"))
        button.setAccessibleName(self.tr("{name} aanpassen").format(name=text))
        button.clicked.connect(partial(self._section.open_word, line.kind, line))
        return button


class VocabularySection(Card):
    """Two rows of buttons, and a way to add to each."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            self.tr("Thema's en signalen"),
            self.tr(
                "De woorden van jullie organisatie. Stop je met een woord, dan blijft staan wat je ermee schreef."
            ),
        )
        self._context = context
        self._shown: tuple[tuple[WordLine, ...], ...] = ()
        self._back: Callable[[], Changes] | None = None
        self.rows = {WordKind.THEME: WordButtons(self), WordKind.SIGNAL: WordButtons(self)}
        self.new = {
            WordKind.THEME: quiet_button(self.tr("Thema toevoegen"), "plus"),
            WordKind.SIGNAL: quiet_button(self.tr("Signaal toevoegen"), "plus"),
        }
        titles = {WordKind.THEME: self.tr("Thema's"), WordKind.SIGNAL: self.tr("Signalen")}
        for kind, row in self.rows.items():
            if kind is WordKind.SIGNAL:
                self.add_divider()
            self.add(text_label(titles[kind], "strong"))
            self.add(row)
            foot = QVBoxLayout()
            foot.setContentsMargins(0, px(4), 0, 0)
            line = FlowLayout(gap=12)
            line.addWidget(self.new[kind])
            foot.addLayout(line)
            self.add(foot)
            self.new[kind].clicked.connect(partial(self.open_word, kind, None))
        self.show_all()

    def show_all(self) -> None:
        """Show what is there now."""
        service = self._context.workspace.vocabulary
        found = tuple(service.lines(kind, spoken_language()) for kind in self.rows)
        if found != self._shown:
            self._shown = found
            for row, lines in zip(self.rows.values(), found, strict=True):
                row.show_lines(lines)

    def open_word(self, kind: WordKind, line: WordLine | None) -> None:
        """Open the sheet of a word, or of a new one."""
        dialog = WordDialog(self._context, kind, line, self)
        dialog.changed.connect(self._tell)
        dialog.open()

    def word(self, kind: WordKind, code: str) -> QPushButton | None:
        """The button of a word, or `None`."""
        return self.rows[kind].buttons.get(code)

    def _tell(self, done: WordDone) -> None:
        self._report(done.changes)
        self._back = done.back
        self._context.hub.say(done.said, self._take_back)

    def _take_back(self) -> None:
        back, self._back = self._back, None
        if back is not None:
            self._context.jobs.run(self, back, self._report, self._refuse)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, SpinnenwebError):
            self._context.hub.say(self._context.messages.say(f"{error.code}.text"))
        else:
            self._context.hub.fail(error)

    def _report(self, changes: Changes) -> None:
        self.show_all()
        self._context.hub.report(changes, self)
