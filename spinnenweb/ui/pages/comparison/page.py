"""Two conversations beside each other: the web of now over an earlier one, and what is different."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.changes import Changes, Kind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.scoring import ScoreState
from spinnenweb.ui.dates import full_day, locale, short_day
from spinnenweb.ui.models.change_table import ChangeModel
from spinnenweb.ui.names import display_name
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.comparison.content import (
    Pair,
    Shelf,
    TableWords,
    Talk,
    change_rows,
    noise_words,
    read_shelf,
    why_apart,
)
from spinnenweb.ui.pages.comparison.layout import Layout, beside_height, change_height, web_height
from spinnenweb.ui.places import RESIDENT, RESIDENTS, Crumb, Place
from spinnenweb.ui.widgets.instrument_names import instrument_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.charts.webs import LabelledWeb
    from spinnenweb.ui.context import Context

_WITHOUT_MARK = (ScoreState.TOO_FEW, ScoreState.UNKNOWN, ScoreState.DECLINED, ScoreState.NOT_DISCUSSED)
_SHOWN = (Kind.RESIDENT, Kind.CONVERSATION)


class ComparisonPage(Page):
    """`Place.record` is the resident, `Place.other` the newer conversation; without it the newest."""

    help_key = "comparison"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._place = Place("")
        self._shelf: Shelf | None = None
        self.pair: Pair | None = None
        self.model = ChangeModel(self)
        self.view = Layout(self, context, self.model)
        self.view.show_state(pair=False, together=False)
        self.view.empty.hide()
        self.view.chooser.activated.connect(self._choose)

    # arriving

    def crumbs(self) -> tuple[Crumb, ...]:
        """Inwoners › this resident › Vergelijken."""
        here = Crumb(self.tr("Vergelijken"))
        everyone = Crumb(self.context.words.say("nav.residents"), Place(RESIDENTS))
        if self._shelf is None:
            return (everyone, here)
        resident = self._shelf.resident
        named = f"{resident.calling_name} ({resident.code})" if resident.calling_name else display_name(resident)
        return (everyone, Crumb(named, Place(RESIDENT, record=resident.id)), here)

    def open(self, place: Place) -> None:
        """Read the conversations and show the newest over the one before."""
        self._place = place
        self._read(earlier_id="")

    def on_changed(self, changes: Changes) -> None:
        """Read again; the chosen conversation stays chosen."""
        if changes.touches(*_SHOWN) and self._place.record:
            self._read(self.pair.earlier.conversation.id if self.pair else "")

    def _read(self, earlier_id: str) -> None:
        try:
            self._shelf = read_shelf(self.context.workspace, self._place)
        except SpinnenwebError as error:
            self._shelf = None
            self.view.show_state(pair=False, together=False)
            self.context.hub.fail(error)
            return
        self._fill_chooser(self._shelf)
        ids = [talk.conversation.id for talk in self._shelf.earlier]
        self._show(ids.index(earlier_id) if earlier_id in ids else 0)

    def _fill_chooser(self, shelf: Shelf) -> None:
        self.view.chooser.clear()
        for talk in shelf.earlier:
            self.view.chooser.addItem(full_day(talk.conversation.held_on))

    def _choose(self, number: int) -> None:
        self._show(number)

    # showing

    def _show(self, number: int) -> None:
        shelf = self._shelf
        if shelf is None or shelf.now is None or not shelf.earlier:
            self.pair = None
            self._show_none()
            return
        self.view.chooser.setCurrentIndex(number)
        self.pair = Pair(shelf.earlier[number], shelf.now)
        self._show_words(self.pair, display_name(shelf.resident))
        self.view.show_state(pair=True, together=self.pair.comparable)
        self._show_table(self.pair)
        self.view.waiting.show()
        self.view.waiting.start()
        from spinnenweb.ui.pages.comparison.drawings import load_charts

        self.context.jobs.run(self, load_charts, self._draw)

    def _show_none(self) -> None:
        name = display_name(self._shelf.resident) if self._shelf else ""
        self.view.header.set_title(self._title(name))
        self.view.header.set_sub("")
        self.view.waiting.hide()
        self.view.show_state(pair=False, together=False)

    def _title(self, name: str) -> str:
        return self.tr("{name}, toen en nu").format(name=name) if name else self.tr("Toen en nu")

    def _show_words(self, pair: Pair, name: str) -> None:
        words, now = self.context.words, pair.now.web
        self.view.header.set_title(self._title(name))
        self.view.header.set_sub(
            self.tr("Het gesprek van {now} naast dat van {earlier}").format(
                now=full_day(pair.now.conversation.held_on), earlier=full_day(pair.earlier.conversation.held_on)
            )
        )
        self.view.mode.setText(words.say(f"mode.{now.mode.value}"))
        least = self.tr("Een verschil onder {n} heet ongeveer gelijk: een cijfer is nooit precies.")
        self.view.noise.setText(least.format(n=noise_words(now.mode)))
        dot = self.tr("Een punt achter een onderwerp: dat wil {name} bespreken.").format(name=name)
        self.view.topics.setText(dot if pair.with_topics else "")
        self.view.apart.label.setText("" if pair.comparable else self._why_apart(pair))

    def _why_apart(self, pair: Pair) -> str:
        reason = why_apart(pair)
        now, earlier = pair.now.web, pair.earlier.web
        words = self.context.words
        said = {
            "mode": (words.say(f"mode.{earlier.mode.value}"), words.say(f"mode.{now.mode.value}")),
            "scale": (words.say(f"scale.{earlier.scale.value}"), words.say(f"scale.{now.scale.value}")),
            "instrument": (instrument_name(words, earlier.instrument), instrument_name(words, now.instrument)),
        }[reason]
        line = self.tr("Deze webben leggen we niet over elkaar, want de cijfers zijn anders gegeven.")
        how = self.tr("Toen: {earlier}. Nu: {now}.")
        return line + " " + how.format(earlier=_low(said[0]), now=_low(said[1]))

    def _show_table(self, pair: Pair) -> None:
        said = TableWords(
            self.context.words,
            empty=self.tr("niet ingevuld"),
            higher=self.tr("hoger"),
            lower=self.tr("lager"),
            unknown=self.tr("niet te zeggen"),
        )
        self.model.show_rows(change_rows(pair, self._axis_labels(pair.now), said))
        self.view.fit_table()

    def _labels(self) -> dict[str, str]:
        pair = self.pair
        codes = pair.now.web.codes if pair else ()
        return {code: self.context.words.say(f"label.{code}") for code in codes}

    def _axis_labels(self, talk: Talk) -> dict[str, str]:
        """The words of each axis with the dot of the chart."""
        from spinnenweb.charts.webs import axis_label

        return {code: axis_label(talk.web, code, self._labels()) for code in talk.web.codes}

    # drawing

    def _draw(self, _: None) -> None:
        self.view.waiting.stop()
        self.view.waiting.hide()
        if self.pair is None:
            return
        from spinnenweb.ui.pages.comparison import drawings

        earlier, now, labels = self._labelled(self.pair.earlier), self._labelled(self.pair.now), self._labels()
        spoken = self._spoken(self.pair)
        if not self.pair.comparable:
            self.view.beside.show_figure(drawings.beside_each_other(earlier, now, labels), spoken, beside_height)
            return
        self.view.web.show_figure(drawings.over_each_other(earlier, now, labels), spoken, web_height)
        self._draw_change(earlier, now, labels, spoken)

    def _draw_change(self, earlier: LabelledWeb, now: LabelledWeb, labels: dict[str, str], spoken: str) -> None:
        from spinnenweb.charts.dumbbell import DumbbellWords
        from spinnenweb.ui.pages.comparison import drawings

        words = self.context.words
        gaps = {
            state: words.say(f"state.{state.value}") for state in ScoreState if words.has(f"state.{state.value}")
        }
        gaps[ScoreState.EMPTY] = self.tr("niet ingevuld")
        said = DumbbellWords(words.say("state.same"), gaps, locale().decimalPoint())
        drawing = drawings.change(earlier, now, labels, said)
        self.view.change.show_figure(drawing, spoken, change_height)

    def _labelled(self, talk: Talk) -> LabelledWeb:
        from spinnenweb.charts.webs import LabelledWeb

        today = self.context.workspace.clock.today()
        return LabelledWeb(talk.web, short_day(talk.conversation.held_on, today))

    def _spoken(self, pair: Pair) -> str:
        head = self.tr("Het web van {now} en dat van {earlier}.").format(
            now=full_day(pair.now.conversation.held_on), earlier=full_day(pair.earlier.conversation.held_on)
        )
        line = self.tr("{label}: toen {earlier}, nu {now}.")
        rows = (self.model.row(number) for number in range(self.model.rowCount()))
        told = (line.format(label=row.label, earlier=row.earlier, now=row.now) for row in rows)
        return " ".join((head, *told))


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]
