"""Instellingen: the look of this laptop, and how the work is done. What is changed is kept at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import Changes, Kind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.vocabulary import WordKind
from spinnenweb.ui.dialogs.language_check import LanguageCheckDialog
from spinnenweb.ui.errors import told
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.settings.layout import Layout
from spinnenweb.ui.places import AUDIT, SETTINGS, Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.languages import Language
    from spinnenweb.domain.residents import Village
    from spinnenweb.domain.settings import WorkSettings
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.pages.settings.languages import LanguageSwitch
    from spinnenweb.ui.pages.settings.sections import Change
    from spinnenweb.ui.preferences import Preferences

_SHOWN = (Kind.SETTINGS, Kind.VILLAGE, Kind.BACKUP, Kind.VOCABULARY)


class SettingsPage(Page):
    """Reads again whenever it is opened; text is kept when its field is left."""

    help_key = "settings"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view = Layout(self, context)
        view = self.view
        view.look.preferred.connect(self._prefer)
        view.who.edited.connect(self._change)
        view.talks.edited.connect(self._change)
        view.urgent.edited.connect(self._change)
        view.neighbours.edited.connect(self._change)
        view.idle.edited.connect(self._change)
        view.languages.switched.connect(self._switch_language)
        view.languages.check_asked.connect(self._ask_check)
        view.villages.renamed.connect(self._rename)
        view.villages.added.connect(self._add)
        view.vault.place_asked.connect(self._choose_place)
        view.vault.key_asked.connect(self._make_key)
        view.vault.log_asked.connect(self._open_log)
        view.vault.backups_asked.connect(self._open_backups)
        view.taking_over.busy.connect(self._allow_look)

    def open(self, place: Place) -> None:
        """Show what is set."""
        self._read()
        self.view.vault.backup.refresh()
        self.view.look.take_keyboard(place.other)
        word = self.view.vocabulary.word(WordKind.SIGNAL, place.record)
        if word is not None:
            word.setFocus()
            self.view.scroll.bring_to(word)

    def leave(self) -> None:
        """Keep the text of a field that still has the keyboard."""
        self.view.who.flush()
        self.view.urgent.flush()

    def on_changed(self, changes: Changes) -> None:
        """Read again."""
        if changes.touches(*_SHOWN):
            self._read()

    def _read(self) -> None:
        settings = self.context.workspace.settings.get()
        self.view.who.show_settings(settings)
        self.view.talks.show_settings(settings)
        self.view.urgent.show_settings(settings)
        self.view.own_instruments.show_all()
        self.view.vocabulary.show_all()
        languages = self.context.workspace.languages
        self.view.languages.show_languages(languages.all(), languages.switched_on())
        self.view.vault.show_settings(settings)
        self.view.keys.show_settings(settings)
        self.view.idle.show_settings(settings)
        self.view.team.show_settings(settings)
        villages = self.context.workspace.residents.villages()
        self.view.villages.show_villages(villages)
        self.view.neighbours.show_all(villages, settings)

    def _prefer(self, preferences: Preferences, field: str) -> None:
        # the window lays this page out anew: hand over what was typed first, and find the field back
        self.leave()
        self.context.hub.prefer(preferences)
        self.context.hub.open(Place(SETTINGS, other=field))

    def _allow_look(self, busy: bool) -> None:
        # another look makes this page anew, and the report of an import would be lost with the old one
        self.view.look.setEnabled(not busy)

    def _change(self, change: Change) -> None:
        self.context.jobs.run(self, partial(_save, self.context.workspace, change), self._report, self._refuse)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, SpinnenwebError):
            field = str(error.values.get("field", ""))
            if self.view.who.refuse(field, told(error, self.context.messages, self.context.words).text):
                return
        self._read()
        self.context.hub.fail(error)

    def _report(self, changes: Changes) -> None:
        self.context.hub.report(changes, self)
        self._read()

    def _switch_language(self, switch: LanguageSwitch) -> None:
        work = partial(self.context.workspace.languages.switch, switch.code, switch.on)
        self.context.jobs.run(self, work, self._report, self._refuse)

    def _ask_check(self, language: Language) -> None:
        dialog = LanguageCheckDialog(self.context, language, self)
        dialog.changed.connect(self._report)
        dialog.open()

    # villages

    def _rename(self, village: Village) -> None:
        work = partial(self.context.workspace.residents.rename_village, village)
        self.context.jobs.run(self, work, self._report_village, self._refuse_village)

    def _add(self, name: str) -> None:
        work = partial(self.context.workspace.residents.add_village, name)
        self.context.jobs.run(self, work, self._report_added, self._refuse_village)

    def _report_added(self, added: tuple[Village, Changes]) -> None:
        self._report_village(added[1])

    def _report_village(self, changes: Changes) -> None:
        self._report(changes)
        self.view.villages.tell("")

    def _refuse_village(self, error: Exception) -> None:
        if isinstance(error, SpinnenwebError):
            self.view.villages.tell(told(error, self.context.messages, self.context.words).text)
        else:
            self.context.hub.fail(error)

    # vault

    def _choose_place(self) -> None:
        place = self.context.asker.folder(self, self.tr("Waar zetten we reservekopieën?"))
        if place is not None:
            work = partial(_save, self.context.workspace, partial(_with_place, place=str(place)))
            self.context.jobs.run(self, work, self._report_place, self._refuse)

    def _report_place(self, changes: Changes) -> None:
        self._report(changes)
        self.view.vault.backup.refresh()

    def _open_backups(self) -> None:
        from spinnenweb.ui.dialogs.backups import BackupsDialog

        dialog = BackupsDialog(self.context, self)
        dialog.put_back.connect(self.context.hub.lock)
        dialog.open()

    def _open_log(self) -> None:
        self.context.hub.open(Place(AUDIT))

    def _make_key(self) -> None:
        from spinnenweb.ui.entrance.key_dialog import KeyDialog

        KeyDialog(self.context, self).open()


def _save(workspace: Workspace, change: Change) -> Changes:
    """Change what is set at this moment, so that nothing set elsewhere is undone."""
    return workspace.settings.save(change(workspace.settings.get()))


def _with_place(settings: WorkSettings, place: str) -> WorkSettings:
    return replace(settings, backup_place=place)
