"""One afternoon of work in the real windows and services, as a process: `python -m tests.faults.afternoon`.

Everything goes into the folder `HOME`. It looks through that folder while the vault is open and when it is locked,
and into the database after one person was erased, and prints what it found as JSON. What the worker asked for in
the open is in `papier`.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from spinnenweb.app import start
from spinnenweb.app.wiring import finish_start
from spinnenweb.domain.clock import Clock
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.exchange.conversations_csv import HEADER
from spinnenweb.security.kdf import KdfCost
from spinnenweb.services.environment import Environment
from spinnenweb.services.summaries import SummaryChoice
from spinnenweb.ui.entrance import Setup
from spinnenweb.ui.entrance.steps import KeyStep, PlaceStep
from spinnenweb.ui.entrance.unlock import UnlockView
from spinnenweb.ui.entrance.welcome import WelcomeView
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.pages.conversation.page import ConversationPage
from spinnenweb.ui.places import (
    AUDIT,
    COMPARISON,
    CONVERSATION,
    RELEASES,
    RESIDENT,
    RESIDENTS,
    SETTINGS,
    TODAY,
    Place,
)
from spinnenweb.ui.preferences import Preferences
from spinnenweb.ui.shell import Shell
from spinnenweb.ui.theme.look import apply_theme, load_theme
from tests.faults.planted import MARKS, PEOPLE, mark, words, write_about, write_on
from tests.faults.scan import held, hits
from tests.keys import CTRL, go_to, here, key, name_of, tick, write
from tests.unit.services.opened_pages import twin_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.workspace import Workspace

HOME = Path(os.environ["HOME"])
PAPER, STICK, FIRST = HOME / "papier", HOME / "stick", 0
PATIENCE_MS, STEP_MS = 20_000, 20
CSV_ROW = "{code};Beekdorp;1948;2026-03-31;direct;4;5;6;;5;{last};eenzaamheid;ja;{note}"


def until(seen: Callable[[], object]) -> None:
    """Let the window work until something is so; `RuntimeError` when it does not come."""
    for _ in range(PATIENCE_MS // STEP_MS):
        if seen():
            return
        QTest.qWait(STEP_MS)
    raise RuntimeError("the window did not get there")


@dataclass
class Afternoon:
    """The window of one worker."""

    shell: Shell
    environment: Environment
    password: str = ""

    @property
    def frame(self) -> Frame:
        view = self.shell.view
        if not isinstance(view, Frame):
            raise TypeError("the vault is not open")
        return view

    @property
    def workspace(self) -> Workspace:
        return self.frame.context.workspace

    def rest(self) -> None:
        until(lambda: not self.shell.jobs.busy)

    def go(self, place: Place) -> None:
        self.frame.open(place)
        self.rest()


def main() -> int:
    """The whole afternoon."""
    PAPER.mkdir()
    STICK.mkdir()
    afternoon = _begun()
    _first_start(afternoon)
    who = _talk_in_the_window(afternoon)
    people = _write(afternoon, who)
    _look_round(afternoon, people)
    _bring_out(afternoon.workspace, people)
    _bring_in(afternoon.workspace)
    planted = held(MARKS, twin_of(afternoon.workspace))
    secret = (*MARKS, afternoon.password)
    while_open, files = hits(HOME, secret, [PAPER]), [path.name for path in HOME.rglob("*")]
    _lock_and_fail(afternoon)
    locked = hits(HOME, secret, [PAPER])
    _unlock(afternoon, afternoon.password)
    afternoon.workspace.rights.erase(people[FIRST].id)
    left = held(MARKS, twin_of(afternoon.workspace))
    _break(afternoon)
    found = {"planted": planted, "open": while_open, "files": files, "locked": locked, "after_erasure": left}
    sys.stdout.write(json.dumps(found) + "\n")
    _end(afternoon)
    return 0


def _begun() -> Afternoon:
    app, resources, folders = start.application(), start.find_resources(), start.own_folders()
    apply_theme(app, load_theme(resources, "licht"))
    environment = Environment(resources, Clock(), KdfCost.for_tests(), "laptop")

    def after(report: Callable[[], None]) -> None:
        finish_start(folders.logs, report)

    setup = Setup(resources, folders.preferences, folders.data, HOME / "Spinnenweb", lambda: environment, after)
    shell = Shell(setup, Preferences(calm=True))
    shell.show()
    shell.activateWindow()
    return Afternoon(shell, environment)


def _first_start(afternoon: Afternoon) -> None:
    shell = afternoon.shell
    until(lambda: isinstance(shell.view, WelcomeView) and shell.view.choice.password())
    welcome = shell.view
    assert isinstance(welcome, WelcomeView)
    welcome.organisation.setText("Welzijn Beekdal")
    welcome.worker.setText("Sanne")
    welcome.village.setText("Beekdorp")
    afternoon.password = welcome.choice.password()
    welcome.choice.repeat.edit.setText(afternoon.password)
    until(lambda: welcome.begin_button.isEnabled())
    welcome.begin_button.click()
    until(lambda: isinstance(shell.view, KeyStep))
    assert isinstance(shell.view, KeyStep)
    shell.view.sheet.later_button.click()
    until(lambda: isinstance(shell.view, PlaceStep))
    assert isinstance(shell.view, PlaceStep)
    shell.view.later_button.click()
    until(lambda: isinstance(shell.view, Frame))


def _talk_in_the_window(afternoon: Afternoon) -> Resident:
    """A conversation with somebody new, typed."""
    afternoon.go(Place(CONVERSATION))
    afternoon.shell.activateWindow()
    until(lambda: QApplication.focusWidget() is not None and ", cijfer" in name_of(here()))
    write("7")
    tick("Meedoen, bespreken")
    go_to("Notitie bij Meedoen")
    write(words(FIRST, "axis_note"))
    tick("Contact met anderen")
    tick("Ja, graag")
    go_to("Eerste kleine stap: wat")
    write(words(FIRST, "step"))
    go_to("Roepnaam")
    write(words(FIRST, "former_name"))
    key(Qt.Key.Key_A, CTRL)
    key(Qt.Key.Key_C, CTRL)
    afternoon.rest()
    _finish(afternoon)
    (line,) = afternoon.workspace.residents.all()
    return line.resident


def _finish(afternoon: Afternoon) -> None:
    page = afternoon.frame.page
    assert isinstance(page, ConversationPage)
    key(Qt.Key.Key_Return, CTRL)
    until(lambda: page.ending is not None)
    key(Qt.Key.Key_Space)
    key(Qt.Key.Key_Tab)
    tick("Ja, dat is goed")
    tick("contact opnemen? Nee, liever niet")
    key(Qt.Key.Key_Return, CTRL)
    until(lambda: afternoon.frame.place.page == RESIDENT)
    afternoon.rest()


def _write(afternoon: Afternoon, who: Resident) -> list[Resident]:
    workspace, today = afternoon.workspace, afternoon.environment.clock.today()
    first = write_on(workspace, who, FIRST, today)
    return [first, *(write_about(workspace, person, today) for person in range(1, PEOPLE))]


def _look_round(afternoon: Afternoon, people: list[Resident]) -> None:
    """Every page there is, every person, and a search that is typed."""
    for page in (TODAY, RESIDENTS, RELEASES, SETTINGS, AUDIT):
        afternoon.go(Place(page))
    for resident in people:
        for page in (RESIDENT, COMPARISON, AUDIT):
            afternoon.go(Place(page, record=resident.id))
    for draft in afternoon.workspace.conversations.drafts():
        afternoon.go(Place(CONVERSATION, record=draft.id))
    box = afternoon.frame.bar.search
    box.setFocus()
    for person in range(PEOPLE):
        box.clear()
        QTest.keyClicks(box, mark(person, "note"))
        afternoon.rest()
    afternoon.go(Place(TODAY))


def _bring_out(workspace: Workspace, people: list[Resident]) -> None:
    """Papers, pictures, a calendar, figures and a backup; and one that cannot be written."""
    for number, resident in enumerate(people):
        talk = workspace.conversations.of(resident.id)[0]
        card = workspace.residents.get(resident.id)
        workspace.summaries.write(PAPER / f"{number}.pdf", card, talk, SummaryChoice())
        workspace.pictures.write_web_png(PAPER / f"{number}.png", card, talk)
        _refused(partial(workspace.summaries.write, HOME / "weg" / "x.pdf", card, talk, SummaryChoice()))
    workspace.agenda.write_calendar(PAPER / "agenda.ics")
    workspace.releases.make(ReleaseChoice(workspace.clock.today()), PAPER / "cijfers")
    workspace.backups.make(STICK)


def _bring_in(workspace: Workspace) -> None:
    """A file that is right and one that is not, with something about somebody in it."""
    for code, last, note in (("Q-1", "6", words(1, "note")), ("Q-2", "66", words(2, "note"))):
        source = PAPER / f"{code}.csv"
        source.write_text(f"{HEADER}\r\n{CSV_ROW.format(code=code, last=last, note=note)}\r\n", "utf-8")
        bring_in = partial(workspace.imports.import_csv, source)
        bring_in() if last == "6" else _refused(bring_in)


def _refused(work: Callable[[], object]) -> None:
    try:
        work()
    except SpinnenwebError:
        return
    raise RuntimeError("this should have been refused")


def _lock_and_fail(afternoon: Afternoon) -> None:
    afternoon.shell.lock()
    until(lambda: afternoon.shell.session is None and isinstance(afternoon.shell.view, UnlockView))
    view = afternoon.shell.view
    assert isinstance(view, UnlockView)
    view.password.setText(words(FIRST, "draft"))
    view.open_button.click()
    until(lambda: view.problem.isVisible())


def _unlock(afternoon: Afternoon, password: str) -> None:
    view = afternoon.shell.view
    assert isinstance(view, UnlockView)
    view.password.setText(password)
    view.open_button.click()
    until(lambda: isinstance(afternoon.shell.view, Frame))
    afternoon.rest()


def _break(afternoon: Afternoon) -> None:
    """A bug that has somebody's name in its text, and an error that was expected."""
    try:
        raise ValueError(words(1, "calling_name"))
    except ValueError as error:
        afternoon.shell._has_bug = True
        sys.excepthook(ValueError, error, error.__traceback__)
    QTest.qWait(STEP_MS)


def _end(afternoon: Afternoon) -> None:
    sys.stdout.flush()
    afternoon.shell.close()
    until(lambda: not afternoon.shell.isVisible())
    afternoon.shell.finish()


if __name__ == "__main__":
    raise SystemExit(main())
