"""Who is spoken to in which language, and what follows for paper and for what is written down."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from spinnenweb.domain.changes import Kind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.languages import CODES, LanguageCheck, ReviewState
from spinnenweb.domain.residents import ConsentAnswer, Level, Purpose
from spinnenweb.services.summaries import SummaryChoice
from spinnenweb.services.vaults import open_vault
from tests.unit.services.rooms import PASSPHRASE, Room, same_room
from tests.unit.services.talks_on_paper import talk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PRINTED = ("en", "de", "ar", "tr", "pl", "uk")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def on_paper(opened: Room, language: str, level: Level = Level.PLAIN) -> tuple[str, str]:
    """The summary for a resident with that language: its words, and the language the file names."""
    workspace = opened.workspace
    resident = opened.new_resident(language=language, level=level)
    conversation = talk(workspace.catalogue, date(2026, 11, 21), 6, 5, 7, 7, 4)
    reader = PdfReader(BytesIO(workspace.summaries.pdf(resident, conversation, SummaryChoice())))
    words = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    return unicodedata.normalize("NFKC", words), str(reader.root_object["/Lang"])


# --- which are on


def test_that_a_language_is_off_until_the_organisation_switches_it_on(opened: Room) -> None:
    languages = opened.workspace.languages
    assert tuple(language.code for language in languages.all()) == CODES
    assert languages.switched_on() == ("nl",)
    assert languages.switch("uk", True).touches(Kind.SETTINGS)
    assert languages.switched_on() == ("nl", "uk")
    assert [language.dutch_name for language in languages.offered()] == ["Nederlands", "Oekraïens"]


def test_that_switching_on_twice_and_off_once_leaves_it_off(opened: Room) -> None:
    languages = opened.workspace.languages
    languages.switch("ar", True)
    languages.switch("ar", True)
    languages.switch("ar", False)
    assert languages.switched_on() == ("nl",)


@pytest.mark.parametrize("code", ["nl", "xx"])
def test_that_neither_dutch_nor_an_unknown_language_can_be_switched_or_checked(opened: Room, code: str) -> None:
    with pytest.raises(ValueError, match=code):
        opened.workspace.languages.switch(code, False)
    with pytest.raises(ValueError, match=code):
        opened.workspace.languages.record_check(LanguageCheck(code, "tolk", date(2026, 11, 20)))


def test_that_a_native_check_is_kept_in_the_vault_and_switches_the_language_on(opened: Room) -> None:
    workspace = opened.workspace
    workspace.languages.record_check(LanguageCheck("tr", "arts", date(2026, 11, 1)))
    workspace.languages.record_check(LanguageCheck("tr", " tolk  van het  gemeentehuis ", date(2026, 11, 20)))
    workspace.close()
    again = open_vault(opened.folder, PASSPHRASE, opened.environment)
    turkish = next(one for one in again.languages.all() if one.code == "tr")
    assert (turkish.review, turkish.reviewed_by) == (ReviewState.CHECKED, "tolk van het gemeentehuis")
    assert turkish.reviewed_on == date(2026, 11, 20)
    assert again.languages.switched_on() == ("nl", "tr")
    assert turkish in again.languages.offered()
    again.close()


def test_that_a_checked_language_can_be_switched_off_and_a_check_taken_back(opened: Room) -> None:
    languages = opened.workspace.languages
    languages.record_check(LanguageCheck("pl", "tolk", date(2026, 11, 20)))
    languages.switch("pl", False)
    assert languages.switched_on() == ("nl",)
    languages.forget_check("pl")
    assert next(one for one in languages.all() if one.code == "pl").review is ReviewState.MADE
    assert languages.switched_on() == ("nl",)


@pytest.mark.parametrize(
    ("by", "on", "code"),
    [("  ", date(2026, 11, 20), "language.checker"), ("tolk", date(2999, 1, 1), "language.check_date")],
)
def test_that_a_check_by_nobody_or_in_the_future_is_refused(opened: Room, by: str, on: date, code: str) -> None:
    with pytest.raises(SpinnenwebError, match=code):
        opened.workspace.languages.record_check(LanguageCheck("pl", by, on))
    assert opened.workspace.settings.get().language_checks == ()


def test_that_what_is_on_travels_with_the_vault(opened: Room) -> None:
    opened.workspace.languages.switch("tr", True)
    opened.workspace.close()
    again = open_vault(opened.folder, PASSPHRASE, opened.environment)
    assert again.languages.switched_on() == ("nl", "tr")
    again.close()


# --- who hears what


def test_that_a_resident_is_spoken_to_in_the_own_language_with_the_dutch_beside_it(opened: Room) -> None:
    opened.workspace.languages.switch("de", True)
    spoken = opened.workspace.languages.spoken_to(opened.new_resident(language="de", level=Level.SIMPLE))
    assert (spoken.texts.language, spoken.texts.level) == ("de", "eenvoudig")
    assert spoken.say("consent.no").under == "Nee"
    # "Ja" is German and Dutch alike, and is not said twice
    assert spoken.say("consent.yes").under == ""


def test_that_a_language_that_is_off_is_not_spoken(opened: Room) -> None:
    spoken = opened.workspace.languages.spoken_to(opened.new_resident(language="de"))
    assert (spoken.texts.language, spoken.dutch) == ("nl", None)


@pytest.mark.parametrize(("on", "heard"), [(True, "uk"), (False, "nl")])
def test_that_an_answer_names_the_language_in_which_it_was_asked(opened: Room, on: bool, heard: str) -> None:
    if on:
        opened.workspace.languages.switch("uk", True)
    resident = opened.new_resident(language="uk")
    opened.talk(resident)
    said = opened.workspace.residents.consents(resident.id)
    assert said
    assert {consent.language for consent in said} == {heard}
    assert opened.workspace.residents.get(resident.id).language == "uk"


@pytest.mark.parametrize(("on", "heard"), [(True, "uk"), (False, "nl")])
def test_that_an_answer_on_the_card_names_the_language_in_which_it_was_asked(
    opened: Room, on: bool, heard: str
) -> None:
    if on:
        opened.workspace.languages.switch("uk", True)
    resident = opened.new_resident(language="uk")
    opened.workspace.residents.say(resident.id, Purpose.CONTACT, ConsentAnswer.YES)
    assert [said.language for said in opened.workspace.residents.consents(resident.id)] == [heard]


# --- paper


@pytest.mark.parametrize("language", PRINTED)
@pytest.mark.parametrize("level", Level)
def test_that_the_paper_is_in_the_residents_language(opened: Room, language: str, level: Level) -> None:
    workspace = opened.workspace
    workspace.languages.switch(language, True)
    resident = opened.new_resident(language=language, level=level)
    texts = workspace.languages.spoken_to(resident).texts
    words, named = on_paper(opened, language, level)
    for key in ("summary.marks", "line.resident", "summary.agreed", "label.LF"):
        assert texts.say(key) in words
    assert "De cijfers" not in words
    assert named == language


def test_that_the_date_on_paper_is_said_in_that_language(opened: Room) -> None:
    opened.workspace.languages.switch("uk", True)
    assert "Наша розмова 21 листопада 2026 року" in on_paper(opened, "uk")[0]


def test_that_a_picture_speaks_the_language_of_the_paper(opened: Room) -> None:
    workspace = opened.workspace
    conversation = talk(workspace.catalogue, date(2026, 11, 21), 6, 5, 7, 7, 4)
    resident = opened.new_resident()
    dutch, arabic, polish = (replace(resident, language=code) for code in ("nl", "ar", "pl"))
    for code in ("ar", "pl"):
        workspace.languages.switch(code, True)
    made = {one.language: workspace.pictures.web_png(one, conversation) for one in (dutch, arabic, polish)}
    assert len(set(made.values())) == len(made)
