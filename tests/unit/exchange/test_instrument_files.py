"""Reading an instrument of an organisation's own: strict, whole or not at all, every flaw with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from spinnenweb.domain.instruments import Mode, Scale
from spinnenweb.domain.wording import TwoForms
from spinnenweb.exchange.instrument_files import MOST_CHARACTERS, Flaw, OwnRead, read_own_instrument

EXAMPLE = Path(__file__).parents[3] / "docs" / "voorbeelden" / "buurtkracht.instrument.toml"


@pytest.fixture
def text() -> str:
    return EXAMPLE.read_text("utf-8")


def flaws(text: str) -> tuple[Flaw, ...]:
    found = read_own_instrument(text)
    assert not isinstance(found, OwnRead)
    return found


def only(text: str) -> Flaw:
    found = flaws(text)
    assert len(found) == 1, found
    return found[0]


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_that_the_example_in_the_manual_is_read_whole(text: str) -> None:
    found = read_own_instrument(text)
    assert isinstance(found, OwnRead)
    assert found.name == "Buurtkracht"
    assert found.instrument.codes == tuple(f"buurtkracht-1:{code}" for code in ("WO", "ST", "BU", "VE"))
    assert found.instrument.modes == (Mode.DIRECT,)
    assert found.instrument.scales == (Scale.MARKS, Scale.FACES)
    assert "buurtkracht-1:WO2" not in found.instrument.switched_on()


def test_that_words_stand_under_codes_no_other_instrument_has(text: str) -> None:
    found = read_own_instrument(text)
    assert isinstance(found, OwnRead)
    dutch = found.words["nl", "gewoon"]
    assert dutch["label.buurtkracht-1:WO"] == "Wonen"
    assert dutch["buurtkracht-1:WO.ask"] == TwoForms("Hoe woont u hier?", "Hoe woon je hier?")
    assert found.words["de", "gewoon"]["label.buurtkracht-1:WO"] == "Wohnen"


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ('id = "buurtkracht"', 'id = "volwassenen"', "id_taken"),
        ('id = "buurtkracht"', 'id = "Buurt Kracht"', "id_form"),
        ("version = 1", "version = 0", "version"),
        ("version = 1", "version = true", "version"),
        ("version = 1", 'version = "1"', "form"),
        ('name = "Buurtkracht"', f'name = "{"x" * 41}"', "too_long"),
        ('name = "Buurtkracht"', 'name = " "', "empty"),
        ('modes = ["direct"]', 'modes = ["allebei"]', "choices"),
        ('modes = ["direct"]', "modes = []", "choices"),
        ('scales = ["cijfers", "gezichten"]', 'scales = ["cijfers", "cijfers"]', "choices"),
        ('code = "ST"', 'code = "straat"', "code_form"),
        ('code = "WO2"', 'code = "BU2"', "code_form"),
        ('code = "WO2"', 'code = "WO1"', "code_twice"),
        ("sensitive = true", 'sensitive = "ja"', "form"),
        ("sensitive = true", "gevoelig = true", "unknown"),
        ('WO = "Wonen"', 'WO = "{naam}"', "characters"),
        ('WO = "Wonen"', f'WO = "{"x" * 31}"', "too_long"),
        ('hint = "Denk aan groeten, helpen en geluid."', 'hint = "Bel\\u0007"', "characters"),
        ('ask = "Wie läuft es mit den Nachbarn?"', 'ask = { u = "Wie?" }', "form"),
        ("[words.nl.gewoon.WO]", "[words.nl.plat.WO]", "level"),
        ("[words.de.gewoon.VE]", "[words.fr.gewoon.VE]", "language"),
    ],
)
def test_that_a_flaw_is_told_with_its_line(text: str, old: str, new: str, kind: str) -> None:
    line = line_of(text, old)
    found = [flaw for flaw in flaws(text.replace(old, new, 1)) if flaw.kind == kind]
    assert [flaw.line for flaw in found] == [line]


def test_that_every_flaw_is_told_at_once_and_in_order(text: str) -> None:
    broken = text.replace('WO = "Wonen"\n', "", 1).replace("version = 1", "version = 1000")
    broken = broken.replace('hint = "Denk aan groeten, helpen en geluid."\n', "", 1)
    found = flaws(broken)
    assert [flaw.kind for flaw in found] == ["version", "missing", "missing"]
    assert [flaw.line for flaw in found] == sorted(flaw.line for flaw in found)
    assert found[1].values["name"] == "words.nl.gewoon.label.WO"


def test_that_a_text_that_is_no_toml_names_the_line_where_reading_stopped(text: str) -> None:
    assert only(text.replace('name = "Buurtkracht"', 'name = "Buurtkracht', 1)) == Flaw(4, "syntax")


def test_that_brackets_without_end_are_no_more_than_a_flaw() -> None:
    assert only("x = " + "[" * 100_000).kind == "syntax"


def test_that_a_text_without_end_is_not_read() -> None:
    assert only("#" * (MOST_CHARACTERS + 1)).kind == "too_large"


@pytest.mark.parametrize("count", [2, 9])
def test_that_a_web_has_three_to_eight_subjects(count: int) -> None:
    assert "dimensions" in {flaw.kind for flaw in flaws(made(count))}


@pytest.mark.parametrize("count", [3, 8])
def test_that_three_and_eight_subjects_make_a_web(count: int) -> None:
    found = read_own_instrument(made(count))
    assert isinstance(found, OwnRead)
    assert len(found.instrument.codes) == count


def test_that_a_thirteenth_aspect_is_told() -> None:
    text = made(3).replace('[[dimension]]\ncode = "A"\n', '[[dimension]]\ncode = "A"\n' + aspects("A", 13), 1)
    assert "aspects" in {flaw.kind for flaw in flaws(text)}


def test_that_marks_per_aspect_need_aspects_under_every_subject(text: str) -> None:
    broken = text.replace('modes = ["direct"]', 'modes = ["items"]').replace(', "gezichten"]', "]")
    assert [flaw.kind for flaw in flaws(broken)] == ["items_empty", "items_empty"]


def test_that_faces_get_no_mean(text: str) -> None:
    broken = text.replace('modes = ["direct"]', 'modes = ["direct", "items"]')
    assert "faces_items" in {flaw.kind for flaw in flaws(broken)}


def test_that_dutch_at_level_gewoon_is_compulsory(text: str) -> None:
    assert "dutch" in {flaw.kind for flaw in flaws(text.replace("words.nl.gewoon", "words.en.gewoon"))}


def test_that_an_empty_text_tells_all_that_is_missing() -> None:
    assert {flaw.values.get("name") for flaw in flaws("")} == {
        *("id", "version", "name", "modes", "scales", "dimension"),
        None,
    }


def aspects(of: str, count: int) -> str:
    return "".join(f'[[dimension.aspect]]\ncode = "{of}{n}"\n' for n in range(1, count + 1))


def made(count: int) -> str:
    codes = "ABCDEFGHI"[:count]
    head = 'id = "proef"\nversion = 1\nname = "Proef"\nmodes = ["direct"]\nscales = ["cijfers"]\n'
    dimensions = "".join(f'[[dimension]]\ncode = "{code}"\n' for code in codes)
    labels = "[words.nl.gewoon.label]\n" + "".join(f'{code} = "Woord {code}"\n' for code in codes)
    asked = "".join(f'[words.nl.gewoon.{code}]\nask = "Hoe?"\nhint = "Zo."\n' for code in codes)
    return head + dimensions + labels + asked
