"""A first start with the start file of the organisation, and the place of a new vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyrage
import pytest

from spinnenweb.domain.house_rules import IdleTimes
from spinnenweb.ui.entrance.start_file import StartFileView
from spinnenweb.ui.entrance.steps import KeyStep, PlaceStep
from spinnenweb.ui.entrance.welcome import WelcomeView
from spinnenweb.ui.frame import Frame

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.ui.shell import Shell
    from tests.ui.entrance.conftest import House

RULES = """\
startbestand = 1
[organisatie]
naam = "Welzijn Verzonnen"
{key}
[[kern]]
naam = "Beekdal"
[[kern]]
naam = "Hogeveld"
[reservekopie]
plek = '{place}'
[vergrendelen]
bureau = 10
[talen]
aan = ["pl"]
"""


def start_file(house: House, tmp_path: Path, *, key: bool = True) -> str:
    """Lay a start file ready; its public key."""
    public = str(pyrage.x25519.Identity.generate().to_public())
    line = f'sleutel = "{public}"' if key else ""
    house.asker.file = tmp_path / "verzonnen.start.toml"
    house.asker.file.write_text(RULES.format(key=line, place=tmp_path / "stick"), "utf-8")
    return public


def with_file(house: House) -> tuple[Shell, StartFileView]:
    shell = house.shell()
    house.wait_for(shell, WelcomeView).start_button.click()
    view = house.wait_for(shell, StartFileView)
    house.bot.waitUntil(lambda: bool(view.choice.password()))
    return shell, view


def begin(view: StartFileView) -> None:
    view.worker.setText("S.")
    view.choice.repeat.edit.setText(view.choice.password())
    view.begin_button.click()


def test_that_what_the_file_fills_in_is_told_before_anything_is_made(house: House, tmp_path: Path) -> None:
    public = start_file(house, tmp_path)
    _, view = with_file(house)
    said = " ".join(view.lines.values())
    for part in ("Welzijn Verzonnen", "Beekdal, Hogeveld", "24 maanden", str(tmp_path / "stick"), "10 minuten"):
        assert part in said
    assert "Pools" in view.lines["Talen erbij"]
    assert "Welzijn Verzonnen je kluis voor je openen" in view.key_note.label.text()
    assert public in view.public_key.replace("\u200b", "")
    assert not house.setup.vaults.exists()


def test_that_only_a_name_and_a_password_are_left_to_give(house: House, tmp_path: Path) -> None:
    start_file(house, tmp_path)
    shell, view = with_file(house)
    begin(view)
    step = house.wait_for(shell, KeyStep)
    assert step.sheet.later_button.text() == "Verder zonder noodsleutel"
    step.sheet.later_button.click()
    place = house.wait_for(shell, PlaceStep)
    assert place.place.text() == str(tmp_path / "stick")
    place.open_button.click()
    frame = house.wait_for(shell, Frame)
    settings = frame.context.workspace.settings.get()
    assert (settings.organisation, settings.worker, settings.rules_by) == (
        "Welzijn Verzonnen",
        "S.",
        "Welzijn Verzonnen",
    )
    assert (settings.idle, settings.key_due) == (IdleTimes(10, 5, 30), None)
    assert settings.backup_place == str(tmp_path / "stick")
    assert frame.context.workspace.keys.organisation_key_state().on


def test_that_without_a_key_the_paper_is_asked_for_as_ever(house: House, tmp_path: Path) -> None:
    start_file(house, tmp_path, key=False)
    shell, view = with_file(house)
    assert "Alleen jij" in view.key_note.label.text()
    begin(view)
    step = house.wait_for(shell, KeyStep)
    assert step.sheet.later_button.text().startswith("Later doen, uiterlijk")


def test_that_nothing_is_made_without_a_name(house: House, tmp_path: Path) -> None:
    start_file(house, tmp_path)
    _, view = with_file(house)
    view.choice.repeat.edit.setText(view.choice.password())
    view.begin_button.click()
    assert view.worker_row.error
    assert not house.setup.vaults.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('startbestand = 1\n[organisatie]\nnaam = "W"\n[bewaren]\nkaart = 0\n', "Regel 5"),
        ('startbestand = 1\n[organisatie]\nnaam = "W"\nwachtwoord = "x"\n', "Regel 4"),
        ("startbestand = 1\nnaam = \n", "Regel 2"),
    ],
)
def test_that_a_mistake_is_told_with_its_line_and_nothing_is_made(
    house: House, tmp_path: Path, text: str, said: str
) -> None:
    house.asker.file = tmp_path / "fout.start.toml"
    house.asker.file.write_text(text, "utf-8")
    shell = house.shell()
    view = house.wait_for(shell, WelcomeView)
    view.start_button.click()
    house.bot.waitUntil(view.start_problem.isVisible)
    assert said in view.start_problem.label.text()
    assert "Er is niets gemaakt" in view.start_problem.label.text()
    assert not house.setup.vaults.exists()


def test_that_the_way_back_asks_everything_again(house: House, tmp_path: Path) -> None:
    start_file(house, tmp_path)
    shell, view = with_file(house)
    view.back_button.click()
    house.wait_for(shell, WelcomeView)


def test_that_a_sync_folder_is_refused_with_its_reason_and_the_proposal_stays(
    house: House, tmp_path: Path
) -> None:
    shell = house.shell()
    view = house.wait_for(shell, WelcomeView)
    assert str(house.setup.vaults) in view.place.text()
    house.asker.chosen = tmp_path / "OneDrive - Welzijn" / "werk"
    view.place_button.click()
    house.bot.waitUntil(view.place_problem.isVisible)
    assert "niet in OneDrive" in view.place_problem.text()
    assert str(house.setup.vaults) in view.place.text()


def test_that_a_vault_is_made_in_the_folder_that_was_chosen(house: House, tmp_path: Path) -> None:
    shell = house.shell()
    view = house.wait_for(shell, WelcomeView)
    house.asker.chosen = tmp_path / "eigen plek"
    view.place_button.click()
    house.bot.waitUntil(lambda: "eigen plek" in view.place.text())
    view.worker.setText("S.")
    view.village.setText("Ruinerdal")
    view.choice.repeat.edit.setText(view.choice.password())
    view.begin_button.click()
    house.wait_for(shell, KeyStep)
    assert [path.name for path in (tmp_path / "eigen plek").iterdir()] == ["kluis.vault"]
