"""When a vault does not open: look into a backup and put it back, or save what can still be read."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.entrance.rescue_views import PairView, ReportView, SecretView
from spinnenweb.ui.errors import told
from spinnenweb.ui.side_by_side import Pair

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.backups import KeptBackup
    from spinnenweb.services.restoring import BackupView, Unwrap
    from spinnenweb.services.salvage import SalvageReport
    from spinnenweb.ui.asker import Asker
    from spinnenweb.ui.entrance import Setup
    from spinnenweb.ui.jobs import Jobs

PATTERN = "Spinnenweb (*.reserve)"
_TYPED_WRONG = ("fault.passphrase", "key.form", "key.check", "key.wrong")


class Rescue(QObject):
    """`turned(view)`: show this; `saved(folder)`: this vault can be opened; `back()`: it was left."""

    turned = Signal(object)
    saved = Signal(object)
    back = Signal()

    def __init__(
        self,
        setup: Setup,
        jobs: Jobs,
        asker: Asker,
        texts: tuple[Wording, Wording],
        window: QWidget,
    ) -> None:
        """`texts` are the words and the messages."""
        super().__init__(window)
        self._setup = setup
        self._jobs = jobs
        self._asker = asker
        self._words, self._messages = texts
        self._window = window
        self._vault = Path()
        self._backup: KeptBackup | None = None
        self._secret = ("", False)
        self._view: SecretView | PairView | None = None

    # a backup

    def look_for_backup(self, vault: Path) -> None:
        """Begin with the newest backup that is known, else ask for a file."""
        self._vault = vault
        self._jobs.run(self, partial(_newest, vault), self._found)

    def _found(self, newest: KeptBackup | None) -> None:
        if newest is None:
            self._choose_file()
        else:
            self._ask_secret(newest)

    @Slot()
    def _choose_file(self) -> None:
        path = self._asker.open_file(self._window, self.tr("Kies een reservekopie"), PATTERN)
        if path is not None:
            self._jobs.run(self, partial(_kept, path), self._ask_secret, self._jobs.unhandled.emit)
        elif self._backup is None:
            self.back.emit()

    def _ask_secret(self, backup: KeptBackup) -> None:
        self._backup = backup
        text = self.tr("Van {day}. Kijken verandert niets. Typ het wachtwoord dat je toen had.")
        self._view = view = SecretView(
            self.tr("Reservekopie bekijken"),
            text.format(day=full_day(backup.made.date())),
            self.tr("Bekijken"),
            self.tr("De reservekopie gaat open…"),
            backup.path.name,
        )
        view.given.connect(self._look)
        view.file_asked.connect(self._choose_file)
        view.back.connect(self.back)
        self.turned.emit(view)

    @Slot(str, bool)
    def _look(self, secret: str, is_key: bool) -> None:
        if self._backup is not None:
            self._secret = (secret, is_key)
            self._jobs.run(self, partial(_look, self._backup.path, secret, is_key), self._show_pair, self._refuse)

    def _show_pair(self, seen: BackupView) -> None:
        if self._backup is None:
            return
        text = self.tr(
            "Wat er nu van je kluis is, bewaren we in een map ernaast. Daarna redden we wat nieuwer is."
        )
        self._view = view = PairView(Pair(seen, self._backup.made, None), text)
        view.agreed.connect(self._put_back)
        view.back.connect(self._choose_file)
        self.turned.emit(view)

    @Slot()
    def _put_back(self) -> None:
        if self._backup is not None:
            work = partial(_put_back, self._backup.path, self._vault, self._secret, self._setup)
            self._jobs.run(self, work, self._is_back, self._refuse)

    def _is_back(self, _aside: Path | None) -> None:
        self._forget()
        self.saved.emit(self._vault)

    # what can be read

    def save_readable(self, vault: Path) -> None:
        """Ask what opens the vault, then save what can be read."""
        self._vault = vault
        self._view = view = SecretView(
            self.tr("Redden wat leesbaar is"),
            self.tr(
                "We lezen de kluis regel voor regel en zetten wat leesbaar is in een nieuwe kluis. "
                "De oude blijft zoals hij is. Bij een grote kluis duurt dit enkele minuten."
            ),
            self.tr("Redden"),
            self.tr("We redden wat leesbaar is…"),
        )
        view.given.connect(self._save)
        view.back.connect(self.back)
        self.turned.emit(view)

    @Slot(str, bool)
    def _save(self, secret: str, is_key: bool) -> None:
        self._jobs.run(
            self, partial(_salvage, self._vault, secret, is_key, self._setup), self._report, self._refuse
        )

    def _report(self, report: SalvageReport) -> None:
        self._forget()
        rows = salvage_rows(report, self._words)
        view = ReportView(report, rows)
        view.opened.connect(partial(self.saved.emit, report.folder))
        view.report_asked.connect(partial(self._keep_report, rows))
        self.turned.emit(view)

    def _keep_report(self, rows: tuple[tuple[str, int, int], ...]) -> None:
        name = self.tr("verslag-redding.txt")
        path = self._asker.save_file(self._window, self.tr("Verslag bewaren"), name, self.tr("Tekst (*.txt)"))
        if path is not None:
            self._jobs.run(self, partial(_write_report, path, rows))

    # trouble

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, SpinnenwebError) and isinstance(self._view, SecretView):
            self._view.show_problem(told(error, self._messages, self._words))
            return
        if isinstance(self._view, PairView):
            self._view.set_busy(False)
        self._jobs.unhandled.emit(error)

    def _forget(self) -> None:
        self._view = self._backup = None
        self._secret = ("", False)


def salvage_rows(report: SalvageReport, words: Wording) -> tuple[tuple[str, int, int], ...]:
    """The report by kind, in the worker's words; what no worker knows by name is counted together."""
    from spinnenweb.services.salvage import SHOWN_TABLES

    found = {table.table: table for table in report.tables}
    shown = [found[name] for name in SHOWN_TABLES if name in found and found[name].kept + found[name].lost]
    rows = [(words.say(f"salvage.{table.table}"), table.kept, table.lost) for table in shown]
    rest = [table for name, table in found.items() if name not in SHOWN_TABLES]
    other = (words.say("salvage.other"), sum(one.kept for one in rest), sum(one.lost for one in rest))
    return (*rows, other)


