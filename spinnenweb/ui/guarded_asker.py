"""The file chooser of an open vault: nothing is ever put inside the vault itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.targets import refuse_inside

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from spinnenweb.ui.asker import Asker


class GuardedAsker:
    """An `Asker` that refuses the vault's own folder as a target, and says so through `tell`."""

    def __init__(self, asker: Asker, vault: Path, tell: Callable[[Exception], None]) -> None:
        self._asker = asker
        self._vault = vault
        self._tell = tell

    def open_file(self, parent: QWidget, title: str, pattern: str) -> Path | None:
        """An existing file; reading is allowed anywhere."""
        return self._asker.open_file(parent, title, pattern)

    def save_file(self, parent: QWidget, title: str, suggestion: str, pattern: str) -> Path | None:
        """Where to write a file, outside the vault."""
        return self._outside(self._asker.save_file(parent, title, suggestion, pattern))

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """An existing folder outside the vault."""
        return self._outside(self._asker.folder(parent, title))

    def confirm(self, parent: QWidget, title: str, text: str, verb: str, stay: str) -> bool:
        """As the asker it guards."""
        return self._asker.confirm(parent, title, text, verb, stay)

    def printer(self, parent: QWidget) -> QPrinter | None:
        """As the asker it guards."""
        return self._asker.printer(parent)

    def _outside(self, target: Path | None) -> Path | None:
        if target is None:
            return None
        try:
            refuse_inside(self._vault, target)
        except SpinnenwebError as error:
            self._tell(error)
            return None
        return target
