"""Which parts of a conversation go on the summary: one tick for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from spinnenweb.domain.drafts import ON_PAPER
from spinnenweb.ui.theme.look import px

if TYPE_CHECKING:
    from collections.abc import Collection

    from spinnenweb.services.summaries import SummaryChoice


class SummaryTicks(QWidget):
    """Sends `chosen(parts)`, the names of the ticked ones, when someone ticks."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks = {name: QCheckBox(text) for name, text in self._parts()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for tick in self.ticks.values():
            column.addWidget(tick)
            tick.clicked.connect(self._tell)
        self.show_parts(ON_PAPER)

    def _parts(self) -> list[tuple[str, str]]:
        return [
            ("web", self.tr("het web")),
            ("marks", self.tr("de cijfers")),
            ("matters", self.tr("wat telt")),
            ("step", self.tr("de eerste stap")),
            ("again", self.tr("de nieuwe afspraak")),
            ("note", self.tr("de notities")),
        ]

    def show_parts(self, parts: Collection[str]) -> None:
        """Show what was ticked."""
        for name, tick in self.ticks.items():
            tick.setChecked(name in parts)

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of what is ticked."""
        return tuple(name for name, tick in self.ticks.items() if tick.isChecked())

    def choice(self) -> SummaryChoice:
        """What was ticked."""
        # late: what makes papers is not loaded before one is asked for
        from spinnenweb.services.summaries import SummaryChoice

        return SummaryChoice(**{name: tick.isChecked() for name, tick in self.ticks.items()})

    def _tell(self) -> None:
        self.chosen.emit(self.parts)
