"""The emergency key on paper: print it, or copy it by hand and type one group back, or put it off."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import font_of, px, set_role
from spinnenweb.ui.widgets.controls import link_button, primary_button, quiet_button
from spinnenweb.ui.widgets.even_layout import EvenLayout
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from collections.abc import Callable

IN_A_ROW = 3


class KeySheet(QWidget):
    """Shows a key once. `kept()` when it is on paper, `put_off()` when that comes later.

    `groups` are the groups of the key; `is_group(number, typed)` says whether a group was copied right;
    `print_key()` prints and says whether it did; `later` is the last day in words, or empty when it cannot wait.
    `organisation` is what is said where an organisation can open the vault too: then there may be no key at all.
    """

    kept = Signal()
    put_off = Signal()

    def __init__(
        self,
        groups: tuple[str, ...],
        is_group: Callable[[int, str], bool],
        print_key: Callable[[QWidget], bool],
        later: str,
        parent: QWidget | None = None,
        organisation: str = "",
    ) -> None:
        super().__init__(parent)
        self._is_group = is_group
        self._print_key = print_key
        self.asked = secrets.randbelow(len(groups)) + 1
        self.print_button = primary_button(self.tr("Afdrukken"), "printer")
        self.write_button = quiet_button(self.tr("Overschrijven op papier"), "pencil")
        put_off = self.tr("Later doen, uiterlijk {date}").format(date=later)
        self.later_button = link_button(self.tr("Verder zonder noodsleutel") if organisation else put_off)
        self.later_button.setVisible(bool(later or organisation))
        self.typed = QLineEdit()
        ask = self.tr("Typ groep {n} van je papier over. Dan weten we zeker dat je hem goed hebt.")
        self.typed_row = FieldRow(ask.format(n=self.asked), self.typed)
        self.check_button = primary_button(self.tr("Nakijken"))
        self.again_button = quiet_button(self.tr("Noodsleutel nog eens zien"))
        self._showing = self._key_side(groups)
        self._checking = self._check_side()
        self._fill(organisation)
        self._connect()

    def _fill(self, organisation: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        text = self.tr(
            "Wachtwoord vergeten? Dan open je je kluis met deze noodsleutel. "
            "Zonder wachtwoord en zonder noodsleutel kan niemand er meer in."
        )
        column.addWidget(text_label(organisation or text))
        column.addWidget(self._showing)
        column.addWidget(self._checking)
        self._checking.hide()

    def _key_side(self, groups: tuple[str, ...]) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(_key_box(groups, self.tr("Noodsleutel")))
        keep = self.tr(
            "Bewaar je noodsleutel nooit in je laptoptas. Een goede plek: in een dichte envelop op kantoor."
        )
        column.addWidget(text_label(keep, "small"))
        column.addSpacing(px(4))
        column.addLayout(_row(self.print_button, self.write_button))
        column.addWidget(self.later_button)
        return side

    def _check_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        self.typed.setFont(_fixed(1.15))
        self.typed.setMaximumWidth(px(160))
        column.addWidget(self.typed_row)
        column.addLayout(_row(self.check_button, self.again_button))
        return side

    def _connect(self) -> None:
        self.print_button.clicked.connect(self._print)
        self.write_button.clicked.connect(self._check)
        self.again_button.clicked.connect(self._show_again)
        self.later_button.clicked.connect(self.put_off)
        self.check_button.clicked.connect(self._compare)
        self.typed.returnPressed.connect(self._compare)
        self.setFocusProxy(self.print_button)

    def _print(self) -> None:
        if self._print_key(self):
            self.kept.emit()

    def _check(self) -> None:
        """Hide the key, so that it is typed from the paper and not from the screen."""
        self._showing.hide()
        self._checking.show()
        self.typed.setFocus()

    def _show_again(self) -> None:
        self._checking.hide()
        self._showing.show()

    def _compare(self) -> None:
        if self._is_group(self.asked, self.typed.text()):
            self.kept.emit()
            return
        wrong = self.tr("Dit is niet groep {n}. Kijk nog eens op je papier; je hebt alle tijd.")
        self.typed_row.set_error(wrong.format(n=self.asked))
        self.typed.selectAll()


def _key_box(groups: tuple[str, ...], name: str) -> QFrame:
    box = QFrame()
    set_role(box, "note")
    box.setAccessibleName(name)
    box.setAccessibleDescription(" ".join(groups))
    cells = EvenLayout(box, least=130, most=180, columns=IN_A_ROW)
    cells.setContentsMargins(px(24), px(16), px(24), px(16))
    for place, group in enumerate(groups, 1):
        cells.addWidget(_group(place, group))
    return box


def _group(number: int, group: str) -> QWidget:
    cell = QWidget()
    row = QHBoxLayout(cell)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(10))
    small = text_label(str(number), "small")
    small.setFixedWidth(px(14))
    row.addWidget(small)
    label = QLabel(group)
    label.setFont(_fixed(1.7))
    label.setTextFormat(Qt.TextFormat.PlainText)
    row.addWidget(label, 1)
    return cell


def _fixed(factor: float) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(font_of(factor).pointSizeF())
    return font


def _row(*widgets: QWidget) -> FlowLayout:
    row = FlowLayout(gap=12)
    for widget in widgets:
        row.addWidget(widget)
    return row
