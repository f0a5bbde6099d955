from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from spinnenweb.ui.places import Crumb, Place
from spinnenweb.ui.widgets.breadcrumb import Breadcrumb
from spinnenweb.ui.widgets.chips import Chip, ToggleChip
from spinnenweb.ui.widgets.controls import icon_button, primary_button, with_shortcut
from spinnenweb.ui.widgets.labels import PageTitle, mixed, plain, strong, text_label
from spinnenweb.ui.widgets.rows import NavButton, list_row, tile
from spinnenweb.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from spinnenweb.ui.theme.look import Theme

    Wear = Callable[..., Theme]
    OnScreen = Callable[[QWidget], None]


def test_that_typed_text_never_becomes_markup(wear: Wear, qtbot: QtBot) -> None:
    label = text_label("<b>Jan</b><img src='x'>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>Jan</b><img src='x'>"


def test_that_a_name_in_a_mixed_line_is_escaped(wear: Wear, qtbot: QtBot) -> None:
    label = mixed(plain("Gesprek met <i>"), strong("<script>"))
    qtbot.addWidget(label)
    assert label.text() == "Gesprek met &lt;i&gt;<b>&lt;script&gt;</b>"


def test_that_a_page_title_stands_on_one_line_when_there_is_room(wear: Wear, qtbot: QtBot) -> None:
    title = PageTitle("Cijfers van Ruinerdal, tot en met oktober 2026")
    qtbot.addWidget(title)
    assert title.heightForWidth(title.sizeHint().width()) <= title.sizeHint().height() + 2
    assert title.heightForWidth(title.sizeHint().width() // 2) > title.sizeHint().height() * 1.5


def test_that_an_icon_button_has_a_name_and_a_tooltip(wear: Wear, qtbot: QtBot) -> None:
    button = icon_button("printer", "Afdrukken")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Afdrukken"
    assert button.focusPolicy() is Qt.FocusPolicy.StrongFocus
    with_shortcut(button, "Ctrl+P")
    assert button.toolTip() == "Afdrukken (Ctrl+P)"


def test_that_a_shortcut_presses_its_button(wear: Wear, qtbot: QtBot, on_screen: OnScreen) -> None:
    button = primary_button("Gesprek afronden")
    with_shortcut(button, "Ctrl+Return")
    qtbot.addWidget(button)
    on_screen(button)
    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_that_a_ticked_chip_shows_a_sign_beside_its_colour(wear: Wear, qtbot: QtBot) -> None:
    chip = ToggleChip("Vervoer")
    qtbot.addWidget(chip)
    loose = chip.icon().pixmap(24, 24).toImage()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    assert chip.icon().pixmap(24, 24).toImage() != loose


def test_that_a_ticked_chip_needs_no_more_room(wear: Wear, qtbot: QtBot) -> None:
    chip = ToggleChip("Contact met anderen")
    qtbot.addWidget(chip)
    loose = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == loose


def test_that_a_chip_says_its_word_as_text(wear: Wear, qtbot: QtBot) -> None:
    chip = Chip("<afgeschermd>", "warn")
    qtbot.addWidget(chip)
    assert chip.text() == "<afgeschermd>"
    assert chip.textFormat() is Qt.TextFormat.PlainText


def test_that_a_row_is_pressed_by_mouse_and_keyboard_anywhere_on_it(wear: Wear, qtbot: QtBot) -> None:
    row = list_row("Gesprek met Jannie, maandag", text_label("Gesprek met Jannie"), "tweede web", "Ma 23 nov")
    qtbot.addWidget(row)
    row.resize(600, row.heightForWidth(600))
    row.show()
    with qtbot.waitSignal(row.clicked, timeout=1000):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    with qtbot.waitSignal(row.clicked, timeout=1000):
        QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.accessibleName() == "Gesprek met Jannie, maandag"
    assert row.childAt(row.rect().center()) is None


def test_that_a_narrow_row_grows_with_its_wrapped_words(wear: Wear, qtbot: QtBot) -> None:
    row = tile("Inwoner R-014", "Ruinerdal · 5 november", "wacht op antwoord van de wandelgroep De Brink")
    qtbot.addWidget(row)
    assert row.heightForWidth(180) > row.heightForWidth(500)


def test_that_a_long_name_in_the_navigation_takes_two_lines(wear: Wear, qtbot: QtBot) -> None:
    short, long = NavButton("calendar", "Vandaag"), NavButton("grid", "Thema's en plannen")
    for button in (short, long):
        qtbot.addWidget(button)
    assert long.heightForWidth(183) > short.heightForWidth(183)
    assert long.text() == "Thema's en plannen"


def test_that_a_step_of_the_breadcrumb_leads_back(wear: Wear, qtbot: QtBot) -> None:
    crumbs = Breadcrumb()
    qtbot.addWidget(crumbs)
    back = Place("residents")
    crumbs.show_crumbs([Crumb("Inwoners", back), Crumb("R-021")])
    button = crumbs.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(crumbs.chosen, timeout=1000) as sent:
        button.click()
    assert sent.args == [back]


def test_that_a_new_breadcrumb_replaces_the_old(wear: Wear, qtbot: QtBot) -> None:
    crumbs = Breadcrumb()
    qtbot.addWidget(crumbs)
    crumbs.show()
    crumbs.show_crumbs([Crumb("Inwoners", Place("residents")), Crumb("R-021")])
    crumbs.show_crumbs([Crumb("Instellingen")])
    assert not [button for button in crumbs.findChildren(QPushButton) if button.isVisible()]


def test_that_the_key_in_the_search_field_gives_way_to_what_is_typed(wear: Wear, qtbot: QtBot) -> None:
    field = SearchField("Zoek een inwoner, organisatie of notitie", "Ctrl K")
    qtbot.addWidget(field)
    field.show()
    hint = next(child for child in field.children() if child.property("role") == "key")
    assert hint.property("visible")
    QTest.keyClicks(field, "jan")
    assert not hint.property("visible")
    assert field.accessibleName() == "Zoek een inwoner, organisatie of notitie"
