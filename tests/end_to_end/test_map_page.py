"""The page a village publishes, in a real browser: searched, by keyboard, on a telephone, on paper, by axe."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from spinnenweb.domain.public_map import PublicMap, PublicOffer, PublicPerson, PublicSection
from spinnenweb.domain.social_map import Freshness
from spinnenweb.domain.wording import Wording
from spinnenweb.exchange.map_html import map_page
from tests.chromium import browser, chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.chromium import Page

pytestmark = pytest.mark.skipif(
    not chromium(), reason="there is no Chromium on this machine (apt install chromium)"
)

ROOT = Path(__file__).parents[2]
AXE = ROOT / "tests" / "data" / "axe" / "axe.min.js"
THEMES = ("Eenzaamheid", "Vervoer", "Hier kunt u iets doen voor een ander")
EVIL = "<img src=x onerror=\"document.title='stuk'\"></script><script>document.title='stuk'</script>"
COUNT = "document.querySelectorAll('.card:not([hidden])').length"
TOLD = "document.getElementById('gevonden').textContent"


def offer(number: int, theme: str) -> PublicOffer:
    return PublicOffer(
        id=str(number),
        name=f"Koffie in de Café-hoek {number}" if number % 5 == 0 else f"Aanbod {number}",
        by="Dorpshuis De Kapstok",
        kind="Bewonersinitiatief",
        about=EVIL if number == 3 else "Schuif aan.\nIedereen mag komen.",
        facts=(("Wanneer", "dinsdag 10.00–12.00"), ("Waar", "Zaal, Dorpsstraat 1, 7963\u00a0AB\u00a0Ruinen")),
        phone="0522 000000",
        email="eenheellangadreszonderéénkelestreep".replace("é", "e") * 2 + "@voorbeeld.invalid",
        website="https://voorbeeld.invalid/" + "pad" * 30,
        persons=(PublicPerson("Verzonnen Gastvrouw", "gastvrouw", "0522 000001"),),
        themes=(theme, *(("Vervoer",) if number == 1 else ())),
        villages=(("Ruinen",), ("Pesse",), ())[number % 3],
        mark="Wachtlijst" if number % 4 == 0 else "",
        checked="Nagekeken op 3 oktober 2026",
        freshness=tuple(Freshness)[number % 4],
    )


def content() -> PublicMap:
    """Thirty offers in three sections: ten each; every third is for Pesse only, every third for everybody."""
    offers = [offer(number, THEMES[number // 10]) for number in range(30)]
    sections = tuple(
        PublicSection(f"t{n}", theme, tuple(offers[n * 10 : n * 10 + 10])) for n, theme in enumerate(THEMES)
    )
    return PublicMap("", date(2026, 11, 21), sections, ("Pesse", "Ruinen"), "de kerngroep", example=True)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("kaart")
    own = ROOT / "resources" / "map_page"
    words = Wording.read(ROOT / "resources" / "texts" / "nl" / "werker.toml")
    style, script = ((own / name).read_text("utf-8") for name in ("page.css", "page.js"))
    (folder / "index.html").write_bytes(map_page(content(), words, style, script))
    with browser(folder) as made:
        made.size(1280)
        made.open(folder / "index.html")
        yield made


@pytest.fixture(autouse=True)
def fresh(page: Page) -> None:
    page.size(1280)
    page.look()
    page.run("document.getElementById('wis').click(); window.scrollTo(0, 0); document.activeElement.blur()")


def again(page: Page) -> None:
    """The page as it opens, with the keyboard at its beginning."""
    page.run("window.again = true")
    page.send("Page.reload")
    page.wait("!window.again && document.readyState === 'complete' && !document.getElementById('zoek').hidden")


def choose(page: Page, name: str, value: str) -> None:
    page.run(
        f"(() => {{ const box = document.getElementById('{name}'); box.value = {json.dumps(value)};"
        " box.dispatchEvent(new Event('change')); })()"
    )


def test_that_everything_is_there_and_nothing_came_from_elsewhere(page: Page) -> None:
    assert page.run(COUNT) == 30
    assert [url for url in page.requested if not url.startswith("file:")] == []
    assert len(page.requested) == 1
    assert page.console == []


def test_that_a_text_that_wants_to_be_a_script_is_only_text(page: Page) -> None:
    assert page.run("document.title") == "Sociale kaart"
    assert page.run("document.images.length + document.scripts.length") == 1
    assert page.run(f"document.body.textContent.includes({json.dumps(EVIL)})")


def test_that_the_map_follows_what_is_typed_without_capitals_or_accents(page: Page) -> None:
    page.run("document.getElementById('vraag').focus()")
    page.type("CAFE koffie")
    assert (page.run(COUNT), page.run(TOLD)) == (6, "6 plekken gevonden")
    page.type(" 25")
    assert (page.run(COUNT), page.run(TOLD)) == (1, "1 plek gevonden")
    shown = "[...document.querySelectorAll('.theme:not([hidden]) h2')].map(one => one.textContent)"
    assert page.run(shown) == [THEMES[2]]
    assert page.run("document.querySelectorAll('.jumps li:not([hidden])').length") == 1
    page.type(" bestaatniet")
    assert page.run(COUNT) == 0
    assert page.run("document.getElementById('niets').hidden") is False


def test_that_a_theme_and_a_village_narrow_it_down(page: Page) -> None:
    choose(page, "thema", "Vervoer")
    assert page.run(COUNT) == 11
    choose(page, "kern", "Pesse")
    here = sum(number % 3 != 0 for number in (1, *range(10, 20)))
    assert page.run(COUNT) == here


def test_that_all_of_it_goes_by_keyboard(page: Page) -> None:
    focus = "document.activeElement.id || document.activeElement.className || document.activeElement.tagName"
    page.press("/", "/")
    assert page.run(focus) == "vraag"
    page.type("aanbod 7/")
    assert page.run("document.getElementById('vraag').value") == "aanbod 7/"
    page.press("Escape")
    assert (page.run(COUNT), page.run(focus)) == (30, "vraag")
    again(page)
    passed = []
    for _ in range(7):
        page.press("Tab")
        passed.append(page.run(focus))
    assert passed == ["skip", "vraag", "thema", "kern", "wis", "print", "A"]
    outline = page.run("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_that_the_first_tab_leads_past_the_search(page: Page) -> None:
    again(page)
    page.press("Tab")
    assert page.run("document.activeElement.getBoundingClientRect().top") >= 0
    page.press("Enter", "\r")
    page.wait("document.activeElement.id === 'kaart'")


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_that_nothing_sticks_out_at_any_width(page: Page, width: int) -> None:
    page.size(width)
    assert page.run("document.documentElement.scrollWidth") <= width
    wide = (
        "[...document.querySelectorAll('body *')].filter(one => one.getClientRects().length"
        f" && one.className !== 'skip' && one.getBoundingClientRect().right > {width} + 0.5)"
        ".map(one => one.outerHTML.slice(0, 80))"
    )
    assert page.run(wide) == []


def test_that_what_is_pressed_is_large_enough_for_a_thumb(page: Page) -> None:
    page.size(320)
    small = (
        "[...document.querySelectorAll('button, input, select, .jumps a')]"
        ".filter(one => one.getBoundingClientRect().height < 24).length"
    )
    assert page.run(small) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_that_axe_finds_no_violation(page: Page, width: int, scheme: str) -> None:
    page.size(width)
    page.look(scheme=scheme)
    page.run(AXE.read_text("utf-8") + ";true")
    found: dict[str, Any] = page.run(
        "axe.run(document, {resultTypes: ['violations']}).then(found => ({"
        " rules: found.passes.length, wrong: found.violations.map(one => [one.id, one.nodes.map(n => n.html)]) }))"
    )
    assert found["wrong"] == []
    assert found["rules"] > 20


def test_that_axe_does_look(page: Page) -> None:
    page.run(AXE.read_text("utf-8") + ";true")
    page.run("document.getElementById('vraag').labels[0].remove()")
    wrong = page.run("axe.run().then(found => found.violations.map(one => one.id))")
    again(page)
    assert "label" in wrong


def test_that_paper_shows_every_card_and_no_search(page: Page) -> None:
    text = "\n".join(one.extract_text() for one in PdfReader(BytesIO(page.paper())).pages)
    assert [number for number in range(30) if f"Aanbod {number}\n" not in text and number % 5] == []
    assert ("Waar zoekt u naar" in text, "Verzonnen voorbeeld" in text) == (False, True)


def test_that_without_a_script_everything_can_be_read(page: Page) -> None:
    page.send("Emulation.setScriptExecutionDisabled", value=True)
    page.send("Page.reload")
    page.wait("document.readyState === 'complete'")
    shown = page.run(
        "[document.getElementById('zoek').hidden, document.querySelectorAll('.card:not([hidden])').length]"
    )
    page.send("Emulation.setScriptExecutionDisabled", value=False)
    page.send("Page.reload")
    page.wait("document.readyState === 'complete' && !document.getElementById('zoek').hidden")
    assert shown == [True, 30]
