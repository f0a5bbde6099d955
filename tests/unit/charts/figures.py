"""Looks into a figure: what was drawn where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.text import Text


def lines(figure: Figure) -> list[Line2D]:
    """All lines and rows of markers, in drawing order."""
    return [child for child in figure.axes[0].get_children() if isinstance(child, Line2D)]


def markers(figure: Figure) -> list[Line2D]:
    """The rows of markers only."""
    return [line for line in lines(figure) if line.get_marker() not in ("None", "", None)]


def points(line: Line2D) -> list[tuple[float, float]]:
    """The points of a line."""
    xs, ys = np.asarray(line.get_xdata(), float), np.asarray(line.get_ydata(), float)
    return [(float(x), float(y)) for x, y in zip(xs, ys, strict=True)]


def fills(figure: Figure) -> list[PathPatch]:
    """The filled shapes."""
    return [patch for patch in _patches(figure) if patch.get_fill()]


def strokes(figure: Figure) -> list[PathPatch]:
    """The drawn outlines."""
    return [patch for patch in _patches(figure) if not patch.get_fill()]


def _patches(figure: Figure) -> list[PathPatch]:
    return [child for child in figure.axes[0].get_children() if isinstance(child, PathPatch)]


def texts(figure: Figure) -> dict[str, Text]:
    """All texts by their words."""
    return {text.get_text(): text for text in figure.axes[0].texts}


def words(figure: Figure) -> list[str]:
    """All texts, in drawing order."""
    return [text.get_text() for text in figure.axes[0].texts]
