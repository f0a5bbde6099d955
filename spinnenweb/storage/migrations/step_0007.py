"""Format 1.6: the social map, hand-overs, own words for themes and signals, and what became of signals.

The statements are frozen here and do not follow `map_tables.py`, which describes the newest format. Only tables
come in, so an older program leaves them as they are. It knows nothing of hand-overs, so it cannot erase somebody
who has one: the links of these tables refuse that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.storage.migrations.step import Format, Info

if TYPE_CHECKING:
    from sqlalchemy import Connection

INFO = Info(Format(1, 6), program="0.2.0", summary="social map, hand-overs and own words")

_STATEMENTS = (
    """
CREATE TABLE organisation (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    description TEXT NOT NULL,
    website TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    village_ids TEXT NOT NULL,
    lead TEXT NOT NULL,
    checked_on TEXT,
    checked_by TEXT NOT NULL,
    check_before TEXT,
    valid_until TEXT,
    working_on TEXT NOT NULL,
    chances TEXT NOT NULL,
    themes TEXT NOT NULL,
    external TEXT NOT NULL,
    kvk TEXT NOT NULL,
    active INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_organisation PRIMARY KEY (id)
)
 STRICT
    """,
    "CREATE INDEX ix_organisation_deleted_at ON organisation (deleted_at) WHERE deleted_at IS NOT NULL",
    "CREATE INDEX ix_organisation_name_key ON organisation (name_key)",
    """
CREATE TABLE offer (
    id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    description TEXT NOT NULL,
    for_whom TEXT NOT NULL,
    age_from INTEGER,
    age_to INTEGER,
    way_in TEXT NOT NULL,
    way_in_words TEXT NOT NULL,
    costs TEXT NOT NULL,
    costs_words TEXT NOT NULL,
    when_said TEXT NOT NULL,
    schedule TEXT NOT NULL,
    place_name TEXT NOT NULL,
    place_street TEXT NOT NULL,
    place_postcode TEXT NOT NULL,
    place_town TEXT NOT NULL,
    village_ids TEXT NOT NULL,
    accessible TEXT NOT NULL,
    accessible_words TEXT NOT NULL,
    languages TEXT NOT NULL,
    themes TEXT NOT NULL,
    dimensions TEXT NOT NULL,
    status TEXT NOT NULL,
    capacity TEXT NOT NULL,
    checked_on TEXT,
    checked_by TEXT NOT NULL,
    check_before TEXT,
    valid_until TEXT,
    external TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_offer PRIMARY KEY (id),
    CONSTRAINT fk_offer_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
)
 STRICT
    """,
    "CREATE INDEX ix_offer_deleted_at ON offer (deleted_at) WHERE deleted_at IS NOT NULL",
    "CREATE INDEX ix_offer_name_key ON offer (name_key)",
    "CREATE INDEX ix_offer_organisation_id ON offer (organisation_id)",
    """
CREATE TABLE contact_person (
    id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    offer_id TEXT,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    starts TEXT,
    ends TEXT,
    may_share INTEGER NOT NULL,
    agreed_on TEXT,
    direct INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_contact_person PRIMARY KEY (id),
    CONSTRAINT fk_contact_person_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id),
    CONSTRAINT fk_contact_person_offer_id FOREIGN KEY(offer_id) REFERENCES offer (id)
)
 STRICT
    """,
    "CREATE INDEX ix_contact_person_deleted_at ON contact_person (deleted_at) WHERE deleted_at IS NOT NULL",
    "CREATE INDEX ix_contact_person_offer_id ON contact_person (offer_id)",
    "CREATE INDEX ix_contact_person_organisation_id ON contact_person (organisation_id)",
    """
CREATE TABLE organisation_talk (
    id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    held_on TEXT NOT NULL,
    spoken_with TEXT NOT NULL,
    does TEXT NOT NULL,
    offers TEXT NOT NULL,
    chances TEXT NOT NULL,
    themes TEXT NOT NULL,
    dimensions TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_organisation_talk PRIMARY KEY (id),
    CONSTRAINT fk_organisation_talk_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
)
 STRICT
    """,
    "CREATE INDEX ix_organisation_talk_deleted_at ON organisation_talk (deleted_at) WHERE deleted_at IS NOT NULL",
    "CREATE INDEX ix_organisation_talk_organisation_id ON organisation_talk (organisation_id)",
    """
