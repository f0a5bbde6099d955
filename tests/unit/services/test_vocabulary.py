from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.changes import NOTHING, Kind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_filter import MapFilter
from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.vocabulary import WordAct, WordKind
from spinnenweb.services.vaults import open_vault
from tests.unit.services.rooms import PASSPHRASE, same_room
from tests.unit.services.test_social_map import add_house, add_offer, names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.vocabulary import WordLine
    from tests.unit.services.rooms import Room

THEME, SIGNAL = WordKind.THEME, WordKind.SIGNAL


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def line_of(here: Room, code: str, kind: WordKind = THEME) -> WordLine:
    return next(line for line in here.workspace.vocabulary.lines(kind) if line.code == code)


def test_that_an_own_theme_is_proposed_chosen_and_found_like_the_shipped_ones(here: Room) -> None:
    workspace = here.workspace
    code, changes = workspace.vocabulary.add(THEME, "Samen éten!", resident_words="Aan tafel", proposed_by=["MD2"])
    assert (code, changes.touches(Kind.VOCABULARY)) == ("eigen-samen-eten", True)
    assert workspace.catalogue.themes[-1].code == code
    assert workspace.catalogue.words[f"theme.{code}"] == "Samen éten!"
    assert workspace.catalogue.entries("ar", "gewoon")[f"theme.{code}"] == "Aan tafel"
    offer = add_offer(workspace.social_map, add_house(workspace.social_map), "Eettafel")
    workspace.social_map.set_cell(MapKind.OFFER, offer.id, "themes", "samen eten!")
    assert names(workspace.social_map, MapFilter(theme=code)) == ["Eettafel"]


def test_that_own_words_are_there_after_the_vault_was_closed(here: Room) -> None:
    code, _ = here.workspace.vocabulary.add(THEME, "Samen eten")
    signal, _ = here.workspace.vocabulary.add(SIGNAL, "Post blijft liggen")
    here.workspace.close()
    again = open_vault(here.folder, PASSPHRASE, here.environment)
    assert code in {theme.code for theme in again.catalogue.themes}
    assert signal in again.catalogue.signals
    again.close()


def test_that_a_shipped_word_is_renamed_for_everybody_and_gets_its_own_name_back(here: Room) -> None:
    vocabulary, catalogue = here.workspace.vocabulary, here.workspace.catalogue
    vocabulary.rename(THEME, "rouw", "Missen", "Iemand missen")
    line = line_of(here, "rouw")
    assert (line.name, line.shipped_name, line.own) == ("Missen", "Verlies en rouw", False)
    assert catalogue.entries("nl", "gewoon")["theme.rouw"] == "Iemand missen"
    # what the program says in another language is still right
    assert "theme.rouw" not in catalogue.entries("tr", "gewoon")
    vocabulary.rename(THEME, "rouw", "")
    assert line_of(here, "rouw").name == "Verlies en rouw"
    assert "theme.rouw" not in catalogue.words


def test_that_a_theme_is_proposed_by_what_it_was_connected_with(here: Room) -> None:
    vocabulary, catalogue = here.workspace.vocabulary, here.workspace.catalogue
    shipped = catalogue.proposed_by("rouw")
    vocabulary.connect(THEME, "rouw", ["LF1"])
    assert next(theme for theme in catalogue.themes if theme.code == "rouw").proposed_by == ("LF1",)
    vocabulary.connect(THEME, "rouw", None)
    assert catalogue.proposed_by("rouw") == shipped
    with pytest.raises(SpinnenwebError, match=r"word\.topic"):
        vocabulary.connect(THEME, "rouw", ["XX9"])


def test_that_a_signal_is_connected_with_themes_and_a_shipped_one_gets_its_own_back(here: Room) -> None:
    vocabulary, catalogue = here.workspace.vocabulary, here.workspace.catalogue
    code, _ = vocabulary.add(SIGNAL, "Post blijft liggen", proposed_by=["schulden"])
    assert catalogue.themes_of_sign(code) == line_of(here, code, SIGNAL).proposed_by == ("schulden",)
    shipped = catalogue.themes_of_sign("eenzaamheid")
    vocabulary.connect(SIGNAL, "eenzaamheid", [])
    assert catalogue.themes_of_sign("eenzaamheid") == ()
    assert line_of(here, "eenzaamheid", SIGNAL).history[-1].before == " ".join(shipped)
    vocabulary.connect(SIGNAL, "eenzaamheid", None)
    assert catalogue.themes_of_sign("eenzaamheid") == shipped
    for act in (
        lambda: vocabulary.connect(SIGNAL, code, ["MD"]),
        lambda: vocabulary.add(SIGNAL, "Iets", proposed_by=["x"]),
    ):
        with pytest.raises(SpinnenwebError, match=r"word\.theme"):
            act()


