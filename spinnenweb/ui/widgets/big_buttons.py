"""Buttons for a finger at a table: at least 48 px, letters of 20 pt that wrap, and one that must be held.

They paint themselves: an ordinary button of Qt cannot break its words over lines, and words in other languages
at 200 % need that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from spinnenweb.ui.theme.icons import pictogram, picture
from spinnenweb.ui.theme.look import active_theme, px
from spinnenweb.ui.widgets.big_words import TEXT, UNDER, large_font, longest_word
from spinnenweb.ui.widgets.close_lines import close_height, draw_close, slack
from spinnenweb.ui.widgets.even_layout import EvenLayout
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.rows import paint_focus

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtGui import QFont, QHideEvent, QPaintEvent, QPixmap

    from spinnenweb.domain.wording import Said
    from spinnenweb.ui.theme.look import Theme

LEAST = 56
"""Least width and height in pixels at 100 % text; a target is at least 48 (WCAG 2.2, 2.5.5 asks 44)."""
TALL = 88
"""The height of an answer on a screen that asks nothing else."""
HOLD_MS = 1000
"""How long a button must be held that uncovers the screen or leads away from it (look.md)."""

_WRAP = Qt.TextFlag.TextWordWrap
_TURNED = {"chevron-left": "chevron-right", "chevron-right": "chevron-left"}


@dataclass(frozen=True, slots=True)
class Dress:
    """How a button looks. `tone`: `quiet`, `primary`, `accent` or `calm`; `drawing` a pictogram, `icon` an icon.

    `last` puts the icon behind the words, `above` the pictogram over them. `tick` is a place for a tick that shows
    when the button is on: round for `one` of several answers, else square. Without `fill` a button that is on
    keeps its light ground: then it says "done", not "chosen". `points` is the size of the letters, `pad` the air
    at the sides and `tall` the least height, at 100 % text.
    """

    tone: str = "quiet"
    drawing: str = ""
    icon: str = ""
    last: bool = False
    above: bool = False
    tick: bool = False
    points: float = TEXT
    bold: bool = True
    side: float = 40
    fill: bool = True
    one: bool = False
    pad: float = 20
    tall: float = LEAST


PLAIN = Dress()


class BigButton(QPushButton):
    """Words, with the Dutch small underneath where these are not Dutch, and a drawing."""

    def __init__(self, said: Said, dress: Dress = PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(said.text, parent)
        self.said = said
        self.dress = dress
        self.setCheckable(dress.tick)
        self.setAutoDefault(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # Size

    def _fonts(self) -> tuple[QFont, QFont]:
        return large_font(self.dress.points, self.dress.bold), large_font(UNDER)

    @property
    def _pad(self) -> int:
        return px(self.dress.pad if self.text() else 8)

    def _side(self) -> int:
        """How wide the drawing is that stands beside the words, with the air behind it."""
        dress = self.dress
        air = px(12) if self.text() else 0
        if dress.drawing and not dress.above:
            return px(dress.side) + air
        if dress.icon:
            return px(22) + air
        return px(34) if dress.tick and not dress.above else 0

    def _end(self) -> int:
        """How wide the place of the tick is behind the words; without a drawing it stands before them."""
        beside = self.dress.tick and self.dress.drawing and not self.dress.above
        return px(34) if beside else 0

    def _room(self, width: int) -> int:
        """How wide the words may be."""
        return max(1, width - 2 * self._pad - self._side() - self._end())

    def _top(self) -> int:
        if not (self.dress.drawing and self.dress.above):
            return 0
        return px(self.dress.side) + (px(8) if self.text() else 0)

    def _words(self, width: int) -> tuple[int, int]:
        """The heights of the words and of the Dutch under them, in a button this wide."""
        room = QRect(0, 0, self._room(width), 100_000)
        large, small = self._fonts()
        if slack(self.text(), large):
            first = close_height(self.text(), large, room.width())
        else:
            first = QFontMetrics(large).boundingRect(room, _WRAP, self.text()).height() if self.text() else 0
        if not self.said.under:
            return first, 0
        return first, QFontMetrics(small).boundingRect(room, _WRAP, self.said.under).height()

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines of the words, the drawing above them and the air around."""
        content = self._top() + sum(self._words(width))
        if self.dress.drawing and not self.dress.above:
            content = max(content, px(self.dress.side))
        return max(px(self.dress.tall), content + 2 * px(10))

    def sizeHint(self) -> QSize:
        """All words on one line."""
        large, small = self._fonts()
        wide = max(
            QFontMetrics(large).horizontalAdvance(self.text()),
            QFontMetrics(small).horizontalAdvance(self.said.under),
            px(self.dress.side) if self.dress.above else 0,
        )
        width = max(px(LEAST), wide + px(4) + 2 * self._pad + self._side() + self._end())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word."""
        large, small = self._fonts()
        word = max(longest_word(self.text(), large), longest_word(self.said.under, small))
        width = max(px(LEAST), word + px(4) + 2 * self._pad + self._side() + self._end())
        return QSize(width, px(self.dress.tall))

    def show_words(self, said: Said) -> None:
        """Say something else."""
        if said != self.said:
            self.said = said
            self.setText(said.text)
            self.updateGeometry()
            self.update()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Plate, drawing, words, and the ring of the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = active_theme()
        self.paint_plate(painter, theme)
        self._paint_drawing(painter, theme)
        self._paint_words(painter, theme)
        if self.hasFocus():
            self._paint_ring(painter, theme)
        painter.end()

    @property
    def _filled(self) -> bool:
        chosen = self.isChecked() and self.dress.fill
        return self.isEnabled() and (chosen or self.dress.tone == "primary")

    def _ink(self, theme: Theme) -> QColor:
        if not self.isEnabled():
            return theme.colour("ink_faint")
        if self._filled:
            return theme.colour("accent_ink")
        return theme.colour({"accent": "accent_text", "calm": "ink_soft"}.get(self.dress.tone, "ink"))

    def paint_plate(self, painter: QPainter, theme: Theme) -> None:
        """The ground: filled when it is the main thing or on."""
        edge = "accent" if self._filled else {"accent": "accent_text"}.get(self.dress.tone, "control_line")
        painter.setPen(QPen(theme.colour(edge if self.isEnabled() else "line"), px(15) / 10))
        if self.dress.tone == "calm" and not self._filled:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._ground()))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(8), px(8))

    def _ground(self) -> str:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if self._filled:
            return "accent_pressed" if self.isDown() else "accent_hover" if over else "accent"
        if self.dress.tone == "calm":
            return "neutral_soft" if self.isDown() else "hover" if over else "together"
        return "neutral_soft" if self.isDown() else "hover" if over else "card"

    def _place(self, left: int, top: int, width: int, height: int) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(left, top, width, height))

    def _paint_drawing(self, painter: QPainter, theme: Theme) -> None:
        dress, ink = self.dress, self._ink(theme)
        if dress.drawing:
            self._paint_pictogram(painter, ink, theme)
        if dress.icon:
            side = px(22)
            left = self.width() - self._pad - side if dress.last else self._pad
            if not self.text():
                left = (self.width() - side) // 2
            self._put(painter, self._icon(self._icon_name(), ink, side), left, (self.height() - side) // 2)
        if dress.tick:
            self._paint_tick(painter, ink, theme)

    def _icon_name(self) -> str:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return _TURNED.get(self.dress.icon, self.dress.icon)
        return self.dress.icon

    def _icon(self, name: str, ink: QColor, side: int) -> QPixmap:
        return picture(name, ink, side, self.devicePixelRatioF())

    def _paint_pictogram(self, painter: QPainter, ink: QColor, theme: Theme) -> None:
        side = px(self.dress.side)
        colour = ink if self._filled or not self.isEnabled() else theme.colour("accent_text")
        drawn = pictogram(self.dress.drawing, colour, side, self.devicePixelRatioF())
        if self.dress.above:
            content = self._top() + sum(self._words(self.width()))
            self._put(painter, drawn, (self.width() - side) // 2, (self.height() - content) // 2)
        else:
            self._put(painter, drawn, self._pad, (self.height() - side) // 2)

    def _paint_tick(self, painter: QPainter, ink: QColor, theme: Theme) -> None:
        side = px(22)
        left, top = self._pad, (self.height() - side) // 2
        if self.dress.above:
            left, top = self.width() - side - px(8), px(8)
        elif self.dress.drawing:
            left = self.width() - side - self._pad
        if self.isChecked():
            self._put(painter, self._icon("check", ink, side), left, top)
        elif self.dress.fill:
            painter.setPen(QPen(theme.colour("control_line" if self.isEnabled() else "line"), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = side / 2 if self.dress.one else px(4)
            painter.drawRoundedRect(self._place(left, top, side, side).adjusted(1, 1, -1, -1), radius, radius)

    def _put(self, painter: QPainter, drawn: QPixmap, left: int, top: int) -> None:
        side = round(drawn.deviceIndependentSize().width())
        painter.drawPixmap(self._place(left, top, side, side).topLeft(), drawn)

    def _paint_words(self, painter: QPainter, theme: Theme) -> None:
        first, under = self._words(self.width())
        large, small = self._fonts()
        side = self._side()
        left = self._pad + (0 if self.dress.last else side)
        width = self._room(self.width())
        top = (self.height() - first - under - self._top()) // 2 + self._top()
        painter.setPen(self._ink(theme))
        painter.setFont(large)
        self._paint_large(painter, self._place(left, top, width, first), large)
        if under:
            painter.setFont(small)
            if self.isEnabled() and not self._filled:
                painter.setPen(theme.colour("ink_soft"))
            box = self._place(left, top + first, width, under)
            # Dutch keeps its own direction, or its full stop would move to the front
            flags = self._flags() | int(Qt.TextFlag.TextForceLeftToRight)
            painter.drawText(box, flags, self.said.under)

    def _paint_large(self, painter: QPainter, box: QRect, font: QFont) -> None:
        painter.setLayoutDirection(self.layoutDirection())
        if slack(self.text(), font):
            draw_close(painter, box, self.text(), font, self._across())
            return
        turned = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        way = Qt.TextFlag.TextForceRightToLeft if turned else Qt.TextFlag.TextForceLeftToRight
        painter.drawText(box, self._flags() | int(way), self.text())

    def _across(self) -> Qt.AlignmentFlag:
        """Beside a drawing the words stand against it, else in the middle."""
        if self._side() == 0 or self.dress.above:
            return Qt.AlignmentFlag.AlignHCenter
        turned = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft

    def _flags(self) -> int:
        """Lines are never cut."""
        flags = self._across() | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        return int(flags) | int(_WRAP) | int(Qt.TextFlag.TextDontClip)

    def _paint_ring(self, painter: QPainter, theme: Theme) -> None:
        if self._filled:
            painter.setPen(QPen(theme.colour("focus_filled"), px(3)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(px(3), px(3), -px(3), -px(3)), px(6), px(6))
        else:
            paint_focus(painter, self.rect(), px(8))


class HoldButton(BigButton):
    """Does something only when held for a second, by finger, mouse or blank; it fills while it is held."""

    held = Signal()
    let_go = Signal()

    def __init__(self, said: Said, dress: Dress = PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(said, dress, parent)
        self.setAutoDefault(False)
        self._part = 0.0
        self._run = QVariantAnimation(self)
        self._run.setStartValue(0.0)
        self._run.setEndValue(1.0)
        self._run.setDuration(HOLD_MS)
        self._run.valueChanged.connect(self._show_part)
        self._run.finished.connect(self._arrive)
        self.pressed.connect(self._run.start)
        self.released.connect(self._stop)

    def _show_part(self, part: float) -> None:
        self._part = part
        self.update()

    def _arrive(self) -> None:
        self.setDown(False)
        self._show_part(0.0)
        self.held.emit()

    def _stop(self) -> None:
        if self._run.state() is QVariantAnimation.State.Running:
            self._run.stop()
            self._show_part(0.0)
            self.let_go.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nobody holds it."""
        self._run.stop()
        self._show_part(0.0)
        super().hideEvent(event)

    def paint_plate(self, painter: QPainter, theme: Theme) -> None:
        """The ground, and how far it is."""
        super().paint_plate(painter, theme)
        if self._part:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            inside = self._place(px(3), px(3), round((self.width() - px(6)) * self._part), self.height() - px(6))
            painter.drawRoundedRect(inside, px(6), px(6))


