"""Bewaartermijn: look, keep longer, or erase; nothing goes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.erasure import ErasureReason
from spinnenweb.ui.dialogs.keep_longer import KeepLongerDialog
from spinnenweb.ui.erasing import Erasing
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.retention.layout import DueRow, Layout, terms_text
from spinnenweb.ui.places import RESIDENT, SETTINGS, Crumb, Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.services.retention import DueLine, Review
    from spinnenweb.ui.context import Context


class RetentionPage(Page):
    """Reads again whenever it is opened and after every decision."""

    help_key = "retention"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view = Layout(self, context.words)
        self.rows: list[DueRow] = []
        self._erasing = Erasing(context, self)
        self._erasing.changed.connect(self._take)
        self.view.clock_right.clicked.connect(self._confirm_clock)

    def crumbs(self) -> tuple[Crumb, ...]:
        """Instellingen › Bewaartermijn."""
        words = self.context.words
        return Crumb(words.say("nav.settings"), Place(SETTINGS)), Crumb(self.tr("Bewaartermijn"))

    def open(self, place: Place) -> None:
        """Show what is due now."""
        terms = self.context.workspace.settings.get().retention
        self.view.terms.setText(terms_text(terms, self.context.words))
        self._read()

    def on_changed(self, changes: Changes) -> None:
        """Somebody may have been spoken with."""
        self._read()

    def _read(self) -> None:
        self.context.jobs.run(self, self.context.workspace.retention.review, self._show)

    def _show(self, review: Review) -> None:
        self.view.rows.clear()
        self.rows = [DueRow(line, self.context.words) for line in review.lines]
        for row in self.rows:
            row.opened.connect(self._look)
            row.kept.connect(self._keep)
            row.erased.connect(self._erase)
            self.view.rows.add_row(row)
        self.view.ask_clock(review.today, self.context.words)
        self.view.clock.setVisible(review.clock_odd)
        self.view.rows.setVisible(bool(review.lines))
        self.view.empty.setVisible(not review.lines and not review.clock_odd)

    def _confirm_clock(self) -> None:
        self.context.workspace.retention.clock_is_right()
        self._read()

    def _look(self, line: DueLine) -> None:
        self.context.hub.open(Place(RESIDENT, record=line.resident.id))

    def _keep(self, line: DueLine) -> None:
        dialog = KeepLongerDialog(self.context, line.resident, self)
        dialog.kept.connect(self._take)
        dialog.open()

    def _erase(self, line: DueLine) -> None:
        self._erasing.ask(self, line.resident, ErasureReason.TERM)

    def _take(self, changes: Changes) -> None:
        self.context.hub.report(changes, self)
        self._read()
