"""The tables as SQLAlchemy sees them. The migrations make them; a test holds the two equal.

Every record row carries what cannot be added later (reference/security.md 4.2): an id made by the client, UTC
times, a hybrid logical clock, a tombstone, and the owner and team. Those of the social map stand in `map_tables`.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text

from spinnenweb.storage import map_tables
from spinnenweb.storage.column_types import Flag, JsonText
from spinnenweb.storage.table_parts import ALIVE as _ALIVE
from spinnenweb.storage.table_parts import PUT_AWAY as _PUT_AWAY
from spinnenweb.storage.table_parts import bytes_column as _bytes
from spinnenweb.storage.table_parts import flag_column as _flag
from spinnenweb.storage.table_parts import json_column as _json
from spinnenweb.storage.table_parts import later_column as _later
from spinnenweb.storage.table_parts import maybe_column as _maybe
from spinnenweb.storage.table_parts import metadata
from spinnenweb.storage.table_parts import record_table as _record
from spinnenweb.storage.table_parts import text_column as _text

__all__ = ("metadata",)

STAMPS = ("created_at", "updated_at", "hlc", "deleted_at", "owner_id", "team_id")
"""Columns of every record row that are not fields of the record."""

organisation = map_tables.organisation
offer = map_tables.offer
contact_person = map_tables.contact_person
organisation_talk = map_tables.organisation_talk
map_merge = map_tables.map_merge
import_batch = map_tables.import_batch
column_mapping = map_tables.column_mapping
theme_word = map_tables.theme_word
handover = map_tables.handover
proposal_choice = map_tables.proposal_choice
signal_follow_up = map_tables.signal_follow_up

village = _record(
    "village",
    _text("name"),
    _text("name_key"),
    _json("cbs_codes"),
)
Index("uq_village_name_key", village.c.name_key, unique=True, sqlite_where=_ALIVE)

resident = _record(
    "resident",
    _text("code"),
    _text("code_key"),
    _text("calling_name"),
    _text("search_name"),
    Column("village_id", ForeignKey("village.id")),
    Column("birth_year", Integer),
    _maybe("age_band"),
    _text("language"),
    _text("level"),
    _text("address"),
    _flag("ready_for_visit"),
    later=(
        _maybe("household_id"),
        _later("instrument_id", Text, "'volwassenen'"),
        _later("instrument_version", Integer, "2"),
        _later("scale", Text, "'cijfers'"),
        _later("way", Text, "'knoppen'"),
        _maybe("restricted_on"),
    ),
)
Index(None, resident.c.household_id)
Index("uq_resident_code_key", resident.c.code_key, unique=True, sqlite_where=_ALIVE)
Index(None, resident.c.village_id)

consent = _record(
    "consent",
    Column("resident_id", ForeignKey("resident.id"), nullable=False),
    _text("purpose"),
    _text("answer"),
    _text("given_on"),
    _text("recorded_at"),
    _text("way"),
    _text("answered_by"),
    _text("text_version"),
    _text("language"),
    _text("level"),
    _text("receiver"),
    _json("fields"),
    _maybe("until"),
)
Index(None, consent.c.resident_id)
Index(None, consent.c.purpose)

conversation = _record(
    "conversation",
    Column("resident_id", ForeignKey("resident.id"), nullable=False),
    _text("held_on"),
    _text("instrument_id"),
    Column("instrument_version", Integer, nullable=False),
    _text("mode"),
    _text("scale"),
    _json("switched_on"),
    _json("dimensions"),
    _json("aspects"),
    _json("themes"),
    _flag("no_themes"),
    _json("matters"),
    _maybe("wants_change"),
    _text("step_what"),
    _text("step_when"),
    _text("step_with"),
    _maybe("step_sure"),
    _maybe("return_on"),
    _text("note"),
    _text("source"),
    _maybe("started_at"),
    _maybe("finished_at"),
    _text("worker"),
    later=(
        Column("step_confidence", Integer),
        _later("noticed", Text, "''"),
        _later("gift", Text, "''"),
        _later("signals", JsonText, "'[]'"),
        _later("via", Text, "''"),
        _later("tell_back", Flag, "0"),
        _later("subject_order", JsonText, "'[]'"),
        _later("disagreements", JsonText, "'[]'"),
    ),
)
Index(None, conversation.c.resident_id, conversation.c.held_on, conversation.c.finished_at)
Index(None, conversation.c.held_on, conversation.c.finished_at)

goal = _record(
    "goal",
    Column("resident_id", ForeignKey("resident.id"), nullable=False),
    _maybe("conversation_id"),  # no link: the talk may still be a draft
    _text("words"),
    _text("state"),
    _text("made_on"),
    _maybe("closed_on"),
)
Index(None, goal.c.resident_id)

goal_step = _record(
    "goal_step",
    Column("resident_id", ForeignKey("resident.id"), nullable=False),
    Column("goal_id", ForeignKey("goal.id")),
    _maybe("conversation_id"),  # no link: the talk may still be a draft
    _text("what"),
    _text("when_said"),
    _text("with_whom"),
    _maybe("sure"),
    Column("confidence", Integer),
    _text("state"),
    _text("made_on"),
    _maybe("due"),
)
Index(None, goal_step.c.resident_id)
Index(None, goal_step.c.conversation_id)

look_back = _record(
    "look_back",
    Column("resident_id", ForeignKey("resident.id"), nullable=False),
    Column("step_id", ForeignKey("goal_step.id")),
    Column("goal_id", ForeignKey("goal.id")),
    _maybe("conversation_id"),  # no link: the talk may still be a draft
    _text("told_on"),
    _text("state"),
    _text("words"),
)
Index(None, look_back.c.resident_id)

follow_up = _record(
    "follow_up",
    _text("kind"),
    _text("about_id"),
    Column("resident_id", ForeignKey("resident.id")),
    _text("what"),
    _text("due"),
    _text("at_time"),
    _maybe("done_on"),
    Column("sequence", Integer, nullable=False),
)
Index(None, follow_up.c.about_id)
Index(None, follow_up.c.resident_id)
Index(
    "ix_follow_up_open_due",
    follow_up.c.due,
    sqlite_where=text("done_on IS NULL AND deleted_at IS NULL"),
)

short_contact = _record(
    "short_contact",
    Column("village_id", ForeignKey("village.id")),
    _text("held_on"),
    _json("themes"),
    _text("line"),
    _text("via"),
    _maybe("follow_up_on"),
    later=(
        Column("resident_id", ForeignKey("resident.id")),
        _later("tell_back", Flag, "0"),
    ),
)
Index(None, short_contact.c.held_on)
Index(None, short_contact.c.resident_id)

meeting = _record(
    "meeting",
    Column("village_id", ForeignKey("village.id")),
    _text("held_on"),
    Column("people", Integer, nullable=False),
    _json("themes"),
    _text("line"),
)
Index(None, meeting.c.held_on)

own_instrument = _record(
    "own_instrument",
    _text("instrument_id"),
    Column("version", Integer, nullable=False),
    _text("body"),
    _flag("active"),
)
Index(
    "uq_own_instrument_instrument_id_version",
    own_instrument.c.instrument_id,
    own_instrument.c.version,
    unique=True,
    sqlite_where=_ALIVE,
)
for _table in (resident, conversation, goal, goal_step, look_back, follow_up, short_contact, meeting):
    # few rows are in the bin, and closing must not look at all others
    Index(None, _table.c.deleted_at, sqlite_where=_PUT_AWAY)

merge = _record(
    "merge",
    Column("kept_id", ForeignKey("resident.id"), nullable=False),
    Column("other_id", ForeignKey("resident.id"), nullable=False),
    _text("merged_on"),
)
Index(None, merge.c.kept_id)
Index("uq_merge_other_id", merge.c.other_id, unique=True, sqlite_where=_ALIVE)

alias = Table(
    "alias",
    metadata,
    Column("other_id", Text, primary_key=True),
    _text("kept_id"),
    sqlite_strict=True,
)
"""What the merges come down to: under which card each merged one is found."""
Index(None, alias.c.kept_id)

search_line = Table(
    "search_line",
    metadata,
    Column("line", Integer, primary_key=True),
    _text("record_id"),
    sqlite_strict=True,
)
"""Which lines of the full-text table `search_text` are of which record; that table itself only FTS5 knows."""
Index(None, search_line.c.record_id)

keeping = _record(
    "keeping",
    Column("resident_id", ForeignKey("resident.id"), nullable=False),
    _text("kept_on"),
    _text("until"),
    _text("reason"),
)
"""Files that are kept after their term, and why."""
Index(None, keeping.c.resident_id)

setting = _record(
    "setting",
    _text("name"),
    Column("value", JsonText),
)
Index("uq_setting_name", setting.c.name, unique=True, sqlite_where=_ALIVE)

draft = Table(
    "draft",
    metadata,
    Column("id", Text, primary_key=True),
    _text("saved_at"),
    _json("payload"),
    _text("created_at"),
    _text("owner_id"),
    _text("team_id"),
    sqlite_strict=True,
)

op = Table(
    "op",
    metadata,
    Column("seq", Integer, primary_key=True),
    _text("device"),
    Column("devseq", Integer, nullable=False),
    _text("hlc"),
    _text("kind"),
    _text("table_name"),
    _text("record_id"),
    _maybe("field"),
    Column("value", JsonText),
    _json("parents"),
    _text("owner_id"),
    _text("team_id"),
    UniqueConstraint("device", "devseq"),
    CheckConstraint("kind IN ('create', 'update', 'tombstone')", name="kind"),
    sqlite_strict=True,
)
Index(None, op.c.hlc)
Index(None, op.c.record_id)

audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True),
    _text("at"),
    _text("device"),
    _text("kind"),
    _maybe("subject"),
    _bytes("subject_mark"),
    _maybe("about_table"),
    _maybe("about_id"),
    _bytes("about_mark"),
    _json("fields"),
    _text("detail"),
    _bytes("mac"),
    sqlite_strict=True,
)
"""Who did what to whom, as a chain: see `audit_chain`."""
Index(None, audit.c.subject)

erasure = Table(
    "erasure",
    metadata,
    Column("id", Text, primary_key=True),
    _bytes("mark"),
    _text("erased_on"),
    _text("reason"),
    sqlite_strict=True,
)
"""Who was erased, without who it was: a random id and a mark that only the key can make."""

release_series = Table(
    "release_series",
    metadata,
    Column("one", Integer, primary_key=True),
    _bytes("secret"),
    _bytes("digest"),
    Column("numbered", Integer, nullable=False),
    Column("seal_due", Integer, nullable=False),
    CheckConstraint("one = 1", name="one"),
    sqlite_strict=True,
)
"""The one series of releases: its secret, and what tells that nothing of its memory is missing.

