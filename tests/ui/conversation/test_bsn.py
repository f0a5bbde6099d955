"""Every field of a talk for somebody's own words is watched for a burgerservicenummer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from spinnenweb.ui.widgets.bsn_line import BsnLine

if TYPE_CHECKING:
    from tests.ui.conversation.conftest import Desk


def test_that_no_field_for_words_in_a_talk_is_left_out(desk: Desk) -> None:
    desk.open()
    page = desk.page
    watched = {field for line in page.findChildren(BsnLine) for field in line._fields}
    fields: list[QWidget] = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    left_out = [field.accessibleName() for field in fields if field not in watched and field.isVisibleTo(page)]
    assert left_out == []
    assert len(watched) > 8


def test_that_a_talk_with_such_a_number_is_written_all_the_same(desk: Desk) -> None:
    desk.open(resident=desk.resident("Jannie", "R-021").id)
    desk.page.view.talk.note.setPlainText("het is 111222333")
    desk.settle()
    desk.page.leave()
    desk.wait()
    (draft,) = desk.workspace.conversations.drafts()
    assert draft.conversation.note == "het is 111222333"
