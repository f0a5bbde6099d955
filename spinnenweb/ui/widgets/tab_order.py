"""The order in which Tab visits what is made while the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
"""What has parts of Qt's own inside."""


class TabOrder:
    """Holds the last order, so that asking again for the same costs nothing."""

    def __init__(self) -> None:
        self._stops: list[QWidget] = []

    def put(self, stops: Sequence[QWidget]) -> None:
        """Let Tab go through these in this order, from where it meets the first of them."""
        if list(stops) == self._stops:
            return
        self._stops = list(stops)
        for before, after in zip(self._stops, self._stops[1:], strict=False):
            QWidget.setTabOrder(before, after)


def as_read(top: QWidget) -> Iterator[QWidget]:
    """What takes the keyboard in `top`, in the order of reading: line under line, a column as a whole."""
    if top.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield top
    if isinstance(top, _WHOLE):
        return
    for line in _lines(_shown(top)):
        mirrored = top.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for child in sorted(line, key=lambda child: child.x(), reverse=mirrored):
            yield from as_read(child)


def _shown(parent: QWidget) -> list[QWidget]:
    inside = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    # a dialog over a page is a child of it too, and has an order of its own
    return [child for child in inside if not (child.isHidden() or child.isWindow())]


def _lines(widgets: list[QWidget]) -> list[list[QWidget]]:
    """Widgets beside each other belong to one line: those that stand as high as its first."""
    lines: list[list[QWidget]] = []
    for widget in sorted(widgets, key=lambda widget: widget.y()):
        if lines and widget.y() < lines[-1][0].geometry().bottom():
            lines[-1].append(widget)
        else:
            lines.append([widget])
    return lines
