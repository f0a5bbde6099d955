"""Rules for colour: never alone, and always strong enough."""

from __future__ import annotations

import pytest

from spinnenweb.charts.style import DARK, LIGHT, PAPER, ChartStyle


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("style", [LIGHT, DARK, PAPER], ids=["light", "dark", "paper"])
def test_that_text_and_lines_keep_their_contrast(style: ChartStyle) -> None:
    assert min(_contrast(text, style.ground) for text in (style.ink, style.soft)) >= 4.5
    assert min(_contrast(line, style.ground) for line in (style.now, style.before, style.third, style.axis)) >= 3


@pytest.mark.parametrize("style", [LIGHT, DARK, PAPER], ids=["light", "dark", "paper"])
def test_that_now_and_before_differ_without_colour(style: ChartStyle) -> None:
    now, before = style.newest, style.earlier
    assert now.marker != before.marker
    assert now.dash != before.dash
    assert now.hollow != before.hollow


def test_that_another_ground_also_fills_the_open_markers() -> None:
    assert LIGHT.on("#fffdfa").ground == "#fffdfa"
