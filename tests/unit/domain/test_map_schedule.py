"""Moments of an offer in words and back."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_schedule import SlotWords, hour_in, said_slots, said_when, slot_words, slots_in
from spinnenweb.domain.social_map import Every, Offer, Slot
from spinnenweb.domain.wording import Wording

TEXTS = Path(__file__).parents[3] / "resources" / "texts"
WORDS = {code: slot_words(Wording.read(TEXTS / code / "werker.toml")) for code in ("nl", "en")}
NL = WORDS["nl"]
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
HOURS = st.times().map(lambda one: time(one.hour, one.minute))


@st.composite
def slots(draw: st.DrawFn) -> Slot:
    begins, ends = sorted((draw(HOURS), draw(HOURS)))
    since, until = sorted((draw(DAYS), draw(DAYS)))
    nth = draw(st.sampled_from((None, 1, 2, 3, 4, -1)))
    return Slot(
        draw(st.none() | st.integers(0, 6)),
        draw(st.sampled_from((None, begins))),
        draw(st.sampled_from((None, ends))) if ends > begins else None,
        draw(st.sampled_from(Every)),
        nth,
        draw(st.sampled_from((None, since))),
        draw(st.sampled_from((None, until))),
    )


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS.keys())
@given(made=st.lists(slots(), max_size=4))
def test_that_what_is_said_can_be_read_again(words: SlotWords, made: list[Slot]) -> None:
    assert slots_in(said_slots(made, words), words) == tuple(made)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("di 10-12", "dinsdag 10.00–12.00"),
        ("ma, wo en vr van 9:30 tot 12", "maandag, woensdag en vrijdag 9.30–12.00"),
        ("Dinsdag 10 uur", "dinsdag 10.00"),
        ("do 14.00 - 16.30 om de week vanaf 1-9-2026 t/m 30-6-2027",
         "donderdag 14.00–16.30 om de week vanaf 1-9-2026 tot en met 30-6-2027"),
        ("elke laatste vrijdag", "laatste vrijdag elke maand"),
        ("elke week 9-17", "9.00–17.00"),
        ("di 10-12; do 13-15", "dinsdag 10.00–12.00; donderdag 13.00–15.00"),
        ("za 20-24", "zaterdag 20.00–0.00"),
        ("", ""),
    ],
)  # fmt: skip
def test_that_short_hand_is_understood(typed: str, said: str) -> None:
    assert said_slots(slots_in(typed, NL), NL) == said


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("dinsdax 10-12", "map.slot"),
        ("d 10-12", "map.slot"),
        ("di 25-26", "map.slot"),
        ("di 10.75", "map.slot"),
        ("di 12-10", "map.slot_order"),
        ("di vanaf 31-2-2026", "map.slot"),
        ("di vanaf 2-2-2026 tot en met 1-2-2026", "map.slot_order"),
        ("di; " * 61, "map.slots"),
    ],
)
def test_that_what_is_no_moment_is_refused_by_name(typed: str, code: str) -> None:
    with pytest.raises(SpinnenwebError) as refused:
        slots_in(typed, NL)
    assert refused.value.code == code


def test_that_days_with_the_same_times_are_said_together() -> None:
    both = (Slot(1, time(10), time(12)), Slot(3, time(10), time(12)), Slot(4, time(9), None, Every.TWO_WEEKS))
    assert said_slots(both, NL) == "dinsdag en donderdag 10.00–12.00; vrijdag 9.00 om de week"


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("9", time(9)), ("930", time(9, 30)), ("0930", time(9, 30)), ("9.30", time(9, 30)), ("9:30", time(9, 30)),
     ("10u", time(10)), ("24", time(0)), ("", None)],
)  # fmt: skip
def test_that_an_hour_may_be_typed_in_short(typed: str, hour: time | None) -> None:
    assert hour_in(typed) == hour


@pytest.mark.parametrize("typed", ["25", "9.60", "negen", "9.x", "12345", "²"])
def test_that_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(SpinnenwebError, match=r"map\.slot"):
        hour_in(typed)


def test_that_a_day_from_which_it_holds_is_kept() -> None:
    (slot,) = slots_in("di vanaf 1-9-2026", NL)
    assert slot.since == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("", "dinsdag 10.00–12.00"),
        ("dinsdag 10.00–12.00", "dinsdag 10.00–12.00"),
        ("elke dinsdagochtend van 10:00 tot 12:00 uur", "dinsdag 10.00–12.00"),
        ("niet in de zomer", "dinsdag 10.00–12.00 · niet in de zomer"),
        ("elke dinsdag, behalve in juli", "dinsdag 10.00–12.00 · elke dinsdag, behalve in juli"),
    ],
)
def test_that_words_that_only_say_the_moments_again_are_left_out(when: str, said: str) -> None:
    offer = Offer("1", "2", "Eettafel", when=when, schedule=(Slot(1, time(10), time(12)),))
    assert said_when(offer, NL) == said


def test_that_words_without_moments_stand_as_they_are() -> None:
    assert said_when(Offer("1", "2", "Eettafel", when="dinsdag"), NL) == "dinsdag"
