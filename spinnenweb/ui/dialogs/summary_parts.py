"""Which talk and which parts of it the resident wants on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.ui.dates import full_day
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.controls import primary_button, quiet_button
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import SectionTitle, text_label

if TYPE_CHECKING:
    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.summaries import SummaryChoice


@dataclass(frozen=True, slots=True)
class WantedSummary:
    """One talk and what of it goes on paper."""

    conversation: Conversation
    choice: SummaryChoice


class SummaryDialog(QDialog):
    """Open with `open()`. Sends `wanted(WantedSummary)` and goes."""

    wanted = Signal(object)

    def __init__(self, talks: tuple[Conversation, ...], words: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Spinnenweb")
        self.setAccessibleName(self.tr("Samenvatting bewaren als PDF"))
        self._talks = talks
        self.talk = QComboBox()
        self.talk.addItems([full_day(talk.held_on) for talk in talks])
        self.ticks = {name: QCheckBox(text) for name, text in self._parts()}
        for name, tick in self.ticks.items():
            tick.setChecked(name != "note")
        self.save = primary_button(words.say("button.pdf"))
        self.not_now = quiet_button(self.tr("Niet nu"))
        self.save.clicked.connect(self._take)
        self.not_now.clicked.connect(self.reject)
        self._lay_out()

    def _parts(self) -> list[tuple[str, str]]:
        return [
            ("web", self.tr("het web")),
            ("marks", self.tr("de cijfers")),
            ("matters", self.tr("wat telt")),
            ("step", self.tr("de eerste stap")),
            ("again", self.tr("de nieuwe afspraak")),
            ("note", self.tr("de notities")),
        ]

    def _lay_out(self) -> None:
        self.setMinimumWidth(px(400))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(28), px(24), px(28), px(24))
        column.setSpacing(px(8))
        column.addWidget(SectionTitle(self.tr("Samenvatting bewaren als PDF"), "heading"))
        column.addWidget(FieldRow(self.tr("Welk gesprek?"), self.talk))
        column.addSpacing(px(8))
        column.addWidget(text_label(self.tr("Wat wil de inwoner op papier?"), "strong"))
        for tick in self.ticks.values():
            column.addWidget(tick)
        column.addSpacing(px(12))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addStretch(1)
        row.addWidget(self.not_now)
        row.addWidget(self.save)
        column.addLayout(row)

    def _take(self) -> None:
        from spinnenweb.services.summaries import SummaryChoice

        choice = SummaryChoice(**{name: tick.isChecked() for name, tick in self.ticks.items()})
        wanted = WantedSummary(self._talks[self.talk.currentIndex()], choice)
        self.accept()
        self._emit_wanted(wanted)

    def _emit_wanted(self, wanted: WantedSummary) -> None:
        self.wanted.emit(wanted)
