"""What residents read in every language, checked against the Dutch."""

from __future__ import annotations

import re
import string
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from spinnenweb.domain.languages import BASE, CODES, read_language
from spinnenweb.domain.wording import Entry, TwoForms, Wording

TEXTS = Path(__file__).resolve().parents[2] / "resources" / "texts"
LEVELS = ("gewoon", "eenvoudig")
FILES = (*LEVELS, "papier")
OTHERS = tuple(code for code in CODES if code != BASE)
ONE_FORM = {"en", "ar"}
LONGEST = 12
# What may stand in another language exactly as in Dutch: a version, a dash, and words that are the same.
SAME_AS_DUTCH = {
    "*": {"text.version", "summary.mark_none"},
    "de": {"change.yes", "consent.yes", "step.sure_yes"},
    "en": {"consent.later"},
    "pl": {"label.LF6"},
    "tr": {"label.LF6"},
}
LETTERS = {
    "en": "a-zA-Z",
    "de": "a-zA-ZäöüÄÖÜß",
    "tr": "a-zA-ZçğıöşüÇĞİÖŞÜâîû",
    "pl": "a-zA-ZąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ",
    "ar": "ء-غف-ي",
}
SIGNS = {
    "en": ".,:;?!'’() –-",
    "de": ".,:;?!() –-",
    "tr": ".,:;?!'’() –-/",
    "pl": ".,:;?!„”() –-/",
    "uk": ".,:;?!’«»() –-",
    "ar": ".:!؟،؛«»() –-",
}
# Words of offices, and stems of them, that a resident should not meet.
OFFICE = {
    "nl": ("regie", "zelfredzaam", "participatie", "indicatie", "hulpvraag", "eerstelijns", "domein", "doelgroep"),
    "en": ("self-reliant", "participation", "referral", "target group", "intervention", "domain", "client"),
    "de": ("teilhabe", "selbstbestimm", "indikation", "zielgruppe", "maßnahme", "intervention", "klient"),
    "tr": ("katılımcı", "müdahale", "hedef grup", "danışan", "endikasyon"),
    "pl": ("partycypac", "interwencj", "beneficjent", "klient", "grupa docelowa", "wskazani"),
    "uk": ("партисипа", "інтервенц", "клієнт", "цільова група", "втручанн", "бенефіціар"),
    "ar": ("تدخل مهني", "المستفيد", "العميل", "الفئة المستهدفة"),
}
FORMAL = {
    "de": r"\b(Ihnen|Ihr|Ihre|Ihren|Ihrem|Ihrer)\b|(?<=\w )Sie\b|^Sie (dürfen|können|müssen)",
    "pl": r"Pan|Państ|Proszę|proszę",
    "tr": r"\b([Ss]iz|[Ss]izin|[Ss]ize|[Ss]izi|[Ss]izce|[Ss]izde|[Ss]izinle)\b|\w{2}(sunuz|siniz|sınız|sünüz)\b",
    "uk": r"\bВ(и|ам|ас|аш\w*)\b|\w(айте|іть|ете|єте|іться|айтеся)\b",
}
INFORMAL = {
    "de": r"\b([Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*)\b",
    "pl": r"\b([Tt]y|ci|cię|ciebie|tobie|[Tt]w(ój|oj\w+))\b|\w(esz|isz|ysz|(?<![Nn])asz)\b",
    "tr": r"\b([Ss]en|[Ss]enin|[Ss]ana|[Ss]eni|[Ss]ence|[Ss]ende|[Ss]eninle)\b",
    "uk": r"\b([Тт]и|[Тт]обі|[Тт]ебе|[Тт]обою|[Тт]в(ій|о\w+))\b|\w(еш|иш|єш)\b",
}
# Said by the resident to the worker, so polite in both forms; or a plural that looks like a polite form.
SAID_TO_THE_WORKER = {("pl", "consent.later"), ("uk", "MD.ask"), ("tr", "MD.ask")}

everywhere = pytest.mark.parametrize("name", FILES)
at_each_level = pytest.mark.parametrize("level", LEVELS)
in_each_language = pytest.mark.parametrize("code", CODES)
in_other_languages = pytest.mark.parametrize("code", OTHERS)
with_two_forms = pytest.mark.parametrize("code", sorted(FORMAL))


def variants(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, TwoForms):
        return (entry.u, entry.je)
    return (entry,) if isinstance(entry, str) else entry


def read(code: str, name: str) -> Wording:
    return Wording.read(TEXTS / code / f"{name}.toml")


def all_texts(code: str, name: str) -> list[tuple[str, str]]:
    return [(key, text) for key, entry in read(code, name).entries.items() for text in variants(entry)]


def placeholders(sentence: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None)


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"[.?!؟]+(?=[\s»”\"]|$)", text) if part.strip()]


# --- the same things are said


