"""What is said about an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.wording import Wording
from spinnenweb.ui.errors import Told, dutch_date, told

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def messages(resources: Path) -> Wording:
    return Wording.read(resources / "texts" / "nl" / "meldingen.toml")


@pytest.fixture(scope="module")
def words(resources: Path) -> Wording:
    return Wording.read(resources / "texts" / "nl" / "werker.toml")


def say(code: str, messages: Wording, words: Wording, backup_at: str = "", **values: str | int) -> Told:
    return told(SpinnenwebError(code, **values), messages, words, backup_at)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("fault.passphrase", "Dit wachtwoord past niet"),
        ("fault.plaintext", "Dit is geen kluis"),
        ("fault.empty", "Dit bestand is leeg"),
        ("fault.damaged", "Je kluis is beschadigd"),
        ("fault.newer", "Deze kluis is van een nieuwere Spinnenweb"),
        ("fault.rights", "Je mag niet bij deze kluis"),
    ],
)
def test_that_each_of_the_six_faults_has_its_own_words(
    code: str, title: str, messages: Wording, words: Wording
) -> None:
    said = say(code, messages, words, version="3.0")
    assert said.title == title
    assert said.buttons
    assert "veranderd" in said.text


def test_that_the_day_of_the_last_backup_is_written_out(messages: Wording, words: Wording) -> None:
    said = say("fault.empty", messages, words, "2026-11-21")
    assert said.text.endswith("Je laatste goede reservekopie is van 21 november 2026.")


@pytest.mark.parametrize("backup_at", ["", "gisteren", "2026-13-01"])
def test_that_without_a_known_backup_the_usb_stick_is_named(
    backup_at: str, messages: Wording, words: Wording
) -> None:
    said = say("fault.damaged", messages, words, backup_at)
    assert "{date}" not in said.text
    assert "USB-stick" in said.text


def test_that_a_code_without_a_title_takes_that_of_its_group(messages: Wording, words: Wording) -> None:
    said = say("import.date", messages, words, line=3, value="31-02-2026")
    assert said.title == "Dit bestand is nog niet overgenomen"
    assert "Regel 3" in said.text


@pytest.mark.parametrize("code", ["nobody.knows.this", "import.date"])
def test_that_a_code_without_words_or_values_gets_the_general_line(
    code: str, messages: Wording, words: Wording
) -> None:
    assert say(code, messages, words).text == words.say("message.bug")


@pytest.mark.parametrize(("iso", "dutch"), [("2026-11-01", "1 november 2026"), ("", ""), ("x", "")])
def test_that_dates_are_dutch(iso: str, dutch: str) -> None:
    assert dutch_date(iso) == dutch
