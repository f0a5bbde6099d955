from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.residents import (
    Address,
    AgeBand,
    AnsweredBy,
    ConsentAnswer,
    ConsentWay,
    Purpose,
    allows,
    current_answers,
)
from spinnenweb.ui.dialogs.summary_parts import SummaryDialog
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.pages.resident.person import excerpt
from spinnenweb.ui.places import COMPARISON, CONVERSATION, RESIDENT, RESIDENTS, Place
from spinnenweb.ui.widgets.rows import RowButton
from tests.unit.services.counting import count_along

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.domain.residents import Resident
    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]


@pytest.fixture
def jannie(village: Village) -> Resident:
    return village.add("Jannie", "R-021")


def _page(house: House) -> ResidentPage:
    page = house.frame.page
    assert isinstance(page, ResidentPage)
    return page


def _at(enter: Enter, resident: Resident) -> tuple[House, ResidentPage]:
    house = enter(Place(RESIDENT, record=resident.id))
    return house, _page(house)


# the card


def test_that_a_changed_card_is_kept_and_can_be_taken_back(enter: Enter, jannie: Resident) -> None:
    house, page = _at(enter, jannie)
    page.view.card.change.click()
    form = page.view.card.form
    form.name.setText("Jannie B.")
    form.address.setCurrentIndex(form.address.findData("je"))
    page.view.card.keep.click()
    house.settle()
    kept = house.workspace.residents.get(jannie.id)
    assert (kept.calling_name, kept.address) == ("Jannie B.", Address.INFORMAL)
    assert page.view.header.title.text() == "Jannie B."
    assert not page.view.card.editing
    house.undo[-1]()
    house.settle()
    assert house.workspace.residents.get(jannie.id).calling_name == "Jannie"
    assert page.view.header.title.text() == "Jannie"


@pytest.mark.parametrize("year", ["58", "2031", "1899", "negentien", "19 58"])
def test_that_a_birth_year_that_cannot_be_is_refused_beside_its_field(
    enter: Enter, jannie: Resident, year: str
) -> None:
    house, page = _at(enter, jannie)
    page.view.card.change.click()
    page.view.card.form.birth_year.setText(year)
    page.view.card.keep.click()
    house.settle()
    assert "vier cijfers" in page.view.card.form.year_row.error
    assert page.view.card.editing
    assert house.workspace.residents.get(jannie.id).birth_year == 1948


def test_that_a_code_of_someone_else_is_refused_beside_its_field(
    enter: Enter, village: Village, jannie: Resident
) -> None:
    village.add("Hendrik", "P-006")
    house, page = _at(enter, jannie)
    page.view.card.change.click()
    page.view.card.form.code.setText(" p-006 ")
    page.view.card.keep.click()
    house.settle()
    assert "Deze code is al van een andere inwoner." in page.view.card.form.code_row.error
    assert house.workspace.residents.get(jannie.id).code == "R-021"


def test_that_a_name_that_is_too_long_is_refused_and_what_was_typed_stays(enter: Enter, jannie: Resident) -> None:
    house, page = _at(enter, jannie)
    page.view.card.change.click()
    page.view.card.form.name.setText("J" * 10_000)
    page.view.card.keep.click()
    house.settle()
    assert "te lang" in page.view.card.form.name_row.error
    assert len(page.view.card.form.name.text()) == 10_000


def test_that_an_age_band_stands_in_for_a_birth_year_and_gives_way_to_it(enter: Enter, jannie: Resident) -> None:
    house, page = _at(enter, jannie)
    form = page.view.card.form
    page.view.card.change.click()
    form.birth_year.clear()
    form.age_band.setCurrentIndex(form.age_band.findData("65-79"))
    page.view.card.keep.click()
    house.settle()
    kept = house.workspace.residents.get(jannie.id)
    assert (kept.birth_year, kept.age_band) == (None, AgeBand.OLDER)
    assert "65 tot en met 79 jaar" in house.texts()
    page.view.card.change.click()
    form.birth_year.setText("1950")
    page.view.card.keep.click()
    house.settle()
    kept = house.workspace.residents.get(jannie.id)
    assert (kept.birth_year, kept.age_band) == (1950, None)


def test_that_fields_that_are_open_survive_a_change_elsewhere(
    enter: Enter, village: Village, jannie: Resident
) -> None:
    house, page = _at(enter, jannie)
    page.view.card.change.click()
    page.view.card.form.name.setText("Jannie B.")
    house.context.hub.report(village.workspace.residents.set_ready(jannie.id, True), house.frame)
    house.settle()
    assert page.view.card.form.name.text() == "Jannie B."
    assert page.view.ready.isVisible()


