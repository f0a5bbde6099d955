"""One release: from the residents of now and the memory of the series to tables that may leave the house."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from spinnenweb.disclosure.board import Board, make_board
from spinnenweb.disclosure.columns import Roll, rolls_of
from spinnenweb.disclosure.designs import cluster_design
from spinnenweb.disclosure.distance import KEPT_APART
from spinnenweb.disclosure.figures import (
    BASE,
    NEARLY_ALL,
    SMALLEST,
    SMALLEST_PAIRED,
    SMALLEST_WITH_CLASSES,
    SMALLEST_WITH_ITEM,
    STEPS,
)
from spinnenweb.disclosure.ledger import RULES, Printed, ReleaseRecord
from spinnenweb.disclosure.people import Kind
from spinnenweb.disclosure.refusals import refuse, refuse_clusters
from spinnenweb.disclosure.rows import printed_rows, reasons_of, status, tables_of
from spinnenweb.disclosure.snapshots import adults
from spinnenweb.disclosure.tables import ALL_AGES
from spinnenweb.disclosure.totals import FEWEST_VILLAGES, in_total, totals_of
from spinnenweb.disclosure.village import Renewed, renew_cluster, renew_village
from spinnenweb.disclosure.yearly import with_year, yearly_reasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spinnenweb.disclosure.ledger import Ledger, State, VillageLedger
    from spinnenweb.disclosure.people import Member, Request
    from spinnenweb.disclosure.tables import Hidden, Table

    Boards = Mapping[Kind, Board]


RULES_IN_NUMBERS: Mapping[str, object] = MappingProxyType(
    {
        "versie": RULES,
        "k": SMALLEST,
        "kd": KEPT_APART,
        "afronding": BASE,
        "thema_vanaf": SMALLEST_WITH_ITEM,
        "thema_hoogstens_procent": NEARLY_ALL,
        "klassen_vanaf": SMALLEST_WITH_CLASSES,
        "verandering_vanaf": SMALLEST_PAIRED,
        "stappen": [step / 100 for step in STEPS],
    }
)
"""What a reader of the files may know about the method: everything but the secret."""


@dataclass(frozen=True, slots=True)
class AuditResult:
    """What the gate found. `failed` names the villages that repeat their last release because of it."""

    passed: bool
    cells: int
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A release before its files are made.

    `ledger` must be kept together with the files. `reasons`, `counted` (residents in view per village) and
    `left_out` (under 18 or birth year unknown, per village) are for the worker's screen only. `behind` tells per
    (kind, village, age group) which states a row is made of, for the test bench and the screen. `in_total` are
    the villages in the total, `clusters` the villages of each cluster, `webs` the one kind of web behind the means
    of a village, `series` a name of the series that says nothing, `rules` the numbers of the method.
    """

    record: ReleaseRecord
    tables: tuple[Table, ...]
    ledger: Ledger
    reasons: tuple[Hidden, ...]
    audit: AuditResult
    counted: Mapping[str, int]
    left_out: Mapping[str, int]
    behind: Mapping[tuple[Kind, str, str], tuple[State, ...]]
    in_total: tuple[str, ...]
    clusters: Mapping[str, tuple[str, ...]]
    webs: Mapping[str, str]
    series: str
    rules: Mapping[str, object]


def release(members: Iterable[Member], ledger: Ledger, request: Request) -> Outcome:
    """The release asked for; `members` may be a stream, each resident once.

    A village that had its snapshot in this month, or a later one, repeats the stored rows. Asking for the same
    villages and month again gives the same release, number included.

    Raises `SpinnenwebError`: `release.unmerged`, `release.old_vault`, `release.predecessor_missing`,
    `release.design_changed` or `release.cluster`.
    """
    return release_of(rolls_of(members), ledger, request)


def release_of(rolls: Mapping[str, Roll], ledger: Ledger, request: Request) -> Outcome:
    """The same from residents that stand in columns already, by village."""
    again = made_before(ledger, request)
    refuse(ledger, request, again)
    refuse_clusters(ledger, request, rolls)
    names = _names(request)
    record = again or _next_record(ledger, request)
    boards: dict[str, Boards] = {}
    stuck = []
    for name in names:
        if _repeats(ledger.of(name), request):
            continue
        renewed = _renewed(name, rolls, ledger, request)
        ledger = ledger.plus(_with_rows(ledger.of(name), renewed, request, ledger.secret))
        if renewed.stuck:
            stuck.append(name)
        else:
            boards[name] = renewed.boards
    boards = {name: boards.get(name) or _boards(ledger, name, request.month) for name in names}
    return _outcome(rolls, ledger if again else ledger.plus_release(record), request, record, boards, stuck)


def made_before(ledger: Ledger, request: Request) -> ReleaseRecord | None:
    """The release of the same month and villages that was made before."""
    asked = (request.month, tuple(_names(request)))
    return next((each for each in ledger.releases if (each.month, each.villages) == asked), None)


def _names(request: Request) -> list[str]:
    """The villages and clusters of a release, in the order of the files."""
    return sorted({*request.villages, *request.clusters}, key=lambda name: (name.casefold(), name))


