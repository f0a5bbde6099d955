"""Another password for the open vault, and a new lock for everything."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from spinnenweb.domain.changes import Kind, changed
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.typed_again import is_key_group
from spinnenweb.services.vaults import emergency_key_groups
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.entrance import PasswordField
from spinnenweb.ui.entrance.judging import Judge
from spinnenweb.ui.entrance.key_paper import print_key
from spinnenweb.ui.entrance.key_sheet import KeySheet
from spinnenweb.ui.entrance.making import no_reminder
from spinnenweb.ui.entrance.password_choice import PasswordChoice
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context


class PasswordSection(Card):
    """Sends `change_asked` and `rekey_asked`."""

    change_asked = Signal()
    rekey_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Wachtwoord"))
        self.change = quiet_button(self.tr("Ander wachtwoord kiezen"), "key")
        self.rekey = quiet_button(self.tr("Wachtwoord en sleutel vervangen"), "shield-check")
        why = self.tr(
            "Wil je gewoon een ander wachtwoord? Kies het eerste. Kent iemand anders je wachtwoord? Vervang dan "
            "ook de sleutel: dan past het oude nergens meer op."
        )
        self.add(text_label(why, "small"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=12)
        flow.addWidget(self.change)
        flow.addWidget(self.rekey)
        self.add(buttons)
        self.demo = text_label(self.tr("In het voorbeelddorp blijft het wachtwoord zoals het is."), "small")
        self.add(self.demo)
        self.change.clicked.connect(self.change_asked)
        self.rekey.clicked.connect(self.rekey_asked)

    def show_demo(self, demo: bool) -> None:
        """The example village has a password that stands in the manual; another would lock everybody out."""
        self.demo.setVisible(demo)
        self.change.setEnabled(not demo)
        self.rekey.setEnabled(not demo)


class PasswordForm(QWidget):
    """The password of now, and the choice of another."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.now = PasswordField(self.tr("Je wachtwoord van nu"))
        self.now.draw_eye()
        self.now_row = FieldRow(self.tr("Je wachtwoord van nu"), self.now, wide=True)
        self.choice = PasswordChoice()
        keys = context.workspace.keys
        Judge(self.choice, context.jobs, lambda typed, _names: keys.strength(typed), context.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self.now_row)
        column.addWidget(self.choice)
        self.choice.others_asked.connect(self._propose)
        self._propose()

    def _propose(self) -> None:
        self._context.jobs.run(self.choice, self._context.workspace.keys.propose, self.choice.propose)

    def complete(self) -> bool:
        """Whether all of it is filled in; says what is missing otherwise."""
        missing = not self.now.text().strip()
        self.now_row.set_error(self.tr("Vul eerst je wachtwoord van nu in.") if missing else "")
        return self.choice.complete() and not missing

    def refuse(self, error: Exception) -> bool:
        """Say what is wrong with a password; whether it was about one."""
        code = error.code if isinstance(error, SpinnenwebError) else ""
        if code == "fault.passphrase":
            self.now_row.set_error(self.tr("Dit is niet je wachtwoord van nu. Er is niets veranderd."))
            self.now.setFocus(Qt.FocusReason.OtherFocusReason)
        elif code == "passphrase.weak":
            self.choice.show_weak()
        return code in ("fault.passphrase", "passphrase.weak")


