"""What a person typed again."""

from __future__ import annotations

import pytest

from spinnenweb.services.typed_again import is_key_group, same_passphrase

KEY = "ABCD-EF0H-1JKM"


@pytest.mark.parametrize("typed", ["tafel appel fiets", "Tafel-Appel  FIETS", " tafel—appel fiets\n"])
def test_that_capitals_blanks_and_hyphens_do_not_make_another_passphrase(typed: str) -> None:
    assert same_passphrase("tafel appel fiets", typed)


@pytest.mark.parametrize("typed", ["tafel appel fiet", "", "tafelappel fiets"])
def test_that_another_text_is_another_passphrase(typed: str) -> None:
    assert not same_passphrase("tafel appel fiets", typed)


@pytest.mark.parametrize(
    ("number", "typed", "right"), [(1, "abcd", True), (2, "efoh", True), (3, "i jkm", True), (1, "EF0H", False)]
)
def test_that_a_group_is_read_as_forgivingly_as_the_key(number: int, typed: str, right: bool) -> None:
    assert is_key_group(KEY, number, typed) is right
