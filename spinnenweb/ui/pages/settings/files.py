"""How long files are kept, and the ways to the bin and the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.ui.places import BIN, RETENTION, Place
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from spinnenweb.ui.context import Context


class FilesSection(Card):
    """Two buttons, each to a page of its own."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            self.tr("Bewaren en wissen"),
            self.tr(
                "Wat je weglegde, en van wie de bewaartermijn voorbij is. Niets verdwijnt zonder dat jij het weet."
            ),
        )
        self._context = context
        self.bin = quiet_button(self.tr("Prullenbak"), "trash")
        self.retention = quiet_button(self.tr("Bewaartermijn"), "clock")
        self.bin.clicked.connect(self._open_bin)
        self.retention.clicked.connect(self._open_retention)
        foot = FlowLayout(gap=12)
        foot.addWidget(self.bin)
        foot.addWidget(self.retention)
        self.add(foot)

    def _open_bin(self) -> None:
        self._context.hub.open(Place(BIN))

    def _open_retention(self) -> None:
        self._context.hub.open(Place(RETENTION))
