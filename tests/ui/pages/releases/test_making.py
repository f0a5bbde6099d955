from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.ui.pages.releases.earlier import LATEST
from spinnenweb.ui.pages.releases.reading import Making, free_folder
from spinnenweb.ui.places import RELEASES, Place
from spinnenweb.ui.session import is_there
from spinnenweb.ui.widgets.rows import RowButton
from tests.ui.pages.conftest import TODAY_IS
from tests.ui.pages.releases.conftest import shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton

    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.pages.releases.page import ReleasesPage
    from tests.ui.pages.conftest import House

    Enter = Callable[..., House]

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def make(house: House, place: Path) -> ReleasesPage:
    page = shown(house)
    house.asker.place = place
    click(page.view.make)
    house.settle()
    return page


def test_that_making_writes_a_new_folder_and_tells_where(enter: Enter, counted: Workspace, tmp_path: Path) -> None:
    house = enter()
    (tmp_path / "cijfers_2026-09").mkdir()
    page = make(house, tmp_path)
    made = {path.name for path in (tmp_path / "cijfers_2026-09_2").iterdir()}
    assert {"themas.csv", "dimensies.csv", "cijfers.xlsx", "manifest.json", "verantwoording.txt"} <= made
    assert page.view.made.isVisible()
    assert "Overzicht 1 is klaar." in page.view.made.text.text()
    assert f"In de map cijfers_2026-09_2 staan {len(made)} bestanden." in house.texts()
    assert list((tmp_path / "cijfers_2026-09").iterdir()) == []


def test_that_the_files_named_before_are_the_files_that_are_made(
    enter: Enter, counted: Workspace, tmp_path: Path
) -> None:
    house = enter()
    page = shown(house)
    assert "6 tabellen voor Excel (CSV) en 1 werkmap" in house.texts()
    assert page.view.files.title.text() == "Wordt gemaakt"
    make(house, tmp_path)
    assert len(list((tmp_path / "cijfers_2026-09").glob("*.csv"))) == 6


def test_that_what_was_made_is_offered_again_and_never_anew(
    enter: Enter, counted: Workspace, tmp_path: Path
) -> None:
    house = enter()
    page = make(house, tmp_path)
    assert page.view.files.again.isVisible()
    assert not page.view.make.isVisible()
    click(page.view.files.again)
    house.settle()
    first, second = tmp_path / "cijfers_2026-09", tmp_path / "cijfers_2026-09_2"
    assert {path.name: path.read_bytes() for path in first.iterdir()} == {
        path.name: path.read_bytes() for path in second.iterdir()
    }
    assert len(counted.releases.earlier()) == 1


def test_that_no_exact_number_and_no_reason_is_in_a_file(enter: Enter, counted: Workspace, tmp_path: Path) -> None:
    make(enter(), tmp_path)
    texts = [
        path.read_text("utf-8-sig") for path in (tmp_path / "cijfers_2026-09").iterdir() if path.suffix != ".xlsx"
    ]
    for words in ("Alleen voor jou", "tellen mee", "te weinig mensen. Dit cijfer"):
        assert not any(words in text for text in texts)


def test_that_an_earlier_release_is_a_row_that_opens_what_it_contained(
    enter: Enter, counted: Workspace, tmp_path: Path
) -> None:
    counted.releases.make(ReleaseChoice(SEPTEMBER), tmp_path / "een")
    counted.releases.make(ReleaseChoice(OCTOBER), tmp_path / "twee")
    house = enter()
    page = shown(house)
    page._choose(ReleaseChoice(TODAY_IS))
    house.settle()
    rows = page.view.earlier.rows.findChildren(RowButton)
    assert [row.accessibleName().partition(" ·")[0] for row in rows] == [
        "Overzicht 2, tot en met oktober 2026",
        "Overzicht 1, tot en met september 2026",
    ]
    rows[1].click()
    house.settle()
    assert house.went[-1] == Place(RELEASES, "1")
    assert page.view.header.title.text() == "Cijfers van Esdoornhoek, tot en met september 2026"
    assert page.view.header.sub.text() == "Overzicht 1 · gemaakt op 21 november 2026"
    assert [crumb.text for crumb in page.crumbs()] == ["Cijfers delen", "Overzicht 1"]
    assert "Kernen: Esdoornhoek" in house.texts()
    assert not page.view.make.isVisible()
    assert not page.view.private.isVisible()


def test_that_an_earlier_release_shows_the_figures_of_its_files(
    enter: Enter, counted: Workspace, tmp_path: Path
) -> None:
    counted.releases.make(ReleaseChoice(SEPTEMBER), tmp_path / "een")
    page = shown(enter(), 1)
    lines = (tmp_path / "een" / "themas.csv").read_text("utf-8-sig").splitlines()[1:]
    written = [line.split(";")[3] for line in lines if line.startswith("Esdoornhoek;totaal;")]
    told = [str(page.model.index(row, 1).data()) or "." for row in range(page.model.rowCount())]
    assert sorted(told) == sorted(written)


def test_that_the_files_of_an_earlier_release_come_out_the_same(
    enter: Enter, counted: Workspace, tmp_path: Path
) -> None:
    counted.releases.make(ReleaseChoice(SEPTEMBER), tmp_path / "een")
    house = enter()
    page = shown(house, 1)
    house.asker.place = tmp_path
    click(page.view.files.again)
    house.settle()
    first, second = tmp_path / "een", tmp_path / "cijfers_2026-09"
    assert {path.name: path.read_bytes() for path in first.iterdir()} == {
        path.name: path.read_bytes() for path in second.iterdir()
    }


