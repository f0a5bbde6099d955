"""Vandaag: what is open, whom the worker spoke with last, and whether everything is kept safe."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import Changes, Kind
from spinnenweb.domain.residents import display_name
from spinnenweb.ui.dates import clock_time, coming_day, full_day, short_day, title_day
from spinnenweb.ui.dialogs.new_talk import NewTalkDialog
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.today.content import Appointment, Today, read_today
from spinnenweb.ui.pages.today.layout import Layout
from spinnenweb.ui.places import CONVERSATION, RESIDENT, Place
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.labels import mixed, plain, strong
from spinnenweb.ui.widgets.rows import RowButton, end_row, list_row, tile

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.drafts import Draft
    from spinnenweb.services.records import ResidentLine
    from spinnenweb.ui.context import Context

FEW_ROWS = 4
"""So many rows are shown at first: an overview, not a list."""
_BACKUP_KINDS = (Kind.BACKUP, Kind.SETTINGS)


class TodayPage(Page):
    """The first page after opening."""

    help_key = "today"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._today: Today | None = None
        self._all_rows = False
        self._places: dict[RowButton, Place] = {}
        self.view = Layout(self, context)
        for part in (self.view.open_rows, self.view.nothing_open, self.view.more, self.view.recent_title):
            part.hide()
        for card in (self.view.example, self.view.key, self.view.visit):
            card.hide()
        self.view.begin.clicked.connect(self._choose_resident)
        self.view.more.clicked.connect(self._show_all_rows)
        self.view.key_button.clicked.connect(self._make_key)
        self.view.visit_away.clicked.connect(self._put_away)

    def open(self, place: Place) -> None:
        """Read what is open now."""
        self.view.header.set_title(title_day(self.context.workspace.clock.today()))
        self._read()
        self.view.backup.refresh()

    def on_changed(self, changes: Changes) -> None:
        """Anything may change what is open."""
        self._read()
        if changes.touches(*_BACKUP_KINDS):
            self.view.backup.refresh()

    def _read(self) -> None:
        if self._today is None:
            self.view.waiting.start()
        self.context.jobs.run(self, partial(read_today, self.context.workspace), self._show)

    def _show(self, today: Today) -> None:
        self._today = today
        self.view.waiting.stop()
        self.view.waiting.hide()
        self.view.header.set_title(title_day(today.day))
        self.view.header.set_sub(self._summary(today))
        self.view.example.setVisible(today.settings.demo)
        self.view.key.setVisible(today.settings.key_due is not None)
        self._places = {}
        self._show_open(today)
        self._show_recent(today)
        self._show_ready(today)

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
        entries: list[Draft | Appointment] = [*today.drafts, *today.appointments]
        shown = entries if self._all_rows else entries[:FEW_ROWS]
        self.view.open_rows.clear()
        for entry in shown:
            row = self._appointment_row(entry) if isinstance(entry, Appointment) else self._draft_row(entry, today)
            self.view.open_rows.add_row(row)
        self.view.open_rows.setVisible(bool(entries))
        self.view.nothing_open.setVisible(not entries)
        self.view.more.setVisible(len(entries) > len(shown))
        self.view.more.setText(self.tr("Nog {n} laten zien").format(n=len(entries) - len(shown)))

    def _draft_row(self, draft: Draft, today: Today) -> RowButton:
        name, held_on = display_name(draft.resident), draft.conversation.held_on
        saved = "" if draft.saved_at is None else clock_time(draft.saved_at)
        spoken = self.context.words.say("message.finish_reminder", name=name, day=full_day(held_on))
        state = self.context.words.say("state.open")
        first = mixed(plain(self.tr("Gesprek met ")), strong(name))
        sub = " · ".join((state, self.context.words.say("state.saved", time=saved))) if saved else state
        lead = self.tr("Vandaag") if held_on == today.day else coming_day(held_on, today.day)
        row = list_row(spoken, first, sub, lead)
        return self._finish(
            row, Place(CONVERSATION, record=draft.id), today.villages.get(draft.resident.village_id or "", "")
        )

    def _appointment_row(self, appointment: Appointment) -> RowButton:
        line, today = appointment.line, self.context.workspace.clock.today()
        name = display_name(line.resident)
        lead = self._lead(appointment, today)
        first = mixed(plain(self.tr("Vervolggesprek met ")), strong(name))
        sub = self._last_time(line, today)
        spoken = ", ".join((lead, self.tr("Vervolggesprek met {name}").format(name=name), sub))
        row = list_row(spoken, first, sub, lead, urgent=appointment.late)
        return self._finish(row, Place(RESIDENT, record=line.resident.id), line.village_name)

    def _lead(self, appointment: Appointment, today: date) -> str:
        if appointment.late:
            return self.tr("Sinds {day}").format(day=short_day(appointment.day, today))
        return self.tr("Vandaag") if appointment.day == today else coming_day(appointment.day, today)

    def _last_time(self, line: ResidentLine, today: date) -> str:
        if not line.next_step.empty:
            return self.tr("stap: {what}").format(what=line.next_step.what or line.next_step.when)
        held = line.last_held_on
        return "" if held is None else self.tr("vorige keer was {day}").format(day=short_day(held, today))

    def _finish(self, row: RowButton, place: Place, village: str) -> RowButton:
        self._places[row] = place
        row.clicked.connect(self._go)
        return end_row(row, Chip(village, "accent") if village else None)

    def _show_all_rows(self) -> None:
        self._all_rows = True
        if self._today is not None:
            self._show(self._today)

    # whom we spoke with

    def _show_recent(self, today: Today) -> None:
        self.view.recent_title.setVisible(bool(today.recent))
        self.view.clear_tiles()
        self.view.add_tiles([self._tile(line, today.day) for line in today.recent])

    def _tile(self, line: ResidentLine, today: date) -> QWidget:
        resident = line.resident
        held = short_day(line.last_held_on, today) if line.last_held_on else ""
        code = resident.code if resident.calling_name else ""
        sub = " · ".join(part for part in (code, line.village_name, held) if part)
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
