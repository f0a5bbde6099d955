"""What the keys of the vault do in Instellingen: passwords, a new lock, and the way in of the organisation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.start_files import read_start_file
from spinnenweb.ui.pages.settings.organisation import OrganisationSection
from spinnenweb.ui.pages.settings.password import PasswordDialog, PasswordSection, RekeyDialog
from spinnenweb.ui.theme.look import px

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.settings import WorkSettings
    from spinnenweb.domain.start_file import StartFile
    from spinnenweb.ui.context import Context


class KeysSection(QWidget):
    """The two cards, with all that happens behind their buttons."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.password = PasswordSection()
        self.organisation = OrganisationSection(context.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.password)
        column.addWidget(self.organisation)
        self.password.change_asked.connect(self._change)
        self.password.rekey_asked.connect(self._rekey)
        self.organisation.give_asked.connect(self._give)
        self.organisation.take_asked.connect(self._take)

    def show_settings(self, settings: WorkSettings) -> None:
        """Show how it stands."""
        self.password.show_demo(settings.demo)
        self.organisation.show_state(self._context.workspace.keys.organisation_key_state())

    def _change(self) -> None:
        PasswordDialog(self._context, self).open()

    def _rekey(self) -> None:
        RekeyDialog(self._context, self).open()

    # the organisation

    def _give(self) -> None:
        title, pattern = self.tr("Kies het startbestand"), self.tr("Startbestanden (*.start.toml)")
        file = self._context.asker.open_file(self, title, pattern)
        if file is not None:
            self._context.jobs.run(self, partial(_with_key, file), self._ask_yes, self._context.hub.fail)

    def _ask_yes(self, start: StartFile) -> None:
        name = start.organisation
        text = self.tr(
            "Wie het bestand met de sleutel van {organisation} heeft, kan dan in je kluis, en in elke "
            "reservekopie die je vanaf nu maakt. Elke opening komt in het logboek. Publieke sleutel: {key}"
        )
        agreed = self._context.asker.confirm(
            self,
            self.tr("Mag {organisation} je kluis openen?").format(organisation=name),
            text.format(organisation=name, key=start.public_key),
            self.tr("Ja, mijn organisatie mag erbij"),
            self.tr("Nee"),
        )
        if agreed:
            keys = self._context.workspace.keys
            said = self.tr("{organisation} kan je kluis nu ook openen.").format(organisation=name)
            self._run(partial(keys.set_organisation, start.public_key, name), said)

    def _take(self) -> None:
        text = self.tr(
            "Daarna openen alleen je wachtwoord en je noodsleutel deze kluis. Zorg dus dat je noodsleutel op "
            "papier staat. Kopieën van vroeger kan je organisatie nog openen. Wil je dat niet? Kies daarna ook "
            "Wachtwoord en sleutel vervangen."
        )
        title = self.tr("De sleutel van je organisatie weghalen?")
        if self._context.asker.confirm(self, title, text, self.tr("Sleutel weghalen"), self.tr("Laten staan")):
            said = self.tr("Je organisatie kan deze kluis niet meer openen.")
            self._run(self._context.workspace.keys.remove_organisation, said)

    def _run(self, work: Callable[[], Changes], said: str) -> None:
        def tell(changes: Changes) -> None:
            self._context.hub.report(changes, self)
            self._context.hub.say(said)

        self._context.jobs.run(self, work, tell, self._context.hub.fail)


def _with_key(file: Path) -> StartFile:
    start = read_start_file(file)
    if not start.public_key:
        raise SpinnenwebError("start.no_key")
    return start