@everywhere
@in_other_languages
def test_that_every_language_has_the_keys_of_the_dutch_in_their_order(code: str, name: str) -> None:
    assert read(code, name).keys() == read(BASE, name).keys()


@everywhere
@in_other_languages
def test_that_placeholders_are_those_of_the_dutch_in_every_form(code: str, name: str) -> None:
    dutch = read(BASE, name).entries
    for key, entry in read(code, name).entries.items():
        wanted = placeholders(variants(dutch[key])[0])
        assert [placeholders(text) for text in variants(entry)] == [wanted] * len(variants(entry)), key


@everywhere
@in_other_languages
def test_that_digits_are_those_of_the_dutch_and_plain_ones(code: str, name: str) -> None:
    dutch = read(BASE, name).entries
    for key, text in all_texts(code, name):
        assert sorted(re.findall(r"\d", text)) == sorted(re.findall(r"\d", variants(dutch[key])[0])), key
        assert all(sign.isascii() for sign in text if sign.isdigit()), key


@everywhere
@in_other_languages
def test_that_what_is_a_sentence_in_dutch_is_one_everywhere(code: str, name: str) -> None:
    dutch = read(BASE, name).entries
    for key, text in all_texts(code, name):
        assert (text[-1] in ".?؟") == (variants(dutch[key])[0][-1] in ".?"), key


@at_each_level
@in_other_languages
def test_that_nothing_was_left_in_dutch(code: str, level: str) -> None:
    dutch = read(BASE, level).entries
    same = SAME_AS_DUTCH["*"] | SAME_AS_DUTCH.get(code, set())
    assert [k for k, text in all_texts(code, level) if text in variants(dutch[k]) and k not in same] == []


# --- how it is written


@everywhere
@in_other_languages
def test_that_only_the_letters_of_the_language_are_used(code: str, name: str) -> None:
    for key, text in all_texts(code, name):
        bare = re.sub(r"\{\w+\}|iPH|\d", "", text)
        assert set(re.sub(f"[{LETTERS[code]}]", "", bare)) <= set(SIGNS[code]), (key, text)


@everywhere
@in_each_language
def test_that_no_text_is_empty_or_untidy(code: str, name: str) -> None:
    for key, text in all_texts(code, name):
        assert text, key
        assert text == " ".join(text.split()), key
        assert text == unicodedata.normalize("NFC", text), key
        assert not set("[]") & set(text), key
        assert not re.search(r"[{}]", re.sub(r"\{[a-z]+\}", "", text)), key


@in_each_language
def test_that_a_simple_sentence_has_at_most_twelve_words(code: str) -> None:
    long = [s for _, text in all_texts(code, "eenvoudig") for s in sentences(text) if len(s.split()) > LONGEST]
    assert long == []


@at_each_level
@in_each_language
def test_that_residents_meet_no_words_of_offices(code: str, level: str) -> None:
    found = [(key, stem) for key, text in all_texts(code, level) for stem in OFFICE[code] if stem in text.lower()]
    assert found == []


@at_each_level
@in_each_language
def test_that_no_two_labels_or_themes_are_the_same(code: str, level: str) -> None:
    for prefix in ("label.", "theme."):
        said = [text.casefold() for key, text in all_texts(code, level) if key.startswith(prefix)]
        assert len(said) == len(set(said))


# --- how the resident is spoken to


@at_each_level
@pytest.mark.parametrize("code", sorted(ONE_FORM))
def test_that_a_language_with_one_form_writes_one(code: str, level: str) -> None:
    assert [key for key, entry in read(code, level).entries.items() if isinstance(entry, TwoForms)] == []


@at_each_level
@in_each_language
def test_that_two_forms_differ(code: str, level: str) -> None:
    both = [(key, one) for key, one in read(code, level).entries.items() if isinstance(one, TwoForms)]
    assert [key for key, one in both if one.u == one.je] == []


@everywhere
@with_two_forms
def test_that_each_form_keeps_to_itself(code: str, name: str) -> None:
    for key, entry in read(code, name).entries.items():
        polite = entry.u if isinstance(entry, TwoForms) else variants(entry)[0]
        familiar = entry.je if isinstance(entry, TwoForms) else variants(entry)[0]
        assert not re.search(INFORMAL[code], polite), key
        if (code, key) not in SAID_TO_THE_WORKER:
            assert not re.search(FORMAL[code], familiar), key


# --- the language itself


@in_each_language
def test_that_a_language_says_its_own_name_and_direction(code: str) -> None:
    language = read_language(TEXTS / code / "taal.toml")
    names = Wording.read(TEXTS / BASE / "werker.toml")
    assert language.code == code
    assert names.say(f"language.{code}") == language.dutch_name
    assert language.from_the_right == (code == "ar")


def test_that_there_is_a_folder_for_every_language_and_for_no_other() -> None:
    assert {path.name for path in TEXTS.iterdir() if path.is_dir()} == set(CODES)
