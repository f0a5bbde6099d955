"""A meeting with residents: when, where, how many came and about what. No names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spinnenweb.domain.contacts import MOST_PEOPLE, Meeting
from spinnenweb.ui.dates import qt_date
from spinnenweb.ui.dialogs.day_choice import day_field, day_of
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.dialogs.short_contact import line_field, village_box
from spinnenweb.ui.dialogs.theme_ticks import ThemeTicks
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.fields import NumberBox
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.ui.context import Context


class MeetingDialog(Sheet):
    """How many people came stays with the meeting: it is never added to counts of persons.

    Left without keeping it sends `left(Meeting)`, to go on with as `begun` another time.
    """

    left = Signal(object)

    def __init__(self, context: Context, parent: QWidget, begun: Meeting | None = None) -> None:
        super().__init__(context, parent)
        self.name(self.tr("Bijeenkomst noteren"), self.tr("Bijeenkomst bewaren"))
        workspace = context.workspace
        today = workspace.clock.today()
        self.people = NumberBox()
        self.people.setRange(0, MOST_PEOPLE)
        # nothing starts at a value: the lowest one is shown as not filled in
        self.people.setSpecialValueText(" ")
        self.day = day_field(self.tr("Wanneer was het?"), today)
        self.day.setMaximumDate(qt_date(today))
        self.village = village_box(workspace)
        self.themes = ThemeTicks(context.words, workspace.catalogue.themes)
        self.line = line_field()
        self._fill()
        self.keep.clicked.connect(self._keep)
        self.rejected.connect(self._leave)
        if begun is not None:
            self._take_up(begun)
        self.people.setFocus()

    def _take_up(self, begun: Meeting) -> None:
        self.people.setValue(begun.people)
        self.day.setDate(qt_date(begun.held_on))
        self.village.setCurrentIndex(max(0, self.village.findData(begun.village_id)))
        self.themes.tick(begun.themes)
        self.line.setText(begun.line)

    def _leave(self) -> None:
        self.left.emit(self.written())

    def _fill(self) -> None:
        hint = self.tr("Alleen wat de groep samen zei. Zet er geen namen bij.")
        for label, field, help_line in (
            (self.tr("Hoeveel inwoners waren er?"), self.people, ""),
            (self.tr("Wanneer was het?"), self.day, ""),
            (self.tr("Kern"), self.village, ""),
            (self.tr("Waar ging het over?"), self.themes, ""),
            (self.tr("In één regel"), self.line, hint),
        ):
            wide = field in (self.themes, self.line)
            self.fields.addWidget(FieldRow(label, field, help_line, wide=wide))
        for narrow in (self.people, self.day, self.village):
            narrow.setMinimumWidth(px(240))
        apart = self.tr("Dit aantal telt nergens mee als inwoners met wie je sprak: je kent hun antwoorden niet.")
        self.fields.addWidget(text_label(apart, "small"))

    def written(self) -> Meeting:
        """What was filled in."""
        return Meeting(
            id="",
            village_id=self.village.currentData(),
            held_on=day_of(self.day),
            people=self.people.value(),
            themes=self.themes.chosen,
            line=self.line.text(),
        )

    def _keep(self) -> None:
        meeting = self.written()
        if not meeting.people:
            self.say(self.tr("Vul in hoeveel inwoners er waren. Ongeveer is goed."))
            self.people.setFocus()
            return
        work = partial(self.context.workspace.contacts.add_meeting, meeting)
        self.context.jobs.run(self, work, self._done, self.fail)

    def _done(self, changes: Changes) -> None:
        self.context.hub.report(changes, self)
        self.context.hub.say(self.tr("De bijeenkomst is bewaard."))
        self.accept()
