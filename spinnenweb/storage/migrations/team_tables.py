"""The tables of a team of laptops in format 1.5, frozen like the step that makes them."""

from __future__ import annotations

TEAM_STATEMENTS = (
    """
CREATE TABLE team_self (
    id TEXT NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    sign_seed BLOB NOT NULL,
    identity TEXT NOT NULL,
    team TEXT NOT NULL,
    team_name TEXT NOT NULL,
    team_key BLOB NOT NULL,
    recipient TEXT NOT NULL,
    coordinator TEXT NOT NULL,
    last_order INTEGER NOT NULL,
    CONSTRAINT pk_team_self PRIMARY KEY (id)
)
 STRICT
    """,
    """
CREATE TABLE team_laptop (
    verify_key TEXT NOT NULL,
    name TEXT NOT NULL,
    recipient TEXT NOT NULL,
    CONSTRAINT pk_team_laptop PRIMARY KEY (verify_key)
)
 STRICT
    """,
    """
CREATE TABLE contribution (
    laptop TEXT NOT NULL,
    send_order INTEGER NOT NULL,
    until TEXT NOT NULL,
    taken_on TEXT NOT NULL,
    people INTEGER NOT NULL,
    digest BLOB NOT NULL,
    body BLOB NOT NULL,
    CONSTRAINT pk_contribution PRIMARY KEY (laptop)
)
 STRICT
    """,
    """
CREATE TABLE team_link (
    number TEXT NOT NULL,
    person TEXT NOT NULL,
    CONSTRAINT pk_team_link PRIMARY KEY (number)
)
 STRICT
    """,
)
