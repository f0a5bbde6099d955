"""Residents, villages and consents as rows and back."""

from __future__ import annotations

from datetime import date

from spinnenweb.domain.instruments import ADULT, Scale
from spinnenweb.domain.residents import (
    Address,
    AgeBand,
    AnsweredBy,
    Consent,
    ConsentAnswer,
    ConsentWay,
    Level,
    Purpose,
    Resident,
    Village,
    normal_code,
)
from spinnenweb.storage import tables
from spinnenweb.storage.forms import Fields, Row, maybe_day, maybe_day_text, maybe_one, utc_text, utc_time
from spinnenweb.storage.search_lines import lines_of_resident
from spinnenweb.storage.shape import Shape
from spinnenweb.storage.text_keys import folded


def village_fields(village: Village) -> Fields:
    """A village as JSON values."""
    return {"id": village.id, "name": village.name, "cbs_codes": list(village.cbs_codes)}


def village_from(row: Row) -> Village:
    """The village that `village_fields` described."""
    return Village(row["id"], row["name"], tuple(row["cbs_codes"]))


def resident_fields(resident: Resident) -> Fields:
    """A resident as JSON values."""
    return {
        "id": resident.id,
        "code": resident.code,
        "calling_name": resident.calling_name,
        "village_id": resident.village_id,
        "birth_year": resident.birth_year,
        "age_band": resident.age_band and resident.age_band.value,
        "language": resident.language,
        "level": resident.level.value,
        "address": resident.address.value,
        "ready_for_visit": resident.ready_for_visit,
        "household_id": resident.household_id,
        "instrument_id": resident.instrument_id,
        "instrument_version": resident.instrument_version,
        "scale": resident.scale,
        "way": resident.way,
        "restricted_on": maybe_day_text(resident.restricted_on),
    }


def resident_from(row: Row) -> Resident:
    """The resident that `resident_fields` described, also in a draft from before a field was there."""
    return Resident(
        id=row["id"],
        code=row["code"],
        calling_name=row["calling_name"],
        village_id=row["village_id"],
        birth_year=row["birth_year"],
        age_band=maybe_one(AgeBand, row["age_band"]),
        language=row["language"],
        level=Level(row["level"]),
        address=Address(row["address"]),
        ready_for_visit=row["ready_for_visit"],
        household_id=row.get("household_id"),
        instrument_id=row.get("instrument_id", ADULT.id),
        instrument_version=row.get("instrument_version", ADULT.version),
        scale=row.get("scale", Scale.MARKS.value),
        way=row.get("way", "knoppen"),
        restricted_on=maybe_day(row.get("restricted_on")),
    )


def consent_fields(consent: Consent) -> Fields:
    """A consent as JSON values."""
    return {
        "id": consent.id,
        "resident_id": consent.resident_id,
        "purpose": consent.purpose.value,
        "answer": consent.answer.value,
        "given_on": consent.given_on.isoformat(),
        "recorded_at": utc_text(consent.recorded_at),
        "way": consent.way.value,
        "answered_by": consent.answered_by.value,
        "text_version": consent.text_version,
        "language": consent.language,
        "level": consent.level.value,
        "receiver": consent.receiver,
        "fields": list(consent.fields),
        "until": maybe_day_text(consent.until),
    }


def consent_from(row: Row) -> Consent:
    """The consent that `consent_fields` described."""
    return Consent(
        id=row["id"],
        resident_id=row["resident_id"],
        purpose=Purpose(row["purpose"]),
        answer=ConsentAnswer(row["answer"]),
        given_on=date.fromisoformat(row["given_on"]),
        recorded_at=utc_time(row["recorded_at"]),
        way=ConsentWay(row["way"]),
        answered_by=AnsweredBy(row["answered_by"]),
        text_version=row["text_version"],
        language=row["language"],
        level=Level(row["level"]),
        receiver=row["receiver"],
        fields=tuple(row["fields"]),
        until=maybe_day(row["until"]),
    )


def village_key(name: str) -> str:
    """The form in which names of villages are compared: trimmed, case-insensitive, blanks folded."""
    return normal_code(name)


def _village_keys(fields: Fields) -> Fields:
    return {"name_key": village_key(fields["name"])}


def _resident_keys(fields: Fields) -> Fields:
    searched = folded(f"{fields['calling_name']} {fields['code']}")
    return {"code_key": normal_code(fields["code"]), "search_name": searched}


VILLAGE = Shape(tables.village, village_fields, village_from, _village_keys)
RESIDENT = Shape(tables.resident, resident_fields, resident_from, _resident_keys, lines_of_resident)
CONSENT = Shape(tables.consent, consent_fields, consent_from)
