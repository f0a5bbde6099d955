"""When the last backup was made, and making one now. Stands on Vandaag and in the settings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.ui.dates import clock_time, full_day
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.labels import IconMark, text_label
from spinnenweb.ui.widgets.rows import two_lines

if TYPE_CHECKING:
    from datetime import datetime

    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context

LATE_DAYS = 7
"""Older than this a backup is late."""


@dataclass(frozen=True, slots=True)
class BackupState:
    """Where backups go, whether that folder is there now, and when the newest was made there."""

    place: str
    there: bool
    newest: datetime | None


def read_backup(workspace: Workspace) -> BackupState:
    """Look for the newest backup; a place on a stick or a network may take a while."""
    place = workspace.settings.get().backup_place
    there = bool(place) and Path(place).is_dir()
    newest = workspace.backups.newest(Path(place)) if there else workspace.backups.last_good()
    return BackupState(place, there, newest)


def make_backup(workspace: Workspace, place: Path) -> tuple[Path, Changes]:
    """Make a backup in a folder, and remember the folder."""
    made = workspace.backups.make(place)
    settings = workspace.settings.get()
    changes = changed(Kind.BACKUP, "")
    if settings.backup_place != str(place):
        changes |= workspace.settings.save(replace(settings, backup_place=str(place)))
    return made, changes


class BackupCard(QFrame):
    """Call `refresh` to read how it stands."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        set_role(self, "card")
        self._context = context
        self._state = BackupState("", False, None)
        self.title = text_label("", "strong")
        self.sub = text_label("", "small")
        self.button = quiet_button(context.words.say("button.backup"))
        self.button.clicked.connect(self.make)
        self._good, self._bad = IconMark("shield-check", "ok", 22), IconMark("alert", "warn", 22)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addWidget(self._good, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._bad, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(two_lines(self.title, self.sub), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(36), 0, 0, 0)
        foot.addWidget(self.button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        column.addLayout(row)
        column.addLayout(foot)
        self._good.hide()
        self._bad.hide()

    def refresh(self) -> None:
        """Read again when the last backup was made."""
        self._context.jobs.run(self, partial(read_backup, self._context.workspace), self._show)

    def _show(self, state: BackupState) -> None:
        self._state = state
        days = None if state.newest is None else self._days_old(state.newest)
        good = days is not None and days <= LATE_DAYS
        self._good.setVisible(good)
        self._bad.setVisible(not good)
        self.title.setText(self.tr("Veilig bewaard") if good else self._warning(days))
        self.sub.setText(self._explanation(state, days))

    def _days_old(self, newest: datetime) -> int:
        return (self._context.workspace.clock.today() - newest.date()).days

    def _warning(self, days: int | None) -> str:
        return self.tr("Nog geen reservekopie") if days is None else self.tr("Tijd voor een reservekopie")

    def _explanation(self, state: BackupState, days: int | None) -> str:
        if state.newest is None or days is None:
            return self._without(state)
        if days > LATE_DAYS:
            return self._context.words.say("state.backup_late", n=days)
        when = self._when(state.newest, days)
        return self.tr("Reservekopie van {when}, in de map “{place}”").format(
            when=when, place=Path(state.place).name
        )

    def _without(self, state: BackupState) -> str:
        if state.place and not state.there:
            line = self.tr("De map “{place}” is er nu niet. Zit de USB-stick erin?")
            return line.format(place=Path(state.place).name)
        return self.tr("Wat je bewaart, staat nu alleen op deze laptop.")

    def _when(self, newest: datetime, days: int) -> str:
        time = clock_time(newest)
        if days == 0:
            return self.tr("vandaag om {time}").format(time=time)
        return self.tr("gisteren om {time}").format(time=time) if days == 1 else full_day(newest.date())

    def make(self) -> None:
        """Make a backup; ask where when that is not known or not there."""
        place = Path(self._state.place) if self._state.there else self._ask_place()
        if place is not None:
            self.button.setEnabled(False)
            work = partial(make_backup, self._context.workspace, place)
            self._context.jobs.run(self, work, self._tell_made, self._tell_failed)

    def _ask_place(self) -> Path | None:
        return self._context.asker.folder(self, self.tr("Waar zetten we reservekopieën?"))

    def _tell_made(self, done: tuple[Path, Changes]) -> None:
        made, changes = done
        self.button.setEnabled(True)
        self.refresh()
        self._context.hub.report(changes, self)
        self._context.hub.say(self.tr("De reservekopie is gemaakt en nagekeken: {name}").format(name=made.name))

    def _tell_failed(self, error: Exception) -> None:
        self.button.setEnabled(True)
        self._context.hub.fail(error)
