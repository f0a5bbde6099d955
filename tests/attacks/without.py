"""The product's exporter with one rule taken out, to see that an attack notices.

A rule is taken out by replacing a public function or number of `spinnenweb.disclosure` wherever it was imported
to, for the length of one series. A name that is no longer there raises `LookupError`: a rule that cannot be taken
out is not tried in silence.
"""

from __future__ import annotations

import importlib
import pkgutil
import secrets
import sys
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

import spinnenweb.disclosure
from spinnenweb.disclosure import refresh
from spinnenweb.disclosure.distance import subsets
from tests.attacks.writer import TOTAL

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

    from spinnenweb.disclosure.ledger import Ledger, State
    from spinnenweb.disclosure.people import Member
    from spinnenweb.disclosure.refresh import Moments
    from spinnenweb.disclosure.release import Outcome
    from spinnenweb.disclosure.tables import Table

    Function = Callable[..., Any]

ROOM = "spinnenweb.disclosure"
USER = "tests.attacks.product"


class Change(NamedTuple):
    """A name in a module of the room, and what makes its replacement from the original."""

    module: str
    name: str
    made: Callable[[Any], object]


class Without(NamedTuple):
    """A rule taken out: what it says, how, the series that show it, and the attacks of which one must bite."""

    says: str
    changes: tuple[Change, ...]
    scenarios: tuple[str, ...]
    bitten_by: tuple[str, ...]


def _measurements(original: Function) -> Function:
    """Count measurements instead of residents: two talks with one person are two."""

    def people_of(*args: object, **named: object) -> object:
        tokens = original(*args, **named)[0]
        return tokens, tokens

    return people_of


def _all_marks(original: Function) -> Function:
    """A mean is about everybody with a web, given or not."""
    return lambda state, _bit=None: original(state)


def _itself_only(original: Function) -> Function:
    """A group is compared with its own earlier self only, never with another group or a union."""
    return lambda found, now, then: now == then and len(now) == 1 and original(found, now, then)


def _last_only(original: Function) -> Function:
    """Only the newest set is looked at."""

    def looking(*args: Sequence[object], **named: object) -> object:
        place = 2 if original.__name__ == "renewable" else 1
        return original(*args[:place], args[place][-1:], *args[place + 1 :], **named)

    return looking


def _named(original: Function) -> Function:
    """The draw depends on more than the people, as it does with the row's name in it."""
    return lambda *args, **named: f"{original(*args, **named)}{secrets.token_hex(8)}"


def _becomes(value: object) -> Callable[[object], object]:
    return lambda _original: value


def _unchanged(_original: Function) -> Function:
    return lambda first, *_rest: first


def _may_be_equal(_original: Function) -> Function:
    """A new year also starts with sets that were published before."""

    def all_new(now: Sequence[State], moments: Moments) -> bool:
        touched = [set(union) for union in subsets(len(now))]
        return refresh.keeps_distance(now, moments, touched)

    return all_new


def _forgetting(original: Function) -> Function:
    """Whoever is gone leaves the earlier sets, too."""

    def release(members: Iterable[Member], ledger: Ledger, *rest: object) -> Outcome:
        people = list(members)
        kept = {person.resident for person in people}
        for village in ledger.villages.values():
            states = tuple(_only(state, kept) for state in village.states)
            ledger = ledger.plus(replace(village, states=states))
        outcome: Outcome = original(people, ledger, *rest)
        return outcome

    return release


def _only(state: State, kept: Container[int]) -> State:
    numbers = [int.from_bytes(state.residents[at : at + 8], "little") for at in range(0, len(state.residents), 8)]
    there = [at for at, number in enumerate(numbers) if number in kept]

    def part(packed: bytes, size: int) -> bytes:
        return b"".join(packed[at * size : (at + 1) * size] for at in there)

    return replace(
        state,
        residents=part(state.residents, 8),
        units=part(state.units, 8),
        tokens=part(state.tokens, 8),
        then=part(state.then, 8),
        given=part(state.given, 1),
        both=part(state.both, 1),
    )


def _newest_month(_original: Function) -> Function:
    """Every row carries the month of the newest group of its village."""
    return lambda board, _group: max(state.month for state in board.states)


def _no_cluster(original: Function) -> Function:
    return lambda states, design: original(states, replace(design, cluster=None))


def _true_totals(original: Function) -> Function:
    """The total counts everybody, also in villages that are hidden, rounded to 5."""

    def release(members: Iterable[Member], *rest: object) -> Outcome:
        people = list(members)
        outcome: Outcome = original(people, *rest)
        tables = tuple(_with_total(table, people) for table in outcome.tables)
        return replace(outcome, tables=tables)

    return release


def _with_total(table: Table, people: Sequence[Member]) -> Table:
    rows = tuple(
        replace(row, value=Decimal(5 * round(_having(table.name, row.item, people) / 5)))
        if row.village == TOTAL and row.value and table.name in {"personen", "themas"}
        else row
        for row in table.rows
    )
    return replace(table, rows=rows)


def _having(table: str, item: str, people: Sequence[Member]) -> int:
    return sum(table == "personen" or item in person.themes for person in people)


