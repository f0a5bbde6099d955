"""About the program: version, licences, and what the web is built on."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording


def program_version() -> str:
    """The version that is installed, or an empty text when it runs from its source only."""
    try:
        return version("spinnenweb")
    except PackageNotFoundError:
        return ""


class AboutSection(Card):
    """Words only."""

    def __init__(self, words: Wording) -> None:
        super().__init__(self.tr("Over Spinnenweb"))
        from spinnenweb.services.literature import LITERATURE

        number = program_version()
        if number:
            self.add(text_label(self.tr("Versie {number}").format(number=number)))
        self.add(text_label(words.say("line.worker")))
        self.add(text_label(words.say("line.credit")))
        for source in LITERATURE:
            self.add(text_label(source, "small"))
        self.add_divider()
        licences = self.tr(
            "Spinnenweb is vrije software onder de EUPL-1.2. De letter Noto Sans valt onder de SIL Open Font "
            "License, de lijst met wachtwoordwoorden onder de licentie van OpenTaal, Qt onder de LGPL-3.0."
        )
        self.add(text_label(licences, "small"))
