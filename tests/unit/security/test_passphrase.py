"""Passphrases are read forgivingly and refused sparingly."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.security.passphrase import is_too_weak, normalise, propose

WORDS = [f"{first}{middle}{last}" for first in "bdfgklm" for middle in ("aan", "ook", "ier") for last in "dlnprst"]


@given(st.text())
def test_that_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


def test_that_every_sign_that_has_a_meaning_is_settled_after_normalising_once() -> None:
    for number in range(0x32000):
        once = normalise(f"a{chr(number)}b")
        assert normalise(once) == once


@given(
    st.lists(st.sampled_from(["molen", "fluit", "één", "wolk"]), min_size=1, max_size=6),
    st.data(),
)
def test_that_case_and_the_kind_of_blank_or_hyphen_do_not_matter(words: list[str], data: st.DataObject) -> None:
    betweens = st.text("  -\t\n\u00a0\u2010\u2011\u2012\u2013\u2014\u2212\u00ad\u3000", min_size=1, max_size=3)
    typed = "".join(
        data.draw(st.sampled_from([word, word.title(), word.upper()])) + data.draw(betweens) for word in words
    )
    assert normalise(typed) == " ".join(words)


def test_that_composed_and_decomposed_letters_are_one_passphrase() -> None:
    assert normalise(unicodedata.normalize("NFD", "Café Één")) == normalise("café één") == "café één"


def test_that_a_capital_without_a_composed_form_is_the_same_as_its_small_letter() -> None:
    assert normalise("J\u030c") == normalise("\u01f0") == "\u01f0"


@given(st.text("abcdefg hij", min_size=1))
def test_that_other_letters_are_another_passphrase(text: str) -> None:
    assert normalise(text + "x") != normalise(text)


def test_that_a_proposal_draws_the_asked_number_of_words_from_the_list() -> None:
    for count in (4, 5, 7):
        words = propose(WORDS, count).split(" ")
        assert len(words) == count
        assert set(words) <= set(WORDS)


def test_that_proposals_differ_and_reach_the_whole_list() -> None:
    proposals = {propose(WORDS) for _ in range(500)}
    assert len(proposals) == 500
    assert {word for one in proposals for word in one.split()} == set(WORDS)


def test_that_a_proposal_is_never_refused() -> None:
    words = [f"woord{number}" for number in range(7776)]
    assert not any(is_too_weak(propose(words), words) for _ in range(50))


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "kort",
        "elf tekens.",
        "a         b - - -    c",
        "aaaaaaaaaaaaaaaa",
        "abababababababab",
        "welkomwelkomwelkom",
        "Welkom-Welkom-Welkom",
        "1234567890123",
        "3210987654321",
        "QwertyUiopAsdf",
        "Wachtwoord2026!!",
        "!!2026Augustus!!",
        "Positieve Gezondheid",
    ],
)
def test_that_a_plain_passphrase_is_refused(typed: str) -> None:
    assert is_too_weak(typed)


@pytest.mark.parametrize(
    "typed", ["molen kastanje fluit drempel", "Op zolder staan 3 fietsen", "xk9-vvb2-lq8z-0w"]
)
def test_that_a_longer_thought_is_accepted(typed: str) -> None:
    assert not is_too_weak(typed)


def test_that_three_words_of_the_list_are_too_few_and_four_are_enough() -> None:
    words = ["kastanje", "drempel", "fluiten", "wolkenlucht"]
    assert is_too_weak("kastanje drempel fluiten", words)
    assert is_too_weak("kastanje drempel fluiten drempel kastanje", words)
    assert not is_too_weak("kastanje drempel fluiten wolkenlucht", words)
