from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from spinnenweb.domain.releases import RowStatus
from spinnenweb.domain.wording import Wording
from spinnenweb.ui.models.release_table import (
    HIDDEN_ROLE,
    OLDER_ROLE,
    STATUS_ROLE,
    ReleaseModel,
    age_spoken,
    figure_text,
    in_screen_order,
    said_month,
    shown_table,
)
from tests.ui.pages.releases.figures import JUNE, few, preview_of, row

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from spinnenweb.domain.releases import ReleaseRow

ALOUD = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def words(resources: Path) -> Wording:
    return Wording.read(resources / "texts" / "nl" / "werker.toml")


@pytest.fixture
def model(qapp: QApplication, words: Wording) -> ReleaseModel:
    return ReleaseModel(words)


def show(model: ReleaseModel, words: Wording, *rows: ReleaseRow) -> ReleaseModel:
    preview = preview_of(*rows, hidden=tuple(few(r.item, r.age_group, r.table) for r in rows if r.value is None))
    model.show_table(shown_table(preview, rows[0].table, "Ruinerdal", words))
    return model


def line(model: ReleaseModel, place: int) -> list[str]:
    return [str(model.index(place, column).data()) for column in range(model.columnCount())]


def test_that_a_line_holds_the_figure_of_every_age_group(model: ReleaseModel, words: Wording) -> None:
    show(model, words, row("mantelzorg", "30"), row("mantelzorg", None, "18-64"), row("mantelzorg", "20", "65+"))
    assert [model.head(column) for column in range(5)] == ["Thema", "Iedereen", "18–64", "65+", "Stand"]
    assert line(model, 0) == ["Mantelzorg", "30", "", "20", "nieuw"]
    assert [model.index(0, column).data(HIDDEN_ROLE) for column in (1, 2, 3)] == [False, True, False]


def test_that_a_figure_is_read_aloud_with_what_it_is_about(model: ReleaseModel, words: Wording) -> None:
    show(model, words, row("mantelzorg", "30"), row("mantelzorg", None, "18-64"), row("mantelzorg", "20", "65+"))
    aloud = [model.index(0, column).data(ALOUD) for column in range(5)]
    assert aloud == [
        "Mantelzorg",
        "Mantelzorg, iedereen: 30",
        "Mantelzorg, 18 tot 64: afgeschermd",
        "Mantelzorg, 65 en ouder: 20",
        "Mantelzorg, Stand: nieuw",
    ]


def test_that_a_repeated_line_names_the_month_it_is_of(model: ReleaseModel, words: Wording) -> None:
    show(model, words, row("rouw", "20", snapshot=JUNE), row("schulden", None, snapshot=JUNE))
    assert line(model, 0)[-1] == "herhaald (juni)"
    assert line(model, 1)[-1] == "afgeschermd"
    assert model.index(0, 2).data(STATUS_ROLE) == RowStatus.REPEATED


def test_that_a_month_of_another_year_is_named_with_its_year() -> None:
    assert said_month("2025-12", "2026-03") == "december 2025"
    assert said_month("2026-01", "2026-03") == "januari"


def test_that_a_figure_older_than_its_line_is_marked_in_sight_and_aloud(
    model: ReleaseModel, words: Wording
) -> None:
    show(model, words, row("rouw", "40"), row("rouw", "20", "18-64", JUNE), row("rouw", "20", "65+"))
    assert [model.index(0, column).data(OLDER_ROLE) for column in (1, 2, 3)] == [False, True, False]
    assert model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole) == "herhaald (juni)"
    assert model.index(0, 2).data(ALOUD) == "Verlies en rouw, 18 tot 64: 20, herhaald (juni)"


def test_that_the_largest_comes_first_and_hidden_figures_keep_their_order(
    model: ReleaseModel, words: Wording
) -> None:
    show(model, words, row("taal", None), row("rouw", "20"), row("schulden", None), row("eenzaamheid", "60"))
    labels = [model.label(place) for place in range(4)]
    assert labels == ["Eenzaamheid", "Verlies en rouw", "Taal en lezen", "Geld en schulden"]


def test_that_means_stand_last_and_themes_first() -> None:
    files = ("personen", "themas", "onderwerpen", "signalen", "opvolging", "klassen", "verandering", "dimensies")
    order = in_screen_order(files)
    assert order[:2] == ("themas", "onderwerpen")
    assert order[-1] == "dimensies"
    assert set(order) == set(files)


def test_that_persons_are_a_line_for_each_age_group(model: ReleaseModel, words: Wording) -> None:
    show(model, words, row("", "150", table="personen"), row("", "70", "18-64", table="personen"))
    assert [line(model, place) for place in range(2)] == [["Iedereen", "150", "nieuw"], ["18–64", "70", "nieuw"]]
    assert model.index(1, 1).data(ALOUD) == "18 tot 64: 70"


def test_that_classes_of_marks_stand_beside_each_other(model: ReleaseModel, words: Wording) -> None:
    classes = (("LF:0-4", "20"), ("LF:5-6", "35"), ("LF:7-10", "60"))
    show(model, words, *(row(item, value, table="klassen") for item, value in classes))
    assert [model.head(column) for column in range(1, 4)] == ["0–4", "5–6", "7–10"]
    assert line(model, 0) == ["Lichaamsfuncties", "20", "35", "60", "nieuw"]
    assert model.index(0, 1).data(ALOUD) == "Lichaamsfuncties, cijfer 0 tot en met 4: 20"


def test_that_a_change_carries_its_sign(model: ReleaseModel, words: Wording) -> None:
    rows = (row("LF", "0.4", table="verandering", step="0.4"), row("MW", "-0.8", table="verandering", step="0.4"))
    show(model, words, *rows)
    assert [line(model, place)[1] for place in range(2)] == ["+0,4", "−0,8"]


@pytest.mark.parametrize(
    ("value", "step", "text"), [("30", "5", "30"), ("6", "0.5", "6,0"), ("6.3", "0.15", "6,30")]
)
def test_that_a_figure_has_the_decimals_of_its_step(value: str, step: str, text: str) -> None:
    shown = row("LF", value, table="dimensies", step=step)
    assert figure_text(shown.value, shown.step) == text


def test_that_a_code_without_words_stays_a_code(model: ReleaseModel, words: Wording) -> None:
    assert show(model, words, row("nieuw-thema-van-hier", "20")).label(0) == "nieuw-thema-van-hier"


def test_that_ages_are_said_as_words() -> None:
    assert [age_spoken(group) for group in ("totaal", "18-44", "80+")] == ["iedereen", "18 tot 44", "80 en ouder"]


def test_that_a_hidden_figure_knows_why(model: ReleaseModel, words: Wording) -> None:
    show(model, words, row("rouw", "20"), row("rouw", None, "18-64"))
    cell = model.cell(model.index(0, 2))
    assert cell is not None
    assert cell.hidden == few("rouw", "18-64")
    assert model.about(model.index(0, 2)) == "Verlies en rouw, 18–64"
