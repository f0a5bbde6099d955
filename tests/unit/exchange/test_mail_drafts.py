from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import pytest

from spinnenweb.domain.mail import MailDraft
from spinnenweb.exchange.mail_drafts import eml_file, mailto

ODD = MailDraft("club@voorbeeld.example", "Bellen & praten? 100% = goed", "Dag,\n\nWanneer? Café & co.\n")


def test_that_a_mail_program_reads_the_address_as_it_was_written() -> None:
    parts = urlsplit(mailto(ODD))
    asked = parse_qs(parts.query, strict_parsing=True)
    assert (parts.scheme, parts.path) == ("mailto", "club@voorbeeld.example")
    assert asked["subject"] == [ODD.subject]
    assert asked["body"] == ["Dag,\r\n\r\nWanneer? Café & co."]


def test_that_a_draft_opens_unsent_and_says_nothing_about_who_made_it_or_when() -> None:
    data = eml_file(ODD)
    message = message_from_bytes(data, policy=default)
    assert (message["X-Unsent"], message["Subject"], message["To"]) == ("1", ODD.subject, ODD.to)
    assert message["From"] is None
    assert message["Date"] is None
    assert message["Message-ID"] is None
    assert "Wanneer? Café & co." in message.get_content()
    assert data.count(b"\n") == data.count(b"\r\n")


def test_that_without_an_address_the_draft_has_none() -> None:
    assert message_from_bytes(eml_file(MailDraft("", "Bellen", "Dag")), policy=default)["To"] is None
    assert mailto(MailDraft("", "Bellen", "Dag")).startswith("mailto:?subject=")


def test_that_a_line_break_in_the_subject_makes_no_second_heading() -> None:
    with pytest.raises(ValueError, match="Header values may not contain"):
        eml_file(MailDraft("a@voorbeeld.example", "Bellen\nBcc: b@voorbeeld.example", "Dag"))


@pytest.mark.parametrize(
    ("written", "goes_to"),
    [
        ("Jan Verzonnen <jan@voorbeeld.example>", "jan@voorbeeld.example"),
        ("mail: jan@voorbeeld.example", "jan@voorbeeld.example"),
        ("jan@voorbeeld.example, piet@voorbeeld.example", None),
        ("jan@voorbeeld.example?bcc=piet@voorbeeld.example", None),
        ("Jan <", None),
        ("a@[1", None),
        ("=?utf-8?q?=0ABcc:x?=", None),
        ("bel liever", None),
    ],
)
def test_that_whatever_stands_on_the_map_as_address_the_mail_goes_to_one_or_to_nobody_yet(
    written: str, goes_to: str | None
) -> None:
    draft = MailDraft(written, "Bellen", "Dag")
    assert message_from_bytes(eml_file(draft), policy=default)["To"] == goes_to
    assert urlsplit(mailto(draft)).path == (goes_to or "")
