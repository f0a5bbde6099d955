"""The one seam to questions outside the page: files and confirmations. Tests give their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget


class Asker(Protocol):
    """Asks the person at the laptop; `None` and `False` mean: leave it."""

    def open_file(self, parent: QWidget, title: str, pattern: str) -> Path | None:
        """An existing file; `pattern` as Qt writes it, for example "CSV (*.csv)"."""

    def save_file(self, parent: QWidget, title: str, suggestion: str, pattern: str) -> Path | None:
        """Where to write a file."""

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """An existing folder."""

    def confirm(self, parent: QWidget, title: str, text: str, verb: str, stay: str) -> bool:
        """Whether the person pressed the button `verb`, which names the consequence; `stay` is the other one."""

    def printer(self, parent: QWidget) -> QPrinter | None:
        """A printer that was chosen, set to A4."""
