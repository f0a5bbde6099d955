"""What lies over the window during a visit when nobody touched it for a while: only a long press lifts it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from spinnenweb.domain.wording import Said
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.big_buttons import Dress, HoldButton
from spinnenweb.ui.widgets.labels import text_label


class RestCover(QFrame):
    """Covers `window` and takes its keys; what is beneath is disabled, so that no key or reader comes to it."""

    lifted = Signal()

    def __init__(self, window: QWidget, beneath: QWidget) -> None:
        super().__init__(window)
        set_role(self, "cover")
        self.setAutoFillBackground(True)
        self._window, self._beneath = window, beneath
        self.lift = HoldButton(Said(self.tr("Houd ingedrukt om verder te gaan")), Dress(tone="accent"))
        self.lift.held.connect(self._lift)
        title = text_label(self.tr("Even pauze"), "title")
        column = QVBoxLayout(self)
        column.setSpacing(px(24))
        column.addStretch(1)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.lift, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        window.installEventFilter(self)
        beneath.setEnabled(False)
        beneath.hide()
        self.resize(window.size())
        self.show()
        self.raise_()
        self.lift.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self.resize(self._window.size())
        return False

    @Slot()
    def _lift(self) -> None:
        self._window.removeEventFilter(self)
        self._beneath.setEnabled(True)
        self._beneath.show()
        self._beneath.setFocus(Qt.FocusReason.OtherFocusReason)
        self.lifted.emit()
        self.hide()
        self.deleteLater()
