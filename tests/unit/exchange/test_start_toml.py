"""A start file is understood to the last key, or refused with the line that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.house_rules import FileKind, IdleTimes, Retention, UrgentNumber
from spinnenweb.domain.start_file import StartFile, StartVillage
from spinnenweb.domain.wording import Wording
from spinnenweb.exchange.start_toml import MAX_BYTES, parse_start_file

ROOT = Path(__file__).parents[3]
KEY = "age1" + "q" * 58
FULL = f"""\
startbestand = 1

[organisatie]
naam = "Welzijn Verzonnen"
sleutel = "{KEY}"

[[kern]]
naam = "Beekdal"
cbs = ["BU16990101", "WK169901"]

[[kern]]
naam = "Hogeveld"

[bewaren]
gesprekken = 36
kaart = 6

[reservekopie]
plek = 'N:\\Reserve kopie'

[vergrendelen]
bureau = 10
bezoek_afdekken = 3
bezoek_slot = 45

[talen]
aan = ["pl", "ar"]

[[nummer]]
naam = "Wijkteam Verzonnen"
telefoon = "0000 - 000 000"
"""
LEAST = "startbestand = 1\n[organisatie]\nnaam = 'Welzijn'\n"


def refused(text: str | bytes) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(SpinnenwebError) as caught:
        parse_start_file(text if isinstance(text, bytes) else text.encode())
    return caught.value.code, dict(caught.value.values)


def outcome(data: bytes) -> str:
    """`start` for what is read, else the code it is refused with."""
    try:
        parse_start_file(data)
    except SpinnenwebError as error:
        return error.code
    return "start"


def line(of: str, text: str = FULL) -> int:
    return text[: text.index(of)].count("\n") + 1


def test_that_a_full_start_file_is_read_to_the_last_key() -> None:
    assert parse_start_file(FULL.encode()) == StartFile(
        organisation="Welzijn Verzonnen",
        public_key=KEY,
        villages=(StartVillage("Beekdal", ("BU16990101", "WK169901")), StartVillage("Hogeveld")),
        retention=Retention({FileKind.CONVERSATIONS: 36, FileKind.CONTACTS: 24, FileKind.CARD: 6}),
        backup_place="N:\\Reserve kopie",
        idle=IdleTimes(10, 3, 45),
        languages=("pl", "ar"),
        urgent_numbers=(UrgentNumber("Wijkteam Verzonnen", "0000 - 000 000"),),
    )


def test_that_what_is_left_out_has_its_default() -> None:
    assert parse_start_file(LEAST.encode()) == StartFile("Welzijn")


def test_that_a_file_of_notepad_is_read_too() -> None:
    assert parse_start_file(b"\xef\xbb\xbf" + LEAST.replace("\n", "\r\n").encode()) == StartFile("Welzijn")


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ('naam = "Welzijn', 'naaam = 1\nnaam = "Welzijn', "naaam"),
        ("bureau = 10", "bureau = 10\nwachtwoord = 'x'", "wachtwoord"),
        ("[talen]", "[taal]", "taal"),
        ('naam = "Hogeveld"', 'naam = "Hogeveld"\npostcode = "0000"', "postcode"),
        ("[bewaren]", "[bewaren]\nalles = 1", "alles"),
    ],
)
def test_that_an_unknown_key_is_named_with_its_line(old: str, new: str, name: str) -> None:
    text = FULL.replace(old, new, 1)
    assert refused(text) == ("start.unknown", {"line": line(name, text), "name": name})


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("gesprekken = 36", "gesprekken = 0", "gesprekken"),
        ("gesprekken = 36", "gesprekken = 241", "gesprekken"),
        ("gesprekken = 36", "gesprekken = 36.0", "gesprekken"),
        ("gesprekken = 36", "gesprekken = true", "gesprekken"),
        ("gesprekken = 36", "gesprekken = '36'", "gesprekken"),
        ("bureau = 10", "bureau = 16", "bureau"),
        ("bezoek_afdekken = 3", "bezoek_afdekken = 31", "bezoek_afdekken"),
        ("bezoek_slot = 45", "bezoek_slot = 4", "bezoek_slot"),
        ("bezoek_afdekken = 3", "bezoek_afdekken = 30\n", "bezoek_slot"),
        ('aan = ["pl", "ar"]', 'aan = ["pl", "xx"]', "aan"),
        ('aan = ["pl", "ar"]', 'aan = ["pl", "pl"]', "aan"),
        ('aan = ["pl", "ar"]', 'aan = "pl"', "aan"),
        ('"WK169901"', '"WK16990"', "cbs"),
        ('"WK169901"', "169901", "cbs"),
        ('naam = "Hogeveld"', 'naam = "BEEKDAL"', "naam"),
        ('naam = "Hogeveld"', 'naam = " "', "naam"),
        ('naam = "Hogeveld"', "naam = 5", "naam"),
        ('naam = "Welzijn Verzonnen"', 'naam = "a\\u0000b"', "naam"),
        (f'sleutel = "{KEY}"', 'sleutel = "age1kort"', "sleutel"),
        ('telefoon = "0000 - 000 000"', 'telefoon = "bel maar"', "telefoon"),
        ("plek = 'N:\\Reserve kopie'", f"plek = '{'x' * 1025}'", "plek"),
    ],
)
def test_that_a_value_outside_its_range_is_named_with_its_line(old: str, new: str, name: str) -> None:
    text = FULL.replace("bezoek_slot = 45", "bezoek_slot = 20") if "bezoek_afdekken = 30\n" in new else FULL
    text = text.replace(old, new, 1)
    wrong = "bezoek_slot" if name == "bezoek_slot" else new.strip()
    assert refused(text) == ("start.value", {"line": line(wrong, text), "name": name})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "startbestand"),
        ("[organisatie]\nnaam = 'x'\n", "startbestand"),
        ("startbestand = 1\n", "organisatie.naam"),
        ("startbestand = 1\n[organisatie]\n", "organisatie.naam"),
    ],
)
def test_that_what_is_needed_and_not_there_is_named(text: str, name: str) -> None:
    assert refused(text) == ("start.missing", {"name": name})


@pytest.mark.parametrize("cut", ["[[kern]]\n", "[[nummer]]\ntelefoon = '112'\n", "[[nummer]]\nnaam = 'x'\n"])
def test_that_a_village_or_number_without_its_parts_is_refused(cut: str) -> None:
    code, values = refused(LEAST + cut)
    assert (code, values["line"]) == ("start.value", 4)


@pytest.mark.parametrize(
    "table", ["kern = 1", "kern = [1]", "kern = {}", "organisatie = 1", "bewaren = []", "talen = ''"]
)
def test_that_a_table_of_another_kind_is_refused(table: str) -> None:
    name = table.partition(" ")[0]
    text = f"startbestand = 1\n{table}\n" + ("" if name == "organisatie" else "[organisatie]\nnaam = 'x'\n")
    assert refused(text) == ("start.value", {"line": 2, "name": name})


def test_that_too_many_villages_or_numbers_are_refused() -> None:
    villages = "".join(f"[[kern]]\nnaam = 'k{number}'\n" for number in range(201))
    assert refused(LEAST + villages)[0] == "start.value"
    numbers = "".join("[[nummer]]\nnaam = 'n'\ntelefoon = '112'\n" for _ in range(13))
    assert refused(LEAST + numbers)[0] == "start.value"


def test_that_a_later_kind_of_file_names_its_number() -> None:
    assert refused("startbestand = 2\nheel_anders = 1") == ("start.newer", {"version": 2})


@pytest.mark.parametrize(
    ("text", "where"),
    [("startbestand = 1\nnaam = \n", 2), ("a = 1\na = 2\n", 2), ("x", 1), ('a = 1\nb = """', 2), ("a\x00 = 1", 1)],
)
def test_that_a_file_that_is_no_toml_is_refused_with_its_line(text: str, where: int) -> None:
    assert refused(text) == ("start.syntax", {"line": where})


