from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from spinnenweb.domain.releases import RowStatus
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.ui.models.release_table import HIDDEN_ROLE, STATUS_ROLE
from spinnenweb.ui.places import RELEASES, Place
from tests.ui.pages.releases.conftest import figure, go_to, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.services.workspace import Workspace
    from tests.ui.pages.conftest import House

    Enter = Callable[..., House]


def test_that_the_page_shows_the_last_whole_quarter_with_rounded_figures(enter: Enter, counted: Workspace) -> None:
    house = enter()
    page = shown(house)
    assert page.view.header.title.text() == "Cijfers van Esdoornhoek, tot en met september 2026"
    assert "Alleen voor jou: 30 inwoners tellen mee · dit wordt het eerste overzicht" in house.texts()
    assert page.view.tabs.table == "themas"
    assert figure(page, "Verlies en rouw").data() in ("10", "15")
    assert figure(page, "Geld en schulden").data(HIDDEN_ROLE)


def test_that_the_figures_on_the_page_are_those_of_the_service(enter: Enter, counted: Workspace) -> None:
    house = enter()
    page = shown(house)
    assert page.look is not None
    preview = counted.releases.preview(page.look.choice)
    rows = [row for row in preview.tables["themas"] if row.village == "Esdoornhoek"]
    told = {page.model.label(place): page.model.index(place, 1).data() for place in range(len(rows))}
    words = {row.item: house.context.words.say(f"theme.{row.item}") for row in rows}
    assert told == {words[row.item]: "" if row.value is None else str(int(row.value)) for row in rows}


def test_that_the_check_is_told_in_plain_words_with_its_time(enter: Enter, counted: Workspace) -> None:
    house = enter()
    shown(house)
    texts = house.texts()
    for text in (
        "Controle geslaagd",
        "Elk cijfer gaat over minstens tien mensen.",
        "Ook met alle eerdere overzichten ernaast is het antwoord van één persoon niet uit te rekenen.",
        "Een groep verandert niet, of met minstens vijf mensen tegelijk.",
        "Er staan geen namen, teksten of dagen in.",
        "Gecontroleerd in ",
    ):
        assert text in texts


def test_that_a_status_is_explained_on_request(enter: Enter, counted: Workspace) -> None:
    house = enter()
    page = shown(house)
    assert "Bij minstens vijf mensen is iets veranderd." not in house.texts()
    page.view.check.how.click()
    assert "Bij minstens vijf mensen is iets veranderd." in house.texts()
    page.view.check.how.click()
    assert "Bij minstens vijf mensen is iets veranderd." not in house.texts()


def test_that_a_chosen_hidden_figure_tells_its_reason_to_the_worker(enter: Enter, counted: Workspace) -> None:
    page = shown(enter())
    table = page.view.table
    table.setFocus()
    table.setCurrentIndex(figure(page, "Geld en schulden"))
    assert "Alleen voor jou · Geld en schulden:" in page.view.reason.text()
    assert "Het gaat om te weinig mensen." in page.view.reason.text()
    assert page.view.foot.property("role") == "note"
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert "afgerond op vijf" in page.view.reason.text()
    assert page.view.foot.property("role") != "note"


def test_that_hidden_figures_are_reached_with_the_arrows(enter: Enter, counted: Workspace) -> None:
    page = shown(enter())
    table = page.view.table
    hidden = figure(page, "Geld en schulden")
    table.setFocus()
    table.setCurrentIndex(page.model.index(0, 1))
    for _ in range(hidden.row()):
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex() == hidden
    assert table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "Geld en schulden: afgeschermd"


def test_that_a_shown_figure_tells_how_fresh_it_is(enter: Enter, counted: Workspace) -> None:
    page = shown(enter())
    page.view.table.setCurrentIndex(figure(page, "Verlies en rouw"))
    assert "Dit cijfer is opnieuw berekend." in page.view.reason.text()
    assert "Alleen voor jou" not in page.view.reason.text()


def test_that_the_status_stands_at_the_end_of_a_line(enter: Enter, counted: Workspace) -> None:
    page = shown(enter())
    last = page.model.columnCount() - 1
    told, hidden = figure(page, "Verlies en rouw", last), figure(page, "Geld en schulden", last)
    assert (told.data(), told.data(STATUS_ROLE)) == ("nieuw", RowStatus.NEW)
    assert (hidden.data(), hidden.data(STATUS_ROLE)) == ("afgeschermd", RowStatus.HIDDEN)


def test_that_nothing_in_the_table_can_be_changed(enter: Enter, counted: Workspace) -> None:
    page = shown(enter())
    assert page.view.table.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    index = figure(page, "Verlies en rouw")
    before = index.data()
    assert not page.model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not page.model.setData(index, "99")
    assert index.data() == before


