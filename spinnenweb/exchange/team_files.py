"""How laptops of a team get to know each other: an introduction without secrets, and the file of the team.

Both are bodies of signed letters (`security.sealing`); what is unclear is refused with `ValueError`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.team import LONGEST_TEAM_NAME
from spinnenweb.security.strict_json import canonical, load_object, raw, text, whole, written

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = 1
MOST_BYTES = 256 * 1024
TEAM_KEY_BYTES = 32
_NAME = rf"[^\x00-\x1f\x7f]{{1,{LONGEST_TEAM_NAME}}}"
_RECIPIENT = r"age1[02-9ac-hj-np-z]{58}"
_TEAM = r"[0-9a-f]{64}"


@dataclass(frozen=True, slots=True)
class Membership:
    """What a laptop must know to belong to a team. `team_key` is the one secret, shared by the whole team."""

    team: str
    name: str
    recipient: str
    team_key: bytes


def introduction_body(name: str, recipient: str) -> bytes:
    """How a laptop introduces itself: its name in the team and its public key of age."""
    return canonical({"kennismaking": FORMAT, "naam": name, "sleutel": recipient})


def parse_introduction(body: bytes) -> tuple[str, str]:
    """The name and the public key; `ValueError` for anything else."""
    told = _read(body, "kennismaking", ("naam", "sleutel"))
    return text(told, "naam", _NAME), text(told, "sleutel", _RECIPIENT)


def membership_body(membership: Membership) -> bytes:
    """The file of a team, to be signed and sealed to its laptops."""
    return canonical(
        {
            "teambestand": FORMAT,
            "team": membership.team,
            "naam": membership.name,
            "sleutel": membership.recipient,
            "herkennen": written(membership.team_key),
        }
    )


def parse_membership(body: bytes) -> Membership:
    """The file of a team; `ValueError` for anything else."""
    told = _read(body, "teambestand", ("team", "naam", "sleutel", "herkennen"))
    return Membership(
        text(told, "team", _TEAM),
        text(told, "naam", _NAME),
        text(told, "sleutel", _RECIPIENT),
        raw(told, "herkennen", TEAM_KEY_BYTES),
    )


def _read(body: bytes, kind: str, keys: tuple[str, ...]) -> Mapping[str, object]:
    told = load_object(body)
    if whole(told, kind) != FORMAT or told.keys() != {kind, *keys} or canonical(told) != body:
        raise ValueError(kind)
    return told
