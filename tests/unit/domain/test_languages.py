"""Which languages there are, and which may be used."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.languages import (
    BASE,
    CODES,
    LEFT_TO_RIGHT,
    OFF,
    RIGHT_TO_LEFT,
    LanguageCheck,
    ReviewState,
    checked,
    direction_of,
    read_language,
    read_languages,
    switched_on,
)

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, code: str, state: str, by: str = "", on: str = "", direction: str = "ltr") -> Path:
    (folder / code).mkdir()
    file = folder / code / "taal.toml"
    about = f'code = "{code}"\nname = "Eigen"\ndutch_name = "Taal"\ndirection = "{direction}"\n'
    file.write_text(f'[language]\n{about}[review]\nstate = "{state}"\nby = "{by}"\non = "{on}"\n', "utf-8")
    return file


def test_that_a_checked_language_tells_by_whom_and_when(tmp_path: Path) -> None:
    language = read_language(write(tmp_path, "tr", "checked", "Verzonnen Vrouw", "2026-10-03"))
    assert language.review is ReviewState.CHECKED
    assert (language.reviewed_by, language.reviewed_on) == ("Verzonnen Vrouw", date(2026, 10, 3))


@pytest.mark.parametrize(("state", "unasked"), [("made", False), ("checked", True), ("native", True)])
def test_that_only_a_language_nobody_checked_needs_switching_on(tmp_path: Path, state: str, unasked: bool) -> None:
    language = read_language(write(tmp_path, "pl", state))
    assert switched_on([language], ()) == (("pl",) if unasked else ())
    assert switched_on([language], ("pl",)) == ("pl",)
    assert switched_on([language], (f"{OFF}pl",)) == ()
    assert not language.always_on


def test_that_the_language_of_the_worker_cannot_be_switched_off(resources: Path) -> None:
    assert switched_on(read_languages(resources / "texts"), (f"{OFF}{BASE}",)) == (BASE,)


def test_that_a_check_recorded_here_stands_in_the_place_of_what_came_with_the_texts(tmp_path: Path) -> None:
    language = read_language(write(tmp_path, "pl", "made"))
    check = LanguageCheck("pl", "tolk", date(2026, 11, 20))
    own = checked(language, (LanguageCheck("tr", "arts", date(2026, 1, 1)), check))
    assert (own.review, own.reviewed_by, own.reviewed_on) == (ReviewState.CHECKED, "tolk", check.on)
    assert checked(language, ()) == language


def test_that_an_unknown_state_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nice"):
        read_language(write(tmp_path, "pl", "nice"))


def test_that_dutch_alone_is_on_until_the_organisation_switches_another_on(resources: Path) -> None:
    languages = read_languages(resources / "texts")
    assert tuple(language.code for language in languages) == CODES
    assert switched_on(languages, ()) == (BASE,)
    assert switched_on(languages, ("uk", "ar", "xx")) == (BASE, "ar", "uk")


def test_that_a_language_without_a_word_about_itself_goes_from_left_to_right(tmp_path: Path) -> None:
    write(tmp_path, "ar", "made", direction="rtl")
    assert direction_of(tmp_path, "ar") == RIGHT_TO_LEFT
    assert direction_of(tmp_path, "xx") == LEFT_TO_RIGHT
