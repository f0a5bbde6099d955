"""An envelope that anybody may have written is refused with a code of ours, before memory is taken."""

from __future__ import annotations

import json
import tracemalloc
from typing import Any

import pyrage
from hypothesis import given, settings
from hypothesis import strategies as st

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.envelope import create, envelope_bytes, parse_envelope, with_organisation
from spinnenweb.security.envelope_format import MAX_BYTES, MAX_SLOTS, Envelope
from spinnenweb.security.kdf import MEMORY_KIB, PARALLELISM, TIME
from spinnenweb.security.recovery_code import new_code
from spinnenweb.security.slots import SecretSlot
from tests.unit.security.test_envelope import resummed
from tests.unit.security.vaults import PASSPHRASE, TINY

_BARE, _KEY = create(PASSPHRASE, new_code(), TINY)
ENVELOPE = with_organisation(_BARE, _KEY, str(pyrage.x25519.Identity.generate().to_public()))
BODY: dict[str, Any] = json.loads(envelope_bytes(ENVELOPE))
del BODY["sum"]
MOST_MEMORY = 8 * MAX_BYTES

Path = tuple[str | int, ...]


def paths(value: object, here: Path = ()) -> list[Path]:
    """Every place in the envelope where somebody could write something else."""
    inside: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    deeper = [path for name, part in inside for path in paths(part, (*here, name))]
    return [(*here, name) for name, _ in inside] + deeper


hostile = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.sampled_from([2**16, 2**19, 2**19 + 1, 2**31, 64 * 2**20])
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=40)
    | st.sampled_from(["argon2id", "passphrase", "recovery", "organisation", "dossier-1.db", "../x", "A" * 5000]),
    lambda inner: st.lists(inner, max_size=20) | st.dictionaries(st.text(max_size=8), inner, max_size=5),
    max_leaves=20,
)


def put(body: dict[str, Any], path: Path, value: object) -> None:
    at: Any = body
    for name in path[:-1]:
        at = at[name]
    at[path[-1]] = value


def read(data: bytes) -> Envelope | str:
    """The envelope, or the code it is refused with; more memory than a few times the file is a failure."""
    tracemalloc.start()
    try:
        return parse_envelope(data)
    except SpinnenwebError as error:
        return error.code
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < MOST_MEMORY


def refuse_dear(envelope: Envelope) -> None:
    """What was accepted asks no more than a vault of our own could."""
    assert len(envelope.slots) <= MAX_SLOTS
    for slot in envelope.slots:
        if isinstance(slot, SecretSlot):
            assert slot.cost.memory_kib in MEMORY_KIB
            assert slot.cost.time in TIME
            assert slot.cost.parallelism in PARALLELISM


@settings(deadline=None, max_examples=400)
@given(st.lists(st.tuples(st.sampled_from(paths(BODY)), hostile), min_size=1, max_size=3))
def test_that_any_value_in_any_place_is_refused_or_within_the_limits(changes: list[tuple[Path, object]]) -> None:
    def change(body: dict[str, Any]) -> None:
        for path, value in changes:
            try:
                put(body, path, value)
            except (KeyError, IndexError, TypeError):
                continue  # the change before it took this place away

    found = read(resummed(change, ENVELOPE))
    if isinstance(found, str):
        assert found in {"fault.damaged", "fault.newer"}
    else:
        refuse_dear(found)


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(paths(BODY)), st.integers(1, 40_000), st.sampled_from(["[", '{"a":', "1", " ", '"']))
def test_that_depth_and_length_in_any_place_are_refused(path: Path, times: int, piece: str) -> None:
    marked = resummed(lambda body: put(body, path, "@@@"), ENVELOPE)
    data = marked.replace(b'"@@@"', piece.encode() * times)
    assert read(data) in {"fault.damaged", "fault.newer"}


@settings(deadline=None, max_examples=100)
@given(st.data())
def test_that_a_key_given_twice_is_refused_wherever_it_stands(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from([one for one in paths(BODY) if isinstance(one[-1], str)]))
    marked = resummed(lambda body: put(body, path, "@@@"), ENVELOPE)
    name = json.dumps(path[-1]).encode()
    doubled = marked.replace(b'"@@@"', b'"@@@",' + name + b':"@@@"')
    assert doubled != marked
    assert read(doubled) == "fault.damaged"


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=2000) | hostile.map(lambda one: json.dumps(one).encode()))
def test_that_any_file_is_refused_with_a_code_of_ours(data: bytes) -> None:
    assert read(data) in {"fault.damaged", "fault.empty", "fault.newer"}
