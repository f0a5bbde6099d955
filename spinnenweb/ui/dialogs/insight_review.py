"""Names of others in what a resident may read: shown where they stand; a person decides which may stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from spinnenweb.domain.free_text import Finding, FindingKind
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.marked_text import MarkedText

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.services.insight import InsightReview
    from spinnenweb.ui.context import Context


class InsightDialog(Sheet):
    """Open with `open()`. Sends `decided(tuple[Spot, ...])`: the names that may stay; the others are covered."""

    decided = Signal(object)

    def __init__(self, review: InsightReview, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.name(self.tr("Kijk eerst naar namen van anderen"), self.tr("Bestand maken"))
        self._review = review
        names = dict.fromkeys(spot.name for spot in review.spots)
        self.ticks = {name: self._tick(name) for name in names}
        self.fields.addWidget(text_label(context.words.say("insight.review")))
        kinds = {kind: context.words.say(f"guard.kind.{kind.name.lower()}") for kind in FindingKind}
        for text in review.texts:
            found = tuple(
                Finding(spot.start, spot.end, FindingKind.NAME) for spot in review.spots if spot.text == text
            )
            self.fields.addWidget(MarkedText(text, found, kinds))
        self.fields.addWidget(text_label(self.tr("Welke namen mogen blijven staan?"), "strong"))
        for tick in self.ticks.values():
            self.fields.addWidget(tick)
        self.keep.clicked.connect(self._decide)
        next(iter(self.ticks.values())).setFocus()

    def _tick(self, name: str) -> QCheckBox:
        return QCheckBox(self.tr('"{name}" mag blijven staan').format(name=name).replace("&", "&&"))

    def _decide(self) -> None:
        shown = tuple(spot for spot in self._review.spots if self.ticks[spot.name].isChecked())
        self.accept()
        self.decided.emit(shown)
