"""What stands in the place of the table when there is none: too few residents, or a reason not to make one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.ui.entrance import PasswordField
from spinnenweb.ui.pages.releases.sides import emptied, point
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import IconMark, SectionTitle, text_label

if TYPE_CHECKING:
    from spinnenweb.domain.releases import ReleasePreview
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.errors import Told

translate = QCoreApplication.translate


class TooFew(Card):
    """What can be shared instead, and from how many residents there will be figures."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self.text = text_label("")
        self._villages = QVBoxLayout()
        self._villages.setSpacing(px(6))
        self._when = text_label(translate("ReleasesPage", "Wanneer het genoeg is:"), "strong")
        self.body.setContentsMargins(px(24), px(24), px(24), px(24))
        self.body.setSpacing(px(16))
        self.add(IconMark("share", "ink_soft", 36))
        for part in (self.text, self._when, self._villages):
            self.add(part)

    def show_villages(self, preview: ReleasePreview) -> None:
        """Tell it for each village; how many there are now is for the worker only."""
        first = preview.previous is None and not preview.again
        lines = [self._words.say("empty.releases")] if first else []
        self.text.setText("\n\n".join((*lines, self._words.say("release.too_few"))))
        body = emptied(self._villages)
        text = translate(
            "ReleasesPage", "{village}: vanaf {enough} inwoners. Alleen voor jou: nu tellen er {now} mee."
        )
        for village, enough in preview.too_few.items():
            now = preview.counted.get(village, 0)
            body.addWidget(point("people", "ink_soft", text.format(village=village, enough=enough, now=now)))
        self._when.setVisible(bool(preview.too_few))


class Refused(Card):
    """Why nothing was made, that nothing was lost, and what to do now.

    `act` is what can be done about it here; `backup` is the other way when this vault is an old copy.
    """

    def __init__(self) -> None:
        super().__init__()
        self.title = SectionTitle("")
        self.text = text_label("")
        self.problem = text_label("", "error")
        self.act = quiet_button("")
        self.backup = quiet_button(translate("ReleasesPage", "Uit een reservekopie"))
        self.passphrase = PasswordField(translate("ReleasesPage", "Wachtwoord van toen"))
        self.open = quiet_button(translate("ReleasesPage", "Openen"))
        self._lay_out()

    def _lay_out(self) -> None:
        self.body.setContentsMargins(px(24), px(24), px(24), px(24))
        self.body.setSpacing(px(12))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(IconMark("alert", "warn", 24))
        head.addWidget(self.title, 1)
        foot = QWidget()
        buttons = FlowLayout(foot, gap=12)
        buttons.addWidget(self.act)
        buttons.addWidget(self.backup)
        self._secret = QWidget()
        secret = QHBoxLayout(self._secret)
        secret.setContentsMargins(0, 0, 0, 0)
        secret.addWidget(self.passphrase, 1)
        secret.addWidget(self.open)
        for part in (head, self.text, self.problem, self._secret, foot):
            self.add(part)

    def show_refusal(self, told: Told, act: str = "", *, by_backup: bool = False) -> None:
        """Say it; `act` is what the button does about it, when there is something to do here."""
        self.title.setText(told.title)
        self.text.setText(told.text)
        self.act.setText(act)
        self.act.setVisible(bool(act))
        self.backup.setVisible(by_backup)
        self.say("")
        self.ask_passphrase(on=False)

    def say(self, text: str) -> None:
        """Say what went wrong in doing something about it; an empty text takes it away."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if text:
            announce(self.problem, text)

    @property
    def asks_passphrase(self) -> bool:
        """Whether the backup has another password than the vault of now."""
        return not self._secret.isHidden()

    def ask_passphrase(self, *, on: bool) -> None:
        """Ask for the password of when the backup was made."""
        self._secret.setVisible(on)
        self.passphrase.edit.clear()
        if on:
            self.passphrase.draw_eye()
            self.passphrase.edit.setFocus()
