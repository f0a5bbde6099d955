"""The widgets of the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from spinnenweb.services.audit_words import GROUPS
from spinnenweb.ui.models.audit_table import WHEN
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Note, RowCard
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.scroll import PageScroll
from spinnenweb.ui.widgets.tables import calm_table
from spinnenweb.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.models.audit_table import AuditModel

translate = QCoreApplication.translate

_TWO_LINES = 50
_WHEN_WIDTH = 190


class Layout:
    """Fills `page` with the filters and the lines."""

    def __init__(self, page: QWidget, words: Wording, model: AuditModel) -> None:
        self.header = PageHeader(words.say("log.title"), words.say("message.log_purpose"))
        self.check = quiet_button(translate("AuditPage", "Logboek nakijken"), "shield-check")
        self.header.add_action(self.check)
        self.whole, self.broken = Note("", "ok"), Note("", "warn")
        self.group, self.period = ChoiceBox(), ChoiceBox()
        self.group.setAccessibleName(translate("AuditPage", "Wat wil je zien?"))
        self.period.setAccessibleName(translate("AuditPage", "Van wanneer?"))
        for name in GROUPS:
            self.group.addItem(words.say(f"log.group.{name}"), name)
        self.waiting = Waiting(translate("AuditPage", "Het logboek komt eraan…"))
        self.none = text_label(translate("AuditPage", "Er staat hier nog niets in het logboek."), "soft")
        self.table = calm_table(QTableView(), words.say("log.title"), _TWO_LINES)
        self._dress(model)
        self.card = RowCard()
        self.card.add_row(self.table)
        self._lay_out(page)

    def _dress(self, model: AuditModel) -> None:
        self.table.setModel(model)
        self.table.setWordWrap(True)
        head = self.table.horizontalHeader()
        head.resizeSection(WHEN, px(_WHEN_WIDTH))
        head.setSectionResizeMode(WHEN, QHeaderView.ResizeMode.Fixed)
        head.setStretchLastSection(True)
        self.table.setMinimumHeight(px(_TWO_LINES * 3))

    def _lay_out(self, page: QWidget) -> None:
        filters = QWidget()
        row = FlowLayout(filters, gap=12)
        row.addWidget(self.group)
        row.addWidget(self.period)
        scroll = PageScroll(fill=True)
        for part in (self.header, self.whole, self.broken, filters, self.waiting, self.none):
            scroll.add(part)
        scroll.body.addWidget(self.card, 1)
        self.tell("", "")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def show_state(self, *, reading: bool, anything: bool) -> None:
        """The lines, or that they are coming, or that there are none."""
        if reading:
            self.waiting.start()
        else:
            self.waiting.stop()
            self.waiting.hide()
        self.card.setVisible(anything)
        self.none.setVisible(not reading and not anything)

    def tell(self, whole: str, broken: str) -> None:
        """Say how the check ended: at most one of two, or nothing any more."""
        for note, text in ((self.whole, whole), (self.broken, broken)):
            note.label.setText(text)
            note.setVisible(bool(text))
