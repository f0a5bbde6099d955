"""The themes on the command line: only what may be shared, because a list can be sent to a file.

Figures come from the last release that was given out, what there is to do from the social map. The exact numbers
of own work are on the screen and nowhere else.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from spinnenweb.cli.commands import opened
from spinnenweb.cli.output import Row, listing, message, table
from spinnenweb.domain.releases import TOTAL
from spinnenweb.domain.theme_board import ALL, Cell
from spinnenweb.services.shared_figures import shared_figures

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from spinnenweb.domain.theme_board import Board
    from spinnenweb.services.environment import Environment
    from spinnenweb.services.shared_figures import SharedFigure

EVERYWHERE = "alle kernen"
SHOWN, PROTECTED, NONE = "getoond", "afgeschermd", "geen"


def themes(given: Namespace, environment: Environment) -> None:
    """List by village and theme the figure that was given out, and what there is to do."""
    with opened(given, environment) as workspace:
        board = workspace.themes_board.supply()
        names = {village.id: village.name for village in workspace.residents.villages()}
        figures = shared_figures(workspace)
    (listing if given.json else table)(_rows(board, {**names, ALL: EVERYWHERE}, figures))
    if not figures:
        message("Er is nog geen overzicht. Dit is alleen wat er te doen is; wie wat vroeg staat in het venster.")


def _rows(board: Board, names: dict[str, str], figures: Iterable[SharedFigure]) -> list[Row]:
    """Villages in their order, then what the release has besides, such as a group of villages."""
    given = {(EVERYWHERE if one.village == TOTAL else one.village, one.theme): one for one in figures}
    places = [(village, theme) for village in (*board.villages, ALL) for theme in board.themes]
    there = {(names[village], theme): board.cell(village, theme) for village, theme in places}
    return [
        {"kern": where[0], "thema": where[1], **_figure(given.get(where)), **_supply(there.get(where))}
        for where in dict.fromkeys(chain(there, given))
    ]


def _figure(one: SharedFigure | None) -> Row:
    if one is None:
        return {"inwoners": None, "cijfer": NONE, "peilmoment": None}
    return {
        "inwoners": one.count,
        "cijfer": PROTECTED if one.count is None else SHOWN,
        "peilmoment": one.snapshot,
    }


def _supply(cell: Cell | None) -> Row:
    """What there is to do; nothing is known where a figure is about a group of villages."""
    known = cell or Cell("", "")
    there = {
        "aanbod": known.supply.offers,
        "met_plek": known.supply.takes,
        "wachtlijst": known.supply.waiting,
        "informeel": known.supply.informal,
        "oud": known.supply.unsure,
        "organisaties": len(known.partners),
        "willen_iets": len(known.meaning),
    }
    return there if cell else dict.fromkeys(there)
