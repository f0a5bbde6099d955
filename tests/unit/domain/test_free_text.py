"""What in a free text points at a person."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.domain.free_text import Finding, FindingKind, bsns, find, is_bsn

NAMES = ("Fatima el Amrani", "Jo Ünal", "Piet", "R-007")


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.kind.value) for one in find(text, NAMES)]


def _with_check_digit(start: int) -> str | None:
    digits = f"{start:08d}"
    rest = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), digits, strict=True)) % 11
    return None if rest == 10 else digits + str(rest)


@given(st.integers(10_000_000, 99_999_999))
def test_that_a_number_made_by_the_eleven_test_is_a_bsn_and_its_neighbour_is_not(start: int) -> None:
    number = _with_check_digit(start)
    if number is not None:
        assert is_bsn(number)
        assert not is_bsn(number[:-1] + str((int(number[-1]) + 1) % 10))


@pytest.mark.parametrize("digits", ["000000000", "12345678a", "1234567890", ""])
def test_that_what_is_not_nine_digits_or_only_zeros_is_no_bsn(digits: str) -> None:
    assert not is_bsn(digits)


@pytest.mark.parametrize("written", ["111222333", "111 222 333", "1112.22.333", "111-222-333", "١١١٢٢٢٣٣٣"])
def test_that_a_bsn_is_flagged_however_it_is_written(written: str) -> None:
    text = f"nummer {written}, zei ze"
    assert [text[one.start : one.end] for one in bsns(text)] == [written]


@pytest.mark.parametrize(
    "text", ["111222334", "1112223339", "12111222333", "op 21-11-2026 en 22-11-2026", "€ 1.112,22"]
)
def test_that_other_numbers_are_no_bsn(text: str) -> None:
    assert bsns(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bel 06-00 00 00 00 maar", [("06-00 00 00 00", "telefoon")]),
        ("bel +31 (0)6 00000000", [("+31 (0)6 00000000", "telefoon")]),
        ("mail naar jo@voorbeeld.example graag", [("jo@voorbeeld.example", "e-mail")]),
        ("woont op 1234 AB 12a, achter", [("1234 AB 12a", "adres")]),
        ("postcode 9999zz", [("9999zz", "adres")]),
        ("Fatima komt", [("Fatima", "naam")]),
        ("met FATIMA EL AMRANI mee", [("FATIMA EL AMRANI", "naam")]),
        ("bij mevrouw Amrani's zus", [("Amrani", "naam")]),
        ("de hond van jo unal", [("jo unal", "naam")]),
        ("Piets fiets", [("Piets", "naam")]),
        ("zie r-007", [("r-007", "naam")]),
    ],
)
def test_that_what_points_at_a_person_is_found_in_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "in 2024 is het gelukt",
        "el en de",
        "om 10.30 uur",
        "een 6 en een 7",
        "pietje precies",
        "in 2026 staat de R 8",
    ],
)
def test_that_ordinary_sentences_give_no_finding(text: str) -> None:
    assert _found(text) == []


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=5))
def test_that_findings_lie_inside_the_text_in_order_and_apart(text: str, names: list[str]) -> None:
    end = 0
    for one in find(text, names):
        assert end <= one.start < one.end <= len(text)
        end = one.end


@given(st.text(st.characters(categories=["L"]), min_size=2, max_size=15))
def test_that_a_known_name_never_slips_through(name: str) -> None:
    assert any(one.kind is FindingKind.NAME for one in find(f"Ik sprak {name} gisteren.", [name]))


def test_that_a_very_long_word_takes_no_time() -> None:
    begun = time.perf_counter()
    assert find("x" * 30_000 + " bo@voorbeeld.nl", ()) == (Finding(30_001, 30_016, FindingKind.EMAIL),)
    assert time.perf_counter() - begun < 1
