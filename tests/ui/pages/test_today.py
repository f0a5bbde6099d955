from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.contacts import ShortContact
from spinnenweb.ui.dialogs.new_talk import NewTalkDialog
from spinnenweb.ui.pages.today.page import FEW_ROWS, TodayPage
from spinnenweb.ui.places import CONVERSATION, RESIDENT, TODAY, Place
from spinnenweb.ui.widgets.rows import RowButton
from spinnenweb.ui.widgets.web_input import WebInput
from tests.ui.pages.conftest import TODAY_IS, visible_texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]


def _page(house: House) -> TodayPage:
    page = house.frame.page
    assert isinstance(page, TodayPage)
    return page


def _rows(house: House) -> list[RowButton]:
    page = _page(house)
    return [row for row in page.view.open_rows.findChildren(RowButton) if row.isVisibleTo(page)]


def test_that_an_empty_day_is_time_for_coffee(enter: Enter) -> None:
    house = enter()
    assert "Er staat niets open. Tijd voor koffie, of voor een nieuw gesprek." in house.texts()
    assert _page(house).view.header.title.text() == "Zaterdag 21 november"
    assert not _page(house).view.recent_title.isVisible()


def test_that_an_unfinished_talk_stands_on_top_and_leads_back_into_it(enter: Enter, village: Village) -> None:
    village.talk(village.add("Geesje", "R-002"), date(2026, 5, 19), again=date(2026, 11, 23))
    draft_id = village.draft(village.add("Jannie", "R-021"))
    house = enter()
    first, second = _rows(house)
    assert "Jannie" in first.accessibleName()
    assert "nog niet afgerond" in first.accessibleName()
    assert "Ma 23 nov" in second.accessibleName()
    first.click()
    house.settle()
    assert house.went == [Place(CONVERSATION, record=draft_id)]


def test_that_a_late_appointment_says_since_when(enter: Enter, village: Village) -> None:
    resident = village.add("Jannie", "R-021")
    village.talk(resident, date(2026, 5, 19), again=date(2026, 11, 12), step="de buurvrouw bellen")
    house = enter()
    assert _rows(house)[0].accessibleName() == "Sinds 12 nov, Vervolggesprek met Jannie, stap: de buurvrouw bellen"
    _rows(house)[0].click()
    assert house.went == [Place(RESIDENT, record=resident.id)]


def test_that_a_long_list_shows_a_few_rows_until_more_are_asked_for(enter: Enter, village: Village) -> None:
    for number in range(FEW_ROWS + 2):
        resident = village.add(f"Inwoner {number}", f"P-{number}")
        village.talk(resident, date(2026, 5, 19), again=date(2026, 11, 1 + number))
    house = enter()
    assert len(_rows(house)) == FEW_ROWS
    assert _page(house).view.more.text() == "Nog 2 laten zien"
    _page(house).view.more.click()
    house.settle()
    assert len(_rows(house)) == FEW_ROWS + 2


def test_that_recent_residents_show_their_next_step_and_never_a_web(enter: Enter, village: Village) -> None:
    village.talk(village.add("Jannie", "R-021"), step="de belbus bellen")
    village.talk(village.add("", "R-014"), date(2026, 11, 5))
    house = enter()
    seen = house.texts()
    assert "Jannie, R-021 · Esdoornhoek · 21 nov, de belbus bellen" in seen
    assert "Inwoner R-014, Esdoornhoek · 5 nov" in seen
    assert _page(house).findChildren(WebInput) == []


def test_that_a_vault_with_invented_people_says_so(enter: Enter) -> None:
    assert "verzonnen voorbeeldgegevens" in enter().texts()


def test_that_the_emergency_key_is_brought_to_mind_while_it_is_not_on_paper(
    enter: Enter, village: Village
) -> None:
    settings = village.workspace.settings
    house = enter()
    assert not _page(house).view.key.isVisible()
    changes = settings.save(replace(settings.get(), key_due=TODAY_IS))
    house.context.hub.report(changes, house.frame)
    house.settle()
    assert "Je hebt nog geen noodsleutel op papier." in house.texts()


def test_that_a_backup_is_made_in_the_folder_that_is_chosen_and_remembered(enter: Enter, tmp_path: Path) -> None:
    house = enter()
    card = _page(house).view.backup
    assert card.title.text() == "Nog geen reservekopie"
    house.asker.place = tmp_path
    card.button.click()
    house.settle()
    made = list(tmp_path.glob("proef_*.reserve"))
    assert len(made) == 1
    assert house.workspace.settings.get().backup_place == str(tmp_path)
    assert card.title.text() == "Veilig bewaard"
    assert made[0].name in house.said[-1]


