"""What is looked for on the map: words as they are typed, and six lists to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from spinnenweb.domain.map_filter import MapFilter
from spinnenweb.domain.social_map import Freshness, OfferKind
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.chips import ToggleChip
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.freshness import freshness_words
from spinnenweb.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.map_cells import MapNames

DELAY_MS = 120
"""So long after the last key the map is looked through."""
_WIDTH = 176
_NARROW = 760


class Filters(QWidget):
    """Sends `changed()`; `wanted` is what has to hold."""

    changed = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self.field = SearchField(self.tr("Zoek een organisatie, aanbod of contactpersoon"))
        self.boxes: dict[str, QComboBox] = {}
        self.clear = link_button(self.tr("Alles tonen"))
        self.more = ToggleChip(self.tr("Kiezen op thema, kern en meer"))
        self._lists = QWidget()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.changed)
        self.field.textChanged.connect(self._timer.start)
        self.clear.clicked.connect(self.show_all)
        self._lay_out()

    def _lay_out(self) -> None:
        line = FlowLayout(self._lists, gap=8)
        for field, every in (
            ("theme", self.tr("Alle thema's")),
            ("village", self.tr("Alle kernen")),
            ("kind", self.tr("Alle soorten")),
            ("dimension", self.tr("Alle dimensies")),
            ("language", self.tr("Alle talen")),
            ("fresh", self.tr("Oud en nieuw")),
        ):
            box = ChoiceBox()
            box.addItem(every, "")
            box.setAccessibleName(every)
            box.setFixedWidth(px(_WIDTH))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(self._choose)
            self.boxes[field] = box
            line.addWidget(box)
        line.addWidget(self.clear)
        self.field.setMaximumWidth(px(3 * _WIDTH + 16))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(self.field, 1)
        top.addWidget(self.more)
        top.addStretch(0)
        column.addLayout(top)
        column.addWidget(self._lists)
        self.more.toggled.connect(self._fold)
        self.more.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setSizePolicy(policy)
        self._show_clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the lists away where they would take the room of what they choose from."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < px(_NARROW)
        self.more.setVisible(narrow)
        self._lists.setVisible(not narrow or self.more.isChecked())

    def offer(self, names: MapNames) -> None:
        """Fill the lists with the words of now; what was chosen stays where it still exists."""
        lists = {"theme": "themes", "village": "village_ids", "kind": "kind"}
        lists |= {"dimension": "dimensions", "language": "languages"}
        for field, named in lists.items():
            self._fill(self.boxes[field], dict(names.of[named]))
        self._fill(self.boxes["fresh"], {one.value: freshness_words(self._words, one) for one in Freshness})

    def _fill(self, box: QComboBox, named: dict[str, str]) -> None:
        chosen = box.currentData()
        box.blockSignals(True)
        while box.count() > 1:
            box.removeItem(1)
        for code, name in named.items():
            box.addItem(name, code)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.blockSignals(False)

    @property
    def wanted(self) -> MapFilter:
        """What has to hold."""
        code = {field: str(box.currentData() or "") for field, box in self.boxes.items()}
        return MapFilter(
            text=self.field.text().strip(),
            theme=code["theme"],
            dimension=code["dimension"],
            village_id=code["village"],
            language=code["language"],
            freshness=Freshness(code["fresh"]) if code["fresh"] else None,
            kind=OfferKind(code["kind"]) if code["kind"] else None,
        )

    def show_all(self) -> None:
        """Let go of everything that was chosen."""
        for box in self.boxes.values():
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        self.field.clear()
        self._choose()

    def _choose(self) -> None:
        self._show_clear()
        self._emit_changed()

    def _emit_changed(self) -> None:
        self.changed.emit()

    def _show_clear(self) -> None:
        self.clear.setVisible(any(box.currentIndex() > 0 for box in self.boxes.values()))
