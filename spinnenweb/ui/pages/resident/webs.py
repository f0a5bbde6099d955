"""The webs of one resident as one chart: the latest alone, or several beside each other in time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.ui.dates import full_day, short_day
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.figure_view import FigureView
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.mark_text import said_mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spinnenweb.charts.style import ChartStyle
    from spinnenweb.charts.webs import LabelledWeb
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.jobs import Jobs
    from spinnenweb.ui.pages.resident.person import Person, Talked
    from spinnenweb.ui.widgets.figure_view import Chart, Size

MOST_WEBS = 7
_CELL = 170
_SMALLER = 0.84


def columns_in(width: float, cells: int) -> int:
    """How many webs stand beside each other in a width, in pixels at 100 % text."""
    return max(2, min(cells, int(width // _CELL)))


class WebsCard(Card):
    """The chart with the lines that say what it is not."""

    def __init__(self, words: Wording, jobs: Jobs) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(self.tr("Webben"))
        self._add_head(self.tr("Webben"), "")
        self.figure = FigureView(jobs)
        self.add(self.figure)
        self.add(text_label(f"{words.say('line.worker')} {words.say('line.credit')}", "small"))

    def show_person(self, person: Person) -> None:
        """Draw the latest webs, the newest last; nothing for someone without a web."""
        shown = person.webs[:MOST_WEBS]
        self.setVisible(bool(shown))
        if not shown:
            return
        labels = {code: self._words.say(f"label.{code}") for code in shown[0].web.codes}
        if len(shown) == 1:
            drawing = partial(_draw_one, shown[0], labels)
            self.figure.show_figure(drawing, self._spoken(shown), _one_high)
        else:
            drawing = partial(_draw_several, tuple(reversed(shown)), labels, person)
            self.figure.show_figure(drawing, self._spoken(shown), partial(_several_high, len(shown) + 1))

    def _spoken(self, shown: tuple[Talked, ...]) -> str:
        return " ".join(self._sentence(talk) for talk in shown)

    def _sentence(self, talk: Talked) -> str:
        marks = (
            f"{self._words.say(f'label.{code}')} {said_mark(value, talk.web.scale)}"
            for code, value in zip(talk.web.codes, talk.web.values, strict=True)
            if value is not None
        )
        day = full_day(talk.conversation.held_on)
        return self.tr("Web van {day}: {marks}.").format(day=day, marks=", ".join(marks))


def _labelled(talk: Talked, label: str) -> LabelledWeb:
    from spinnenweb.charts.webs import LabelledWeb

    return LabelledWeb(talk.web, label)


def _draw_one(talk: Talked, labels: Mapping[str, str], size: Size, style: ChartStyle, points: float) -> Chart:
    from spinnenweb.charts.radar import radar_figure

    web = _labelled(talk, full_day(talk.conversation.held_on))
    return radar_figure([web], labels, style, size, text_size=points)


def _one_high(width: int) -> int:
    return min(round(width * 0.8), px(380))


def _draw_several(
    talks: tuple[Talked, ...],
    labels: Mapping[str, str],
    person: Person,
    size: Size,
    style: ChartStyle,
    points: float,
) -> Chart:
    from spinnenweb.charts.small_multiples import small_multiples_figure

    webs = [_labelled(talk, short_day(talk.conversation.held_on, person.today)) for talk in talks]
    # a font of 10.5 points is 14 pixels at 100 % text, and an inch is 96
    columns = columns_in(size[0] * 96 * 10.5 / points, len(webs) + 1)
    return small_multiples_figure(webs, labels, style, size, columns=columns, text_size=points * _SMALLER)


def _several_high(cells: int, width: int) -> int:
    columns = columns_in(width * 100 / px(100), cells)
    rows = -(-cells // columns)
    return round(width / columns * 1.12) * rows
