"""A contribution is written in one way only, and read as if an enemy wrote it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinnenweb.exchange import contribution_files
from spinnenweb.exchange.contribution_files import NewerError, Sending, contribution_bytes, parse_contribution
from spinnenweb.security.strict_json import canonical
from tests.unit.team.made_laptops import known, sent, web_of

KEY = "a" * 64
PERSON = known(7, "Jannie", household=3, former=(9, 12))
MARKED = replace(
    PERSON, member=replace(PERSON.member, web=replace(web_of(7), marks={"LF": Fraction(22, 3), "MW": None}))
)
SENDING = Sending(
    "b" * 64, "age1abc", 41, sent(KEY, known(3, "Piet", mark=None), MARKED, refused=frozenset({bytes(16)}))
)


def told() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(contribution_bytes(SENDING))
    return found


def refused(changed: object) -> bool:
    return unreadable(canonical(changed))


def unreadable(content: bytes) -> bool:
    try:
        parse_contribution(content)
    except ValueError:
        return True
    return False


def test_that_what_was_written_is_read() -> None:
    read = parse_contribution(contribution_bytes(SENDING))
    marks = {"LF": Fraction(22, 3)}
    (piet, jannie) = read.contribution.people
    assert jannie.member.web is not None
    assert jannie.member.web.marks == marks
    assert jannie == replace(MARKED, member=replace(MARKED.member, web=replace(web_of(7), marks=marks)))
    assert piet == known(3, "Piet", mark=None)
    assert replace(read, contribution=SENDING.contribution) == SENDING
    assert read.contribution.refused == SENDING.contribution.refused


def test_that_the_same_people_give_the_same_bytes_in_any_order() -> None:
    turned = replace(SENDING.contribution, people=SENDING.contribution.people[::-1])
    assert contribution_bytes(replace(SENDING, contribution=turned)) == contribution_bytes(SENDING)


def test_that_it_names_nothing_but_what_stands_in_the_manual() -> None:
    assert sorted(told()) == ["aan", "bijdrage", "mensen", "team", "tot", "van", "volgnummer", "weigeren"]
    assert sorted(told()["mensen"][1]) == [
        *("eerder", "gesprek", "huishouden", "jaar", "kern", "merk", "nummer", "onderwerpen", "opvolging"),
        *("signalen", "tekens", "themas", "web"),
    ]


WRONG: dict[str, Any] = {
    "nummer": [None, 7, "7", "x" * 16, "0" * 17, "0000000000000003"],
    "eerder": [None, ["1"], ["000000000000000c", "0000000000000009"], ["0000000000000007"]],
    "huishouden": ["3", 3],
    "kern": ["", "a\nb", "a" * 201, None],
    "jaar": ["1950", 1950.0, 3, 5000, True],
    "merk": ["", "00", None],
    "gesprek": ["gisteren", "2026-02-30", "20260101", None],
    "themas": ["wonen", ["b", "a"], ["a", "a"], [1], ["Jannie is ziek"], ["a"] * 201],
    "onderwerpen": [["XX"]],
    "opvolging": [["agreed", "unknown"], [True]],
    "tekens": [[], ["0" * 16] * 2, ["0" * 16] * 4, [1, 2, 3]],
    "web": [[], "web", {}],
}
WRONG_WEB: dict[str, Any] = {
    "cijfers": [
        {"LF": 7},
        {"LF": "11"},
        {"LF": "-1"},
        {"LF": "14/2"},
        {"LF": "7/0"},
        {"LF": "7.5"},
        {"XX": "7"},
        [],
    ],
    "versie": [0, -1, "2", 1 << 40],
    "vorm": ["anders", None],
    "schaal": ["anders"],
    "vragenlijst": ["", "a b"],
    "op": ["2026-13-01"],
}
WRONG_HEAD: dict[str, Any] = {
    "volgnummer": [0, -1, "1", 1.5, 1 << 60, True],
    "tot": ["2026-02-30", "", None],
    "van": ["a" * 63, "G" * 64],
    "team": ["", None],
    "aan": ["", "a b"],
    "weigeren": [[""], ["0" * 32, "0" * 32], "x"],
    "mensen": [{}, [[]], [None]],
}


@pytest.mark.parametrize(("key", "value"), [(key, one) for key, values in WRONG.items() for one in values])
def test_that_a_wrong_value_about_a_person_is_refused(key: str, value: object) -> None:
    changed = told()
    assert not refused(changed)
    changed["mensen"][1][key] = value
    assert refused(changed)


@pytest.mark.parametrize(("key", "value"), [(key, one) for key, values in WRONG_WEB.items() for one in values])
def test_that_a_wrong_value_of_a_web_is_refused(key: str, value: object) -> None:
    changed = told()
    changed["mensen"][1]["web"][key] = value
    assert refused(changed)


@pytest.mark.parametrize(("key", "value"), [(key, one) for key, values in WRONG_HEAD.items() for one in values])
def test_that_a_wrong_value_of_the_whole_is_refused(key: str, value: object) -> None:
    assert refused(told() | {key: value})


def test_that_keys_too_many_or_too_few_are_refused() -> None:
    assert refused(told() | {"naam": "Jannie"})
    for path in ((), ("mensen", 0), ("mensen", 1, "web")):
        for key in _at(told(), path):
            changed = told()
            del _at(changed, path)[key]
            assert refused(changed)
        changed = told()
        _at(changed, path)["naam"] = "Jannie"
        assert refused(changed)


def _at(whole: Any, path: tuple[str | int, ...]) -> dict[str, object]:  # noqa: ANN401 - JSON
    for step in path:
        whole = whole[step]
    found: dict[str, object] = whole
    return found


def test_that_a_newer_format_says_so() -> None:
    with pytest.raises(NewerError):
        parse_contribution(canonical(told() | {"bijdrage": 2, "meer": 1}))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"bijdrage":1,"bijdrage":1}',
        b'{"bijdrage":NaN}',
        b'{"bijdrage":' + b"1" * 10_000 + b"}",
    ],
)
def test_that_anything_else_is_refused(content: bytes) -> None:
    assert unreadable(content)


def test_that_the_same_content_written_otherwise_is_refused() -> None:
    with pytest.raises(ValueError, match="canonical"):
        parse_contribution(json.dumps(told()).encode())


def test_that_what_is_too_big_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    body = contribution_bytes(SENDING)
    monkeypatch.setattr(contribution_files, "MOST_BYTES", len(body) - 1)
    with pytest.raises(ValueError, match="too big"):
        parse_contribution(body)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_that_no_bytes_make_it_fall_over(content: bytes) -> None:
    assert unreadable(content)


@settings(deadline=None)
@given(
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.integers(0, (1 << 64) - 1),
    st.fractions(0, 10, max_denominator=2520),
)
def test_that_any_person_comes_back_the_same(day: date, number: int, mark: Fraction) -> None:
    one = known(number, "Jannie", day)
    one = replace(one, member=replace(one.member, web=replace(web_of(1), marks={"LF": mark})))
    sending = replace(SENDING, contribution=sent(KEY, one))
    read = parse_contribution(contribution_bytes(sending))
    assert read.contribution.people[0].member.web == one.member.web
    assert read.contribution.people[0].talked_on == day
