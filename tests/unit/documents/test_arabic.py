"""Rules for setting Arabic where nothing else does it."""

from __future__ import annotations

import unicodedata

from spinnenweb.documents.arabic import joined


def test_that_a_letter_is_joined_to_its_neighbours() -> None:
    names = [unicodedata.name(sign) for sign in joined("بيت")]
    assert names == [
        "ARABIC LETTER BEH INITIAL FORM",
        "ARABIC LETTER YEH MEDIAL FORM",
        "ARABIC LETTER TEH FINAL FORM",
    ]


def test_that_a_letter_that_never_joins_the_next_starts_it_anew() -> None:
    names = [unicodedata.name(sign) for sign in joined("دار")]
    assert [name.rsplit(" ", 2)[1] for name in names] == ["ISOLATED", "ISOLATED", "ISOLATED"]


def test_that_lam_with_alef_is_one_sign() -> None:
    assert unicodedata.name(joined("لا")).startswith("ARABIC LIGATURE LAM WITH ALEF")
    assert unicodedata.normalize("NFKC", joined("سلام")) == "سلام"


def test_that_letters_of_persian_are_joined_too() -> None:
    names = [unicodedata.name(sign) for sign in joined("پیچ")]
    assert names[0] == "ARABIC LETTER PEH INITIAL FORM"
    assert names[1] == "ARABIC LETTER FARSI YEH MEDIAL FORM"
    assert names[2] == "ARABIC LETTER TCHEH FINAL FORM"


def test_that_an_accent_does_not_part_two_letters() -> None:
    names = [unicodedata.name(sign) for sign in joined("بَيت")]
    assert [name.rsplit(" ", 2)[1] for name in names if "LETTER" in name] == ["INITIAL", "MEDIAL", "FINAL"]
