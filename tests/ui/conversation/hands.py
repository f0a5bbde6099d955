"""What a hand does on the conversation page, and what an eye sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.geometry import point_at

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.residents import ConsentAnswer, Purpose
    from tests.ui.conversation.conftest import Desk


def press(widget: QWidget, place: QPoint | None = None) -> None:
    QTest.mouseClick(
        widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place or widget.rect().center()
    )


def tap(desk: Desk, code: str, mark: int) -> None:
    """Touch the web."""
    web = desk.page.view.talk.web
    assert web is not None
    press(web, web._placed().at(point_at(web._codes.index(code), mark)).toPoint())


def shown(desk: Desk) -> list[float | None]:
    """What the web shows."""
    assert desk.page.view.talk.web is not None
    return list(desk.page.view.talk.web.values)


def again(desk: Desk) -> date | None:
    return desk.draft.conversation.return_on


def answer(desk: Desk, purpose: Purpose, said: ConsentAnswer) -> None:
    assert desk.page.ending is not None
    press(desk.page.ending.permissions.questions[purpose].answers.buttons[said])


def finish_button(desk: Desk) -> str:
    return desk.page.view.finish.text()
