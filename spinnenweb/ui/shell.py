"""The window: first the entrance, after opening the pages, and back again when it is locked.

Loaded before the first frame, so it imports late (architecture, decision 11). The title of the window is always
the same: it never names anyone.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from spinnenweb.ui.entrance.unlock import Closing, UnlockView
from spinnenweb.ui.preferences import Preferences, speak, spoken_language, write_preferences
from spinnenweb.ui.theme.look import apply_theme, load_theme, theme_for

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent

    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.entrance import Setup
    from spinnenweb.ui.entrance.gate import Gate
    from spinnenweb.ui.help import HelpPanel
    from spinnenweb.ui.jobs import Jobs
    from spinnenweb.ui.locking.keeper import Keeper
    from spinnenweb.ui.session import Session

TITLE = "Spinnenweb"
_BY_HAND = ("by_you", "visit")
"""Locked by the worker, who is there: only then a backup is made first, as until then the key stays."""
LONGEST_WAIT_MS = 1000
USUAL_SIZE = (1366, 768)
_TITLE_BAR = 40
"""Pixels a system draws over a window, at most."""


class Shell(QMainWindow):
    """Owns the open vault and the one worker thread. `painted` is sent once, after the first frame."""

    painted = Signal()
    bug = Signal()

    def __init__(
        self, setup: Setup, preferences: Preferences, vault: Path | None = None, locked: tuple[str, int] = ("", 0)
    ) -> None:
        """`locked` tells why the vault was locked, when a former process of this program did that."""
        super().__init__()
        self.setWindowTitle(TITLE)
        self.preferences = replace(preferences, vault=str(vault)) if vault else preferences
        self.session: Session | None = None
        # an example village is open for now only: the next start asks for the worker's own vault
        self._own_vault = preferences.vault
        self._setup = setup
        self._jobs: Jobs | None = None
        self._gate: Gate | None = None
        self._help: HelpPanel | None = None
        self._drawn = False
        self._leaving = False
        self._has_bug = False
        self._keeper: Keeper | None = None
        self._why = ("", 0)
        self._take_place()
        self._listen()
        self.show_entrance(self.said_why(*locked))

    def _listen(self) -> None:
        QShortcut(QKeySequence("Ctrl+Shift+L"), self).activated.connect(self.lock)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self).activated.connect(self.toggle_help)
        self.bug.connect(self._tell_bug, Qt.ConnectionType.QueuedConnection)
        QApplication.styleHints().colorSchemeChanged.connect(self._dress)

    # where the window stands

    def _take_place(self) -> None:
        # a laptop at 200 % has 683 by 384 left
        self.setMinimumSize(640, 360)
        self.resize(*USUAL_SIZE)
        kept = self._place_file().value("geometry")
        self._stood_before = isinstance(kept, QByteArray) and self.restoreGeometry(kept)

    def show_first(self) -> None:
        """Show the window; one that never stood anywhere fills a screen that has no room for its usual size."""
        room = self.screen().availableSize()
        if self._stood_before or (room.width() >= self.width() and room.height() >= self.height() + _TITLE_BAR):
            self.show()
        else:
            self.showMaximized()

    def _keep_place(self) -> None:
        file = self._place_file()
        file.setValue("geometry", self.saveGeometry())
        file.sync()

    def _place_file(self) -> QSettings:
        path = self._setup.preferences.with_name("venster.ini")
        return QSettings(str(path), QSettings.Format.IniFormat)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note the first frame; what is not needed for it starts behind it."""
        super().paintEvent(event)
        self._note_frame()

    def showEvent(self, event: QShowEvent) -> None:
        """Start what waits for the first frame also where a view covers the window and leaves nothing to paint."""
        super().showEvent(event)
        QTimer.singleShot(LONGEST_WAIT_MS, self._note_frame)

    @Slot()
    def _note_frame(self) -> None:
        if not self._drawn:
            self._drawn = True
            QTimer.singleShot(0, self._settle)

    @Slot()
    def _settle(self) -> None:
        from spinnenweb.ui.theme.icons import app_icon

        self.painted.emit()
        self._setup.after_first_frame(self.bug.emit)
        self.setWindowIcon(app_icon())
        if isinstance(self.view, UnlockView):
            self.gate.attend(self.view, self.preferences)

    # the entrance

    @property
    def view(self) -> QWidget | None:
        """What fills the window now."""
        return self.centralWidget()

    def show_entrance(self, note: str = "") -> None:
        """Ask the password when a vault is known; else make a first start."""
        if self.preferences.vault:
            self._show(UnlockView(note))
        else:
            self.gate.begin()

    @Slot(object)
    def _show(self, view: QWidget) -> None:
        if self._help is not None:
            self._help.hide()
        # after a lock the page is back at its question already; laying the view in the window would forget where
        keyboard = view if view.focusWidget() is None else view.focusWidget()
        self.setCentralWidget(view)
        if isinstance(view, UnlockView) and self._drawn:
            self.gate.attend(view, self.preferences)
        keyboard.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def jobs(self) -> Jobs:
        """The worker thread; made when it is first needed."""
        if self._jobs is None:
            from spinnenweb.ui.jobs import Jobs

            self._jobs = Jobs(self)
            self._jobs.unhandled.connect(self._tell_error)
            self._jobs.idle.connect(self._go_on_leaving)
        return self._jobs

    @property
    def gate(self) -> Gate:
        """The behaviour of the entrance; made when it is first needed."""
        if self._gate is None:
            from spinnenweb.ui.entrance.gate import Gate

            self._gate = Gate(self._setup, self.jobs, self)
            self._gate.turned.connect(self._show)
            self._gate.vault_chosen.connect(self._take_vault)
            self._gate.entered.connect(self._enter)
        return self._gate

    @Slot(object)
    def _take_vault(self, folder: Path | None) -> None:
        self.preferences = replace(self.preferences, vault=str(folder or ""))
        self.show_entrance()

    # the open vault

    @Slot(object)
    def _enter(self, workspace: Workspace) -> None:
        from spinnenweb.ui.session import Session

        if self._leaving:
            self.jobs.run(self, workspace.close)
            return
        self.preferences = replace(self.preferences, vault=str(workspace.folder))
        visit = self.gate.visit
        self.session = Session(workspace, self._setup, self.preferences, self.jobs, self.gate.asker, visit, self)
        self.session.lock_asked.connect(self.lock)
        self.session.visit_ended.connect(self._end_visit)
        self.session.help_asked.connect(self.toggle_help)
        self.session.preferences_changed.connect(self.take_preferences)
        self.session.failed.connect(self._tell_error)
        self.session.filled.connect(self._fill_screen)
        self.session.learned.connect(self._learn)
        self.session.closed.connect(self._forget)
        self._show(self.session.start())
        self._watch(self.session)

    def _watch(self, session: Session) -> None:
        from spinnenweb.ui.locking.keeper import Keeper

        self._keeper = Keeper(self, session.context)
        self._keeper.lock_due.connect(self.lock_because)

    @Slot(bool, str)
    def _learn(self, demo: bool, backup_at: str) -> None:
        if not demo:
            self._own_vault = self.preferences.vault
        self.keep_preferences(replace(self.preferences, backup_at=backup_at))

    @Slot(object)
    def _fill_screen(self, view: QWidget | None) -> None:
        """Full screen while a resident looks: no bar of the system with other people's names in it."""
        whole = Qt.WindowState.WindowFullScreen
        state = self.windowState()
        self.setWindowState(state | whole if view is not None else state & ~whole)

    @Slot()
    def lock(self) -> None:
        """Lock because the worker asks for it."""
        self.lock_because("by_you", 0)

    @Slot()
    def _end_visit(self) -> None:
        self.lock_because("visit", 0)

    @Slot(str, int)
    def lock_because(self, reason: str, minutes: int) -> None:
        """Hide everything at once, write what is not written, close the vault and ask the password again.

        Where `app` gave a way to do so, a fresh process asks it; the reason is one of `said_why`.
        """
        if self.session is None or self.session.closing:
            return
        self._why = (reason, minutes)
        self._fill_screen(None)
        self._put_aside()
        if self._setup.relaunch is None:
            self.show_entrance(self.said_why(reason, minutes))
        else:
            self._show(Closing(self.said_why(reason, minutes), self.tr("Reservekopie maken…")))
        self.session.close(
            returning=not self._leaving and reason != "visit", backing_up=self._leaving or reason in _BY_HAND
        )

    def said_why(self, reason: str, minutes: int) -> str:
        """What the lock screen says."""
        said = {
            "by_you": self.tr("Je kluis is op slot. Wat je typte, is bewaard."),
            "idle": self.tr("Het was {n} minuten stil. Daarom ging je kluis op slot. Wat je typte, is bewaard."),
            "sleep": self.tr("De laptop ging slapen. Daarom ging je kluis op slot. Wat je typte, is bewaard."),
            "system": self.tr("Het scherm ging op slot, en je kluis ook. Wat je typte, is bewaard."),
            "visit": self.tr("Het bezoek is klaar. Wat je typte, is bewaard."),
        }
        return said.get(reason, "").replace("{n}", str(minutes))

    def _put_aside(self) -> None:
        """Out of sight at once, with every dialog; it goes for good when all is written."""
        if self._keeper is not None:
            self._keeper.stop()
            self._keeper = None
        for window in QApplication.topLevelWidgets():
            if window is not self and window.isVisible():
                window.hide()
        view = self.takeCentralWidget()
        if view is not None:
            view.hide()

    @Slot()
    def _forget(self) -> None:
        self.session = None
        if self._setup.relaunch is None or self._leaving or not isinstance(self.view, Closing):
            return
        self._keep_place()
        if not self._setup.relaunch(*self._why, Path(self.preferences.vault)):
            self.show_entrance(self.said_why(*self._why))

    @Slot(object)
    def take_preferences(self, preferences: Preferences) -> None:
        """Another look or language: keep it, dress the program and lay the page out again."""
        # the rest is newer here: a page holds what was true when the vault was opened
        kept = self.preferences
        self.keep_preferences(replace(preferences, vault=kept.vault, backup_at=kept.backup_at))
        self._dress()
        self._speak()
        if self.session is not None:
            self._show(self.session.again(self.preferences))

    @Slot(object)
    def keep_preferences(self, preferences: Preferences) -> None:
        """Write the preferences; a folder that cannot be written leaves them for this session."""
        self.preferences = preferences
        try:
            write_preferences(self._setup.preferences, replace(preferences, vault=self._own_vault))
        except OSError as error:
            self._tell_error(error)

    @Slot()
    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            name = theme_for(self.preferences.theme, app.styleHints().colorScheme())
            apply_theme(app, load_theme(self._setup.resources, name), self.preferences.text_size / 100)

    def _speak(self) -> None:
        if self.preferences.language == spoken_language():
            return
        speak(self._setup.resources, self.preferences.language)
        self.gate.read_words()
        if self._help is not None:
            self._help.deleteLater()
            self._help = None

    # help and trouble

    @Slot()
    def toggle_help(self) -> None:
        """Open or close the help of what is shown now."""
        if self._help is None:
            from spinnenweb.ui.help import HelpPanel

            texts = self._setup.resources / "texts" / spoken_language()
            self._help = HelpPanel(texts / "hulp.toml", self)
        self._help.toggle(self.session.help_key if self.session else getattr(self.view, "help_key", ""))

    @Slot()
    def _show_lost(self) -> None:
        from spinnenweb.ui.places import LOST, Place

        if self.session is not None:
            self.session.context.hub.open(Place(LOST))

    @Slot(object)
    def _tell_error(self, error: BaseException) -> None:
        from spinnenweb.domain.errors import SpinnenwebError

        if isinstance(error, SpinnenwebError):
            self.gate.tell(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    @Slot()
    def _tell_bug(self) -> None:
        if not self._has_bug:
            self._has_bug = True
            self.gate.tell_bug().finished.connect(self.close)

    # the end

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is not written and close the vault; then the window goes."""
        self._fill_screen(None)
        self._keep_place()
        self._leaving = True
        self.lock()
        waiting = self._jobs is not None and self._jobs.busy
        event.setAccepted(not waiting)

    @Slot()
    def _go_on_leaving(self) -> None:
        if self._leaving:
            self.close()

    def finish(self) -> None:
        """After the last event: wait for the worker thread and close a vault that was being made."""
        if self._jobs is not None:
            self._jobs.close()
        if self._gate is not None:
            self._gate.finish()
