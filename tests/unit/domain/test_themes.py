"""Which themes a conversation proposes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from spinnenweb.domain.conversations import DimensionEntry, Matter, new_conversation, with_dimension
from spinnenweb.domain.instruments import ADULT, read_instruments
from spinnenweb.domain.themes import GIFT, Theme, propose, read_themes

RESOURCES = Path(__file__).parents[3] / "resources"
TALK = new_conversation("c", "r", date(2026, 5, 19), read_instruments(RESOURCES / "instruments")[ADULT])


def test_that_an_untouched_conversation_proposes_nothing() -> None:
    assert propose(TALK, read_themes(RESOURCES / "vocabularies" / "themas.toml")) == ()


def test_that_a_ticked_topic_proposes_its_themes() -> None:
    ticked = with_dimension(TALK, DimensionEntry("MD", topic=True))
    assert propose(ticked, (Theme("a", ("LF",)), Theme("b", ("MD", "MD1")))) == ("b",)


def test_that_what_matters_most_comes_first() -> None:
    chosen = replace(with_dimension(TALK, DimensionEntry("MD", topic=True)), matters=(Matter("LF1"),))
    assert propose(chosen, (Theme("a", ("MD",)), Theme("b", ("LF1",)))) == ("b", "a")


def test_that_at_most_five_themes_are_proposed() -> None:
    ticked = with_dimension(TALK, DimensionEntry("MD", topic=True))
    assert len(propose(ticked, [Theme(str(n), ("MD",)) for n in range(9)])) == 5


def test_that_every_dimension_proposes_some_theme() -> None:
    themes = read_themes(RESOURCES / "vocabularies" / "themas.toml")
    for code in ("LF", "MW", "ZG", "KL", "MD", "DF"):
        assert propose(with_dimension(TALK, DimensionEntry(code, topic=True)), themes), code


def test_that_what_somebody_could_do_for_others_proposes_its_own_theme() -> None:
    giving = replace(with_dimension(TALK, DimensionEntry("MD", topic=True)), gift="voorlezen")
    assert propose(giving, (Theme("a", ("MD",)), Theme(GIFT, ()))) == (GIFT, "a")
