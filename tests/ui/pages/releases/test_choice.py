from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from spinnenweb.domain.releases import ReleaseChoice, Rhythm
from spinnenweb.ui.dialogs.release_choice import ReleaseChoiceDialog, moments
from tests.ui.pages.releases.conftest import shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.pages.releases.page import ReleasesPage
    from tests.ui.pages.conftest import House

    Enter = Callable[..., House]


def ask(house: House) -> tuple[ReleasesPage, ReleaseChoiceDialog]:
    page = shown(house)
    page.view.choose.click()
    house.settle()
    dialog = page.findChild(ReleaseChoiceDialog)
    assert isinstance(dialog, ReleaseChoiceDialog)
    return page, dialog


def keep(house: House, dialog: ReleaseChoiceDialog) -> None:
    dialog.keep.click()
    house.settle()


def ticked(dialog: ReleaseChoiceDialog) -> list[str]:
    return [box.text() for box in dialog.villages.boxes.values() if box.isChecked()]


def tick(dialog: ReleaseChoiceDialog, *names: str) -> None:
    for box in dialog.villages.boxes.values():
        box.setChecked(box.text() in names)


def test_that_a_quarter_is_the_rhythm_unless_a_month_is_chosen(enter: Enter, counted: Workspace) -> None:
    house = enter()
    page, dialog = ask(house)
    assert dialog.quarter.isChecked()
    assert dialog.until.currentText() == "30 september 2026"
    dialog.month.setChecked(True)
    assert dialog.until.currentText() == "31 oktober 2026"
    keep(house, dialog)
    assert counted.releases.rhythm() is Rhythm.MONTH
    assert page.view.header.title.text().endswith("tot en met oktober 2026")


def test_that_leaving_the_choice_changes_nothing(enter: Enter, counted: Workspace) -> None:
    house = enter()
    page, dialog = ask(house)
    dialog.month.setChecked(True)
    dialog.not_now.click()
    house.settle()
    assert counted.releases.rhythm() is Rhythm.QUARTER
    assert page.view.header.title.text().endswith("tot en met september 2026")


def test_that_only_the_chosen_villages_are_shown(enter: Enter, three_villages: Workspace) -> None:
    house = enter()
    page, dialog = ask(house)
    assert ticked(dialog) == ["Beekdal", "Esdoornhoek", "Hogeveld"]
    tick(dialog, "Beekdal", "Esdoornhoek")
    keep(house, dialog)
    box = page.view.village
    assert [box.itemText(place) for place in range(box.count())] == ["Beekdal", "Esdoornhoek", "alle kernen samen"]


def test_that_the_choice_stays_while_the_vault_is_open(enter: Enter, three_villages: Workspace) -> None:
    house = enter()
    _, dialog = ask(house)
    tick(dialog, "Beekdal")
    keep(house, dialog)
    _, again = ask(house)
    assert ticked(again) == ["Beekdal"]


def test_that_a_new_release_begins_with_the_villages_of_the_last(
    enter: Enter, three_villages: Workspace, tmp_path: Path
) -> None:
    ids = {village.name: village.id for village in three_villages.residents.villages()}
    choice = ReleaseChoice(date(2026, 9, 30), (ids["Beekdal"],))
    three_villages.releases.make(choice, tmp_path / "een")
    _, dialog = ask(enter())
    assert ticked(dialog) == ["Beekdal"]


def test_that_no_village_at_all_is_refused_beside_the_boxes(enter: Enter, three_villages: Workspace) -> None:
    house = enter()
    _, dialog = ask(house)
    tick(dialog)
    keep(house, dialog)
    assert dialog.isVisible()
    assert dialog.village_row.error == "Kies minstens één kern."


