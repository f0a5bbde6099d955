"""The widgets of the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.bin import BinKind
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.names import display_name
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import RowCard
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.empty_state import EmptyState
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.bin import InBin

translate = QCoreApplication.translate


def title_of(found: InBin, words: Wording) -> str:
    """What something in the bin is, with whose it is."""
    item, kind = found.item, words.say(f"bin.{found.item.kind.value}")
    day = "" if item.day is None else words.say("bin.of", date=full_day(item.day))
    whose = "" if found.resident is None else words.say("log.whose", name=display_name(found.resident))
    if item.kind is BinKind.RESIDENT:
        return f"{kind} {item.words}"
    return " ".join(part for part in (kind, day, whose) if part)


class BinRow(QWidget):
    """One thing. Sends `back(InBin)` and `erased(InBin)`."""

    back = Signal(object)
    erased = Signal(object)

    def __init__(self, found: InBin, words: Wording) -> None:
        super().__init__()
        self._found = found
        title = title_of(found, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(12), px(20), px(12))
        column.setSpacing(px(2))
        column.addWidget(text_label(title, "strong"))
        if found.item.words and found.item.kind is not BinKind.RESIDENT:
            column.addWidget(text_label(found.item.words))
        column.addWidget(text_label(words.say("bin.until", date=full_day(found.item.until)), "small"))
        self.put_back = link_button(self.tr("Terugzetten"))
        self.erase = link_button(words.say("button.erase"), "soft")
        for button, click in ((self.put_back, self._emit_back), (self.erase, self._emit_erased)):
            button.setAccessibleName(f"{button.text()}: {title}")
            button.clicked.connect(click)
        acts = QWidget()
        line = FlowLayout(acts, gap=20)
        line.addWidget(self.put_back)
        line.addWidget(self.erase)
        column.addWidget(acts)

    def _emit_back(self) -> None:
        self.back.emit(self._found)

    def _emit_erased(self) -> None:
        self.erased.emit(self._found)


class Layout:
    """Fills `page` with what lies in the bin."""

    def __init__(self, page: QWidget, words: Wording) -> None:
        self.header = PageHeader(translate("BinPage", "Prullenbak"), words.say("bin.purpose"))
        self.rows = RowCard()
        self.rows.setAccessibleName(translate("BinPage", "Prullenbak"))
        self.empty = EmptyState("trash", words.say("bin.empty"))
        scroll = PageScroll()
        for part in (self.header, self.rows, self.empty):
            scroll.add(part)
        scroll.body.addStretch(1)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.rows.hide()
        self.empty.hide()
