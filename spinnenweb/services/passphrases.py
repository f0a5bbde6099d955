"""Passphrases: proposed from our own list of words, and refused when easily guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security import passphrase as passphrases

if TYPE_CHECKING:
    from spinnenweb.services.environment import Environment


def propose_passphrase(environment: Environment) -> str:
    """Five Dutch words, drawn at random."""
    return passphrases.propose(_words(environment))


def passphrase_too_weak(passphrase: str, environment: Environment | None = None) -> bool:
    """Whether a passphrase is refused; with an environment also when it is too few words of the proposed list."""
    words = frozenset() if environment is None else frozenset(_words(environment))
    return passphrases.is_too_weak(passphrase, words)


def refuse_weak(passphrase: str, environment: Environment) -> None:
    """Refuse a passphrase that is easily guessed; `SpinnenwebError` `passphrase.weak`."""
    if passphrase_too_weak(passphrase, environment):
        raise SpinnenwebError("passphrase.weak")


def _words(environment: Environment) -> tuple[str, ...]:
    return tuple((environment.resources / "words" / "nl.txt").read_text("utf-8").split())