def test_that_a_long_list_of_releases_begins_short(enter: Enter, counted: Workspace, tmp_path: Path) -> None:
    for month in range(1, LATEST + 3):
        counted.releases.make(ReleaseChoice(date(2027, month, 28)), tmp_path / str(month))
    house = enter()
    view = shown(house).view.earlier
    assert len(view.rows.findChildren(RowButton)) == LATEST
    # the newest one is what the page itself shows
    assert view.more.text() == f"Alle {LATEST + 1} overzichten"
    view.more.click()
    house.settle()
    assert len(view.rows.findChildren(RowButton)) == LATEST + 1
    assert not view.more.isVisible()


def test_that_a_repeated_figure_tells_its_month(enter: Enter, counted: Workspace, tmp_path: Path) -> None:
    counted.releases.make(ReleaseChoice(SEPTEMBER), tmp_path / "een")
    house = enter()
    page = shown(house)
    page._choose(ReleaseChoice(OCTOBER))
    house.settle()
    last = page.model.columnCount() - 1
    assert page.model.index(0, last).data() == "herhaald (september)"
    page.view.table.setCurrentIndex(page.model.index(0, 1))
    assert "Dit is het cijfer van september 2026." in page.view.reason.text()
    assert "vorig overzicht tot en met september" in page.view.header.sub.text()


def test_that_leaving_the_chooser_writes_nothing(enter: Enter, counted: Workspace, tmp_path: Path) -> None:
    house = enter()
    page = shown(house)
    click(page.view.make)
    house.settle()
    assert not list(tmp_path.glob("cijfers_*"))
    assert page.view.make.isEnabled()
    assert counted.releases.earlier() == ()


def test_that_a_place_that_is_gone_is_told_and_leaves_nothing(
    enter: Enter, counted: Workspace, tmp_path: Path
) -> None:
    house = enter()
    page = make(house, tmp_path / "weg")
    assert [getattr(error, "code", "") for error in house.failed] == ["target.missing"]
    assert page.view.make.isEnabled()
    assert not page.view.made.isVisible()
    assert counted.releases.earlier() == ()


def test_that_nothing_else_can_be_begun_while_files_are_made(
    enter: Enter, counted: Workspace, tmp_path: Path
) -> None:
    house = enter()
    page = shown(house)
    house.asker.place = tmp_path
    click(page.view.make)
    assert not page.view.make.isEnabled()
    assert not page.view.choose.isEnabled()
    house.settle()
    assert page.view.choose.isEnabled()


def test_that_stopping_makes_nothing(enter: Enter, counted: Workspace, tmp_path: Path) -> None:
    house = enter()
    page = shown(house)
    house.asker.place = tmp_path
    click(page.view.make)
    page.view.files.waiting.cancelled.emit()
    house.settle()
    assert house.said == ["Gestopt. Er is niets gemaakt."]
    assert not list(tmp_path.glob("cijfers_*"))
    assert counted.releases.earlier() == ()
    assert page.view.make.isEnabled()


def test_that_making_tells_how_far_it_is(enter: Enter, counted: Workspace, tmp_path: Path) -> None:
    house = enter()
    page = shown(house)
    making = Making(counted, ReleaseChoice(SEPTEMBER), 0, tmp_path / "cijfers", page)
    steps: list[tuple[int, int]] = []
    making.stepped.connect(lambda done, total: steps.append((done, total)))
    making.run()
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert all(done <= total for done, total in steps)
    assert len(steps) > 1


def test_that_a_stopped_making_raises_before_anything_is_written(
    enter: Enter, counted: Workspace, tmp_path: Path
) -> None:
    making = Making(counted, ReleaseChoice(SEPTEMBER), 0, tmp_path / "cijfers", shown(enter()))
    making.stop()
    with pytest.raises(SpinnenwebError, match=r"release\.cancelled"):
        making.run()
    assert not (tmp_path / "cijfers").exists()


def test_that_a_free_folder_is_one_that_does_not_exist(tmp_path: Path) -> None:
    assert free_folder(tmp_path, "2026-10").name == "cijfers_2026-10"
    (tmp_path / "cijfers_2026-10").write_text("")
    (tmp_path / "cijfers_2026-10_2").symlink_to(tmp_path / "nergens")
    assert free_folder(tmp_path, "2026-10").name == "cijfers_2026-10_3"


def test_that_the_manifest_holds_the_number_on_the_page(enter: Enter, counted: Workspace, tmp_path: Path) -> None:
    page = make(enter(), tmp_path)
    told = json.loads((tmp_path / "cijfers_2026-09" / "manifest.json").read_bytes())
    assert told["nummer"] == 1
    assert "dit is overzicht 1" in page.view.header.sub.text()


def test_that_after_the_lock_an_earlier_release_is_still_where_it_was(
    enter: Enter, counted: Workspace, tmp_path: Path
) -> None:
    counted.releases.make(ReleaseChoice(SEPTEMBER), tmp_path / "een")
    assert is_there(counted, Place(RELEASES, "1"))
    assert is_there(counted, Place(RELEASES))
    assert not is_there(counted, Place(RELEASES, "2"))


def test_that_a_release_that_is_not_there_is_told_in_its_place(enter: Enter, counted: Workspace) -> None:
    page = shown(enter(), 7)
    assert page.view.refused.isVisible()
    assert not page.view.card.isVisible()
