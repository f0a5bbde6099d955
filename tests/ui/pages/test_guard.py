"""Words that point at somebody else do not leave the vault before the worker says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from spinnenweb.services.summaries import SummaryChoice
from spinnenweb.ui.dialogs.guard import GuardDialog
from spinnenweb.ui.dialogs.summary_parts import SummaryDialog
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.pages.today.page import TodayPage
from spinnenweb.ui.places import RESIDENT, TODAY, Place
from spinnenweb.ui.printing import for_a4
from spinnenweb.ui.widgets.marked_text import MarkedText
from tests.ui.pages.conftest import visible_texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]

LEFT = "Er is niets meegegeven. Pas de tekst aan, of laat dat deel weg."


def page_of(house: House, village: Village, step: str = "met Zeynep wandelen") -> ResidentPage:
    village.add("Zeynep", "R-022")
    jannie = village.add("Jannie", "R-021")
    village.talk(jannie, step=step, note="Bel 0600000000 of Zeynep")
    page = house.open(Place(RESIDENT, record=jannie.id))
    assert isinstance(page, ResidentPage)
    return page


def ask(house: House, page: ResidentPage, way: str, *, note: bool = False) -> GuardDialog | None:
    page.view.pdf.click()
    dialog = page.findChildren(SummaryDialog)[-1]
    dialog.parts.ticks["note"].setChecked(note)
    getattr(dialog.giving, way).click()
    house.settle()
    return open_dialog()


def open_dialog() -> GuardDialog | None:
    shown = (w for w in QApplication.topLevelWidgets() if isinstance(w, GuardDialog) and w.isVisible())
    return next(shown, None)


def paper(house: House, target: Path) -> Path:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    house.asker.paper = for_a4(printer)
    return target


@pytest.mark.parametrize("way", ["photo", "print", "pdf"])
def test_that_nothing_leaves_when_the_worker_wants_to_change_it(
    enter: Enter, village: Village, tmp_path: Path, way: str
) -> None:
    house = enter()
    page = page_of(house, village)
    house.asker.target, printed = tmp_path / "uit.pdf", paper(house, tmp_path / "papier.pdf")
    dialog = ask(house, page, way)
    assert dialog is not None
    dialog.not_now.click()
    house.settle()
    assert (page.giving.screen, house.asker.suggested, house.said) == (None, [], [LEFT])
    assert not (tmp_path / "uit.pdf").exists()
    assert not printed.exists()


@pytest.mark.parametrize("way", ["photo", "print", "pdf"])
def test_that_it_leaves_when_every_finding_may_go_along(
    enter: Enter, village: Village, tmp_path: Path, way: str
) -> None:
    house = enter()
    page = page_of(house, village)
    house.asker.target, printed = tmp_path / "uit.pdf", paper(house, tmp_path / "papier.pdf")
    dialog = ask(house, page, way)
    assert dialog is not None
    assert not dialog.keep.isEnabled()
    dialog.ticks[0].click()
    dialog.keep.click()
    house.settle()
    left = {"photo": page.giving.screen is not None, "print": printed.exists(), "pdf": house.asker.target.exists()}
    assert [name for name, done in left.items() if done] == [way]
    if page.giving.screen is not None:
        page.giving.screen.leave()
        house.settle()


def test_that_findings_are_shown_where_they_stand_and_each_once(enter: Enter, village: Village) -> None:
    house = enter()
    dialog = ask(house, page_of(house, village), "pdf", note=True)
    assert dialog is not None
    shown = [label.accessibleName() for label in dialog.findChildren(MarkedText)]
    assert shown == [
        "met Zeynep (naam) wandelen",
        "Bel 0600000000 (telefoonnummer) of Zeynep (naam)",
    ]
    ticks = [tick.accessibleName() for tick in dialog.ticks]
    assert ticks == ['de naam "Zeynep" mag mee', 'het telefoonnummer "0600000000" mag mee']
    said = visible_texts(dialog)
    assert {"De eerste stap", "Notitie"} <= set(said)
    dialog.reject()


def test_that_all_can_be_allowed_at_once_and_one_taken_back_stops_it(enter: Enter, village: Village) -> None:
    house = enter()
    dialog = ask(house, page_of(house, village), "pdf", note=True)
    assert dialog is not None
    dialog.all.click()
    assert dialog.keep.isEnabled()
    dialog.ticks[1].click()
    assert not dialog.keep.isEnabled()
    assert not dialog.all.isChecked()
    dialog.reject()


def test_that_the_own_name_asks_nothing(enter: Enter, village: Village, tmp_path: Path) -> None:
    house = enter()
    house.asker.target = tmp_path / "uit.pdf"
    assert ask(house, page_of(house, village, "Jannie gaat wandelen"), "pdf") is None
    assert house.asker.target.exists()


def test_that_a_number_like_a_bsn_comes_with_a_warning(enter: Enter, village: Village) -> None:
    house = enter()
    dialog = ask(house, page_of(house, village, "nummer 111222333"), "pdf")
    assert dialog is not None
    assert any("mag nooit mee" in text for text in visible_texts(dialog))
    dialog.reject()


def test_that_what_is_brought_along_is_checked_when_it_is_printed(
    enter: Enter, village: Village, tmp_path: Path
) -> None:
    house = enter()
    page_of(house, village)
    jannie = house.workspace.residents.by_code("R-021")
    talk = house.workspace.conversations.of(jannie.id)[0]
    house.workspace.bringing.promise(talk, SummaryChoice())
    printed = paper(house, tmp_path / "papier.pdf")
    today = house.open(Place(TODAY))
    assert isinstance(today, TodayPage)
    today.view.bring.print.click()
    house.settle()
    dialog = open_dialog()
    assert dialog is not None
    assert any(text == "Jannie: De eerste stap" for text in visible_texts(dialog))
    assert not printed.exists()
    dialog.all.setChecked(True)
    dialog.ticks[0].click()
    dialog.keep.click()
    house.settle()
    assert printed.exists()
