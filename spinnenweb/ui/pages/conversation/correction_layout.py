"""The widgets for writing a finished conversation down better; what they do stands in `correction.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from spinnenweb.ui.dates import full_day, qt_date
from spinnenweb.ui.dialogs.day_choice import day_field
from spinnenweb.ui.pages.conversation.layout import TalkBody
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.controls import primary_button, quiet_button, with_shortcut
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.growing_text import GrowingText
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.instrument_names import instrument_name
from spinnenweb.ui.widgets.labels import SectionTitle
from spinnenweb.ui.widgets.tab_order import TabOrder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.ui.context import Context
    from spinnenweb.ui.talk.talk import Talk

translate = QCoreApplication.translate


class CorrectionLayout:
    """Fills `page`: what a correction is, the day, and below that the talk with everything that was written."""

    def __init__(self, page: QWidget, context: Context) -> None:
        words, workspace = context.words, context.workspace
        self._words = words
        self.header = PageHeader(translate("CorrectionPage", "Gesprek verbeteren"))
        self.drop = quiet_button(translate("CorrectionPage", "Niet bewaren"))
        self.keep = primary_button(translate("CorrectionPage", "Verbetering bewaren"))
        with_shortcut(self.keep, "Ctrl+Return")
        self.meaning = Note("")
        today = workspace.clock.today()
        self.day = day_field(translate("CorrectionPage", "Datum van het gesprek"), today)
        self.day.setMaximumDate(qt_date(today))
        self.day_row = FieldRow(translate("CorrectionPage", "&Datum van het gesprek"), self.day)
        hint = words.say("message.note_hint")
        self.noticed = GrowingText(translate("CorrectionPage", "Wat opviel bij het web"), hint)
        self.gift = GrowingText(translate("CorrectionPage", "Wat iemand graag doet voor een ander"), hint)
        self.talk = TalkBody(context, helps=False)
        self.talk.rows.hold()
        self._order = TabOrder()
        self._lay_out(page)

    def _lay_out(self, page: QWidget) -> None:
        for button in (self.drop, self.keep):
            self.header.add_action(button)
        self._about = Card()
        self._about.body.setSpacing(px(14))
        self.day.setMinimumWidth(px(220))
        self._about.add(self.day_row)
        self.talk.put_first(self.header, self.meaning, self._about)
        self._written = Card()
        for field in (self.noticed, self.gift):
            self._written.add(SectionTitle(field.accessibleName()))
            self._written.add(field)
        self._written.add(BsnLine(self.noticed, self.gift))
        self.talk.put_under_note(self._written)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.talk)

    def say_what_it_is(self, talk: Talk) -> None:
        """What is corrected, that it is no new reading, and what changes with it."""
        conversation = talk.draft.conversation
        held = (
            self._words.say(f"mode.{conversation.mode.value}"),
            instrument_name(self._words, conversation.instrument),
        )
        self.header.set_sub(" · ".join((talk.name, full_day(conversation.held_on), *held)))
        self.meaning.label.setText(
            translate(
                "CorrectionPage",
                "Hier verbeter je wat verkeerd is opgeschreven. Het wordt geen nieuw gesprek. Denkt de inwoner "
                "er nu anders over, begin dan een nieuw gesprek. Het web, de stap en de afspraak op Vandaag "
                "veranderen mee. In het volgende overzicht telt dit als een verandering.",
            )
        )

    def show_parts(self, *, shown: bool) -> None:
        """Show the talk and what can be done with it, or only why that cannot be."""
        for part in (self.drop, self.keep, self.meaning, self._about):
            part.setVisible(shown)
        self.talk.show_columns(shown)

    def put_in_tab_order(self) -> None:
        """Let Tab follow what stands there now."""
        stops = self.talk.stops()
        after = stops.index(self.talk.note) + 1
        written: list[QWidget] = [self.noticed, self.gift]
        self._order.put([self.drop, self.keep, self.day, *stops[:after], *written, *stops[after:]])
