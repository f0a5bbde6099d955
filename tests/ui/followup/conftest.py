"""The real vault and frame of the page tests, with a yes to questions where a test wants one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.pages.conftest import FakeAsker, House, enter, village, workspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

__all__ = ["House", "enter", "village", "workspace"]

Enter = "Callable[..., House]"


class AgreeingAsker(FakeAsker):
    """Presses the button that names the consequence, and remembers which."""

    def __init__(self) -> None:
        super().__init__()
        self.verbs: list[str] = []

    def confirm(self, parent: QWidget, title: str, text: str, verb: str, stay: str) -> bool:
        self.verbs.append(verb)
        return True


def dialog_of(kind: type[QDialog]) -> QDialog:
    """The dialog of this kind that is open."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())
