"""Files whose term is over, on Vandaag: how many, and the way to decide. Nobody is named there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.ui.places import RETENTION, Place
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.services.retention import Review
    from spinnenweb.ui.context import Context


class RetentionCard(Card):
    """Hidden while nothing is due."""

    def __init__(self, context: Context) -> None:
        super().__init__(self.tr("Bewaartermijn voorbij"))
        self._context = context
        self.said = text_label("")
        self.look = quiet_button(self.tr("Bekijken en beslissen"))
        self.look.clicked.connect(self._open)
        foot = FlowLayout(gap=12)
        foot.addWidget(self.look)
        self.add(self.said)
        self.add(foot)
        self.hide()

    def refresh(self) -> None:
        """Read again what is due."""
        self._context.jobs.run(self, self._context.workspace.retention.review, self._show)

    def _show(self, review: Review) -> None:
        words, count = self._context.words, len(review.lines)
        if review.clock_odd:
            self.said.setText(words.say("retention.due_clock"))
        elif count:
            self.said.setText(words.say("retention.due_one" if count == 1 else "retention.due_many", n=count))
        self.setVisible(review.clock_odd or bool(count))

    def _open(self) -> None:
        self._context.hub.open(Place(RETENTION))
