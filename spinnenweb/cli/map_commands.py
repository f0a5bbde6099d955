"""The social map from a file of others, and for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.cli.commands import opened
from spinnenweb.cli.output import message, result
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.dutch_words import dutch_words
from spinnenweb.services.targets import refuse_inside

if TYPE_CHECKING:
    from argparse import Namespace

    from spinnenweb.services.environment import Environment
    from spinnenweb.services.map_imports import MapCheck, MapImportService


def import_map(given: Namespace, environment: Environment) -> None:
    """Take over a social map: all of it or nothing.

    What is surely the same is filled up; what is only alike is added and told.

    Raises:
        SpinnenwebError: `map_import.…`, each flaw told before it.
    """
    with opened(given, environment) as workspace:
        imports = workspace.map_imports
        checked = imports.check(imports.look(given.path))
        _tell(imports, checked)
        if checked.flaws:
            raise SpinnenwebError("map_import.flaws", n=len(checked.flaws))
        report = imports.take(checked)
    result(
        f"{report.organisations} organisaties, {report.offers} keer aanbod en {report.contacts} contactpersonen "
        f"erbij, {report.filled} aangevuld, {report.skipped} stonden er al, {report.new_villages} nieuwe kernen."
    )


def _tell(imports: MapImportService, checked: MapCheck) -> None:
    for flaw in checked.flaws:
        message(imports.flaw_line(flaw))
    for one in checked.incoming:
        if one.asks and not one.twins[0].sure:
            place = f"Regel {one.line}: " if one.line else ""
            name, twin = one.organisation.name, one.twins[0].name
            message(f"{place}{name} lijkt op {twin}. Het komt er apart bij; samenvoegen kan in het programma.")


def export_map(given: Namespace, environment: Environment) -> None:
    """Write the map into a new folder; what may point at a resident is told."""
    from spinnenweb.services.map_exports import MapExport, MapFormat

    refuse_inside(given.vault, given.folder)
    with opened(given, environment) as workspace:
        exports = workspace.map_exports
        village_id = exports.village_named(given.kern) if given.kern else ""
        what = MapExport(MapFormat(given.format), village_id, persons=given.contacts)
        words = dutch_words(environment.resources)
        for passage in exports.guarded(what):
            for one in passage.findings:
                place = f"{words.say(f'guard.where.{passage.kind.value}')} {passage.whose}"
                kind = words.say(f"guard.kind.{one.kind.name.lower()}")
                message(words.say("guard.line", place=place, kind=kind, first=one.start + 1, last=one.end))
        written = exports.write(given.folder, what)
    result("\n".join(map(str, written)))