def test_that_bytes_that_are_no_text_and_endless_nesting_are_refused() -> None:
    assert refused(b"\xff\xfe\x00")[0] == "start.syntax"
    assert refused("a = " + "[" * 20_000)[0] == "start.syntax"
    assert refused("[" + ".".join("a" * 9_000) + "]\n")[0] in ("start.syntax", "start.missing")


def test_that_a_large_file_is_refused_unread() -> None:
    assert refused(LEAST.encode() + b"#" * MAX_BYTES) == ("start.too_large", {})


@settings(deadline=None)
@given(st.integers(0, len(FULL) - 1), st.text(max_size=6))
def test_that_any_change_is_read_or_refused_with_a_code_of_ours(place: int, piece: str) -> None:
    changed = (FULL[:place] + piece + FULL[place + 1 :]).encode("utf-8", "surrogatepass")
    assert outcome(changed).startswith("start")


def test_that_the_example_in_the_manual_is_a_start_file() -> None:
    manual = (ROOT / "docs" / "startbestand.md").read_text("utf-8")
    example = manual.split("```toml\n")[1].split("```")[0]
    start = parse_start_file(example.encode())
    assert start.villages
    assert start.urgent_numbers


def test_that_every_refusal_has_its_dutch_line() -> None:
    messages = Wording.read(ROOT / "resources" / "texts" / "nl" / "meldingen.toml")
    codes = ("unreadable", "too_large", "syntax", "newer", "unknown", "value", "missing")
    assert [code for code in codes if not messages.has(f"start.{code}.text")] == []
