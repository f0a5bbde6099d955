"""How a web is drawn on screen: the parts that stay and the parts that move, without any behaviour.

All places come from `domain.geometry`, which the printed chart uses too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from spinnenweb.domain.geometry import RINGS, SCALE_END, Point, outline, point_at, ring, triangles
from spinnenweb.ui.theme.look import font_of, px
from spinnenweb.ui.widgets.close_lines import draw_close, line_step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spinnenweb.ui.theme.look import Theme

Values = tuple[float | None, ...]

LETTERS = 0.95
"""The letters of the labels against running text, unless a web is drawn larger."""
_UPRIGHT = 0.1
"""An axis that leans less than this stands upright: its label lies above or below the web, not beside it."""
_SCALE = 0.79
"""The numbers on the axis against its labels."""
_FILL = 38
"""How much of the data colour lies in the fill, of 255: light enough to read the scale through it."""


@dataclass(frozen=True, slots=True)
class Label:
    """The word at the end of an axis, broken into lines, and whether the person wants to talk about it.

    `size` is that of its letters against running text.
    """

    lines: tuple[str, ...]
    topic: bool = False
    size: float = LETTERS


@dataclass(frozen=True, slots=True)
class Space:
    """Where the web lies: its middle and radius in logical pixels of the widget."""

    x: float
    y: float
    radius: float

    def at(self, point: Point) -> QPointF:
        """A point of the unit circle on the widget."""
        return QPointF(self.x + point[0] * self.radius, self.y - point[1] * self.radius)

    def unit(self, place: QPointF) -> Point:
        """A point of the widget on the unit circle."""
        return (place.x() - self.x) / self.radius, (self.y - place.y()) / self.radius


@dataclass(frozen=True, slots=True)
class Figure:
    """The moving part of one web, ready to draw."""

    fill: QPainterPath
    line: QPainterPath
    dots: tuple[QPointF, ...]


def label_of(text: str, topic: bool, beside: bool, size: float = LETTERS) -> Label:
    """A label with a bullet for a topic; `beside` the web it takes two lines of about equal length."""
    words = text.split(" ")
    if topic:
        words[-1] += " •"
    if len(words) < 2 or not beside:
        return Label((" ".join(words),), topic, size)
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return Label(min(breaks, key=lambda pair: max(map(len, pair))), topic, size)


def labels_of(words: Sequence[str], topics: Sequence[bool], size: float = LETTERS) -> tuple[Label, ...]:
    """The labels of all axes, in axis order."""
    axes = len(words)
    return tuple(
        label_of(word, topic, abs(point_at(index, SCALE_END, axes)[0]) > _UPRIGHT, size)
        for index, (word, topic) in enumerate(zip(words, topics, strict=True))
    )


def label_font(topic: bool, size: float = LETTERS) -> QFont:
    """The font of the labels; bold for a topic."""
    return font_of(size, topic)


def _metrics(labels: Sequence[Label]) -> QFontMetricsF:
    return QFontMetricsF(label_font(True, labels[0].size if labels else LETTERS))


def _larger(labels: Sequence[Label]) -> float:
    """How much larger the letters are than usual: the air round them grows along."""
    return labels[0].size / LETTERS if labels else 1.0


def fit(size: QSizeF, labels: Sequence[Label]) -> Space:
    """The largest web that leaves room for its labels, centred."""
    gap, metrics = px(10) * _larger(labels), _metrics(labels)
    sizes = [_label_size(label, metrics) for label in labels]
    corners = [point_at(index, SCALE_END, len(labels)) for index in range(len(labels))]
    pairs = list(zip(sizes, corners, strict=True))
    upright = [(box, corner) for box, corner in pairs if abs(corner[0]) <= _UPRIGHT]
    above = max((box.height() for box, corner in upright if corner[1] > 0), default=0.0)
    below = max((box.height() for box, corner in upright if corner[1] < 0), default=0.0)
    tallest = (size.height() - above - below - 2 * gap) / 2
    beside = [(size.width() / 2 - box.width() - gap) / abs(c[0]) for box, c in pairs if abs(c[0]) > _UPRIGHT]
    widest = min(beside, default=tallest)
    return Space(size.width() / 2, (size.height() + above - below) / 2, max(10.0, min(tallest, widest)))


def _label_size(label: Label, metrics: QFontMetricsF) -> QSizeF:
    # measured as it is drawn: letters of another script may stand on higher lines
    wide = max((metrics.horizontalAdvance(line) for line in label.lines), default=0.0)
    return QSizeF(wide + px(4), len(label.lines) * line_step("".join(label.lines), label_font(True, label.size)))


def label_boxes(space: Space, labels: Sequence[Label]) -> tuple[QRectF, ...]:
    """Where each label stands: outside its corner, grown away from the middle."""
    metrics = _metrics(labels)
    return tuple(_label_box(space, index, label, len(labels), metrics) for index, label in enumerate(labels))


def _label_box(space: Space, index: int, label: Label, axes: int, metrics: QFontMetricsF) -> QRectF:
    direction, size, gap = point_at(index, SCALE_END, axes), _label_size(label, metrics), px(8) * _larger((label,))
    corner = space.at(direction)
    if abs(direction[0]) <= _UPRIGHT:
        top = corner.y() - gap - size.height() if direction[1] > 0 else corner.y() + gap
        return QRectF(QPointF(corner.x() - size.width() / 2, top), size)
    left = corner.x() + gap if direction[0] > 0 else corner.x() - gap - size.width()
    return QRectF(QPointF(left, corner.y() - size.height() / 2 - direction[1] * px(8)), size)


def backdrop(
    size: QSizeF, ratio: float, space: Space, labels: Sequence[Label], theme: Theme, *, numbered: bool = True
) -> QPixmap:
    """Rings, axes, labels and, for marks, the numbers of the rings; with `ratio` dots to a logical pixel."""
    picture = QPixmap((size * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_rings(painter, space, len(labels), theme)
    if numbered:
        _draw_scale(painter, space, theme, labels[0].size if labels else LETTERS)
    _draw_labels(painter, space, labels, theme)
    painter.end()
    return picture


def _draw_rings(painter: QPainter, space: Space, axes: int, theme: Theme) -> None:
    painter.setPen(QPen(theme.colour("grid"), 1))
    for index in range(axes):
        painter.drawLine(space.at((0.0, 0.0)), space.at(point_at(index, SCALE_END, axes)))
    for mark in RINGS:
        painter.setPen(QPen(theme.colour("grid"), px(2) if mark == SCALE_END else 1))
        painter.drawPolygon(QPolygonF([space.at(point) for point in ring(mark, axes)]))


def _draw_scale(painter: QPainter, space: Space, theme: Theme, size: float) -> None:
    font = font_of(size * _SCALE)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(theme.colour("ink_soft"))
    for mark in RINGS:
        place = space.at(point_at(0, mark))
        painter.drawText(place + QPointF(px(5), metrics.capHeight() / 2), str(mark))


def _draw_labels(painter: QPainter, space: Space, labels: Sequence[Label], theme: Theme) -> None:
    painter.setPen(theme.colour("ink"))
    for index, (label, box) in enumerate(zip(labels, label_boxes(space, labels), strict=True)):
        font = label_font(label.topic, label.size)
        draw_close(painter, box.toAlignedRect(), "\n".join(label.lines), font, _side(index, len(labels)))


def _side(index: int, axes: int) -> Qt.AlignmentFlag:
    across = point_at(index, SCALE_END, axes)[0]
    if abs(across) <= _UPRIGHT:
        return Qt.AlignmentFlag.AlignHCenter
    # the sides of the web are the same for whoever reads from the right
    return Qt.AlignmentFlag.AlignLeft if across > 0 else Qt.AlignmentFlag.AlignRight


def figure_of(values: Values, space: Space) -> Figure:
    """The fill, lines and dots of a web; a gap where an axis has no value."""
    fill, line = QPainterPath(), QPainterPath()
    fill.setFillRule(Qt.FillRule.WindingFill)
    for triangle in triangles(values):
        fill.addPolygon(QPolygonF([space.at(point) for point in triangle]))
        fill.closeSubpath()
    for start, end in outline(values):
        line.moveTo(space.at(start))
        line.lineTo(space.at(end))
    axes = len(values)
    return Figure(fill, line, tuple(space.at(point_at(i, v, axes)) for i, v in enumerate(values) if v is not None))


def draw_now(painter: QPainter, figure: Figure, dot: QPixmap, theme: Theme) -> None:
    """The web of now: light fill, full line, round dots (`dot` from `dot_picture`)."""
    colour = theme.colour("data_now")
    tint = QColor(colour)
    tint.setAlpha(_FILL)
    painter.fillPath(figure.fill, tint)
    painter.strokePath(figure.line, QPen(colour, px(25) / 10, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    half = dot.deviceIndependentSize().width() / 2
    for place in figure.dots:
        painter.drawPixmap(QPointF(place.x() - half, place.y() - half), dot)


def dot_picture(ratio: float, theme: Theme) -> QPixmap:
    """The dot of now with a rim of card, so that it stands free of its line."""
    side = px(16)
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("card"), px(2)))
    painter.setBrush(theme.colour("data_now"))
    painter.drawEllipse(QPointF(side / 2, side / 2), side / 2 - px(2), side / 2 - px(2))
    painter.end()
    return picture


def draw_before(painter: QPainter, figure: Figure, theme: Theme) -> None:
    """An earlier web: no fill, a broken line, square markers."""
    colour = theme.colour("data_before")
    painter.strokePath(figure.line, QPen(colour, px(2), Qt.PenStyle.DashLine))
    half = px(4)
    for place in figure.dots:
        painter.fillRect(QRectF(place.x() - half, place.y() - half, 2 * half, 2 * half), colour)


def draw_ghost(painter: QPainter, space: Space, place: Point, mark: int, theme: Theme) -> None:
    """Where a mark would come: an open ring with its number."""
    centre = space.at(place)
    painter.setPen(QPen(theme.colour("data_now"), px(2)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, px(11), px(11))
    _draw_number(painter, centre, str(mark), theme)


def _draw_number(painter: QPainter, centre: QPointF, text: str, theme: Theme) -> None:
    font = font_of(1.0, bold=True)
    width, height = QFontMetricsF(font).horizontalAdvance(text) + px(10), QFontMetricsF(font).height()
    box = QRectF(centre.x() + px(14), centre.y() - height - px(4), width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("toast"))
    painter.drawRoundedRect(box, px(4), px(4))
    painter.setFont(font)
    painter.setPen(theme.colour("toast_ink"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def draw_axis_in_hand(painter: QPainter, space: Space, index: int, axes: int, theme: Theme) -> None:
    """The axis that is spoken about now."""
    painter.setPen(QPen(theme.colour("data_now"), px(15) / 10))
    painter.drawLine(space.at((0.0, 0.0)), space.at(point_at(index, SCALE_END, axes)))


def draw_focus(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """The ring of the keyboard round a label."""
    painter.setPen(QPen(theme.colour("focus"), px(2)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(-px(4), -px(2), px(4), px(2)), px(6), px(6))
