"""A release as people look at it: the preview of the next one, and what an earlier one contained."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from spinnenweb.disclosure.lines import PERSONS
from spinnenweb.disclosure.tables import ALL_AGES
from spinnenweb.domain.releases import (
    HiddenCell,
    ReleaseAudit,
    ReleasePreview,
    ReleaseRow,
    ReleaseSummary,
    RowStatus,
    WhyHidden,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spinnenweb.disclosure.release import Outcome
    from spinnenweb.disclosure.tables import Table
    from spinnenweb.storage.series_store import StoredRelease


def preview_of(
    outcome: Outcome, *, again: bool, seconds: float, missing: tuple[str, ...], earlier: Sequence[ReleaseSummary]
) -> ReleasePreview:
    """What the worker sees of a release; `earlier` are those before it, newest first."""
    record, audit = outcome.record, outcome.audit
    hidden = tuple(
        HiddenCell(
            each.table, each.village, each.age_group, each.item, WhyHidden(each.why.value), each.enough_from
        )
        for each in outcome.reasons
    )
    return ReleasePreview(
        number=record.number,
        month=record.month,
        again=again,
        villages=record.villages,
        tables={table.name: _rows(table) for table in outcome.tables},
        hidden=hidden,
        audit=ReleaseAudit(audit.passed, audit.cells, seconds, audit.failed),
        counted=outcome.counted,
        left_out=outcome.left_out,
        in_total=outcome.in_total,
        clusters=outcome.clusters,
        too_few=_too_few(hidden),
        missing=missing,
        previous=next(iter(earlier), None),
    )


def _rows(table: Table) -> tuple[ReleaseRow, ...]:
    return tuple(
        ReleaseRow(table.name, row.village, row.age_group, row.item, row.value, row.step, row.status, row.snapshot)
        for row in table.rows
    )


def _too_few(hidden: Sequence[HiddenCell]) -> dict[str, int]:
    whole = [each for each in hidden if each.table == PERSONS and each.age_group == ALL_AGES]
    return {each.village: each.enough_from for each in whole if each.enough_from is not None}


def summary_of(outcome: Outcome, until: date) -> dict[str, Any]:
    """What is kept of a release beside its files: its day, the figures each table shows, and of which status."""
    counts = Counter(row.status.value for table in outcome.tables for row in table.rows)
    shown = {table.name: sum(row.value is not None for row in table.rows) for table in outcome.tables}
    return {"until": until.isoformat(), "tables": shown, "status": dict(counts)}


def summary_from(stored: StoredRelease) -> ReleaseSummary:
    """A release that was given out."""
    status = stored.summary["status"]
    new, repeated, hidden = (int(status.get(each.value, 0)) for each in RowStatus)
    return ReleaseSummary(
        number=stored.number,
        month=stored.month,
        made_on=stored.made_on,
        villages=stored.villages,
        tables=dict(stored.summary["tables"]),
        shown=new + repeated,
        hidden=hidden,
        new=new,
        repeated=repeated,
    )
