"""The web under the finger: shows six values and takes marks by mouse, touch, pen and keyboard.

Rings, axes and labels are one cached picture; only the web itself is drawn anew while it moves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QSize, QSizeF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QTouchEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from spinnenweb.domain.geometry import hit, mark_beside, point_at
from spinnenweb.domain.instruments import Scale
from spinnenweb.ui.theme.look import BASE_POINTS, active_theme, px
from spinnenweb.ui.widgets import web_painting as paint
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.mark_keys import mark_of_key
from spinnenweb.ui.widgets.mark_text import said_mark

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QPixmap, QResizeEvent

    from spinnenweb.ui.widgets.web_painting import Figure, Space, Values

SLIDE_MS = 120
"""How long a value takes to slide to its place (look.md)."""
ZONE = 44
"""Width of the zone round an axis that takes a touch, in logical pixels at 100 % (WCAG 2.2, 2.5.5)."""

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_EMPTYING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_REDRAWING = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


@dataclass(frozen=True, slots=True)
class AxisMark:
    """A mark that was set on an axis; `None` empties it."""

    code: str
    mark: int | None


class WebInput(QWidget):
    """The web of one conversation. `mark_set` carries an `AxisMark`, once per tap, drag or key."""

    mark_set = Signal(object)

    def __init__(self, codes: Sequence[str], labels: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes = tuple(codes)
        self._words = tuple(labels)
        self._letters = paint.LETTERS
        self._topics: frozenset[str] = frozenset()
        self._values: Values = (None,) * len(self._codes)
        self._shown: Values = self._values
        self._from: Values = self._values
        self._goal: Values = self._values
        self._earlier: Values | None = None
        self._axis = 0
        self._in_hand: int | None = None
        self._ghost: tuple[int, int] | None = None
        self._dragged: int | None = None
        self._read_only = False
        self._scale = Scale.MARKS
        self._calm = False
        self._space: Space | None = None
        self._labels: tuple[paint.Label, ...] = ()
        self._backdrop: QPixmap | None = None
        self._dot: QPixmap | None = None
        self._figure: Figure | None = None
        self._earlier_figure: Figure | None = None
        self._slide = self._make_slide()
        self._prepare()

    def _make_slide(self) -> QVariantAnimation:
        slide = QVariantAnimation(self)
        slide.setStartValue(0.0)
        slide.setEndValue(1.0)
        slide.setDuration(SLIDE_MS)
        slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        slide.valueChanged.connect(self._slide_on)
        return slide

    def _prepare(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Het web van vandaag"))
        self._describe()

    # What is shown

    @property
    def values(self) -> Values:
        """The marks in axis order; `None` is a gap."""
        return self._values

    @property
    def axis(self) -> str:
        """The code of the axis the keyboard is on."""
        return self._codes[self._axis]

    def set_values(self, values: Sequence[float | None]) -> None:
        """Show other marks, in axis order; changed ones slide to their place."""
        if tuple(values) != self._values:
            self._values = tuple(values)
            self._describe()
            self._move_to(self._values)

    def set_topics(self, codes: Collection[str]) -> None:
        """Make the labels of these dimensions bold."""
        if frozenset(codes) != self._topics:
            self._topics = frozenset(codes)
            self._describe()
            self._forget_layers()

    def set_labels(self, labels: Sequence[str]) -> None:
        """Other words at the axes, in axis order."""
        if tuple(labels) != self._words:
            self._words = tuple(labels)
            self._describe()
            self._forget_layers()

    def set_letters(self, points: float) -> None:
        """Words at the axes of this size, in points at 100 % text."""
        self._letters = points / BASE_POINTS
        self._forget_layers()

    def set_earlier(self, values: Sequence[float | None] | None) -> None:
        """Show an earlier web behind this one, or none."""
        self._earlier = None if values is None else tuple(values)
        self._earlier_figure = None
        self.update()

    def set_in_hand(self, code: str) -> None:
        """Light up the axis that is worked on elsewhere; an unknown code lights none."""
        in_hand = self._codes.index(code) if code in self._codes else None
        if in_hand is not None:
            self._axis = in_hand
        if in_hand != self._in_hand:
            self._in_hand = in_hand
            self.update()

    def set_read_only(self, read_only: bool) -> None:
        """Only show, or take marks too."""
        self._read_only = read_only
        self._ghost = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if read_only else Qt.FocusPolicy.StrongFocus)
        self.update()

    def set_scale(self, scale: Scale) -> None:
        """Name the values as marks or as faces."""
        if scale is not self._scale:
            self._scale = scale
            self._describe()
            self._forget_layers()

    def set_calm(self, calm: bool) -> None:
        """Jump to new values instead of sliding."""
        self._calm = calm

    def _describe(self) -> None:
        parts = (self._spoken(index) for index in range(len(self._codes)))
        self.setAccessibleDescription(", ".join(parts) + ".")

    def _spoken(self, index: int) -> str:
        value = self._values[index]
        said = self.tr("geen cijfer") if value is None else said_mark(value, self._scale)
        topic = self.tr(" (bespreken)") if self._codes[index] in self._topics else ""
        return f"{self._words[index]} {said}{topic}"

    # Moving

    def _move_to(self, goal: Values) -> None:
        self._slide.stop()
        # A first mark and an emptied one have no place to slide from or to.
        self._from = tuple(
            end if begin is None or end is None else begin for begin, end in zip(self._shown, goal, strict=True)
        )
        self._goal = goal
        if self._calm or self._from == goal or not self.isVisible():
            self._show_values(goal)
        else:
            self._slide.start()

    def _slide_on(self, part: float) -> None:
        self._show_values(
            tuple(
                end if begin is None or end is None else begin + (end - begin) * part
                for begin, end in zip(self._from, self._goal, strict=True)
            )
        )

    def _show_values(self, values: Values) -> None:
        self._shown = values
        self._figure = None
        self.update()

    # Taking marks

    def _give(self, index: int, mark: int | None) -> None:
        self._axis = index
        values = list(self._values)
        values[index] = None if mark is None else float(mark)
        self.set_values(values)
        self._announce(index)
        self._emit_mark(AxisMark(self._codes[index], mark))

    def _emit_mark(self, given: AxisMark) -> None:
        self.mark_set.emit(given)

    def _announce(self, index: int) -> None:
        value = self._values[index]
        if value is None:
            text = self.tr("{label} heeft nu geen cijfer").format(label=self._words[index])
        else:
            said = said_mark(value, self._scale)
            text = self.tr("{label} is nu {mark}").format(label=self._words[index], mark=said)
        announce(self, text)

    def _target(self, place: QPointF) -> tuple[int, int] | None:
        space = self._placed()
        x, y = space.unit(place)
        if self._dragged is not None:
            return self._dragged, mark_beside(self._dragged, x, y, len(self._codes))
        return hit(x, y, px(ZONE) / 2 / space.radius, len(self._codes))

    def _press(self, place: QPointF) -> bool:
        target = None if self._read_only else self._target(place)
        if target is None:
            return False
        self._dragged = target[0]
        self._axis = target[0]
        self._drag(place)
        return True

    def _drag(self, place: QPointF) -> None:
        self._ghost = self._target(place)
        if self._ghost is not None and self._dragged is not None:
            self._move_to(self._with(*self._ghost))
        self.update()

    def _with(self, index: int, mark: int) -> Values:
        return (*self._values[:index], float(mark), *self._values[index + 1 :])

    def _release(self, place: QPointF) -> None:
        target, self._dragged, self._ghost = self._target(place), None, None
        if target is not None:
            self._give(*target)
        self.update()

    def _let_go(self) -> None:
        if self._dragged is not None:
            self._move_to(self._values)
        self._dragged = self._ghost = None
        self.update()

    # What Qt calls

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on an axis sets a mark at once."""
        if event.button() is not Qt.MouseButton.LeftButton or not self._press(event.position()):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the mark, or show where one would come."""
        if self._dragged is not None:
            self._drag(event.position())
        elif not self._read_only:
            self._hover(event.position())

    def _hover(self, place: QPointF) -> None:
        ghost = self._target(place)
        self.setCursor(Qt.CursorShape.ArrowCursor if ghost is None else Qt.CursorShape.PointingHandCursor)
        if ghost != self._ghost:
            self._ghost = ghost
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the mark stand."""
        if self._dragged is not None and event.button() is Qt.MouseButton.LeftButton:
            self._release(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """No mark would come any more."""
        if self._dragged is None:
            self._let_go()
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take touches ourselves, so that a finger that misses every axis still scrolls the page."""
        if isinstance(event, QTouchEvent) and event.points():
            return self._touch(event)
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> bool:
        place = event.points()[0].position()
        kind = event.type()
        if kind is QEvent.Type.TouchBegin:
            taken = self._press(place)
            event.setAccepted(taken)
            return taken
        if self._dragged is None:
            return super().event(event)
        if kind is QEvent.Type.TouchUpdate:
            self._drag(place)
        elif kind is QEvent.Type.TouchEnd:
            self._release(place)
        else:
            self._let_go()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go round, 0–9 and t set, Delete empties."""
        key = Qt.Key(event.key())
        mark = mark_of_key(event)
        if self._read_only:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._axis = (self._axis + _STEPS[key]) % len(self._codes)
            self.update()
        elif mark is not None:
            self._give(self._axis, mark)
        elif key in _EMPTYING:
            self._give(self._axis, None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which axis the keyboard is on."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take that sign away."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours or letters draw everything anew."""
        if event.type() in _REDRAWING:
            self._forget_layers()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size places everything anew."""
        self._forget_layers()
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        """Room for labels of two words."""
        return QSize(px(400), px(340))

    def minimumSizeHint(self) -> QSize:
        """Still large enough for a finger."""
        return QSize(px(300), px(260))

    # Drawing

    def _forget_layers(self) -> None:
        self._space = self._backdrop = self._dot = self._figure = self._earlier_figure = None
        self.update()

    def _placed(self) -> Space:
        if self._space is None:
            topics = [code in self._topics for code in self._codes]
            self._labels = paint.labels_of(self._words, topics, self._letters)
            self._space = paint.fit(QSizeF(self.size()), self._labels)
        return self._space

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cached rings, then the web over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._rings())
        self._draw_webs(painter)
        self._draw_hints(painter)
        painter.end()

    def _rings(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._backdrop is None or self._backdrop.devicePixelRatioF() != ratio:
            theme, space = active_theme(), self._placed()
            numbered = self._scale is Scale.MARKS
            self._backdrop = paint.backdrop(
                QSizeF(self.size()), ratio, space, self._labels, theme, numbered=numbered
            )
            self._dot = paint.dot_picture(ratio, theme)
        return self._backdrop

    def _draw_webs(self, painter: QPainter) -> None:
        theme, space = active_theme(), self._placed()
        lit = self._axis if self.hasFocus() else self._in_hand
        if lit is not None:
            paint.draw_axis_in_hand(painter, space, lit, len(self._codes), theme)
        if self._earlier is not None:
            self._earlier_figure = self._earlier_figure or paint.figure_of(self._earlier, space)
            paint.draw_before(painter, self._earlier_figure, theme)
        self._figure = self._figure or paint.figure_of(self._shown, space)
        if self._dot is not None:
            paint.draw_now(painter, self._figure, self._dot, theme)

    def _draw_hints(self, painter: QPainter) -> None:
        theme, space = active_theme(), self._placed()
        if self._ghost is not None:
            index, mark = self._ghost
            paint.draw_ghost(painter, space, point_at(index, mark, len(self._codes)), mark, theme)
        if self.hasFocus():
            paint.draw_focus(painter, paint.label_boxes(space, self._labels)[self._axis], theme)
