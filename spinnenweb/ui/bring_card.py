"""What was promised on paper: how many summaries wait, and all of them to the printer in one go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.ui.giving import Giving
from spinnenweb.ui.names import display_name
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.services.records import AgendaLine
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.page import Page


class BringCard(Card):
    """Hidden while nothing waits. What is printed stays on Vandaag until it was brought."""

    def __init__(self, context: Context, page: Page) -> None:
        super().__init__(context.words.say("button.bring"))
        self._context = context
        self._giving = Giving(context, page)
        self.waiting = text_label("")
        self.print = quiet_button(self.tr("Alles afdrukken"), "printer")
        self.print.clicked.connect(self._print)
        self.add(self.waiting)
        self.add(self.print)
        self.hide()

    def refresh(self) -> None:
        """Read again what waits."""
        self._context.jobs.run(self, self._context.workspace.bringing.waiting, self._show)

    def _show(self, lines: tuple[AgendaLine, ...]) -> None:
        names = [display_name(line.resident) for line in lines if line.resident is not None]
        one = self.tr("Op papier langsbrengen: de samenvatting van {names}.")
        many = self.tr("Op papier langsbrengen: {n} samenvattingen, van {names}.")
        self.waiting.setText((one if len(names) == 1 else many).format(n=len(names), names=", ".join(names)))
        self.setVisible(bool(names))

    def _print(self) -> None:
        bringing = self._context.workspace.bringing
        noted = partial(self._context.jobs.run, self, bringing.printed)
        send = partial(self._giving.print_made, bringing.pdf, noted)
        self._giving.guarded(partial(bringing.words_found, self._context.workspace.guard), send)
