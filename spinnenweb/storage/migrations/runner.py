"""Runs the steps a file does not have yet, each in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.dialects.sqlite import insert

from spinnenweb.storage.migrations.step import Format, Step, format_of
from spinnenweb.storage.tables import app_meta

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Engine

APPLICATION_ID = 0x53706E57
"""`SpnW`: what a file manager or `file` sees once the file is decrypted."""
PROGRAM = "program"
"""The name in `app_meta` of the program version that is needed to read the file."""


def format_in(engine: Engine) -> Format:
    """The format of an open file."""
    with engine.connect() as connection:
        return format_of(int(connection.exec_driver_sql("PRAGMA user_version").scalar_one()))


def pending(found: Format, steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps a file of this format still needs."""
    return tuple(step for step in steps if step.info.to > found)


def run(engine: Engine, steps: Sequence[Step]) -> None:
    """Run steps in order. When one fails, the file is as the one before it left it."""
    for step in steps:
        with engine.begin() as connection:
            step.migrate(connection)
            _stamp(connection, step)


def _stamp(connection: Connection, step: Step) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {step.info.to.number}")
    row = insert(app_meta).values(name=PROGRAM, value=step.info.program)
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": row.excluded.value}))
