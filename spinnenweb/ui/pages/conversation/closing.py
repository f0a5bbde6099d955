"""The way to the end of a conversation and out of it: questions, summary, and keeping it or letting it go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from spinnenweb.ui.giving import Giving
from spinnenweb.ui.pages.conversation.ending import EndingPanel
from spinnenweb.ui.theme.look import set_role
from spinnenweb.ui.widgets.controls import with_shortcut

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.services.records import Finished
    from spinnenweb.services.summaries import SummaryChoice
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.page import Page
    from spinnenweb.ui.pages.conversation.autosave import Autosave
    from spinnenweb.ui.pages.conversation.layout import Layout
    from spinnenweb.ui.talk.talk import Talk


class Closing(QObject):
    """Shows the ending over the talk, gives the summary and finishes.

    Sends `edited(Edit)`, `done(Finished)` when the conversation is kept or wiped, and `failed(Exception)`.
    """

    edited = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, view: Layout, autosave: Autosave, page: Page) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._view = view
        self._autosave = autosave
        self._talk: Talk | None = None
        self.finishing = False
        self.panel: EndingPanel | None = None
        self.giving = Giving(context, page, self._tell_failed)

    def open(self, talk: Talk) -> None:
        """Show what is asked at the end, in the resident's words of this moment."""
        self._talk = talk
        spoken = self._context.workspace.languages.spoken_to(talk.draft.resident)
        panel = EndingPanel(self._context.words, spoken, talk)
        panel.edited.connect(self.edited)
        panel.summary.giving.photo.clicked.connect(self._show_photo)
        panel.summary.giving.print.clicked.connect(self._print_summary)
        panel.summary.giving.pdf.clicked.connect(self._save_summary)
        self.panel = panel
        self._view.show_ending(panel, self._context.words.say("button.conversation_finish"))
        self._show_consequence(talk)
        panel.permissions.focus()

    def show_talk(self, talk: Talk) -> None:
        """Show the answers, and what finishing will do with the conversation."""
        self._talk = talk
        if self.panel is not None:
            self.panel.show_talk(talk)
            self._show_consequence(talk)

    def _show_consequence(self, talk: Talk) -> None:
        keeps = talk.keeps
        words = self.tr("Afronden en bewaren") if keeps else self.tr("Afronden en niets bewaren")
        self._show_button(words, "primary" if keeps else "danger")

    def _show_button(self, words: str, role: str) -> None:
        self._view.finish.setText(words)
        with_shortcut(self._view.finish, "Ctrl+Return")
        set_role(self._view.finish, role)

    def close(self) -> None:
        """Take the ending away."""
        self.panel = None
        self._view.show_ending(None, self.tr("Het web van vandaag"))
        self._show_button(self._context.words.say("button.conversation_finish"), "primary")

    def show_problem(self, text: str) -> None:
        """Say what is wrong and what to do, where the ending is in sight."""
        if self.panel is not None:
            self.panel.show_problem(text)

    # Finishing

    def finish(self) -> None:
        """Keep the conversation or wipe it, as the answers say."""
        if self._talk is None or self.finishing:
            return
        self.finishing = True
        self._autosave.drop()
        self._view.finish.setEnabled(False)
        work = partial(self._context.workspace.conversations.finish, self._talk.draft)
        self._context.jobs.run(self, work, self._go_on, self._fail)

    def _fail(self, error: Exception) -> None:
        self.finishing = False
        if self._talk is not None:
            self._autosave.note(self._talk.draft)
        self._tell_failed(error)

    def _go_on(self, finished: Finished) -> None:
        self.finishing = False
        self._talk = None
        bring = self._wants_brought() if finished.kept else None
        self.close()
        self._context.hub.report(finished.changes, self._page)
        if bring is not None:
            self._promise(finished.conversation, bring)
        self.done.emit(finished)

    def _wants_brought(self) -> SummaryChoice | None:
        if self.panel is None or not self.panel.summary.giving.bring.isChecked():
            return None
        return self.panel.summary.choice()

    def _promise(self, conversation: Conversation, choice: SummaryChoice) -> None:
        work = partial(self._context.workspace.bringing.promise, conversation, choice)
        self._context.jobs.run(self, work, self._report)

    def _report(self, changes: Changes) -> None:
        self._context.hub.report(changes, self._page)

    def _tell_failed(self, error: Exception) -> None:
        self.failed.emit(error)

    # What the resident keeps

    def _show_photo(self) -> None:
        if self._talk is not None:
            self.giving.photo(self._talk.draft.resident, self._talk.draft.conversation)

    def _print_summary(self) -> None:
        self._give(self.giving.print)

    def _save_summary(self) -> None:
        self._give(self.giving.save)

    def _give(self, way: Callable[..., None]) -> None:
        if self._talk is not None and self.panel is not None:
            draft = self._talk.draft
            way(draft.resident, draft.conversation, self.panel.summary.choice(), kept=self._talk.keeps)
