"""What fits a goal, a step, a sign or a gift of a resident, over the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.proposals import ProposalPanel
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.proposals import About
    from spinnenweb.ui.context import Context


class ProposalsDialog(Sheet):
    """Open with `open()`. Sends `picked(str)`, the id of an offer, and goes."""

    picked = Signal(str)

    def __init__(self, context: Context, resident: Resident, about: About, named: str, parent: QWidget) -> None:
        """`named` is what it is for, in words."""
        super().__init__(context, parent)
        self.name(context.words.say("proposal.title"), self.tr("Sluiten"))
        self.keep.hide()
        self.keep.setEnabled(False)
        self.not_now.setText(self.tr("Sluiten"))
        if named:
            self.fields.addWidget(text_label(named, "strong"))
        self.fields.addWidget(text_label(context.words.say("proposal.help"), "small"))
        self.panel = ProposalPanel(context)
        self.panel.picked.connect(self._pick)
        self.panel.rearranged.connect(self._grow_soon)
        self.fields.addWidget(self.panel)
        self.panel.look_for(resident, about)

    def _grow_soon(self) -> None:
        # what was just put in a layout is shown, and so measured, a turn later
        QTimer.singleShot(0, self, self.grow)

    def _pick(self, offer_id: str) -> None:
        self.accept()
        self._emit_picked(offer_id)

    def _emit_picked(self, offer_id: str) -> None:
        self.picked.emit(offer_id)
