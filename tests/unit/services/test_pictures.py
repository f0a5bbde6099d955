"""Rules for charts as files."""

from __future__ import annotations

import stat
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.instruments import Mode
from spinnenweb.domain.settings import WorkSettings
from spinnenweb.services.catalogue import read_catalogue
from spinnenweb.services.pictures import PictureService
from tests.unit.services.talks_on_paper import RESIDENT, talk

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.conversations import Conversation

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def service(resources: Path) -> PictureService:
    return PictureService(read_catalogue(resources), resources / "texts")


@pytest.fixture
def talks(resources: Path) -> tuple[Conversation, Conversation]:
    catalogue = read_catalogue(resources)
    return talk(catalogue, date(2026, 5, 19), 4, 6, 7, 2, 8), talk(catalogue, date(2026, 11, 21), 6, 5, 7, 7, 4)


def _chunks(data: bytes) -> list[bytes]:
    found, at = [], len(PNG)
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        found.append(data[at + 4 : at + 8])
        at += 12 + length
    return found


def test_that_a_picture_carries_no_words_about_maker_or_time(
    service: PictureService, talks: tuple[Conversation, Conversation]
) -> None:
    data = service.web_png(RESIDENT, talks[1])
    assert data.startswith(PNG)
    assert set(_chunks(data)) <= {b"IHDR", b"IDAT", b"IEND", b"pHYs"}


def test_that_the_same_talk_gives_the_same_picture_and_another_talk_another(
    service: PictureService, talks: tuple[Conversation, Conversation]
) -> None:
    earlier, later = talks
    assert service.web_png(RESIDENT, later) == service.web_png(RESIDENT, later)
    assert service.web_png(RESIDENT, later) != service.web_png(RESIDENT, earlier)


def test_that_no_name_is_in_the_picture(service: PictureService, talks: tuple[Conversation, Conversation]) -> None:
    other = replace(RESIDENT, calling_name="Iemand Anders", code="R-999")
    assert service.web_png(RESIDENT, talks[1]) == service.web_png(other, talks[1])


def test_that_pictures_are_for_their_owner_only(
    service: PictureService, talks: tuple[Conversation, Conversation], tmp_path: Path
) -> None:
    web, change = tmp_path / "web.png", tmp_path / "verandering.png"
    service.write_web_png(web, RESIDENT, talks[1])
    service.write_change_png(change, RESIDENT, *talks)
    for path in (web, change):
        assert path.read_bytes().startswith(PNG)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_that_talks_of_two_modes_are_not_set_against_each_other(
    service: PictureService, talks: tuple[Conversation, Conversation]
) -> None:
    earlier, later = talks[0], replace(talks[1], mode=Mode.ITEMS)
    assert service.can_compare(*talks)
    assert not service.can_compare(earlier, later)
    with pytest.raises(ValueError, match="never mixed"):
        service.change_png(RESIDENT, earlier, later)


def test_that_an_example_looks_different(
    resources: Path, service: PictureService, talks: tuple[Conversation, Conversation]
) -> None:
    demo = PictureService(read_catalogue(resources), resources / "texts", lambda: WorkSettings(demo=True))
    assert demo.web_png(RESIDENT, talks[1]) != service.web_png(RESIDENT, talks[1])