CREATE TABLE map_merge (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    kept_id TEXT NOT NULL,
    other_id TEXT NOT NULL,
    merged_on TEXT NOT NULL,
    "before" TEXT DEFAULT '{}' NOT NULL,
    "after" TEXT DEFAULT '{}' NOT NULL,
    moved TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_map_merge PRIMARY KEY (id)
)
 STRICT
    """,
    "CREATE INDEX ix_map_merge_kept_id ON map_merge (kept_id)",
    "CREATE UNIQUE INDEX uq_map_merge_other_id ON map_merge (other_id) WHERE deleted_at IS NULL",
    """
CREATE TABLE import_batch (
    id TEXT NOT NULL,
    made_at TEXT NOT NULL,
    form TEXT NOT NULL,
    name TEXT NOT NULL,
    added TEXT NOT NULL,
    changed TEXT DEFAULT '[]' NOT NULL,
    undone_on TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_import_batch PRIMARY KEY (id)
)
 STRICT
    """,
    """
CREATE TABLE column_mapping (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    headings TEXT NOT NULL,
    columns TEXT NOT NULL,
    encoding TEXT NOT NULL,
    delimiter TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_column_mapping PRIMARY KEY (id)
)
 STRICT
    """,
    """
CREATE TABLE theme_word (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    resident_words TEXT NOT NULL,
    proposed_by TEXT,
    outside_code TEXT NOT NULL,
    active INTEGER NOT NULL,
    history TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_theme_word PRIMARY KEY (id)
)
 STRICT
    """,
    "CREATE UNIQUE INDEX uq_theme_word_kind_code ON theme_word (kind, code) WHERE deleted_at IS NULL",
    """
CREATE TABLE handover (
    id TEXT NOT NULL,
    resident_id TEXT NOT NULL,
    offer_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    contact_id TEXT,
    way TEXT NOT NULL,
    state TEXT NOT NULL,
    fields TEXT NOT NULL,
    until TEXT,
    consent_id TEXT,
    words TEXT NOT NULL,
    reason TEXT NOT NULL,
    helped TEXT,
    history TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_handover PRIMARY KEY (id),
    CONSTRAINT fk_handover_resident_id FOREIGN KEY(resident_id) REFERENCES resident (id)
)
 STRICT
    """,
    "CREATE INDEX ix_handover_deleted_at ON handover (deleted_at) WHERE deleted_at IS NOT NULL",
    "CREATE INDEX ix_handover_offer_id ON handover (offer_id)",
    "CREATE INDEX ix_handover_organisation_id ON handover (organisation_id)",
    "CREATE INDEX ix_handover_resident_id ON handover (resident_id)",
    """
CREATE TABLE proposal_choice (
    id TEXT NOT NULL,
    resident_id TEXT NOT NULL,
    offer_id TEXT NOT NULL,
    about_kind TEXT NOT NULL,
    about TEXT NOT NULL,
    answer TEXT NOT NULL,
    chosen_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_proposal_choice PRIMARY KEY (id),
    CONSTRAINT fk_proposal_choice_resident_id FOREIGN KEY(resident_id) REFERENCES resident (id)
)
 STRICT
    """,
    "CREATE INDEX ix_proposal_choice_offer_id ON proposal_choice (offer_id)",
    "CREATE INDEX ix_proposal_choice_resident_id ON proposal_choice (resident_id)",
    """
CREATE TABLE signal_follow_up (
    id TEXT NOT NULL,
    resident_id TEXT NOT NULL,
    conversation_id TEXT,
    signal TEXT NOT NULL,
    state TEXT NOT NULL,
    followed_on TEXT NOT NULL,
    words TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_signal_follow_up PRIMARY KEY (id),
    CONSTRAINT fk_signal_follow_up_resident_id FOREIGN KEY(resident_id) REFERENCES resident (id)
)
 STRICT
    """,
    "CREATE INDEX ix_signal_follow_up_resident_id ON signal_follow_up (resident_id)",
    "CREATE INDEX ix_signal_follow_up_signal_state ON signal_follow_up (signal, state)",
)


def migrate(connection: Connection) -> None:
    """Add the tables; there is nothing yet to fill them with."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement.strip())
