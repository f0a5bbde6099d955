"""Words on the screen: titles, running text, small print, icons that stand beside them.

All labels show plain text: what a person typed never becomes markup. `mixed` is the one way to set a word in bold.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from spinnenweb.ui.theme.icons import picture
from spinnenweb.ui.theme.look import active_theme, font_of, px, set_role

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


_TITLE = 21 / 10.5


class PageTitle(QLabel):
    """The one title of a page, 21 pt."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "title")
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; its first letter gets the room it takes at the left of its own place, as a J does."""
        super().setText(text)
        hangs = -QFontMetrics(font_of(_TITLE, bold=True)).leftBearing(text[:1] or " ")
        self.setContentsMargins(max(0, hangs), 0, 0, 0)

    def sizeHint(self) -> QSize:
        """One line; it wraps only where there is no room."""
        self.ensurePolished()
        size = self.fontMetrics().size(0, self.text())
        return QSize(size.width() + self.contentsMargins().left(), size.height())


class SectionTitle(QLabel):
    """The title of a part of a page or of a card; `level` `section` (12 pt) or `heading` (16 pt)."""

    def __init__(self, text: str = "", level: str = "section", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, level)
        self.setText(text)


def dress(label: QLabel, role: str, tone: str = "") -> None:
    """Plain text that wraps, in a role of the style sheet."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    set_role(label, role, tone)


def text_label(text: str, role: str = "body", tone: str = "") -> QLabel:
    """Running text. `role`: `body`, `soft`, `small`, `strong`, `lead`, `error`; `tone`: `ok`, `warn`, `accent`."""
    label = QLabel()
    dress(label, role, tone)
    label.setText(text)
    return label


def line_label(text: str, role: str = "body", tone: str = "") -> QLabel:
    """The same on one line that is never broken."""
    label = text_label(text, role, tone)
    label.setWordWrap(False)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return label


def strong(text: str) -> str:
    """A word in bold, for `mixed` only."""
    return f"<b>{escape(text)}</b>"


def plain(text: str) -> str:
    """Anything typed by a person, for `mixed` only."""
    return escape(text)


def mixed(*parts: str, role: str = "body") -> QLabel:
    """One line made of `strong` and `plain` parts, for example "Vervolggesprek met **Jannie**"."""
    label = text_label("", role)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText("".join(parts))
    return label


class IconMark(QWidget):
    """An icon that only shows; give `spoken` when no words beside it say the same."""

    def __init__(
        self,
        name: str,
        tone: str = "ink_soft",
        size: float = 20,
        spoken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._side = px(size)
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the theme of this moment."""
        painter = QPainter(self)
        colour = active_theme().colour(self._tone)
        painter.drawPixmap(0, 0, picture(self._name, colour, self._side, self.devicePixelRatioF()))
        painter.end()
