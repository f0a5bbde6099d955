"""Residents and their permissions."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.domain.residents import (
    Consent,
    ConsentAnswer,
    Purpose,
    Resident,
    allows,
    current_answers,
    display_name,
    normal_code,
)

NOON = datetime(2026, 5, 19, 12, tzinfo=UTC)


def consent(number: int, purpose: Purpose, answer: ConsentAnswer, day: int) -> Consent:
    return Consent(str(number), "r", purpose, answer, date(2026, 5, day), NOON)


def test_that_the_newest_answer_is_the_one_in_force() -> None:
    given_first = (
        consent(1, Purpose.COUNT, ConsentAnswer.YES, 3),
        consent(2, Purpose.COUNT, ConsentAnswer.WITHDRAWN, 9),
        consent(3, Purpose.COUNT, ConsentAnswer.YES, 1),
    )
    assert not allows(given_first, Purpose.COUNT)


def test_that_the_four_permissions_are_separate() -> None:
    only_count = (consent(1, Purpose.COUNT, ConsentAnswer.YES, 3),)
    assert allows(only_count, Purpose.COUNT)
    assert not any(allows(only_count, p) for p in Purpose if p is not Purpose.COUNT)


@given(st.permutations([1, 2, 3, 4]))
def test_that_the_order_of_reading_does_not_matter(order: list[int]) -> None:
    said = {n: consent(n, Purpose.RECORD, ConsentAnswer.YES if n % 2 else ConsentAnswer.NO, n) for n in order}
    assert current_answers(tuple(said[n] for n in order))[Purpose.RECORD].id == "4"


@given(st.text(min_size=1, max_size=20))
def test_that_codes_are_compared_without_case_and_outer_blanks(code: str) -> None:
    assert normal_code(f"  {code.upper()} ") == normal_code(normal_code(code.upper()))


def test_that_a_resident_without_calling_name_is_called_by_code() -> None:
    assert display_name(Resident("r", "R-014")) == "Inwoner R-014"
    assert display_name(Resident("r", "R-014", "Jannie")) == "Jannie"


def test_that_age_is_calendar_year_minus_birth_year() -> None:
    assert Resident("r", "R-1", birth_year=1950).age_in(2026) == 76
    assert Resident("r", "R-1").age_in(2026) is None


def test_that_there_is_no_field_for_a_citizen_service_number() -> None:
    assert not any("bsn" in name.lower() for name in Resident.__slots__)
