"""Thema's en plannen: the board in two views, one theme, and the vocabulary in Instellingen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTableView

from spinnenweb.domain.answers import marked
from spinnenweb.domain.conversations import DimensionEntry, with_dimension
from spinnenweb.domain.handovers import WayOut
from spinnenweb.domain.social_map import OrganisationTalk
from spinnenweb.domain.theme_board import ALL, Verdict
from spinnenweb.domain.vocabulary import WordKind
from spinnenweb.services.shared_figures import SharedFigure
from spinnenweb.ui.dialogs.word import WordDialog
from spinnenweb.ui.models.theme_board import CELL_ROLE, HEAT_ROLE
from spinnenweb.ui.pages.settings.page import SettingsPage
from spinnenweb.ui.pages.themes.layout import SHARED
from spinnenweb.ui.pages.themes.page import ThemesPage
from spinnenweb.ui.places import ORGANISATION, RELEASES, SETTINGS, THEMES, VISIT, Place
from spinnenweb.ui.widgets.rows import RowButton
from tests.ui.pages.conftest import YES

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.social_map import Offer
    from spinnenweb.ui.pages.settings.vocabulary import VocabularySection
    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]

FIGURES = (
    SharedFigure("totaal", "rouw", 25, "2026-09"),
    SharedFigure("Esdoornhoek", "rouw", None, "2026-06"),
)


def add_offer(village: Village, name: str, organisation: str, theme: str) -> Offer:
    """An invented offer in the worker's own village."""
    the_map = village.workspace.social_map
    house = replace(the_map.blank_organisation(), name=organisation)
    the_map.add(house)
    offer = replace(the_map.blank_offer(house.id), name=name, themes=(theme,))
    the_map.add(offer)
    the_map.add(OrganisationTalk(f"{offer.id}-t", house.id, village.workspace.clock.today(), themes=("taal",)))
    return offer


@pytest.fixture
def furnished(village: Village) -> Village:
    """Two people who mourn, one of whom was given a tip; a course nobody asks for; language nobody offers."""
    people = [village.add(name, code) for name, code in (("Jannie", "R-1"), ("Geert", "R-2"))]
    for one in people:
        village.talk(one, themes=("rouw",))
    village.talk(village.add("Roelof", "R-3"), themes=("taal", "mobiliteit"))
    group = add_offer(village, "Rouwgroep", "Dorpskerk", "rouw")
    add_offer(village, "Budgetcursus", "Dorpshuis", "schulden")
    add_offer(village, "Belbus", "Vervoersclub", "mobiliteit")
    village.workspace.handovers.begin(people[0].id, group.id, WayOut.ALONE)
    return village


def board(house: House, place: Place | None = None) -> ThemesPage:
    page = house.open(place or Place(THEMES))
    assert isinstance(page, ThemesPage)
    return page


def rows_of(page: ThemesPage, theme: str) -> int:
    model = page.view.own.model
    return next(row for row in range(model.rowCount()) if model.theme(row) == theme)


def test_that_every_cell_says_its_numbers_and_what_stands_out_in_words(enter: Enter, furnished: Village) -> None:
    page = board(enter())
    model = page.view.own.model
    said = {
        theme: model.index(rows_of(page, theme), 1).data(Qt.ItemDataRole.AccessibleTextRole)
        for theme in ("rouw", "schulden", "taal", "mobiliteit", "zingeving")
    }
    assert said["rouw"] == "Verlies en rouw, Esdoornhoek: 2 inwoners, 1 mogelijkheid, past"
    assert said["schulden"].endswith("0 inwoners, 1 mogelijkheid, niemand hoort ervan")
    assert said["taal"].endswith("1 inwoner, 0 mogelijkheden, weinig te vinden")
    assert said["mobiliteit"].endswith("1 inwoner, 1 mogelijkheid, niet gebruikt")
    assert said["zingeving"].endswith("0 inwoners, 0 mogelijkheden, nog niets")


