"""Leaving something behind with a resident: on the screen for a photo, on paper, or as a file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from spinnenweb.domain.audit import AuditKind
from spinnenweb.ui.hub import Leaving
from spinnenweb.ui.photo_screen import PhotoScreen, photo_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.guarding import Passage
    from spinnenweb.services.summaries import SummaryChoice
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.page import Page


class Giving(QObject):
    """What a page does with the summary of one conversation. `failed` gets what went wrong.

    Words that point at a person are shown first (`GuardDialog`); what the worker does not let go along stays.
    """

    def __init__(self, context: Context, page: Page, failed: Callable[[Exception], None] | None = None) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._failed = failed or context.hub.fail
        self.screen: PhotoScreen | None = None

    def photo(self, resident: Resident, talk: Conversation) -> None:
        """Fill the screen with what the resident may take a photo of."""
        check = partial(self._context.workspace.guard.photo, talk)
        self.guarded(check, partial(self._show_photo, resident, talk))

    def guarded(self, check: Callable[[], tuple[Passage, ...]], then: Callable[[], None]) -> None:
        """Go on with `then` when nothing in the words points at a person, or the worker lets it go along."""
        self._context.jobs.run(self, check, partial(self._decide, then), self._failed)

    def _decide(self, then: Callable[[], None], found: tuple[Passage, ...]) -> None:
        if not found:
            then()
            return
        self._context.hub.ask_leave(Leaving(found, self._page, then, self._tell_nothing_left))

    def _tell_nothing_left(self) -> None:
        self._context.hub.say(self._context.words.say("guard.nothing_left"))

    def _show_photo(self, resident: Resident, talk: Conversation) -> None:
        workspace = self._context.workspace
        texts = self._context.resident_words(resident)
        sheet = photo_sheet(texts, workspace.conversations.web(talk), talk, workspace.settings.get())
        self.screen = PhotoScreen(sheet, self._page)
        self.screen.closed.connect(self._forget)
        noted = partial(workspace.audit.noted, AuditKind.SHARED, resident.id, "foto")
        self._context.jobs.run(self, noted, None, self._failed)
        self.screen.show_over()

    def _forget(self) -> None:
        self.screen = None

    def print(self, resident: Resident, talk: Conversation, choice: SummaryChoice, *, kept: bool = True) -> None:
        """Print the summary; it is made in memory and nothing is written to the disk."""
        summaries = self._context.workspace.summaries
        make = partial(summaries.pdf, resident, talk, choice, kept=kept)
        noted = partial(self._context.workspace.audit.noted, AuditKind.PRINTED, resident.id)
        send = partial(self.print_made, make, partial(self._context.jobs.run, self, noted))
        self.guarded(partial(self._context.workspace.guard.summary, talk, choice), send)

    def print_made(self, make: Callable[[], bytes], then: Callable[[], None] | None = None) -> None:
        """Ask for a printer, make a paper and print it; `then` when the printer took it."""
        printer = self._context.asker.printer(self._page)
        if printer is not None:
            self._context.jobs.run(self, make, partial(self._send, printer, then), self._failed)

    def _send(self, printer: QPrinter, then: Callable[[], None] | None, pdf: bytes) -> None:
        from spinnenweb.ui.printing import print_pdf

        if not print_pdf(printer, pdf):
            text = self.tr("De printer nam het niet aan. Er is niets gedrukt. Staat hij aan? Probeer opnieuw.")
            self._context.hub.say(text)
            return
        self._context.hub.say(self.tr("Het is naar de printer."))
        if then is not None:
            then()

    def save(self, resident: Resident, talk: Conversation, choice: SummaryChoice, *, kept: bool = True) -> None:
        """Write the summary where the worker says, and tell that it lies outside the vault."""
        write = partial(self._save, resident, talk, choice, kept=kept)
        self.guarded(partial(self._context.workspace.guard.summary, talk, choice), write)

    def _save(self, resident: Resident, talk: Conversation, choice: SummaryChoice, *, kept: bool) -> None:
        context, summaries = self._context, self._context.workspace.summaries
        name, title = summaries.file_name(resident, talk), context.words.say("button.pdf")
        target = context.asker.save_file(self._page, title, name, "PDF (*.pdf)")
        if target is not None:
            work = partial(summaries.write, target, resident, talk, choice, kept=kept)
            context.jobs.run(self, work, self._tell_written, self._failed)

    def tell_form(self, _: object) -> None:
        """Tell that an empty form was written: nothing on it is about anyone."""
        self._context.hub.say(self.tr("Het lege formulier is bewaard. Er staat niets over iemand in."))

    def _tell_written(self, _: object) -> None:
        self._context.hub.say(self._context.words.say("message.pdf_open"))
