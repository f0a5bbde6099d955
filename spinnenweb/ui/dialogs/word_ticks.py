"""What a word of the vocabulary is connected with: a theme with subjects of the web, a signal with themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.instruments import ADULT
from spinnenweb.domain.vocabulary import WordKind
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.chips import ToggleChip
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spinnenweb.ui.context import Context

translate = QCoreApplication.translate


class ConnectedTicks(QWidget):
    """Chips in groups, folded away until they are asked for; `chosen` holds their codes.

    `shipped` is what the program itself connects it with, `None` for a word of the organisation.
    """

    def __init__(
        self, context: Context, kind: WordKind, connected: tuple[str, ...], shipped: tuple[str, ...] | None = None
    ) -> None:
        super().__init__()
        self._kept = connected
        self._shipped = shipped
        self.chips: dict[str, ToggleChip] = {}
        title, verb, self._none = _said(kind)
        self.said = text_label("", "soft")
        self.change = link_button(verb)
        self.change.clicked.connect(self._unfold)
        self.back = link_button(translate("WordDialog", "Weer zoals in het programma"), "soft")
        self.back.clicked.connect(self._put_back)
        self.all = QWidget()
        inside = QVBoxLayout(self.all)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(10))
        for group in _groups(context, kind, (*connected, *(shipped or ()))):
            inside.addWidget(self._group(group))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for part in (text_label(title, "strong"), self.said, self.change, self.all, self.back):
            column.addWidget(part)
        self.all.hide()
        self._tell()

    def _group(self, named: Iterable[tuple[str, str]]) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        for code, name in named:
            chip = ToggleChip(name)
            chip.setChecked(code in self._kept)
            chip.toggled.connect(self._tell)
            self.chips[code] = chip
            flow.addWidget(chip)
        return holder

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is ticked, and what another instrument has that is not shown here."""
        others = tuple(code for code in self._kept if code not in self.chips)
        return (*(code for code, chip in self.chips.items() if chip.isChecked()), *others)

    def _tell(self) -> None:
        named = ", ".join(self.chips[code].text() for code in self.chosen if code in self.chips)
        self.said.setText(named or self._none)
        self.back.setVisible(self._shipped is not None and set(self._shipped) != set(self.chosen))

    def _put_back(self) -> None:
        self._kept = self._shipped or ()
        for code, chip in self.chips.items():
            chip.setChecked(code in self._kept)
        self._tell()
        (self.change if self.all.isHidden() else next(iter(self.chips.values()))).setFocus()

    def _unfold(self) -> None:
        self.all.show()
        self.change.hide()
        next(iter(self.chips.values())).setFocus()


def _said(kind: WordKind) -> tuple[str, str, str]:
    """Title, what to press, and what is said when nothing is ticked."""
    if kind is WordKind.THEME:
        return (
            translate("WordDialog", "Wordt voorgesteld bij"),
            translate("WordDialog", "Onderwerpen kiezen"),
            translate("WordDialog", "Geen onderwerp. Je kunt het wel zelf aantikken."),
        )
    return (
        translate("WordDialog", "Telt mee bij deze thema's"),
        translate("WordDialog", "Thema's kiezen"),
        translate("WordDialog", "Hoort nog bij geen thema. Op het bord staat het dan alleen bij Signalen."),
    )


def _groups(context: Context, kind: WordKind, connected: tuple[str, ...]) -> list[list[tuple[str, str]]]:
    """Codes with their names; of themes those that are used, and those it is connected with."""
    words, catalogue = context.words, context.workspace.catalogue
    if kind is WordKind.SIGNAL:
        used = {theme.code for theme in catalogue.themes}
        shown = [one for one in catalogue.all_codes(WordKind.THEME) if one in connected or one in used]
        stopped = translate("WordDialog", "{name} (gestopt)")
        names = {code: words.say(f"theme.{code}") for code in shown}
        return [[(code, name if code in used else stopped.format(name=name)) for code, name in names.items()]]
    dimensions = catalogue.instruments[ADULT].dimensions
    groups = [(one.code, *(aspect.code for aspect in one.aspects)) for one in dimensions]
    return [[(code, words.say(f"label.{code}")) for code in group] for group in groups]
