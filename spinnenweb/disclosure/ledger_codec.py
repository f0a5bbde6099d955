"""The ledger as canonical JSON: the same ledger always gives the same bytes, so that storage can compare it.

It holds the secret and belongs inside the encrypted file only.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from spinnenweb.disclosure.bands import Band
from spinnenweb.disclosure.ledger import (
    Decision,
    Design,
    Ledger,
    Moment,
    Printed,
    ReleaseRecord,
    State,
    VillageLedger,
    YearMoment,
)
from spinnenweb.disclosure.people import Kind, WebKey
from spinnenweb.disclosure.tables import Row, Why
from spinnenweb.domain.instruments import InstrumentKey, Mode, Scale
from spinnenweb.domain.releases import RowStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    Json = dict[str, Any]

FORMAT = 1
_PACKED = ("residents", "units", "tokens", "given", "then", "both")


def ledger_to_json(ledger: Ledger) -> bytes:
    """The whole ledger."""
    villages = {name: _village(village) for name, village in ledger.villages.items()}
    releases = [_record(record) for record in ledger.releases]
    return _bytes({"format": FORMAT, "secret": _text(ledger.secret), "releases": releases, "villages": villages})


def ledger_from_json(data: bytes) -> Ledger:
    """The ledger that `ledger_to_json` wrote; `ValueError` or `KeyError` for anything else."""
    told = json.loads(data)
    if told["format"] != FORMAT:
        raise ValueError("a ledger of another format")
    villages = {name: _as_village(each) for name, each in told["villages"].items()}
    return Ledger(b64decode(told["secret"]), villages, tuple(_as_record(each) for each in told["releases"]))


def village_to_json(village: VillageLedger) -> bytes:
    """The ledger of one village, for a table with a row per village."""
    return _bytes(_village(village))


def village_from_json(data: bytes) -> VillageLedger:
    """The ledger of one village again."""
    return _as_village(json.loads(data))


def _bytes(told: Json) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _text(packed: bytes) -> str:
    return b64encode(packed).decode("ascii")


def _record(record: ReleaseRecord) -> Json:
    return {
        "number": record.number,
        "month": record.month,
        "villages": list(record.villages),
        "previous": record.previous,
        "manifest": record.manifest,
    }


def _as_record(told: Json) -> ReleaseRecord:
    return ReleaseRecord(
        told["number"], told["month"], tuple(told["villages"]), told["previous"], told["manifest"]
    )


def _village(village: VillageLedger) -> Json:
    return {
        "name": village.name,
        "design": None if village.design is None else _design(village.design),
        "states": [_state(state) for state in village.states],
        "moments": [[moment.kind.value, moment.month, list(moment.states)] for moment in village.moments],
        "decisions": {
            key: [each.value, each.step, each.why and each.why.value] for key, each in village.decisions.items()
        },
        "years": [_year(each) for each in village.years],
        "printed": {month: [_printed(each) for each in rows] for month, rows in village.printed.items()},
    }


def _as_village(told: Json) -> VillageLedger:
    return VillageLedger(
        name=told["name"],
        design=None if told["design"] is None else _as_design(told["design"]),
        states=tuple(_as_state(each) for each in told["states"]),
        moments=tuple(Moment(Kind(kind), month, tuple(states)) for kind, month, states in told["moments"]),
        decisions={key: _as_decision(*each) for key, each in told["decisions"].items()},
        printed={month: tuple(_as_printed(each) for each in rows) for month, rows in told["printed"].items()},
        years=tuple(_as_year(each) for each in told["years"]),
    )


def _year(each: YearMoment) -> list[Any]:
    return [each.year, each.month, list(each.states), _web(each.web)]


def _as_year(told: list[Any]) -> YearMoment:
    year, month, states, web = told
    return YearMoment(year, month, tuple(states), _as_web(web))


def _as_decision(value: int | None, step: int | None, why: str | None) -> Decision:
    return Decision(value, step, None if why is None else Why(why))


def _design(design: Design) -> Json:
    return {
        "village": design.village,
        "year": design.year,
        "adopted": design.adopted,
        "bands": [[band.youngest, band.oldest] for band in design.bands],
        "cluster": design.cluster,
        "themes": list(design.themes),
        "signals": list(design.signals),
        "split_items": design.split_items,
        "web": None if design.web is None else _web(design.web),
        "villages": list(design.villages),
        "rules": design.rules,
    }


def _as_design(told: Json) -> Design:
    return Design(
        village=told["village"],
        year=told["year"],
        adopted=told["adopted"],
        bands=tuple(Band(youngest, oldest) for youngest, oldest in told["bands"]),
        cluster=told["cluster"],
        themes=tuple(told["themes"]),
        signals=tuple(told["signals"]),
        split_items=told["split_items"],
        web=None if told["web"] is None else _as_web(told["web"]),
        villages=tuple(told["villages"]),
        rules=told["rules"],
    )


def _web(web: WebKey) -> list[str | int]:
    return [web.instrument.id, web.instrument.version, web.mode.value, web.scale.value]


def _as_web(told: list[Any]) -> WebKey:
    name, version, mode, scale = told
    return WebKey(InstrumentKey(name, version), Mode(mode), Scale(scale))


def _state(state: State) -> Json:
    packed = {name: _text(getattr(state, name)) for name in _PACKED}
    counts = {item: list(pair) for item, pair in state.counts.items()}
    plain = {"kind": state.kind.value, "part": state.part, "year": state.year, "month": state.month}
    sums = {"sums": dict(state.sums), "changes": dict(state.changes), "against": state.against}
    return {**plain, **packed, "counts": counts, **sums}


def _as_state(told: Mapping[str, Any]) -> State:
    packed = {name: b64decode(told[name]) for name in _PACKED}
    counts = {item: (residents, units) for item, (residents, units) in told["counts"].items()}
    return State(
        kind=Kind(told["kind"]),
        part=told["part"],
        year=told["year"],
        month=told["month"],
        counts=counts,
        sums=dict(told["sums"]),
        changes=dict(told["changes"]),
        against=told["against"],
        **packed,
    )


def _printed(each: Printed) -> list[str | None]:
    row = each.row
    figures = [None if figure is None else str(figure) for figure in (row.value, row.step)]
    return [each.table, row.village, row.age_group, row.item, *figures, row.status.value, row.snapshot]


def _as_printed(told: list[Any]) -> Printed:
    table, village, age_group, item, value, step, status, snapshot = told
    figures = [None if figure is None else Decimal(figure) for figure in (value, step)]
    return Printed(table, Row(village, age_group, item, figures[0], figures[1], RowStatus(status), snapshot))
