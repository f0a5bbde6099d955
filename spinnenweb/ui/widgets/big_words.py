"""Words large enough for two people at one table: fonts, labels, and the Dutch line under another language.

Sizes from the issue of the together view: questions at least 28 pt and text at least 20 pt at 100 %. The Dutch
line is for the worker, who sits closer, and is smaller on purpose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from spinnenweb.ui.theme.icons import pictogram
from spinnenweb.ui.theme.look import BASE_POINTS, active_theme, font_of, px
from spinnenweb.ui.widgets.close_lines import close_height, draw_close, slack
from spinnenweb.ui.widgets.labels import dress

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from spinnenweb.domain.wording import Said

QUESTION = 28.0
TEXT = 20.0
UNDER = 12.0
"""Points at 100 % text."""
_OTHER_SIDE = {
    Qt.AlignmentFlag.AlignLeft: Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignRight: Qt.AlignmentFlag.AlignLeft,
}


def large_font(points: float, bold: bool = False) -> QFont:
    """The font of the program in `points` at 100 % text."""
    return font_of(points / BASE_POINTS, bold)


def longest_word(text: str, font: QFont) -> int:
    """The width in pixels of the longest word: narrower than this nothing can be broken."""
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


class _Words(QLabel):
    """Words that wrap; those in letters of another font stand closer than Qt would set them."""

    @property
    def _close(self) -> bool:
        return slack(self.text(), self.font()) > 0

    def heightForWidth(self, width: int) -> int:
        if self._close:
            return close_height(self.text(), self.font(), width)
        return super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._closer(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._closer(super().minimumSizeHint())

    def _closer(self, size: QSize) -> QSize:
        return QSize(size.width(), self.heightForWidth(size.width())) if self._close else size

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._close:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setLayoutDirection(self.layoutDirection())
        across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask & ~Qt.AlignmentFlag.AlignAbsolute
        draw_close(painter, self.rect(), self.text(), self.font(), across)
        painter.end()


def big_label(text: str, points: float = TEXT, bold: bool = False, tone: str = "") -> _Words:
    """Large words that wrap. `tone` is `soft` for what explains, `accent` for a title, else empty."""
    label = _Words()
    dress(label, "soft" if tone == "soft" else "body", "" if tone == "soft" else tone)
    label.setFont(large_font(points, bold))
    label.setText(text)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


class SaidLabel(QWidget):
    """A sentence for the resident and, when that is not Dutch, the Dutch of it small underneath."""

    def __init__(
        self,
        said: Said,
        points: float = TEXT,
        bold: bool = False,
        tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = big_label(said.text, points, bold, tone)
        self.under = big_label(said.under, UNDER, tone="soft")
        # Dutch keeps its own direction, or its full stop would move to the front
        self.under.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(self.under)
        column.addStretch(1)
        self._side = Qt.AlignmentFlag.AlignLeft
        self.lean(self._side)
        self.show_words(said)

    def show_words(self, said: Said) -> None:
        """Say something else."""
        self.words.setText(said.text)
        self.under.setText(said.under)
        self.under.setVisible(bool(said.under))
        self.words.updateGeometry()

    def lean(self, side: Qt.AlignmentFlag) -> None:
        """Stand against `AlignLeft` (where reading begins), `AlignRight` (where it ends) or `AlignHCenter`.

        Dutch words among others stand at the same side: Qt would send them to the side where Dutch begins.
        """
        self._side = side
        turned = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        seen = _OTHER_SIDE.get(side, side) if turned else side
        flags = seen | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        for label in (self.words, self.under):
            label.setAlignment(flags)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word, and no higher than a line: the height follows the width it gets."""
        return QSize(super().minimumSizeHint().width(), self.words.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:
        """The Dutch line stands at the side where the other language begins."""
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self.lean(self._side)
        super().changeEvent(event)


class Picture(QWidget):
    """A pictogram beside words that say the same; a screen reader passes it by."""

    def __init__(
        self, name: str, size: float = 48, tone: str = "accent_text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._side = px(size)
        self.setFixedSize(self._side, self._side)

    def sizeHint(self) -> QSize:
        """A square."""
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the theme of this moment."""
        painter = QPainter(self)
        colour = active_theme().colour(self._tone)
        painter.drawPixmap(0, 0, pictogram(self._name, colour, self._side, self.devicePixelRatioF()))
        painter.end()


def with_picture(name: str, label: QWidget, size: float = 48) -> QWidget:
    """A pictogram with words beside it."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(16))
    line.addWidget(Picture(name, size), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label, 1)
    return holder