def test_that_a_new_card_is_kept_under_the_next_code(enter: Enter, village: Village, jannie: Resident) -> None:
    house = enter(Place(RESIDENT))
    page = _page(house)
    assert page.view.card.form.code.text() == "R-022"
    assert page.view.card.form.name.hasFocus()
    assert not page.view.begin.isVisible()
    QTest.keyClicks(page.view.card.form.name, "Geesje")
    page.view.card.keep.click()
    house.settle()
    geesje = village.workspace.residents.by_code("R-022")
    assert geesje.calling_name == "Geesje"
    assert house.frame.place == Place(RESIDENT, record=geesje.id)
    assert page.view.begin.isVisible()


@pytest.mark.parametrize("is_new", [True, False])
def test_that_a_card_being_filled_in_is_kept_when_the_person_goes_elsewhere(
    enter: Enter, jannie: Resident, is_new: bool
) -> None:
    house = enter(Place(RESIDENT, record="" if is_new else jannie.id))
    page = _page(house)
    page.view.card.edit()
    page.view.card.form.name.setText("Geesje")
    house.open(Place(RESIDENTS))
    code = "R-022" if is_new else "R-021"
    assert house.workspace.residents.by_code(code).calling_name == "Geesje"


def test_that_fields_that_do_not_fit_are_not_kept_by_going_elsewhere(enter: Enter, jannie: Resident) -> None:
    house, page = _at(enter, jannie)
    page.view.card.change.click()
    page.view.card.form.birth_year.setText("19")
    house.open(Place(RESIDENTS))
    assert house.workspace.residents.get(jannie.id) == jannie
    assert house.failed == []


def test_that_a_new_card_without_a_word_on_it_is_not_kept(enter: Enter, village: Village) -> None:
    house = enter(Place(RESIDENT))
    house.open(Place(RESIDENTS))
    assert village.workspace.residents.all() == ()


def test_that_a_new_card_that_is_left_leaves_nothing(enter: Enter, village: Village) -> None:
    house = enter(Place(RESIDENT))
    _page(house).view.card.form.name.setText("Geesje")
    _page(house).view.card.leave.click()
    house.settle()
    assert village.workspace.residents.all() == ()
    assert house.frame.place == Place(RESIDENTS)


def test_that_a_resident_who_is_no_longer_there_is_said_so(enter: Enter) -> None:
    house = enter(Place(RESIDENT, record="weg"))
    assert "Deze inwoner staat er niet meer." in house.texts()
    assert not _page(house).view.begin.isVisible()


# permissions


def test_that_an_answer_is_written_down_with_who_gave_it(enter: Enter, jannie: Resident) -> None:
    house, page = _at(enter, jannie)
    page.view.permissions.who.buttons[AnsweredBy.REPRESENTATIVE].click()
    page.view.permissions.rows[Purpose.COUNT].button(ConsentAnswer.YES).click()
    house.settle()
    (said,) = house.workspace.residents.consents(jannie.id)
    assert (said.purpose, said.answer, said.answered_by) == (
        Purpose.COUNT,
        ConsentAnswer.YES,
        AnsweredBy.REPRESENTATIVE,
    )
    row = page.view.permissions.rows[Purpose.COUNT]
    assert row.chip.text() == "ja"
    assert row.sub.text() == "21 november 2026 · in het gesprek · een vertegenwoordiger"


def test_that_a_withdrawal_is_in_force_at_once(enter: Enter, village: Village, jannie: Resident) -> None:
    village.talk(jannie)
    house, page = _at(enter, jannie)
    assert count_along(village.workspace.releases, date(2026, 11, 21)) == 1
    page.view.permissions.rows[Purpose.COUNT].button(ConsentAnswer.WITHDRAWN).click()
    house.settle()
    assert not allows(house.workspace.residents.consents(jannie.id), Purpose.COUNT)
    assert count_along(village.workspace.releases, date(2026, 11, 21)) == 0
    assert "Jannie wil dit niet meer." in house.said[0]
    assert page.view.permissions.rows[Purpose.COUNT].chip.text() == "ingetrokken"


def test_that_the_four_permissions_stand_apart(enter: Enter, village: Village, jannie: Resident) -> None:
    village.talk(jannie)
    house, page = _at(enter, jannie)
    page.view.permissions.rows[Purpose.CONTACT].button(ConsentAnswer.NO).click()
    house.settle()
    now = {p: c.answer for p, c in current_answers(house.workspace.residents.consents(jannie.id)).items()}
    assert now == {
        Purpose.RECORD: ConsentAnswer.YES,
        Purpose.COUNT: ConsentAnswer.YES,
        Purpose.CONTACT: ConsentAnswer.NO,
    }


def test_that_a_yes_to_sharing_cannot_be_given_without_a_receiver(enter: Enter, jannie: Resident) -> None:
    _, page = _at(enter, jannie)
    assert page.view.permissions.rows[Purpose.SHARE].button(ConsentAnswer.YES).isHidden()


def test_that_an_answer_that_came_in_by_import_says_so(enter: Enter, village: Village, jannie: Resident) -> None:
    village.workspace.residents.say(jannie.id, Purpose.COUNT, ConsentAnswer.YES, way=ConsentWay.IMPORT)
    _, page = _at(enter, jannie)
    assert "uit import" in page.view.permissions.rows[Purpose.COUNT].sub.text()


