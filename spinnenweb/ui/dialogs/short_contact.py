"""A short talk without a web: where, about what, one line, and whether something follows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from spinnenweb.domain.contacts import ShortContact
from spinnenweb.domain.conversations import LONGEST_LINE, VIAS
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.dialogs.day_choice import DayChoice
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.dialogs.theme_ticks import ThemeTicks
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.answer_buttons import AnswerButtons
from spinnenweb.ui.widgets.forms import FieldRow

if TYPE_CHECKING:
    from spinnenweb.domain.changes import Changes
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context


def village_box(workspace: Workspace) -> QComboBox:
    """The villages by name, beginning with the worker's own."""
    box = QComboBox()
    box.addItem(box.tr("nog niet gekozen"), None)
    for village in workspace.residents.villages():
        box.addItem(village.name, village.id)
    box.setCurrentIndex(max(0, box.findData(workspace.settings.get().village_id)))
    return box


def line_field() -> QLineEdit:
    """One line, no longer than what is kept."""
    field = QLineEdit()
    field.setMaxLength(LONGEST_LINE)
    return field


class ShortContactDialog(Sheet):
    """No marks, nobody's name. The keyboard begins in the line; Ctrl+Enter keeps.

    Left without keeping it sends `left(ShortContact)`, to go on with as `begun` another time.
    """

    left = Signal(object)

    def __init__(self, context: Context, parent: QWidget, begun: ShortContact | None = None) -> None:
        words = context.words
        super().__init__(context, parent)
        self.name(words.say("button.contact_short"), self.tr("Praatje bewaren"))
        self.line = line_field()
        self.village = village_box(context.workspace)
        self.themes = ThemeTicks(words, context.workspace.catalogue.themes)
        via = self.tr("Hoe kwam je met elkaar in gesprek?")
        self.via = AnswerButtons(via, [(code, words.say(f"via.{code}")) for code in VIAS])
        follow = self.tr("Kom je erop terug?")
        self.follow_up = DayChoice(follow, context.workspace.clock.today())
        self._fill(via, follow)
        self.keep.clicked.connect(self._keep)
        self.follow_up.keep_room()
        self.rejected.connect(self._leave)
        if begun is not None:
            self._take_up(begun)
        self.line.setFocus()

    def _take_up(self, begun: ShortContact) -> None:
        self.line.setText(begun.line)
        self.village.setCurrentIndex(max(0, self.village.findData(begun.village_id)))
        self.themes.tick(begun.themes)
        self.via.show_value(begun.via or None)

    def _leave(self) -> None:
        self.left.emit(self.written())

    def _fill(self, via: str, follow: str) -> None:
        hint = self.context.words.say("message.note_hint")
        help_text = self.tr("{hint} Zet er geen naam bij.").format(hint=hint)
        for label, field, help_line in (
            (self.tr("In één regel"), self.line, help_text),
            (self.tr("Kern"), self.village, ""),
            (self.tr("Waar ging het over?"), self.themes, ""),
            (via, self.via, ""),
            (follow, self.follow_up, ""),
        ):
            self.fields.addWidget(FieldRow(label, field, help_line, wide=field is not self.village))
        self.village.setMinimumWidth(px(240))

    def written(self) -> ShortContact:
        """What was filled in."""
        return ShortContact(
            id="",
            village_id=self.village.currentData(),
            held_on=self.context.workspace.clock.today(),
            themes=self.themes.chosen,
            line=self.line.text(),
            via="" if self.via.value is None else str(self.via.value),
            follow_up_on=self.follow_up.day,
        )

    def _keep(self) -> None:
        contact = self.written()
        if not (contact.line.strip() or contact.themes):
            self.say(self.tr("Schrijf één regel op, of tik aan waar het over ging."))
            self.line.setFocus()
            return
        work = partial(self.context.workspace.contacts.add, contact)
        self.context.jobs.run(self, work, self._done, self._fail)

    def _done(self, changes: Changes) -> None:
        self.context.hub.report(changes, self)
        self.context.hub.say(self.tr("Je praatje is bewaard."))
        self.accept()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, SpinnenwebError):
            self.refuse(error)
        else:
            self.context.hub.fail(error)