def test_that_small_villages_can_stand_together(enter: Enter, three_villages: Workspace) -> None:
    house = enter()
    page, dialog = ask(house)
    dialog.apart.setChecked(True)
    keep(house, dialog)
    assert dialog.isVisible()
    assert dialog.group_row.error == "Geef de groep een naam."
    assert dialog.together_row.error == "Kies minstens twee dorpen."
    dialog.group.setText("Het Veen")
    for village in dialog.together.boxes.values():
        village.setChecked(village.text() in ("Beekdal", "Hogeveld"))
    keep(house, dialog)
    box = page.view.village
    assert "Het Veen" in [box.itemText(place) for place in range(box.count())]
    box.setCurrentIndex(box.findData("Het Veen"))
    box.activated.emit(box.currentIndex())
    house.settle()
    assert "Een groep van Beekdal, Hogeveld." in house.texts()


def test_that_a_group_that_was_formed_goes_along_from_then_on(
    enter: Enter, three_villages: Workspace, tmp_path: Path
) -> None:
    ids = {village.name: village.id for village in three_villages.residents.villages()}
    clusters = {"Het Veen": (ids["Beekdal"], ids["Hogeveld"])}
    choice = ReleaseChoice(date(2026, 9, 30), tuple(ids.values()), clusters)
    three_villages.releases.make(choice, tmp_path / "een")
    house = enter()
    page, dialog = ask(house)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Het Veen is een groep van Beekdal, Hogeveld. Dat blijft zo." in said
    assert page.look is not None
    assert page.look.choice.clusters == clusters
    assert page.look.refusal is None


def test_that_a_group_goes_along_after_a_release_of_other_villages(
    enter: Enter, three_villages: Workspace, tmp_path: Path
) -> None:
    ids = {village.name: village.id for village in three_villages.residents.villages()}
    clusters = {"Het Veen": (ids["Beekdal"], ids["Hogeveld"])}
    releases = three_villages.releases
    releases.make(ReleaseChoice(date(2026, 9, 30), tuple(ids.values()), clusters), tmp_path / "een")
    releases.make(ReleaseChoice(date(2026, 10, 31), (ids["Esdoornhoek"],)), tmp_path / "twee")
    house = enter()
    page, dialog = ask(house)
    assert ticked(dialog) == ["Esdoornhoek"]
    tick(dialog, "Esdoornhoek", "Beekdal", "Hogeveld")
    keep(house, dialog)
    assert page.look is not None
    assert page.look.refusal is None
    assert page.look.choice.clusters == clusters


def test_that_the_villages_of_a_group_are_not_asked_for_another(
    enter: Enter, three_villages: Workspace, tmp_path: Path
) -> None:
    ids = {village.name: village.id for village in three_villages.residents.villages()}
    clusters = {"Het Veen": (ids["Beekdal"], ids["Hogeveld"])}
    choice = ReleaseChoice(date(2026, 9, 30), tuple(ids.values()), clusters)
    three_villages.releases.make(choice, tmp_path / "een")
    _, dialog = ask(enter())
    free = [box.text() for box in dialog.together.boxes.values() if box.isEnabled()]
    assert free == ["Esdoornhoek"]


def test_that_a_group_that_cannot_be_is_refused_with_a_reason(
    enter: Enter, three_villages: Workspace, tmp_path: Path
) -> None:
    ids = {village.name: village.id for village in three_villages.residents.villages()}
    three_villages.releases.make(ReleaseChoice(date(2026, 9, 30), tuple(ids.values())), tmp_path / "een")
    house = enter()
    page = shown(house)
    page._choose(ReleaseChoice(date(2026, 10, 31), tuple(ids.values()), {"Het Veen": tuple(ids.values())[:2]}))
    house.settle()
    assert page.view.refused.isVisible()
    assert not page.view.card.isVisible()
    assert not page.view.make.isVisible()
    assert page.view.choose.isVisible()
    assert page.view.refused.title.text() == "Er is geen overzicht gemaakt"


def test_that_moments_are_today_and_the_ends_of_what_is_whole() -> None:
    today = date(2026, 3, 5)
    assert moments(today, Rhythm.MONTH)[:3] == (today, date(2026, 2, 28), date(2026, 1, 31))
    assert moments(today, Rhythm.QUARTER)[:3] == (today, date(2025, 12, 31), date(2025, 9, 30))
