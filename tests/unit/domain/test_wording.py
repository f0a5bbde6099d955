"""Looking up sentences by dotted key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.wording import (
    MissingTextError,
    Said,
    TwoForms,
    Wording,
    read_resident_texts,
    read_spoken,
)

if TYPE_CHECKING:
    from pathlib import Path

FILE = """
greeting = "Dag {name}"

[ask]
mark = { u = "Welk cijfer geeft u, {name}?", je = "Welk cijfer geef je, {name}?" }

[ask.deeper]
plain = "Hoe is het?"

[form]
title = "Aanspreken met"
u = "u"
je = "je"

[fault]
buttons = ["button.retry", "button.key_use"]
"""


@pytest.fixture
def wording(tmp_path: Path) -> Wording:
    path = tmp_path / "gewoon.toml"
    path.write_text(FILE, "utf-8")
    return Wording.read(path)


def test_that_nested_tables_become_dotted_keys_in_the_order_of_the_file(wording: Wording) -> None:
    assert wording.keys() == (
        "greeting",
        "ask.mark",
        "ask.deeper.plain",
        "form.title",
        "form.u",
        "form.je",
        "fault.buttons",
    )


@pytest.mark.parametrize(("form", "said"), [("u", "Welk cijfer geeft u, Jo?"), ("je", "Welk cijfer geef je, Jo?")])
def test_that_a_sentence_follows_the_form_of_address(wording: Wording, form: str, said: str) -> None:
    assert wording.say("ask.mark", form, name="Jo") == said


def test_that_a_sentence_of_one_form_is_the_same_for_both(wording: Wording) -> None:
    assert wording.say("ask.deeper.plain", "je") == wording.say("ask.deeper.plain", "u") == "Hoe is het?"


def test_that_without_a_form_we_say_u(wording: Wording) -> None:
    assert wording.say("ask.mark", name="Jo") == "Welk cijfer geeft u, Jo?"


def test_that_a_third_form_of_address_is_refused(wording: Wording) -> None:
    with pytest.raises(KeyError):
        wording.say("ask.mark", "gij", name="Jo")


@given(st.text())
def test_that_a_value_is_put_in_as_it_is(value: str) -> None:
    wording = Wording({"greeting": "Dag {name}, {name}"})
    assert wording.say("greeting", name=value) == f"Dag {value}, {value}"


def test_that_braces_in_a_value_mean_nothing(wording: Wording) -> None:
    assert wording.say("greeting", name="{name.__class__} {other}") == "Dag {name.__class__} {other}"


@pytest.mark.parametrize("key", ["ask", "ask.nothing", "fault.buttons"])
def test_that_an_unknown_sentence_is_a_bug_and_not_an_expected_error(wording: Wording, key: str) -> None:
    with pytest.raises(MissingTextError) as caught:
        wording.say(key)
    assert not isinstance(caught.value, SpinnenwebError)
    assert key in str(caught.value)


def test_that_a_placeholder_without_a_value_is_a_bug(wording: Wording) -> None:
    with pytest.raises(MissingTextError, match="name"):
        wording.say("greeting")


def test_that_a_list_keeps_its_order(wording: Wording) -> None:
    assert wording.items("fault.buttons") == ("button.retry", "button.key_use")


@pytest.mark.parametrize("key", ["greeting", "nothing"])
def test_that_only_a_list_has_items(wording: Wording, key: str) -> None:
    with pytest.raises(MissingTextError):
        wording.items(key)


def test_that_a_key_is_known_only_when_a_text_stands_under_it(wording: Wording) -> None:
    assert wording.has("ask.mark")
    assert wording.has("fault.buttons")
    assert not wording.has("ask")
    assert not wording.has("ask.mark.u")


def test_that_a_table_with_more_than_two_forms_is_a_table(wording: Wording) -> None:
    assert wording.say("form.u", "je") == "u"
    assert isinstance(wording.entries["ask.mark"], TwoForms)


def test_that_a_resident_is_spoken_to_in_the_chosen_language_level_and_form(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    for level, low in (("gewoon", "gar nicht"), ("eenvoudig", "schlecht")):
        sentences = f'[text]\nversion = "7"\n[mark]\nlow = "{low}"\nask = {{ u = "Sie", je = "du" }}\n'
        (tmp_path / "de" / f"{level}.toml").write_text(sentences, "utf-8")
    texts = read_resident_texts(tmp_path, "de", "eenvoudig", "je")
    assert (texts.say("mark.low"), texts.say("mark.ask")) == ("schlecht", "du")
    assert (texts.language, texts.level, texts.version) == ("de", "eenvoudig", "7")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    for code, direction, asked in (
        ("nl", "ltr", "Dag {name}."),
        ("ar", "rtl", "مرحبا {name}."),
        ("de", "ltr", "Tag {name}."),
    ):
        (tmp_path / code).mkdir()
        (tmp_path / code / "gewoon.toml").write_text(f'greeting = "{asked}"\nplain = "{code}"\n', "utf-8")
        about = f'code = "{code}"\nname = ""\ndutch_name = ""\ndirection = "{direction}"\n'
        review = '[review]\nstate = "made"\nby = ""\non = ""\n'
        (tmp_path / code / "taal.toml").write_text(f"[language]\n{about}{review}", "utf-8")
    return tmp_path


def test_that_a_value_is_isolated_in_a_text_from_right_to_left_only(texts: Path) -> None:
    said = {
        code: read_resident_texts(texts, code, "gewoon").say("greeting", name="Anna 3") for code in ("ar", "de")
    }
    assert said == {"ar": "مرحبا \u2068Anna 3\u2069.", "de": "Tag Anna 3."}


def test_that_another_language_comes_with_the_dutch_under_it(texts: Path) -> None:
    spoken = read_spoken(texts, "ar", "gewoon")
    assert spoken.from_the_right
    assert spoken.say("greeting", name="Anna") == Said("مرحبا \u2068Anna\u2069.", "Dag Anna.")


def test_that_dutch_has_nothing_under_it(texts: Path) -> None:
    spoken = read_spoken(texts, "nl", "gewoon")
    assert not spoken.from_the_right
    assert spoken.say("greeting", name="Anna") == Said("Dag Anna.", "")


def test_that_values_may_differ_between_the_two_lines(texts: Path) -> None:
    spoken = read_spoken(texts, "de", "gewoon")
    assert spoken.both(lambda texts: texts.say("greeting", name=texts.language)) == Said("Tag de.", "Dag nl.")
