"""The commands, each over one service."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from spinnenweb.cli.output import Row, listing, message, result, table
from spinnenweb.cli.passphrases import passphrase
from spinnenweb.cli.places import (
    PDF_START,
    PNG_START,
    refuse_no_file,
    refuse_no_vault,
    refuse_other_kind,
)
from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.audit import LOG
from spinnenweb.services.audit_words import AuditWords
from spinnenweb.services.dutch_words import dutch_words
from spinnenweb.services.targets import refuse_inside
from spinnenweb.services.vaults import FirstSteps, create_vault, emergency_key_groups, open_vault

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Mapping

    from spinnenweb.domain.audit import AuditLine
    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.environment import Environment
    from spinnenweb.services.guarding import Passage
    from spinnenweb.services.records import ResidentLine
    from spinnenweb.services.workspace import Workspace


@contextmanager
def opened(given: Namespace, environment: Environment) -> Iterator[Workspace]:
    """The vault of a command, closed again whatever happens."""
    refuse_no_vault(given.vault)
    workspace = open_vault(given.vault, passphrase(given.passphrase_file), environment)
    try:
        if workspace.repaired:
            message("Het bestand met de sleutel was beschadigd en is hersteld. Er is niets kwijt.")
        yield workspace
    finally:
        workspace.close()


def new(given: Namespace, environment: Environment) -> None:
    """Make a vault and print its emergency key, this once; without a key that was seen there is no vault."""
    if os.path.lexists(given.vault):
        raise SpinnenwebError("vault.exists", path=str(given.vault))
    word = passphrase(given.passphrase_file, twice=True)
    made = create_vault(given.vault, word, FirstSteps("", "", None), environment)
    made.workspace.close()
    try:
        result(" ".join(emergency_key_groups(made.emergency_key)))
    except (BrokenPipeError, SpinnenwebError):
        shutil.rmtree(given.vault)
        raise SpinnenwebError("key.unseen") from None
    message("Je kluis is gemaakt. Schrijf de noodsleutel op papier; je ziet hem alleen nu.")


def import_file(given: Namespace, environment: Environment) -> None:
    """Take over earlier conversations; all of them or none."""
    refuse_no_file(given.file)
    with opened(given, environment) as workspace:
        report = workspace.imports.import_csv(given.file, lambda rows: message(f"{rows} regels gelezen"))
    result(
        f"{report.added} gesprekken overgenomen, {report.skipped} stonden er al, "
        f"{report.new_residents} nieuwe inwoners, {report.new_villages} nieuwe kernen."
    )
    if report.future:
        message(f"Let op: {report.future} gesprekken hebben een datum na vandaag.")


def residents(given: Namespace, environment: Environment) -> None:
    """List the residents by code."""
    with opened(given, environment) as workspace:
        rows = [_row(line) for line in workspace.residents.all()]
    rows.sort(key=lambda row: str(row["code"]))
    (listing if given.json else table)(rows)
    if not rows and not given.json:
        message("Er zijn nog geen inwoners.")


def _row(line: ResidentLine) -> Row:
    return {
        "code": line.resident.code,
        "roepnaam": line.resident.calling_name,
        "kern": line.village_name,
        "geboortejaar": line.resident.birth_year,
        "gesprekken": line.conversations,
        "laatste_gesprek": line.last_held_on.isoformat() if line.last_held_on else None,
    }


def _last_talk(workspace: Workspace, code: str) -> tuple[Resident, Conversation]:
    resident = workspace.residents.by_code(code)
    talks = workspace.conversations.of(resident.id)
    if not talks:
        raise SpinnenwebError("no_conversation")
    return resident, talks[0]


def summary(given: Namespace, environment: Environment) -> None:
    """Write the summary of the last finished conversation.

    What points at somebody else in its words is told by place and kind, never quoted; it goes along with `--yes`.

    Raises:
        SpinnenwebError: `guard.found`, and as `SummaryService.write`.
    """
    from spinnenweb.services.summaries import SummaryChoice

    refuse_inside(given.vault, given.target)
    refuse_other_kind(given.target, PDF_START)
    with opened(given, environment) as workspace:
        resident, talk = _last_talk(workspace, given.resident)
        choice = SummaryChoice()
        found = workspace.guard.summary(talk, choice)
        _tell_found(found, environment)
        if found and not given.yes:
            raise SpinnenwebError("guard.found")
        workspace.summaries.write(given.target, resident, talk, choice)
    message(f"De samenvatting staat in {given.target}. Dit bestand ligt niet in je kluis.")


def _tell_found(found: tuple[Passage, ...], environment: Environment) -> None:
    words = dutch_words(environment.resources)
    for passage in found:
        for one in passage.findings:
            place = words.say(f"guard.where.{passage.kind.value}")
            kind = words.say(f"guard.kind.{one.kind.name.lower()}")
            message(words.say("guard.line", place=place, kind=kind, first=one.start + 1, last=one.end))


def chart(given: Namespace, environment: Environment) -> None:
    """Draw the web of the last finished conversation."""
    refuse_inside(given.vault, given.target)
    refuse_other_kind(given.target, PNG_START)
    with opened(given, environment) as workspace:
        resident, talk = _last_talk(workspace, given.resident)
        workspace.pictures.write_web_png(given.target, resident, talk)
    message(f"Het web staat in {given.target}. Dit bestand ligt niet in je kluis.")


def check(given: Namespace, environment: Environment) -> None:
    """Tell whether the vault is whole."""
    with opened(given, environment) as workspace:
        report = workspace.checks.check()
    row: Row = {
        "heel": report.sound,
        "inwoners": report.residents,
        "gesprekken": report.conversations,
        "versie": report.schema,
        "problemen": ", ".join(report.problems),
    }
    if given.json:
        listing([row])
    elif report.sound:
        result(f"Je kluis is heel: {report.residents} inwoners, {report.conversations} gesprekken.")
    if not report.sound:
        only_log = all(problem.startswith(LOG) for problem in report.problems)
        code = "check.log" if only_log else "check.damaged"
        raise SpinnenwebError(code, problems=", ".join(report.problems))


def audit(given: Namespace, environment: Environment) -> None:
    """Show the log from old to new; at the end say whether anything in it was changed or is missing."""
    dutch = dutch_words(environment.resources)
    with opened(given, environment) as workspace:
        report = workspace.audit.verify()
        workspace.audit.noted(AuditKind.SEEN, None, "logboek")
        lines = [*reversed(workspace.audit.lines(limit=None))]
        people = workspace.audit.people(lines)
        words = AuditWords(dutch, *workspace.audit.worker())
    if given.json:
        listing([_audit_row(line, words.said(line, people), people) for line in lines])
    else:
        said = (f"{line.at.astimezone():%Y-%m-%d %H:%M}  {words.said(line, people)}" for line in lines)
        result("\n".join(said))
    if not report.sound:
        raise SpinnenwebError("check.log", problems=", ".join(report.codes))


def _audit_row(line: AuditLine, said: str, people: Mapping[str, Resident]) -> Row:
    resident = people.get(line.subject or "")
    return {
        "nummer": line.seq,
        "tijd": line.at.isoformat(),
        "soort": line.kind.value,
        "zin": said,
        "inwoner": resident.code if resident else line.subject,
        "over": line.about_table,
        "over_id": line.about_id,
        "velden": ", ".join(line.fields),
        "bijzonder": line.detail,
        "laptop": line.device,
    }
