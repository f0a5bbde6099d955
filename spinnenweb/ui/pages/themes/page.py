"""Thema's en plannen: what is asked for beside what there is, in two views nobody can take for each other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import Changes, Kind
from spinnenweb.domain.theme_board import ALL, Board
from spinnenweb.services.shared_figures import SharedFigure, shared_figures
from spinnenweb.ui.board_words import Telling
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.themes.layout import Layout
from spinnenweb.ui.places import MAP, RELEASES, THEMES, Crumb, Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.services.themes_board import ThemeCard
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context

_SHOWN = (
    *(Kind.RESIDENT, Kind.CONVERSATION, Kind.VILLAGE, Kind.GOAL, Kind.CONTACT, Kind.RELEASE),
    *(Kind.ORGANISATION, Kind.OFFER, Kind.HANDOVER, Kind.SIGNAL, Kind.VOCABULARY),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page shows: the board with the names of villages, one theme when asked, and what was given out."""

    board: Board | None
    card: ThemeCard | None
    villages: dict[str, str]
    figures: tuple[SharedFigure, ...]


def read(workspace: Workspace, place: Place, *, everything: bool) -> Seen:
    """Read what a place shows."""
    villages = {village.id: village.name for village in workspace.residents.villages()}
    boards = workspace.themes_board
    if place.record:
        card = boards.theme(place.record, place.other or ALL, everything=everything)
        return Seen(None, card, villages, ())
    return Seen(boards.board(everything=everything), None, villages, shared_figures(workspace))


class ThemesPage(Page):
    """`Place.record` is the code of one theme, `other` the village it is looked at in.

    While a resident looks along it shows nothing at all: exact numbers of a small village tell who it is about.
    """

    help_key = "themes"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._place = Place(THEMES)
        self._seen: Seen | None = None
        self.view = Layout(self, context.words)
        view = self.view
        view.tabs.currentChanged.connect(self._turn)
        view.own.asked.connect(self._read)
        for part in (view.own, view.theme):
            part.opened.connect(context.hub.open)
        view.shared.make_asked.connect(partial(context.hub.open, Place(RELEASES)))
        view.first.clicked.connect(partial(context.hub.open, Place(MAP)))

    def crumbs(self) -> tuple[Crumb, ...]:
        """Thema's en plannen, and the theme that is open."""
        if not self._place.record:
            return ()
        here = Crumb(self._telling({}).theme(self._place.record))
        return Crumb(self.context.words.say("nav.themes"), Place(THEMES)), here

    def open(self, place: Place) -> None:
        """Read the board, or one theme."""
        self._place = place
        self.view.show_nothing()
        self._read()

    def on_changed(self, changes: Changes) -> None:
        """Read again when something that counts was changed."""
        if changes.touches(*_SHOWN):
            self._read()

    def _read(self) -> None:
        if self.context.visit.on:
            self.view.show_nothing()
            return
        self.view.waiting.start()
        place = self._place
        work = partial(read, self.context.workspace, place, everything=self.view.own.everything)
        self.context.jobs.run(self, work, partial(self._show, place))

    def _show(self, place: Place, seen: Seen) -> None:
        if place is not self._place or self.context.visit.on:
            return
        self._seen = seen
        self.view.waiting.stop()
        self.view.waiting.hide()
        telling = self._telling(seen.villages)
        if seen.card is not None:
            self._show_theme(seen.card, telling)
        elif seen.board is not None:
            self.view.header.set_title(self.context.words.say("nav.themes"))
            self.view.header.set_sub("")
            self.view.own.show_board(seen.board, telling, self.context.workspace.themes_board.signs)
            self.view.shared.show_figures(seen.figures, telling)
            self.view.show_board(empty=seen.board.empty)

    def _show_theme(self, card: ThemeCard, telling: Telling) -> None:
        self.view.header.set_title(telling.theme(card.cell.theme))
        self.view.header.set_sub(telling.village(card.cell.village_id))
        self.view.theme.show_theme(card, telling)
        self.view.show_theme()

    def _turn(self) -> None:
        if self._seen is not None and self._seen.board is not None:
            self.view.show_board(empty=self._seen.board.empty)

    def _telling(self, villages: dict[str, str]) -> Telling:
        return Telling(self.context.words, villages)
