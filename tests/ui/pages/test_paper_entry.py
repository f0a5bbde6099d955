"""A paper form typed in by keyboard: under a minute, and nothing kept without a yes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea

from spinnenweb.domain.answers import NoMark, SetBy
from spinnenweb.domain.conversations import Matter, Source, Sureness, WantsChange
from spinnenweb.domain.instruments import ADULT, SIMPLE, Mode
from spinnenweb.domain.residents import ConsentAnswer, ConsentWay, Purpose
from spinnenweb.ui.dialogs.empty_form import EmptyFormDialog
from spinnenweb.ui.dialogs.new_talk import NewTalkDialog
from spinnenweb.ui.pages.conversation.paper_entry import PaperPage
from spinnenweb.ui.pages.conversation.paper_fields import KeyAnswers, MarkField
from spinnenweb.ui.places import CONVERSATION, PAPER, RESIDENT, TODAY, Place
from tests.keys import here, name_of
from tests.ui.pages.conftest import TODAY_IS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.domain.conversations import Conversation
    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]

MOST_KEYS = 150
"""At a quiet 2.5 keys a second this is a minute, reading the paper included."""


@dataclass
class Hand:
    """Types, and counts."""

    house: House
    keys: int = 0

    @property
    def page(self) -> PaperPage:
        page = self.house.frame.page
        assert isinstance(page, PaperPage)
        return page

    def type(self, text: str) -> None:
        for sign in text:
            QTest.keyClicks(here(), sign)
            self.keys += 1

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(here(), key, modifier)
        self.keys += 1

    def on(self, text: str = "") -> None:
        """Fill a line and go on."""
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def keep(self) -> None:
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.house.settle()
        # the shortcut shows its button pressed for a moment
        self.house.bot.wait(150)
        self.house.settle()


@pytest.fixture
def hand(enter: Enter) -> Hand:
    return Hand(enter(Place(PAPER)))


def _only_talk(house: House) -> Conversation:
    (line,) = house.workspace.residents.all()
    (talk,) = house.workspace.conversations.of(line.resident.id)
    return talk


def test_that_a_whole_paper_is_typed_in_within_a_minute(hand: Hand) -> None:
    hand.on("1811")
    hand.on("R-044")
    hand.type("65b78w10")
    hand.on("md3 LF4")
    hand.on("De kaartclub")
    hand.on()
    hand.on()
    hand.on("Fietsen maken")
    hand.type("j")
    hand.on("De belbus bellen")
    hand.on("dinsdag")
    hand.on("buurvrouw")
    hand.type("m")
    hand.on("512")
    hand.on()
    assert hand.page.view.again_row.error
    hand.page.view.again.clear()
    hand.page.view.again.setFocus()
    hand.on("0512")
    hand.type("jjn")
    hand.type("ad")
    hand.press(Qt.Key.Key_Return)
    hand.on("Hij belt zelf")
    hand.keep()
    assert hand.keys <= MOST_KEYS
    talk = _only_talk(hand.house)
    assert talk.held_on == date(2026, 11, 18)
    assert [entry.answer.mark for entry in talk.dimensions] == [6, 5, 7, 8, None, 10]
    assert {entry.answer.set_by for entry in talk.dimensions if entry.answer.given} == {SetBy.RESIDENT}
    assert talk.entry("MD").answer.no_mark is NoMark.UNKNOWN
    assert talk.topics == ("ZG", "LF4", "MD3")
    assert talk.matters == (Matter(words="De kaartclub"),)
    assert talk.gift == "Fietsen maken"
    assert talk.wants_change is WantsChange.YES
    assert (talk.step.what, talk.step.when, talk.step.with_whom) == ("De belbus bellen", "dinsdag", "buurvrouw")
    assert talk.step.sure is Sureness.MAYBE
    assert talk.return_on == date(2026, 12, 5)
    assert talk.themes == ("eenzaamheid", "sociale-contacten")
    assert talk.note == "Hij belt zelf"
    assert (talk.source, talk.mode, talk.instrument) == (Source.PAPER, Mode.DIRECT, ADULT)
    consents = hand.house.workspace.residents.consents(talk.resident_id)
    assert {said.purpose: said.answer for said in consents} == {
        Purpose.RECORD: ConsentAnswer.YES,
        Purpose.COUNT: ConsentAnswer.YES,
        Purpose.CONTACT: ConsentAnswer.NO,
    }
    assert {said.way for said in consents} == {ConsentWay.CARD}


def test_that_only_marks_and_a_yes_take_a_few_seconds(hand: Hand) -> None:
    hand.on()
    hand.on()
    hand.type("657746")
    hand.page.view.permissions[Purpose.RECORD].setFocus()
    hand.type("j")
    hand.keep()
    assert hand.keys <= 12
    talk = _only_talk(hand.house)
    assert [entry.answer.mark for entry in talk.dimensions] == [6, 5, 7, 7, 4, 6]
    assert talk.held_on == TODAY_IS


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("10", [10, None]),
        ("t", [10, None]),
        ("17", [1, 7]),
        ("1t", [1, 10]),
        ("00", [0, 0]),
        ("99", [9, 9]),
    ],
)
def test_that_a_one_waits_for_a_zero(hand: Hand, typed: str, marks: list[int | None]) -> None:
    hand.page.view.marks["LF"].setFocus()
    hand.type(typed)
    assert hand.page.draft is not None
    found = [entry.answer.mark for entry in hand.page.draft.conversation.dimensions[:2]]
    assert found == marks


def test_that_a_one_can_be_followed_by_a_nought(hand: Hand) -> None:
    hand.page.view.marks["LF"].setFocus()
    hand.type("1")
    hand.press(Qt.Key.Key_Return)
    hand.type("0")
    assert hand.page.draft is not None
    assert [entry.answer.mark for entry in hand.page.draft.conversation.dimensions[:2]] == [1, 0]


def test_that_a_mark_and_a_box_can_be_taken_back(hand: Hand) -> None:
    field = hand.page.view.marks["LF"]
    field.setFocus()
    hand.type("b")
    assert name_of(field) == "Lichaamsfuncties, geen cijfer, bespreken"
    hand.type("b7")
    assert name_of(field) == "Lichaamsfuncties, 7"
    field.setFocus()
    hand.press(Qt.Key.Key_Delete)
    assert name_of(field) == "Lichaamsfuncties, geen cijfer"
    hand.type("w")
    assert name_of(field) == "Lichaamsfuncties, geen cijfer, weet niet"


def test_that_the_code_tells_who_it_is(enter: Enter, village: Village) -> None:
    jannie = village.add("Jannie", "R-021")
    hand = Hand(enter(Place(PAPER)))
    hand.on()
    hand.on(" r-021 ")
    assert "Dit is Jannie." in hand.house.texts()
    assert hand.page.draft is not None
    assert hand.page.draft.resident == jannie
    hand.type("6")
    hand.page.view.permissions[Purpose.RECORD].setFocus()
    hand.type("j")
    hand.keep()
    assert _only_talk(hand.house).resident_id == jannie.id


def test_that_a_code_that_is_nobody_s_makes_a_new_resident(hand: Hand) -> None:
    hand.on()
    hand.on("K-7")
    assert "Er komt een nieuwe inwoner bij." in hand.house.texts()


def test_that_nothing_is_kept_without_an_answer_on_the_paper(hand: Hand) -> None:
    hand.page.view.marks["LF"].setFocus()
    hand.type("6")
    hand.keep()
    assert hand.house.workspace.residents.all() == ()
    assert "Vul eerst in of bewaren mag." in hand.house.texts()
    assert here() is hand.page.view.permissions[Purpose.RECORD]


def test_that_a_no_on_the_paper_erases_what_was_typed(hand: Hand) -> None:
    hand.page.view.marks["LF"].setFocus()
    hand.type("6")
    hand.page.leave()
    hand.house.settle()
    assert len(hand.house.workspace.conversations.drafts()) == 1
    hand.page.view.permissions[Purpose.RECORD].setFocus()
    hand.type("n")
    assert hand.page.view.finish.text() == "Niets bewaren"
    hand.keep()
    assert hand.house.workspace.residents.all() == ()
    assert hand.house.workspace.conversations.drafts() == ()
    assert hand.house.said[-1] == "Er is niets bewaard."


def test_that_what_was_typed_is_a_draft_from_the_first_key_on(hand: Hand) -> None:
    hand.page.view.marks["LF"].setFocus()
    hand.type("6")
    hand.house.frame.open(Place(TODAY))
    hand.house.settle()
    (draft,) = hand.house.workspace.conversations.drafts()
    assert draft.conversation.entry("LF").answer.mark == 6
    assert draft.conversation.source is Source.PAPER
    hand.house.open(Place(CONVERSATION, record=draft.id))
    assert "Lichaamsfuncties, cijfer 6" in hand.house.texts()


def test_that_the_next_paper_begins_empty_on_the_same_day(hand: Hand) -> None:
    hand.on("1811")
    hand.on("R-1")
    hand.type("6")
    hand.page.view.permissions[Purpose.RECORD].setFocus()
    hand.type("j")
    hand.keep()
    view = hand.page.view
    assert here() is view.code
    assert (view.date.text(), view.code.text()) == ("18-11-2026", "")
    assert not any(field.text() for field in view.matters)
    assert hand.page.draft is not None
    assert not hand.page.draft.conversation.has_marks()
    assert not view.permissions[Purpose.RECORD].values


@pytest.mark.parametrize("wrong", ["2211", "morgen", "31-2"])
def test_that_a_day_that_cannot_be_is_not_taken(hand: Hand, wrong: str) -> None:
    hand.on(wrong)
    if wrong == "2211":
        # without a year this is a year ago
        assert hand.page.view.date.text() == "22-11-2025"
        return
    assert hand.page.view.date_row.error
    hand.keep()
    assert here() is hand.page.view.date


def test_that_a_code_that_is_not_on_the_paper_is_not_taken(hand: Hand) -> None:
    hand.page.view.aspects.setFocus()
    hand.on("MD3 XX9 LF6")
    assert hand.page.view.aspects_row.error == "Deze code staat niet op het papier: XX9, LF6"
    assert "Samen leuke dingen doen" in hand.page.view.named.text()


def test_that_the_simple_form_is_kept_as_such(hand: Hand) -> None:
    view = hand.page.view
    view.instrument.setCurrentIndex(1)
    view.instrument.activated.emit(1)
    hand.house.settle()
    assert not view.aspects.isVisible()
    view.marks["LF"].setFocus()
    hand.type("6")
    assert hand.page.draft is not None
    assert hand.page.draft.conversation.instrument == SIMPLE
    assert not view.instrument.isEnabled()


def test_that_at_most_three_matters_and_five_themes_are_taken(hand: Hand) -> None:
    hand.page.view.themes.setFocus()
    hand.type("abcdefg")
    assert hand.page.draft is not None
    assert len(hand.page.draft.conversation.themes) == 5
    assert len(hand.page.view.matters) == 3


def test_that_tab_follows_the_paper_and_every_stop_has_a_name(hand: Hand) -> None:
    stops = [stop for stop in hand.page.view.stops() if stop.isEnabled()]
    stops[0].setFocus()
    visited = [here()]
    for _ in stops[1:]:
        QTest.keyClick(here(), Qt.Key.Key_Tab)
        visited.append(here())
    assert visited == stops
    assert [stop for stop in stops if not name_of(stop)] == []
    assert [
        stop for stop in stops if isinstance(stop, MarkField | KeyAnswers) and not stop.accessibleDescription()
    ] == []


def test_that_a_finger_can_tick_what_has_a_key(hand: Hand) -> None:
    view = hand.page.view
    view.themes.chips["rouw"].click()
    view.marks["KL"].topic.click()
    view.marks["KL"].none.click()
    assert hand.page.draft is not None
    talk = hand.page.draft.conversation
    assert talk.themes == ("rouw",)
    assert talk.entry("KL").topic
    assert talk.entry("KL").answer.no_mark is NoMark.UNKNOWN


@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
def test_that_nothing_is_cut_off_in_large_letters(enter: Enter, size: tuple[int, int]) -> None:
    house = enter(Place(PAPER), size=size, scale=2.0)
    page = house.frame.page
    assert isinstance(page, PaperPage)
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    assert scroll.horizontalScrollBar().maximum() == 0
    for field in (*page.view.marks.values(), *page.view.permissions.values(), page.view.themes):
        assert field.height() >= field.heightForWidth(field.width())
        assert all(field.rect().contains(child.geometry()) for child in field.findChildren(QPushButton))
    assert all(line.width() > 100 for line in page.findChildren(QLineEdit) if line.isVisible())


# --- from the dialog of a new talk


def test_that_the_paper_is_reached_from_a_new_talk(enter: Enter) -> None:
    house = enter()
    _dialog(house).paper.click()
    house.settle()
    assert house.went == [Place(PAPER)]
    assert isinstance(house.frame.page, PaperPage)


def _dialog(house: House) -> NewTalkDialog:
    page = house.frame.page
    assert page is not None
    page.view.begin.click()  # type: ignore[attr-defined]  # the page of today
    house.settle()
    (dialog,) = page.findChildren(NewTalkDialog)
    return dialog


def _empty_form(house: House) -> EmptyFormDialog:
    _dialog(house).empty_form.click()
    house.settle()
    page = house.frame.page
    assert page is not None
    (dialog,) = page.findChildren(EmptyFormDialog)
    return dialog


def test_that_an_empty_form_is_kept_as_a_file_without_anyone_s_name(enter: Enter, tmp_path: Path) -> None:
    house = enter()
    dialog = _empty_form(house)
    house.asker.target = tmp_path / "formulier.pdf"
    dialog.instrument.setCurrentIndex(2)
    dialog.level.setCurrentIndex(1)
    dialog.save.click()
    house.settle()
    assert house.asker.suggested == ["formulier_eenvoudig_nl_eenvoudig.pdf"]
    assert house.asker.target.read_bytes().startswith(b"%PDF")
    assert house.said == ["Het lege formulier is bewaard. Er staat niets over iemand in."]


def test_that_only_languages_that_are_on_are_offered(enter: Enter) -> None:
    house = enter()
    house.workspace.settings.save(replace(house.workspace.settings.get(), languages=("ar",)))
    dialog = _empty_form(house)
    offered = {dialog.language.itemData(row) for row in range(dialog.language.count())}
    assert offered == set(house.workspace.languages.switched_on()) >= {"nl", "ar"}


# --- what waits to be brought


def test_that_what_waits_stands_on_today_and_prints_in_one_go(
    enter: Enter, village: Village, tmp_path: Path
) -> None:
    from PySide6.QtPrintSupport import QPrinter

    from spinnenweb.services.summaries import SummaryChoice
    from spinnenweb.ui.pages.today.page import TodayPage
    from spinnenweb.ui.printing import for_a4

    for name, code in (("Jannie", "R-021"), ("Geesje", "R-002")):
        village.workspace.bringing.promise(village.talk(village.add(name, code)), SummaryChoice())
    house = enter()
    page = house.frame.page
    assert isinstance(page, TodayPage)
    assert "2 samenvattingen, van Jannie, Geesje" in page.view.bring.waiting.text()
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "alles.pdf"))
    house.asker.paper = for_a4(printer)
    page.view.bring.print.click()
    house.bot.waitUntil(lambda: house.said == ["Het is naar de printer."], timeout=20_000)
    house.settle()
    # printed is not yet brought
    assert page.view.bring.isVisible()
    for line in house.workspace.bringing.waiting():
        house.workspace.agenda.done(line.follow_up.id, TODAY_IS)
    page.view.bring.refresh()
    house.settle()
    assert not page.view.bring.isVisible()


def test_that_the_resident_s_page_gives_the_same_four_ways(enter: Enter, village: Village) -> None:
    from spinnenweb.ui.dialogs.summary_parts import SummaryDialog
    from spinnenweb.ui.pages.resident.page import ResidentPage

    jannie = village.add("Jannie", "R-021")
    village.talk(jannie, step="de belbus bellen")
    house = enter(Place(RESIDENT, record=jannie.id))
    page = house.frame.page
    assert isinstance(page, ResidentPage)
    for way in ("photo", "bring"):
        page.view.pdf.click()
        dialog = page.findChildren(SummaryDialog)[-1]
        getattr(dialog.giving, way).click()
        house.settle()
        if way == "photo":
            assert page.giving.screen is not None
            assert "Jannie" not in page.giving.screen.accessibleName()
            page.giving.screen.leave()
            house.settle()
    assert [line.resident for line in house.workspace.bringing.waiting()] == [jannie]
    assert house.said == ["Het staat op Vandaag. Daar druk je alles in één keer af."]
