"""Settings about the work: one record per setting, so that two laptops may change different ones."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from spinnenweb.domain.house_rules import FileKind, IdleTimes, Retention, UrgentNumber
from spinnenweb.domain.languages import LanguageCheck
from spinnenweb.domain.releases import Rhythm
from spinnenweb.domain.residents import Address, Level
from spinnenweb.domain.settings import WorkSettings
from spinnenweb.storage import tables
from spinnenweb.storage.forms import Fields, Json, Row, maybe_day, maybe_day_text
from spinnenweb.storage.record_store import RecordStore
from spinnenweb.storage.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class _Setting:
    id: str
    name: str
    value: Json


def _setting_fields(setting: _Setting) -> Fields:
    return {"id": setting.id, "name": setting.name, "value": setting.value}


def _setting_from(row: Row) -> _Setting:
    return _Setting(row["id"], row["name"], row["value"])


_SHAPE = Shape(tables.setting, _setting_fields, _setting_from)


def settings_fields(settings: WorkSettings) -> Fields:
    """The settings as JSON values by name."""
    plain = {field.name: getattr(settings, field.name) for field in fields(settings)}
    written = {
        "address": settings.address.value,
        "level": settings.level.value,
        "release_rhythm": settings.release_rhythm.value,
        "languages": [*settings.languages],
        "neighbours": [[*pair] for pair in settings.neighbours],
        "retention": {kind.value: months for kind, months in settings.retention.months.items()},
        "idle": asdict(settings.idle),
        "urgent_numbers": [asdict(number) for number in settings.urgent_numbers],
        "language_checks": [
            {"code": one.code, "by": one.by, "on": one.on.isoformat()} for one in settings.language_checks
        ],
    }
    return {**plain, **written, "key_due": maybe_day_text(settings.key_due)}


def settings_from(values: Row) -> WorkSettings:
    """The settings that `settings_fields` described; a name that is absent has its default."""
    known = {field.name: values[field.name] for field in fields(WorkSettings) if field.name in values}
    return WorkSettings(**{name: _read(name, value) for name, value in known.items()})


def _read(name: str, value: Json) -> Json:
    readers: dict[str, Callable[[Json], Json]] = {
        "address": Address,
        "level": Level,
        "release_rhythm": Rhythm,
        "key_due": maybe_day,
        "languages": tuple,
        "neighbours": lambda pairs: tuple((first, second) for first, second in pairs),
        "retention": lambda months: Retention({FileKind(kind): term for kind, term in months.items()}),
        "idle": lambda minutes: IdleTimes(**minutes),
        "urgent_numbers": lambda numbers: tuple(UrgentNumber(**number) for number in numbers),
        "language_checks": _checks_from,
    }
    return readers[name](value) if name in readers else value


def _checks_from(values: Json) -> tuple[LanguageCheck, ...]:
    return tuple(LanguageCheck(one["code"], one["by"], date.fromisoformat(one["on"])) for one in values)


class SettingsStore:
    """The settings of this vault."""

    def __init__(self, connection: Connection, journal: Journal | None, ids: IdSource) -> None:
        self._connection = connection
        self._records = RecordStore(connection, journal, _SHAPE)
        self._ids = ids

    def get(self) -> WorkSettings:
        """The settings as they are now."""
        return settings_from({name: setting.value for name, setting in self._by_name().items()})

    def put(self, settings: WorkSettings) -> None:
        """Write the settings that differ."""
        existing = self._by_name()
        for name, value in settings_fields(settings).items():
            if name in existing:
                self._records.update(_Setting(existing[name].id, name, value))
            else:
                self._records.add(_Setting(self._ids.new(), name, value))

    def _by_name(self) -> dict[str, _Setting]:
        query = select(tables.setting).where(tables.setting.c.deleted_at.is_(None))
        found = map(_setting_from, self._connection.execute(query).mappings())
        return {setting.name: setting for setting in found}
