"""What stands on top of the screen during a visit, in place of navigation and search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.top_bar import help_button, lock_button, urgent_button
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.labels import IconMark, text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.wording import Wording


class VisitBar(QFrame):
    """Says that a visit is on. Sends `end_asked`, `urgent_asked`, `lock_asked`, `help_asked`.

    `map_asked` leads to the social map, and `back_asked` from there or from a hand-over to where the person was.
    """

    end_asked = Signal()
    urgent_asked = Signal()
    lock_asked = Signal()
    help_asked = Signal()
    map_asked = Signal()
    back_asked = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "note")
        self.end = quiet_button(words.say("frame.visit_end"), "check")
        self._map_words, self._back_words = words.say("nav.map"), self.tr("Terug naar het bezoek")
        self.map = quiet_button(self._map_words, "pin")
        self.back = quiet_button(self._back_words, "chevron-left")
        for button in (self.map, self.back):
            button.setAccessibleName(button.text())
        self.urgent = urgent_button(words)
        self.help = help_button(words)
        self.lock = lock_button(words)
        self.end.clicked.connect(self.end_asked)
        self.urgent.clicked.connect(self.urgent_asked)
        self.help.clicked.connect(self.help_asked)
        self.lock.clicked.connect(self.lock_asked)
        self.map.clicked.connect(self.map_asked)
        self.back.clicked.connect(self.back_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(28), px(11), px(28), px(8))
        row.setSpacing(px(12))
        row.addWidget(IconMark("eye-off", "accent_text"))
        row.addWidget(text_label(words.say("frame.visit"), "strong"), 1)
        row.addWidget(self.map)
        row.addWidget(self.back)
        row.addWidget(self.end)
        row.addWidget(self.urgent)
        row.addWidget(self.help)
        row.addWidget(self.lock)
        self._on_map = self._aside = False
        self._folded = True
        self.set_folded(folded=True)
        self.show_place(on_map=False, aside=False)

    def set_folded(self, *, folded: bool) -> None:
        """Where there is little room the ways to the map and back are drawings with a name."""
        for button, said in ((self.map, self._map_words), (self.back, self._back_words)):
            button.setText("" if folded else said)
            button.setToolTip(said)
        self._folded = folded
        self._show_ways()

    def show_place(self, *, on_map: bool, aside: bool) -> None:
        """Lead to the map, and back from what is beside the visit itself; where there is room for one, back."""
        self._on_map, self._aside = on_map, aside
        self._show_ways()

    def _show_ways(self) -> None:
        self.map.setVisible(not self._on_map and not (self._aside and self._folded))
        self.back.setVisible(self._aside)
