from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.ui.models.residents_table import LAST, NAME, STEP, TALKS, ResidentsFilter, ResidentsModel
from spinnenweb.ui.pages.residents.page import ResidentsPage
from spinnenweb.ui.places import RESIDENT, RESIDENTS, Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QAbstractItemModel

    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]


class _Tester(Protocol):
    def check(self, model: QAbstractItemModel) -> None: ...


def _page(house: House) -> ResidentsPage:
    page = house.frame.page
    assert isinstance(page, ResidentsPage)
    return page


def _names(page: ResidentsPage) -> list[str]:
    return [str(page.shown.index(row, NAME).data()) for row in range(page.shown.rowCount())]


def _three(village: Village) -> None:
    village.talk(village.add("Roelof", "R-003"), date(2025, 12, 1), step="naar de wandelgroep")
    village.talk(village.add("Jannie", "R-021"), date(2026, 11, 5))
    village.add("", "R-014")


def test_that_the_model_keeps_the_rules_of_qt(village: Village, qtmodeltester: _Tester) -> None:
    _three(village)
    model = ResidentsModel("alleen bewaren")
    shown = ResidentsFilter(model)
    model.show_lines(village.workspace.residents.all(), date(2026, 11, 21))
    qtmodeltester.check(model)
    qtmodeltester.check(shown)


def test_that_an_empty_list_says_what_it_is_for(enter: Enter) -> None:
    house = enter(Place(RESIDENTS))
    assert "Hier komen de inwoners met wie je praat. Begin met een gesprek." in house.texts()
    assert not _page(house).view.table.isVisible()


def test_that_the_list_tells_when_we_spoke_and_what_comes_next(enter: Enter, village: Village) -> None:
    _three(village)
    page = _page(enter(Place(RESIDENTS)))
    assert _names(page) == ["Inwoner R-014", "Jannie", "Roelof"]
    row = page.shown.index(2, NAME).row()
    told = [page.shown.index(row, column).data() for column in (LAST, STEP, TALKS)]
    assert told == ["1 dec 2025", "naar de wandelgroep", "1"]
    assert page.view.header.sub.text() == "3 inwoners · 1 kern"


def test_that_dates_are_sorted_as_dates(enter: Enter, village: Village) -> None:
    _three(village)
    page = _page(enter(Place(RESIDENTS)))
    page.view.table.sortByColumn(LAST, Qt.SortOrder.DescendingOrder)
    assert _names(page) == ["Jannie", "Roelof", "Inwoner R-014"]


def test_that_typing_filters_on_name_code_and_village(enter: Enter, village: Village) -> None:
    _three(village)
    page = _page(enter(Place(RESIDENTS)))
    QTest.keyClicks(page.view.filter, "r-0 ESDOORN")
    assert len(_names(page)) == 3
    page.view.filter.setText("r-021")
    assert _names(page) == ["Jannie"]
    page.view.filter.setText("xyz")
    assert page.view.none.text() == 'Niets gevonden voor "xyz". Probeer een deel van de naam.'
    assert not page.view.table.isVisible()


def test_that_the_keyboard_goes_from_the_filter_into_the_list_and_opens_someone_once(
    enter: Enter, village: Village
) -> None:
    _three(village)
    house = enter(Place(RESIDENTS))
    page = _page(house)
    page.view.filter.setFocus()
    QTest.keyClick(page.view.filter, Qt.Key.Key_Down)
    assert page.view.table.hasFocus()
    QTest.keyClick(page.view.table, Qt.Key.Key_Down)
    QTest.keyClick(page.view.table, Qt.Key.Key_Return)
    jannie = village.workspace.residents.by_code("R-021")
    assert house.went == [Place(RESIDENT, record=jannie.id)]


def test_that_enter_in_the_filter_opens_the_first_that_is_left(enter: Enter, village: Village) -> None:
    _three(village)
    house = enter(Place(RESIDENTS))
    QTest.keyClicks(_page(house).view.filter, "roel")
    QTest.keyClick(_page(house).view.filter, Qt.Key.Key_Return)
    assert house.went == [Place(RESIDENT, record=village.workspace.residents.by_code("R-003").id)]


def test_that_the_chosen_one_stays_chosen_when_the_list_is_read_again(enter: Enter, village: Village) -> None:
    _three(village)
    house = enter(Place(RESIDENTS))
    page = _page(house)
    page.view.table.setCurrentIndex(page.shown.index(1, NAME))
    village.add("Aaltje", "R-030")
    house.open(Place(RESIDENTS))
    assert _names(page)[page.view.table.currentIndex().row()] == "Jannie"


def test_that_a_narrow_window_drops_columns_and_keeps_the_names(enter: Enter, village: Village) -> None:
    _three(village)
    page = _page(enter(Place(RESIDENTS), size=(700, 600)))
    assert page.view.table.isColumnHidden(TALKS)
    assert not page.view.table.isColumnHidden(NAME)


def test_that_a_new_card_can_be_begun_here(enter: Enter) -> None:
    house = enter(Place(RESIDENTS))
    _page(house).view.new.click()
    assert house.went == [Place(RESIDENT)]


def test_that_who_is_only_kept_carries_a_word_in_the_list_and_keeps_its_place(
    enter: Enter, village: Village
) -> None:
    _three(village)
    roelof = village.workspace.residents.by_code("R-003")
    village.workspace.rights.restrict(roelof.id)
    page = _page(enter(Place(RESIDENTS)))
    assert _names(page) == ["Inwoner R-014", "Jannie", "Roelof · alleen bewaren"]
    page.view.filter.setText("roelof")
    assert _names(page) == ["Roelof · alleen bewaren"]


def test_that_the_word_fits_beside_a_code_too(enter: Enter, village: Village) -> None:
    _three(village)
    village.workspace.rights.restrict(village.workspace.residents.by_code("R-014").id)
    page = _page(enter(Place(RESIDENTS)))
    assert _names(page)[0] == "R-014 · alleen bewaren"
    room = page.view.table.columnWidth(NAME)
    assert page.view.table.fontMetrics().horizontalAdvance(_names(page)[0]) < room
