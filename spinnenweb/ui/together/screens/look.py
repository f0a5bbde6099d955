"""Looking at the web together: what stands out, and only now how it was before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from spinnenweb.domain.dates import said_date
from spinnenweb.domain.scoring import comparable, web_of
from spinnenweb.ui.talk import edits
from spinnenweb.ui.theme.look import active_theme, px
from spinnenweb.ui.together.change import Change
from spinnenweb.ui.together.screen import AskingScreen, Setting, text_field
from spinnenweb.ui.together.web import large_web
from spinnenweb.ui.widgets.big_words import TEXT, UNDER, SaidLabel
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.flow_layout import Columns

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.scoring import Web
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.talk.talk import Talk

_NARROW = 900


@dataclass(frozen=True, slots=True)
class Earlier:
    """The web of the talk before, and what it was held with."""

    held_on: date
    web: Web


def earlier_of(workspace: Workspace, talk: Talk) -> Earlier | None:
    """The last finished talk whose web may lie under today's, or `None`.

    Only after the marks were given (product.md): whoever sees the old ones first answers those.
    """
    today = talk.draft.conversation
    if talk.draft.resident_is_new or not today.has_marks():
        return None
    for found in workspace.conversations.of(talk.draft.resident.id):
        web = _web(workspace, found)
        if found.held_on <= today.held_on and comparable(web, talk.web):
            return Earlier(found.held_on, web)
    return None


def _web(workspace: Workspace, conversation: Conversation) -> Web:
    return web_of(conversation, workspace.catalogue.instruments[conversation.instrument])


class LookScreen(AskingScreen):
    """The web, large. The worker types what the resident says about it."""

    def __init__(
        self, setting: Setting, talk: Talk, earlier: Earlier | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(setting, setting.spoken.say("look.ask"), parent=parent)
        self._earlier = earlier
        self.web = large_web(setting, talk)
        self.noticed = text_field(self.asks, self._write, lines=3)
        self.before: SaidLabel | None = None
        self.change_since: Change | None = None
        columns = Columns((7, 5), gap=40, narrow=_NARROW)
        columns.column(0).addWidget(self.web)
        columns.column(0).addStretch(1)
        self._fill(columns, talk)
        self.add(columns)
        if earlier is not None:
            self.change_since = Change(self.spoken, earlier.web, talk.web)
            self.add(self.change_since, 8)
        self.body.addStretch(1)

    def _fill(self, columns: Columns, talk: Talk) -> None:
        side = columns.column(1)
        side.addWidget(SaidLabel(self.spoken.say("look.comfort"), TEXT, tone="soft"))
        side.addSpacing(px(8))
        if self._earlier is not None:
            self._show_earlier(columns, talk, self._earlier)
        side.addWidget(self.noticed)
        side.addWidget(BsnLine(self.noticed))
        side.addSpacing(px(8))
        side.addWidget(SaidLabel(self.spoken.say("line.resident"), UNDER, tone="soft"))
        side.addStretch(1)

    def _show_earlier(self, columns: Columns, talk: Talk, earlier: Earlier) -> None:
        side = columns.column(1)
        self.web.set_earlier(earlier.web.values)
        side.addWidget(_key(Line(before=False), SaidLabel(self.spoken.say("summary.web"))))
        self.before = SaidLabel(
            self.spoken.both(
                lambda texts: texts.say("look.earlier", date=said_date(earlier.held_on, texts.language))
            )
        )
        side.addWidget(_key(Line(before=True), self.before))
        side.addSpacing(px(8))

    def start(self) -> bool:
        """In the field."""
        self.noticed.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_talk(self, talk: Talk) -> None:
        """Show the web and the words."""
        self.web.set_values(talk.web.values)
        self.web.set_topics(talk.spoken_of)
        self.noticed.show_text(talk.draft.conversation.noticed)

    def _write(self, text: str) -> None:
        self.change(partial(edits.with_noticed, text=text))


def _key(line: Line, label: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(12))
    row.addWidget(line)
    row.addWidget(label, 1)
    return holder


class Line(QWidget):
    """A piece of the line of a web: full with a round dot for now, broken with a square for before."""

    def __init__(self, before: bool) -> None:
        super().__init__()
        self._before = before
        self.setFixedSize(px(56), px(24))

    def sizeHint(self) -> QSize:
        """As long as three dashes."""
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line with its marker in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = active_theme().colour("data_before" if self._before else "data_now")
        style = Qt.PenStyle.DashLine if self._before else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, px(3), style))
        middle = self.height() / 2
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        mark = QRectF(0, 0, px(12), px(12))
        mark.moveCenter(QPointF(self.width() / 2, middle))
        if self._before:
            painter.drawRect(mark)
        else:
            painter.drawEllipse(mark)
        painter.end()
