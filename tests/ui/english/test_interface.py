"""The strings of the interface in English: in step with the source, complete, and compiled."""

from __future__ import annotations

import ast
import re
import shutil
import string
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.tools.translations import TS, Entry, compiled, entries, extract

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HINT = "python -m tests.tools.translations brings them in step and names what has no English yet"
SAME_IN_BOTH = {
    "Ctrl K",
    "Later",
    "Code",
    "&Code",
    "{words} (Esc)",
    "{n} MB",
    "Tip",
    "tip",
    "tab",
    "Mail (*.eml)",
    "{said}, was {before}",
}
"""Sources that need no other words in English."""


@pytest.fixture(scope="module")
def strings() -> tuple[Entry, ...]:
    return tuple(entries(TS))


def placeholders(text: str) -> Counter[str]:
    named = (f"{{{name}}}" for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    return Counter([*named, *re.findall(r"%(?:\d|L?n)", text)])


def said_in(source: Path) -> Iterator[tuple[str, ast.expr]]:
    """Every call that asks for a translation: its name and the argument with the Dutch."""
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name == "tr":
                yield name, node.args[0]
            # a painter's own `translate` moves by numbers
            elif name == "translate" and isinstance(getattr(node.args[0], "value", None), str):
                yield name, node.args[1]


def test_that_the_english_strings_are_in_step_with_the_source(tmp_path: Path) -> None:
    again = tmp_path / TS.name
    shutil.copy(TS, again)
    assert extract(again) == ""
    assert again.read_text("utf-8") == TS.read_text("utf-8"), HINT


def test_that_the_compiled_strings_are_those_that_are_committed(tmp_path: Path) -> None:
    compiled(TS, tmp_path / "again.qm")
    assert (tmp_path / "again.qm").read_bytes() == TS.with_suffix(".qm").read_bytes(), HINT


def test_that_every_string_has_finished_english(strings: tuple[Entry, ...]) -> None:
    assert [entry for entry in strings if not entry.finished] == [], HINT


def test_that_no_dutch_was_left_as_english(strings: tuple[Entry, ...]) -> None:
    same = {entry.source for entry in strings if entry.source in entry.english}
    wordless = {text for text in same if not re.search(r"[a-z]", re.sub(r"\{\w+\}", "", text).lower())}
    assert same - wordless == SAME_IN_BOTH


def test_that_english_and_dutch_have_the_same_placeholders(strings: tuple[Entry, ...]) -> None:
    differ = [e for e in strings if any(placeholders(e.source) != placeholders(form) for form in e.english)]
    assert differ == []


def test_that_blanks_at_the_ends_are_kept(strings: tuple[Entry, ...]) -> None:
    def ends(text: str) -> tuple[bool, bool]:
        return text[:1] == " ", text[-1:] == " "

    assert [e for e in strings if any(ends(e.source) != ends(form) for form in e.english)] == []


def test_that_a_key_with_alt_is_given_once_in_each_part(strings: tuple[Entry, ...]) -> None:
    keys = Counter(
        (entry.context, found.group(1).lower())
        for entry in strings
        for found in [re.search(r"&(\w)", entry.english[0])]
        if found
    )
    assert [key for key, times in keys.items() if times > 1] == []
    without = [e for e in strings if ("&" in e.source) != ("&" in e.english[0])]
    assert without == []


def test_that_every_string_is_found_under_the_name_that_the_program_asks_for(
    strings: tuple[Entry, ...], root: Path
) -> None:
    # `page.tr(...)` would be filed under "page", a name that no class of Qt's has
    assert [e for e in strings if not re.fullmatch(r"_?[A-Z]\w+", e.context)] == []
    known = {entry.source for entry in strings}
    lost = []
    for source in sorted((root / "spinnenweb" / "ui").rglob("*.py")):
        for name, said in said_in(source):
            if not isinstance(said, ast.Constant) or said.value not in known:
                lost.append(f"{source.name}:{said.lineno} {name}")
    assert lost == []


def test_that_nobody_asks_for_a_translation_under_another_name(root: Path) -> None:
    other = re.compile(r"(?<!translate) = (QCoreApplication\.translate|[\w.]+\.tr)$", re.M)
    guilty = [p.name for p in (root / "spinnenweb" / "ui").rglob("*.py") if other.search(p.read_text("utf-8"))]
    assert guilty == []
