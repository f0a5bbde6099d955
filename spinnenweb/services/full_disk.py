"""Saving once more when the disk was full and the ballast made room."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.storage.database import ROOM_MADE

if TYPE_CHECKING:
    from collections.abc import Callable

S = TypeVar("S")
P = ParamSpec("P")
A = TypeVar("A")


def again_when_full(save: Callable[Concatenate[S, P], A]) -> Callable[Concatenate[S, P], A]:
    """Let a method that writes one unit of work try once more when that unit made the ballast go.

    The unit that failed was undone, so nothing is written twice.
    """

    @wraps(save)
    def saved(self: S, /, *given: P.args, **named: P.kwargs) -> A:
        try:
            return save(self, *given, **named)
        except SpinnenwebError as error:
            if error.code != "disk.full" or ROOM_MADE not in error.values:
                raise
        return save(self, *given, **named)

    return saved
