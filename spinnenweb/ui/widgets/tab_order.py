"""The order in which Tab visits what is made while the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


class TabOrder:
    """Holds the last order, so that asking again for the same costs nothing."""

    def __init__(self) -> None:
        self._stops: list[QWidget] = []

    def put(self, stops: Sequence[QWidget]) -> None:
        """Let Tab go through these in this order."""
        if list(stops) == self._stops:
            return
        self._stops = list(stops)
        for before, after in zip(self._stops, self._stops[1:], strict=False):
            QWidget.setTabOrder(before, after)
