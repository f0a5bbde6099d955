"""The team this vault belongs to. None of it is a record of the work: the secrets in it never enter the logs."""

from __future__ import annotations

import zlib
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from spinnenweb.domain.team import TeamRole
from spinnenweb.storage.tables_of_team import contribution, team_laptop, team_link, team_self

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Executable, MappingResult, Table

    from spinnenweb.storage.forms import Fields, Row
    from spinnenweb.storage.journal import Journal

_OWN = "zelf"


@dataclass(frozen=True, slots=True)
class TeamSelf:
    """This vault in its team: its secrets to sign and to open with, and what it knows of the team.

    `team`, `team_name`, `team_key` and `recipient` (the public key of the coordinator) are empty for a laptop that
    did not take in the team file yet; `coordinator` is the coordinator's key to check signatures, in hexadecimal.
    `last_order` is the number of the last contribution it made.
    """

    role: TeamRole
    name: str
    sign_seed: bytes
    identity: str
    team: str = ""
    team_name: str = ""
    team_key: bytes = b""
    recipient: str = ""
    coordinator: str = ""
    last_order: int = 0


@dataclass(frozen=True, slots=True)
class TeamLaptop:
    """A laptop of the team, by its key to check signatures, in hexadecimal."""

    verify_key: str
    name: str
    recipient: str


@dataclass(frozen=True, slots=True)
class StoredContribution:
    """The last contribution of a laptop: `people` counts its residents, `digest` is the SHA-256 of `body`."""

    laptop: str
    order: int
    until: date
    taken_on: date
    people: int
    digest: bytes
    body: bytes = b""


class TeamStore:
    """What a vault knows of its team."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        self._connection = connection
        self._journal = journal

    def own(self) -> TeamSelf | None:
        """This vault in its team, or `None` for a vault that works alone."""
        row = self._connection.execute(select(team_self)).mappings().first()
        if row is None:
            return None
        told = {name: value for name, value in row.items() if name != "id"}
        return TeamSelf(**{**told, "role": TeamRole(row["role"])})

    def put_own(self, own: TeamSelf) -> None:
        """Write how this vault stands in its team."""
        self._write(delete(team_self))
        self._write(insert(team_self).values({**asdict(own), "role": own.role.value, "id": _OWN}))

    def leave(self) -> None:
        """Forget the team, its keys and every contribution. What the ledger counts as one resident stays."""
        for table in (contribution, team_laptop, team_self):
            self._write(delete(table))

    # the laptops

    def laptops(self) -> tuple[TeamLaptop, ...]:
        """The laptops by name."""
        found = (TeamLaptop(**row) for row in self._rows(team_laptop))
        return tuple(sorted(found, key=lambda laptop: (laptop.name.casefold(), laptop.verify_key)))

    def add_laptop(self, laptop: TeamLaptop) -> None:
        """A laptop more."""
        self._write(insert(team_laptop).values(asdict(laptop)))

    def remove_laptop(self, verify_key: str) -> None:
        """Take a laptop out, and its contribution."""
        self._write(delete(contribution).where(contribution.c.laptop == verify_key))
        self._write(delete(team_laptop).where(team_laptop.c.verify_key == verify_key))

    # contributions

    def contributions(self) -> dict[str, StoredContribution]:
        """The last contribution of each laptop, without its body."""
        columns = [column for column in contribution.c if column.name != "body"]
        found = self._connection.execute(select(*columns)).mappings()
        return {row["laptop"]: _contribution(row) for row in found}

    def body(self, laptop: str) -> bytes:
        """The content of the last contribution of a laptop; `KeyError` when there is none."""
        packed = self._connection.scalar(select(contribution.c.body).where(contribution.c.laptop == laptop))
        if packed is None:
            raise KeyError(laptop)
        return zlib.decompress(packed)

    def put_contribution(self, given: StoredContribution) -> None:
        """Keep a contribution instead of the former one of this laptop."""
        self._write(delete(contribution).where(contribution.c.laptop == given.laptop))
        self._write(insert(contribution).values(_contribution_row(given)))

    # who is one resident

    def links(self) -> dict[int, int]:
        """From a number that a laptop gave a resident to the number in the ledger."""
        return {int(row["number"], 16): int(row["person"], 16) for row in self._rows(team_link)}

    def put_links(self, links: Mapping[int, int]) -> None:
        """Keep these links instead of the former ones."""
        self._write(delete(team_link))
        rows = [{"number": f"{number:016x}", "person": f"{person:016x}"} for number, person in links.items()]
        if rows:
            self._write(insert(team_link), rows)

    def _rows(self, table: Table) -> MappingResult:
        return self._connection.execute(select(table)).mappings()

    def _write(self, statement: Executable, rows: list[Fields] | None = None) -> None:
        if self._journal is None:
            raise RuntimeError("this unit of work only reads")
        self._connection.execute(statement, rows)


def _contribution_row(given: StoredContribution) -> Fields:
    return {
        "laptop": given.laptop,
        "send_order": given.order,
        "until": given.until.isoformat(),
        "taken_on": given.taken_on.isoformat(),
        "people": given.people,
        "digest": given.digest,
        "body": zlib.compress(given.body),
    }


def _contribution(row: Row) -> StoredContribution:
    return StoredContribution(
        laptop=row["laptop"],
        order=row["send_order"],
        until=date.fromisoformat(row["until"]),
        taken_on=date.fromisoformat(row["taken_on"]),
        people=row["people"],
        digest=row["digest"],
    )
