"""What workers call an instrument."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.instruments import SIMPLE
from spinnenweb.services.catalogue import name_key

if TYPE_CHECKING:
    from spinnenweb.domain.instruments import InstrumentKey
    from spinnenweb.domain.wording import Wording


def instrument_name(words: Wording, key: InstrumentKey) -> str:
    """The name with its version; the simple web has one version only."""
    if key == SIMPLE:
        return words.say(f"instrument.{key.id}")
    own = name_key(key)
    name = words.say(own if words.has(own) else f"instrument.{key.id}")
    return words.say("instrument.version", name=name, version=key.version)


def language_missing_words(words: Wording, key: InstrumentKey, language: str) -> str:
    """That an own instrument has no words in a language, and what stands there instead."""
    name = instrument_name(words, key)
    return words.say("message.instrument_in_dutch", name=name, language=words.say(f"language.{language}"))
