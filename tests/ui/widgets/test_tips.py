from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import Qt, QTextDocumentFragment

from spinnenweb.ui.tips import plain_tip
from spinnenweb.ui.widgets.controls import icon_button
from spinnenweb.ui.widgets.preview_table import PreviewTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from spinnenweb.ui.theme.look import Theme

    Wear = Callable[..., Theme]

EVIL = '<img src="//elders/deel/foto.png">Zangkoor & <b>vrienden</b>'


def seen(tip: str) -> str:
    """What Qt shows of a tooltip."""
    return QTextDocumentFragment.fromHtml(tip).toPlainText() if Qt.mightBeRichText(tip) else tip


@pytest.mark.parametrize("text", [EVIL, "a < b", "<", "</qt><p>x", "twee\nregels <i>", "gewoon & zo", ""])
def test_that_a_tip_shows_what_is_written_letter_for_letter(text: str) -> None:
    assert seen(plain_tip(text)) == text


def test_that_a_picture_named_in_a_file_of_others_is_not_fetched(wear: Wear, qtbot: QtBot) -> None:
    """Qt would look for it where its name says, before anybody took the file over."""
    wear()
    table, button = PreviewTable(), icon_button("close", EVIL)
    qtbot.addWidget(table)
    qtbot.addWidget(button)
    table.show_cells("Voorbeeld", ["Organisatie"], [[EVIL]])
    cell = table.item(0, 0)
    assert cell is not None
    assert [seen(tip) for tip in (cell.toolTip(), button.toolTip())] == [EVIL, EVIL]
