"""Releases on the command line: make one, look at one first, list them, mend the series; and who counts along."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from spinnenweb.cli.commands import opened
from spinnenweb.cli.output import listing, message, result
from spinnenweb.cli.places import refuse_no_file
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.services.targets import refuse_inside

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from spinnenweb.domain.releases import HiddenCell, ReleasePreview, ReleaseRow, ReleaseSummary
    from spinnenweb.services.environment import Environment
    from spinnenweb.services.workspace import Workspace


def release(given: Namespace, environment: Environment) -> None:
    """Give figures out as a new folder, or with `--dry-run` tell what would be in it; that is for the worker only.

    Raises:
        SpinnenwebError: `usage` (no folder and no `--dry-run`), `release.village` (no such village), and as
            `ReleaseService.make`, such as `release.cluster`.
    """
    if given.out is None and not given.dry_run:
        raise SpinnenwebError("usage")
    if given.out is not None:
        refuse_inside(given.vault, given.out)
    with opened(given, environment) as workspace:
        choice = _choice(workspace, given)
        if given.dry_run:
            _tell(workspace.releases.preview(choice), as_json=given.json)
            return
        made = workspace.releases.make(choice, given.out)
    result("\n".join(map(str, made.files)))
    message(f"Overzicht {made.number} is klaar. Het verandert niet meer.")


def _choice(workspace: Workspace, given: Namespace) -> ReleaseChoice:
    """What is asked for; villages that stand together already go on so, as on the page."""
    villages = _villages(workspace, given.kern)
    asked = set(villages or (village.id for village in workspace.residents.villages()))
    before = workspace.releases.groups().items()
    together = {name: inside for name, inside in before if asked.issuperset(inside)}
    for name, names in given.samen:
        together[name] = _villages(workspace, names)
    return ReleaseChoice(given.until, villages, together)


def _villages(workspace: Workspace, names: Iterable[str]) -> tuple[str, ...]:
    known = {village.name.casefold(): village.id for village in workspace.residents.villages()}
    found = []
    for name in names:
        village = known.get(" ".join(name.split()).casefold())
        if village is None:
            raise SpinnenwebError("release.village", name=name[:100])
        found.append(village)
    return tuple(dict.fromkeys(found))


def _tell(preview: ReleasePreview, *, as_json: bool) -> None:
    message("Alleen voor jou. Niet doorgeven.")
    if as_json:
        result(json.dumps(_told(preview), ensure_ascii=False, indent=2))
        return
    there = [row.value is not None for rows in preview.tables.values() for row in rows]
    figures = f"{sum(there)} cijfers getoond, {len(there) - sum(there)} afgeschermd"
    checked = "geslaagd" if preview.audit.passed else "niet geslaagd"
    result(f"Overzicht {preview.number} van {preview.month}: {figures}. Controle {checked}.")


def _told(preview: ReleasePreview) -> dict[str, Any]:
    return {
        "nummer": preview.number,
        "maand": preview.month,
        "al_gemaakt": preview.again,
        "kernen": list(preview.villages),
        "controle": {
            "geslaagd": preview.audit.passed,
            "cijfers": preview.audit.cells,
            "seconden": round(preview.audit.seconds, 3),
            "herhaald": list(preview.audit.failed),
        },
        "tellen_mee": dict(preview.counted),
        "buiten_beeld": dict(preview.left_out),
        "genoeg_vanaf": dict(preview.too_few),
        "ontbrekende_bijdragen": list(preview.missing),
        "tabellen": {name: [_row(row) for row in rows] for name, rows in preview.tables.items()},
        "afgeschermd": [_hidden(cell) for cell in preview.hidden],
    }


def _row(row: ReleaseRow) -> dict[str, Any]:
    return {
        "kern": row.village,
        "leeftijdsgroep": row.age_group,
        "onderdeel": row.item,
        "cijfer": None if row.value is None else float(row.value),
        "stap": None if row.step is None else float(row.step),
        "status": row.status.value,
        "peilmoment": row.snapshot,
    }


def _hidden(cell: HiddenCell) -> dict[str, Any]:
    return {
        "tabel": cell.table,
        "kern": cell.village,
        "leeftijdsgroep": cell.age_group,
        "onderdeel": cell.item,
        "waarom": cell.why.value,
        "genoeg_vanaf": cell.enough_from,
    }


def releases(given: Namespace, environment: Environment) -> None:
    """List what was given out, oldest first."""
    with opened(given, environment) as workspace:
        found = workspace.releases.earlier()[::-1]
    if given.json:
        listing([_listed(one) for one in found])
    elif found:
        result("\n".join(map(_line, found)))
    else:
        message("Er is nog geen overzicht gemaakt.")


def _line(one: ReleaseSummary) -> str:
    figures = f"{one.shown} cijfers ({one.new} nieuw, {one.repeated} herhaald), {one.hidden} afgeschermd"
    return f"{one.number}  {one.month}  {', '.join(one.villages)}: {figures}"


def _listed(one: ReleaseSummary) -> dict[str, str | int | bool | None]:
    return {
        "nummer": one.number,
        "maand": one.month,
        "gemaakt_op": one.made_on.isoformat(),
        "kernen": ", ".join(one.villages),
        "getoond": one.shown,
        "nieuw": one.new,
        "herhaald": one.repeated,
        "afgeschermd": one.hidden,
    }


def ledger(given: Namespace, environment: Environment) -> None:
    """Mend the series after an older vault was put back: from the sealed copy, or with `--from` from a backup."""
    if given.source is not None:
        refuse_no_file(given.source)
    with opened(given, environment) as workspace:
        repair = workspace.series_repair
        if given.source is not None:
            repair.from_backup(given.source)
        elif not repair.is_needed():
            message("De reeks overzichten is heel. Er is niets veranderd.")
            return
        else:
            repair.from_sealed_copy()
        last = workspace.releases.earlier()[0].number
    message(f"De reeks overzichten is hersteld, tot en met overzicht {last}.")


def consent(given: Namespace, environment: Environment) -> None:
    """Write down that a resident takes a permission back."""
    with opened(given, environment) as workspace:
        resident = workspace.residents.by_code(given.resident)
        workspace.residents.say(resident.id, Purpose(given.withdraw), ConsentAnswer.WITHDRAWN)
    message("De toestemming is ingetrokken. Vanaf het volgende overzicht telt deze inwoner niet meer mee.")
