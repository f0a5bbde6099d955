"""Contrast of the pairs that are really combined: by the palette Qt paints with, and by the style sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPalette

from spinnenweb.ui.theme.look import load_theme, palette_of
from tests.ui.theme.test_contrast import THEMES, contrast

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROLE = QPalette.ColorRole
IN_THE_PALETTE = (
    (ROLE.WindowText, ROLE.Window),
    (ROLE.Text, ROLE.Base),
    (ROLE.Text, ROLE.AlternateBase),
    (ROLE.PlaceholderText, ROLE.Base),
    (ROLE.ButtonText, ROLE.Button),
    (ROLE.HighlightedText, ROLE.Highlight),
    (ROLE.ToolTipText, ROLE.ToolTipBase),
    (ROLE.Link, ROLE.Base),
    (ROLE.Link, ROLE.Window),
    (ROLE.BrightText, ROLE.Accent),
)
SHEETS = ("paper", "card")
"""What lies under a part that has no ground of its own."""
TOAST = ("toast",)
DECORATES = {"line", "line_soft", "grid"}
STATE = re.compile(r":(?!:)[\w-]+")


@dataclass(frozen=True)
class Dress:
    """What a part of the style sheet wears, by the names of the theme."""

    colour: str = ""
    ground: str = ""
    border: str = ""


def dresses(sheet: str) -> Iterator[tuple[str, Dress]]:
    """Every selector with what it wears; a state wears what the part wears without it too. Later rules win."""
    worn: dict[str, Dress] = {}
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", bare):
        rules = dict(rule.split(":", 1) for rule in body.split(";") if ":" in rule)
        for selector in (part.strip() for part in selectors.split(",")):
            worn[selector] = _worn(rules, _under(selector, worn))
    return iter(worn.items())


def _under(selector: str, worn: dict[str, Dress]) -> Dress:
    """The same part seen before: itself, without its states, without its tone, or of any role."""
    stateless = STATE.sub("", selector)
    toneless = re.sub(r'\[tone="[^"]*"\]', "", stateless)
    for known in (selector, stateless, toneless, re.sub(r"\[[^]]*\]", "", toneless)):
        if known in worn:
            return worn[known]
    return Dress()


def _worn(rules: dict[str, str], under: Dress) -> Dress:
    named = {name.strip(): _name(value) for name, value in rules.items()}
    border = next((named[key] for key in ("border-color", "border") if key in named), under.border)
    ground = named.get("background", under.ground)
    return replace(under, colour=named.get("color") or under.colour, ground=ground, border=border)


def _name(value: str) -> str:
    found = re.search(r"@(\w+)", value)
    return found[1] if found else ""


def weak(resources: Path, name: str, sheet: str) -> list[str]:
    """Words under 4.5 and edges under 3; what is switched off need not be read (WCAG 2.2, 1.4.3)."""
    theme = load_theme(resources, name)
    found = []
    for selector, dress in dresses(sheet):
        grounds = _grounds(selector, dress)
        for ground in () if ":disabled" in selector else grounds:
            if dress.colour and contrast(getattr(theme, dress.colour), getattr(theme, ground)) < 4.5:
                found.append(f"{selector}: {dress.colour} on {ground}")
        # an edge is seen when it stands out from what lies around it or from what it encloses
        if not dress.border or dress.border in DECORATES or ":disabled" in selector:
            continue
        around = TOAST if 'role="toast"' in selector else SHEETS
        against = [contrast(getattr(theme, dress.border), getattr(theme, lies)) for lies in around]
        inside = contrast(getattr(theme, dress.border), getattr(theme, grounds[0]))
        if min(against) < 3 and inside < 3:
            found.append(f"{selector}: edge {dress.border}")
    return found


def _grounds(selector: str, dress: Dress) -> tuple[str, ...]:
    if dress.ground:
        return (dress.ground,)
    return TOAST if 'role="toast"' in selector else SHEETS


@pytest.mark.parametrize("name", THEMES)
def test_that_the_palette_combines_colours_that_can_be_read(resources: Path, name: str) -> None:
    palette = palette_of(load_theme(resources, name))
    ratios = {
        f"{front.name} on {ground.name}": contrast(palette.color(front).name(), palette.color(ground).name())
        for front, ground in IN_THE_PALETTE
    }
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("name", THEMES)
def test_that_the_style_sheet_combines_colours_that_can_be_read(resources: Path, name: str) -> None:
    sheet = (resources / "themes" / "stijl.qss").read_text("utf-8")
    assert weak(resources, name, sheet) == []


def test_that_the_style_sheet_is_read_with_its_states(resources: Path) -> None:
    sheet = (resources / "themes" / "stijl.qss").read_text("utf-8")
    worn = dict(dresses(sheet))
    assert worn['QPushButton[role="primary"]:hover'] == Dress("accent_ink", "accent_hover", "accent_hover")
    assert worn["QPushButton:checked"] == Dress("accent_text", "accent_soft", "accent_text")


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        ("QLabel { color: @line; }", "QLabel: line on paper"),
        ("A { background: @accent; } A:hover { color: @ink; background: @ink; }", "A:hover: ink on ink"),
        ("A { border: 1dp solid @track; }", "A: edge track"),
    ],
)
def test_that_a_weak_pair_in_a_style_sheet_is_found(resources: Path, planted: str, found: str) -> None:
    assert found in weak(resources, "licht", planted)
