"""What a resident takes a photo of: the web, the step, the next date and the worker's number; nothing else.

No name stands on it. It is always light on white, as on paper: a photo of a dark screen is hard to read.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QTextDocument, QTextOption
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from spinnenweb.domain.dates import said_date
from spinnenweb.ui.theme.look import active_theme, font_of, load_theme, px
from spinnenweb.ui.widgets import web_painting as paint

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.scoring import Web
    from spinnenweb.domain.settings import WorkSettings
    from spinnenweb.domain.wording import ResidentTexts
    from spinnenweb.ui.theme.look import Theme

LONG_PRESS_MS = 700
LARGER = 1.7
"""How much larger than elsewhere the web is drawn: it is read from a small picture afterwards."""
_SIZES = (2.4, 2.1, 1.8, 1.5, 1.25, 1.0, 0.85)
_WIDE = 1.25
_LOCK = QKeySequence("Ctrl+Shift+L")


@dataclass(frozen=True, slots=True)
class PhotoSheet:
    """What is shown. `lines` holds pairs of a small word, or an empty one, and the text that belongs to it."""

    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    topics: tuple[bool, ...]
    lines: tuple[tuple[str, str], ...]
    from_the_right: bool = False

    @property
    def spoken(self) -> str:
        """The same for who does not see it."""
        marks = (
            f"{label}: {mark:g}" for label, mark in zip(self.labels, self.values, strict=True) if mark is not None
        )
        return ". ".join((*marks, *(": ".join(part for part in line if part) for line in self.lines)))


def photo_sheet(texts: ResidentTexts, web: Web, talk: Conversation, settings: WorkSettings) -> PhotoSheet:
    """The sheet of a conversation in the resident's words."""
    return PhotoSheet(
        values=web.values,
        labels=tuple(texts.say(f"label.{code}") for code in web.codes),
        topics=tuple(code in web.topics for code in web.codes),
        lines=tuple(_lines(texts, talk, settings)),
        from_the_right=texts.from_the_right,
    )


def _lines(texts: ResidentTexts, talk: Conversation, settings: WorkSettings) -> list[tuple[str, str]]:
    step, worker, phone = talk.step, settings.worker, settings.phone
    parts = (("summary.step", step.what), ("summary.when", step.when), ("summary.who", step.with_whom))
    found = [(texts.say(key), text) for key, text in parts if text]
    if talk.return_on is not None:
        found.append(("", texts.say("summary.again_on", date=said_date(talk.return_on, texts.language))))
    if worker and phone:
        found.append(("", texts.say("summary.contact", worker=worker, phone=phone)))
    elif phone:
        found.append(("", phone))
    return found


class PhotoScreen(QWidget):
    """Fills the screen until Esc or a long press. Sends `closed()` and goes; goes too when `host` is hidden."""

    closed = Signal()

    def __init__(self, sheet: PhotoSheet, host: QWidget) -> None:
        super().__init__(host.window())
        self._host = host
        self._state = host.window().windowState()
        self._before = QApplication.focusWidget()
        self._theme = load_theme(active_theme().resources, "licht")
        self.web = _PhotoWeb(sheet, self._theme)
        self.words = _PhotoWords(sheet, self._theme)
        self._press = QTimer(self)
        self._press.setSingleShot(True)
        self._press.setInterval(LONG_PRESS_MS)
        self._press.timeout.connect(self.leave)
        self._lay_out(sheet)

    def _lay_out(self, sheet: PhotoSheet) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(sheet.spoken)
        way = self.tr("Terug: druk op Esc, of houd het scherm even vast.")
        self.setAccessibleDescription(way)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(px(40), px(32), px(40), px(32))
        self._box.setSpacing(px(32))
        self._box.addWidget(self.web, 5)
        if sheet.lines:
            self._box.addWidget(self.words, 4)
        self.words.setVisible(bool(sheet.lines))

    def show_over(self) -> None:
        """Cover everything."""
        window = self._host.window()
        window.installEventFilter(self)
        self._host.installEventFilter(self)
        if not window.isFullScreen():
            window.setWindowState(self._state | Qt.WindowState.WindowFullScreen)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Give the screen back as it was."""
        if self.property("gone"):
            return
        self.setProperty("gone", True)
        window = self._host.window()
        window.removeEventFilter(self)
        self._host.removeEventFilter(self)
        self.hide()
        window.setWindowState(self._state)
        if self._before is not None and self._host.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window, and go when the page goes: a locked vault shows nothing."""
        if watched is self._host and event.type() == QEvent.Type.Hide:
            self.leave()
        elif event.type() == QEvent.Type.Resize and watched is self._host.window():
            self.setGeometry(self._host.window().rect())
        return False

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the page underneath from doing anything; only locking goes on."""
        locks = isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()) == _LOCK
        if event.type() == QEvent.Type.ShortcutOverride and not locks:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab stays here."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words beside the web, or under it on a narrow screen."""
        super().resizeEvent(event)
        beside = self.width() > self.height() * _WIDE
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("card"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; nothing else does anything."""
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A finger or the mouse goes down."""
        event.accept()
        self._press.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A short press is no reason to go."""
        event.accept()
        self._press.stop()


class _PhotoWeb(QWidget):
    """The web in large letters; nothing can be set on it."""

    def __init__(self, sheet: PhotoSheet, theme: Theme) -> None:
        super().__init__()
        self._sheet = sheet
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumSize(px(200), px(180))

    def paintEvent(self, _event: QPaintEvent) -> None:
        size = QSizeF(self.size()) / LARGER
        labels = paint.labels_of(self._sheet.labels, self._sheet.topics)
        space = paint.fit(size, labels)
        ratio = self.devicePixelRatioF() * LARGER
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(LARGER, LARGER)
        painter.drawPixmap(QPointF(), paint.backdrop(size, ratio, space, labels, self._theme))
        figure = paint.figure_of(self._sheet.values, space)
        paint.draw_now(painter, figure, paint.dot_picture(ratio, self._theme), self._theme)
        painter.end()


class _PhotoWords(QWidget):
    """The words, as large as fits."""

    def __init__(self, sheet: PhotoSheet, theme: Theme) -> None:
        super().__init__()
        self._sheet = sheet
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def document(self, size: float) -> QTextDocument:
        """The words at a size, set to the width there is."""
        document = QTextDocument()
        document.setDocumentMargin(0)
        way = Qt.LayoutDirection.RightToLeft if self._sheet.from_the_right else Qt.LayoutDirection.LeftToRight
        option = QTextOption()
        option.setTextDirection(way)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setDefaultFont(font_of(size))
        document.setHtml("".join(_html(line, self._theme) for line in self._sheet.lines))
        document.setTextWidth(self.width())
        return document

    def paintEvent(self, _event: QPaintEvent) -> None:
        made = (self.document(size) for size in _SIZES)
        document = next((one for one in made if one.size().height() <= self.height()), self.document(_SIZES[-1]))
        painter = QPainter(self)
        painter.translate(0, max(0.0, (self.height() - document.size().height()) / 2))
        document.drawContents(painter)
        painter.end()


def _html(line: tuple[str, str], theme: Theme) -> str:
    small, text = (html.escape(part) for part in line)
    above = f'<div style="color:{theme.ink_soft}; font-size:small">{small}</div>' if small else ""
    return f'{above}<div style="color:{theme.ink}; margin-bottom:14px"><b>{text}</b></div>'
