"""The social map as one page for the web: a single file that needs no server, no network and no other file.

Everything stands in the page as plain words, so that it can be read without a script; the script only hides what
was not asked for. All words are escaped, and a policy in the page lets nothing run or load but its own script and
style (WCAG 2.2 AA; tested with axe-core).
"""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from spinnenweb.domain.dates import said_date
from spinnenweb.domain.social_map import Freshness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spinnenweb.domain.public_map import PublicMap, PublicOffer, PublicPerson, PublicSection
    from spinnenweb.domain.wording import Wording

_SITE = re.compile(
    r"(?:https?://)?[A-Za-z0-9][A-Za-z0-9.-]{0,250}\.[A-Za-z]{2,24}(?::[0-9]{1,5})?(?:/[^\s<>\"']*)?"
)
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&*+/=?^_{|}~-]{1,64}@[A-Za-z0-9.-]{1,250}")
_ADDRESS = "@!$*+"
_DIAL = re.compile(r"[^0-9+]")
_HIDDEN = {code: None for code in range(0x20) if code not in (0x09, 0x0A)} | dict.fromkeys(
    (127, *range(128, 160), *range(8234, 8239), *range(8294, 8298), 8206, 8207, 65279)
)
_SHORTEST_NUMBER = 3


def map_page(content: PublicMap, words: Wording, style: str, script: str) -> bytes:
    """The page as UTF-8; `style` and `script` are its own, and nothing else may run in it."""
    title = _title(content, words)
    body = "\n".join(_body(content, words, title))
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return _PAGE.format(
        policy=policy,
        title=_text(title),
        style=style,
        script=script,
        body=body,
        about=_text(words.say("map_page.lead")),
    ).encode()


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


