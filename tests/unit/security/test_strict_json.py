"""JSON that is unclear is refused with one kind of error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.security.strict_json import canonical, load_object, raw, text, whole, written


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b'"text"',
        b'{"a": 1, "a": 2}',
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b'{"a": 1} x',
        b"\xff\xfe\x00",
        b'{"a":' * 30_000,
        b"[" * 60_000,
        b'{"a": ' + b"9" * 5_000 + b"}",
    ],
)
def test_that_anything_but_one_clear_object_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        load_object(data)


@given(st.dictionaries(st.text(), st.none() | st.booleans() | st.integers() | st.text(), max_size=5))
def test_that_what_is_written_is_read_back_and_written_the_same(value: dict[str, object]) -> None:
    data = canonical(value)
    assert load_object(data) == value
    assert canonical(load_object(data)) == data


@given(st.binary(min_size=1, max_size=64))
def test_that_bytes_come_back_only_at_their_own_length(value: bytes) -> None:
    assert raw({"a": written(value)}, "a", len(value)) == value
    with pytest.raises(ValueError, match="a"):
        raw({"a": written(value)}, "a", len(value) + 1)


@pytest.mark.parametrize("value", [True, False, 1.0, "1", None, [1]])
def test_that_only_a_whole_number_is_one(value: object) -> None:
    with pytest.raises(ValueError, match="a"):
        whole({"a": value}, "a")


@pytest.mark.parametrize("value", ["ab", "", "a\n", 1, None])
def test_that_a_text_matches_as_a_whole(value: object) -> None:
    with pytest.raises(ValueError, match="a"):
        text({"a": value}, "a", "a")
