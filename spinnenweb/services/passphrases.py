"""Passphrases: proposed from our own list of words, judged while they are typed, refused when easily guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security import passphrase as passphrases
from spinnenweb.security.calibration import measured_cost
from spinnenweb.security.passphrase_strength import ENOUGH_GUESSES, Hint, Strength, strength

if TYPE_CHECKING:
    from collections.abc import Collection

    from spinnenweb.security.kdf import KdfCost
    from spinnenweb.services.environment import Environment

__all__ = [
    "ENOUGH_GUESSES",
    "Hint",
    "Strength",
    "passphrase_cost",
    "passphrase_strength",
    "passphrase_too_weak",
    "propose_passphrase",
    "refuse_weak",
]


def propose_passphrase(environment: Environment) -> str:
    """Five Dutch words, drawn at random."""
    return passphrases.propose(_words(environment))


def passphrase_strength(passphrase: str, environment: Environment, personal: Collection[str] = ()) -> Strength:
    """What a meter shows while a passphrase is typed.

    `personal` holds what an attacker would try first: the names of the organisation, the villages and people.
    The first call loads the lists and takes a tenth of a second; then some milliseconds.
    """
    return strength(passphrase, _words(environment), personal)


def passphrase_too_weak(
    passphrase: str, environment: Environment | None = None, personal: Collection[str] = ()
) -> bool:
    """Whether a passphrase is refused; with an environment also when it is too few words of the proposed list."""
    words = () if environment is None else _words(environment)
    return not strength(passphrase, words, personal).enough


def refuse_weak(passphrase: str, environment: Environment, personal: Collection[str] = ()) -> None:
    """Refuse a passphrase that takes fewer than 10^12 guesses; `SpinnenwebError` `passphrase.weak`."""
    if passphrase_too_weak(passphrase, environment, personal):
        raise SpinnenwebError("passphrase.weak")


def passphrase_cost(environment: Environment) -> KdfCost:
    """What a guess of a new passphrase will cost; measured here and now unless the environment fixes it.

    Measuring takes one to two seconds. Raises `SpinnenwebError` `memory.full`.
    """
    return environment.cost or measured_cost()


def _words(environment: Environment) -> tuple[str, ...]:
    return tuple((environment.resources / "words" / "nl.txt").read_text("utf-8").split())
