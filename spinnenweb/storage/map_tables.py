"""The tables of the social map, of hand-overs and of the own vocabulary.

`handover`, `proposal_choice` and `signal_follow_up` are about a resident; the rest is about nobody. An offer may
be gone while a hand-over to it is kept, so what points from a resident to the map has no link in the file.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer

from spinnenweb.storage.column_types import JsonText
from spinnenweb.storage.table_parts import (
    ALIVE,
    PUT_AWAY,
    flag_column,
    json_column,
    later_column,
    maybe_column,
    record_table,
    text_column,
)

organisation = record_table(
    "organisation",
    text_column("name"),
    text_column("name_key"),
    text_column("kind"),
    text_column("description"),
    text_column("website"),
    text_column("email"),
    text_column("phone"),
    json_column("village_ids"),
    text_column("lead"),
    maybe_column("checked_on"),
    text_column("checked_by"),
    maybe_column("check_before"),
    maybe_column("valid_until"),
    text_column("working_on"),
    text_column("chances"),
    json_column("themes"),
    json_column("external"),
    text_column("kvk"),
    flag_column("active"),
)
Index(None, organisation.c.name_key)

offer = record_table(
    "offer",
    Column("organisation_id", ForeignKey("organisation.id"), nullable=False),
    text_column("name"),
    text_column("name_key"),
    text_column("kind"),
    text_column("description"),
    text_column("for_whom"),
    Column("age_from", Integer),
    Column("age_to", Integer),
    text_column("way_in"),
    text_column("way_in_words"),
    text_column("costs"),
    text_column("costs_words"),
    text_column("when_said"),
    json_column("schedule"),
    text_column("place_name"),
    text_column("place_street"),
    text_column("place_postcode"),
    text_column("place_town"),
    json_column("village_ids"),
    json_column("accessible"),
    text_column("accessible_words"),
    json_column("languages"),
    json_column("themes"),
    json_column("dimensions"),
    text_column("status"),
    text_column("capacity"),
    maybe_column("checked_on"),
    text_column("checked_by"),
    maybe_column("check_before"),
    maybe_column("valid_until"),
    json_column("external"),
)
Index(None, offer.c.organisation_id)
Index(None, offer.c.name_key)

contact_person = record_table(
    "contact_person",
    Column("organisation_id", ForeignKey("organisation.id"), nullable=False),
    Column("offer_id", ForeignKey("offer.id")),
    text_column("name"),
    text_column("role"),
    text_column("phone"),
    text_column("email"),
    maybe_column("starts"),
    maybe_column("ends"),
    flag_column("may_share"),
    maybe_column("agreed_on"),
    flag_column("direct"),
)
Index(None, contact_person.c.organisation_id)
Index(None, contact_person.c.offer_id)

organisation_talk = record_table(
    "organisation_talk",
    Column("organisation_id", ForeignKey("organisation.id"), nullable=False),
    text_column("held_on"),
    text_column("spoken_with"),
    text_column("does"),
    text_column("offers"),
    text_column("chances"),
    json_column("themes"),
    json_column("dimensions"),
)
Index(None, organisation_talk.c.organisation_id)

map_merge = record_table(
    "map_merge",
    text_column("kind"),
    text_column("kept_id"),
    text_column("other_id"),
    text_column("merged_on"),
    later_column("before", JsonText, "'{}'"),
    later_column("after", JsonText, "'{}'"),
    json_column("moved"),
)
Index(None, map_merge.c.kept_id)
Index("uq_map_merge_other_id", map_merge.c.other_id, unique=True, sqlite_where=ALIVE)

import_batch = record_table(
    "import_batch",
    text_column("made_at"),
    text_column("form"),
    text_column("name"),
    json_column("added"),
    later_column("changed", JsonText, "'[]'"),
    maybe_column("undone_on"),
)

column_mapping = record_table(
    "column_mapping",
    text_column("name"),
    json_column("headings"),
    json_column("columns"),
    text_column("encoding"),
    text_column("delimiter"),
)

theme_word = record_table(
    "theme_word",
    text_column("kind"),
    text_column("code"),
    text_column("name"),
    text_column("resident_words"),
    Column("proposed_by", JsonText),
    text_column("outside_code"),
    flag_column("active"),
    json_column("history"),
)
Index("uq_theme_word_kind_code", theme_word.c.kind, theme_word.c.code, unique=True, sqlite_where=ALIVE)

handover = record_table(
    "handover",
    Column("resident_id", ForeignKey("resident.id"), nullable=False),
    text_column("offer_id"),
    text_column("organisation_id"),
    maybe_column("contact_id"),
    text_column("way"),
    text_column("state"),
    json_column("fields"),
    maybe_column("until"),
    maybe_column("consent_id"),
    text_column("words"),
    text_column("reason"),
    maybe_column("helped"),
    json_column("history"),
)
Index(None, handover.c.resident_id)
Index(None, handover.c.organisation_id)
Index(None, handover.c.offer_id)

proposal_choice = record_table(
    "proposal_choice",
    Column("resident_id", ForeignKey("resident.id"), nullable=False),
    text_column("offer_id"),
    text_column("about_kind"),
    text_column("about"),
    text_column("answer"),
    text_column("chosen_on"),
    text_column("reason"),
)
Index(None, proposal_choice.c.resident_id)
Index(None, proposal_choice.c.offer_id)

signal_follow_up = record_table(
    "signal_follow_up",
    Column("resident_id", ForeignKey("resident.id"), nullable=False),
    maybe_column("conversation_id"),  # no link: the talk may still be a draft
    text_column("signal"),
    text_column("state"),
    text_column("followed_on"),
    text_column("words"),
)
Index(None, signal_follow_up.c.resident_id)
Index(None, signal_follow_up.c.signal, signal_follow_up.c.state)

for _table in (organisation, offer, contact_person, organisation_talk, handover):
    # few rows are in the bin, and closing must not look at all others
    Index(None, _table.c.deleted_at, sqlite_where=PUT_AWAY)