def test_that_more_asked_is_warmer_and_the_most_asked_warmest(enter: Enter, furnished: Village) -> None:
    page = board(enter())
    model = page.view.own.model
    heat = [model.index(rows_of(page, theme), 1).data(HEAT_ROLE) for theme in ("zingeving", "taal", "rouw")]
    assert heat == [0, 0.5, 1]


def test_that_every_verdict_is_drawn_differently_without_any_colour(enter: Enter, furnished: Village) -> None:
    page = board(enter())
    picture = page.view.own.heat.grab().toImage()
    view, model = page.view.own.heat, page.view.own.model
    seen = set()
    for theme in ("rouw", "schulden", "taal", "mobiliteit", "zingeving"):
        area = view.visualRect(model.index(rows_of(page, theme), 1))
        area.translate(view.viewport().pos())
        band = picture.copy(area.left() + 6, area.top() + 7, 10, area.height() - 14)
        grey = tuple(band.pixelColor(5, y).lightness() // 24 for y in range(band.height()))
        seen.add(grey)
    assert len(seen) == 5


def test_that_a_cell_is_reached_and_opened_with_the_keyboard(enter: Enter, furnished: Village) -> None:
    house = enter()
    page = board(house)
    heat = page.view.own.heat
    heat.setFocus()
    heat.setCurrentIndex(page.view.own.model.index(0, 1))
    QTest.keyClick(heat, Qt.Key.Key_Down)
    QTest.keyClick(heat, Qt.Key.Key_Return)
    house.settle()
    opened = house.went[-1]
    cell = page.view.own.model.index(1, 1).data(CELL_ROLE)
    assert (opened.page, opened.record, opened.other) == (THEMES, cell.theme, cell.village_id)
    house.frame.go_back()
    house.settle()
    assert page.view.own.isVisible()
    assert heat.currentIndex().row() == 1


def test_that_exact_numbers_cannot_be_copied(enter: Enter, furnished: Village) -> None:
    page = board(enter())
    QGuiApplication.clipboard().setText("van tevoren")
    for view in (page.view.own.heat, page.view.own.table):
        page.view.own.as_table.setChecked(view is page.view.own.table)
        view.setFocus()
        view.setCurrentIndex(view.model().index(0, 0))
        QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "van tevoren"


def test_that_own_work_says_so_and_offers_no_way_out(enter: Enter, furnished: Village) -> None:
    house = enter()
    page = board(house)
    assert page.view.closed.isVisible()
    assert page.view.closed.label.text().startswith("Niet om te delen.")
    assert page.view.own.model.heads[0] == "Niet om te delen"
    words = {
        button.text()
        for button in page.findChildren(QAbstractButton)
        if button.isVisibleTo(page) and button.text()
    }
    assert not words & {"Printen", "Bewaren", "Doorgeven", "Kopiëren"}


def test_that_on_a_visit_no_number_is_shown(enter: Enter, furnished: Village) -> None:
    house = enter(visit=True)
    house.frame.open(Place(THEMES))
    house.settle()
    assert house.frame.place.page == VISIT
    page = ThemesPage(house.context)
    page.open(Place(THEMES))
    house.settle()
    assert not any(part.isVisibleTo(page) for part in (page.view.own, page.view.shared, page.view.theme))
    page.deleteLater()


def test_that_a_visit_that_begins_while_the_board_is_read_shows_nothing(enter: Enter, furnished: Village) -> None:
    house = enter()
    page = board(house)
    page.open(Place(THEMES))
    house.context.visit.on = True
    house.settle()
    assert not page.view.own.isVisibleTo(page)
    house.context.visit.on = False


def test_that_the_view_to_share_shows_only_figures_of_a_release(enter: Enter, furnished: Village) -> None:
    house = enter()
    page = board(house)
    page.view.tabs.setCurrentIndex(SHARED)
    assert page.view.shared.empty.isVisible()
    assert not page.view.own.isVisible()
    assert not page.view.closed.isVisible()
    page.view.shared.make.click()
    house.settle()
    assert house.went[-1] == Place(RELEASES)


def test_that_a_protected_figure_has_a_word_and_no_number(enter: Enter, furnished: Village) -> None:
    house = enter()
    page = board(house)
    page.view.tabs.setCurrentIndex(SHARED)
    page.view.shared.show_figures(FIGURES, page._telling({}))
    model = page.view.shared.model
    assert [model.index(0, column).data() for column in range(3)] == ["Verlies en rouw", "25", "afgeschermd"]
    assert "september 2026" in page.view.shared.note.label.text()
    assert model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole) == "juni 2026"


