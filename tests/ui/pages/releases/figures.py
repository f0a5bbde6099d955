"""Invented figures, as a service would give them."""

from __future__ import annotations

from decimal import Decimal

from spinnenweb.domain.releases import (
    HiddenCell,
    ReleaseAudit,
    ReleasePreview,
    ReleaseRow,
    RowStatus,
    WhyHidden,
)

NOW, JUNE = "2026-10", "2026-06"


def row(
    item: str,
    value: str | None,
    group: str = "totaal",
    snapshot: str = NOW,
    table: str = "themas",
    step: str = "5",
) -> ReleaseRow:
    """One row; hidden without a value, repeated when its snapshot is of another month."""
    status = RowStatus.NEW if snapshot == NOW else RowStatus.REPEATED
    if value is None:
        return ReleaseRow(table, "Ruinerdal", group, item, None, None, RowStatus.HIDDEN, snapshot)
    return ReleaseRow(table, "Ruinerdal", group, item, Decimal(value), Decimal(step), status, snapshot)


def preview_of(*rows: ReleaseRow, hidden: tuple[HiddenCell, ...] = ()) -> ReleasePreview:
    """A release of these rows."""
    tables: dict[str, tuple[ReleaseRow, ...]] = {}
    for each in rows:
        tables[each.table] = (*tables.get(each.table, ()), each)
    audit = ReleaseAudit(passed=True, cells=len(rows), seconds=0.8)
    return ReleasePreview(
        number=3,
        month=NOW,
        again=False,
        villages=("Ruinerdal",),
        tables=tables,
        hidden=hidden,
        audit=audit,
        counted={"Ruinerdal": 152},
        left_out={"Ruinerdal": 2},
    )


def few(item: str, group: str = "totaal", table: str = "themas") -> HiddenCell:
    """Too few people."""
    return HiddenCell(table, "Ruinerdal", group, item, WhyHidden.FEW, 10)
