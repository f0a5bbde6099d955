"""A short talk without a web: where, about what, one line, and whether something follows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from spinnenweb.domain.contacts import ShortContact
from spinnenweb.domain.conversations import LONGEST_LINE, VIA_SELF, VIAS
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.dialogs.choose_resident import ChooseResidentDialog
from spinnenweb.ui.dialogs.day_choice import DayChoice
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.dialogs.theme_ticks import ThemeTicks
from spinnenweb.ui.names import display_name
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.answer_buttons import AnswerButtons
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context


def village_box(workspace: Workspace) -> QComboBox:
    """The villages by name, beginning with the worker's own."""
    box = ChoiceBox()
    box.addItem(QCoreApplication.translate("VillageBox", "nog niet gekozen"), None)
    for village in workspace.residents.villages():
        box.addItem(village.name, village.id)
    box.setCurrentIndex(max(0, box.findData(workspace.settings.get().village_id)))
    return box


def line_field() -> QLineEdit:
    """One line, no longer than what is kept."""
    field = QLineEdit()
    field.setMaxLength(LONGEST_LINE)
    return field


class WhoRow(QWidget):
    """With whom it was: nobody in particular, or someone who has a card. Sends `changed(Resident or None)`."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._resident: Resident | None = None
        self.named = text_label("")
        self.choose = link_button(self.tr("+ bij een inwoner zetten"))
        self.loose = link_button(self.tr("Toch niet bij een inwoner"), "soft")
        self.choose.clicked.connect(self._choose)
        self.loose.clicked.connect(self._let_go)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(12))
        for part in (self.named, self.choose, self.loose):
            line.addWidget(part)
        line.addStretch(1)
        self.show_resident(None)

    @property
    def resident_id(self) -> str | None:
        """Who it was with, or `None`."""
        return None if self._resident is None else self._resident.id

    def show_resident(self, resident: Resident | None) -> None:
        """Show with whom it was."""
        self._resident = resident
        known = resident is not None
        self.named.setText("" if resident is None else _named(resident))
        self.named.setVisible(known)
        self.loose.setVisible(known)
        self.choose.setVisible(not known)
        self.changed.emit(resident)

    def take(self, resident_id: str) -> None:
        """Show the resident with this id; one who is no longer there is nobody."""
        try:
            self.show_resident(self._context.workspace.residents.get(resident_id))
        except SpinnenwebError:
            self.show_resident(None)

    def _choose(self) -> None:
        dialog = ChooseResidentDialog(self._context, self.tr("Met wie was dit praatje?"), (), self)
        dialog.chosen.connect(self._take)
        dialog.open()

    def _take(self, resident_id: str) -> None:
        self.take(resident_id)
        self.loose.setFocus()

    def _let_go(self) -> None:
        self.show_resident(None)
        self.choose.setFocus()


def _named(resident: Resident) -> str:
    return f"{display_name(resident)} ({resident.code})" if resident.calling_name else display_name(resident)


class ShortContactDialog(Sheet):
    """No marks, nobody's name in the line. The keyboard begins in the line; Ctrl+Enter keeps: `kept(Changes)`.

    It may be put with a resident; on the page of `resident` it is from the start. Left without keeping it sends
    `left(ShortContact)`, to go on with as `begun` another time.
    """

    left = Signal(object)
    kept = Signal(object)

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        begun: ShortContact | None = None,
        resident: Resident | None = None,
    ) -> None:
        words = context.words
        super().__init__(context, parent)
        self.name(words.say("button.contact_short"), self.tr("Praatje bewaren"))
        self.line = line_field()
        self.who = WhoRow(context)
        self.village = village_box(context.workspace)
        self.themes = ThemeTicks(words, context.workspace.catalogue.themes)
        via = self.tr("Hoe kwam je met elkaar in gesprek?")
        self.via = AnswerButtons(via, [(code, words.say(f"via.{code}")) for code in VIAS])
        self.tell_back = QCheckBox(self.tr("ja, zegt de inwoner"))
        self.telling = FieldRow(self.tr("Mag die ander horen hoe het ging?"), self.tell_back, wide=True)
        self.telling.hide()
        self.via.chosen.connect(self._offer_telling)
        self.who.changed.connect(self._follow_resident)
        follow = self.tr("Kom je erop terug?")
        self.follow_up = DayChoice(follow, context.workspace.clock.today())
        self._fill(via, follow)
        self.keep.clicked.connect(self._keep)
        self.follow_up.keep_room()
        self.rejected.connect(self._leave)
        if begun is not None:
            self._take_up(begun)
        if resident is not None:
            self.who.show_resident(resident)
        self.line.setFocus()

    def _take_up(self, begun: ShortContact) -> None:
        self.line.setText(begun.line)
        self.village.setCurrentIndex(max(0, self.village.findData(begun.village_id)))
        self.themes.tick(begun.themes)
        self.via.show_value(begun.via or None)
        self._offer_telling(begun.via)
        self.tell_back.setChecked(begun.tell_back)
        if begun.resident_id is not None:
            self.who.take(begun.resident_id)

    def _offer_telling(self, via: object) -> None:
        # without someone to tell there is nothing to agree to
        self.telling.setVisible(via not in (None, "", VIA_SELF))

    def _follow_resident(self, resident: Resident | None) -> None:
        if resident is not None and resident.village_id is not None:
            self.village.setCurrentIndex(max(0, self.village.findData(resident.village_id)))

    def _leave(self) -> None:
        self.left.emit(self.written())

    def _fill(self, via: str, follow: str) -> None:
        hint = self.context.words.say("message.note_hint")
        help_text = self.tr("{hint} Zet er geen naam bij.").format(hint=hint)
        for label, field, help_line in (
            (self.tr("In één regel"), self.line, help_text),
            (self.tr("Met wie?"), self.who, ""),
            (self.tr("Kern"), self.village, ""),
            (self.tr("Waar ging het over?"), self.themes, ""),
            (via, self.via, ""),
            (follow, self.follow_up, ""),
        ):
            self.fields.addWidget(FieldRow(label, field, help_line, wide=field is not self.village))
            if field is self.via:
                self.fields.addWidget(self.telling)
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
            resident_id=self.who.resident_id,
            tell_back=not self.telling.isHidden() and self.tell_back.isChecked(),
        )

    def _keep(self) -> None:
        contact = self.written()
        if not (contact.line.strip() or contact.themes):
            self.say(self.tr("Schrijf één regel op, of tik aan waar het over ging."))
            self.line.setFocus()
            return
        work = partial(self.context.workspace.contacts.add, contact)
        self.context.jobs.run(self, work, self._done, self.fail)

    def _done(self, changes: Changes) -> None:
        self.context.hub.report(changes, self)
        self.kept.emit(changes)
        self.accept()
