"""One open vault in the window: what the pages share, the frame, and the orderly end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from spinnenweb.domain.wording import Wording
from spinnenweb.ui.context import Context, Visit
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.guarded_asker import GuardedAsker
from spinnenweb.ui.hub import Hub
from spinnenweb.ui.places import SETTINGS, TODAY, VISIT, Place
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
        self.frame: Frame | None = None

    @property
    def help_key(self) -> str:
        """The help that belongs to the page shown now."""
        return self.frame.help_key if self.frame is not None else ""

    def start(self) -> Frame:
        """The frame on its first page."""
        self.context.jobs.run(self, self._look_up, self._learn)
        return self._make_frame(Place(VISIT if self._visit else TODAY))

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

    def _look_up(self) -> tuple[bool, datetime | None]:
        settings = self._workspace.settings.get()
        place = settings.backup_place
        return settings.demo, self._workspace.backups.newest(Path(place)) if place else None

    def _learn(self, found: tuple[bool, datetime | None]) -> None:
        demo, backup = found
        self.learned.emit(demo, backup.astimezone().date().isoformat() if backup else "")

    def close(self) -> None:
        """Write what the page has not written yet, then close the vault; on the worker thread, in order."""
        self.closing = True
        if self.frame is not None:
            self.frame.leave()
        self.context.jobs.run(self, self._workspace.close, self._end, self._end_badly)

    def _end_badly(self, error: Exception) -> None:
        self._end(None)
        self.failed.emit(error)

    def _end(self, _: object) -> None:
        if self.frame is not None:
            self.frame.deleteLater()
        self.closed.emit()
        self.deleteLater()