def test_that_the_themes_of_a_signal_are_there_after_the_vault_was_closed(here: Room) -> None:
    here.workspace.vocabulary.connect(SIGNAL, "schulden", ["taal"])
    here.workspace.close()
    again = open_vault(here.folder, PASSPHRASE, here.environment)
    assert again.catalogue.themes_of_sign("schulden") == ("taal",)
    again.close()


@pytest.mark.parametrize("own", [True, False])
def test_that_a_word_that_is_put_back_is_what_it_was_with_its_history(here: Room, own: bool) -> None:
    vocabulary = here.workspace.vocabulary
    code = vocabulary.add(THEME, "Samen eten", proposed_by=["MD1"])[0] if own else "rouw"
    before, was = line_of(here, code), vocabulary.as_it_stands(THEME, code)
    vocabulary.rename(THEME, code, "Aan tafel")
    vocabulary.connect(THEME, code, ["LF1"])
    vocabulary.switch(THEME, code, on=False)
    assert vocabulary.put_back(was).touches(Kind.VOCABULARY)
    assert line_of(here, code) == before


def test_that_a_name_that_is_taken_by_now_is_not_put_back(here: Room) -> None:
    vocabulary = here.workspace.vocabulary
    code, _ = vocabulary.add(THEME, "Samen eten")
    was = vocabulary.as_it_stands(THEME, code)
    vocabulary.rename(THEME, code, "Aan tafel")
    vocabulary.add(THEME, "Samen eten")
    with pytest.raises(SpinnenwebError, match=r"word\.taken"):
        vocabulary.put_back(was)
    assert line_of(here, code).name == "Aan tafel"


def test_that_a_retired_word_is_offered_no_longer_and_keeps_its_name(here: Room) -> None:
    vocabulary, catalogue = here.workspace.vocabulary, here.workspace.catalogue
    code, _ = vocabulary.add(SIGNAL, "Post blijft liggen")
    vocabulary.switch(SIGNAL, code, on=False)
    vocabulary.switch(THEME, "taal", on=False)
    assert code not in catalogue.signals
    assert "taal" not in {theme.code for theme in catalogue.themes}
    assert "taal" in {theme.code for theme in catalogue.all_themes}
    assert catalogue.words[f"signal.{code}"] == "Post blijft liggen"
    vocabulary.switch(THEME, "taal", on=True)
    assert [theme.code for theme in catalogue.themes] == list(catalogue.all_codes(THEME))


def test_that_a_code_is_never_used_again(here: Room) -> None:
    vocabulary = here.workspace.vocabulary
    code, _ = vocabulary.add(THEME, "Samen eten")
    vocabulary.rename(THEME, code, "Aan tafel")
    other, _ = vocabulary.add(THEME, "Samen eten")
    assert (code, other) == ("eigen-samen-eten", "eigen-samen-eten-2")


def test_that_the_history_says_what_happened_and_what_stood_there_before(here: Room) -> None:
    vocabulary = here.workspace.vocabulary
    code, _ = vocabulary.add(THEME, "Samen eten", proposed_by=["MD1"])
    vocabulary.rename(THEME, code, "Aan tafel")
    vocabulary.connect(THEME, code, ["MD2"])
    vocabulary.give_outside_code(THEME, code, "T-12")
    vocabulary.switch(THEME, code, on=False)
    assert vocabulary.switch(THEME, code, on=False) == NOTHING
    line = line_of(here, code)
    assert [(one.act, one.before) for one in line.history] == [
        (WordAct.MADE, ""),
        (WordAct.RENAMED, "Samen eten"),
        (WordAct.MAPPED, "MD1"),
        (WordAct.CODED, ""),
        (WordAct.RETIRED, ""),
    ]
    assert (line.outside_code, line.active) == ("T-12", False)
    assert here.workspace.catalogue.outside_codes() == {code: "T-12"}


@pytest.mark.parametrize("name", ["Verlies en rouw", " verlies EN rouw "])
def test_that_no_two_words_have_one_name(here: Room, name: str) -> None:
    vocabulary = here.workspace.vocabulary
    with pytest.raises(SpinnenwebError, match=r"word\.taken"):
        vocabulary.add(THEME, name)
    with pytest.raises(SpinnenwebError, match=r"word\.taken"):
        vocabulary.rename(THEME, "taal", name)
    vocabulary.add(SIGNAL, name)


def test_that_a_word_without_a_name_or_that_is_not_there_is_refused(here: Room) -> None:
    vocabulary = here.workspace.vocabulary
    code, _ = vocabulary.add(THEME, "Samen eten")
    for act, refused in (
        (lambda: vocabulary.add(THEME, "  "), "word.name_missing"),
        (lambda: vocabulary.rename(THEME, code, ""), "word.name_missing"),
        (lambda: vocabulary.rename(THEME, "onzin", "Iets"), "word.unknown"),
        (lambda: vocabulary.switch(SIGNAL, code, on=False), "word.unknown"),
    ):
        with pytest.raises(SpinnenwebError) as caught:
            act()
        assert caught.value.code == refused
