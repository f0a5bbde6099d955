"""The themes to tick: at most five, all of them in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from spinnenweb.domain.conversations import MOST_THEMES
from spinnenweb.ui.widgets.chips import ToggleChip
from spinnenweb.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from spinnenweb.domain.themes import Theme
    from spinnenweb.domain.wording import Wording


class ThemeTicks(QWidget):
    """`chosen` holds the codes, in the order of the vocabulary."""

    def __init__(self, words: Wording, themes: Iterable[Theme], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=6)
        self.chips = {theme.code: ToggleChip(words.say(f"theme.{theme.code}")) for theme in themes}
        for chip in self.chips.values():
            flow.addWidget(chip)
            chip.toggled.connect(self._show_full)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What was ticked."""
        return tuple(code for code, chip in self.chips.items() if chip.isChecked())

    def tick(self, codes: Collection[str]) -> None:
        """Tick these."""
        for code, chip in self.chips.items():
            chip.setChecked(code in codes)

    def _show_full(self) -> None:
        full = len(self.chosen) >= MOST_THEMES
        for chip in self.chips.values():
            chip.setEnabled(chip.isChecked() or not full)
            chip.setToolTip("" if chip.isEnabled() else self.tr("Hoogstens vijf"))
