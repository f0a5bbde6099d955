"""Vandaag: what is open, whom the worker spoke with last, and whether everything is kept safe."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.domain.agenda import Bucket, FollowUpKind
from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.changes import Changes, Kind
from spinnenweb.domain.contacts import Meeting
from spinnenweb.ui.dates import short_day, title_day
from spinnenweb.ui.dialogs.meeting import MeetingDialog
from spinnenweb.ui.dialogs.new_talk import NewTalkDialog
from spinnenweb.ui.dialogs.short_talks import ShortTalks
from spinnenweb.ui.names import display_name
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.today.content import Today, read_today
from spinnenweb.ui.pages.today.layout import Layout
from spinnenweb.ui.pages.today.organisation_talks import OrganisationTalks
from spinnenweb.ui.pages.today.promises import Promises
from spinnenweb.ui.pages.today.rows import AgendaRow, DraftRow, left_row
from spinnenweb.ui.pages.today.sayings import said
from spinnenweb.ui.places import CONVERSATION, HANDOVER, RESIDENT, Place
from spinnenweb.ui.putting_away import PuttingAway
from spinnenweb.ui.widgets.controls import with_shortcut
from spinnenweb.ui.widgets.rows import RowButton, tile

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.contacts import ShortContact
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.services.handovers import LeftBehind
    from spinnenweb.services.records import AgendaLine, ResidentLine
    from spinnenweb.ui.context import Context

Group = tuple[str, list["partial[QWidget]"]]
"""The name of a stretch of time, and what makes its rows."""

FEW_ROWS = 5
"""So many rows are shown at first: an overview, not a list."""
_BACKUP_KINDS = (Kind.BACKUP, Kind.SETTINGS)


class TodayPage(Page):
    """The first page after opening. `Place.other` is a promise, a short talk or a meeting to show."""

    help_key = "today"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._today: Today | None = None
        self._all_rows = False
        self._promises = Promises(context, self)
        self._promises.changed.connect(self._report)
        self._short = ShortTalks(context, self)
        self._talks = OrganisationTalks(context, self)
        self._talks.changed.connect(self._report)
        self._wanted = ""
        self._meeting: Meeting | None = None
        self._places: dict[RowButton, Place] = {}
        self.view = Layout(self, context)
        for part in (self.view.open_rows, self.view.nothing_open, self.view.more, self.view.recent_title):
            part.hide()
        for card in (self.view.example, self.view.key, self.view.visit, self.view.calendar):
            card.hide()
        self.view.contacts.hide()
        self._bin = PuttingAway(context, self)
        self._bin.changed.connect(self._report)
        self.view.contacts.put_away.connect(self._put_contact_away)
        self.view.begin.clicked.connect(self._choose_resident)
        self.view.short.clicked.connect(self._write_short)
        with_shortcut(self.view.short, "Ctrl+Shift+P")
        self.view.meeting.clicked.connect(self._write_meeting)
        self.view.talked.clicked.connect(self._talks.write)
        self.view.calendar.clicked.connect(self._promises.save_calendar)
        self.view.more.clicked.connect(self._show_all_rows)
        self.view.key_button.clicked.connect(self._make_key)
        self.view.visit_away.clicked.connect(self._put_away)

    def open(self, place: Place) -> None:
        """Read what is open now."""
        self._wanted = place.other
        self.view.header.set_title(title_day(self.context.workspace.clock.today()))
        self._read()
        self.view.backup.refresh()
        self.view.bring.refresh()
        self.view.retention.refresh()

    def on_changed(self, changes: Changes) -> None:
        """Anything may change what is open."""
        self._read()
        self.view.bring.refresh()
        if changes.touches(*_BACKUP_KINDS):
            self.view.backup.refresh()

    def _read(self) -> None:
        if self._today is None:
            self.view.waiting.start()
        self.context.jobs.run(self, partial(read_today, self.context.workspace, self._wanted), self._show)

    def _show(self, today: Today) -> None:
        self._today = today
        self._all_rows = self._all_rows or any(line.follow_up.id == self._wanted for line in today.agenda)
        self.view.waiting.stop()
        self.view.waiting.hide()
        self.view.header.set_title(title_day(today.day))
        self.view.header.set_sub(self._summary(today))
        self.view.example.setVisible(today.settings.demo)
        self.view.key.setVisible(today.settings.key_due is not None)
        self._places = {}
        self._show_open(today)
        self._show_contacts(today)
        self._show_recent(today)
        self._show_ready(today)
        self._bring_to(self._wanted)

    def _bring_to(self, record_id: str) -> None:
        row = self.view.contacts.row_of(record_id) or self.view.open_rows.row_of(record_id)
        if row is not None:
            self._wanted = ""
            self.view.scroll.bring_to(row)

    def _summary(self, today: Today) -> str:
        parts = [
            _counted(today.coming, self.tr("1 afspraak komende week"), self.tr("{n} afspraken komende week")),
            _counted(today.late, self.tr("1 afspraak wacht nog"), self.tr("{n} afspraken wachten nog")),
            _counted(
                len(today.drafts),
                self.tr("1 gesprek nog niet afgerond"),
                self.tr("{n} gesprekken nog niet afgerond"),
            ),
        ]
        return " · ".join(part for part in parts if part)

    # what is open

    def _show_open(self, today: Today) -> None:
        groups = self._groups(today)
        total = sum(len(rows) for _, rows in groups)
        shown = groups if self._all_rows else _first_rows(groups, FEW_ROWS)
        left = total - sum(len(rows) for _, rows in shown)
        self.view.open_rows.show_groups([(title, [make() for make in rows]) for title, rows in shown])
        self.view.open_rows.setVisible(bool(total))
        self.view.nothing_open.setVisible(not total)
        self.view.more.setVisible(left > 0)
        self.view.more.setText(self.tr("Nog {n} laten zien").format(n=left))
        self.view.calendar.setVisible(bool(today.agenda))

    def _groups(self, today: Today) -> list[Group]:
        names = {
            Bucket.OVERDUE: self.tr("Al voorbij"),
            Bucket.TODAY: self.tr("Vandaag"),
            Bucket.WEEK: self.tr("Komende week"),
            Bucket.LATER: self.tr("Later"),
        }
        unfinished = (
            self.tr("Nog afronden"),
            [partial(self._draft_row, draft, today) for draft in today.drafts],
        )
        gone = (self.tr("Contactpersoon is weg"), [partial(self._left_row, left) for left in today.left])
        promised = [
            (name, [partial(self._agenda_row, line, today) for line in today.of(bucket)])
            for bucket, name in names.items()
        ]
        return [unfinished, gone, *promised]

    def _draft_row(self, draft: Draft, today: Today) -> QWidget:
        village = today.villages.get(draft.resident.village_id or "", "")
        draft = replace(draft, resident=today.cards.get(draft.resident.id, draft.resident))
        row = DraftRow(draft, village, today.day, self.context.words, old=draft.id in today.old)
        row.opened.connect(self._finish_talk)
        row.erased.connect(self._erase_talk)
        return row

    def _left_row(self, left: LeftBehind) -> QWidget:
        row = left_row(left)
        handover = left.line.handover
        self._places[row] = Place(HANDOVER, record=handover.resident_id, other=handover.id)
        row.clicked.connect(self._go)
        return row

    def _agenda_row(self, line: AgendaLine, today: Today) -> QWidget:
        known = today.lines.get(line.follow_up.resident_id or "")
        row = AgendaRow(line, said(line, today.day, known, self.context.words.say("restriction.chip")))
        row.opened.connect(self._open_resident)
        row.done.connect(self._promises.do)
        row.moved.connect(self._promises.move)
        return row

    def _show_all_rows(self) -> None:
        self._all_rows = True
        if self._today is not None:
            self._show(self._today)

    def _finish_talk(self, draft: Draft) -> None:
        self.context.hub.open(Place(CONVERSATION, record=draft.id))

    def _erase_talk(self, draft: Draft) -> None:
        words, name = self.context.words, display_name(draft.resident)
        title = self.tr("Gesprek met {name} wissen?").format(name=name)
        text = self.tr("Alles wat je in dit gesprek opschreef, is dan weg. Terughalen kan daarna niet meer.")
        if self.context.asker.confirm(self, title, text, words.say("button.erase"), words.say("button.keep")):
            work = partial(self.context.workspace.conversations.discard, draft.id)
            self.context.jobs.run(self, work, self._report)

    def _open_resident(self, line: AgendaLine) -> None:
        if line.resident is None:
            return
        follow_up, resident_id = line.follow_up, line.resident.id
        if follow_up.kind in (FollowUpKind.HANDOVER, FollowUpKind.HELPED):
            self.context.hub.open(Place(HANDOVER, record=resident_id, other=follow_up.about_id))
        else:
            self.context.hub.open(Place(RESIDENT, record=resident_id))

    # short talks and meetings

    def _write_short(self) -> None:
        self._short.write()

    def _write_meeting(self) -> None:
        dialog = MeetingDialog(self.context, self, self._meeting)
        self._meeting = None
        dialog.left.connect(self._remember_meeting)
        dialog.open()

    def _remember_meeting(self, meeting: Meeting) -> None:
        self._meeting = meeting

    def _show_contacts(self, today: Today) -> None:
        self.view.contacts.show_contacts(today)
        self.view.contacts.setVisible(bool(today.contacts))

    def _put_contact_away(self, contact: ShortContact | Meeting) -> None:
        if isinstance(contact, Meeting):
            self._bin.put_away(BinKind.MEETING, contact.id, self.tr("De bijeenkomst"))
        else:
            self._bin.put_away(BinKind.CONTACT, contact.id, self.tr("Het praatje"))

    # whom we spoke with

    def _show_recent(self, today: Today) -> None:
        self.view.recent_title.setVisible(bool(today.recent))
        self.view.clear_tiles()
        self.view.add_tiles([self._tile(line, today.day) for line in today.recent])

    def _tile(self, line: ResidentLine, today: date) -> QWidget:
        resident = line.resident
        held = short_day(line.last_held_on, today) if line.last_held_on else ""
        code = resident.code if resident.calling_name else ""
        only_kept = self.context.words.say("restriction.chip") if resident.restricted else ""
        sub = " · ".join(part for part in (only_kept, code, line.village_name, held) if part)
        button = tile(display_name(resident), sub, line.next_step.what)
        self._places[button] = Place(RESIDENT, record=resident.id)
        button.clicked.connect(self._go)
        return button

    def _go(self) -> None:
        sender = self.sender()
        self.context.hub.open(next(place for row, place in self._places.items() if row is sender))

    # new conversation, visit, key

    def _choose_resident(self) -> None:
        dialog = NewTalkDialog(self.context, self)
        dialog.chosen.connect(self.context.hub.open)
        dialog.open()

    def _show_ready(self, today: Today) -> None:
        self.view.visit.setVisible(bool(today.ready))
        if today.ready:
            line = self.tr("{name} staat klaar. Kies bij het openen “{verb}”, dan is alleen deze naam te zien.")
            verb = self.context.words.say("unlock.visit")
            self.view.visit_text.setText(line.format(name=display_name(today.ready[0].resident), verb=verb))

    def _put_away(self) -> None:
        if self._today is not None and self._today.ready:
            resident_id = self._today.ready[0].resident.id
            work = partial(self.context.workspace.residents.set_ready, resident_id, False)
            self.context.jobs.run(self, work, self._report)

    def _report(self, changes: Changes) -> None:
        self.context.hub.report(changes, self)
        self._read()

    def _make_key(self) -> None:
        from spinnenweb.ui.entrance.key_dialog import KeyDialog

        KeyDialog(self.context, self).open()


def _counted(number: int, one: str, many: str) -> str:
    if not number:
        return ""
    return one if number == 1 else many.format(n=number)


def _first_rows(groups: list[Group], most: int) -> list[Group]:
    shown: list[Group] = []
    for title, rows in groups:
        shown.append((title, rows[:most]))
        most -= len(shown[-1][1])
    return shown
