"""One open vault in the window: what the pages share, the frame, and the orderly end."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.wording import Wording
from spinnenweb.ui.context import Context, Visit
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.guarded_asker import GuardedAsker
from spinnenweb.ui.hub import Hub
from spinnenweb.ui.places import (
    CONVERSATION,
    CORRECTION,
    ORGANISATION,
    PAPER,
    RELEASES,
    SETTINGS,
    TODAY,
    VISIT,
    Place,
)
from spinnenweb.ui.preferences import spoken_language
from spinnenweb.ui.theme.look import active_theme

if TYPE_CHECKING:
    from datetime import datetime

    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.asker import Asker
    from spinnenweb.ui.entrance import Setup
    from spinnenweb.ui.jobs import Jobs
    from spinnenweb.ui.preferences import Preferences


def make_context(
    workspace: Workspace, resources: Path, preferences: Preferences, jobs: Jobs, asker: Asker, visit: bool = False
) -> Context:
    """What every page of an open vault gets."""
    texts = resources / "texts"
    hub = Hub(jobs)
    return Context(
        workspace=workspace,
        words=Wording.read(texts / spoken_language() / "werker.toml").beside(workspace.catalogue.words),
        messages=Wording.read(texts / spoken_language() / "meldingen.toml"),
        texts=texts,
        theme=active_theme(),
        preferences=preferences,
        jobs=jobs,
        asker=GuardedAsker(asker, workspace.folder, hub.fail),
        hub=hub,
        visit=Visit(on=visit),
    )


def is_there(workspace: Workspace, place: Place) -> bool:
    """Whether what a place is about still exists."""
    try:
        if place.page in (CONVERSATION, PAPER):
            workspace.conversations.draft(place.record)
        elif place.page == RELEASES:
            return not place.record or any(str(one.number) == place.record for one in workspace.releases.earlier())
        elif place.page == CORRECTION:
            workspace.conversations.to_correct(place.record)
        elif place.page == ORGANISATION and place.record:
            workspace.social_map.card(place.record)
        elif place.record:
            workspace.residents.get(place.record)
    except (KeyError, SpinnenwebError):
        return False
    return True


class Session(QObject):
    """From opening to locking. `learned(demo, day)`: whether this is an example, and its last backup."""

    lock_asked = Signal()
    visit_ended = Signal()
    help_asked = Signal()
    preferences_changed = Signal(object)
    learned = Signal(bool, str)
    failed = Signal(object)
    filled = Signal(object)
    closed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        setup: Setup,
        preferences: Preferences,
        jobs: Jobs,
        asker: Asker,
        visit: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.closing = False
        self._workspace = workspace
        self._visit = visit
        self.context = make_context(workspace, setup.resources, preferences, jobs, asker, visit)
        self.context.hub.failed.connect(self.failed)
        self.context.hub.filled.connect(self.filled)
        self.context.hub.lock_wanted.connect(self.lock_asked)
        jobs.idle.connect(self._watch_disk)
        self._is_tight = False
        self._demo = False
        self.frame: Frame | None = None

    @property
    def help_key(self) -> str:
        """The help that belongs to the page shown now."""
        return self.frame.help_key if self.frame is not None else ""

    def start(self) -> Frame:
        """The frame, on the page where the worker was when it locked, else on its first page."""
        self.context.jobs.run(self, self._look_up, self._learn)
        return self._make_frame(self._first_place())

    def _first_place(self) -> Place:
        first = Place(VISIT if self._visit else TODAY)
        kept = self._workspace.returning.last()
        last = Place(*kept) if kept else first
        return last if is_there(self._workspace, last) else first

    def again(self, preferences: Preferences) -> Frame:
        """A new frame in another look or language, on the page where looks are chosen."""
        if self.frame is not None:
            self.frame.leave()
        texts = self.context.texts / spoken_language()
        self.context = replace(
            self.context,
            preferences=preferences,
            theme=active_theme(),
            words=Wording.read(texts / "werker.toml").beside(self._workspace.catalogue.words),
            messages=Wording.read(texts / "meldingen.toml"),
        )
        return self._make_frame(Place(SETTINGS))

    def _make_frame(self, place: Place) -> Frame:
        self.frame = Frame(self.context, place)
        self.frame.lock_asked.connect(self.lock_asked)
        self.frame.visit_end_asked.connect(self.visit_ended)
        self.frame.help_asked.connect(self.help_asked)
        self.frame.preferences_changed.connect(self.preferences_changed)
        return self.frame

    def _look_up(self) -> tuple[bool, datetime | None, str]:
        settings = self._workspace.settings.get()
        place = settings.backup_place
        backups = self._workspace.backups
        found = backups.newest(Path(place)) if place and Path(place).is_dir() else backups.last_good()
        return settings.demo, found, backups.take_missed()

    def _learn(self, found: tuple[bool, datetime | None, str]) -> None:
        demo, backup, missed = found
        self._demo = demo
        if missed:
            self._tell_missed(missed)
        self.learned.emit(demo, backup.astimezone().date().isoformat() if backup else "")

    def _tell_missed(self, code: str) -> None:
        """Say that no backup could be made at the last closing."""
        if code == "target.missing":
            said = self.tr("Bij het afsluiten was de map voor reservekopieën er niet. Zit de USB-stick erin?")
        else:
            said = self.tr("Bij het afsluiten lukte de reservekopie niet. Maak er vandaag zelf een.")
        self.context.hub.say(said)

    def _watch_disk(self) -> None:
        """Say once that saving went well only because there was a reserve."""
        tight = not self.closing and self._workspace.disk_is_tight
        if tight and not self._is_tight:
            self.failed.emit(SpinnenwebError("disk.tight"))
        self._is_tight = tight

    def close(self, *, returning: bool = False, backing_up: bool = False) -> None:
        """Write what the page has not written yet, then close the vault; on the worker thread, in order.

        `returning` remembers the page, so that the next opening goes on there; `backing_up` makes a backup when
        something changed and a place is set.
        """
        self.closing = True
        place = Place("")
        if self.frame is not None:
            self.frame.leave()
            place = self.frame.place
        kept = (place.page, place.record, place.other) if returning and place.page else ()
        self.context.jobs.run(self, partial(self._shut, kept, backing_up), self._end, self._end_badly)

    def _shut(self, place: tuple[str, ...], backing_up: bool) -> datetime | None:
        """Close; when the last good backup was made, if that is known."""
        try:
            self._workspace.returning.remember(*place)
            if backing_up:
                self._workspace.backups.make_if_changed()
            return self._workspace.backups.last_good()
        finally:
            self._workspace.close()

    def _end_badly(self, error: Exception) -> None:
        self._end(None)
        self.failed.emit(error)

    def _end(self, backup: datetime | None) -> None:
        if backup is not None:
            self.learned.emit(self._demo, backup.date().isoformat())
        if self.frame is not None:
            self.frame.deleteLater()
        self.closed.emit()
        self.deleteLater()
