"""The letter of a hand-over, looked at before it leaves: on paper, or in a file on lock."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout

from spinnenweb.domain.handovers import FieldCode
from spinnenweb.services.printing import page_pictures
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.dialogs.short_contact import line_field
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Note
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.handovers import Handover
    from spinnenweb.services.handover_letters import HandoverLetterService
    from spinnenweb.services.printing import PagePicture
    from spinnenweb.ui.context import Context

_DPI = 110
_WIDTH, _BESIDE = 520, 72
_MOST = 60
"""Signs of a phone number or an address: more does not belong in one line of a letter."""


class LetterWay(Enum):
    """How the letter leaves."""

    PRINT = "print"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class WantedLetter:
    """How the letter leaves, with what is kept nowhere: the password, and how to reach the resident."""

    handover_id: str
    way: LetterWay
    password: str
    reach: str


class HandoverLetterDialog(Sheet):
    """Open with `open()`. Shows the pages as they will be; sends `wanted(WantedLetter)` and goes."""

    wanted = Signal(object)

    def __init__(
        self, handover: Handover, letters: HandoverLetterService, context: Context, parent: QWidget
    ) -> None:
        super().__init__(context, parent)
        self.name(self.tr("Zo gaat de brief de deur uit"), context.words.say("button.print"))
        self._handover = handover
        self._letters = letters
        self.password = self._letters.propose_password()
        self.reach = line_field()
        self.reach.setMaxLength(_MOST)
        self.pages = QVBoxLayout()
        self.pages.setSpacing(px(12))
        self.save = quiet_button(self.tr("Bewaren als PDF met slot"), "lock")
        self.spoken_word = text_label(self.password, "strong")
        self._fill()
        self.keep.clicked.connect(partial(self._take, LetterWay.PRINT))
        self.save.clicked.connect(partial(self._take, LetterWay.PDF))
        self.reach.editingFinished.connect(self._draw)
        self._draw()
        asked = FieldCode.REACH in handover.fields
        (self.reach if asked else self.keep).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        self.fields.addWidget(text_label(self.tr("Kijk samen of dit klopt. Wat hier niet staat, gaat niet mee.")))
        if FieldCode.REACH in self._handover.fields:
            hint = self.tr("Dit bewaart Spinnenweb niet. Het staat alleen in de brief.")
            self.fields.addWidget(FieldRow(self.tr("Hoe is de inwoner te bereiken?"), self.reach, hint))
        spoken = Note(self.tr("Het wachtwoord van het bestand. Zeg het door de telefoon, nooit in dezelfde mail."))
        self.fields.addWidget(spoken)
        self.spoken_word.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.fields.addWidget(self.spoken_word)
        self.fields.addLayout(self.pages)
        self.foot.insertWidget(self.foot.indexOf(self.keep), self.save)
        self.setTabOrder(self.not_now, self.save)
        self.setTabOrder(self.save, self.keep)

    def _draw(self) -> None:
        make = partial(_pictures, self._letters, self._handover.id, self.reach.text())
        self.context.jobs.run(self, make, self._show_pages, self._leave)

    def _show_pages(self, pictures: list[PagePicture]) -> None:
        while (item := self.pages.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        width = min(px(_WIDTH), self.room().width() - px(_BESIDE))
        for number, picture in enumerate(pictures, 1):
            sheet = _sheet(picture, width, self.tr("Bladzijde {n} van de brief").format(n=number))
            self.pages.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
            # at once and not when Qt comes to it, or the window would not become larger
            sheet.show()
        self.grow()

    def _leave(self, error: Exception) -> None:
        # it was withdrawn while the worker looked at it
        self.reject()
        self.context.hub.fail(error)

    def _take(self, way: LetterWay) -> None:
        wanted = WantedLetter(self._handover.id, way, self.password, self.reach.text())
        self.accept()
        self._emit_wanted(wanted)

    def _emit_wanted(self, wanted: WantedLetter) -> None:
        self.wanted.emit(wanted)


def _pictures(letters: HandoverLetterService, handover_id: str, reach: str) -> list[PagePicture]:
    return list(page_pictures(letters.pdf(handover_id, reach), _DPI))


def _sheet(page: PagePicture, width: int, spoken: str) -> QLabel:
    label = QLabel()
    image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_BGR888)
    wide = Qt.TransformationMode.SmoothTransformation
    label.setPixmap(QPixmap.fromImage(image.copy()).scaledToWidth(width, wide))
    label.setAccessibleName(spoken)
    label.setFrameShape(QLabel.Shape.Box)
    return label