class BigAnswers(QWidget):
    """One question's answers, of which at most one holds. `chosen` carries the value, or `None` when taken back.

    `even` makes them large and equal, for a screen that asks nothing else.
    """

    chosen = Signal(object)

    def __init__(
        self,
        question: str,
        answers: Sequence[tuple[Hashable, Said]],
        even: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._value: Hashable | None = None
        self.setAccessibleName(question)
        flow = EvenLayout(self, 200, 410, 16, columns=3) if even else FlowLayout(self, gap=12)
        dress = Dress(tick=True, one=True, tall=TALL if even else LEAST)
        self.buttons: dict[Hashable, BigButton] = {}
        for value, said in answers:
            button = BigButton(said, dress)
            button.setAccessibleName(f"{question} {said.text}")
            button.clicked.connect(self._press)
            self.buttons[value] = button
            flow.addWidget(button)

    @property
    def value(self) -> Hashable | None:
        """The answer that holds, or `None`."""
        return self._value

    def show_value(self, value: Hashable | None) -> None:
        """Show an answer without telling anyone."""
        self._value = value
        for key, button in self.buttons.items():
            button.setChecked(key == value)

    def focus(self) -> None:
        """Bring the keyboard to the answer that holds, or to the first."""
        held = self.buttons.get(self._value) or next(iter(self.buttons.values()))
        held.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self) -> None:
        sender = self.sender()
        value = next((key for key, button in self.buttons.items() if button is sender), None)
        self.show_value(None if value == self._value else value)
        self._emit_chosen(self._value)

    def _emit_chosen(self, value: Hashable | None) -> None:
        self.chosen.emit(value)
