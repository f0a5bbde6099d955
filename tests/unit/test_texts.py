"""The data in `resources/`: instruments, vocabularies, texts and the word list."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.instruments import ADULT, ADULT_FIRST, SIMPLE, Instrument, read_instruments
from spinnenweb.domain.residents import (
    Address,
    AgeBand,
    AnsweredBy,
    ConsentAnswer,
    ConsentWay,
    Level,
    Purpose,
)
from spinnenweb.domain.themes import read_themes
from spinnenweb.domain.wording import Entry, TwoForms, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
DUTCH = RESOURCES / "texts" / "nl"
LEVELS = ("gewoon", "eenvoudig")
FILES = ("werker", "meldingen", *LEVELS)
SENSITIVE = {"LF3", "LF6", "KL6", "KL8", "DF5"}
THEMES = (
    *("eenzaamheid", "mobiliteit", "leefomgeving", "sociale-contacten", "leefstijl", "psychische-gezondheid"),
    *("rouw", "mantelzorg", "schulden", "taal", "zingeving", "achteruitgang", "bijdragen"),
)
BANNED = (
    *(
        "uitgave",
        "uitgaven",
        "dossier",
        "dossierbestand",
        "keukentafel",
        "keukentafelgesprek",
        "gesprekswens",
    ),
    *("hier wil ik over praten", "wilt u iets anders", "wil je iets anders", "concept", "het web van nu"),
    *("score", "scores", "meting", "metingen", "uitslag", "oppervlak", "gemiddeld web", "gat", "in beeld"),
    *("bewoner", "bewoners", "cliënt", "cliënten", "klant", "klanten", "namens", "terug te rekenen"),
    *(
        "herleidbaar",
        "herstelcode",
        "herstelblad",
        "herstelsleutel",
        "wachtwoordzin",
        "passphrase",
        "versleuteld",
    ),
    *("hulpvraag", "zelfredzaam", "zelfredzaamheid", "regie", "eigen regie", "participatie", "indicatie"),
    *("eerstelijns", "domein", "doelgroep", "interventie", "annuleren", "ok"),
)
# What the web is not, and an option of the command line: the only places where these words belong.
ALLOWED = ("geen meting", "niet uit een meting", "--passphrase-file")


def variants(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, TwoForms):
        return (entry.u, entry.je)
    return (entry,) if isinstance(entry, str) else entry


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!])\s+", text) if part]


def without_allowed(text: str) -> str:
    for allowed in ALLOWED:
        text = text.replace(allowed, "")
    return text


def read(name: str) -> Wording:
    return Wording.read(DUTCH / f"{name}.toml")


def all_texts(name: str) -> list[tuple[str, str]]:
    return [(key, text) for key, entry in read(name).entries.items() for text in variants(entry)]


@pytest.fixture(scope="module")
def adult() -> Instrument:
    return read_instruments(RESOURCES / "instruments")[ADULT]


# --- instruments and vocabularies


def test_that_the_adult_web_has_44_aspects_in_six_dimensions(adult: Instrument) -> None:
    assert adult.codes == ("LF", "MW", "ZG", "KL", "MD", "DF")
    assert [len(dimension.aspects) for dimension in adult.dimensions] == [8, 7, 7, 8, 7, 7]


def test_that_an_aspect_is_numbered_within_its_dimension(adult: Instrument) -> None:
    for dimension in adult.dimensions:
        numbers = range(1, len(dimension.aspects) + 1)
        assert [aspect.code for aspect in dimension.aspects] == [f"{dimension.code}{n}" for n in numbers]


def test_that_the_first_version_is_the_second_without_sexuality_and_intimacy(adult: Instrument) -> None:
    first = read_instruments(RESOURCES / "instruments")[ADULT_FIRST]
    assert [a for a in adult.aspects() if a.code not in {"LF6", "KL6"}] == list(first.aspects())
    assert len(first.aspects()) == 42
    assert (first.codes, first.modes, first.scales) == (adult.codes, adult.modes, adult.scales)


def test_that_the_sensitive_aspects_are_marked(adult: Instrument) -> None:
    assert {aspect.code for aspect in adult.aspects() if aspect.sensitive} == SENSITIVE


def test_that_the_simple_instrument_asks_six_questions(adult: Instrument) -> None:
    simple = read_instruments(RESOURCES / "instruments")[SIMPLE]
    assert simple.codes == adult.codes
    assert simple.aspects() == ()
    assert simple.scales == ("cijfers", "gezichten")
    assert simple.modes == ("direct",)


def test_that_an_instrument_stands_in_a_file_of_its_name_and_version() -> None:
    keys = {f"{key.id}-{key.version}" for key in read_instruments(RESOURCES / "instruments")}
    assert keys == {path.stem for path in (RESOURCES / "instruments").glob("*.toml")}


def test_that_themes_keep_their_order_and_are_proposed_by_known_codes(adult: Instrument) -> None:
    themes = read_themes(RESOURCES / "vocabularies" / "themas.toml")
    known = {*adult.codes, *(aspect.code for aspect in adult.aspects())}
    assert tuple(theme.code for theme in themes) == THEMES
    for theme in themes:
        assert theme.proposed_by
        assert set(theme.proposed_by) <= known
        assert len(set(theme.proposed_by)) == len(theme.proposed_by)


def test_that_what_is_most_private_proposes_no_theme() -> None:
    proposed_by = {code for t in read_themes(RESOURCES / "vocabularies" / "themas.toml") for code in t.proposed_by}
    assert not proposed_by & {"LF6", "KL6"}


# --- every text


@pytest.mark.parametrize("name", FILES)
def test_that_no_square_bracket_reaches_a_screen(name: str) -> None:
    assert [key for key, text in all_texts(name) if "[" in text or "]" in text] == []


@pytest.mark.parametrize("name", FILES)
def test_that_no_text_is_empty_or_has_blanks_to_spare(name: str) -> None:
    assert [key for key, text in all_texts(name) if not text or text != " ".join(text.split())] == []


@pytest.mark.parametrize("name", FILES)
def test_that_words_we_do_not_use_are_absent(name: str) -> None:
    banned = re.compile(rf"\b({'|'.join(map(re.escape, BANNED))})\b")
    found = []
    for key, text in all_texts(name):
        if not key.endswith(".buttons"):
            found += [(key, word) for word in banned.findall(without_allowed(text.lower()))]
    assert found == []


@pytest.mark.parametrize("level", LEVELS)
def test_that_residents_never_read_our_word_for_a_subject(level: str) -> None:
    assert [key for key, text in all_texts(level) if re.search(r"\b(dimensie|aspect)", text.lower())] == []


@pytest.mark.parametrize("name", FILES)
def test_that_placeholders_are_plain_names(name: str) -> None:
    for key, text in all_texts(name):
        assert all(re.fullmatch("[a-z]+", found) for found in placeholders(text)), key


# --- residents


def test_that_both_levels_say_the_same_things() -> None:
    assert read("gewoon").keys() == read("eenvoudig").keys()


def test_that_placeholders_are_equal_at_both_levels_and_in_both_forms() -> None:
    plain, simple = read("gewoon").entries, read("eenvoudig").entries
    for key in plain:
        found = [placeholders(text) for text in (*variants(plain[key]), *variants(simple[key]))]
        assert all(names == found[0] for names in found), key


@pytest.mark.parametrize("level", LEVELS)
def test_that_two_forms_are_written_out_only_where_they_differ(level: str) -> None:
    for key, entry in read(level).entries.items():
        if isinstance(entry, TwoForms):
            assert entry.u != entry.je, key
            assert not re.search(r"\b(je|jou|jouw|jij)\b", entry.u.lower()), key
            assert not re.search(r"\b(u|uw)\b", entry.je.lower()), key


@pytest.mark.parametrize("level", LEVELS)
def test_that_a_sentence_of_one_form_names_neither(level: str) -> None:
    """Labels and themes are keywords, in which "je" stands for anyone."""
    for key, entry in read(level).entries.items():
        if isinstance(entry, str) and not key.startswith(("label.", "theme.")):
            assert not re.search(r"\b(u|uw|je|jou|jouw|jij)\b", entry.lower()), key


def test_that_a_simple_sentence_has_at_most_twelve_words() -> None:
    long = [s for _, text in all_texts("eenvoudig") for s in sentences(text) if len(s.split()) > 12]
    assert long == []


def test_that_every_code_has_a_label_in_every_file(adult: Instrument) -> None:
    codes = {*adult.codes, *(aspect.code for aspect in adult.aspects())}
    for name in ("werker", *LEVELS):
        labels = {key.removeprefix("label.") for key in read(name).entries if key.startswith("label.")}
        assert labels == codes, name


def test_that_a_simple_label_is_short() -> None:
    labels = [text for key, text in all_texts("eenvoudig") if key.startswith("label.")]
    assert [label for label in labels if len(label) > 26] == []


def test_that_every_dimension_has_an_open_question_and_examples(adult: Instrument) -> None:
    for level in LEVELS:
        for code in adult.codes:
            assert {f"{code}.ask", f"{code}.hint"} <= set(read(level).keys())


def test_that_every_theme_has_a_name_in_every_file() -> None:
    for name in ("werker", *LEVELS):
        named = [key.removeprefix("theme.") for key in read(name).entries if key.startswith("theme.")]
        assert tuple(named) == THEMES, name


def test_that_the_credit_line_is_the_same_for_everyone() -> None:
    assert len({read(name).say("line.credit") for name in ("werker", *LEVELS)}) == 1


# --- workers


@pytest.mark.parametrize(
    ("prefix", "codes"),
    [
        ("purpose", Purpose),
        ("consent_answer", ConsentAnswer),
        ("consent_way", ConsentWay),
        ("answered_by", AnsweredBy),
        ("age_band", AgeBand),
        ("level", Level),
        ("form", Address),
        ("mode", ("direct", "items")),
        ("scale", ("cijfers", "gezichten")),
        ("language", ("nl", "en", "de", "ar", "tr", "pl", "uk")),
        ("instrument", ("volwassenen", "eenvoudig")),
    ],
)
def test_that_every_choice_has_a_name_for_the_worker(prefix: str, codes: tuple[str, ...]) -> None:
    wording = read("werker")
    assert [code for code in codes if not wording.has(f"{prefix}.{code}")] == []


def test_that_every_signal_has_a_name_for_the_worker() -> None:
    signals = tomllib.loads((RESOURCES / "vocabularies" / "signalen.toml").read_text("utf-8"))["signal"]
    assert [s["code"] for s in signals if not read("werker").has(f"signal.{s['code']}")] == []


def test_that_the_buttons_of_an_error_are_buttons_of_the_program() -> None:
    messages, worker = read("meldingen"), read("werker")
    named = {button for key in messages.entries if key.endswith(".buttons") for button in messages.items(key)}
    assert named
    assert [button for button in named if not button.startswith("button.") or not worker.has(button)] == []


@pytest.mark.parametrize("kind", ["passphrase", "plaintext", "empty", "damaged", "newer", "rights"])
def test_that_each_fault_of_a_vault_says_what_happened_and_what_to_do(kind: str) -> None:
    messages = read("meldingen")
    assert messages.has(f"fault.{kind}.title")
    assert messages.has(f"fault.{kind}.text")
    assert messages.items(f"fault.{kind}.buttons")


def test_that_a_fault_naming_the_backup_can_do_without_one() -> None:
    messages = read("meldingen")
    dated = [k for k in messages.entries if k.startswith("fault.") and "{date}" in str(messages.entries[k])]
    assert dated
    for key in dated:
        other = messages.say(f"{key}_no_backup")
        assert messages.say("fault.text_no_backup") in other
        assert not placeholders(other)


def test_that_every_error_has_a_text() -> None:
    keys = read("meldingen").keys()
    codes = {key.rsplit(".", 1)[0] for key in keys if key.endswith((".title", ".buttons", ".text"))}
    shared = {"backup", "fallback", "import", "instrument", "map_export", "map_import", "release"}
    assert [code for code in sorted(codes - shared) if f"{code}.text" not in keys] == []


def test_that_a_bug_is_told_in_the_same_words_everywhere() -> None:
    assert read("meldingen").say("message.bug") == read("werker").say("message.bug")


def raised() -> Iterator[tuple[str, str, set[str]]]:
    """Place, code and names of values of every error whose code and values are written out in the source."""
    for path in sorted((RESOURCES.parent / "spinnenweb").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("SpinnenwebError") and node.args:
                code, names = node.args[0], [keyword.arg for keyword in node.keywords]
                if isinstance(code, ast.Constant) and None not in names:
                    yield f"{path.name}:{node.lineno}", str(code.value), {name for name in names if name}


def test_that_every_error_raised_has_a_text_it_can_fill_in() -> None:
    """The date of a backup is known only to the window."""
    messages = read("meldingen")
    found = list(raised())
    assert found
    assert [(place, code) for place, code, _ in found if not messages.has(f"{code}.text")] == []
    for place, code, names in found:
        text = variants(messages.entries[f"{code}.text"])[0]
        assert placeholders(text) <= names | {"date"}, (place, code)


def test_that_a_code_handed_on_has_a_text_too() -> None:
    """Codes in tables and arguments, such as those for errors of the operating system."""
    known = read("meldingen").keys()
    code = re.compile(r"(fault|import|target|vault|disk|lock|passphrase|key|check|memory|platform)\.[a-z_]+")
    for path in sorted((RESOURCES.parent / "spinnenweb").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and code.fullmatch(node.value):
                assert {node.value, f"{node.value}.text"} & set(known), (path, node.value)


def test_that_an_import_error_ends_with_nothing_taken_over() -> None:
    found = [(k, t) for k, t in all_texts("meldingen") if k.startswith("import.") and k.endswith(".text")]
    assert len(found) > 20
    assert [key for key, text in found if not text.endswith(" Er is niets overgenomen.")] == []


def test_that_an_import_error_about_a_line_names_the_line() -> None:
    whole_file = {"missing", "no_rights", "workbook", "empty", "too_large"}
    for key, text in all_texts("meldingen"):
        if key.startswith("import.") and key.endswith(".text") and key.split(".")[1] not in whole_file:
            assert text.startswith("Regel {line}"), key


@pytest.mark.parametrize("code", ["code", "village", "birth_year", "too_long", "nul", "header", "marks_differ"])
def test_that_an_import_error_never_repeats_what_may_be_personal(code: str) -> None:
    assert "value" not in placeholders(str(read("meldingen").entries[f"import.{code}.text"]))


# --- the word list


@pytest.fixture(scope="module")
def words() -> list[str]:
    return (RESOURCES / "words" / "nl.txt").read_text("ascii").splitlines()


def test_that_five_words_are_hard_to_guess(words: list[str]) -> None:
    assert len(words) >= 4096
    assert len(set(words)) == len(words)


def test_that_a_word_is_short_and_typed_without_accents(words: list[str]) -> None:
    assert [word for word in words if not re.fullmatch("[a-z]{3,9}", word)] == []


def test_that_the_words_stand_in_order(words: list[str]) -> None:
    assert words == sorted(words)


def test_that_no_word_stands_beside_its_plural(words: list[str]) -> None:
    known = set(words)
    plurals = [(word, word + end) for word in words for end in ("s", "n", "en", "e", word[-1] + "en")]
    assert [pair for pair in plurals if pair[1] in known] == []


def test_that_the_word_list_names_its_source() -> None:
    licence = (RESOURCES / "words" / "LICENSE.md").read_text("utf-8")
    assert "OpenTaal" in licence
    assert "Redistribution and use in source and binary forms" in licence
