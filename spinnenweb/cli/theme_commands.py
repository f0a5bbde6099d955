"""The board of themes on the command line: the two views in one list, each row saying which it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.cli.commands import opened
from spinnenweb.cli.output import Row, listing, message, table
from spinnenweb.domain.theme_board import ALL, Cell
from spinnenweb.services.shared_figures import SharedFigure, shared_figures

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

    from spinnenweb.domain.theme_board import Board
    from spinnenweb.services.environment import Environment

OWN, SHARED = "eigen werk, niet om te delen", "om te delen"


def themes(given: Namespace, environment: Environment) -> None:
    """List demand beside supply by village and theme, and the figures that were given out."""
    with opened(given, environment) as workspace:
        board = workspace.themes_board.board()
        villages = {village.id: village.name for village in workspace.residents.villages()}
        figures = shared_figures(workspace)
    rows = [*_own(board, villages), *map(_shared, figures)]
    (listing if given.json else table)(rows)
    message("Rijen met ‘eigen werk’ zijn precieze aantallen uit je kluis. Geef die aan niemand.")


def _own(board: Board, villages: Mapping[str, str]) -> list[Row]:
    names = {**villages, ALL: "alle kernen"}
    places = [(village, theme) for village in (*board.villages, ALL) for theme in board.themes]
    return [_row(board.cell(village, theme), names[village]) for village, theme in places]


def _row(cell: Cell, village: str) -> Row:
    return {
        "weergave": OWN,
        "kern": village,
        "thema": cell.theme,
        "inwoners": cell.demand.people,
        "met_signaal": cell.demand.signalled,
        "met_doel": cell.demand.goals,
        "aanbod": cell.supply.offers,
        "met_plek": cell.supply.takes,
        "oud": cell.supply.unsure,
        "willen_iets": len(cell.meaning),
        "doorgewezen": cell.passed_on,
        "opvallend": cell.verdict.value,
        "peilmoment": None,
    }


def _shared(figure: SharedFigure) -> Row:
    return {
        **dict.fromkeys(_row(Cell("", figure.theme), "")),
        "weergave": SHARED,
        "kern": figure.village,
        "thema": figure.theme,
        "inwoners": figure.count,
        "peilmoment": figure.snapshot,
    }
