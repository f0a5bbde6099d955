"""The papers of the privacy pack: readable for whom they are for, and not saying more than they may."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PACK = Path(__file__).resolve().parents[2] / "docs" / "privacy"
LONGEST_SENTENCE = {"folder-gewoon.md": 20, "folder-eenvoudig.md": 12}
"""Words: B1 and A2, as the word list asks of what residents read."""
OFFICE = ("verwerking", "grondslag", "betrokkene", "dossier", "versleuteld", "AVG", "verantwoordelijke")


def sentences(name: str) -> list[str]:
    text = (PACK / name).read_text("utf-8")
    plain = re.sub(r"[*#]|^- ", "", re.sub(r"\[[^\]]*\]", "iets", text), flags=re.MULTILINE)
    blocks = re.split(r"\n\s*\n|\n(?=- )|(?<=\?)\n", plain)
    return [part for block in blocks for part in re.split(r"(?<=[.?!:;])\s+", " ".join(block.split())) if part]


@pytest.mark.parametrize("name", LONGEST_SENTENCE)
def test_that_sentences_for_residents_are_short(name: str) -> None:
    long = [one for one in sentences(name) if len(one.split()) > LONGEST_SENTENCE[name]]
    assert long == []


@pytest.mark.parametrize("name", LONGEST_SENTENCE)
def test_that_residents_read_no_office_words(name: str) -> None:
    text = (PACK / name).read_text("utf-8").lower()
    assert [word for word in OFFICE if re.search(rf"\b{word.lower()}", text)] == []


@pytest.mark.parametrize("name", ["dpia.md", "verwerkingsregister.md", "logboek-medewerkers.md"])
def test_that_what_the_law_asks_is_left_to_the_officer(name: str) -> None:
    assert "Laat je FG dit nakijken" in (PACK / name).read_text("utf-8")


def test_that_every_paper_of_the_pack_is_named_in_its_list() -> None:
    listed = set(re.findall(r"\]\(([a-z-]+\.md)\)", (PACK / "README.md").read_text("utf-8")))
    assert listed == {path.name for path in PACK.glob("*.md")} - {"README.md"}
