"""A conversation with an organisation: what it does by Positive Health, what it offers, which chances it sees."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from spinnenweb.domain.instruments import DIMENSION_CODES
from spinnenweb.ui.dates import qt_date
from spinnenweb.ui.dialogs.day_choice import day_field, day_of
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.dialogs.short_contact import line_field
from spinnenweb.ui.dialogs.theme_ticks import ThemeTicks
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.chips import ToggleChip
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.social_map import Organisation, OrganisationTalk
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.map_records import Saved
    from spinnenweb.ui.context import Context

_HEIGHT = 72


class DimensionTicks(QWidget):
    """The six dimensions, to tick."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self.chips = {code: ToggleChip(words.say(f"label.{code}")) for code in DIMENSION_CODES}
        flow = FlowLayout(self, gap=6)
        for chip in self.chips.values():
            flow.addWidget(chip)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The codes that are ticked."""
        return tuple(code for code, chip in self.chips.items() if chip.isChecked())

    def tick(self, codes: tuple[str, ...]) -> None:
        """Tick these, and no others."""
        for code, chip in self.chips.items():
            chip.setChecked(code in codes)


class OrganisationTalkDialog(Sheet):
    """Open with `open()`. Writes the talk, new or better; sends `kept(Saved)` and goes."""

    kept = Signal(object)

    def __init__(
        self, context: Context, organisation: Organisation, talk: OrganisationTalk, parent: QWidget, *, new: bool
    ) -> None:
        super().__init__(context, parent)
        title = self.tr("Gesprek met {name}").format(name=organisation.name)
        self.name(title, self.tr("Gesprek bewaren"))
        self._talk, self._new = talk, new
        self.day = day_field(self.tr("Wanneer was het?"), talk.held_on)
        self.day.setMaximumDate(qt_date(context.workspace.clock.today()))
        self.whom = line_field()
        self.does, self.offers, self.chances = self._text(), self._text(), self._text()
        self.dimensions = DimensionTicks(context.words)
        self.themes = ThemeTicks(context.words, context.workspace.catalogue.themes)
        self._fill()
        self._take_up(talk)
        self.keep.clicked.connect(self._keep)
        self.does.setFocus()

    def _text(self) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setTabChangesFocus(True)
        field.setFixedHeight(px(_HEIGHT))
        return field

    def _fill(self) -> None:
        hint = self.tr("Alleen over de organisatie. Zet er niets over inwoners in.")
        self.fields.addWidget(text_label(hint, "soft"))
        for label, field in (
            (self.tr("Wanneer was het?"), self.day),
            (self.tr("Met wie sprak je?"), self.whom),
            (self.tr("Wat doen ze al aan gezond en prettig leven?"), self.does),
            (self.tr("Waar hoort dat bij?"), self.dimensions),
            (self.tr("Wat bieden ze?"), self.offers),
            (self.tr("Welke kansen zien ze?"), self.chances),
            (self.tr("Wat willen ze oppakken?"), self.themes),
        ):
            self.fields.addWidget(FieldRow(label, field, wide=field is not self.day))
        self.day.setMinimumWidth(px(240))

    def _take_up(self, talk: OrganisationTalk) -> None:
        self.whom.setText(talk.spoken_with)
        self.does.setPlainText(talk.does)
        self.offers.setPlainText(talk.offers)
        self.chances.setPlainText(talk.chances)
        self.dimensions.tick(talk.dimensions)
        self.themes.tick(talk.themes)

    def written(self) -> OrganisationTalk:
        """What was filled in."""
        return replace(
            self._talk,
            held_on=day_of(self.day),
            spoken_with=self.whom.text(),
            does=self.does.toPlainText(),
            offers=self.offers.toPlainText(),
            chances=self.chances.toPlainText(),
            themes=self.themes.chosen,
            dimensions=self.dimensions.chosen,
        )

    def _keep(self) -> None:
        talk, the_map = self.written(), self.context.workspace.social_map
        if not any(text.strip() for text in (talk.does, talk.offers, talk.chances)) and not talk.themes:
            self.say(self.tr("Schrijf op wat ze doen, bieden of zien."))
            self.does.setFocus()
            return
        work = partial(the_map.add if self._new else the_map.save, talk)
        self.context.jobs.run(self, work, self._done, self.fail)

    def _done(self, saved: Saved) -> None:
        self.context.hub.report(saved.changes, self)
        self.kept.emit(saved)
        self.accept()
