"""What to know and do when the laptop is gone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QAbstractScrollArea

from spinnenweb.domain.breach import report_before
from spinnenweb.ui.pages.lost.page import LostPage
from spinnenweb.ui.places import LOST, VISIT, Place
from tests.ui.pages.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]


def page_of(house: House) -> LostPage:
    page = house.open(Place(LOST))
    assert isinstance(page, LostPage)
    return page


def test_that_it_says_how_much_was_on_it_and_names_nobody(enter: Enter, village: Village) -> None:
    for number, name in enumerate(("Jannie", "Hendrik"), 21):
        village.talk(village.add(name, f"R-{number}"))
    house = enter()
    page_of(house)
    said = house.texts()
    assert "Inwoners: 2. Afgeronde gesprekken: 2." in said
    assert "je wachtwoord, je noodsleutel op papier" in said
    assert "na 5 minuten stilte" in said
    assert "autoriteitpersoonsgegevens.nl" in said
    assert "Jannie" not in said
    assert "R-21" not in said


def test_that_the_clock_runs_72_hours_from_the_discovery(enter: Enter) -> None:
    house = enter()
    page = page_of(house)
    assert page.view.left.text() == "Nog 72 uur."
    found = NOW - timedelta(hours=30)
    page.view.found.setDateTime(QDateTime.fromSecsSinceEpoch(int(found.timestamp())))
    assert page.view.left.text() == "Nog 42 uur."
    page.view.found.setDateTime(QDateTime.fromSecsSinceEpoch(int((NOW - timedelta(hours=80)).timestamp())))
    assert "Die tijd is voorbij." in page.view.left.text()


def test_that_72_hours_are_72_hours_when_the_clock_changes() -> None:
    amsterdam = ZoneInfo("Europe/Amsterdam")
    found = datetime(2026, 10, 24, 12, tzinfo=amsterdam)
    assert report_before(found).astimezone(amsterdam).hour == 11
    with pytest.raises(ValueError, match="time zone"):
        report_before(datetime(2026, 10, 24, 12, tzinfo=UTC).replace(tzinfo=None))


def test_that_the_sheet_can_be_kept_on_paper_and_names_nobody(
    enter: Enter, village: Village, tmp_path: Path
) -> None:
    village.talk(village.add("Jannie", "R-021"))
    house = enter()
    house.asker.target = tmp_path / "blad.pdf"
    page = page_of(house)
    page.view.pdf.click()
    house.settle()
    pdf = PdfReader(BytesIO(house.asker.target.read_bytes()))
    text = " ".join(" ".join(sheet.extract_text() for sheet in pdf.pages).split())
    assert "Inwoners: 1." in text
    assert "72 uur later is het" in text
    assert "Jannie" not in text
    assert len(pdf.pages) <= 2
    assert house.asker.suggested == ["laptop-kwijt.pdf"]


def test_that_a_visit_does_not_lead_there(enter: Enter) -> None:
    house = enter(Place(VISIT), visit=True)
    house.open(Place(LOST))
    assert house.frame.place == Place(VISIT)


@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 2.0), ((683, 384), 1.0)])
def test_that_the_page_scrolls_downwards_only(enter: Enter, size: tuple[int, int], scale: float) -> None:
    house = enter(size=size, scale=scale)
    page = page_of(house)
    sideways = [a for a in page.findChildren(QAbstractScrollArea) if a.horizontalScrollBar().maximum() > 0]
    assert sideways == []
