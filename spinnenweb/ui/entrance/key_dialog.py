"""A new emergency key for a vault that is open: from the reminder of Vandaag, or from Instellingen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from spinnenweb.ui.entrance.key_paper import print_key
from spinnenweb.ui.entrance.key_sheet import KeySheet
from spinnenweb.ui.widgets.labels import PageTitle, text_label
from spinnenweb.ui.widgets.scrolling_dialog import ScrollingDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context


class KeyDialog(ScrollingDialog):
    """Makes a new key, shows it once and takes the reminder away when it is on paper. Open it with `open()`.

    The old key stops working the moment the new one is shown; when the dialog is closed before that is on paper,
    the reminder of `settings.key_due` is set for today.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.sheet: KeySheet | None = None
        title = self.tr("Je noodsleutel")
        self.setAccessibleName(title)
        self.middle.add(PageTitle(title))
        self.waiting = text_label(
            self.tr("We maken een nieuwe noodsleutel. De oude past daarna niet meer."), "soft"
        )
        self.middle.add(self.waiting)
        context.jobs.run(self, partial(_new_key, context.workspace), self._show, self._fail)

    def _show(self, key: str) -> None:
        from spinnenweb.services.typed_again import is_key_group
        from spinnenweb.services.vaults import emergency_key_groups

        groups = emergency_key_groups(key)
        self.sheet = KeySheet(groups, partial(is_key_group, key), partial(_print, groups), "")
        self.sheet.kept.connect(self._kept)
        self.middle.add(self.sheet)
        # its height is known when it was laid out once
        QTimer.singleShot(0, self, self.fit)
        self.sheet.setFocus()

    def _fail(self, error: Exception) -> None:
        self._context.hub.fail(error)
        self.reject()

    def _kept(self) -> None:
        jobs, workspace = self._context.jobs, self._context.workspace
        jobs.run(self, partial(_no_reminder, workspace), self._done, self._fail)

    def _done(self, changes: Changes) -> None:
        self._context.hub.report(changes, self)
        self._context.hub.say(self.tr("Klopt. Je noodsleutel werkt."))
        self.accept()


def _new_key(workspace: Workspace) -> str:
    key = workspace.new_emergency_key()
    workspace.settings.save(replace(workspace.settings.get(), key_due=workspace.clock.today()))
    return key


def _no_reminder(workspace: Workspace) -> Changes:
    return workspace.settings.save(replace(workspace.settings.get(), key_due=None))


def _print(groups: tuple[str, ...], parent: QWidget) -> bool:
    return print_key(parent, groups)
