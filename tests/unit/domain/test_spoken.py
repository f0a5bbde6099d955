"""What a voice says where the eye sees signs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from spinnenweb.domain.languages import CODES
from spinnenweb.domain.spoken import OR, spoken_form, spoken_together
from spinnenweb.domain.wording import TwoForms, Wording

TEXTS = Path(__file__).parents[3] / "resources" / "texts"
_BETWEEN_LETTERS = re.compile(r"[^\W\d_]\s?/\s?-?[^\W\d_]")


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("pl", "Jak Pan/Pani się czuje?", "Jak Pan lub Pani się czuje?"),
        ("pl", "dla Pana/Pani.", "dla Pana lub Pani."),
        ("pl", "zrobił(a)", "zrobił lub zrobiła"),
        ("de", "der Nachbar/in", "der Nachbar oder Nachbarin"),
        ("de", "Freund/-innen", "Freund oder Freundinnen"),
        ("uk", "готовий/готова", "готовий або готова"),
        ("uk", "зробив/ла", "зробив або зробила"),
        ("nl", "hij / zij / hen", "hij of zij of hen"),
        ("ar", "ابن/بنت", "ابن أو بنت"),
        ("tr", "kız/erkek", "kız veya erkek"),
        ("en", "he/she", "he or she"),
    ],
)
def test_that_both_forms_are_said_as_words(language: str, written: str, said: str) -> None:
    assert spoken_form(written, language) == said


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("nl", "0–10", "0 tot 10"),
        ("uk", "0 – 10", "0 до 10"),
        ("nl", "Bel 06-12345678.", "Bel 0 6, 1 2 3 4 5 6 7 8."),
        ("en", "+31 6 1234", "+ 3 1, 6, 1 2 3 4"),
        ("nl", "Cijfer 7 van 10", "Cijfer 7 van 10"),
        ("nl", "op 4 december 2026 om 10:00", "op 4 december 2026 om 10:00"),
        ("nl", "7/10", "7/10"),
    ],
)
def test_that_numbers_are_said_as_people_say_them(language: str, written: str, said: str) -> None:
    assert spoken_form(written, language) == said


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("ar", "«نعم» جواب جيد", "نعم جواب جيد"),
        ("ar", "صفحة \u20681\u2069", "صفحة 1"),
        ("nl", "Meedoen\u00a0•", "Meedoen"),
        ("en", "No – that is fine…", "No, that is fine."),
        ("nl", "verbonden aan iPH.", "verbonden aan i P H."),
    ],
)
def test_that_what_is_for_the_eye_only_is_not_said(language: str, written: str, said: str) -> None:
    assert spoken_form(written, language) == said


def test_that_each_text_is_said_once_with_a_rest_behind_it() -> None:
    said = spoken_together(["Hoe gaat het?", "Ja", "", "Ja", "–", "Nee"], "nl")
    assert said == "Hoe gaat het? Ja. Nee."


def test_that_a_question_in_arabic_keeps_its_own_mark() -> None:
    assert spoken_together(["كيف الحال؟", "نعم"], "ar") == "كيف الحال؟ نعم."


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("level", ["gewoon", "eenvoudig"])
def test_that_no_text_for_a_resident_leaves_a_slash_between_words(language: str, level: str) -> None:
    wording = Wording.read(TEXTS / language / f"{level}.toml")
    for key, entry in wording.entries.items():
        for sentence in (entry.u, entry.je) if isinstance(entry, TwoForms) else (str(entry),):
            assert not _BETWEEN_LETTERS.search(spoken_form(sentence, language)), key


def test_that_there_is_a_word_for_or_in_every_language() -> None:
    assert set(OR) == set(CODES)
    with pytest.raises(KeyError):
        spoken_form("a/b", "xx")
