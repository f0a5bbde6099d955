"""The design of a village: age groups, vocabularies and kind of web, fixed for a calendar year (4.7 rule 6)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from spinnenweb.disclosure.bands import bands_for
from spinnenweb.disclosure.groups import FOUR_GROUPS_FROM
from spinnenweb.disclosure.ledger import RULES, Design
from spinnenweb.disclosure.snapshots import adults, count_units, in_band

if TYPE_CHECKING:
    from spinnenweb.disclosure.columns import Roll
    from spinnenweb.disclosure.people import Request, WebKey

CLUSTER_UNDER = 60
"""Villages with fewer residents may stand together in a cluster (4.7 rule 16)."""


def proposed(village: str, roll: Roll, request: Request, cluster: str | None) -> Design:
    """The design this village would get today."""
    year = request.until.year
    there = adults(roll, year)
    # a household counts once for 5, 10 and 20; how large a village is, is told in residents
    residents = int(there.sum())
    return Design(
        village=village,
        year=year,
        adopted=year,
        bands=bands_for(residents, lambda band: count_units(roll, in_band(roll, year, band))),
        cluster=cluster,
        themes=request.themes,
        signals=request.signals,
        split_items=residents >= FOUR_GROUPS_FROM,
        web=usual_web(roll, year),
        rules=RULES,
    )


def cluster_design(name: str, villages: tuple[str, ...], request: Request) -> Design:
    """The design of a cluster: its parts are villages, and it has one row."""
    year = request.until.year
    return Design(name, year, year, (), None, request.themes, request.signals, villages=tuple(sorted(villages)))


def usual_web(roll: Roll, year: int) -> WebKey | None:
    """The kind of web most adults of a village have."""
    there = np.frombuffer(roll.web, dtype=np.int16)[adults(roll, year)]
    counts = np.bincount(there[there >= 0], minlength=len(roll.webs))
    names = {key: (-int(counts[place]), repr(key)) for key, place in roll.webs.items() if counts[place]}
    return min(names, key=lambda key: names[key], default=None)


def with_web(design: Design, roll: Roll) -> Design:
    """The design with the kind of web it may show, when it had none so far."""
    return design if design.web is not None else replace(design, web=usual_web(roll, design.year))


def starts_at_once(old: Design, new: Design) -> bool:
    """Whether a new year changes nothing in who stands in which row, so that no distance is needed."""
    return not old.bands and not new.bands and old.web in (None, new.web)
