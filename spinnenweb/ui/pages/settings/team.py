"""Samen met andere laptops: the part of this vault in a team, who belongs to it, and their contributions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.team import TeamRole
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.errors import told
from spinnenweb.ui.pages.settings.team_parts import AloneView, CoordinatorView, LaptopView, people, unbroken
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.cards import Card, Note

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.settings import WorkSettings
    from spinnenweb.domain.team import Introduction, RosterLine, Taken, TeamFile
    from spinnenweb.services.contributions import Made
    from spinnenweb.ui.context import Context


class TeamSection(Card):
    """One of three views: alone, a laptop of a team, or its coordinator."""

    def __init__(self, context: Context) -> None:
        super().__init__(self.tr("Samen met andere laptops"))
        self._context = context
        self.alone, self.laptop, self.coordinator = AloneView(), LaptopView(), CoordinatorView()
        self.report, self.problem = Note("", "ok"), Note("", "warn")
        self._views: dict[TeamRole, QWidget] = {
            TeamRole.ALONE: self.alone,
            TeamRole.LAPTOP: self.laptop,
            TeamRole.COORDINATOR: self.coordinator,
        }
        column = QVBoxLayout()
        for part in (*self._views.values(), self.report, self.problem):
            column.addWidget(part)
            part.hide()
        self.add(column)
        self.alone.laptop_asked.connect(self._become_laptop)
        self.alone.coordinator_asked.connect(self._become_coordinator)
        self.laptop.introduction_asked.connect(self._save_introduction)
        self.laptop.join_asked.connect(self._choose_team_file)
        self.laptop.contribution_asked.connect(self._save_contribution)
        self.laptop.leave_asked.connect(self._leave)
        self.coordinator.contribution_asked.connect(self._choose_contribution)
        self.coordinator.introduction_asked.connect(self._choose_introduction)
        self.coordinator.team_file_asked.connect(self._save_team_file)
        self.coordinator.remove_asked.connect(self._remove)
        self.coordinator.leave_asked.connect(self._end)

    def show_settings(self, settings: WorkSettings) -> None:
        """Show how it stands now."""
        workspace = self._context.workspace
        state = workspace.team.state()
        for role, view in self._views.items():
            view.setVisible(role is state.role)
        if state.role is TeamRole.ALONE:
            self.alone.show_names(settings.worker, settings.organisation)
        elif state.role is TeamRole.LAPTOP:
            self.laptop.show_state(state)
        else:
            self.coordinator.show_team(state, workspace.contributions.roster(), workspace.clock.today())

    # alone

    def _become_laptop(self, name: str) -> None:
        said = self.tr("Bewaar nu je kennismaking en geef die aan je coördinator.")
        self._run(partial(self._context.workspace.team.become_laptop, name), said)

    def _become_coordinator(self, name: str) -> None:
        said = self.tr("Lees nu de kennismaking van elke laptop in.")
        self._run(partial(self._context.workspace.team.become_coordinator, name), said)

    # a laptop

    def _save_introduction(self) -> None:
        target = self._target(self.tr("Kennismaking bewaren"), "laptop.kennismaking")
        if target is not None:
            said = self.tr("Je kennismaking is bewaard. Geef het bestand aan je coördinator.")
            self._run(partial(self._context.workspace.team.write_introduction, target), said)

    def _choose_team_file(self) -> None:
        file = self._file(self.tr("Teambestand inlezen"), self.tr("Teambestanden (*.teambestand)"))
        if file is not None:
            work = partial(self._context.workspace.team.read_team_file, file)
            self._start(work, partial(self._ask_join, file))

    def _ask_join(self, file: Path, found: TeamFile) -> None:
        text = self.tr(
            "Bel je coördinator en vergelijk de controlecode: {code}. Is die hetzelfde, dan gaan je bijdragen "
            "voortaan naar {team}. Is die anders, stop dan: het bestand kan van iemand anders zijn."
        )
        agreed = self._context.asker.confirm(
            self,
            self.tr("Hoort deze laptop bij {team}?").format(team=found.team_name),
            text.format(code=unbroken(found.check_code), team=found.team_name),
            self.tr("De code is hetzelfde"),
            self.tr("Niet doen"),
        )
        if agreed:
            said = self.tr("Deze laptop hoort nu bij {team}.").format(team=found.team_name)
            self._run(partial(self._context.workspace.team.join, file), said)

    def _save_contribution(self) -> None:
        today = self._context.workspace.clock.today()
        target = self._target(self.tr("Bijdrage maken"), f"{today.isoformat()}.bijdrage")
        if target is not None:
            work = partial(self._context.workspace.contributions.contribute, target)
            self._start(work, self._tell_made)

    def _tell_made(self, made: Made) -> None:
        text = self.tr("Je bijdrage is bewaard: {people}, tot en met {day}. Geef het bestand aan je coördinator.")
        self._tell(text.format(people=people(made.people), day=full_day(made.until)))

    def _leave(self) -> None:
        text = self.tr(
            "De sleutels van het team verdwijnen uit deze kluis. Je gesprekken blijven zoals ze zijn. Maak daarna "
            "geen eigen overzicht van dezelfde kernen: dan liggen er twee over dezelfde mensen naast elkaar."
        )
        self._ask_leave(self.tr("Uit het team gaan?"), text, self.tr("Uit het team gaan"))

    # a coordinator

    def _choose_contribution(self) -> None:
        file = self._file(self.tr("Bijdrage inlezen"), self.tr("Bijdragen (*.bijdrage)"))
        if file is not None:
            work = partial(self._context.workspace.contributions.merge, [file])
            self._start(work, self._tell_taken)

    def _tell_taken(self, found: tuple[tuple[Taken, ...], Changes]) -> None:
        (taken,), changes = found
        text = self.tr("De bijdrage van {name} is ingelezen: {people}, tot en met {day}.")
        if taken.again:
            text = self.tr("Deze bijdrage van {name} had je al. Er is niets veranderd.")
        self._context.hub.report(changes, self)
        self._tell(text.format(name=taken.name, people=people(taken.people), day=full_day(taken.until)))

    def _choose_introduction(self) -> None:
        file = self._file(self.tr("Kennismaking inlezen"), self.tr("Kennismakingen (*.kennismaking)"))
        if file is not None:
            self._start(partial(self._context.workspace.team.read_introduction, file), self._ask_welcome)

    def _ask_welcome(self, found: Introduction) -> None:
        text = self.tr(
            "Bel de collega en vergelijk de controlecode: {code}. Is die hetzelfde, dan tellen de bijdragen van "
            "deze laptop mee. Is die anders, stop dan: het bestand kan van iemand anders zijn."
        )
        agreed = self._context.asker.confirm(
            self,
            self.tr("Hoort {name} bij je team?").format(name=found.name),
            text.format(code=unbroken(found.check_code)),
            self.tr("De code is hetzelfde"),
            self.tr("Niet doen"),
        )
        if agreed:
            said = self.tr("{name} hoort nu bij je team. Bewaar een nieuw teambestand en geef dat terug.")
            work = partial(self._context.workspace.team.welcome, found)
            self._run(work, said.format(name=found.name))

    def _save_team_file(self) -> None:
        target = self._target(self.tr("Teambestand bewaren"), "ons.teambestand")
        if target is not None:
            said = self.tr("Het teambestand is bewaard. Alleen de laptops van je team kunnen het openen.")
            self._run(partial(self._context.workspace.team.write_team_file, target), said)

    def _remove(self, line: RosterLine) -> None:
        text = self.tr(
            "De laatste bijdrage van deze laptop verdwijnt, en een nieuwe lees je niet meer in. De inwoners die "
            "alleen deze collega kent, tellen niet meer mee."
        )
        title = self.tr("{name} weghalen uit je team?").format(name=line.name)
        if self._context.asker.confirm(self, title, text, self.tr("Weghalen"), self.tr("Laten staan")):
            said = self.tr("{name} hoort niet meer bij je team.").format(name=line.name)
            self._run(partial(self._context.workspace.team.remove, line.laptop), said)

    def _end(self) -> None:
        text = self.tr(
            "Alle bijdragen en de sleutels van het team verdwijnen uit deze kluis. De overzichten die je maakte, "
            "blijven. Wil je later weer samen delen, dan maken jullie opnieuw kennis."
        )
        self._ask_leave(self.tr("Het team opheffen?"), text, self.tr("Team opheffen"))

    # what all of them do

    def _ask_leave(self, title: str, text: str, verb: str) -> None:
        if self._context.asker.confirm(self, title, text, verb, self.tr("Zo laten")):
            self._run(self._context.workspace.team.leave, self.tr("Deze kluis werkt weer alleen."))

    def _target(self, title: str, suggestion: str) -> Path | None:
        pattern = f"*.{suggestion.rpartition('.')[2]}"
        return self._context.asker.save_file(self, title, suggestion, f"{pattern} ({pattern})")

    def _file(self, title: str, pattern: str) -> Path | None:
        return self._context.asker.open_file(self, title, pattern)

    def _run(self, work: Callable[[], Changes | None], said: str) -> None:
        self._start(work, partial(self._tell_changed, said))

    def _tell_changed(self, said: str, changes: Changes | None) -> None:
        if changes is not None:
            self._context.hub.report(changes, self)
        self._tell(said)

    def _start(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self.report.hide()
        self.problem.hide()
        self._context.jobs.run(self, work, done, self._refuse)

    def _tell(self, text: str) -> None:
        self.show_settings(self._context.workspace.settings.get())
        self._show(self.report, text)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, SpinnenwebError):
            self._context.hub.fail(error)
            return
        words = told(error, self._context.messages, self._context.words)
        self._show(self.problem, f"{words.title}. {words.text}" if words.title else words.text)

    def _show(self, note: Note, text: str) -> None:
        note.label.setText(text)
        note.show()
        announce(note, text)
