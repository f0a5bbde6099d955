"""The emergency key survives paper, handwriting and a small keyboard."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.recovery_code import ALPHABET, GROUPS, groups, is_group, new_code, parse

CODE = new_code()
OTHER_SIGNS = st.sampled_from(ALPHABET)


def test_that_a_code_is_nine_groups_of_four_readable_signs() -> None:
    found = groups(new_code())
    assert len(found) == GROUPS == 9
    assert all(len(group) == 4 and set(group) <= set(ALPHABET) for group in found)
    assert len(set(ALPHABET)) == 32
    assert not set("ILOU") & set(ALPHABET)


def test_that_codes_use_every_sign_at_every_place_and_never_repeat() -> None:
    codes = [new_code() for _ in range(1000)]
    assert len(set(codes)) == 1000
    for place in (0, 20, 38):
        assert set(Counter(code[place] for code in codes)) == set(ALPHABET)


@pytest.mark.parametrize("between", ["", " ", "-", "  ", "\n", "\u2013", "\u00a0- "])
def test_that_case_and_what_stands_between_do_not_matter(between: str) -> None:
    code = new_code()
    assert parse(between.join(groups(code))) == code
    assert parse(between.join(code.replace("-", "")).lower()) == code


@pytest.mark.parametrize(("zero", "one"), [("O", "I"), ("o", "l"), ("0", "L"), ("O", "i")])
def test_that_letters_that_look_like_digits_are_read_as_digits(zero: str, one: str) -> None:
    for code in [new_code() for _ in range(100)]:
        assert parse(code.replace("0", zero).replace("1", one)) == code


@given(st.integers(0, 35), OTHER_SIGNS)
def test_that_one_wrong_sign_is_noticed(place: int, sign: str) -> None:
    signs = list(CODE.replace("-", ""))
    if signs[place] == sign:
        return
    signs[place] = sign
    with pytest.raises(SpinnenwebError) as caught:
        parse("".join(signs))
    assert caught.value.code == "key.check"


@given(st.integers(0, 7))
def test_that_two_groups_in_the_wrong_order_are_noticed(first: int) -> None:
    swapped = list(groups(CODE))
    if swapped[first] == swapped[first + 1]:
        return
    swapped[first], swapped[first + 1] = swapped[first + 1], swapped[first]
    with pytest.raises(SpinnenwebError) as caught:
        parse("-".join(swapped))
    assert caught.value.code == "key.check"


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("", 1),
        ("ABCD", 2),
        (CODE[:-1], 9),
        (CODE[:9], 3),
        (CODE + "0", 10),
        (CODE * 3, 10),
        ("U" + CODE[1:], 1),
        (CODE[:10] + "?" + CODE[11:], 3),
        (CODE[:-1] + "é", 9),
    ],
    ids=range(9),  # a key made by chance gives another name in every process
)
def test_that_a_wrong_form_names_the_group_to_look_at(typed: str, group: int) -> None:
    with pytest.raises(SpinnenwebError) as caught:
        parse(typed)
    assert (caught.value.code, caught.value.values["group"]) == ("key.form", group)


@given(st.text())
def test_that_a_text_that_is_no_code_is_refused_with_a_code_of_ours(text: str) -> None:
    with pytest.raises(SpinnenwebError) as caught:
        parse(text)
    assert caught.value.code in {"key.form", "key.check"}


def test_that_an_error_holds_no_part_of_the_code() -> None:
    with pytest.raises(SpinnenwebError) as caught:
        parse(CODE[:-1] + "U")
    assert not any(str(value) in CODE for value in caught.value.values.values() if isinstance(value, str))
    assert str(caught.value) == "key.form"


def test_that_one_group_typed_back_is_recognised_and_another_is_not() -> None:
    for number, group in enumerate(groups(CODE), start=1):
        assert is_group(CODE, number, f" {group.lower()} ")
        assert not is_group(CODE, number, group[:3])
        assert not is_group(CODE, number, group + "0")