_PAGE = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="description" content="{about}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
<script>{script}</script>
</body>
</html>
"""


def _title(content: PublicMap, words: Wording) -> str:
    if content.village:
        return words.say("map_page.title_of", village=content.village)
    return words.say("map_page.title")


def _body(content: PublicMap, words: Wording, title: str) -> Iterator[str]:
    yield f'<a class="skip" href="#kaart">{_said(words, "skip")}</a>'
    yield '<header class="top"><div class="wide">'
    if content.example:
        yield f'<p class="example">{_said(words, "example")}</p>'
    yield f"<h1>{_text(title)}</h1>"
    yield f'<p class="lead">{_said(words, "lead")}</p>'
    yield "</div></header>"
    yield from _search(content, words)
    yield '<main id="kaart" class="wide" tabindex="-1">'
    yield from _jumps(content, words)
    if not content.size:
        yield f"<p>{_said(words, 'empty')}</p>"
    for number, section in enumerate(content.sections):
        yield from _section(section, number, words)
    yield f'<p id="niets" class="nothing" hidden>{_said(words, "nothing")}</p>'
    yield "</main>"
    made = words.say("map_page.made", date=said_date(content.made_on), by=content.by or words.say("map_page.us"))
    yield f'<footer class="wide"><p>{_text(made)}</p><p>{_said(words, "wrong")}</p></footer>'


def _search(content: PublicMap, words: Wording) -> Iterator[str]:
    """Hidden until the script runs: without it there is nothing to press that does nothing."""
    yield f'<div id="zoek" role="search" class="bar" aria-label="{_said(words, "search_area")}" hidden>'
    yield '<div class="wide fields">'
    yield f'<div class="field grow"><label for="vraag">{_said(words, "search")}</label>'
    yield '<input id="vraag" type="search" autocomplete="off" spellcheck="false" aria-describedby="hoe"></div>'
    themes = [section.title for section in content.sections]
    yield from _select("thema", words.say("map_page.theme"), words.say("map_page.all_themes"), themes)
    if len(content.villages) > 1:
        yield from _select(
            "kern", words.say("map_page.village"), words.say("map_page.all_villages"), content.villages
        )
    yield f'<button id="wis" type="button">{_said(words, "clear")}</button>'
    yield f'<button id="print" type="button">{_said(words, "print")}</button>'
    yield f'<p id="hoe" class="hint">{_said(words, "how")}</p>'
    one, many = _said(words, "found_one"), _text(words.say("map_page.found_many", n="{n}"))
    yield f'<p id="gevonden" role="status" data-een="{one}" data-meer="{many}"></p>'
    yield "</div></div>"


def _select(name: str, label: str, every: str, options: Iterable[str]) -> Iterator[str]:
    yield f'<div class="field"><label for="{name}">{_text(label)}</label><select id="{name}">'
    yield f'<option value="">{_text(every)}</option>'
    yield from (f'<option value="{_text(option)}">{_text(option)}</option>' for option in options)
    yield "</select></div>"


def _jumps(content: PublicMap, words: Wording) -> Iterator[str]:
    if len(content.sections) < 2:
        return
    yield f'<nav class="jumps" aria-label="{_said(words, "jumps")}"><ul>'
    for number, section in enumerate(content.sections):
        count = f'<span class="count">{len(section.offers)}</span>'
        yield f'<li data-deel="deel-{number}"><a href="#deel-{number}">{_text(section.title)} {count}</a></li>'
    yield "</ul></nav>"


def _section(section: PublicSection, number: int, words: Wording) -> Iterator[str]:
    yield f'<section id="deel-{number}" class="theme" aria-labelledby="kop-{number}">'
    yield f'<h2 id="kop-{number}" tabindex="-1">{_text(section.title)}</h2>'
    yield '<ul class="cards">'
    for offer in section.offers:
        yield from _card(offer, section, words)
    yield "</ul></section>"


def _card(offer: PublicOffer, section: PublicSection, words: Wording) -> Iterator[str]:
    themes = "|".join(dict.fromkeys((section.title, *offer.themes)))
    yield f'<li class="card" data-themas="{_text(themes)}" data-kernen="{_text("|".join(offer.villages))}">'
    yield f"<h3>{_text(offer.name)}</h3>"
    by = " · ".join(part for part in (offer.by, offer.kind) if part)
    if by:
        yield f'<p class="by">{_text(by)}</p>'
    if offer.mark:
        yield f'<p class="mark">{_text(offer.mark)}</p>'
    if offer.about:
        yield f'<p class="about">{_lines(offer.about)}</p>'
    facts = [*((label, _lines(text)) for label, text in offer.facts), *_contact(offer, words)]
    if facts:
        yield "<dl>"
        yield from (f"<div><dt>{_text(label)}</dt><dd>{value}</dd></div>" for label, value in facts)
        yield "</dl>"
    others = [theme for theme in offer.themes if theme != section.title]
    if others:
        yield f'<p class="also">{_text(words.say("map_page.also", themes=", ".join(others)))}</p>'
    if offer.checked:
        yield f'<p class="checked {_FRESH[offer.freshness]}">{_text(offer.checked)}</p>'
    yield "</li>"


_FRESH = {
    Freshness.FRESH: "vers",
    Freshness.AGING: "bijna",
    Freshness.OLD: "oud",
    Freshness.NEVER: "nooit",
}


def _contact(offer: PublicOffer, words: Wording) -> Iterator[tuple[str, str]]:
    for person in offer.persons:
        yield words.say("map_page.ask_for"), _person(person)
    if offer.phone:
        yield words.say("map_page.phone"), _phone(offer.phone)
    if offer.email:
        yield words.say("map_page.mail"), _email(offer.email)
    if offer.website:
        yield words.say("map_page.website"), _website(offer.website)


def _person(person: PublicPerson) -> str:
    parts = [_text(", ".join(part for part in (person.name, person.role) if part))]
    parts += [_phone(person.phone)] if person.phone else []
    parts += [_email(person.email)] if person.email else []
    return "<br>".join(parts)


def _phone(text: str) -> str:
    number = _DIAL.sub("", text)
    return f'<a href="tel:{number}">{_text(text)}</a>' if len(number) >= _SHORTEST_NUMBER else _text(text)


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        return _text(text)
    # a question mark in an address would begin headers of the mail, such as a copy to somebody else
    return f'<a href="mailto:{_text(quote(text, safe=_ADDRESS))}">{_text(text)}</a>'


def _website(text: str) -> str:
    """A link only when it is the address of a site: anything else stays words."""
    if not _SITE.fullmatch(text):
        return _text(text)
    address = text if text.startswith(("http://", "https://")) else f"https://{text}"
    shown = re.sub(r"^https?://(?:www\.)?", "", text).rstrip("/")
    return f'<a href="{_text(address)}" rel="noopener noreferrer">{_text(shown)}</a>'


def _said(words: Wording, key: str) -> str:
    return _text(words.say(f"map_page.{key}"))


def _lines(text: str) -> str:
    return _text(text).replace("\n", "<br>")


def _text(text: str) -> str:
    return escape(text.translate(_HIDDEN), quote=True)
