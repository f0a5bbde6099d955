"""What a text must be before it enters the vault."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.text_rules import clean, clean_line


@pytest.mark.parametrize(
    ("text", "code"), [("a\0b", "text.nul"), ("\ud800", "text.control"), ("\x1b[0m", "text.control")]
)
def test_that_unstorable_characters_are_refused_without_repeating_the_text(text: str, code: str) -> None:
    with pytest.raises(SpinnenwebError) as caught:
        clean(text, 100, "notitie")
    assert caught.value.code == code
    assert text not in str(caught.value.values)


def test_that_a_name_of_ten_thousand_characters_is_refused() -> None:
    with pytest.raises(SpinnenwebError) as caught:
        clean_line("x" * 10_000, 200, "naam")
    assert caught.value.code == "text.too_long"
    assert caught.value.values["longest"] == 200


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_that_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text, 2000, "notitie")
    assert clean(once, 2000, "notitie") == once
    assert unicodedata.is_normalized("NFC", once)
