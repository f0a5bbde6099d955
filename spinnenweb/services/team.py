"""The part of this vault in a team, and how its laptops get to know each other (docs/samen.md).

A laptop introduces itself with its public keys. The coordinator takes it in and gives the file of the team, sealed
to the laptops that were taken in. Both sides show a check code to compare by voice; nothing else proves who it is.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.team import LONGEST_TEAM_NAME, Introduction, TeamFile, TeamRole, TeamState
from spinnenweb.domain.text_rules import clean_line
from spinnenweb.exchange.team_files import (
    MOST_BYTES,
    TEAM_KEY_BYTES,
    Membership,
    introduction_body,
    membership_body,
    parse_introduction,
    parse_membership,
)
from spinnenweb.security.private_files import write_private
from spinnenweb.security.sealing import (
    check_code,
    new_identity,
    new_signing_seed,
    opened,
    recipient_of,
    sealed,
    signed,
    unsealed,
    verify_key_of,
)
from spinnenweb.services.targets import refuse_inside
from spinnenweb.storage.audit_trail import Entry
from spinnenweb.storage.team_store import TeamLaptop, TeamSelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

INTRODUCTION, TEAM_FILE = "kennismaking", "teambestand"
"""The kinds of letters, and the ends of their file names."""
TEAM = "team"
"""What stands in the audit log about all of this."""


class TeamService:
    """Becoming a laptop of a team or its coordinator, and knowing the others."""

    def __init__(self, folder: Path, database: Database, anchor: Callable[[], None]) -> None:
        """`anchor` holds fast how the log ends, after something left the vault."""
        self._folder = folder
        self._database = database
        self._anchor = anchor

    def state(self) -> TeamState:
        """How this vault stands in a team now."""
        with self._database.reading() as work:
            own = work.team.own()
        if own is None:
            return TeamState()
        verify_key, recipient = verify_key_of(own.sign_seed), recipient_of(own.identity)
        theirs = check_code(bytes.fromhex(own.coordinator), own.recipient) if own.coordinator else ""
        return TeamState(own.role, own.name, check_code(verify_key, recipient), own.team_name, theirs)

    def become_laptop(self, name: str) -> Changes:
        """From now on this is the vault of one laptop of a team; `name` is what the coordinator will see.

        Raises:
            SpinnenwebError: `team.taken` (it has a part already), `team.nameless`, `text.*`.
        """
        own = TeamSelf(TeamRole.LAPTOP, _named(name), new_signing_seed(), new_identity())
        return self._begin(own)

    def become_coordinator(self, name: str) -> Changes:
        """From now on contributions come together here; `name` is that of the team.

        Raises:
            SpinnenwebError: as `become_laptop`.
        """
        named, seed, identity = _named(name), new_signing_seed(), new_identity()
        own = TeamSelf(
            TeamRole.COORDINATOR,
            named,
            seed,
            identity,
            team=secrets.token_hex(32),
            team_name=named,
            team_key=secrets.token_bytes(TEAM_KEY_BYTES),
            recipient=recipient_of(identity),
            coordinator=verify_key_of(seed).hex(),
        )
        return self._begin(own)

    def _begin(self, own: TeamSelf) -> Changes:
        with self._database.writing() as work:
            if work.team.own() is not None:
                raise SpinnenwebError("team.taken")
            work.team.put_own(own)
            work.audit.note(Entry(AuditKind.KEY_CHANGED, detail=f"{TEAM}_{own.role.value}"))
        return changed(Kind.SETTINGS, "")

    def leave(self) -> Changes:
        """Work alone again: the keys of the team and all contributions here are forgotten, the work stays."""
        with self._database.writing() as work:
            work.team.leave()
            work.audit.note(Entry(AuditKind.KEY_CHANGED, detail=f"{TEAM}_weg"))
        return changed(Kind.SETTINGS, "")

    # a laptop

    def write_introduction(self, target: Path) -> None:
        """Write who this laptop is, for the coordinator; it holds no secret.

        Raises:
            SpinnenwebError: `team.not_laptop`, `target.*`, `disk.full`, `disk.failed`.
        """
        with self._database.reading() as work:
            own = own_part(work, TeamRole.LAPTOP)
        body = introduction_body(own.name, recipient_of(own.identity))
        self._write(target, signed(own.sign_seed, INTRODUCTION, body), INTRODUCTION)

    def read_team_file(self, file: Path) -> TeamFile:
        """Whose team file this is, to be compared with the coordinator before `join`.

        Raises:
            SpinnenwebError: `team.not_laptop`, `team.file` (for another laptop, changed, or something else).
        """
        _, verify_key, membership = self._read_membership(file)
        return TeamFile(membership.name, check_code(verify_key, membership.recipient))

    def join(self, file: Path) -> Changes:
        """Belong to the team of this file from now on.

        Raises:
            SpinnenwebError: as `read_team_file`.
        """
        own, verify_key, membership = self._read_membership(file)
        joined = replace(
            own,
            team=membership.team,
            team_name=membership.name,
            team_key=membership.team_key,
            recipient=membership.recipient,
            coordinator=verify_key.hex(),
        )
        with self._database.writing() as work:
            work.team.put_own(joined)
            work.audit.note(Entry(AuditKind.KEY_CHANGED, detail=f"{TEAM}_lid"))
        return changed(Kind.SETTINGS, "")

    def _read_membership(self, file: Path) -> tuple[TeamSelf, bytes, Membership]:
        with self._database.reading() as work:
            own = own_part(work, TeamRole.LAPTOP)
        content = unsealed(own.identity, read_whole(file, MOST_BYTES, "team.file"))
        try:
            letter = opened(content or b"", TEAM_FILE)
            return own, letter.verify_key, parse_membership(letter.body)
        except ValueError:
            raise SpinnenwebError("team.file", path=str(file)) from None

    # a coordinator

    def read_introduction(self, file: Path) -> Introduction:
        """Which laptop introduces itself, to be compared with its worker before `welcome`.

        Raises:
            SpinnenwebError: `team.introduction` (changed, or something else).
        """
        try:
            letter = opened(read_whole(file, MOST_BYTES, "team.introduction"), INTRODUCTION)
            name, recipient = parse_introduction(letter.body)
        except ValueError:
            raise SpinnenwebError("team.introduction", path=str(file)) from None
        return Introduction(name, letter.verify_key.hex(), recipient, check_code(letter.verify_key, recipient))

    def welcome(self, introduction: Introduction) -> Changes:
        """Take a laptop into the team; nothing changes when it is in already.

        Raises:
            SpinnenwebError: `team.not_coordinator`, `team.name_taken` (another laptop of the team has this name).
        """
        laptop = TeamLaptop(introduction.verify_key, introduction.name, introduction.recipient)
        with self._database.writing() as work:
            own_part(work, TeamRole.COORDINATOR)
            known = work.team.laptops()
            if laptop in known:
                return Changes()
            if any(each.name.casefold() == laptop.name.casefold() for each in known):
                raise SpinnenwebError("team.name_taken")
            work.team.add_laptop(laptop)
            work.audit.note(Entry(AuditKind.MADE, None, "team_laptop", laptop.verify_key))
        return changed(Kind.SETTINGS, "")

    def remove(self, laptop: str) -> Changes:
        """Take a laptop out of the team, with its contribution: its residents count along no more.

        Raises:
            SpinnenwebError: `team.not_coordinator`.
        """
        with self._database.writing() as work:
            own_part(work, TeamRole.COORDINATOR)
            work.team.remove_laptop(laptop)
            work.audit.note(Entry(AuditKind.REMOVED, None, "team_laptop", laptop))
        return changed(Kind.SETTINGS, "")

    def write_team_file(self, target: Path) -> None:
        """Write the file of the team, which only the laptops that were taken in can open.

        Raises:
            SpinnenwebError: `team.not_coordinator`, `team.empty` (no laptop yet), `target.*`, `disk.full`,
                `disk.failed`.
        """
        with self._database.reading() as work:
            own, laptops = own_part(work, TeamRole.COORDINATOR), work.team.laptops()
        if not laptops:
            raise SpinnenwebError("team.empty")
        body = membership_body(Membership(own.team, own.team_name, own.recipient, own.team_key))
        letter = signed(own.sign_seed, TEAM_FILE, body)
        self._write(target, sealed([each.recipient for each in laptops], letter), TEAM_FILE)

    def _write(self, target: Path, content: bytes, detail: str) -> None:
        refuse_inside(self._folder, target)
        with self._database.writing() as work:
            work.audit.note(Entry(AuditKind.SHARED, detail=detail))
            write_private(target, content)
        self._anchor()


def own_part(work: UnitOfWork, role: TeamRole) -> TeamSelf:
    """This vault in its team; `SpinnenwebError` `team.not_laptop` or `team.not_coordinator` for another part."""
    own = work.team.own()
    if own is None or own.role is not role:
        raise SpinnenwebError("team.not_laptop" if role is TeamRole.LAPTOP else "team.not_coordinator")
    return own


def read_whole(file: Path, most: int, refusal: str) -> bytes:
    """A file of at most `most` bytes; `SpinnenwebError` with the code `refusal` for anything else."""
    try:
        with file.open("rb") as handle:
            content = handle.read(most + 1)
    except OSError:
        raise SpinnenwebError(refusal, path=str(file)) from None
    if len(content) > most:
        raise SpinnenwebError(refusal, path=str(file))
    return content


def _named(name: str) -> str:
    cleaned = clean_line(name, LONGEST_TEAM_NAME, "team_name")
    if not cleaned:
        raise SpinnenwebError("team.nameless")
    return cleaned