# talks and webs


def test_that_the_newest_talk_comes_first_below_the_unfinished_one(
    enter: Enter, village: Village, jannie: Resident
) -> None:
    village.talk(jannie, date(2026, 5, 19))
    village.talk(jannie, date(2026, 11, 4), themes=("mobiliteit",))
    draft_id = village.draft(jannie)
    house, page = _at(enter, jannie)
    assert [row.button.accessibleName().split(",")[0] for row in page.view.timeline.talks] == ["4 nov", "19 mei"]
    first = page.view.timeline.findChildren(RowButton)[0]
    assert "nog niet afgerond" in first.accessibleName()
    first.click()
    assert house.went == [Place(CONVERSATION, record=draft_id)]


def test_that_a_talk_unfolds_where_it_stands_and_stays_so(
    enter: Enter, village: Village, jannie: Resident
) -> None:
    village.talk(jannie, marks=(6, None, 7, 7, 4, 6), step="de belbus bellen", note="Mist de kaartclub")
    house, page = _at(enter, jannie)
    assert "de belbus bellen" not in page.view.webs.accessibleName()
    row = page.view.timeline.talks[0]
    QTest.keyClick(row.button, Qt.Key.Key_Space)
    seen = house.texts()
    assert row.details is not None
    assert "Eerste kleine stap" in seen
    assert "Mist de kaartclub" in seen
    house.context.hub.report(village.workspace.residents.set_ready(jannie.id, True), house.frame)
    house.settle()
    assert page.view.timeline.talks[0].details is not None


def test_that_a_place_can_name_the_talk_to_unfold(enter: Enter, village: Village, jannie: Resident) -> None:
    talk = village.talk(jannie)
    house = enter(Place(RESIDENT, record=jannie.id, other=talk.id))
    assert _page(house).view.timeline.talks[0].button.isChecked()


def test_that_webs_are_drawn_and_said_aloud_in_their_order(
    enter: Enter, village: Village, jannie: Resident
) -> None:
    village.talk(jannie, date(2026, 5, 19), (6, 5, 7, 7, 4, None))
    village.talk(jannie, date(2026, 11, 4), (6, 5, 7, 7, 5, 8))
    house, page = _at(enter, jannie)
    house.bot.waitUntil(lambda: page.view.webs.figure.has_picture, timeout=20_000)
    spoken = page.view.webs.figure.accessibleName()
    assert "Web van 19 mei 2026: Lichaamsfuncties 6, Mentaal welbevinden 5, Zingeving 7" in spoken
    assert "Meedoen 4." in spoken
    assert "Gespreksinstrument, geen meetinstrument." in house.texts()


def test_that_comparing_needs_two_webs(enter: Enter, village: Village, jannie: Resident) -> None:
    village.talk(jannie, date(2026, 5, 19))
    village.talk(jannie, date(2026, 6, 1), (None,) * 6)
    house, page = _at(enter, jannie)
    assert not page.view.compare.isVisible()
    village.talk(jannie, date(2026, 11, 4))
    house.open(Place(RESIDENT, record=jannie.id))
    page.view.compare.click()
    assert Place(COMPARISON, record=jannie.id) in house.went


def test_that_someone_without_a_talk_has_nothing_to_hand_out(enter: Enter, jannie: Resident) -> None:
    house, page = _at(enter, jannie)
    assert not page.view.pdf.isVisible()
    assert not page.view.webs.isVisible()
    assert "Er is nog geen gesprek." in house.texts()
    page.view.begin.click()
    assert house.went == [Place(CONVERSATION, other=jannie.id)]


def test_that_a_summary_holds_the_chosen_talk_and_only_the_chosen_parts(
    enter: Enter, village: Village, jannie: Resident, tmp_path: Path
) -> None:
    village.talk(jannie, date(2026, 5, 19), step="de wandelgroep bellen", note="Tobt over de kinderen")
    village.talk(jannie, date(2026, 11, 4), step="de belbus bellen")
    house, page = _at(enter, jannie)
    house.asker.target = tmp_path / "samenvatting.pdf"
    page.view.pdf.click()
    (dialog,) = page.findChildren(SummaryDialog)
    dialog.talk.setCurrentIndex(1)
    dialog.parts.ticks["marks"].setChecked(False)
    dialog.save.click()
    house.settle()
    text = "".join(sheet.extract_text() for sheet in pypdf.PdfReader(house.asker.target).pages)
    assert house.asker.suggested == ["samenvatting_R-021_2026-05-19.pdf"]
    assert "wandelgroep" in text
    assert "belbus" not in text
    assert "Tobt" not in text
    assert "Wis het na het afdrukken." in house.said[-1]


def test_that_a_long_note_is_cut_between_words() -> None:
    text = excerpt("woord " * 40)
    assert text.endswith("woord…")
    assert len(text) <= 92
    assert excerpt("twee\nregels") == "twee regels"