def test_that_a_figure_of_an_earlier_month_says_of_which(enter: Enter, furnished: Village) -> None:
    page = board(enter())
    older = SharedFigure("Esdoornhoek", "rouw", 10, "2026-06")
    page.view.shared.show_figures((FIGURES[0], older), page._telling({}))
    model = page.view.shared.model
    assert [model.index(0, column).data() for column in (1, 2)] == ["25", "10 (juni 2026)"]


def test_that_what_stands_out_leads_to_the_theme_or_the_organisation(enter: Enter, furnished: Village) -> None:
    house = enter()
    findings = board(house).view.own.findings
    assert [row.accessibleName() for row, _ in findings.unused.rows] == [
        "Vervoer · Esdoornhoek, 1 inwoner, 1 mogelijkheid"
    ]
    (language,) = findings.little.rows
    assert "Wil hier iets mee: Dorpshuis, Dorpskerk, Vervoersclub" in language[0].accessibleName()
    (course,) = findings.unheard.rows
    course[0].click()
    house.settle()
    assert house.went[-1].page == ORGANISATION
    assert "Dorpshuis" in house.texts()


def test_that_a_theme_shows_its_offers_and_who_means_to_take_it_up_and_no_resident(
    enter: Enter, furnished: Village
) -> None:
    house = enter()
    page = board(house, Place(THEMES, "rouw", ALL))
    texts = house.texts()
    assert "Rouwgroep" in texts
    assert "Wie hier iets doet" in texts
    assert page.view.closed.isVisible()
    assert "nog niet gebruikt" not in texts
    assert not {"Jannie", "Geert", "R-1", "R-2"} & set(texts.split())
    page = board(house, Place(THEMES, "taal", ALL))
    assert "Er staat nog niets op de kaart bij dit thema." in house.texts()
    assert "Wie hier iets mee wil" in house.texts()
    assert len(page.view.theme.rows) == 3


def test_that_the_table_has_every_number_in_a_column_of_its_own(enter: Enter, furnished: Village) -> None:
    page = board(enter())
    page.view.own.as_table.click()
    model = page.view.own.numbers
    row = next(row for row in range(model.rowCount()) if model.cell(row).theme == "rouw")
    assert [model.index(row, column).data() for column in range(5)] == [
        "Verlies en rouw",
        "Esdoornhoek",
        "past",
        "2",
        "0",
    ]
    assert not any(group.isVisible() for group in page.view.own.findings.first)


def test_that_the_board_follows_what_is_changed_elsewhere(enter: Enter, furnished: Village) -> None:
    house = enter()
    page = board(house)
    changes = house.workspace.vocabulary.rename(WordKind.THEME, "rouw", "Missen")
    house.context.hub.report(changes, house.frame)
    house.settle()
    assert page.view.own.model.index(rows_of(page, "rouw"), 0).data() == "Missen"


def test_that_an_empty_village_is_told_how_it_begins(enter: Enter) -> None:
    house = enter()
    page = board(house)
    assert page.view.empty.isVisible()
    assert not page.view.own.isVisible()


def test_that_an_offer_nobody_was_pointed_to_says_so_at_its_theme(enter: Enter, furnished: Village) -> None:
    house = enter()
    board(house, Place(THEMES, "mobiliteit", ALL))
    assert "nog niet gebruikt" in house.texts()


def note_signals(village: Village, *signals: str) -> None:
    """A finished talk in which these early signs were noted."""
    conversations = village.workspace.conversations
    draft = conversations.begin(village.add("Jannie", "R-1"))
    talk = with_dimension(replace(draft.conversation, signals=signals), DimensionEntry("LF", marked(6)))
    conversations.finish(replace(draft, conversation=talk, answers=YES))


