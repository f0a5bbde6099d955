"""What of a hand-over goes on paper or by mail, after the worker has looked at it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from spinnenweb.ui.dialogs.handover_letter import HandoverLetterDialog, LetterWay, WantedLetter
from spinnenweb.ui.giving import Giving
from spinnenweb.ui.qt_asker import message_dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.handovers import Handover
    from spinnenweb.services.handover_letters import HandoverLetterService
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.page import Page


class Papers(QObject):
    """Makes them for the hand-over that is shown; `failed` gets what went wrong."""

    def __init__(self, context: Context, page: Page, failed: Callable[[Exception], None]) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._failed = failed
        self._handover: Handover | None = None
        self.giving = Giving(context, page)

    def show_handover(self, handover: Handover | None) -> None:
        """Make papers for this one from now on."""
        self._handover = handover

    @property
    def letters(self) -> HandoverLetterService:
        """What makes them; while the resident looks along without who did not agree to be shared."""
        workspace = self._context.workspace
        return workspace.letters_along if self._context.visit.on else workspace.handover_letters

    # the mail

    def mail(self) -> None:
        """Open the mail program with a mail about nobody."""
        if self._handover is not None:
            work = partial(self.letters.mail_address, self._handover.id)
            self._context.jobs.run(self, work, self._open_mail, self._failed)

    def _open_mail(self, address: str) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        if not QDesktopServices.openUrl(QUrl(address)):
            self._context.hub.say(self.tr("Er is geen mailprogramma gevonden. Bewaar de mail als bestand."))

    def save_mail(self) -> None:
        """Write that mail where the worker says."""
        if self._handover is None:
            return
        title, pattern = self.tr("Mail bewaren als bestand"), self.tr("Mail (*.eml)")
        target = self._context.asker.save_file(self._page, title, "mail.eml", pattern)
        if target is not None:
            letters = self.letters
            work = partial(letters.write_mail, target, self._handover.id)
            self._context.jobs.run(self, work, self._tell_mail, self._failed)

    def _tell_mail(self, _: object) -> None:
        self._context.hub.say(self.tr("De mail is bewaard. Er staat niets over de inwoner in."))

    # paper

    def show_letter(self) -> None:
        """Show the letter; from there it is printed or kept on lock."""
        if self._handover is not None:
            dialog = HandoverLetterDialog(self._handover, self.letters, self._context, self._page)
            dialog.wanted.connect(self._give)
            dialog.open()

    def _give(self, wanted: WantedLetter) -> None:
        letters = self.letters
        ways = {LetterWay.PRINT: self._print_letter, LetterWay.PDF: self._save_letter}
        check = partial(letters.found, wanted.handover_id, wanted.reach)
        self.giving.guarded(check, partial(ways[wanted.way], wanted))

    def _print_letter(self, wanted: WantedLetter) -> None:
        letters = self.letters
        noted = partial(self._context.jobs.run, self, partial(letters.printed, wanted.handover_id))
        self.giving.print_made(partial(letters.pdf, wanted.handover_id, wanted.reach), noted)

    def _save_letter(self, wanted: WantedLetter) -> None:
        letters = self.letters
        title = self.tr("Brief bewaren, op slot")
        target = self._context.asker.save_file(self._page, title, letters.file_name(), "PDF (*.pdf)")
        if target is not None:
            work = partial(letters.write, target, wanted.handover_id, wanted.password, wanted.reach)
            self._context.jobs.run(self, work, partial(self._tell_locked, wanted.password), self._failed)

    def _tell_locked(self, password: str, _: object) -> None:
        # kept nowhere, so it stands here until whoever opens the letter has heard it
        title = self.tr("De brief is bewaard, op slot")
        text = self.tr("Het wachtwoord is: {password}. Zeg het door de telefoon, nooit in de mail.")
        ask = self.tr("Het is doorgegeven")
        message_dialog(title, text.format(password=password), ask, self._page).open()

    def print_slip(self) -> None:
        """Print what the resident takes along."""
        if self._handover is not None:
            letters, handover_id = self.letters, self._handover.id
            noted = partial(self._context.jobs.run, self, partial(letters.slip_printed, handover_id))
            self.giving.print_made(partial(letters.slip, handover_id), noted)

    def save_slip(self) -> None:
        """Write the slip where the worker says."""
        if self._handover is None:
            return
        letters, handover_id = self.letters, self._handover.id
        title = self._context.words.say("button.pdf")
        target = self._context.asker.save_file(self._page, title, letters.file_name("briefje"), "PDF (*.pdf)")
        if target is not None:
            work = partial(letters.write_slip, target, handover_id)
            self._context.jobs.run(self, work, self._tell_slip, self._failed)

    def _tell_slip(self, _: object) -> None:
        self._context.hub.say(self._context.words.say("message.pdf_open"))
