"""Rules for setting Arabic where nothing else does it."""

from __future__ import annotations

import unicodedata

from spinnenweb.documents.arabic import joined, lines, seen


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


def test_that_a_line_is_turned_round_but_numbers_and_latin_names_are_not() -> None:
    assert seen("نص 12 نص") == "صن 12 صن"
    assert seen("نص Anna de Vries: 06 12") == "Anna de Vries: 06 12 صن"
    assert seen("(نص)") == "(صن)"


def test_that_signs_that_isolate_a_value_leave_no_trace() -> None:
    assert joined("\u2068Anna\u2069") == "Anna"


def test_that_a_long_text_is_broken_between_words_in_the_order_it_is_read() -> None:
    found = lines("نص ثان", 2, len)
    assert len(found) == 2
    assert unicodedata.normalize("NFKC", found[0]) == "صن"
