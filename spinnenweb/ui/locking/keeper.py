"""Keeps one open vault: warns, covers and asks for the lock, by the times the organisation set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from spinnenweb.domain.changes import Changes, Kind
from spinnenweb.domain.house_rules import IdleTimes
from spinnenweb.ui.locking.guards import Guards
from spinnenweb.ui.locking.rest_cover import RestCover

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from spinnenweb.ui.context import Context
    from spinnenweb.ui.frame import Frame


class Keeper(QObject):
    """`lock_due(reason, minutes)` when the vault has to lock."""

    lock_due = Signal(str, int)

    def __init__(self, window: QMainWindow, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self.cover: RestCover | None = None
        self.guards = Guards(window.windowHandle(), IdleTimes(), context.visit.on, self)
        self.guards.lock_due.connect(self.lock_due)
        self.guards.cover_due.connect(self.cover_up)
        self.guards.warned.connect(self._warn)
        self.guards.touched_again.connect(self._unwarn)
        context.hub.changed.connect(self._look_again)
        self._ask_times()

    def stop(self) -> None:
        """Watch no more; what was copied is gone."""
        self.guards.stop()
        if self.cover is not None:
            self.cover.hide()
            self.cover.deleteLater()
        self.deleteLater()

    @Slot()
    def cover_up(self) -> None:
        """Cover everything until someone holds the button."""
        view = self._window.centralWidget()
        if self.cover is None and view is not None:
            self.cover = RestCover(self._window, view)
            self.cover.lifted.connect(self._uncovered)

    @Slot()
    def _uncovered(self) -> None:
        self.cover = None

    @Slot()
    def _warn(self) -> None:
        frame = self._frame()
        if frame is not None and not self._context.visit.on:
            frame.toast.tell(
                self.tr("Over een minuut gaat je kluis op slot. Tik op het scherm om open te blijven.")
            )

    @Slot()
    def _unwarn(self) -> None:
        frame = self._frame()
        if frame is not None:
            frame.toast.dismiss()

    def _frame(self) -> Frame | None:
        from spinnenweb.ui.frame import Frame

        view = self._window.centralWidget()
        return view if isinstance(view, Frame) else None

    @Slot(object, object)
    def _look_again(self, changes: Changes, _initiator: QObject) -> None:
        if changes.touches(Kind.SETTINGS):
            self._ask_times()

    def _ask_times(self) -> None:
        self._context.jobs.run(self, lambda: self._context.workspace.settings.get().idle, self._take_times)

    def _take_times(self, times: IdleTimes) -> None:
        self.guards.set_times(times, self._context.visit.on)
