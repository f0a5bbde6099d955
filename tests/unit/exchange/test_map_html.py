from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from spinnenweb.domain.public_map import PublicMap, PublicOffer, PublicPerson, PublicSection
from spinnenweb.domain.wording import Wording
from spinnenweb.exchange.map_html import map_page

RESOURCES = Path(__file__).parents[3] / "resources"
WORDS = Wording.read(RESOURCES / "texts" / "nl" / "werker.toml")
STYLE = (RESOURCES / "map_page" / "page.css").read_text("utf-8")
SCRIPT = (RESOURCES / "map_page" / "page.js").read_text("utf-8")
EVIL = """</script><script>alert(1)</script>"><img src=x onerror=alert(1)>' onclick='x' {0} %s &amp; \u202e"""
DAY = date(2026, 11, 21)


def evil(text: str = EVIL) -> PublicMap:
    """A map in which every text wants to be more than text."""
    person = PublicPerson(text, text, text, text)
    offer = PublicOffer(
        "id", text, text, text, text, ((text, text),), text, text, text, (person,), (text,), (text,), text, text
    )
    return PublicMap(text, DAY, (PublicSection(text, text, (offer,)),) * 2, (text, "Ander"), text, example=True)


def page(content: PublicMap) -> str:
    return map_page(content, WORDS, STYLE, SCRIPT).decode()


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def parsed(text: str) -> _Seen:
    seen = _Seen()
    seen.feed(text)
    seen.close()
    return seen


def test_that_no_text_becomes_a_tag_or_an_attribute() -> None:
    plain, seen = parsed(page(evil("gewoon 110"))), parsed(page(evil()))
    assert [tag for tag, _ in seen.tags] == [tag for tag, _ in plain.tags]
    assert [sorted(attrs) for _, attrs in seen.tags] == [sorted(attrs) for _, attrs in plain.tags]
    assert EVIL.replace("\u202e", "") in seen.texts


def test_that_nothing_is_loaded_from_elsewhere() -> None:
    seen = parsed(page(evil()))
    named = {"src", "srcset", "href", "action", "formaction", "data", "poster", "background"}
    found = {value for _, attrs in seen.tags for name, value in attrs.items() if name in named}
    assert {value for value in found if value and not value.startswith("#")} == {"tel:110"}
    assert not re.search(r"url\(|@import|@font-face|fetch\(|XMLHttpRequest|innerHTML|eval\(", STYLE + SCRIPT)
    assert [tag for tag, _ in seen.tags if tag in ("link", "iframe", "object", "img")] == []
    assert [name for _, attrs in seen.tags for name in attrs if name.startswith("on") or name == "style"] == []


def test_that_the_policy_lets_only_its_own_script_and_style_run() -> None:
    text = page(evil())
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    [style] = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    [script] = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in (style, script)]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize(
    ("website", "href"),
    [
        ("https://voorbeeld.invalid/a?b=1&c=2", "https://voorbeeld.invalid/a?b=1&c=2"),
        ("www.voorbeeld.invalid", "https://www.voorbeeld.invalid"),
        ("javascript:alert(1)", None),
        ("https://voorbeeld.invalid@evil.invalid", None),
        ("data:text/html,x", None),
        ("zie de krant", None),
        ('https://voorbeeld.invalid/"onclick="x', None),
    ],
)
def test_that_only_the_address_of_a_site_is_a_link(website: str, href: str | None) -> None:
    content = PublicMap("", DAY, (PublicSection("a", "A", (PublicOffer("id", "B", website=website),)),))
    links = [attrs.get("href") for tag, attrs in parsed(page(content)).tags if tag == "a"]
    assert [link for link in links if link and not link.startswith("#")] == ([href] if href else [])


@pytest.mark.parametrize(
    ("phone", "email", "links"),
    [
        ("0522 - 00 00 00", "info@voorbeeld.invalid", ["tel:0522000000", "mailto:info@voorbeeld.invalid"]),
        ("bel aan", "a@b?cc=x@y.invalid&body=z", []),
        ("+31 (0)522", "geen", ["tel:+310522"]),
        ("", "?bcc=x@y.invalid", ["mailto:%3Fbcc%3Dx@y.invalid"]),
        ("", "a%0acc@y.invalid", ["mailto:a%250acc@y.invalid"]),
    ],
)
def test_that_a_number_and_an_address_can_be_pressed(phone: str, email: str, links: list[str]) -> None:
    content = PublicMap("", DAY, (PublicSection("a", "A", (PublicOffer("id", "B", phone=phone, email=email),)),))
    found = [attrs.get("href") or "" for tag, attrs in parsed(page(content)).tags if tag == "a"]
    assert [link for link in found if not link.startswith("#")] == links


def test_that_an_empty_map_says_so() -> None:
    assert "Er staat nog niets op deze kaart." in page(PublicMap("Ruinen", DAY, ()))
