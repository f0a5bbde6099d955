"""In what order mixed lines are seen; the letters ا to ج stand for Arabic, expected results follow UAX #9."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.domain.bidi import as_seen, begins_from_the_right, has_words_from_the_right, signs_of

LTR, RTL = False, True


def seen(text: str, from_the_right: bool) -> str:
    return "".join(sign.shown for sign in as_seen(signs_of(text, from_the_right)))


@pytest.mark.parametrize(
    ("text", "side", "expected"),
    [
        ("ابج", RTL, "جبا"),
        ("ابج 12", RTL, "12 جبا"),
        ("ابج Anna de Vries: 12", RTL, "Anna de Vries: 12 جبا"),
        ("(ابج)", RTL, "(جبا)"),
        ("Anna (ابج) was er", LTR, "Anna (جبا) was er"),
        ("ابج Anna (Mia) ابج", RTL, "جبا Anna (Mia) جبا"),
        ("naar ابج ابد toe", LTR, "naar دبا جبا toe"),
        ("ابج.", RTL, ".جبا"),
        ("ابج 1.50 ابج", RTL, "جبا 1.50 جبا"),
        ("Anna.", RTL, ".Anna"),
        ("1 ابج", LTR, "1 جبا"),
        ("«ابج»", RTL, "«جبا»"),
    ],
)
def test_that_a_line_is_seen_as_unicode_says(text: str, side: bool, expected: str) -> None:
    assert seen(text, side) == expected


def test_that_an_isolated_value_keeps_its_own_order_and_leaves_no_trace() -> None:
    assert seen("ابج: \u206806-12 34\u2069.", RTL) == ".06-12 34 :جبا"
    assert seen("Voor \u2068ابج!\u2069 (1)", LTR) == "Voor !جبا (1)"


def test_that_an_isolate_that_is_never_closed_ends_with_the_text() -> None:
    assert seen("ابج \u2068Anna 1", RTL) == "Anna 1 جبا"


def test_that_an_accent_stays_behind_its_letter() -> None:
    assert seen("بَج", RTL) == "جبَ"


def test_that_a_text_begins_where_its_first_letter_begins() -> None:
    assert begins_from_the_right("12 ابج Anna")
    assert not begins_from_the_right("Anna ابج")
    assert begins_from_the_right("12", otherwise=True)
    assert not begins_from_the_right("\u2068ابج\u2069 Anna", otherwise=True)
    assert has_words_from_the_right("Anna ابج")
    assert not has_words_from_the_right("Їжак Şükrü 12")


@given(st.text(st.sampled_from("aZ 1,(ابג).«»\u2068\u2069َ-"), max_size=30), st.booleans())
def test_that_no_sign_is_lost_or_doubled(text: str, side: bool) -> None:
    signs = signs_of(text, side)
    assert sorted(sign.text for sign in as_seen(signs)) == sorted(text.replace("\u2068", "").replace("\u2069", ""))


@given(st.text(st.sampled_from("aZé 1,(.)-\u2068\u2069"), max_size=30))
def test_that_a_text_from_the_left_stays_as_it_is(text: str) -> None:
    assert seen(text, LTR) == text.replace("\u2068", "").replace("\u2069", "")