class PasswordDialog(Sheet):
    """Another password; the old one opens nothing any more, but older backups."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.name(self.tr("Ander wachtwoord kiezen"), self.tr("Wachtwoord bewaren"))
        self.form = PasswordForm(context)
        self.fields.addWidget(self.form)
        self.waiting = text_label(self.tr("Je wachtwoord wordt veranderd…"), "soft")
        self.waiting.hide()
        self.fields.addWidget(self.waiting)
        self.keep.clicked.connect(self._keep)
        self.form.choice.repeat.edit.returnPressed.connect(self._keep)
        self.form.now.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        if self.form.complete():
            self._show_busy(busy=True)
            form, workspace = self.form, self.context.workspace
            work = partial(_change, workspace, form.now.text(), form.choice.password())
            self.context.jobs.run(self, work, self._done, self._refuse)

    def _show_busy(self, *, busy: bool) -> None:
        for part in (self.form, self.keep, self.not_now):
            part.setEnabled(not busy)
        self.waiting.setVisible(busy)

    def _done(self, _: object) -> None:
        said = self.tr("Je wachtwoord is veranderd. Oudere reservekopieën openen nog met het oude wachtwoord.")
        self.context.hub.say(said)
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self._show_busy(busy=False)
        if not self.form.refuse(error):
            self.context.hub.fail(error)


class Rekeying(QObject):
    """A new lock on its way. Belongs to no widget; `came_to(percent)` comes from the worker thread."""

    came_to = Signal(int)

    def __init__(self, workspace: Workspace, now: str, new: str) -> None:
        super().__init__()
        self._workspace = workspace
        self._now = now
        self._new = new
        self._stopped = Event()

    def run(self) -> str:
        """The new emergency key; on the worker thread. Raises what `KeyService.rekey` raises."""
        keys = self._workspace.keys
        keys.refuse_other(self._now)
        return keys.rekey(self._new, self.came_to.emit, self._stopped.is_set)

    def stop(self) -> None:
        """Ask it to stop; it does until the last moment before the change."""
        self._stopped.set()


class RekeyDialog(Sheet):
    """Why, a password, how far it is with a way to stop, and the new emergency key to be put on paper."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        words = context.words
        self.name(words.say("rekey.title"), self.tr("Alles een nieuw slot geven"))
        self.sheet: KeySheet | None = None
        self._rekeying: Rekeying | None = None
        self.form = PasswordForm(context)
        self._why = [text_label(words.say(f"rekey.{key}")) for key in ("why", "new_key", "backups")]
        self.busy, self.bar, self._busy_line = _busy_part(words.say("rekey.stop"))
        for part in (*self._why, self.form, self.busy):
            self.fields.addWidget(part)
        self.busy.hide()
        self.keep.clicked.connect(self._begin)
        self.form.choice.repeat.edit.returnPressed.connect(self._begin)
        self.form.now.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        if self._rekeying is None and self.form.complete():
            form = self.form
            self._rekeying = Rekeying(self.context.workspace, form.now.text(), form.choice.password())
            self._rekeying.came_to.connect(self._show_percent)
            self._show_busy(busy=True)
            self._show_percent(0)
            self.say("")
            self.context.jobs.run(self, self._rekeying.run, self._show_key, self._refuse)

    def _show_busy(self, *, busy: bool) -> None:
        for part in (*self._why, self.form, self.keep):
            part.setVisible(not busy)
        self.busy.setVisible(busy)
        self.not_now.setText(self.tr("Stoppen") if busy else self.tr("Niet nu"))
        self.not_now.setEnabled(True)

    def _show_percent(self, percent: int) -> None:
        self.bar.setValue(percent)
        self._busy_line.setText(self.context.words.say("rekey.busy", percent=percent))

    def reject(self) -> None:
        """Close; while it runs, ask it to stop and wait until it has."""
        if self._rekeying is None:
            super().reject()
        else:
            self._rekeying.stop()
            self.not_now.setEnabled(False)

    def _refuse(self, error: Exception) -> None:
        self._rekeying = None
        self._show_busy(busy=False)
        if isinstance(error, SpinnenwebError):
            if not self.form.refuse(error):
                self.refuse(error)
        else:
            self.context.hub.fail(error)

    # the new emergency key

    def _show_key(self, key: str) -> None:
        self._rekeying = None
        for part in (*self._why, self.form, self.busy, self.keep, self.not_now):
            part.hide()
        groups = emergency_key_groups(key)
        settings = self.context.workspace.settings.get()
        later = full_day(settings.key_due) if settings.key_due else ""
        self.sheet = KeySheet(
            groups,
            partial(is_key_group, key),
            partial(_print, groups),
            later,
            organisation="" if later else self._organisation_words(),
        )
        self.sheet.kept.connect(self._kept)
        self.sheet.put_off.connect(self.accept)
        self.title.setText(self.context.words.say("rekey.done"))
        self.fields.addWidget(self.sheet)
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        # the sheet knows its height when it was laid out
        QTimer.singleShot(0, self, self._fit)
        self.context.hub.report(changed(Kind.SETTINGS, ""), self)

    def _fit(self) -> None:
        self.resize(self.sizeHint())

    def _organisation_words(self) -> str:
        state = self.context.workspace.keys.organisation_key_state()
        return self.context.words.say("first.key_text_organisation", organisation=state.organisation)

    def _kept(self) -> None:
        self.context.jobs.run(self, partial(no_reminder, self.context.workspace), self._done)

    def _done(self, _: object) -> None:
        self.context.hub.report(changed(Kind.SETTINGS, ""), self)
        self.context.hub.say(self.context.words.say("first.key_right"))
        self.accept()


def _busy_part(stop: str) -> tuple[QWidget, QProgressBar, QLabel]:
    part = QWidget()
    bar, line = QProgressBar(), text_label("", "strong")
    bar.setRange(0, 100)
    bar.setTextVisible(False)
    bar.setAccessibleName(stop)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(12))
    for one in (line, bar, text_label(stop, "soft")):
        column.addWidget(one)
    return part, bar, line


def _change(workspace: Workspace, now: str, new: str) -> None:
    workspace.keys.refuse_other(now)
    workspace.keys.set_passphrase(new)


def _print(groups: tuple[str, ...], parent: QWidget) -> bool:
    return print_key(parent, groups)
