"""Where the person is, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.labels import line_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spinnenweb.ui.places import Crumb, Place


class Breadcrumb(QWidget):
    """The steps to where the person is; those with a place lead back. Sends `chosen(Place)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: dict[QWidget, Place] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(4))
        self.setAccessibleName(self.tr("Waar je bent"))

    def show_crumbs(self, crumbs: Sequence[Crumb]) -> None:
        """Replace all steps."""
        self._clear()
        for number, crumb in enumerate(crumbs):
            if number:
                self._row.addWidget(line_label("›", "soft"))
            self._row.addWidget(self._step(crumb))
        self._row.addStretch(1)

    def _clear(self) -> None:
        self._places.clear()
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The steps that lead somewhere, in their order."""
        return tuple(self._places)

    def _step(self, crumb: Crumb) -> QWidget:
        if crumb.place is None:
            return line_label(crumb.text, "strong")
        button = link_button(crumb.text, tone="soft")
        self._places[button] = crumb.place
        button.clicked.connect(self._go)
        return button

    def _go(self) -> None:
        sender = self.sender()
        if isinstance(sender, QWidget) and sender in self._places:
            self.chosen.emit(self._places[sender])
