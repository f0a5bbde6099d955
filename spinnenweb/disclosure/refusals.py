"""When no release is made at all (attack A9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.disclosure.designs import CLUSTER_UNDER
from spinnenweb.disclosure.ledger import RULES
from spinnenweb.disclosure.snapshots import adults
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.releases import TOTAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spinnenweb.disclosure.columns import Roll
    from spinnenweb.disclosure.ledger import Ledger, ReleaseRecord
    from spinnenweb.disclosure.people import Request


def refuse(ledger: Ledger, request: Request, again: ReleaseRecord | None) -> None:
    """Raise when this ledger must not make this release; `again` is the same release made before, if any.

    Raises `SpinnenwebError` `release.unmerged`, `release.old_vault`, `release.predecessor_missing` or
    `release.design_changed`.
    """
    if not request.merged:
        raise SpinnenwebError("release.unmerged")
    _refuse_broken_chain(ledger, again)
    _refuse_other_end(ledger, request)
    _refuse_changed_design(ledger, request)


def _refuse_broken_chain(ledger: Ledger, again: ReleaseRecord | None) -> None:
    previous = ""
    for number, record in enumerate(ledger.releases, start=1):
        unmade = not record.manifest and record is not again
        if record.number != number or record.previous != previous or unmade:
            raise SpinnenwebError("release.predecessor_missing", number=number)
        previous = record.manifest


def _refuse_other_end(ledger: Ledger, request: Request) -> None:
    """The last folder given out must be the last release this ledger knows."""
    shown = request.last_manifest
    if shown is None or shown == ledger.last_manifest:
        return
    for record in ledger.releases:
        if record.manifest == shown:
            raise SpinnenwebError("release.predecessor_missing", number=record.number + 1)
    raise SpinnenwebError("release.old_vault")


def _refuse_changed_design(ledger: Ledger, request: Request) -> None:
    asked = {village: name for name, villages in request.clusters.items() for village in villages}
    for village in request.villages:
        design = ledger.of(village).design
        if design is None and request.rules == RULES:
            continue
        changed = design is not None and design.cluster != asked.get(village)
        if changed or request.rules != RULES:
            raise SpinnenwebError("release.design_changed")
    for name, villages in request.clusters.items():
        design = ledger.of(name).design
        if design is not None and design.villages != tuple(sorted(villages)):
            raise SpinnenwebError("release.design_changed")


def refuse_clusters(ledger: Ledger, request: Request, rolls: Mapping[str, Roll]) -> None:
    """Raise `SpinnenwebError` `release.cluster` for a new cluster that cannot be one.

    Its villages are asked for together, stand in no other cluster, are new to the series and have fewer than 60
    residents each; its name is no village's.
    """
    everyone = [village for villages in request.clusters.values() for village in villages]
    if len(set(everyone)) != len(everyone):
        raise SpinnenwebError("release.cluster")
    for name, villages in request.clusters.items():
        taken = name in rolls or name in request.villages or name == TOTAL
        whole = len(villages) > 1 and set(villages) <= set(request.villages)
        if taken or not whole:
            raise SpinnenwebError("release.cluster")
        new = ledger.of(name).design is None
        if new and not all(_may_join(ledger, request, rolls, village) for village in villages):
            raise SpinnenwebError("release.cluster")


def _may_join(ledger: Ledger, request: Request, rolls: Mapping[str, Roll], village: str) -> bool:
    roll = rolls.get(village)
    small = roll is None or int(adults(roll, request.until.year).sum()) < CLUSTER_UNDER
    return small and ledger.of(village).design is None
