"""How long the laptop may lie untouched: set by the organisation, else by the worker."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal

from spinnenweb.domain.house_rules import COVER_MINUTES, DESK_MINUTES, VISIT_MINUTES, IdleTimes
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.fields import NumberBox
from spinnenweb.ui.widgets.forms import FormSection
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSpinBox

    from spinnenweb.domain.settings import WorkSettings


class IdleSection(Card):
    """Sends `edited(change of the settings)`."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Vanzelf op slot"), self.tr("Zo lang mag je laptop onaangeraakt blijven."))
        self.desk = self._minutes(DESK_MINUTES)
        self.cover = self._minutes(COVER_MINUTES)
        self.lock = self._minutes(VISIT_MINUTES)
        self.ruled = text_label("")
        self.form = FormSection()
        self.form.add_row(self.tr("Aan je bureau: kluis op slot na"), self.desk)
        self.form.add_row(self.tr("Op bezoek: scherm afgedekt na"), self.cover)
        self.lock_row = self.form.add_row(self.tr("Op bezoek: kluis op slot na"), self.lock)
        self.add(self.form)
        self.add(self.ruled)

    def _minutes(self, allowed: range) -> QSpinBox:
        box = NumberBox()
        box.setRange(allowed.start, allowed.stop - 1)
        box.setSuffix(self.tr(" minuten"))
        # half a number is not a time yet
        box.setKeyboardTracking(False)
        box.valueChanged.connect(self._change)
        return box

    def show_settings(self, settings: WorkSettings) -> None:
        """Show the times, and who set them."""
        idle = settings.idle
        for box, minutes in ((self.desk, idle.desk), (self.cover, idle.visit_cover), (self.lock, idle.visit_lock)):
            with QSignalBlocker(box):
                box.setValue(minutes)
        self.lock_row.set_error("")
        self.form.setVisible(not settings.rules_by)
        self.ruled.setVisible(bool(settings.rules_by))
        line = self.tr(
            "Aan je bureau gaat je kluis na {desk} minuten op slot. Op bezoek gaat het scherm na {cover} minuten "
            "dicht, en de kluis na {lock} minuten op slot. {organisation} heeft dit zo ingesteld."
        )
        times = {"desk": idle.desk, "cover": idle.visit_cover, "lock": idle.visit_lock}
        self.ruled.setText(line.format(**times, organisation=settings.rules_by))

    def _change(self) -> None:
        if self.lock.value() < self.cover.value():
            self.lock_row.set_error(self.tr("Op slot kan niet eerder zijn dan afgedekt. Dit is nog niet bewaard."))
            return
        self.lock_row.set_error("")
        idle = IdleTimes(self.desk.value(), self.cover.value(), self.lock.value())
        self.edited.emit(partial(_with_idle, idle=idle))


def _with_idle(settings: WorkSettings, idle: IdleTimes) -> WorkSettings:
    return replace(settings, idle=idle)
