"""The backups of this vault: choose one, lay it beside the vault of today, and put it back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.dates import clock_time, full_day
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.entrance import PasswordField
from spinnenweb.ui.errors import told
from spinnenweb.ui.side_by_side import Pair, SideBySide, megabytes
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import RowCard
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.labels import line_label, text_label
from spinnenweb.ui.widgets.rows import end_row, list_row
from spinnenweb.ui.widgets.scrolling_dialog import WIDTH

if TYPE_CHECKING:
    from datetime import datetime

    from spinnenweb.services.backups import KeptBackup
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context

HEIGHT = 520
PATTERN = "Spinnenweb (*.reserve)"


@dataclass(frozen=True, slots=True)
class _Chosen:
    path: Path
    made: datetime


class BackupsDialog(Sheet):
    """Open with `open()`. `put_back()` is sent when a backup stands in the place of the vault: lock it at once."""

    put_back = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.name(self.tr("Reservekopieën"), self.tr("Deze terugzetten"))
        self.keep.hide()
        self.keep.clicked.connect(self._ask)
        self.rows = RowCard()
        self.other = link_button(self.tr("Ander bestand kiezen"))
        self.other.clicked.connect(self._choose_file)
        self.intro = text_label(self.tr("Kies een reservekopie om te zien wat erin zit. Er verandert nog niets."))
        self.passphrase = PasswordField(self.tr("Wachtwoord van toen"))
        self.passphrase.draw_eye()
        self.pair: SideBySide | None = None
        self._chosen: _Chosen | None = None
        self._shown = QVBoxLayout()
        self._fill()
        context.jobs.run(self, partial(_kept, context.workspace), self._show_list, self._fail)

    def _fill(self) -> None:
        for part in (self.intro, self.rows, self.other):
            self.fields.addWidget(part)
        self.fields.addWidget(self.passphrase)
        self.fields.addLayout(self._shown)
        self.fields.addStretch(1)
        self.passphrase.hide()
        self.edit.returnPressed.connect(self._look_again)

    @property
    def edit(self) -> QLineEdit:
        """Where the password of then is typed."""
        return self.passphrase.edit

    def sizeHint(self) -> QSize:
        """One size for the list and for the two cards: a window that jumps is hard to follow."""
        return QSize(px(WIDTH), px(HEIGHT)).boundedTo(self.room())

    def _show_list(self, found: tuple[KeptBackup, ...]) -> None:
        self.rows.setVisible(bool(found))
        if not found:
            self.intro.setText(self.tr("In de map voor reservekopieën staat er geen. Zit de USB-stick erin?"))
        for one in found:
            day = full_day(one.made.date())
            spoken = self.tr("Reservekopie van {day}").format(day=day)
            size = megabytes(one.size)
            sub = self.tr("om {time} · {size} MB").format(time=clock_time(one.made), size=size)
            row = end_row(list_row(spoken, line_label(day, "strong"), sub))
            row.clicked.connect(partial(self._look, _Chosen(one.path, one.made)))
            self.rows.add_row(row)
        self.resize(self.sizeHint())

    def _choose_file(self) -> None:
        path = self.context.asker.open_file(self, self.tr("Kies een reservekopie"), PATTERN)
        if path is not None:
            self._look(_Chosen(path, _time_of(path)))

    def _look(self, chosen: _Chosen) -> None:
        self._chosen = chosen
        self.say("")
        word = self.edit.text() if self.passphrase.isVisible() else ""
        work = partial(_compared, self.context.workspace, chosen, word)
        self.context.jobs.run(self, work, self._show_pair, self._fail)

    def _look_again(self) -> None:
        if self._chosen is not None:
            self._look(self._chosen)

    def _show_pair(self, pair: Pair) -> None:
        self.intro.setText(
            self.tr("Zet je deze terug, dan maken we eerst een reservekopie van je kluis zoals die nu is.")
        )
        for part in (self.rows, self.other, self.passphrase):
            part.hide()
        self.pair = SideBySide(pair)
        self._shown.addWidget(self.pair)
        self.keep.show()
        self.resize(self.sizeHint())
        self.not_now.setFocus()

    def _fail(self, error: Exception) -> None:
        self.keep.setEnabled(True)
        if not isinstance(error, SpinnenwebError):
            self.context.hub.fail(error)
            return
        self.say(told(error, self.context.messages, self.context.words).text)
        if error.code in ("backup.locked", "fault.passphrase"):
            self.passphrase.show()
            self.edit.setFocus()
            self.resize(self.sizeHint())

    def _ask(self) -> None:
        sure = self.context.asker.confirm(
            self,
            self.tr("Deze reservekopie terugzetten?"),
            self.tr(
                "Je kluis wordt zoals hij toen was. Wat je daarna deed, staat in de kopie die we nu eerst maken. "
                "Wie daarna gewist is, blijft gewist. Je kluis gaat erna op slot."
            ),
            self.tr("Terugzetten"),
            self.tr("Niet nu"),
        )
        if sure and self._chosen is not None:
            self.keep.setEnabled(False)
            work = partial(_put_back, self.context.workspace, self._chosen.path, self.edit.text())
            self.context.jobs.run(self, work, self._done, self._fail)

    def _done(self, _safe: Path) -> None:
        self.put_back.emit()
        self.accept()


def _kept(workspace: Workspace) -> tuple[KeptBackup, ...]:
    place = workspace.settings.get().backup_place
    return workspace.backups.all(Path(place)) if place else ()


def _time_of(path: Path) -> datetime:
    from datetime import datetime

    return datetime.fromtimestamp(path.stat().st_mtime).astimezone()


def _compared(workspace: Workspace, chosen: _Chosen, passphrase: str) -> Pair:
    from spinnenweb.services.restoring import by_passphrase

    unwrap = by_passphrase(passphrase) if passphrase else None
    seen = workspace.own_backups.look(chosen.path, unwrap)
    return Pair(seen, chosen.made, workspace.own_backups.today())


def _put_back(workspace: Workspace, path: Path, passphrase: str) -> Path:
    from spinnenweb.services.restoring import by_passphrase

    return workspace.own_backups.put_back(path, by_passphrase(passphrase) if passphrase else None)
