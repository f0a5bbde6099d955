"""What the worker reads in English says the same as the Dutch, in the same places."""

from __future__ import annotations

import re
import string
from collections import Counter
from pathlib import Path

import pytest

from spinnenweb.domain.wording import Entry, TwoForms, Wording

TEXTS = Path(__file__).resolve().parents[2] / "resources" / "texts"
FILES = ("werker", "meldingen", "hulp")
AMERICAN = re.compile(r"\b(\w*(ganiz|cogniz|realiz|mariz|eighbor)\w*|(color|favor|center)\w*)\b", re.I)
LONGEST_SENTENCE = 25
"""Words in a sentence at level B1."""


def both(name: str) -> list[tuple[str, Entry, Entry]]:
    dutch, english = (Wording.read(TEXTS / code / f"{name}.toml") for code in ("nl", "en"))
    return [(key, entry, english.entries[key]) for key, entry in dutch.entries.items()]


def lines(entry: Entry) -> tuple[str, ...]:
    assert not isinstance(entry, TwoForms)
    return entry if isinstance(entry, tuple) else (entry,)


def placeholders(text: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("name", FILES)
def test_that_english_has_the_keys_of_dutch_in_the_same_order(name: str) -> None:
    dutch, english = (Wording.read(TEXTS / code / f"{name}.toml") for code in ("nl", "en"))
    assert english.keys() == dutch.keys()


@pytest.mark.parametrize("name", FILES)
def test_that_english_has_as_many_lines_with_the_same_placeholders(name: str) -> None:
    for key, dutch, english in both(name):
        assert len(lines(dutch)) == len(lines(english)), key
        for one, other in zip(lines(dutch), lines(english), strict=True):
            assert placeholders(one) == placeholders(other), key
            assert other.strip(), key


@pytest.mark.parametrize("name", FILES)
def test_that_no_dutch_sentence_was_left_as_english(name: str) -> None:
    pairs = [pair for _, d, e in both(name) for pair in zip(lines(d), lines(e), strict=True)]
    same = [one for one, other in pairs if one == other and " " in one and not one.startswith("button.")]
    assert same == []


def test_that_an_error_has_the_same_buttons() -> None:
    assert [
        key for key, dutch, english in both("meldingen") if key.endswith(".buttons") and dutch != english
    ] == []


def test_that_a_key_in_the_help_has_its_meaning() -> None:
    for key, _, english in both("hulp"):
        if key.endswith(".keys"):
            assert all(" · " in line for line in lines(english)), key


@pytest.mark.parametrize("name", FILES)
def test_that_the_spelling_is_british(name: str) -> None:
    said = [line for _, _, entry in both(name) for line in lines(entry)]
    assert [found.group() for line in said for found in [AMERICAN.search(line)] if found] == []


@pytest.mark.parametrize("name", FILES)
def test_that_sentences_are_short_enough_to_read_at_once(name: str) -> None:
    long = [
        sentence
        for _, _, entry in both(name)
        for line in lines(entry)
        for sentence in re.split(r"(?<=[.?!:;])\s+", line)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert long == []


def test_that_the_labels_are_those_a_resident_reads_in_english() -> None:
    worker, resident = (Wording.read(TEXTS / "en" / f"{name}.toml") for name in ("werker", "gewoon"))
    assert {k: v for k, v in worker.entries.items() if k.startswith("label.")} == {
        k: v for k, v in resident.entries.items() if k.startswith("label.")
    }
