"""A conversation as a row and back. Its parts lie in JSON columns: they are only read and written as a whole.

SQLite counts inside them with `json_each`, PostgreSQL with `jsonb_array_elements`.
"""

from __future__ import annotations

from datetime import date

from spinnenweb.domain.answers import Answer, NoMark, SetBy
from spinnenweb.domain.conversations import (
    AspectEntry,
    Conversation,
    DimensionEntry,
    Disagreement,
    Matter,
    Source,
    Step,
    Sureness,
    WantsChange,
)
from spinnenweb.domain.instruments import InstrumentKey, Mode, Scale
from spinnenweb.storage import tables
from spinnenweb.storage.forms import (
    Fields,
    Row,
    maybe_day,
    maybe_day_text,
    maybe_one,
    maybe_utc_text,
    maybe_utc_time,
    without_blanks,
)
from spinnenweb.storage.search_lines import lines_of_conversation
from spinnenweb.storage.shape import Shape


def conversation_fields(conversation: Conversation) -> Fields:
    """A conversation as JSON values."""
    return {
        "id": conversation.id,
        "resident_id": conversation.resident_id,
        "held_on": conversation.held_on.isoformat(),
        "instrument_id": conversation.instrument.id,
        "instrument_version": conversation.instrument.version,
        "mode": conversation.mode.value,
        "scale": conversation.scale.value,
        "switched_on": list(conversation.switched_on),
        "dimensions": [_dimension_fields(entry) for entry in conversation.dimensions],
        "aspects": [_aspect_fields(entry) for entry in conversation.aspects],
        **_afterwards_fields(conversation),
        "note": conversation.note,
        "source": conversation.source.value,
        "started_at": maybe_utc_text(conversation.started_at),
        "finished_at": maybe_utc_text(conversation.finished_at),
        "worker": conversation.worker,
        **_together_fields(conversation),
    }


def _afterwards_fields(conversation: Conversation) -> Fields:
    step = conversation.step
    return {
        "themes": list(conversation.themes),
        "no_themes": conversation.no_themes,
        "matters": [without_blanks({"code": m.code, "words": m.words}) for m in conversation.matters],
        "wants_change": conversation.wants_change and conversation.wants_change.value,
        "step_what": step.what,
        "step_when": step.when,
        "step_with": step.with_whom,
        "step_sure": step.sure and step.sure.value,
        "step_confidence": step.confidence,
        "return_on": maybe_day_text(conversation.return_on),
    }


def _together_fields(conversation: Conversation) -> Fields:
    return {
        "noticed": conversation.noticed,
        "gift": conversation.gift,
        "signals": list(conversation.signals),
        "via": conversation.via,
        "tell_back": conversation.tell_back,
        "subject_order": list(conversation.order),
        "disagreements": [without_blanks({"code": d.code, "words": d.words}) for d in conversation.disagreements],
    }


def conversation_from(row: Row) -> Conversation:
    """The conversation that `conversation_fields` described, also in a draft from before a field was there."""
    return Conversation(
        id=row["id"],
        resident_id=row["resident_id"],
        held_on=date.fromisoformat(row["held_on"]),
        instrument=InstrumentKey(row["instrument_id"], row["instrument_version"]),
        mode=Mode(row["mode"]),
        scale=Scale(row["scale"]),
        switched_on=tuple(row["switched_on"]),
        dimensions=tuple(map(_dimension_from, row["dimensions"])),
        aspects=tuple(map(_aspect_from, row["aspects"])),
        themes=tuple(row["themes"]),
        no_themes=row["no_themes"],
        matters=tuple(Matter(m.get("code", ""), m.get("words", "")) for m in row["matters"]),
        wants_change=maybe_one(WantsChange, row["wants_change"]),
        step=step_from(row),
        return_on=maybe_day(row["return_on"]),
        note=row["note"],
        source=Source(row["source"]),
        started_at=maybe_utc_time(row["started_at"]),
        finished_at=maybe_utc_time(row["finished_at"]),
        worker=row["worker"],
        noticed=row.get("noticed", ""),
        gift=row.get("gift", ""),
        signals=tuple(row.get("signals", ())),
        via=row.get("via", ""),
        tell_back=row.get("tell_back", False),
        order=tuple(row.get("subject_order", ())),
        disagreements=tuple(map(_disagreement_from, row.get("disagreements", ()))),
    )


def step_from(row: Row) -> Step:
    """The step in the columns of a conversation."""
    sure = maybe_one(Sureness, row["step_sure"])
    return Step(row["step_what"], row["step_when"], row["step_with"], sure, row.get("step_confidence"))


def _disagreement_from(entry: Row) -> Disagreement:
    return Disagreement(entry.get("code", ""), entry.get("words", ""))


def _answer_fields(answer: Answer) -> Fields:
    spoken = answer.no_mark if answer.touched else None
    return {
        "mark": answer.mark,
        "no_mark": spoken and spoken.value,
        "set_by": answer.set_by and answer.set_by.value,
    }


def _answer_from(entry: Row) -> Answer:
    mark = entry.get("mark")
    set_by = maybe_one(SetBy, entry.get("set_by"))
    if mark is not None:
        return Answer(float(mark), None, set_by)
    return Answer(None, NoMark(entry.get("no_mark", NoMark.EMPTY)), set_by)


def _dimension_fields(entry: DimensionEntry) -> Fields:
    fields = {"code": entry.code, **_answer_fields(entry.answer), "topic": entry.topic, "note": entry.note}
    return _kept(fields)


def _dimension_from(entry: Row) -> DimensionEntry:
    return DimensionEntry(entry["code"], _answer_from(entry), entry.get("topic", False), entry.get("note", ""))


def _aspect_fields(entry: AspectEntry) -> Fields:
    return _kept({"code": entry.code, **_answer_fields(entry.answer), "topic": entry.topic})


def _aspect_from(entry: Row) -> AspectEntry:
    return AspectEntry(entry["code"], _answer_from(entry), entry.get("topic", False))


def _kept(fields: Fields) -> Fields:
    # a mark of 0 equals False in Python and is no blank
    mark = fields.pop("mark")
    kept = without_blanks(fields)
    return kept if mark is None else {**kept, "mark": mark}


CONVERSATION = Shape(tables.conversation, conversation_fields, conversation_from, lines=lines_of_conversation)