def _newest(vault: Path) -> KeptBackup | None:
    from spinnenweb.services.backup_memory import recall
    from spinnenweb.services.backups import kept_backups

    place = recall(vault).place
    found = kept_backups(Path(place), vault.name.removesuffix(".vault")) if place else ()
    return max(found, key=lambda one: one.made, default=None)


def _kept(path: Path) -> KeptBackup:
    from spinnenweb.services.backups import KeptBackup

    try:
        found = path.stat()
    except OSError:
        raise SpinnenwebError("backup.missing") from None
    return KeptBackup(path, datetime.fromtimestamp(found.st_mtime).astimezone(), found.st_size)


def _unwrap(secret: str, is_key: bool) -> Unwrap:
    from spinnenweb.services.restoring import by_emergency_key, by_passphrase

    return by_emergency_key(secret) if is_key else by_passphrase(secret)


def _look(path: Path, secret: str, is_key: bool) -> BackupView:
    from spinnenweb.services.restoring import look

    return look(path, _unwrap(secret, is_key))


def _put_back(path: Path, vault: Path, secret: tuple[str, bool], setup: Setup) -> Path | None:
    from spinnenweb.services.restoring import restore

    return restore(path, vault, _unwrap(*secret), setup.environment())


def _salvage(vault: Path, secret: str, is_key: bool, setup: Setup) -> SalvageReport:
    from spinnenweb.services.salvage import free_folder, salvage

    return salvage(vault, _unwrap(secret, is_key), free_folder(vault), setup.environment())


def _write_report(path: Path, rows: tuple[tuple[str, int, int], ...]) -> None:
    from spinnenweb.services.salvage import write_report

    write_report(path, ["Spinnenweb: wat er gered is", "", *map(_line, rows)])


def _line(row: tuple[str, int, int]) -> str:
    name, kept, lost = row
    return f"{name}: {kept} gered, {lost} verloren"
