"""Marked stretches of a text can be seen without colour and heard."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from spinnenweb.domain.free_text import Finding, FindingKind
from spinnenweb.ui.widgets.marked_text import MarkedText

KINDS = {kind: kind.value for kind in FindingKind}
TEXT = "Bo <b>belt</b> & mailt\nZeynep."
FOUND = (Finding(23, 29, FindingKind.NAME), Finding(0, 2, FindingKind.NAME))


def document(label: MarkedText) -> QTextDocument:
    shown = QTextDocument()
    shown.setHtml(label.text())
    return shown


@pytest.mark.usefixtures("wear")
def test_that_the_text_stands_there_whole_and_what_was_typed_is_no_markup() -> None:
    assert document(MarkedText(TEXT, FOUND, KINDS)).toPlainText() == TEXT


@pytest.mark.usefixtures("wear")
def test_that_a_marked_stretch_is_bold_and_underlined() -> None:
    shown = document(MarkedText(TEXT, FOUND, KINDS))
    style = shown.find("Zeynep").charFormat()
    assert style.font().underline()
    assert style.fontWeight() > style.font().Weight.Normal


@pytest.mark.usefixtures("wear")
def test_that_a_listener_hears_what_each_stretch_is() -> None:
    spoken = MarkedText(TEXT, FOUND, KINDS).accessibleName()
    assert spoken == "Bo (naam) <b>belt</b> & mailt\nZeynep (naam)."
