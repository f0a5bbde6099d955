"""The first window of every day: the password, and what to do without it.

Loaded before the first frame, so it leans on Qt and the look only (architecture, decision 11).
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from spinnenweb.ui.entrance import BusyLine, PasswordField, Sheet, words
from spinnenweb.ui.theme.look import px, set_role

WIDTH = 460
LONG_MS = 700
"""From how long a closing says what it waits for."""


class UnlockView(Sheet):
    """Asks for the password. `open_asked(password, for a visit)`; it stays until the vault is really open."""

    open_asked = Signal(str, bool)
    forgotten = Signal()
    other_vault = Signal()
    urgent_asked = Signal()
    help_key = "unlock"

    def __init__(self, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, parent)
        self.field = PasswordField(self.tr("Wachtwoord"))
        self.password = self.field.edit
        self.open_button = QPushButton(self.tr("Openen"))
        self.visit_button = QPushButton(self.tr("Openen voor een bezoek"))
        self.forgotten_button = QPushButton(self.tr("Wachtwoord vergeten?"))
        self.other_button = QPushButton(self.tr("Andere kluis kiezen"))
        # whom to call needs no password; its words come behind the first frame
        self.urgent_button = QPushButton()
        # it has no words before the first frame, and without words nobody knows what it is
        self.urgent_button.hide()
        self.note = words(note, "soft")
        self.note.setVisible(bool(note))
        self.busy = BusyLine(self.tr("Je kluis gaat open…"))
        self.busy.hide()
        self.problem = _Problem()
        self._dress()
        self._fill()
        self._connect()

    def _dress(self) -> None:
        set_role(self.open_button, "primary")
        for button in (self.forgotten_button, self.other_button, self.urgent_button):
            set_role(button, "link")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.visit_button.setToolTip(
            self.tr("Alleen wie je klaarzette, of een nieuwe inwoner. Andere namen zijn dan niet te zien.")
        )

    def _fill(self) -> None:
        card = QFrame()
        set_role(card, "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(px(32), px(28), px(32), px(24))
        column.setSpacing(px(8))
        title = words(self.tr("Je kluis is op slot"), "title")
        # the J reaches to the left of its own box
        title.setContentsMargins(px(3), 0, 0, 0)
        column.addWidget(title)
        column.addWidget(self.note)
        column.addSpacing(px(12))
        column.addWidget(self.problem)
        self.fold(self.problem.row)
        column.addSpacing(px(4))
        self._add_field(column)
        column.addSpacing(px(12))
        column.addWidget(self.open_button)
        column.addWidget(self.visit_button)
        column.addWidget(self.busy)
        self.body.addWidget(card)
        self.body.addLayout(self._links())
        self.body.addWidget(self.urgent_button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _add_field(self, column: QVBoxLayout) -> None:
        label = words(self.tr("Wachtwoord"), "strong")
        label.setBuddy(self.password)
        column.addWidget(label)
        column.addWidget(self.field)

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(px(8), 0, px(8), 0)
        row.addWidget(self.forgotten_button)
        row.addStretch(1)
        row.addWidget(self.other_button)
        self.fold(row)
        return row

    def _connect(self) -> None:
        self.password.returnPressed.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.visit_button.clicked.connect(self._open_for_visit)
        self.forgotten_button.clicked.connect(self.forgotten)
        self.other_button.clicked.connect(self.other_vault)
        self.urgent_button.clicked.connect(self.urgent_asked)
        self.problem.retry.clicked.connect(self.try_again)
        self.problem.use_key.clicked.connect(self.forgotten)
        self.begin_at(self.password)

    def finish_drawing(self, urgent: str) -> None:
        """What waits until the first frame is there; `urgent` is what the way to the numbers is called."""
        self.field.draw_eye()
        self.urgent_button.setText(urgent)
        self.urgent_button.show()

    def add_note(self, text: str) -> None:
        """Say one thing more above the password."""
        self.note.setText("\n".join(part for part in (self.note.text(), text) if part))
        self.note.show()

    def set_busy(self, busy: bool) -> None:
        """Whether the vault is being opened: nothing can be pressed twice."""
        for widget in (self.password, self.open_button, self.visit_button, self.forgotten_button):
            widget.setEnabled(not busy)
        self.other_button.setEnabled(not busy)
        self.urgent_button.setEnabled(not busy)
        self.busy.setVisible(busy)
        if busy:
            self.problem.hide()

    def show_problem(self, title: str, text: str) -> None:
        """Say that the password did not fit; what was typed stays, so that it can be looked at."""
        self.set_busy(False)
        self.note.hide()
        self.problem.tell(title, text)
        self.try_again()

    def try_again(self) -> None:
        """Bring the keyboard back to the password."""
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self.password.selectAll()

    def _open(self) -> None:
        self._ask(False)

    def _open_for_visit(self) -> None:
        self._ask(True)

    def _ask(self, visit: bool) -> None:
        if not self.password.text().strip():
            self.try_again()
            return
        self.set_busy(True)
        self.open_asked.emit(self.password.text(), visit)


class _Problem(QFrame):
    def __init__(self) -> None:
        super().__init__()
        set_role(self, "note", "warn")
        self.title = words("", "strong", "warn")
        self.text = words("")
        self.retry = QPushButton(self.tr("Opnieuw proberen"))
        self.use_key = QPushButton(self.tr("Noodsleutel gebruiken"))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(8))
        column.setSpacing(px(4))
        column.addWidget(self.title)
        column.addWidget(self.text)
        self.row = row = QHBoxLayout()
        row.addWidget(self.retry)
        row.addWidget(self.use_key)
        row.addStretch(1)
        column.addLayout(row)
        for button in (self.retry, self.use_key):
            set_role(button, "link", "strong")
        self.hide()

    def tell(self, title: str, text: str) -> None:
        self.title.setText(title)
        self.text.setText(text)
        self.setAccessibleName(f"{title}. {text}")
        self.show()


class Closing(Sheet):
    """Stands there while the vault closes and a fresh process starts: it says why, and asks nothing.

    When it takes long it says `busy`.
    """

    def __init__(self, note: str, busy: str = "", parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, parent)
        card = QFrame()
        set_role(card, "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(px(32), px(28), px(32), px(24))
        column.setSpacing(px(8))
        title = words(self.tr("Je kluis is op slot"), "title")
        title.setContentsMargins(px(3), 0, 0, 0)
        column.addWidget(title)
        column.addWidget(words(note, "soft"))
        self.busy = BusyLine(busy)
        self.busy.hide()
        column.addWidget(self.busy)
        self.body.addWidget(card)
        if busy:
            QTimer.singleShot(LONG_MS, self.busy.show)
