"""The envelope as text: what `sleutel.json` holds, and the reading of it when anybody may have written it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.slots import ForeignSlot, OrganisationSlot, SecretSlot, Slot, SlotKind, from_json, to_json
from spinnenweb.security.strict_json import canonical, load_object, raw, text, written

#: A name in the vault folder and nothing else: never a path.
DATABASE_PATTERN = r"dossier-[1-9][0-9]{0,8}\.db"

FORMAT_NUMBER = 1
FORMAT = f"spinnenweb/{FORMAT_NUMBER}"
#: The first version of the program that reads this format; an older program names it to its user.
READABLE_SINCE = "0.1"
VERSION_PATTERN = r"[0-9]{1,4}(\.[0-9]{1,4}){1,2}"

MAX_BYTES = 64 * 1024
MAX_SLOTS = 16


@dataclass(frozen=True)
class Envelope:
    """What `sleutel.json` holds.

    Attributes:
        id: 32 hexadecimal digits, made once per vault; the database stores the same.
        created: UTC, `YYYY-MM-DDTHH:MM:SSZ`.
        database: name of the database in the vault folder, `dossier-N.db`.
        slots: the ways in; at most one for the passphrase, the emergency key and the organisation.
        mac: over all of the above, by a key from the data key.
    """

    id: str
    created: str
    database: str
    slots: tuple[Slot, ...]
    mac: bytes = b""
    format: str = FORMAT
    readable_since: str = READABLE_SINCE

    def slot(self, kind: SlotKind) -> SecretSlot | None:
        """The slot of this kind that a secret opens, or `None`."""
        return next((slot for slot in self.slots if isinstance(slot, SecretSlot) and slot.kind == kind), None)

    @property
    def organisation(self) -> OrganisationSlot | None:
        """The slot of the organisation, or `None`."""
        return next((slot for slot in self.slots if isinstance(slot, OrganisationSlot)), None)


def envelope_bytes(envelope: Envelope) -> bytes:
    """The envelope as it is written, also into a backup."""
    body = {**_body(envelope), "mac": written(envelope.mac)}
    return canonical({**body, "sum": _sum(body)})


def signed_part(envelope: Envelope) -> bytes:
    """What the `mac` of the envelope is over."""
    return canonical(_body(envelope))


def parse_envelope(data: bytes) -> Envelope:
    """Read what `envelope_bytes` wrote, from a file that anybody may have changed.

    Raises:
        SpinnenwebError: `fault.empty` (nothing), `fault.newer` with `version` (of the program that can read it),
            `fault.damaged` (anything else that is not an envelope).
    """
    if not data:
        raise SpinnenwebError("fault.empty")
    try:
        if len(data) > MAX_BYTES:
            raise ValueError("too large")
        source = load_object(data)
        _refuse_newer(source)
        return _from_json(source)
    except (ValueError, RecursionError):
        raise SpinnenwebError("fault.damaged") from None


def _body(envelope: Envelope) -> dict[str, object]:
    return {
        "format": envelope.format,
        "readable_since": envelope.readable_since,
        "id": envelope.id,
        "created": envelope.created,
        "database": envelope.database,
        "slots": [to_json(slot) for slot in envelope.slots],
    }


def _sum(body: dict[str, object]) -> str:
    # Tells a damaged file from a wrong passphrase before anyone types one; it guards nothing against intent.
    return hashlib.sha256(canonical(body)).hexdigest()


def _refuse_newer(source: dict[str, object]) -> None:
    number = int(text(source, "format", r"spinnenweb/[1-9][0-9]{0,5}").partition("/")[2])
    if number > FORMAT_NUMBER:
        raise SpinnenwebError("fault.newer", version=_readable_since(source, default=str(number)))


def _readable_since(source: dict[str, object], default: str) -> str:
    try:
        return text(source, "readable_since", VERSION_PATTERN)
    except ValueError:
        return default


def _from_json(source: dict[str, object]) -> Envelope:
    envelope = Envelope(
        id=text(source, "id", r"[0-9a-f]{32}"),
        created=text(source, "created", r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"),
        database=text(source, "database", DATABASE_PATTERN),
        slots=_slots(source.get("slots")),
        mac=raw(source, "mac", 32),
        readable_since=text(source, "readable_since", VERSION_PATTERN),
    )
    # Says at once that the sum is right, that nothing is missing and that nothing stands there besides.
    if envelope_bytes(envelope) != canonical(source):
        raise ValueError("sum")
    return envelope


def _slots(value: object) -> tuple[Slot, ...]:
    if not isinstance(value, list) or not 1 <= len(value) <= MAX_SLOTS:
        raise ValueError("slots")
    slots = tuple(from_json(one) for one in value)
    known_kinds = [slot.kind for slot in slots if not isinstance(slot, ForeignSlot)]
    if len(known_kinds) != len(set(known_kinds)):
        raise ValueError("a way in twice")
    return slots
