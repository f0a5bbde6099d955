"""One story through the real windows, from the first start to figures that may be shared."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from spinnenweb.domain.clock import Clock
from spinnenweb.domain.geometry import point_at
from spinnenweb.domain.residents import Consent, ConsentAnswer, Purpose
from spinnenweb.security.kdf import KdfCost
from spinnenweb.services.environment import Environment
from spinnenweb.ui.dialogs.release_choice import ReleaseChoiceDialog
from spinnenweb.ui.dialogs.summary_parts import SummaryDialog
from spinnenweb.ui.entrance import Setup
from spinnenweb.ui.entrance.steps import KeyStep, PlaceStep
from spinnenweb.ui.entrance.welcome import WelcomeView
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.pages.comparison.page import ComparisonPage
from spinnenweb.ui.pages.conversation.ending import EndingPanel
from spinnenweb.ui.pages.conversation.page import ConversationPage
from spinnenweb.ui.pages.releases.page import ReleasesPage
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.pages.today.page import TodayPage
from spinnenweb.ui.places import RELEASES, Place
from spinnenweb.ui.preferences import Preferences
from spinnenweb.ui.shell import Shell
from spinnenweb.ui.theme.look import apply_theme, load_theme
from tests.keys import CTRL, go_to, here, key, name_of, tick, write
from tests.open_bytes import files_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from pytestqt.qtbot import QtBot

    from spinnenweb.services.workspace import Workspace

NAME = "Wiebrigje"
NOTE = "Mist de klaverjasclub sinds de belbus stopte"
STEP = "Koffiedrinken in het trefpunt"
PATIENCE = 10_000
P = TypeVar("P", bound=QWidget)


@dataclass
class PaperPlaces:
    """The file chooser of the story: everything goes into one folder."""

    folder_: Path
    written: list[Path] = field(default_factory=list)

    def open_file(self, parent: QWidget, title: str, pattern: str) -> Path | None:
        return None

    def save_file(self, parent: QWidget, title: str, suggestion: str, pattern: str) -> Path | None:
        self.written.append(self.folder_ / suggestion)
        return self.written[-1]

    def folder(self, parent: QWidget, title: str) -> Path | None:
        return self.folder_

    def confirm(self, parent: QWidget, title: str, text: str, verb: str, stay: str) -> bool:
        return True

    def printer(self, parent: QWidget) -> QPrinter | None:
        return None


@dataclass
class Story:
    """The window of one worker, with a clock that can be set."""

    bot: QtBot
    shell: Shell
    asker: PaperPlaces
    days: list[int]

    def wait_for(self, kind: type[P]) -> P:
        self.bot.waitUntil(
            lambda: isinstance(self.shell.view, kind) and not self.shell.jobs.busy, timeout=PATIENCE
        )
        view = self.shell.view
        assert isinstance(view, kind)
        return view

    def page(self, kind: type[P]) -> P:
        """The page shown now, once it is of this kind and nothing runs."""
        self.rest(lambda: isinstance(self.wait_for(Frame).page, kind))
        page = self.wait_for(Frame).page
        assert isinstance(page, kind)
        return page

    def rest(self, also: Callable[[], bool] = lambda: True) -> None:
        self.bot.waitUntil(lambda: not self.shell.jobs.busy and also(), timeout=PATIENCE)

    def take_keyboard(self) -> None:
        """Make the window the active one, as a window manager would; there is none here."""
        self.shell.activateWindow()
        self.bot.waitUntil(self.shell.isActiveWindow)

    @property
    def workspace(self) -> Workspace:
        assert self.shell.session is not None
        return self.wait_for(Frame).context.workspace


@pytest.fixture
def story(qapp: QApplication, qtbot: QtBot, resources: Path, tmp_path: Path) -> Iterator[Story]:
    apply_theme(qapp, load_theme(resources, "licht"))
    days = [0]
    start = datetime(2026, 5, 19, 12, 5, tzinfo=UTC)
    environment = Environment(
        resources, Clock(lambda: start + timedelta(days=days[0])), KdfCost.for_tests(), "laptop"
    )
    asker = PaperPlaces(tmp_path / "papier")
    asker.folder_.mkdir()
    places = (tmp_path / "instellingen" / "voorkeuren.toml", tmp_path / "gegevens", tmp_path / "kluizen")
    setup = Setup(resources, *places, lambda: environment, lambda _: None, asker)
    shell = Shell(setup, Preferences(calm=True))
    with qtbot.waitActive(shell):
        shell.show()
        shell.activateWindow()
    yield Story(qtbot, shell, asker, days)
    shell.close()
    qtbot.waitUntil(lambda: not shell.isVisible(), timeout=PATIENCE)
    shell.finish()
    shell.deleteLater()


def test_that_the_main_job_is_done_from_first_start_to_shared_figures(story: Story, tmp_path: Path) -> None:
    make_vault(story)
    talk_by_keyboard(story)
    story.days[0] = 120
    talk_by_mouse(story)
    compare(story)
    take_summary(story)
    share_figures(story)
    story.shell.lock()
    story.rest(lambda: story.shell.session is None)
    planted = (NAME, NOTE, STEP)
    assert files_with(planted, tmp_path, except_for=story.asker.written) == []


def make_vault(story: Story) -> None:
    welcome = story.wait_for(WelcomeView)
    story.bot.waitUntil(lambda: bool(welcome.choice.password()))
    welcome.organisation.setText("Welzijn Beekdal")
    welcome.worker.setText("Sanne")
    welcome.village.setText("Beekdorp")
    welcome.choice.repeat.edit.setText(welcome.choice.password())
    welcome.begin_button.click()
    story.wait_for(KeyStep).sheet.later_button.click()
    story.wait_for(PlaceStep).later_button.click()
    story.page(TodayPage)


def talk_by_keyboard(story: Story) -> None:
    """With someone new, not once touching the mouse."""
    story.page(TodayPage)
    story.take_keyboard()
    QTest.keyClick(story.shell, Qt.Key.Key_Tab)
    go_to("Nieuw gesprek")
    key(Qt.Key.Key_Space)
    story.bot.waitUntil(asked_something)
    tick("Nieuwe inwoner")
    page = story.page(ConversationPage)
    story.take_keyboard()
    story.bot.waitUntil(lambda: has_keyboard() and ", cijfer" in name_of(here()))
    for label, mark in (("Lichaamsfuncties", "6"), ("Mentaal", "5"), ("Zingeving", "t"), ("Kwaliteit", "7")):
        go_to(label)
        go_to(", cijfer")
        write(mark)
        key(Qt.Key.Key_Tab)
    tick("Meedoen, bespreken")
    go_to("Notitie bij Meedoen")
    write(NOTE)
    tick("Dagelijks functioneren, zegt liever niet")
    tick("Contact met anderen")
    tick("Ja, graag")
    go_to("Eerste kleine stap: wat")
    write(STEP)
    go_to("Roepnaam")
    write(NAME)
    story.rest(lambda: len(story.workspace.conversations.drafts()) == 1)
    finish_by_keyboard(story, page)


def finish_by_keyboard(story: Story, page: ConversationPage) -> None:
    key(Qt.Key.Key_Return, CTRL)
    story.bot.waitUntil(lambda: page.ending is not None)
    key(Qt.Key.Key_Space)
    key(Qt.Key.Key_Tab)
    tick("Ja, dat is goed")
    tick("contact opnemen? Nee, liever niet")
    key(Qt.Key.Key_Return, CTRL)
    resident = story.page(ResidentPage)
    assert NAME in texts_of(resident)


def talk_by_mouse(story: Story) -> None:
    """The second talk, months later: every mark by pressing on the web."""
    story.page(ResidentPage).view.begin.click()
    page = story.page(ConversationPage)
    web = page.view.talk.web
    assert web is not None
    for index, mark in enumerate((8, 8, 6, 7, 9, 4)):
        place = web._placed().at(point_at(index, mark))
        QTest.mouseClick(web, Qt.MouseButton.LeftButton, pos=QPoint(round(place.x()), round(place.y())))
    assert list(web.values) == [8, 8, 6, 7, 9, 4]
    page.view.finish.click()
    ending = story.shell.findChild(EndingPanel)
    assert ending is not None
    ending.permissions.questions[Purpose.RECORD].answers.buttons[ConsentAnswer.YES].click()
    page.view.finish.click()
    story.page(ResidentPage)


def compare(story: Story) -> None:
    story.page(ResidentPage).view.compare.click()
    page = story.page(ComparisonPage)
    model = page.view.table.model()
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert [row[0] for row in rows][4].startswith("Meedoen")
    assert rows[0][1:3] == ["6", "8"]
    assert rows[0][3] == "ongeveer gelijk"
    assert rows[1][3] == "hoger"
    assert rows[4][1] == "niet ingevuld"


def take_summary(story: Story) -> None:
    story.wait_for(Frame).go_back()
    page = story.page(ResidentPage)
    page.view.pdf.click()
    dialog = story.shell.findChild(SummaryDialog)
    assert dialog is not None
    dialog.save.click()
    story.rest(lambda: bool(story.asker.written) and story.asker.written[0].exists())
    data = story.asker.written[0].read_bytes()
    text = "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(data)).pages)
    for wanted in ("16 september 2026", "Meedoen", "9", "geen test"):
        assert wanted in text
    assert NAME not in story.asker.written[0].name


def choose_today(story: Story, page: ReleasesPage) -> None:
    """The talks are of today, and the quarter that is proposed ended before."""
    story.rest(page.view.choose.isEnabled)
    page.view.choose.click()
    dialog = page.findChild(ReleaseChoiceDialog)
    assert dialog is not None
    story.rest(lambda: dialog.until.count() > 1)
    dialog.until.setCurrentIndex(0)
    dialog.keep.click()
    story.rest(page.view.make.isEnabled)


def share_figures(story: Story) -> None:
    """Nine more residents make ten; then there is one figure to share."""
    workspace = story.workspace
    known = workspace.residents.all()[0].resident
    talk = workspace.conversations.of(known.id)[0]
    with workspace.database.writing() as work:
        from dataclasses import replace

        known = replace(known, birth_year=1950)
        work.residents.update(known)
        for number in range(2, 11):
            card = replace(known, id=f"r{number}", code=f"R-{number:03d}", calling_name="")
            work.residents.add(card)
            work.conversations.add(replace(talk, id=f"c{number}", resident_id=card.id))
            moment = workspace.clock.now()
            work.consents.add(
                Consent(f"k{number}", card.id, Purpose.COUNT, ConsentAnswer.YES, workspace.clock.today(), moment)
            )
    story.wait_for(Frame).open(Place(RELEASES))
    page = story.page(ReleasesPage)
    choose_today(story, page)
    page.view.make.click()
    story.rest(lambda: any(story.asker.folder_.glob("cijfers_*/personen.csv")))
    (people,) = story.asker.folder_.glob("cijfers_*/personen.csv")
    table = people.read_text("utf-8-sig")
    assert "Beekdorp;totaal;10;5;nieuw;2026-" in table


def asked_something() -> bool:
    """Whether a question stands over the window and has the keyboard."""
    question = QApplication.activeModalWidget()
    return question is not None and has_keyboard() and here().window() is question


def has_keyboard() -> bool:
    return QApplication.focusWidget() is not None


def texts_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
