"""The empty web to draw on with a pen: rings, a tick for every mark, numbers on every axis and words round it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor

from spinnenweb.documents.blocks import MM, Flowable
from spinnenweb.domain.geometry import RINGS, SCALE_END, axis_angle, point_at, ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spinnenweb.documents.hand import Hand
    from spinnenweb.domain.geometry import Point

RADIUS = 60.5 * MM
"""From the middle to mark 10: the web is 121 mm high."""
LABEL = 12.5
HEIGHT = 2 * RADIUS + 2 * LABEL * 1.9
_NUMBER = 9.5
_TICK = 1.4 * MM
_RING, _EDGE, _SCALE = HexColor("#9a9a9a"), HexColor("#4a4f58"), HexColor("#4a4f58")
_UPRIGHT = 0.1


def draw_empty_web(canvas: Flowable, labels: Sequence[str], middle: Point, hand: Hand) -> None:
    """Draw the web round a point, with its words in axis order."""
    axes = len(labels)
    for mark in RINGS:
        outer = mark == SCALE_END
        canvas.setStrokeColor(_EDGE if outer else _RING)
        canvas.setLineWidth(1.2 if outer else 0.6)
        _polygon(canvas, [_at(middle, point) for point in ring(mark, axes)])
    for index, label in enumerate(labels):
        _draw_axis(canvas, middle, index, axes)
        _draw_label(canvas, middle, index, label, axes, hand)


def _at(middle: Point, point: Point) -> Point:
    return middle[0] + point[0] * RADIUS, middle[1] + point[1] * RADIUS


def _polygon(canvas: Flowable, corners: Sequence[Point]) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path)


def _draw_axis(canvas: Flowable, middle: Point, index: int, axes: int) -> None:
    angle = axis_angle(index, axes)
    across = (math.sin(angle), -math.cos(angle))
    canvas.setStrokeColor(_EDGE)
    canvas.setLineWidth(0.8)
    canvas.line(*middle, *_at(middle, point_at(index, SCALE_END, axes)))
    for mark in range(1, SCALE_END + 1):
        x, y = _at(middle, point_at(index, mark, axes))
        dx, dy = across[0] * _TICK, across[1] * _TICK
        canvas.line(x - dx, y - dy, x + dx, y + dy)
        if mark in RINGS and mark != SCALE_END:
            _draw_number(canvas, (x + across[0] * 9.5, y + across[1] * 9.5), str(mark))


def _draw_number(canvas: Flowable, at: Point, number: str) -> None:
    # digits are the same in every language
    canvas.setFillColor(_SCALE)
    canvas.setFont("NotoSans-Regular", _NUMBER)
    canvas.drawCentredString(at[0], at[1] - _NUMBER * 0.36, number)


def _draw_label(canvas: Flowable, middle: Point, index: int, label: str, axes: int, hand: Hand) -> None:
    way = point_at(index, SCALE_END, axes)
    corner = _at(middle, way)
    if abs(way[0]) <= _UPRIGHT:
        shift = LABEL * 0.6 if way[1] > 0 else -LABEL * 1.3
        _write(canvas, label, corner[0] - hand.width(label, LABEL, bold=True) / 2, corner[1] + shift, hand)
        return
    for number, line in enumerate(_in_two(label)):
        width = hand.width(line, LABEL, bold=True)
        x = corner[0] + 8 if way[0] > 0 else corner[0] - 8 - width
        _write(canvas, line, x, corner[1] + LABEL * 0.35 - number * LABEL * 1.3, hand)


def _write(canvas: Flowable, text: str, x: float, y: float, hand: Hand) -> None:
    hand.draw(canvas, text, x, y, LABEL, bold=True)


def _in_two(text: str) -> list[str]:
    words = text.split(" ")
    ways = [[" ".join(words[:cut]), " ".join(words[cut:])] for cut in range(1, len(words))]
    return min(ways, key=lambda way: max(map(len, way)), default=[text])