def test_that_a_signal_of_no_theme_says_so_and_leads_to_where_it_is_connected(
    enter: Enter, village: Village
) -> None:
    own, _ = village.workspace.vocabulary.add(WordKind.SIGNAL, "Post blijft liggen")
    note_signals(village, own, "schulden")
    house = enter()
    rows = {row.accessibleName(): row for row, _ in board(house).view.own.findings.signals.rows}
    loose = "Post blijft liggen · Esdoornhoek, 1 inwoner · 1 nog niet opgepakt · hoort nog bij geen thema"
    assert set(rows) == {loose, "Schulden · Esdoornhoek, 1 inwoner · 1 nog niet opgepakt"}
    rows[loose].click()
    house.settle()
    assert house.went[-1] == Place(SETTINGS, own)
    page = house.frame.page
    assert isinstance(page, SettingsPage)
    button = page.view.vocabulary.word(WordKind.SIGNAL, own)
    assert button is not None
    QTest.qWait(200)
    assert not button.visibleRegion().isEmpty()
    dialog = sheet(page.view.vocabulary, WordKind.SIGNAL, own)
    dialog.topics.chips["schulden"].click()
    dialog.keep.click()
    house.settle()
    findings = board(house).view.own.findings
    assert not any("geen thema" in row.accessibleName() for row, _ in findings.signals.rows)


def test_that_all_lines_of_a_kind_come_when_they_are_asked_for(enter: Enter, village: Village) -> None:
    village.talk(village.add("Jannie", "R-1"), themes=("rouw", "taal", "schulden", "zingeving", "leefstijl"))
    little = board(enter()).view.own.findings.little
    assert len(little.rows) == 3
    assert little.more.text() == "Alle 5 tonen"
    little.more.click()
    assert len(little.rows) == 5
    assert not little.more.isVisible()


# the vocabulary


def section(house: House) -> VocabularySection:
    page = house.open(Place(SETTINGS))
    assert isinstance(page, SettingsPage)
    return page.view.vocabulary


def sheet(found: VocabularySection, kind: WordKind, code: str = "") -> WordDialog:
    (found.rows[kind].buttons[code] if code else found.new[kind]).click()
    return found.findChildren(WordDialog)[-1]


def test_that_a_theme_is_added_with_its_topics_and_code_and_stands_there_at_once(enter: Enter) -> None:
    house = enter()
    found = section(house)
    dialog = sheet(found, WordKind.THEME)
    dialog.called.setText("Samen eten")
    dialog.outside.setText("PX-1.2")
    dialog.topics.chips["MD3"].click()
    dialog.keep.click()
    house.settle()
    line = house.workspace.vocabulary.lines(WordKind.THEME)[-1]
    assert (line.name, line.proposed_by, line.outside_code) == ("Samen eten", ("MD3",), "PX-1.2")
    assert found.rows[WordKind.THEME].buttons[line.code].text() == "Samen eten"


@pytest.mark.parametrize(("kind", "code"), [(WordKind.THEME, "rouw"), (WordKind.SIGNAL, "eenzaamheid")])
def test_that_a_word_of_the_program_gets_back_what_it_was_connected_with(
    enter: Enter, kind: WordKind, code: str
) -> None:
    house = enter()
    vocabulary = house.workspace.vocabulary
    shipped = next(line.proposed_by for line in vocabulary.lines(kind) if line.code == code)
    dialog = sheet(section(house), kind, code)
    assert dialog.topics.back.isHidden()
    vocabulary.connect(kind, code, shipped[1:])
    changed = sheet(section(house), kind, code)
    assert not changed.topics.back.isHidden()
    changed.topics.back.click()
    assert set(changed.topics.chosen) == set(shipped)
    assert changed.topics.back.isHidden()
    changed.keep.click()
    house.settle()
    assert vocabulary.as_it_stands(kind, code).proposed_by is None
    assert house.workspace.catalogue.connected(kind, code) == shipped


