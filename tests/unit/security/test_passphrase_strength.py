"""A passphrase is strong enough from 10^12 guesses, counted as an attacker with a Dutch list would."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinnenweb.domain.wording import Wording
from spinnenweb.security.passphrase import is_too_weak, propose
from spinnenweb.security.passphrase_strength import ENOUGH_GUESSES, Hint, strength
from tests.unit.security.vaults import run_child

RESOURCES = Path(__file__).parents[3] / "resources"
WORDS = (RESOURCES / "words" / "nl.txt").read_text("utf-8").split()
NAMES = ("Welzijn Verzonnen", "Ruinen", "AB")


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("", Hint.EMPTY),
        (" - ", Hint.EMPTY),
        ("Welkom01!", Hint.TOO_SHORT),
        ("Zomer2026", Hint.TOO_SHORT),
        ("wachtwoord-wachtwoord", Hint.HABIT),
        ("kapster zomerreis", Hint.FEW_WORDS),
        ("aap noot mies", Hint.FEW_WORDS),
        ("qwerty12345678", Hint.COMMON),
        ("ruinen verzonnen 1", Hint.PERSONAL),
        ("Welzijn Verzonnen 2026!", Hint.PERSONAL),
        ("Herman van Dijk 65", Hint.NAME),
        ("ruinen ruinen 2026", Hint.REPEATED),
        ("bo 24-12-1968 bo", Hint.DATE),
    ],
)
def test_that_what_people_try_first_is_refused_with_the_reason(typed: str, hint: Hint) -> None:
    found = strength(typed, WORDS, NAMES)
    assert (found.hint, found.enough) == (hint, False)
    assert found.guesses < ENOUGH_GUESSES
    assert found.score < 3


@pytest.mark.parametrize(
    "typed",
    [
        "De molen draait",
        "het regent vandaag",
        "mijn fiets is rood",
        "ik woon in ruinen",
        "appeltaart met slagroom",
    ],
)
def test_that_a_short_dutch_sentence_is_refused_for_having_few_words(typed: str) -> None:
    found = strength(typed, WORDS)
    assert (found.hint, found.enough) == (Hint.FEW_WORDS, False)
    assert found.guesses < ENOUGH_GUESSES


@pytest.mark.parametrize("typed", ["De molen draait hard achter de dijk", "vier vissers slapen onder water"])
def test_that_a_longer_dutch_sentence_is_enough(typed: str) -> None:
    assert strength(typed, WORDS).enough


def test_that_a_word_said_again_and_small_words_add_little() -> None:
    once, again = (strength(typed, WORDS).guesses for typed in ("molen draait hard", "molen molen draait hard"))
    small = strength("de molen draait hard", WORDS).guesses
    assert again <= once * 100
    assert small <= once * 100


def test_that_every_proposal_is_strong_also_one_of_neighbours_in_the_list() -> None:
    proposals = [propose(WORDS) for _ in range(40)] + [propose(WORDS[:40]) for _ in range(40)]
    distinct = [one for one in proposals if len(set(one.split())) == 5]
    assert [one for one in distinct if not strength(one, WORDS, NAMES).enough] == []
    assert strength(proposals[0], WORDS).hint in (Hint.ENOUGH, Hint.STRONG)


@pytest.mark.parametrize("typed", ["x!9Qz7#kLp2@wd", "vijf woorden zijn genoeg", "ik hou van mijn hond bello"])
def test_that_an_own_long_passphrase_is_enough(typed: str) -> None:
    assert strength(typed, WORDS, NAMES).enough


def test_that_a_name_of_the_house_counts_for_little() -> None:
    typed = "hogeveld zonneroos 83"
    assert (
        strength(typed, WORDS).guesses > 100 * strength(typed, WORDS, ("Stichting Hogeveld", "Zonneroos")).guesses
    )


def test_that_words_of_the_list_count_as_drawn_from_it() -> None:
    four = " ".join(secrets.SystemRandom().sample(WORDS, 4))
    assert strength(four, WORDS).guesses <= len(WORDS) ** 4


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=90))
def test_that_any_text_is_judged_and_what_is_refused_at_sight_stays_refused(typed: str) -> None:
    found = strength(typed, WORDS[:500], NAMES)
    assert 0 <= found.score <= 4
    assert 1 <= found.guesses <= 1e30
    assert found.enough == (found.score >= 3) == (found.hint in (Hint.ENOUGH, Hint.STRONG))
    assert not (found.enough and is_too_weak(typed, frozenset(WORDS[:500])))


def test_that_a_book_is_judged_as_fast_as_a_sentence() -> None:
    assert strength("de kat krabt de krullen van de trap " * 3000, WORDS).score <= 4


def test_that_every_hint_has_its_dutch_line() -> None:
    words = Wording.read(RESOURCES / "texts" / "nl" / "werker.toml")
    assert [hint for hint in Hint if not words.has(f"strength.{hint}")] == []


def test_that_nothing_of_it_is_loaded_to_open_a_vault() -> None:
    code = "import sys\nimport spinnenweb.services.vaults\nprint(sorted({'zxcvbn', 'pyrage'} & set(sys.modules)))"
    assert run_child(code) == "[]"
