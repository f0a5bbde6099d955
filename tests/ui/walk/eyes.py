"""What a careful eye finds wrong on a screen: names, keyboard, room.

Every function gives lines that say what is wrong and where; none means that the screen is good.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QTableView,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QImage

TOLERANCE = 2
"""So many pixels a font may be wider than it says."""
MOST_STEPS = 400
PLACES_IN_A_DATE = 5


def shown(top: QWidget) -> Iterator[QWidget]:
    """Every visible widget; what Qt made for itself inside another is part of that other."""
    for widget in [top, *top.findChildren(QWidget)]:
        own = not widget.objectName().startswith("qt_") or widget.objectName() == "qt_calendar_navigationbar"
        if own and widget.isVisible() and widget.focusProxy() is None:
            yield widget


def title(widget: QWidget) -> str:
    """How a widget is called in a line of findings."""
    return f"{type(widget).__name__} {spoken(widget)[:40]!r}"


def spoken(widget: QWidget) -> str:
    """What a screen reader calls it."""
    face = QAccessible.queryAccessibleInterface(widget)
    return "" if face is None else face.text(QAccessible.Text.Name).strip()


# names


def nameless(top: QWidget) -> list[str]:
    """What takes the keyboard and has no name."""
    takes = (widget for widget in shown(top) if widget.focusPolicy() != Qt.FocusPolicy.NoFocus)
    return [f"no name: {type(w).__name__} in {type(w.parentWidget()).__name__}" for w in takes if not spoken(w)]


# the keyboard


def tab_stops(top: QWidget) -> list[QWidget]:
    """What Tab should reach."""
    return [w for w in shown(top) if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]


def walked(top: QWidget, findings: list[str] | None = None) -> list[QWidget]:
    """Press Tab until it comes round; with `findings`, look also whether the keyboard is seen everywhere."""
    window = top.window()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    here = _step(window)
    path: list[QWidget] = []
    while here is not None and here not in path and len(path) < MOST_STEPS:
        path.append(here)
        before = _seen(here) if findings is not None else None
        following = _step(window)
        if findings is not None and before is not None:
            findings += _ring(here, before)
        here = following
    return path


def _step(window: QWidget) -> QWidget | None:
    """Tab until the keyboard is elsewhere: a date has a place of its own for day, month and year."""
    here = _focus(window)
    for _ in range(PLACES_IN_A_DATE):
        now = _focus(window)
        QTest.keyClick(window if now is None else now, Qt.Key.Key_Tab)
        if _focus(window) is not here:
            break
    return _focus(window)


def _focus(window: QWidget) -> QWidget | None:
    return window.focusWidget()


def _seen(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def _ring(widget: QWidget, before: QImage) -> list[str]:
    if widget.hasFocus():
        return [f"Tab stays: {title(widget)}"]
    if widget.isVisible() and _seen(widget) == before:
        return [f"keyboard not seen: {title(widget)}"]
    return []


def keyboard(top: QWidget, *, rings: bool = False) -> list[str]:
    """Whether Tab reaches everything, in the order of reading; with `rings`, whether one sees where it is."""
    found: list[str] = []
    if not tab_stops(top):
        return []
    path = walked(top, found if rings else None)
    missed = [widget for widget in tab_stops(top) if widget not in path]
    return found + [f"Tab misses: {title(widget)}" for widget in missed] + out_of_order(path, top)


def out_of_order(path: list[QWidget], top: QWidget) -> list[str]:
    """Steps that go neither down nor on along the line; once round is one such step, from the last to the first.

    Two places are compared as the parts of the smallest part of the screen that holds both: column with column,
    foot with what scrolls above it.
    """
    mirrored = top.layoutDirection() == Qt.LayoutDirection.RightToLeft
    back = [
        f"Tab goes back: {title(here)} -> {title(there)}"
        for here, there in zip(path, path[1:] + path[:1], strict=True)
        if _goes_back(*_parts(here, there), mirrored)
    ]
    return back if len(back) > 1 else []


def _parts(here: QWidget, there: QWidget) -> tuple[QRect, QRect]:
    """The parts of what holds both in which they stand."""
    above = _line_up(here)
    below = _line_up(there)
    shared = next((part for part in above if part in below), here)
    return _part_of(above, shared), _part_of(below, shared)


def _line_up(widget: QWidget) -> list[QWidget]:
    line = [widget]
    above = widget.parentWidget()
    while above is not None and not line[-1].isWindow():
        line.append(above)
        above = above.parentWidget()
    return line


def _part_of(line: list[QWidget], shared: QWidget) -> QRect:
    at = line.index(shared)
    return line[at - 1].geometry() if at else shared.rect()


def _goes_back(here: QRect, there: QRect, mirrored: bool) -> bool:
    down = there.top() >= here.bottom() - TOLERANCE
    on = there.right() <= here.left() + TOLERANCE if mirrored else there.left() >= here.right() - TOLERANCE
    inside = here.contains(there) or there.contains(here)
    return not (down or on or inside)


# room


def clipped(top: QWidget) -> list[str]:
    """Words that do not fit, parts that stick out, and areas that scroll sideways."""
    found: list[str] = []
    for widget in shown(top):
        found += [f"{why}: {_words(widget)[:60]!r}" for why in _too_small(widget)]
        if _sticks_out(widget):
            found.append(f"sticks out: {title(widget)} {widget.geometry().getRect()}")
        # a sheet of data may scroll both ways (WCAG 2.2, 1.4.10)
        data = getattr(widget, "shows_data", False)
        if isinstance(widget, QAbstractScrollArea) and not data and widget.horizontalScrollBar().maximum() > 0:
            found.append(f"scrolls sideways: {title(widget)} {widget.horizontalScrollBar().maximum()}")
    return found + _overlaps(top)


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text() or spoken(widget)
    return title(widget)


def _too_small(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel):
        return _label(widget)
    if isinstance(widget, QAbstractButton):
        return _button(widget)
    if isinstance(widget, QLineEdit):
        return _line(widget)
    if isinstance(widget, QComboBox):
        return _beyond("list", widget.minimumSizeHint(), widget.size()) + _chosen(widget)
    if isinstance(widget, QTabBar):
        ends = (widget.tabRect(at).right() for at in range(widget.count()))
        return ["tabs"] if max(ends, default=0) > widget.width() else []
    if isinstance(widget, QTableView):
        return _cells(widget)
    return []


def _beyond(what: str, needed: QSize, there: QSize) -> list[str]:
    wide, high = needed.width() - there.width(), needed.height() - there.height()
    return [f"{what} cut {axis} by {by}" for axis, by in (("wide", wide), ("high", high)) if by > TOLERANCE]


def _label(label: QLabel) -> list[str]:
    if not label.text():
        return []
    if not label.wordWrap():
        return _beyond("label", label.sizeHint(), label.size())
    room = label.contentsRect().width() - 2 * label.margin()
    high = QSize(0, label.heightForWidth(label.width()))
    return _beyond("label", QSize(_widest(label, room), 0), QSize(room, 0)) + _beyond("label", high, label.size())


def _widest(label: QLabel, room: int) -> int:
    """The width of the widest line when words are broken as the label breaks them."""
    if label.textFormat() == Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setDefaultFont(label.font())
        document.setHtml(label.text())
        document.setTextWidth(room)
        return round(document.idealWidth())
    flags = Qt.TextFlag.TextWordWrap | label.alignment()
    return label.fontMetrics().boundingRect(QRect(0, 0, room, 10_000), int(flags), label.text()).width()


def _button(button: QAbstractButton) -> list[str]:
    if not button.text() and button.layout() is None:
        return _beyond("button", button.iconSize(), button.size())
    if button.hasHeightForWidth():
        needed = QSize(button.minimumSizeHint().width(), button.heightForWidth(button.width()))
    else:
        needed = button.sizeHint()
    return _beyond("button", needed, button.size())


def _line(field: QLineEdit) -> list[str]:
    room = field.contentsRect().width() - field.textMargins().left() - field.textMargins().right()
    needed = field.fontMetrics().horizontalAdvance(field.placeholderText())
    short = [] if field.text() else _beyond("prompt", QSize(needed, 0), QSize(room, 0))
    return short + _beyond("field", QSize(0, field.fontMetrics().height()), field.size())


def _chosen(box: QComboBox) -> list[str]:
    needed = box.fontMetrics().horizontalAdvance(box.currentText())
    return _beyond("choice", QSize(needed, 0), box.contentsRect().size())


def _cells(table: QTableView) -> list[str]:
    """Cells whose text is broken off and that do not say it in a tooltip either."""
    model = table.model()
    cells = [
        model.index(row, column)
        for row in range(min(model.rowCount(), 30))
        for column in range(model.columnCount())
        if not table.isColumnHidden(column)
    ]
    short = [f"cell {str(cell.data())[:40]!r}" for cell in cells if _is_short(table, cell)]
    return short + _heads(table.horizontalHeader())


def _heads(header: QHeaderView) -> list[str]:
    heads = [at for at in range(header.count()) if header.isVisible() and not header.isSectionHidden(at)]
    tight = [at for at in heads if header.sectionSizeHint(at) > header.sectionSize(at) + TOLERANCE]
    return [f"head of column {at} cut wide" for at in tight]


def _is_short(table: QTableView, cell: QModelIndex) -> bool:
    if not cell.data() or cell.data(Qt.ItemDataRole.ToolTipRole):
        return False
    # a cell that spans others has the room of them all
    return table.fontMetrics().horizontalAdvance(str(cell.data())) > table.visualRect(cell).width()


def _sticks_out(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if (
        parent is None
        or widget.isWindow()
        or widget.size().isEmpty()
        or isinstance(parent, QStackedWidget | QScrollArea)
    ):
        return False
    if _scrolls(widget):
        return False
    return not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry())


def _scrolls(widget: QWidget) -> bool:
    """Whether it is the paper of something that scrolls: it is higher than its window on purpose."""
    parent = widget.parentWidget()
    area = None if parent is None else parent.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is parent


def _overlaps(top: QWidget) -> list[str]:
    """Words or controls that lie over each other."""
    found = []
    for parent in shown(top):
        leaves = [child for child in _children(parent) if isinstance(child, QLabel | QAbstractButton | QLineEdit)]
        for at, first in enumerate(leaves):
            for second in leaves[at + 1 :]:
                both = first.geometry().intersected(second.geometry())
                if min(both.width(), both.height()) > TOLERANCE:
                    found.append(f"over each other: {title(first)} and {title(second)}")
    return found


def _children(parent: QWidget) -> Iterable[QWidget]:
    return (w for w in parent.children() if isinstance(w, QWidget) and w.isVisible() and not w.isWindow())


def shallow(top: QWidget, least: float) -> list[str]:
    """Whether what scrolls has at least this share of the height of the window."""
    areas = [w for w in shown(top) if isinstance(w, QScrollArea)]
    highest = max((area.viewport().height() for area in areas), default=top.height())
    return [f"only {highest} of {top.height()} high"] if highest < least * top.height() else []
