"""That a native speaker read the texts of a language: who it was, and when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.languages import LanguageCheck
from spinnenweb.domain.residents import LONGEST_NAME
from spinnenweb.ui.dates import qt_date
from spinnenweb.ui.dialogs.day_choice import day_field, day_of
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.forms import FieldRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.languages import Language
    from spinnenweb.ui.context import Context


class LanguageCheckDialog(Sheet):
    """Sends `changed(Changes)` when a check was recorded or taken back, and goes."""

    changed = Signal(object)

    def __init__(self, context: Context, language: Language, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._code = language.code
        name = context.words.say(f"language.{language.code}")
        self.name(self.tr("{language}: wie keek de teksten na?").format(language=name), self.tr("Bewaren"))
        today = context.workspace.clock.today()
        self.by = QLineEdit(language.reviewed_by)
        self.by.setMaxLength(LONGEST_NAME)
        self.day = day_field(self.tr("Wanneer?"), language.reviewed_on or today)
        self.day.setMaximumDate(qt_date(today))
        self.day.setMinimumWidth(px(240))
        hint = self.tr("Een naam of een rol, zoals “tolk”. Dit blijft in je kluis.")
        self.fields.addWidget(FieldRow(self.tr("Door wie?"), self.by, hint, wide=True))
        self.fields.addWidget(FieldRow(self.tr("Wanneer?"), self.day))
        self.forget = link_button(self.tr("Toch niet nagekeken: weghalen"), "soft")
        kept = (check.code for check in context.workspace.settings.get().language_checks)
        self.forget.setVisible(language.code in kept)
        self.fields.addWidget(self.forget)
        self.keep.clicked.connect(self._record)
        self.by.returnPressed.connect(self._record)
        self.forget.clicked.connect(self._forget)
        self.by.setFocus()

    def _record(self) -> None:
        check = LanguageCheck(self._code, self.by.text(), day_of(self.day))
        work = partial(self.context.workspace.languages.record_check, check)
        self.context.jobs.run(self, work, self._done, self._fail)

    def _forget(self) -> None:
        work = partial(self.context.workspace.languages.forget_check, self._code)
        self.context.jobs.run(self, work, self._done)

    def _done(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self.accept()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, SpinnenwebError):
            self.refuse(error)
            self.by.setFocus()
        else:
            self.context.hub.fail(error)