`digest` is over all rows of `release_ledger`, `numbered` how many rows `count_number` has. `seal_due`: the sealed
copy beside the file has to be written again.
"""

release_ledger = Table(
    "release_ledger",
    metadata,
    Column("name", Text, primary_key=True),
    _bytes("body"),
    sqlite_strict=True,
)
"""Everything ever published of one village or cluster, by random numbers; compressed."""

release_village = Table(
    "release_village",
    metadata,
    Column("village_id", Text, primary_key=True),
    _text("name"),
    sqlite_strict=True,
)
"""Under which name a village stands in the series."""

release_record = Table(
    "release_record",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("month"),
    _json("villages"),
    _text("previous"),
    _text("manifest"),
    _text("made_on"),
    _json("summary"),
    _bytes("files"),
    sqlite_strict=True,
)
"""The releases, each naming the SHA-256 of the manifest before it, with their files as they were given out."""

release_pending = Table(
    "release_pending",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("folder"),
    _bytes("before"),
    sqlite_strict=True,
)
"""A release that is in the series already while its folder does not stand yet; `before` takes it out again."""

count_number = Table(
    "count_number",
    metadata,
    Column("card_id", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    _bytes("salt"),
    sqlite_strict=True,
)
"""Under which random number a resident counts. An erasure removes the row; the number stays in the ledger."""

count_household = Table(
    "count_household",
    metadata,
    Column("household_id", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    sqlite_strict=True,
)

app_meta = Table(
    "app_meta",
    metadata,
    Column("name", Text, primary_key=True),
    _text("value"),
    sqlite_strict=True,
)
