"""Colours, type and style of the whole program, from one theme file.

Palette first, style sheet last and small (`reference/codebases.md` 6.7): setting the palette under a style
sheet that was set before changes nothing on screen, so `apply_theme` always sets both. The theme in force is
kept where Qt keeps palette and font, on the application: a widget that paints itself asks for it while painting.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

FAMILY = "Noto Sans"
FAMILIES = (FAMILY, "Noto Sans Arabic")
"""The second for what the first has no letters for."""
BASE_POINTS = 10.5
FONT_FILES = (
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-Bold.ttf",
)
# The height of a line of the base font at 96 dots an inch: 14 px times Noto's 1.362.
_BASE_LINE = 14 * 1.362
_THEME = "spinnenweb_theme"


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour by what it is for, as `#rrggbb`. `resources` is the folder that holds fonts and icons.

    Text on its ground keeps 4.5, controls, focus and data keep 3 (WCAG 2.2 1.4.3 and 1.4.11; a test computes it).
    `line`, `line_soft`, `grid` and `hidden_stripe` only decorate.
    """

    name: str
    dark: bool
    resources: Path
    paper: str
    card: str
    sidebar: str
    together: str
    ink: str
    ink_nav: str
    ink_soft: str
    ink_faint: str
    line: str
    line_soft: str
    control_line: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_ink: str
    accent_text: str
    accent_soft: str
    accent_wash: str
    hover: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    neutral_soft: str
    focus: str
    focus_filled: str
    selection: str
    selection_ink: str
    data_now: str
    data_before: str
    data_third: str
    track: str
    axis: str
    grid: str
    hidden_cell: str
    hidden_stripe: str
    toast: str
    toast_ink: str
    toast_link: str

    def colour(self, tone: str) -> QColor:
        """The colour of a tone by name, for example `"ink_soft"`."""
        return QColor(getattr(self, tone))


def load_theme(resources: Path, name: str) -> Theme:
    """The theme `licht`, `donker` or `contrast` from `resources/themes/`."""
    raw = tomllib.loads((resources / "themes" / f"{name}.toml").read_text("utf-8"))
    return Theme(name=raw["name"], dark=raw["dark"], resources=resources, **raw["colours"])


def theme_for(choice: str, scheme: Qt.ColorScheme, more_contrast: bool = False) -> str:
    """The name of the theme for a preference; only `systeem` looks at what the system says."""
    if choice != "systeem":
        return choice
    if more_contrast:
        return "contrast"
    return "donker" if scheme is Qt.ColorScheme.Dark else "licht"


def apply_theme(app: QApplication, theme: Theme, text_scale: float = 1.0) -> None:
    """Give the program a theme; may be called again at any moment. `text_scale` 1.0-2.0, clamped."""
    if app.property(_THEME) is None:
        if app.property("styled") is None:
            app.setStyle("Fusion")
        load_fonts(theme.resources)
    app.setProperty(_THEME, theme)
    app.setFont(base_font(text_scale))
    app.setPalette(palette_of(theme))
    app.setStyleSheet(style_sheet(theme))


def active_theme() -> Theme:
    """The theme in force. A missing `apply_theme` is a bug of the caller and raises `LookupError`."""
    app = QApplication.instance()
    theme = app.property(_THEME) if app is not None else None
    if not isinstance(theme, Theme):
        raise LookupError("apply_theme must come before the first widget")
    return theme


def load_fonts(resources: Path) -> None:
    """Make the bundled fonts known to Qt."""
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(resources / "fonts" / name))


def base_font(text_scale: float = 1.0) -> QFont:
    """The font of running text. `text_scale` 1.0-2.0, clamped."""
    font = QFont(list(FAMILIES))
    font.setPointSizeF(BASE_POINTS * min(2.0, max(1.0, text_scale)))
    return font


def font_of(factor: float, bold: bool = False) -> QFont:
    """The running font times `factor`, for widgets that paint their own words."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(bold)
    return font


def px(size: float) -> int:
    """A length of `size` pixels at 100 % text on an ordinary screen, in step with the text size; at least 1."""
    return max(1, round(size * QFontMetricsF(QGuiApplication.font()).height() / _BASE_LINE))


def set_role(widget: QWidget, role: str, tone: str = "") -> None:
    """Say what a widget is for, so that the style sheet can dress it."""
    widget.setProperty("role", role)
    widget.setProperty("tone", tone)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def palette_of(theme: Theme) -> QPalette:
    """All roles of the palette, in the three states."""
    palette = QPalette()
    for role, tone in _ROLES.items():
        palette.setColor(role, theme.colour(tone))
    for role in _FADING:
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("ink_faint"))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, theme.colour("line"))
    return palette


def style_sheet(theme: Theme) -> str:
    """The style sheet in the theme's colours and the present text size.

    In the file `@name` is a colour, `8dp` a length as in `px`, `16pt` a font size at 100 %.
    """
    scale = QGuiApplication.font().pointSizeF() / BASE_POINTS
    folder = (theme.resources / "themes" / theme.name).as_posix()
    text = (theme.resources / "themes" / "stijl.qss").read_text("utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).replace("@map", folder)
    length = cache(px)
    text = re.sub(r"(\d+)dp\b", lambda found: f"{length(int(found[1]))}px", text)
    text = re.sub(r"([\d.]+)pt\b", lambda found: f"{float(found[1]) * scale:.2f}pt", text)
    return re.sub(r"@(\w+)", lambda found: str(getattr(theme, found[1])), text)


_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "accent_wash",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink_soft",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "accent_ink",
    QPalette.ColorRole.ToolTipBase: "toast",
    QPalette.ColorRole.ToolTipText: "toast_ink",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "selection_ink",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "line_soft",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "control_line",
    QPalette.ColorRole.Shadow: "ink_soft",
}
_FADING = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
