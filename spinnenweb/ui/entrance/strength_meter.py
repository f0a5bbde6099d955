"""How strong a password is, while it is typed: filled blocks, words, and about how long guessing takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import active_theme, px
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.passphrases import Strength

translate = QCoreApplication.translate

BLOCKS = 4

_MINUTE, _HOUR, _DAY, _YEAR = 60, 3600, 86_400, 31_557_600


class StrengthMeter(QWidget):
    """Call `tell` with what was found; it says in words what the blocks show."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks = _Blocks()
        self.hint = text_label("", "small")
        self.time = text_label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        for part in (self.blocks, self.hint, self.time):
            column.addWidget(part)

    def tell(self, found: Strength, words: Wording) -> None:
        """Show a strength and say it aloud."""
        self.blocks.fill(found.score, enough=found.enough)
        self.hint.setText(words.say(f"strength.{found.hint}"))
        said = self.tr("Sterkte {n} van {all}. Met een snelle computer duurt raden ongeveer: {time}.")
        self.time.setText(said.format(n=found.score, all=BLOCKS, time=guess_time(found.seconds)))
        self.time.setVisible(found.guesses > 1)
        announce(self, f"{self.hint.text()} {self.time.text()}")


class _Blocks(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.filled = 0
        self._enough = False
        self.setFixedHeight(px(8))

    def fill(self, number: int, *, enough: bool) -> None:
        self.filled, self._enough = number, enough
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, gap = active_theme(), px(4)
        width = (self.width() - gap * (BLOCKS - 1)) / BLOCKS
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(BLOCKS):
            full = place < self.filled
            painter.setPen(theme.colour("control_line"))
            painter.setBrush(theme.colour("ok" if self._enough else "warn") if full else Qt.BrushStyle.NoBrush)
            box = QRectF(place * (width + gap), 0, width, self.height()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, px(3), px(3))
        painter.end()


def guess_time(seconds: float) -> str:
    """About how long, in the words of who is no mathematician."""
    steps = (
        (1, translate("GuessTime", "minder dan een seconde")),
        (_MINUTE, translate("GuessTime", "minder dan een minuut")),
        (_HOUR, translate("GuessTime", "minder dan een uur")),
        (_DAY, translate("GuessTime", "minder dan een dag")),
        (30 * _DAY, translate("GuessTime", "minder dan een maand")),
        (_YEAR, translate("GuessTime", "minder dan een jaar")),
        (10 * _YEAR, translate("GuessTime", "een paar jaar")),
        (100 * _YEAR, translate("GuessTime", "tientallen jaren")),
        (1000 * _YEAR, translate("GuessTime", "honderden jaren")),
        (10**6 * _YEAR, translate("GuessTime", "duizenden jaren")),
    )
    longest = translate("GuessTime", "meer dan een miljoen jaar")
    return next((words for limit, words in steps if seconds < limit), longest)
