"""With whom is the new conversation: someone who is there already, or someone new without typing anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.dialogs.empty_form import EmptyFormDialog
from spinnenweb.ui.names import display_name
from spinnenweb.ui.places import CONVERSATION, PAPER, Place
from spinnenweb.ui.search_box import line_text
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import RowCard
from spinnenweb.ui.widgets.controls import link_button, primary_button, quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import SectionTitle, text_label
from spinnenweb.ui.widgets.rows import RowButton, end_row
from spinnenweb.ui.widgets.scrolling_dialog import ScrollingDialog
from spinnenweb.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.services.records import ResidentLine
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.page import Page

MOST = 5


def talk_place(workspace: Workspace, resident_id: str) -> Place:
    """A conversation with a resident: the one that is not finished yet, else a new one.

    One that was begun under a card that was merged into this one later is this resident's too.
    """
    shown = workspace.residents.get(resident_id).id
    drafts = (draft for draft in workspace.conversations.drafts() if not draft.resident_is_new)
    open_ones = (draft.id for draft in drafts if _card_of(workspace, draft) == shown)
    found = next(open_ones, "")
    return Place(CONVERSATION, record=found) if found else Place(CONVERSATION, other=resident_id)


def _card_of(workspace: Workspace, draft: Draft) -> str:
    """The card under which the person of a draft is shown now; of one that was taken away, their own."""
    try:
        return workspace.residents.get(draft.resident.id).id
    except SpinnenwebError:
        return draft.resident.id


class NewTalkDialog(ScrollingDialog):
    """Open with `open()`. Sends `chosen(Place)` and goes."""

    chosen = Signal(object)

    def __init__(self, context: Context, parent: Page) -> None:
        super().__init__(parent)
        self._page = parent
        self.setAccessibleName(context.words.say("button.conversation_new"))
        self._context = context
        self.field = SearchField(self.tr("Met wie? Typ een naam of een code"))
        self.hint = text_label("", "soft")
        self.list = RowCard()
        self.someone_new = primary_button(self.tr("Nieuwe inwoner"), "person-plus")
        self.not_now = quiet_button(self.tr("Niet nu"))
        self.paper = link_button(context.words.say("button.conversation_paper"))
        self.empty_form = link_button(self.tr("Leeg formulier afdrukken of bewaren"))
        self.rows: dict[RowButton, str] = {}
        self._lay_out()
        self.field.textEdited.connect(self._search)
        self.field.returnPressed.connect(self._take_first)
        self.someone_new.clicked.connect(self._begin_new)
        self.not_now.clicked.connect(self.reject)
        self.paper.clicked.connect(self._begin_paper)
        self.empty_form.clicked.connect(self._open_empty_form)
        self._search("")

    def _lay_out(self) -> None:
        on_paper = FlowLayout(gap=20)
        on_paper.addWidget(self.paper)
        on_paper.addWidget(self.empty_form)
        self.middle.body.setSpacing(px(12))
        self.middle.add(SectionTitle(self._context.words.say("button.conversation_new"), "heading"))
        for part in (self.field, self.hint, self.list, on_paper):
            self.middle.add(part)
        self.foot.addStretch(1)
        self.foot.addWidget(self.not_now)
        self.foot.addWidget(self.someone_new)

    def _search(self, text: str) -> None:
        lines = self._found(text)
        self.hint.setText(self._hint_for(text.strip(), lines))
        self.list.clear()
        self.rows = {}
        for line in lines:
            self._add(line)
        self.list.setVisible(bool(lines))

    def _found(self, text: str) -> tuple[ResidentLine, ...]:
        residents = self._context.workspace.residents
        if not text.strip():
            return residents.recent(MOST)
        # what is typed a little wrong is found only when nothing holds it as it stands
        return residents.find(text, MOST) or self._context.workspace.merging.likely(text)

    def _hint_for(self, text: str, lines: tuple[ResidentLine, ...]) -> str:
        words = self._context.words
        if not text:
            return self.tr("Laatst gesproken:") if lines else words.say("empty.residents")
        if not lines:
            return words.say("message.search_nothing", text=text)
        return words.say("message.known_already", name=display_name(lines[0].resident))

    def _add(self, line: ResidentLine) -> None:
        text = line_text(line, self._context.workspace.clock.today())
        row = RowButton(text)
        row.add(text_label(text), 1)
        row.clicked.connect(self._take)
        self.rows[row] = line.resident.id
        self.list.add_row(end_row(row))

    def _take(self) -> None:
        sender = self.sender()
        self._go(next(resident_id for row, resident_id in self.rows.items() if row is sender))

    def _take_first(self) -> None:
        first = next(iter(self.rows.values()), "")
        if self.field.text().strip() and first:
            self._go(first)

    def _go(self, resident_id: str) -> None:
        self._emit_chosen(talk_place(self._context.workspace, resident_id))

    def _begin_new(self) -> None:
        self._emit_chosen(Place(CONVERSATION))

    def _begin_paper(self) -> None:
        self._emit_chosen(Place(PAPER))

    def _open_empty_form(self) -> None:
        self.accept()
        EmptyFormDialog(self._context, self._page).open()

    def _emit_chosen(self, place: Place) -> None:
        self.accept()
        self.chosen.emit(place)
