"""Buttons that hold more than one line: rows of a list, tiles, places in the navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from spinnenweb.ui.theme.icons import picture
from spinnenweb.ui.theme.look import active_theme, font_of, px, set_role
from spinnenweb.ui.widgets.labels import IconMark, text_label
from spinnenweb.ui.widgets.lead_row import LeadRow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class RowButton(QPushButton):
    """A button filled with a layout of labels. `spoken` is read aloud in place of what is inside.

    Put only labels in `inside`; they let clicks through. `tile` draws it as a card of its own.
    """

    def __init__(self, spoken: str, tile: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "tile" if tile else "row")
        self.setAutoDefault(False)
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.body: LeadRow | None = None
        self.inside = QHBoxLayout(self)
        self.inside.setContentsMargins(px(18), px(12), px(18), px(12))
        self.inside.setSpacing(px(16))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a label at the right of what is there."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if stretch:
            self.inside.addWidget(widget, stretch)
        else:
            self.inside.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        """What is inside asks for."""
        return self.inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What is inside needs."""
        return self.inside.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Texts inside may wrap."""
        return self.inside.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped texts."""
        return self.inside.heightForWidth(width)


def two_lines(first: QLabel, second: QLabel) -> QWidget:
    """Two labels under each other, to lay in a row."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(first)
    column.addWidget(second)
    column.addStretch(1)
    return holder


def list_row(spoken: str, first: QLabel, sub: str, lead: str = "", urgent: bool = False) -> RowButton:
    """A row as on Vandaag: a date, two lines; end it with `end_row`, with a chip or without."""
    row = RowButton(spoken)
    row.body = LeadRow()
    if lead:
        label = text_label(lead, "lead", "warn" if urgent else "")
        label.setFixedWidth(px(118))
        row.body.add(label)
    row.body.add(two_lines(first, text_label(sub, "small")), 1)
    row.add(row.body, 1)
    return row


def end_row(row: RowButton, chip: QLabel | None = None) -> RowButton:
    """Close a row with a chip and the sign that it leads somewhere."""
    if chip is not None:
        (row.body or row).add(chip)
    row.add(IconMark("chevron-right", "ink_soft", 14))
    return row


def tile(title: str, sub: str, next_step: str = "") -> RowButton:
    """A small card for one person or thing: who, when, what comes next."""
    button = RowButton(", ".join(part for part in (title, sub, next_step) if part), tile=True)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(text_label(title, "strong"))
    column.addWidget(text_label(sub, "small"))
    if next_step:
        column.addWidget(_step_line(next_step))
    column.addStretch(1)
    button.add(holder, 1)
    return button


def _step_line(text: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, px(8), 0, 0)
    row.setSpacing(px(6))
    row.addWidget(IconMark("arrow-right", "accent_text", 14), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text_label(text, "small", "accent"), 1)
    return holder


class NavButton(QPushButton):
    """A place in the navigation: icon and word, the word on two lines where it must. Checkable."""

    def __init__(self, icon_name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setCheckable(True)
        self.setAutoExclusive(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """One line high; the frame gives the width."""
        return QSize(px(183), self.heightForWidth(px(183)))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the icon and a longest word."""
        return QSize(px(120), self.heightForWidth(px(183)))

    def hasHeightForWidth(self) -> bool:
        """Long names take two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines of the name and the air around them."""
        return self._words(width, bold=True).height() + px(21)

    def _words(self, width: int, bold: bool) -> QRect:
        room = QRect(px(44), 0, max(px(20), width - px(56)), px(400))
        return QFontMetrics(font_of(1.0, bold)).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A white plate under the chosen one, a ring round the one with the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_plate(painter)
        theme = active_theme()
        colour = theme.colour("accent_text" if self.isChecked() else "ink_nav")
        side = px(20)
        top = (self.height() - side) // 2
        painter.drawPixmap(px(12), top, picture(self._icon_name, colour, side, self.devicePixelRatioF()))
        painter.setPen(colour)
        painter.setFont(font_of(1.0, self.isChecked()))
        room = self.rect().adjusted(px(44), 0, -px(12), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.text())
        painter.end()

    def _paint_plate(self, painter: QPainter) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        theme = active_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.card if self.isChecked() else theme.hover))
        if self.isChecked() or hovered:
            painter.drawRoundedRect(self.rect(), px(8), px(8))
        if self.hasFocus():
            paint_focus(painter, self.rect(), px(8))


def paint_focus(painter: QPainter, area: QRect, radius: float) -> None:
    """The focus ring, 3 px, just inside `area`, for widgets that paint themselves."""
    pen = painter.pen()
    pen.setStyle(Qt.PenStyle.SolidLine)
    pen.setColor(active_theme().colour("focus"))
    pen.setWidth(px(3))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = px(3) // 2 + 1
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius - inset / 2, radius - inset / 2)
