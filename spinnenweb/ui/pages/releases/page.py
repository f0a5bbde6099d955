"""Cijfers delen: the figures are looked at first, then given out as files. Nothing in them is changed by hand."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.releases import TOTAL
from spinnenweb.ui.dates import full_day, month_of
from spinnenweb.ui.dialogs.release_choice import ReleaseChoiceDialog
from spinnenweb.ui.errors import told
from spinnenweb.ui.models.release_table import (
    PERSONS,
    ReleaseModel,
    in_screen_order,
    month_day,
    said_month,
    shown_table,
)
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.releases.explaining import line_of, line_of_table
from spinnenweb.ui.pages.releases.layout import Layout
from spinnenweb.ui.pages.releases.mending import Mending
from spinnenweb.ui.pages.releases.reading import OLD_VAULT, Look, Making, free_folder, read_look
from spinnenweb.ui.pages.releases.sides import number_of
from spinnenweb.ui.places import RELEASES, SETTINGS, Crumb, Place
from spinnenweb.ui.widgets.announce import announce

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.releases import MadeRelease, ReleaseChoice, ReleasePreview
    from spinnenweb.ui.context import Context

_COUNTED = (Kind.RESIDENT, Kind.CONVERSATION, Kind.CONSENT, Kind.VILLAGE, Kind.RELEASE)
STOPPED, UNMERGED = "release.cancelled", "release.unmerged"


class ReleasesPage(Page):
    """Nothing on this page is written before "Overzicht maken". A place with a number shows an earlier release."""

    help_key = "releases"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._choice: ReleaseChoice | None = None
        self._number = 0
        self._asked = 0
        self.look: Look | None = None
        self.making: Making | None = None
        self.model = ReleaseModel(context.words, self)
        self.view = Layout(self, context.words, self.model)
        self.mending = Mending(context, self, self.view.refused)
        self.view.made.hide()
        self.view.show_only(self.view.waiting)
        self._listen()

    def _listen(self) -> None:
        view = self.view
        view.village.activated.connect(self._show_village)
        view.tabs.chosen.connect(self._show_table)
        view.table.selectionModel().currentChanged.connect(self._explain)
        view.choose.clicked.connect(self._ask_choice)
        view.make.clicked.connect(self._make)
        view.files.again.clicked.connect(self._make)
        view.files.stopped.connect(self._stop)
        view.earlier.chosen.connect(self._open_earlier)
        view.missing.use_previous.clicked.connect(self._use_previous)
        view.refused.act.clicked.connect(self._act)
        self.mending.mended.connect(self._show_mended)

    # reading

    def crumbs(self) -> tuple[Crumb, ...]:
        """The new release, or which earlier one."""
        title = self.context.words.say("nav.releases")
        now = _numbered(self._number) if self._number else self.tr("Nieuw overzicht")
        return Crumb(title, Place(RELEASES)), Crumb(now)

    def open(self, place: Place) -> None:
        """Read the figures anew; what was chosen stays."""
        self._number = int(place.record) if place.record.isdecimal() else 0
        self.view.made.hide()
        self._read()

    def on_changed(self, changes: Changes) -> None:
        """Read again when something that counts was changed."""
        if changes.touches(*_COUNTED):
            self._read()

    def _read(self) -> None:
        self._asked += 1
        if self.look is None:
            self.view.waiting.start()
        work = partial(read_look, self.context.workspace, self._choice, self._number)
        self.context.jobs.run(self, work, partial(self._show, self._asked))

    def _show(self, asked: int, look: Look) -> None:
        if asked != self._asked:
            return
        self.look = look
        self.view.waiting.stop()
        self.view.earlier.show_releases(look.earlier, look.number)
        self.view.header.set_title(self.context.words.say("nav.releases"))
        self.view.header.set_sub("")
        if look.refusal is not None:
            self._show_refusal(look, look.refusal)
        elif look.preview is not None and look.preview.shows_anything:
            self._show_figures(look, look.preview)
        elif look.preview is not None:
            self._show_too_few(look.preview)

    def _listed(self) -> tuple[QWidget, ...]:
        look = self.look
        others = look is not None and any(one.number != look.number for one in look.earlier)
        return (self.view.earlier,) if others else ()

    # showing

    def _show_refusal(self, look: Look, refusal: SpinnenwebError) -> None:
        view = self.view
        said = told(refusal, self.context.messages, self.context.words)
        view.refused.show_refusal(said, self._way_out(look, refusal), by_backup=refusal.code == OLD_VAULT)
        made = look.made(look.number)
        if made is not None:
            view.contents.show_release(made)
        beside = (view.contents,) if made is not None else (view.choose,)
        view.show_only(view.refused, *beside, *self._listed())

    def _way_out(self, look: Look, refusal: SpinnenwebError) -> str:
        """What the button of a refusal does, when something can be done here."""
        if refusal.code == OLD_VAULT and look.has_copy:
            return self.tr("Reeks herstellen")
        if refusal.code == UNMERGED:
            return self.tr("Naar Instellingen")
        return ""

    def _act(self) -> None:
        refusal = self.look.refusal if self.look is not None else None
        if refusal is not None and refusal.code == OLD_VAULT:
            self.mending.from_copy()
        elif refusal is not None:
            self.context.hub.open(Place(SETTINGS))

    def _show_mended(self, changes: Changes) -> None:
        self.context.hub.report(changes, self)
        self._read()

    def _show_too_few(self, preview: ReleasePreview) -> None:
        view = self.view
        view.too_few.show_villages(preview)
        missing = self._missing(preview)
        view.show_only(view.too_few, view.choose, *missing, *self._listed())

    def _missing(self, preview: ReleasePreview) -> tuple[QWidget, ...]:
        asked = self.look.choice.previous_of if self.look is not None else ()
        self.view.missing.show_workers(preview.missing, may_repeat=not {*preview.missing} <= {*asked})
        return (self.view.missing,) if preview.missing else ()

    def _show_figures(self, look: Look, preview: ReleasePreview) -> None:
        view = self.view
        view.check.show_audit(preview.audit)
        villages = _villages(preview)
        self._offer_villages(villages, look.home)
        several = (view.village_row,) if len(villages) > 1 else ()
        view.files.show_files(preview, made=bool(look.number))
        buttons = () if look.number else (view.make,)
        choose = () if look.asked else (view.choose,)
        view.make.setEnabled(not preview.missing and self.making is None)
        view.files.again.setEnabled(self.making is None)
        beside = (view.check, view.files, self._numbers(look, preview), *self._listed())
        view.show_only(*self._missing(preview), *several, *buttons, *choose, *beside)
        self._show_village()

    def _numbers(self, look: Look, preview: ReleasePreview) -> QWidget:
        """What the release contained, or the exact numbers of now for one that is not made yet."""
        made = look.made(look.number)
        if made is None:
            return self.view.private
        self.view.contents.show_release(made)
        return self.view.contents

    def _offer_villages(self, villages: tuple[str, ...], home: str) -> None:
        box = self.view.village
        chosen = box.currentData() or home
        box.clear()
        for village in villages:
            box.addItem(_village_text(village), village)
        box.setCurrentIndex(max(0, box.findData(chosen)))

    @property
    def village(self) -> str:
        """The village looked at."""
        return str(self.view.village.currentData() or "")

    @property
    def preview(self) -> ReleasePreview | None:
        """The figures looked at."""
        return self.look.preview if self.look is not None else None

    def _show_village(self) -> None:
        preview, view = self.preview, self.view
        if preview is None:
            return
        there = [name for name, rows in preview.tables.items() if any(row.village == self.village for row in rows)]
        view.tabs.offer(in_screen_order(there))
        view.card.setVisible(bool(there))
        view.too_few.setVisible(not there)
        view.too_few.show_villages(preview)
        view.private.show_village(preview, self.village)
        month = month_of(month_day(preview.month))
        title = self.context.words.say("release.title", village=_village_text(self.village), month=month)
        view.header.set_title(title)
        view.header.set_sub(" · ".join(self._under_title(preview)))
        self._show_table()

    def _under_title(self, preview: ReleasePreview) -> tuple[str, ...]:
        earlier = self.look.made(self.look.asked) if self.look is not None else None
        if earlier is not None:
            made = self.tr("gemaakt op {day}").format(day=full_day(earlier.made_on))
            return _numbered(earlier.number), made
        count = number_of(preview.counted, preview, self.village)
        counted = self.context.words.say("release.private_count", n=count)
        if preview.again:
            return counted, self.tr("dit is overzicht {number}").format(number=preview.number)
        if preview.previous is None:
            return counted, self.tr("dit wordt het eerste overzicht")
        month = said_month(preview.previous.month, preview.month)
        return counted, self.tr("vorig overzicht tot en met {month}").format(month=month)

    def _show_table(self) -> None:
        if self.preview is None or not self.view.tabs.table:
            return
        table = self.view.tabs.table
        self.model.show_table(shown_table(self.preview, table, self.village, self.context.words))
        self.view.show_heading(table)
        self._explain_nothing()
        self.view.fit_table()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the table to the room there is."""
        super().resizeEvent(event)
        self.view.fit_table()

    def _explain(self, index: QModelIndex) -> None:
        line = line_of(self.model, index, self.context.words)
        if line is None:
            self._explain_nothing()
            return
        self.view.show_line(line)
        announce(self.view.table, line.spoken)

    def _explain_nothing(self) -> None:
        self.view.show_line(line_of_table(self.view.tabs.table, self.context.words))

    # choosing

    def _ask_choice(self) -> None:
        if self.look is not None:
            # groups that are not in this choice can be in the next one
            together = {**self.look.groups, **self.look.choice.clusters}
            choice = replace(self.look.choice, clusters=together)
            dialog = ReleaseChoiceDialog(self.context, choice, self.look.names, self)
            dialog.chosen.connect(self._choose)
            dialog.open()

    def _choose(self, choice: ReleaseChoice) -> None:
        self._choice = choice
        self.view.made.hide()
        if self._number:
            self.context.hub.open(Place(RELEASES))
        else:
            self._read()

    def _use_previous(self) -> None:
        if self.look is not None and self.preview is not None:
            self._choose(replace(self.look.choice, previous_of=self.preview.missing))

    def _open_earlier(self, number: int) -> None:
        self.context.hub.open(Place(RELEASES, str(number)))

    # giving out

    def _make(self) -> None:
        if self.look is None or self.making is not None:
            return
        inside = self.context.asker.folder(self, self.tr("In welke map komt het overzicht?"))
        if inside is None:
            return
        folder = free_folder(inside, f"{self.look.choice.until:%Y-%m}")
        self.making = Making(self.context.workspace, self.look.choice, self.look.asked, folder, self)
        self.making.stepped.connect(self.view.files.waiting.set_progress)
        self._allow(on=False)
        self.view.files.begin()
        self.context.jobs.run(self, self.making.run, self._tell_made, self._tell_failed)

    def _stop(self) -> None:
        if self.making is not None:
            self.making.stop()

    def _allow(self, *, on: bool) -> None:
        for button in (self.view.make, self.view.files.again, self.view.choose):
            button.setEnabled(on)

    def _tell_made(self, made: MadeRelease) -> None:
        self._rest()
        self.view.made.show_made(made)
        self.view.made.show()
        self.context.hub.report(changed(Kind.RELEASE, str(made.number)), self)
        self._read()

    def _tell_failed(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, SpinnenwebError) and error.code == STOPPED:
            self.context.hub.say(self.tr("Gestopt. Er is niets gemaakt."))
            return
        self.context.hub.fail(error)

    def _rest(self) -> None:
        self.view.files.end()
        self._allow(on=True)
        if self.making is not None:
            self.making.deleteLater()
            self.making = None


def _numbered(number: int) -> str:
    return QCoreApplication.translate("ReleasesPage", "Overzicht {number}").format(number=number)


def _village_text(village: str) -> str:
    together = QCoreApplication.translate("ReleasesPage", "alle kernen samen")
    return together if village == TOTAL else village


def _villages(preview: ReleasePreview) -> tuple[str, ...]:
    """The villages of a release in order, all together last."""
    total = any(row.village == TOTAL for row in preview.tables.get(PERSONS, ()))
    return (*preview.villages, TOTAL) if total else preview.villages
