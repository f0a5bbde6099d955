"""Contrast of every declared pair in every theme, by the formula of WCAG 2.2."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spinnenweb.ui.theme.look import load_theme

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

THEMES = ("licht", "donker", "contrast")
GROUNDS = ("paper", "card", "together")
TEXT = {
    "ink": (
        *GROUNDS,
        "sidebar",
        "accent_wash",
        "hover",
        "neutral_soft",
        "accent_soft",
        "ok_soft",
        "warn_soft",
    ),
    "ink_nav": ("sidebar", "card", "hover", "neutral_soft"),
    "ink_soft": (*GROUNDS, "sidebar", "accent_wash", "hover", "neutral_soft", "track"),
    "accent_ink": ("accent", "accent_hover", "accent_pressed"),
    "accent_text": (*GROUNDS, "sidebar", "accent_soft", "accent_wash", "hover"),
    "ok": ("ok_soft", "paper", "card"),
    "warn": ("warn_soft", "paper", "card", "sidebar", "hover"),
    "selection_ink": ("selection",),
    "toast_ink": ("toast",),
    "toast_link": ("toast",),
}
SHAPES = {
    "control_line": GROUNDS,
    "axis": GROUNDS,
    "accent": (*GROUNDS, "sidebar"),
    "data_now": (*GROUNDS, "track"),
    "data_before": GROUNDS,
    "data_third": GROUNDS,
    "focus": (*GROUNDS, "sidebar", "hover", "accent_wash", "accent_soft"),
    "focus_filled": ("accent", "paper", "card"),
    "warn": ("card",),
    "toast_link": ("toast",),
    "ink_faint": ("paper", "card"),
}


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2, of `#rrggbb`."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def too_weak(resources: Path, name: str, pairs: Mapping[str, tuple[str, ...]], least: float) -> list[str]:
    theme = load_theme(resources, name)
    ratios = {
        f"{front} on {ground}": contrast(getattr(theme, front), getattr(theme, ground))
        for front, grounds in pairs.items()
        for ground in grounds
    }
    return [f"{pair}: {ratio:.2f}" for pair, ratio in ratios.items() if ratio < least]


def test_that_black_on_white_has_a_contrast_of_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)


@pytest.mark.parametrize("name", THEMES)
def test_that_text_keeps_a_contrast_of_four_and_a_half(resources: Path, name: str) -> None:
    assert too_weak(resources, name, TEXT, 4.5) == []


@pytest.mark.parametrize("name", THEMES)
def test_that_controls_focus_and_data_keep_a_contrast_of_three(resources: Path, name: str) -> None:
    assert too_weak(resources, name, SHAPES, 3.0) == []


def test_that_text_on_paper_keeps_seven_in_the_high_contrast_theme(resources: Path) -> None:
    words = dict.fromkeys(("ink", "ink_nav", "ink_soft", "accent_text", "ok", "warn"), GROUNDS)
    assert too_weak(resources, "contrast", words, 7.0) == []


def test_that_the_high_contrast_theme_draws_its_hair_lines_to_be_seen(resources: Path) -> None:
    assert (
        too_weak(resources, "contrast", {"line": ("card",), "line_soft": ("card",), "grid": ("card",)}, 3.0) == []
    )


@pytest.mark.parametrize("name", THEMES)
def test_that_the_little_pictures_have_the_colours_of_their_theme(resources: Path, name: str) -> None:
    theme = load_theme(resources, name)
    wanted = {
        "vink": theme.accent_ink,
        "deels": theme.accent_ink,
        "omlaag": theme.ink_soft,
        "omhoog": theme.ink_soft,
    }
    for picture, colour in wanted.items():
        drawing = (resources / "themes" / name / f"{picture}.svg").read_text("utf-8")
        assert f'stroke="{colour}"' in drawing, picture


def test_that_light_data_colours_are_those_a_colour_blind_person_tells_apart(resources: Path) -> None:
    """Okabe and Ito; reference/ecosystem.md 3.4."""
    theme = load_theme(resources, "licht")
    assert (theme.data_now, theme.data_before, theme.data_third) == ("#0072b2", "#d55e00", "#009e73")
