"""The queries behind the board of themes, in the SQL of SQLite.

A resident is one row of `person` by a number that only lives as long as the query; `talk` is read once, whatever
is counted of it.
"""

from __future__ import annotations


def _with(last: str, *parts: str) -> str:
    """A query that begins with named parts."""
    return " ".join(("WITH", ", ".join(parts), last))


_PERSON = """
person AS MATERIALIZED (
    SELECT card.id AS card, whole.rowid AS person, coalesce(village.rowid, 0) AS village
    FROM resident AS card LEFT JOIN alias ON alias.other_id = card.id
    JOIN resident AS whole ON whole.id = coalesce(alias.kept_id, card.id)
    LEFT JOIN village ON village.id = whole.village_id
    WHERE card.deleted_at IS NULL AND card.restricted_on IS NULL
    AND whole.deleted_at IS NULL AND whole.restricted_on IS NULL
)
"""
_TALK = """
talk AS MATERIALIZED (
    SELECT person, village, themes, signals, trim(gift) <> '' AS gives, held_on,
    CASE WHEN no_themes = 0 AND themes = '[]' THEN dimensions END AS dimensions,
    CASE WHEN no_themes = 0 AND themes = '[]' THEN aspects END AS aspects
    FROM conversation JOIN person ON person.card = conversation.resident_id
    WHERE deleted_at IS NULL AND finished_at IS NOT NULL AND held_on >= :since
)
"""
_COUNTED = """
topic AS (
    SELECT json_extract(value, '$[0]') AS code, json_extract(value, '$[1]') AS theme FROM json_each(:topics)
),
sign AS (
    SELECT json_extract(value, '$[0]') AS code, json_extract(value, '$[1]') AS theme FROM json_each(:signs)
),
said(village, theme, person, signalled, goal) AS (
    SELECT village, one.value, person, 0, 0 FROM talk, json_each(talk.themes) AS one WHERE talk.themes <> '[]'
    UNION ALL SELECT village, :giving, person, 0, 0 FROM talk WHERE gives
    UNION ALL SELECT village, theme, person, 0, 0 FROM talk, json_each(talk.dimensions) AS entry
        JOIN topic ON topic.code = json_extract(entry.value, '$.code')
        WHERE talk.dimensions IS NOT NULL AND coalesce(json_extract(entry.value, '$.topic'), 0)
    UNION ALL SELECT village, theme, person, 0, 0 FROM talk, json_each(talk.aspects) AS entry
        JOIN topic ON topic.code = json_extract(entry.value, '$.code')
        WHERE talk.aspects <> '[]' AND coalesce(json_extract(entry.value, '$.topic'), 0)
    UNION ALL SELECT village, theme, person, 1, 0 FROM talk, json_each(talk.signals) AS one
        JOIN sign ON sign.code = one.value WHERE talk.signals <> '[]'
    UNION ALL SELECT village, one.value, person, 0, 1
        FROM goal JOIN conversation AS held ON held.id = goal.conversation_id
        JOIN person ON person.card = goal.resident_id, json_each(held.themes) AS one
        WHERE goal.deleted_at IS NULL AND goal.state = 'open' AND held.deleted_at IS NULL
        AND held.finished_at IS NOT NULL
    UNION ALL SELECT person.village, one.value, person, 0, 0
        FROM short_contact AS short JOIN person ON person.card = short.resident_id, json_each(short.themes) AS one
        WHERE short.deleted_at IS NULL AND short.held_on >= :since
),
each_one AS (
    SELECT village, theme, person, max(signalled) AS signalled, max(goal) AS goal
    FROM said GROUP BY village, theme, person
),
noted AS (
    SELECT village, person, one.value AS signal, max(held_on) AS noted_on
    FROM talk, json_each(talk.signals) AS one WHERE talk.signals <> '[]' GROUP BY 1, 2, 3
),
told AS (
    SELECT person, signal, max(followed_on) AS told_on
    FROM signal_follow_up JOIN person ON person.card = signal_follow_up.resident_id
    WHERE deleted_at IS NULL GROUP BY 1, 2
),
counted AS (
    SELECT 'theme' AS kind, village, theme AS code, count(*) AS people, sum(signalled) AS some, sum(goal) AS others
    FROM each_one GROUP BY village, theme
    UNION ALL SELECT 'signal', village, noted.signal, count(*), sum(coalesce(told_on < noted_on, 1)), 0
    FROM noted LEFT JOIN told ON told.person = noted.person AND told.signal = noted.signal GROUP BY 2, 3
)
"""
ASKED = _with(
    """
SELECT kind, coalesce(village.id, ''), code, people, some, others
FROM counted LEFT JOIN village ON village.rowid = counted.village ORDER BY village.name_key, code
""",
    *(_PERSON, _TALK, _COUNTED),
)
"""Who asks for what, and which early signs were noted: each talk is read once for both."""
LOOSE = """
SELECT coalesce(village_id, ''), one.value, count(*) FROM short_contact, json_each(themes) AS one
WHERE deleted_at IS NULL AND resident_id IS NULL AND held_on >= :since GROUP BY 1, 2
"""
"""Short contacts without a card."""
_RUNNING = """
running AS MATERIALIZED (
    SELECT offer.id, offer.name, offer.name_key, offer.organisation_id, organisation.name AS organisation,
    offer.capacity, offer.kind, coalesce(offer.valid_until, '') AS valid_until,
    CASE WHEN offer.kind = :seeks THEN json_array(:giving) ELSE offer.themes END AS themes,
    CASE WHEN offer.village_ids <> '[]' THEN offer.village_ids ELSE organisation.village_ids END AS villages
    FROM offer JOIN organisation ON organisation.id = offer.organisation_id
    WHERE offer.deleted_at IS NULL AND organisation.deleted_at IS NULL AND organisation.active = 1
    AND offer.status = :active
    AND offer.id NOT IN (SELECT other_id FROM map_merge WHERE deleted_at IS NULL)
)
"""
_PLACED = """
placed AS (
    SELECT running.*, place.value AS village FROM running,
    json_each(CASE WHEN villages = '[]' THEN '[""]' ELSE villages END) AS place
    UNION ALL SELECT running.*, :all FROM running
)
"""
SUPPLY = _with(
    """
SELECT village, one.value, count(DISTINCT placed.id),
count(DISTINCT CASE WHEN capacity <> :full THEN placed.id END),
count(DISTINCT CASE WHEN capacity = :waiting THEN placed.id END),
count(DISTINCT CASE WHEN kind IN (:informal, :residents, :seeks) THEN placed.id END),
count(DISTINCT CASE WHEN valid_until < :today THEN placed.id END)
FROM placed, json_each(placed.themes) AS one GROUP BY 1, 2
""",
    *(_RUNNING, _PLACED),
)
"""What there is to do."""
_MEMBERS = """
meant(id, name, villages, themes) AS (
    SELECT id, name, village_ids, themes FROM organisation WHERE deleted_at IS NULL AND active = 1
    UNION ALL SELECT organisation.id, name, village_ids, talk.themes FROM organisation_talk AS talk
        JOIN organisation ON organisation.id = talk.organisation_id
        WHERE talk.deleted_at IS NULL AND organisation.deleted_at IS NULL AND active = 1
),
standing AS (
    SELECT * FROM meant WHERE themes <> '[]'
    AND id NOT IN (SELECT other_id FROM map_merge WHERE deleted_at IS NULL)
),
member(village, theme, id, name, does, means) AS (
    SELECT village, one.value, organisation_id, organisation, 1, 0 FROM placed, json_each(placed.themes) AS one
    UNION ALL SELECT place.value, one.value, standing.id, name, 0, 1
        FROM standing, json_each(standing.themes) AS one,
        json_each(CASE WHEN villages = '[]' THEN '[""]' ELSE villages END) AS place
    UNION ALL SELECT :all, one.value, standing.id, name, 0, 1 FROM standing, json_each(standing.themes) AS one
)
"""
PARTNERS = _with(
    """
SELECT village, theme, id, name, max(does), max(means) FROM member GROUP BY 1, 2, 3 ORDER BY name, id
""",
    *(_RUNNING, _PLACED, _MEMBERS),
)
"""Which organisations are on a theme."""
_WENT = """
went AS MATERIALIZED (
    SELECT handover.resident_id AS card, coalesce(map_merge.kept_id, handover.offer_id) AS offer_id
    FROM handover LEFT JOIN map_merge ON map_merge.other_id = handover.offer_id AND map_merge.deleted_at IS NULL
    WHERE handover.deleted_at IS NULL AND handover.created_at >= :since
    AND handover.state NOT IN (:withdrawn, :stopped)
)
"""
PASSED_ON = _with(
    """
SELECT coalesce(village.id, ''), one.value, count(DISTINCT person.person)
FROM went JOIN person ON person.card = went.card LEFT JOIN village ON village.rowid = person.village
JOIN offer ON offer.id = went.offer_id,
json_each(CASE WHEN offer.kind = :seeks THEN json_array(:giving) ELSE offer.themes END) AS one GROUP BY 1, 2
""",
    *(_PERSON, _WENT),
)
"""How many residents were pointed to an offer."""
QUIET = _with(
    """
SELECT id, name, organisation_id, organisation, villages, themes FROM running
WHERE capacity <> :full AND themes <> '[]' AND id NOT IN (SELECT offer_id FROM went) ORDER BY name_key, id
""",
    *(_RUNNING, _WENT),
)
"""Offers to which nobody was pointed."""
