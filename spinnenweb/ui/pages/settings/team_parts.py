"""What is shown of a team: to who works alone, on a laptop, and at the coordinator. Widgets only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from spinnenweb.ui.dates import full_day
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Divider
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import link_button, quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.team import RosterLine, TeamState


def people(count: int) -> str:
    """How many residents, in words."""
    one = QCoreApplication.translate("TeamSection", "1 inwoner")
    return one if count == 1 else QCoreApplication.translate("TeamSection", "{n} inwoners").format(n=count)


def unbroken(code: str) -> str:
    """A check code that stays on one line."""
    return code.replace(" ", "\N{NO-BREAK SPACE}")


class _View(QWidget):
    """Parts under each other."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(8))

    def add(self, *parts: QWidget) -> None:
        """Put parts under what is there."""
        for part in parts:
            self.column.addWidget(part)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put buttons beside each other, on more lines where there is no room."""
        holder = QWidget()
        flow = FlowLayout(holder, gap=12)
        for button in buttons:
            flow.addWidget(button)
        self.column.addWidget(holder)


class AloneView(_View):
    """Sends `laptop_asked(name)` and `coordinator_asked(name)`."""

    laptop_asked = Signal(object)
    coordinator_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        self._names = ("", "")
        self.as_laptop = quiet_button(self.tr("Laptop van een team worden"))
        self.as_coordinator = quiet_button(self.tr("Coördinator worden"))
        intro = self.tr(
            "Werken jullie met meer laptops in dezelfde kernen? Dan maken jullie samen één overzicht. Elke laptop "
            "geeft een bijdrage aan de coördinator. Daar staan geen namen in en geen notities."
        )
        help_text = self.tr(
            "Hoe deze laptop of jullie team heet. Leeg laten mag: dan is het je naam of die van je organisatie."
        )
        row = FieldRow(self.tr("&Naam in het team"), self.name, help_text)
        self.add(text_label(intro, "small"), row)
        self.add_buttons(self.as_laptop, self.as_coordinator)
        self.as_laptop.clicked.connect(self._ask_laptop)
        self.as_coordinator.clicked.connect(self._ask_coordinator)

    def show_names(self, worker: str, organisation: str) -> None:
        """The names that are used when none is typed."""
        self._names = (worker, organisation)

    def _ask_laptop(self) -> None:
        self.laptop_asked.emit(self.name.text().strip() or self._names[0])

    def _ask_coordinator(self) -> None:
        self.coordinator_asked.emit(self.name.text().strip() or self._names[1])


class LaptopView(_View):
    """Sends `introduction_asked`, `join_asked`, `contribution_asked` and `leave_asked`."""

    introduction_asked = Signal()
    join_asked = Signal()
    contribution_asked = Signal()
    leave_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.about = text_label("")
        self.steps = text_label("", "small")
        self.code = text_label("", "strong")
        self.contribution = quiet_button(self.tr("Bijdrage maken"), "download")
        self.introduction = quiet_button(self.tr("Kennismaking bewaren"))
        self.join = quiet_button(self.tr("Teambestand inlezen"))
        self.leave = link_button(self.tr("Uit het team gaan"), "soft")
        self.add(self.about, self.steps, self.code)
        self.add_buttons(self.contribution, self.introduction, self.join)
        self.add_buttons(self.leave)
        self.contribution.clicked.connect(self.contribution_asked)
        self.introduction.clicked.connect(self.introduction_asked)
        self.join.clicked.connect(self.join_asked)
        self.leave.clicked.connect(self.leave_asked)

    def show_state(self, state: TeamState) -> None:
        """Show the team, or what has to be done to belong to one."""
        self.about.setText(self.tr("Deze laptop heet {name}.").format(name=state.name))
        if state.joined:
            text = self.tr(
                "Je bijdragen gaan naar {team}. Maak een bijdrage als je coördinator erom vraagt. De controlecode "
                "van je coördinator is {code}."
            )
            self.steps.setText(text.format(team=state.team_name, code=unbroken(state.coordinator_code)))
        else:
            self.steps.setText(
                self.tr(
                    "Nog twee stappen. Bel elkaar en vergelijk de controlecodes.\n"
                    "1. Bewaar je kennismaking en geef die aan je coördinator.\n"
                    "2. Lees het teambestand in dat je terugkrijgt."
                )
            )
        self.code.setText(self.tr("Jouw controlecode: {code}").format(code=unbroken(state.check_code)))
        self.contribution.setVisible(state.joined)
        self.introduction.setVisible(not state.joined)


class CoordinatorView(_View):
    """Sends `contribution_asked`, `introduction_asked`, `team_file_asked`, `remove_asked(line)`, `leave_asked`."""

    contribution_asked = Signal()
    introduction_asked = Signal()
    team_file_asked = Signal()
    remove_asked = Signal(object)
    leave_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.about = text_label("")
        self.code = text_label("", "strong")
        self.rows = QVBoxLayout()
        self.rows.setSpacing(px(8))
        self.none = text_label(self.tr("Nog geen laptops. Lees de kennismaking van elke laptop in."), "small")
        self.contribution = quiet_button(self.tr("Bijdrage inlezen"), "table")
        self.introduction = quiet_button(self.tr("Kennismaking inlezen"))
        self.team_file = quiet_button(self.tr("Teambestand bewaren"))
        self.leave = link_button(self.tr("Team opheffen"), "soft")
        self.add(self.about, self.code)
        self.column.addLayout(self.rows)
        self.add(self.none)
        self.column.addSpacing(px(8))
        self.add_buttons(self.contribution, self.introduction, self.team_file)
        self.add_buttons(self.leave)
        self.contribution.clicked.connect(self.contribution_asked)
        self.introduction.clicked.connect(self.introduction_asked)
        self.team_file.clicked.connect(self.team_file_asked)
        self.leave.clicked.connect(self.leave_asked)

    def show_team(self, state: TeamState, roster: tuple[RosterLine, ...], today: date) -> None:
        """Show who belongs to the team, and whose contribution is there for this month."""
        self.about.setText(self.tr("Hier komen de bijdragen van {team} samen.").format(team=state.team_name))
        self.code.setText(self.tr("Jouw controlecode: {code}").format(code=unbroken(state.check_code)))
        while (item := self.rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in roster:
            self.rows.addWidget(Divider())
            self.rows.addWidget(self._row(line, today))
        self.none.setVisible(not roster)
        self.team_file.setVisible(bool(roster))
        self.contribution.setVisible(bool(roster))

    def _row(self, line: RosterLine, today: date) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(text_label(line.name, "strong"))
        column.addWidget(text_label(self._said(line, today), "small"))
        remove = link_button(self.tr("Weghalen"), "soft")
        remove.setAccessibleName(self.tr("{name} weghalen").format(name=line.name))
        remove.clicked.connect(partial(self.remove_asked.emit, line))
        word = self.tr("ontbreekt deze maand") if line.missing else self.tr("er is een bijdrage van deze maand")
        holder = QWidget()
        flow = FlowLayout(holder, gap=12)
        flow.addWidget(Chip(word, "warn" if line.missing else "ok"))
        flow.addWidget(remove)
        column.addWidget(holder)
        return row

    def _said(self, line: RosterLine, today: date) -> str:
        code = self.tr("Controlecode {code}.").format(code=unbroken(line.check_code))
        if line.until is None:
            return self.tr("Nog geen bijdrage.") + " " + code
        days = (today - line.until).days
        who = people(line.people or 0)
        text = self.tr("Bijdrage tot en met {day}, {people}.").format(day=full_day(line.until), people=who)
        age = self.tr("{n} dagen oud.").format(n=days) if days > 1 else ""
        return f"{text} {age}".strip()