WITHOUT: dict[str, Without] = {
    "regel 1": Without(
        "distance counts residents",
        (Change("distance", "people_of", _measurements),),
        ("stil050", "stil080", "drie"),
        ("B8",),
    ),
    "regel 3": Without(
        "away from every set ever published",
        (
            Change("distance", "too_close", _itself_only),
            Change("refresh", "renewable", _last_only),
            Change("refresh", "keeps_distance", _last_only),
            Change("refresh", "all_new", lambda _original: lambda *_args: True),
        ),
        ("terug",),
        ("B8",),
    ),
    "batching": Without(
        "five residents", (Change("distance", "KEPT_APART", _becomes(1)),), ("n025", "n045"), ("B8",)
    ),
    "drempel": Without("at least ten", (Change("figures", "SMALLEST", _becomes(1)),), ("n012", "n025"), ("B0",)),
    "regel 4": Without(
        "who gave the mark", (Change("distance", "people_of", _all_marks),), ("ontbreekt",), ("B0", "B8")
    ),
    "regel 5": Without(
        "the draw without a name", (Change("figures", "digest_of", _named),), ("n025", "n045"), ("A6", "B0")
    ),
    "regel 6": Without(
        "groups of at least 20, no remainder",
        (Change("bands", "SMALLEST_BAND", _becomes(0)), Change("decide", "without_remainder", _unchanged)),
        ("klein",),
        ("B8", "B1", "B0"),
    ),
    "regel 7": Without(
        "totals of printed figures", (Change("release", "release", _true_totals),), ("drie", "samen"), ("B0",)
    ),
    "regel 2": Without(
        "the empty set was published (seen without the threshold only)",
        (Change("figures", "SMALLEST", _becomes(1)), Change("refresh", "at_least", lambda _o: lambda *_a: True)),
        ("klein0",),
        ("B8",),
    ),
    "regel 8": Without(
        "a new year starts with new sets only",
        (Change("refresh", "all_new", _may_be_equal),),
        ("rustig",),
        ("B0",),
    ),
    "regel 10": Without(
        "one snapshot a month", (Change("release", "_repeats", lambda _o: lambda *_a: False),), ("n025",), ("A6",)
    ),
    "regel 12": Without(
        "numbers outlive erasure", (Change("release", "release", _forgetting),), ("ontbreekt", "n080"), ("B8",)
    ),
    "regel 12 huishouden": Without(
        "a household linked later counts once in earlier sets",
        (Change("ledger_edits", "with_one_household", _unchanged),),
        ("koppels",),
        ("B8",),
    ),
    "regel 13": Without(
        "the month of its own snapshot", (Change("rows", "_month_of", _newest_month),), ("n080", "n120"), ("B0",)
    ),
    "regel 15 rest": Without(
        "no remainder beside a change",
        (Change("yearly", "_rest_is_large", lambda _o: lambda *_a: True),),
        ("trouw",),
        ("B8",),
    ),
    "regel 15 vijftig": Without(
        "classes from fifty",
        (
            Change("yearly", "SMALLEST_WITH_CLASSES", _becomes(10)),
            Change("figures", "SMALLEST_WITH_CLASSES", _becomes(10)),
        ),
        ("n025", "n045"),
        ("B0",),
    ),
    "regel 16": Without(
        "a theme for the cluster or the village",
        (Change("lines", "_people_lines", _no_cluster),),
        ("tros",),
        ("B0",),
    ),
    "poort": Without(
        "the gate",
        (Change("gate", "through_gate", _unchanged),),
        ("n045", "klein", "n120", "samen"),
        ("B1", "A1", "A2"),
    ),
    "stap": Without(
        "step >= 10/n", (Change("figures", "step_for", lambda _o: lambda _n: 10),), ("n025", "n045"), ("B0",)
    ),
    "deel": Without(
        "at most 80 %", (Change("figures", "nearly_all", lambda _o: lambda *_a: False),), ("n025", "n035"), ("B0",)
    ),
}


@contextmanager
def taken_out(rule: str) -> Iterator[None]:
    """The product without a rule, inside the `with`."""
    undo: list[tuple[Any, str, Any]] = []
    try:
        for change in WITHOUT[rule].changes:
            undo += _replaced(change)
        yield
    finally:
        # the last change first: one name may have been changed twice
        for module, name, original in reversed(undo):
            setattr(module, name, original)


def _replaced(change: Change) -> list[tuple[Any, str, Any]]:
    for found in pkgutil.iter_modules(spinnenweb.disclosure.__path__):
        importlib.import_module(f"{ROOM}.{found.name}")
    home = sys.modules[f"{ROOM}.{change.module}"]
    if not hasattr(home, change.name):
        raise LookupError(f"{ROOM}.{change.module} has no {change.name}")
    original = getattr(home, change.name)
    replacement = change.made(original)
    holders = [
        module
        for name, module in list(sys.modules.items())
        if name.startswith((ROOM, USER)) and getattr(module, change.name, None) is original
    ]
    for module in holders:
        setattr(module, change.name, replacement)
    return [(module, change.name, original) for module in holders]