def test_that_every_table_is_a_tab_and_means_stand_last_under_a_warning(enter: Enter, counted: Workspace) -> None:
    house = enter()
    page = shown(house)
    tabs = page.view.tabs.tabs
    texts = [tabs.tabText(place) for place in range(tabs.count())]
    assert texts == ["Thema’s", "Onderwerpen", "Signalen", "Opvolging", "Personen", "Gemiddelden"]
    assert "Vergelijk er geen dorpen mee." not in house.texts()
    tabs.setFocus()
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert page.model.label(0) in ("Lichaamsfuncties", "Mentaal welbevinden")
    go_to(page, "dimensies")
    assert "Vergelijk er geen dorpen mee." in house.texts()
    assert figure(page, "Lichaamsfuncties").data() == "6,0"


def test_that_a_small_window_offers_the_tables_as_a_list(enter: Enter, counted: Workspace) -> None:
    page = shown(enter(size=(683, 384), scale=1.5))
    tabs = page.view.tabs
    assert tabs.box.isVisible()
    assert not tabs.tabs.isVisible()
    tabs.box.setCurrentIndex(4)
    tabs.box.activated.emit(4)
    assert tabs.table == "personen"
    assert page.model.label(0) == "Iedereen"


def test_that_several_villages_are_a_choice_with_their_total(enter: Enter, three_villages: Workspace) -> None:
    house = enter()
    page = shown(house)
    box = page.view.village
    assert [box.itemText(place) for place in range(box.count())] == [
        "Beekdal",
        "Esdoornhoek",
        "Hogeveld",
        "alle kernen samen",
    ]
    assert box.currentText() == "Esdoornhoek"
    box.setCurrentIndex(3)
    box.activated.emit(3)
    house.settle()
    assert page.view.header.title.text().startswith("Cijfers van alle kernen samen")
    assert "Opgeteld uit de getoonde cijfers van Beekdal, Esdoornhoek." in house.texts()
    go_to(page, "personen")
    assert figure(page, "Iedereen").data() in ("50", "55")


def test_that_one_village_is_no_choice(enter: Enter, counted: Workspace) -> None:
    page = shown(enter())
    assert not page.view.village_row.isVisible()


def test_that_exact_numbers_stand_under_words_that_keep_them_here(enter: Enter, counted: Workspace) -> None:
    house = enter()
    page = shown(house)
    assert page.view.private.isVisible()
    assert page.view.private.accessibleName() == "Alleen voor jou. Niet doorgeven."
    assert "30 inwoners tellen mee." in house.texts()


def test_that_too_few_says_what_can_be_shared_and_when_it_is_enough(
    enter: Enter, workspace: Workspace, three_villages: Workspace
) -> None:
    house = enter()
    page = shown(house)
    look = page.look
    assert look is not None
    small = next(village for village, name in look.names.items() if name == "Hogeveld")
    page._choose(replace(look.choice, villages=(small,)))
    house.settle()
    assert page.view.too_few.isVisible()
    assert not page.view.make.isVisible()
    assert "de sociale kaart" in house.texts()
    assert "Hogeveld: vanaf 10 inwoners. Alleen voor jou: nu tellen er 6 mee." in house.texts()


def test_that_an_empty_vault_tells_when_the_first_can_be_made(enter: Enter, workspace: Workspace) -> None:
    house = enter()
    page = shown(house)
    assert "Het eerste kan zodra tien inwoners meetellen." in house.texts()
    assert not page.view.make.isVisible()


def test_that_the_reason_stays_on_the_screen_with_the_table(enter: Enter, counted: Workspace) -> None:
    house = enter()
    page = shown(house)
    foot = page.view.foot
    assert foot.mapTo(page, foot.rect().bottomLeft()).y() <= page.height()


def test_that_a_withdrawn_permission_is_seen_at_once(enter: Enter, counted: Workspace) -> None:
    house = enter()
    shown(house)
    resident = counted.residents.all()[0].resident
    changes = counted.residents.say(resident.id, Purpose.COUNT, ConsentAnswer.WITHDRAWN)
    house.context.hub.report(changes, house.frame)
    house.settle()
    assert "29 inwoners tellen mee." in house.texts()


def test_that_the_crumbs_name_the_new_release(enter: Enter, counted: Workspace) -> None:
    page = shown(enter())
    assert [crumb.text for crumb in page.crumbs()] == ["Cijfers delen", "Nieuw overzicht"]
    assert page.crumbs()[0].place == Place(RELEASES)