def _repeats(village: VillageLedger, request: Request) -> bool:
    """One snapshot a month, and none for a month that is past (4.7 rule 10)."""
    return bool(village.printed) and max(village.printed) >= request.month


def _renewed(name: str, rolls: Mapping[str, Roll], ledger: Ledger, request: Request) -> Renewed:
    village = ledger.of(name)
    if name in request.clusters:
        design = village.design or cluster_design(name, request.clusters[name], request)
        inside = {each: rolls.get(each, Roll()) for each in design.villages}
        return renew_cluster(village, design, inside, request, ledger.secret)
    cluster = next((each for each, villages in request.clusters.items() if name in villages), None)
    return renew_village(village, rolls.get(name, Roll()), request, ledger.secret, cluster)


def _with_rows(before: VillageLedger, renewed: Renewed, request: Request, secret: bytes) -> VillageLedger:
    """The village with the rows of this month; when the gate kept anything, all of its last release again."""
    month = request.month
    if renewed.stuck and before.printed:
        return replace(before, printed={**before.printed, month: before.printed[max(before.printed)]})
    rows = printed_rows(before.name, renewed.boards.values(), month)
    village, yearly = with_year(renewed.ledger, renewed.boards.get(Kind.WEB), request, secret)
    return replace(village, printed={**before.printed, month: (*rows, *yearly)})


def _next_record(ledger: Ledger, request: Request) -> ReleaseRecord:
    number = len(ledger.releases) + 1
    return ReleaseRecord(number, request.month, tuple(_names(request)), ledger.last_manifest)


def _outcome(
    rolls: Mapping[str, Roll],
    ledger: Ledger,
    request: Request,
    record: ReleaseRecord,
    boards: Mapping[str, Boards],
    stuck: list[str],
) -> Outcome:
    printed = [row for name in record.villages for row in _stored_rows(ledger.of(name), record.month)]
    several = len(request.villages) >= FEWEST_VILLAGES
    totals = totals_of(printed, record.month, _same_web(ledger, request)) if several else {}
    year = request.until.year
    there = {name: int(adults(rolls[name], year).sum()) for name in request.villages if name in rolls}
    return Outcome(
        record=record,
        tables=tables_of(printed, totals),
        ledger=ledger,
        reasons=tuple(each for name, found in boards.items() for each in _reasons(ledger.of(name), found)),
        audit=AuditResult(not stuck, sum(each.row.value is not None for each in printed), tuple(stuck)),
        counted=there,
        left_out={name: len(rolls[name]) - count for name, count in there.items()},
        behind={key: states for name, found in boards.items() for key, states in _behind(name, found)},
        in_total=in_total(printed) if several else (),
        clusters=dict(sorted(request.clusters.items())),
        webs=_web_names(ledger, request),
        series=series_name(ledger.secret),
        rules=RULES_IN_NUMBERS,
    )


def _reasons(village: VillageLedger, boards: Boards) -> Iterable[Hidden]:
    yield from reasons_of(village.name, boards.values())
    yield from yearly_reasons(village)


def _stored_rows(village: VillageLedger, month: str) -> Iterable[Printed]:
    """The rows of the month, or of the last month before it, with the status they have now."""
    months = [each for each in village.printed if each <= month]
    for each in village.printed[max(months)] if months else ():
        row = each.row
        now = status(row.value is None, row.snapshot, month)
        yield each if now is row.status else replace(each, row=replace(row, status=now))


def _boards(ledger: Ledger, name: str, month: str) -> Boards:
    """The boards that stood in a month, with every decision repeated."""
    village = ledger.of(name)
    if village.design is None:
        return {}
    found: dict[Kind, Board] = {}
    for kind in Kind:
        moments = [moment for moment in village.moments_of(kind) if moment.month <= month]
        if moments:
            board = make_board(village.states_of(moments[-1]), village.design, village, ledger.secret)
            found.update({kind: board} if isinstance(board, Board) else {})
    return found


def _behind(name: str, boards: Boards) -> Iterable[tuple[tuple[Kind, str, str], tuple[State, ...]]]:
    for kind, board in boards.items():
        yield (kind, name, ALL_AGES), board.states
        if len(board.states) > 1:
            yield from (((kind, name, state.part), (state,)) for state in board.states)


def _web_names(ledger: Ledger, request: Request) -> dict[str, str]:
    """The kind of web of every village that has one, in plain words."""
    found = {}
    for name in _names(request):
        design = ledger.of(name).design
        if design is not None and design.web is not None:
            web = design.web
            found[name] = (
                f"{web.instrument.id} versie {web.instrument.version}, {web.mode.value}, {web.scale.value}"
            )
    return found


def series_name(secret: bytes) -> str:
    """A name for the series that gives nothing of the secret away."""
    return hmac.new(secret, b"reeks", hashlib.sha256).hexdigest()[:12]


def _same_web(ledger: Ledger, request: Request) -> frozenset[str]:
    """The villages whose means are of one kind: all, or none when they differ."""
    webs = {name: design.web for name in request.villages if (design := ledger.of(name).design) and design.web}
    return frozenset(webs) if len(set(webs.values())) == 1 else frozenset()
