"""What goes into a release: which villages, up to which day, how often, which small villages stand together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from spinnenweb.domain.releases import ReleaseChoice, Rhythm, last_moment
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Divider
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context

PAST = {Rhythm.QUARTER: 5, Rhythm.MONTH: 13}
"""So many earlier moments are offered."""
_QUARTER = 3
FEWEST_TOGETHER = 2


def moments(today: date, rhythm: Rhythm) -> tuple[date, ...]:
    """Today, and the last days of the months or quarters before it, newest first."""
    found = [today]
    day = today.replace(day=1) - timedelta(days=1)
    while len(found) <= PAST[rhythm]:
        if rhythm is Rhythm.MONTH or day.month % _QUARTER == 0:
            found.append(day)
        day = day.replace(day=1) - timedelta(days=1)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Ticks:
    """A tick box for each village, by id."""

    boxes: Mapping[str, QCheckBox]

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(village for village, box in self.boxes.items() if box.isChecked())


class ReleaseChoiceDialog(Sheet):
    """Sends `chosen(ReleaseChoice)` and goes; writes nothing but how often there is a release."""

    chosen = Signal(object)

    def __init__(self, context: Context, choice: ReleaseChoice, names: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(context, parent)
        self.name(context.words.say("button.release_choose"), self.tr("Cijfers bekijken"))
        self._choice = choice
        self._names = names
        self._moments: tuple[date, ...] = ()
        ticked = choice.villages or tuple(names)
        self.villages = _ticks(names, ticked)
        self.together = _ticks(names, ())
        self.until = ChoiceBox()
        self.quarter, self.month = QRadioButton(self.tr("Elk &kwartaal")), QRadioButton(self.tr("Elke &maand"))
        self.group = QLineEdit()
        self.group.setMaxLength(60)
        self._fill()
        self.keep.clicked.connect(self._keep)
        context.jobs.run(self, context.workspace.releases.rhythm, self._show_rhythm)

    def _fill(self) -> None:
        self.village_row = FieldRow(self.tr("Welke kernen?"), _column(self.villages.boxes.values()))
        self._until_row = FieldRow(self.tr("&Tot en met welke dag?"), self.until)
        help_text = self.tr("Een kwartaal geeft meer verse cijfers: er is dan vaker genoeg veranderd.")
        rhythm = FieldRow(self.tr("Hoe vaak?"), _column((self.quarter, self.month)), help_text)
        for part in (self.village_row, rhythm, self._until_row):
            self.fields.addWidget(part)
        self._add_groups()
        for box in self.villages.boxes.values():
            box.toggled.connect(self._allow_together)
        self._allow_together()
        next(iter(self.villages.boxes.values()), self.quarter).setFocus()

    def _add_groups(self) -> None:
        """Small villages may stand together; what was chosen once stays for the year."""
        if len(self._names) < FEWEST_TOGETHER:
            return
        self.fields.addWidget(Divider())
        for name, inside in self._choice.clusters.items():
            villages = ", ".join(self._names.get(village, village) for village in inside)
            text = self.tr("{name} is een groep van {villages}. Dat blijft zo.")
            self.fields.addWidget(text_label(text.format(name=name, villages=villages), "soft"))
        self.apart = QCheckBox(self.tr("Kleine dorpen &samen in een groep"))
        self.fields.addWidget(self.apart)
        self._group_part = self._new_group()
        self.fields.addWidget(self._group_part)
        self._group_part.hide()
        self.apart.toggled.connect(self._show_group)

    def _new_group(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(26), 0, 0, 0)
        column.setSpacing(px(14))
        help_text = self.tr(
            "Voor dorpen met minder dan 60 inwoners die nog niet in een overzicht stonden. Thema’s en signalen "
            "staan dan alleen bij de groep. Dat blijft zo."
        )
        self.group_row = FieldRow(self.tr("Naam van de &groep"), self.group, help_text)
        self.together_row = FieldRow(self.tr("Welke dorpen staan samen?"), _column(self.together.boxes.values()))
        column.addWidget(self.group_row)
        column.addWidget(self.together_row)
        return holder

    def _show_group(self, on: bool) -> None:
        self._group_part.setVisible(on)
        self.grow()

    def _allow_together(self) -> None:
        taken = {village for inside in self._choice.clusters.values() for village in inside}
        for village, box in self.together.boxes.items():
            possible = self.villages.boxes[village].isChecked() and village not in taken
            box.setEnabled(possible)
            box.setChecked(possible and box.isChecked())

    # the moment

    def _show_rhythm(self, rhythm: Rhythm) -> None:
        (self.quarter if rhythm is Rhythm.QUARTER else self.month).setChecked(True)
        self._offer_moments(self._choice.until)
        self.quarter.toggled.connect(self._change_rhythm)

    def _change_rhythm(self) -> None:
        self._offer_moments(last_moment(self.context.workspace.clock.today(), self.rhythm))

    @property
    def rhythm(self) -> Rhythm:
        """How often there is a release."""
        return Rhythm.QUARTER if self.quarter.isChecked() else Rhythm.MONTH

    def _offer_moments(self, chosen: date) -> None:
        today = self.context.workspace.clock.today()
        self._moments = tuple(sorted({*moments(today, self.rhythm), chosen}, reverse=True))
        self.until.clear()
        for day in self._moments:
            text = self.tr("vandaag, {day}") if day == today else "{day}"
            self.until.addItem(text.format(day=full_day(day)))
        self.until.setCurrentIndex(self._moments.index(chosen))

    # keeping

    def _keep(self) -> None:
        if not self._complete():
            return
        choice = ReleaseChoice(
            self._moments[self.until.currentIndex()],
            self.villages.chosen,
            self._clusters(),
            self._choice.previous_of,
        )
        work = partial(keep_rhythm, self.context.workspace, self.rhythm)
        self.context.jobs.run(self, work, lambda _: self._done(choice), self.context.hub.fail)

    def _done(self, choice: ReleaseChoice) -> None:
        self.accept()
        self.chosen.emit(choice)

    def _clusters(self) -> dict[str, tuple[str, ...]]:
        chosen = set(self.villages.chosen)
        clusters = {name: inside for name, inside in self._choice.clusters.items() if set(inside) <= chosen}
        if self._asks_group:
            clusters[self.group.text().strip()] = self.together.chosen
        return clusters

    @property
    def _asks_group(self) -> bool:
        return len(self._names) >= FEWEST_TOGETHER and self.apart.isChecked()

    def _complete(self) -> bool:
        none = "" if self.villages.chosen else self.tr("Kies minstens één kern.")
        self.village_row.set_error(none)
        if none or not self._asks_group:
            return not none
        unnamed = "" if self.group.text().strip() else self.tr("Geef de groep een naam.")
        few = len(self.together.chosen) < FEWEST_TOGETHER
        self.group_row.set_error(unnamed)
        self.together_row.set_error(self.tr("Kies minstens twee dorpen.") if few else "")
        self.grow()
        return not (unnamed or few)


def keep_rhythm(workspace: Workspace, rhythm: Rhythm) -> None:
    """Write how often there is a release, when that is another than before."""
    settings = workspace.settings.get()
    if settings.release_rhythm is not rhythm:
        workspace.settings.save(replace(settings, release_rhythm=rhythm))


def _ticks(names: Mapping[str, str], ticked: Iterable[str]) -> _Ticks:
    chosen = set(ticked)
    boxes = {village: QCheckBox(name.replace("&", "&&")) for village, name in names.items()}
    for village, box in boxes.items():
        box.setChecked(village in chosen)
    return _Ticks(boxes)


def _column(parts: Iterable[QWidget]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, px(4), 0, 0)
    column.setSpacing(px(6))
    for part in parts:
        column.addWidget(part)
    return holder