def test_that_an_own_word_has_nothing_of_the_program_to_go_back_to(enter: Enter) -> None:
    house = enter()
    code, _ = house.workspace.vocabulary.add(WordKind.THEME, "Samen eten", proposed_by=("MD3",))
    dialog = sheet(section(house), WordKind.THEME, code)
    dialog.topics.chips["MD3"].click()
    assert dialog.topics.back.isHidden()


def test_that_only_what_changed_is_written_and_told_in_the_history(enter: Enter) -> None:
    house = enter()
    found = section(house)
    dialog = sheet(found, WordKind.THEME, "rouw")
    dialog.called.setText("Missen")
    dialog.keep.click()
    house.settle()
    again = sheet(found, WordKind.THEME, "rouw")
    assert again.history.text() == "21 november 2026: andere naam"
    again.keep.click()
    house.settle()
    line = next(one for one in house.workspace.vocabulary.lines(WordKind.THEME) if one.code == "rouw")
    assert (line.name, len(line.history)) == ("Missen", 1)


def test_that_a_taken_name_is_refused_in_words_and_the_sheet_stays(enter: Enter) -> None:
    house = enter()
    dialog = sheet(section(house), WordKind.SIGNAL)
    dialog.called.setText("Schulden")
    dialog.keep.click()
    house.settle()
    assert dialog.problem.text()
    assert dialog.isVisible()
    dialog.reject()


def test_that_a_signal_that_is_no_longer_used_says_so_and_can_come_back(enter: Enter) -> None:
    house = enter()
    found = section(house)
    sheet(found, WordKind.SIGNAL, "schulden").retire.click()
    house.settle()
    assert found.rows[WordKind.SIGNAL].buttons["schulden"].text() == "Schulden (gestopt)"
    assert "schulden" not in house.workspace.catalogue.signals
    sheet(found, WordKind.SIGNAL, "schulden").retire.click()
    house.settle()
    assert "schulden" in house.workspace.catalogue.signals


def test_that_what_was_done_to_a_word_can_be_undone(enter: Enter) -> None:
    house = enter()
    found = section(house)
    dialog = sheet(found, WordKind.SIGNAL, "schulden")
    dialog.called.setText("Geldzorgen")
    dialog.topics.chips["taal"].click()
    dialog.keep.click()
    house.settle()
    assert house.said[-1] == "Geldzorgen is aangepast."
    house.undo[-1]()
    house.settle()
    line = next(one for one in house.workspace.vocabulary.lines(WordKind.SIGNAL) if one.code == "schulden")
    assert (line.name, line.proposed_by, line.history) == ("Schulden", ("schulden",), ())
    sheet(found, WordKind.SIGNAL, "schulden").retire.click()
    house.settle()
    house.undo[-1]()
    house.settle()
    assert found.rows[WordKind.SIGNAL].buttons["schulden"].text() == "Schulden"
    told = len(house.said)
    sheet(found, WordKind.SIGNAL, "schulden").keep.click()
    house.settle()
    assert len(house.said) == told


def test_that_a_change_of_which_one_part_is_refused_changes_nothing(enter: Enter) -> None:
    house = enter()
    found = section(house)
    dialog = sheet(found, WordKind.THEME, "rouw")
    dialog.called.setText("Missen")
    dialog.outside.setText("T\x0712")
    dialog.keep.click()
    house.settle()
    assert dialog.problem.text()
    line = next(one for one in house.workspace.vocabulary.lines(WordKind.THEME) if one.code == "rouw")
    assert (line.name, line.history) == ("Verlies en rouw", ())
    dialog.reject()


def test_that_nothing_on_the_board_needs_a_wider_window(enter: Enter, furnished: Village) -> None:
    for size, scale in (((683, 384), 1.0), ((1366, 768), 2.0)):
        page = board(enter(size=size, scale=scale))
        assert not page.view.scroll.horizontalScrollBar().isVisible()
        assert all(row.width() <= page.width() for row in page.findChildren(RowButton) if row.isVisible())
        assert isinstance(page.view.shared.table, QTableView)
        assert Verdict.FITS in {page.view.own.model.index(r, 1).data(CELL_ROLE).verdict for r in range(13)}
