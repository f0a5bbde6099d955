"""Who writes: stamped on every row, so that records of several workers and laptops can meet later."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """The laptop, the worker and the team that write (reference/security.md 4.2).

    `device` names this installation, `owner` and `team` are UUIDs that live in the vault.
    """

    device: str
    owner: str
    team: str
