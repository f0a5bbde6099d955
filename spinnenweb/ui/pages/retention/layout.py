"""The widgets of the review of old files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.house_rules import FileKind
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.names import display_name
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, RowCard
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import link_button, quiet_button
from spinnenweb.ui.widgets.empty_state import EmptyState
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.house_rules import Retention
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.retention import DueLine

translate = QCoreApplication.translate

_YEAR = 12


def term_text(months: int, words: Wording) -> str:
    """A term in words: 2 jaar, 18 maanden."""
    if months % _YEAR == 0:
        return words.say("retention.year" if months == _YEAR else "retention.years", n=months // _YEAR)
    return words.say("retention.month" if months == 1 else "retention.months", n=months)


def terms_text(terms: Retention, words: Wording) -> str:
    """The terms of all kinds in one line; one term when all are the same."""
    if len(set(terms.months.values())) == 1:
        term = term_text(next(iter(terms.months.values())), words)
        return words.say("retention.one_term", term=term)
    parts = [
        f"{words.say(f'file_kind.{kind.value}')}: {term_text(terms.months[kind], words)}" for kind in FileKind
    ]
    return words.say("retention.terms", terms="; ".join(parts))


def why_text(line: DueLine, words: Wording) -> str:
    """Why a file is due: what it is, the last contact, the term, and since when it is over."""
    due = line.due
    last = (
        words.say("retention.never", date=full_day(due.begun))
        if due.last_contact is None
        else words.say("retention.last", date=full_day(due.last_contact))
    )
    kind, term = words.say(f"file_kind.{due.kind.value}"), term_text(due.months, words)
    return words.say("retention.why", kind=kind, last=last, term=term, date=full_day(due.since))


class DueRow(QWidget):
    """One file. Sends `opened`, `kept` and `erased` with the `DueLine`."""

    opened = Signal(object)
    kept = Signal(object)
    erased = Signal(object)

    def __init__(self, line: DueLine, words: Wording) -> None:
        super().__init__()
        self._line = line
        name = display_name(line.resident)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(12), px(20), px(12))
        column.setSpacing(px(4))
        code = line.resident.code if line.resident.calling_name else ""
        head = " · ".join(part for part in (name, code, line.village_name) if part)
        column.addWidget(text_label(head, "strong"))
        column.addWidget(text_label(why_text(line, words)))
        if line.resident.restricted:
            column.addWidget(Chip(words.say("restriction.chip"), "warn"))
        self.look = link_button(self.tr("Bekijken"))
        self.keep = link_button(self.tr("Langer bewaren"))
        self.erase = link_button(words.say("button.erase"), "soft")
        acts = QWidget()
        flow = FlowLayout(acts, gap=20)
        pairs = ((self.look, self._emit_opened), (self.keep, self._emit_kept), (self.erase, self._emit_erased))
        for button, click in pairs:
            button.setAccessibleName(f"{button.text()}: {name}")
            button.clicked.connect(click)
            flow.addWidget(button)
        column.addWidget(acts)

    def _emit_opened(self) -> None:
        self.opened.emit(self._line)

    def _emit_kept(self) -> None:
        self.kept.emit(self._line)

    def _emit_erased(self) -> None:
        self.erased.emit(self._line)


class Layout:
    """Fills `page` with the files that are due, or with the question about the clock."""

    def __init__(self, page: QWidget, words: Wording) -> None:
        self.header = PageHeader(translate("RetentionPage", "Bewaartermijn"), words.say("retention.purpose"))
        self.terms = text_label("", "soft")
        self.rows = RowCard()
        self.rows.setAccessibleName(translate("RetentionPage", "Bewaartermijn"))
        self.empty = EmptyState("shield-check", words.say("retention.empty"))
        self.clock = Card(translate("RetentionPage", "Klopt de datum?"))
        self.clock_text = text_label("")
        self.clock_right = quiet_button(translate("RetentionPage", "Ja, de datum klopt"))
        foot = FlowLayout(gap=12)
        foot.addWidget(self.clock_right)
        self.clock.add(self.clock_text)
        self.clock.add(foot)
        scroll = PageScroll()
        for part in (self.header, self.terms, self.clock, self.rows, self.empty):
            scroll.add(part)
        scroll.body.addStretch(1)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        for part in (self.rows, self.empty, self.clock):
            part.hide()

    def ask_clock(self, today: date, words: Wording) -> None:
        """Ask whether the date is right, before anybody is named."""
        self.clock_text.setText(words.say("retention.clock", date=full_day(today)))
