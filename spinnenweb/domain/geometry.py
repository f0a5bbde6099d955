"""The one geometry of the web, for the input widget and the printed chart alike.

Unit circle, y upwards, first axis at the top, clockwise. Callers scale, shift and flip.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]

RINGS = (2, 4, 6, 8, 10)
SCALE_END = 10


def axis_angle(index: int, axes: int = 6) -> float:
    """The angle of an axis in radians, counter-clockwise from the x-axis."""
    return math.pi / 2 - 2 * math.pi * index / axes


def point_at(index: int, mark: float, axes: int = 6) -> Point:
    """Where a mark 0–10 lies on an axis."""
    radius = mark / SCALE_END
    angle = axis_angle(index, axes)
    return radius * math.cos(angle), radius * math.sin(angle)


def ring(mark: float, axes: int = 6) -> tuple[Point, ...]:
    """The corners of the ring at a mark."""
    return tuple(point_at(index, mark, axes) for index in range(axes))


def triangles(values: Sequence[float | None]) -> tuple[tuple[Point, Point, Point], ...]:
    """The filled part of a web: only triangles between neighbouring answered axes (product.md)."""
    axes = len(values)
    found = []
    for index, value in enumerate(values):
        other = values[(index + 1) % axes]
        if value is not None and other is not None:
            found.append(((0.0, 0.0), point_at(index, value, axes), point_at((index + 1) % axes, other, axes)))
    return tuple(found)


def outline(values: Sequence[float | None]) -> tuple[tuple[Point, Point], ...]:
    """The line pieces of a web, between neighbouring answered axes."""
    return tuple((b, c) for _, b, c in triangles(values))


def hit(x: float, y: float, reach: float, axes: int = 6) -> tuple[int, int] | None:
    """The axis and whole mark a touch at (x, y) points at, or `None` when it is too far from every axis.

    `reach` is the half width of the zone round an axis, in units of the radius. The nearest axis wins.
    """
    best: tuple[float, int, float] | None = None
    for index in range(axes):
        along, aside = _on_axis(x, y, axis_angle(index, axes))
        if along >= -reach and along <= 1 + reach and (best is None or aside < best[0]):
            best = (aside, index, along)
    if best is None or best[0] > reach:
        return None
    return best[1], _whole_mark(best[2])


def mark_beside(index: int, x: float, y: float, axes: int = 6) -> int:
    """The whole mark on one given axis nearest to (x, y): for a finger that drags along that axis."""
    return _whole_mark(_on_axis(x, y, axis_angle(index, axes))[0])


def _whole_mark(along: float) -> int:
    return min(SCALE_END, max(0, math.floor(along * SCALE_END + 0.5)))


def _on_axis(x: float, y: float, angle: float) -> tuple[float, float]:
    along = x * math.cos(angle) + y * math.sin(angle)
    aside = abs(-x * math.sin(angle) + y * math.cos(angle))
    return along, aside
