"""Rules for breaking and measuring words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spinnenweb.charts.letters import in_two, letter, width_of, wrapped

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Mentaal welbevinden", "Mentaal\nwelbevinden"),
        ("Waar ik voor leef", "Waar ik\nvoor leef"),
        ("Meedoen\u00a0•", "Meedoen\u00a0•"),
        ("Zingeving", "Zingeving"),
        ("", ""),
    ],
)
def test_that_a_side_label_is_two_even_lines_and_a_word_stays_whole(words: str, lines: str) -> None:
    assert in_two(words) == lines


def test_that_wrapped_lines_keep_all_words_and_the_width(resources: Path) -> None:
    properties = letter(resources / "fonts", 10)
    text = "Gebaseerd op het gedachtegoed Positieve Gezondheid. Niet gemaakt door en niet verbonden aan iPH."
    lines = wrapped(text, properties, 150).split("\n")
    assert " ".join(lines) == text
    assert len(lines) > 1
    assert all(width_of(line, properties) <= 150 for line in lines)


def test_that_width_grows_with_size_and_weight(resources: Path) -> None:
    fonts = resources / "fonts"
    plain = width_of("Meedoen", letter(fonts, 10))
    assert width_of("Meedoen", letter(fonts, 20)) == pytest.approx(2 * plain, rel=0.05)
    assert width_of("Meedoen", letter(fonts, 10, bold=True)) > plain