def test_that_a_backup_that_cannot_be_written_is_told_and_can_be_tried_again(enter: Enter, tmp_path: Path) -> None:
    house = enter()
    house.asker.place = tmp_path / "weg"
    card = _page(house).view.backup
    card.button.click()
    house.settle()
    assert [getattr(error, "code", "") for error in house.failed] == ["target.missing"]
    assert card.button.isEnabled()
    assert house.workspace.settings.get().backup_place == ""


def test_that_an_old_backup_is_called_old(enter: Enter, tmp_path: Path, village: Village) -> None:
    settings = village.workspace.settings
    settings.save(replace(settings.get(), backup_place=str(tmp_path)))
    village.workspace.backups.make(tmp_path).rename(tmp_path / "proef_2026-11-01_0900.reserve")
    house = enter()
    assert "Je laatste reservekopie is 20 dagen oud." in _page(house).view.backup.sub.text()


def test_that_a_stick_that_is_not_there_is_asked_for(enter: Enter, tmp_path: Path, village: Village) -> None:
    settings = village.workspace.settings
    settings.save(replace(settings.get(), backup_place=str(tmp_path / "STICK")))
    house = enter()
    assert "“STICK”" in _page(house).view.backup.sub.text()


def test_that_who_is_made_ready_can_be_put_away_from_here(enter: Enter, village: Village) -> None:
    resident = village.add("Jannie", "R-021")
    village.workspace.residents.set_ready(resident.id, True)
    house = enter()
    page = _page(house)
    assert "Jannie staat klaar." in page.view.visit_text.text()
    page.view.visit_away.click()
    house.settle()
    assert village.workspace.residents.ready() == ()
    assert not page.view.visit.isVisible()


# beginning a talk


def _chooser(house: House) -> NewTalkDialog:
    _page(house).view.begin.click()
    (dialog,) = [d for d in _page(house).findChildren(NewTalkDialog) if d.isVisible()]
    return dialog


def test_that_a_talk_with_someone_new_takes_two_touches_and_no_typing(enter: Enter) -> None:
    house = enter()
    _chooser(house).someone_new.click()
    house.settle()
    assert house.frame.place == Place(CONVERSATION)


def test_that_typing_a_name_points_at_the_one_who_is_there_already(enter: Enter, village: Village) -> None:
    jannie = village.add("Jannie", "R-021")
    house = enter()
    dialog = _chooser(house)
    QTest.keyClicks(dialog.field, "jann")
    assert dialog.hint.text() == "Is dit misschien Jannie? Die staat er al."
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    house.settle()
    assert house.frame.place == Place(CONVERSATION, other=jannie.id)


def test_that_choosing_someone_with_an_unfinished_talk_goes_on_with_it(enter: Enter, village: Village) -> None:
    jannie = village.add("Jannie", "R-021")
    village.talk(jannie)
    draft_id = village.draft(jannie)
    house = enter()
    next(iter(_chooser(house).rows)).click()
    house.settle()
    assert house.frame.place == Place(CONVERSATION, record=draft_id)


def test_that_leaving_the_choice_begins_nothing(enter: Enter) -> None:
    house = enter()
    QTest.keyClick(_chooser(house), Qt.Key.Key_Escape)
    house.settle()
    assert house.frame.place == Place(TODAY)
    assert house.workspace.conversations.drafts() == ()


def test_that_who_is_only_kept_carries_a_word_wherever_they_stand(enter: Enter, village: Village) -> None:
    bo, jan = village.add("Bo", "R-001"), village.add("Jan", "R-002")
    village.draft(bo)
    village.talk(bo, step="wandelen", again=TODAY_IS)
    village.talk(jan)
    village.workspace.contacts.add(ShortContact("c", None, TODAY_IS, line="bij de bakker", resident_id=bo.id))
    assert "alleen bewaren" not in enter().texts()
    village.workspace.rights.restrict(bo.id)
    page = enter().frame.page
    assert page is not None
    marked = [text for text in visible_texts(page) if "alleen bewaren" in text]
    for where in ("Gesprek met Bo", "Vervolggesprek met Bo", "R-001", "bij de bakker"):
        assert any(where in text or where.replace("Gesprek met", "gesprek met") in text for text in marked), where
    assert not any("Jan" in text for text in marked)
