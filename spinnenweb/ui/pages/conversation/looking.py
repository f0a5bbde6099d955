"""The way from the worker's screen to the together view and back; the draft stays where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.ui.context import Context
    from spinnenweb.ui.talk.talk import Talk
    from spinnenweb.ui.together.route import Stop
    from spinnenweb.ui.together.view import TogetherView


class Looking(QObject):
    """Passes on what the view sends: `edited(Edit)`, `moved(Stop)`, `left()`."""

    edited = Signal(object)
    moved = Signal(object)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._left_at: tuple[str, Stop] | None = None
        self._draft_id = ""
        self.view: TogetherView | None = None

    @property
    def stop(self) -> Stop | None:
        """The screen shown, or `None` while the worker's own is."""
        return None if self.view is None else self.view.stop

    def open(self, talk: Talk) -> TogetherView:
        """Fill the window with the view, where two people were in this talk before; the view."""
        from spinnenweb.domain.ways import Way
        from spinnenweb.ui.together.view import TogetherView

        self.close()
        self.view = TogetherView(self._context, talk, Way.of(talk.draft.resident))
        self.view.edited.connect(self.edited)
        self.view.moved.connect(self.moved)
        self.view.left.connect(self.left)
        if self._left_at is not None and self._left_at[0] == talk.draft.id:
            self.view.resume(self._left_at[1])
        self._draft_id = talk.draft.id
        self._context.hub.fill(self.view)
        self.view.begin()
        return self.view

    def close(self) -> None:
        """Give the window back."""
        if self.view is not None:
            view, self.view = self.view, None
            self._left_at = (self._draft_id, view.stop)
            self._context.hub.fill(None)
            view.deleteLater()
