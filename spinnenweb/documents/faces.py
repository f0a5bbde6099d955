"""The five faces on paper, drawn as on the screen (resources/pictograms/gezicht-*.svg)."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from spinnenweb.documents.blocks import INK

Drawing = Any
"""A canvas of reportlab, which comes without types."""

_FACE, _MIDDLE = 25.0, 32.0
_EYES = ((23.0, 26.0), (41.0, 26.0))
_MOUTHS = (
    ((19.5, 47.5), (22.0, 35.0), (42.0, 35.0), (44.5, 47.5)),
    ((22.0, 44.0), (27.0, 40.5), (37.0, 40.5), (42.0, 44.0)),
    ((21.0, 42.0), (28.0, 42.0), (36.0, 42.0), (43.0, 42.0)),
    ((22.0, 40.0), (27.0, 44.0), (37.0, 44.0), (42.0, 40.0)),
    ((18.0, 37.0), (20.0, 51.0), (44.0, 51.0), (46.0, 37.0)),
)
"""Start, two handles and end of each mouth in the square of 64 of the drawings, y downwards."""
_LAUGHING = len(_MOUTHS)


def draw_face(canvas: Drawing, number: int, x: float, y: float, radius: float) -> None:
    """A face 1–5 round (x, y), in points."""
    scale = radius / _FACE

    def at(point: tuple[float, float]) -> tuple[float, float]:
        return x + (point[0] - _MIDDLE) * scale, y - (point[1] - _MIDDLE) * scale

    canvas.setStrokeColor(INK)
    canvas.setFillColor(INK)
    canvas.setLineWidth(3 * scale)
    canvas.setLineCap(1)
    canvas.circle(x, y, radius)
    for eye in _EYES:
        canvas.circle(*at(eye), 2.8 * scale, stroke=0, fill=1)
    start, one, other, end = map(at, _MOUTHS[number - 1])
    path = canvas.beginPath()
    path.moveTo(*start)
    path.curveTo(*one, *other, *end)
    if number == _LAUGHING:
        path.close()
    canvas.drawPath(path)


class FaceMark(Flowable):  # type: ignore[misc]  # reportlab comes without types
    """A face in a cell of a table, as high as a line of text of `size` points."""

    def __init__(self, number: int, size: float) -> None:
        super().__init__()
        self._number = number
        self._radius = size * 0.8
        self.width = self.height = 2 * self._radius + 1

    def wrap(self, *_: float) -> tuple[float, float]:
        """The room it takes."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it at the foot of its room."""
        draw_face(self.canv, self._number, self.width / 2, self.height / 2, self._radius)
