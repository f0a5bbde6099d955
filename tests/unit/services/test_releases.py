from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.conversations import AspectEntry, DimensionEntry, with_aspect, with_dimension
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.goals import GoalState, GoalStep
from spinnenweb.domain.releases import ReleaseChoice, Rhythm, RowStatus, WhyHidden, last_moment
from spinnenweb.domain.residents import Purpose
from tests.unit.services.handed_over import accepted, add_club, begin
from tests.unit.services.release_rooms import APRIL, MARCH, MAY, Village, bytes_in, figure, found, village
from tests.unit.services.rooms import NO, YES
from tests.unit.services.tables import row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = [
    "personen.csv",
    "themas.csv",
    "onderwerpen.csv",
    "signalen.csv",
    "opvolging.csv",
    "dimensies.csv",
    "cijfers.xlsx",
    "verantwoording.txt",
    "datapackage.json",
    "manifest.json",
]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as opened:
        yield opened


def refused(here: Village, code: str, until: date = MARCH, name: str | None = None) -> None:
    with pytest.raises(SpinnenwebError) as caught:
        here.make(until, name)
    assert caught.value.code == code


def tick(here: Village, size: int, dimension: str = "", aspect: str = "") -> None:
    with here.workspace.database.writing() as work:
        for resident in work.residents.all()[:size]:
            (talk,) = work.conversations.of(resident.id)
            if dimension:
                talk = with_dimension(talk, replace(talk.entry(dimension), topic=True))
            if aspect:
                talk = with_aspect(talk, AspectEntry(aspect, topic=True))
            work.conversations.update(talk)


# who counts


def test_that_only_residents_who_said_yes_count(here: Village) -> None:
    here.crowd(12)
    here.crowd(8, 100, meetellen="nee")
    assert here.preview().counted == {"Ruinen": 12}


def test_that_a_withdrawal_holds_in_the_same_second(here: Village) -> None:
    here.crowd(11)
    here.say("R-003", answer=NO)
    assert here.preview().counted == {"Ruinen": 10}
    here.say("R-003", answer=YES)
    assert here.preview().counted == {"Ruinen": 11}


def test_that_who_does_not_want_to_be_kept_or_is_only_kept_counts_nowhere(here: Village) -> None:
    here.crowd(12)
    here.say("R-003", Purpose.RECORD, NO)
    here.workspace.rights.restrict(here.id_of("R-004"))
    here.workspace.rights.erase(here.id_of("R-005"))
    assert here.preview().counted == {"Ruinen": 9}


def test_that_who_is_under_18_or_of_unknown_age_is_left_out_and_named_as_such(here: Village) -> None:
    here.crowd(10)
    here.take(
        row(code="R-100", geboortejaar="2009"),
        row(code="R-101", geboortejaar="2008"),
        row(code="R-102", geboortejaar=""),
    )
    preview = here.preview()
    assert (preview.counted, preview.left_out) == ({"Ruinen": 11}, {"Ruinen": 2})


def test_that_talks_after_the_day_do_not_count(here: Village) -> None:
    here.crowd(11)
    here.crowd(9, 100, datum="2026-04-01")
    assert here.preview(MARCH).counted == {"Ruinen": 11}
    assert here.preview(APRIL).counted == {"Ruinen": 20}


def test_that_a_village_nobody_counts_in_waits_until_somebody_does(here: Village) -> None:
    here.crowd(10)
    here.take(row(code="R-100", kern="Pesse", meetellen="nee"))
    assert here.preview().villages == ("Ruinen",)


def test_that_what_was_merged_counts_as_one(here: Village) -> None:
    here.crowd(12, themas="rouw")
    here.crowd(8, 100)
    here.workspace.merging.merge(here.id_of("R-100"), here.id_of("R-000"))
    assert here.preview().counted == {"Ruinen": 19}


# what they add


def test_that_the_last_talk_gives_the_themes(here: Village) -> None:
    here.crowd(15, themas="rouw")
    here.crowd(10, 100, themas="")
    here.take(*(row(code=f"R-{number:03}", datum="2026-05-31", themas="taal") for number in range(15)))
    before, after = here.preview(MARCH), here.preview(MAY)
    assert (figure(before, "themas", "rouw"), figure(before, "themas", "taal")) == (15, None)
    assert (figure(after, "themas", "rouw"), figure(after, "themas", "taal")) == (None, 15)


def test_that_a_talk_without_marks_keeps_the_web_of_before(here: Village) -> None:
    here.crowd(20, LF="6")
    with here.workspace.database.writing() as work:
        for resident in work.residents.all():
            (talk,) = work.conversations.of(resident.id)
            bare = tuple(DimensionEntry(entry.code) for entry in talk.dimensions)
            later = replace(talk, id=f"{talk.id}b", held_on=MAY, dimensions=bare, themes=("taal",))
            work.conversations.add(later)
    preview = here.preview(MAY)
    assert figure(preview, "dimensies", "LF") == Decimal(6)
    assert found(preview, "themas", "rouw").value is None


def test_that_a_topic_is_a_ticked_dimension_or_a_ticked_aspect_of_it(here: Village) -> None:
    here.crowd(20)
    tick(here, 15, dimension="LF", aspect="LF2")
    tick(here, 10, aspect="MW3")
    preview = here.preview()
    assert [figure(preview, "onderwerpen", code) for code in ("LF", "MW", "ZG")] == [15, 10, None]


def test_that_signals_and_steps_are_counted(here: Village) -> None:
    here.crowd(25)
    with here.workspace.database.writing() as work:
        for resident in work.residents.all()[:15]:
            (talk,) = work.conversations.of(resident.id)
            work.conversations.update(replace(talk, signals=("schulden",)))
            work.steps.add(step_of(resident.id, done=resident.code < "R-010"))
    preview = here.preview()
    assert figure(preview, "signalen", "schulden") == 15
    assert [figure(preview, "opvolging", stage) for stage in ("agreed", "done")] == [15, 10]
    assert figure(preview, "opvolging", "arrived") is None


def step_of(resident_id: str, *, done: bool) -> GoalStep:
    state = GoalState.DONE if done else GoalState.OPEN
    return GoalStep(f"stap-{resident_id}", resident_id, what="een ommetje", state=state, made_on=MARCH)


def test_that_webs_of_another_mode_share_no_mean(here: Village) -> None:
    here.crowd(20, LF="8")
    here.crowd(12, 100, LF="2", wijze="items")
    assert figure(here.preview(), "dimensies", "LF") == Decimal(8)


# the figures and the files


def test_that_the_files_hold_the_figures_of_the_preview(here: Village) -> None:
    here.crowd(30)
    preview, made = here.preview(), here.make()
    assert [path.name for path in made.files] == FILES
    assert sorted(path.name for path in made.folder.iterdir()) == sorted(FILES)
    with (made.folder / "themas.csv").open(encoding="utf-8-sig", newline="") as handle:
        lines = [tuple(line.values()) for line in csv.DictReader(handle, delimiter=";")]
    rows = preview.tables["themas"]
    assert [line[2:4] for line in lines] == [(r.item, "." if r.value is None else f"{r.value}") for r in rows]


def test_that_no_name_note_code_or_day_reaches_a_file(here: Village) -> None:
    here.crowd(20, notitie="Geheime tuin")
    for name, content in bytes_in(here.make().folder).items():
        assert not any(secret in content for secret in (b"Geheime", b"R-0", b"2026-03-31", b"1948")), name


def test_that_a_hidden_figure_says_why_and_from_how_many_it_will_do(here: Village) -> None:
    here.crowd(12)
    preview = here.preview()
    small = {(cell.table, cell.why, cell.enough_from) for cell in preview.hidden if cell.table == "themas"}
    assert small == {("themas", WhyHidden.SMALL_GROUP, 20)}
    assert preview.too_few == {}


def test_that_too_few_residents_say_from_how_many_it_will_be_enough(here: Village) -> None:
    here.crowd(9)
    preview = here.preview()
    assert (preview.too_few, preview.shows_anything) == ({"Ruinen": 10}, False)


def test_that_a_vault_without_anybody_makes_nothing(here: Village) -> None:
    refused(here, "release.too_few")
    assert list(here.out.iterdir()) == []
    assert here.releases.earlier() == ()


# the series


def test_that_few_changes_repeat_the_figure_and_many_renew_it(here: Village) -> None:
    here.crowd(30)
    here.make(MARCH)
    here.crowd(3, 100, datum="2026-04-02")
    assert found(here.preview(APRIL), "personen").status is RowStatus.REPEATED
    here.crowd(2, 200, datum="2026-04-03")
    april = found(here.preview(APRIL), "personen")
    assert (april.status, april.snapshot, april.value) == (RowStatus.NEW, "2026-04", Decimal(35))


def test_that_five_corrected_talks_are_five_new_measurements(here: Village) -> None:
    here.crowd(30)
    here.make(MARCH)
    with here.workspace.database.writing() as work:
        for resident in work.residents.all()[:5]:
            (talk,) = work.conversations.of(resident.id)
            work.conversations.update(replace(talk, note="nagelezen"))
    preview = here.preview(APRIL)
    assert found(preview, "personen").snapshot == "2026-04"
    assert found(preview, "dimensies", "LF").snapshot == "2026-03"


def test_that_a_household_counts_as_one_in_what_was_given_out_before_too(here: Village) -> None:
    here.crowd(30)
    here.make(MARCH)
    for number in range(1, 5):
        here.workspace.households.join(here.id_of(f"R-{number:03}"), here.id_of("R-000"))
    for number in range(5):
        here.say(f"R-{number:03}", answer=NO)
    assert found(here.preview(APRIL), "personen").status is RowStatus.REPEATED
    for number in range(10, 14):
        here.say(f"R-{number:03}", answer=NO)
    assert found(here.preview(APRIL), "personen").status is RowStatus.NEW


def test_that_cards_merged_after_a_release_are_one_in_it_too(here: Village) -> None:
    here.crowd(30)
    here.make(MARCH)
    for number in range(4):
        here.workspace.merging.merge(here.id_of(f"R-{number:03}"), here.id_of(f"R-{number + 10:03}"))
    preview = here.preview(APRIL)
    assert preview.counted == {"Ruinen": 26}
    assert found(preview, "personen").status is RowStatus.REPEATED


def test_that_an_erased_resident_counts_as_one_who_left(here: Village) -> None:
    here.crowd(30)
    here.make(MARCH)
    for number in range(4):
        here.workspace.rights.erase(here.id_of(f"R-{number:03}"))
    assert found(here.preview(APRIL), "personen").status is RowStatus.REPEATED
    here.workspace.rights.erase(here.id_of("R-010"))
    assert found(here.preview(APRIL), "personen").snapshot == "2026-04"


def test_that_a_renamed_village_goes_on_in_its_own_series(here: Village) -> None:
    here.crowd(30)
    here.make(MARCH)
    (card,) = here.workspace.residents.villages()
    with here.workspace.database.writing() as work:
        work.villages.update(replace(card, name="Oud-Ruinen"))
    april = here.preview(APRIL)
    assert april.villages == ("Oud-Ruinen",)
    assert found(april, "personen", name="Oud-Ruinen").snapshot == "2026-03"


def test_that_asking_again_gives_the_same_bytes_after_restart_and_later_changes(here: Village) -> None:
    here.crowd(30)
    first = bytes_in(here.make(MARCH).folder)
    here.crowd(20, 100)
    here.open_again()
    again = here.make(MARCH, "nog-eens")
    assert (again.number, bytes_in(again.folder)) == (1, first)
    assert bytes_in(here.releases.make_again(1, here.out / "derde").folder) == first
    assert len(here.releases.earlier()) == 1


def test_that_what_is_computed_again_is_what_was_stored(here: Village) -> None:
    """The files are kept, and nothing in them depends on when they were made."""
    here.crowd(30)
    here.make(MARCH)
    again = here.preview(MARCH)
    with (here.out / "2026-03" / "personen.csv").open(encoding="utf-8-sig", newline="") as handle:
        (line,) = csv.DictReader(handle, delimiter=";")
    assert again.again
    assert line["aantal"] == str(figure(again, "personen"))


def test_that_each_release_names_the_one_before_it(here: Village) -> None:
    here.crowd(30)
    march, april = here.make(MARCH).folder, here.make(APRIL).folder
    told = [json.loads((folder / "manifest.json").read_text("utf-8")) for folder in (march, april)]
    assert [one["nummer"] for one in told] == [1, 2]
    assert told[1]["vorige"] == sha256((march / "manifest.json").read_bytes()).hexdigest()
    assert told[0]["vorige"] == ""


def test_that_earlier_releases_say_what_was_in_them(here: Village) -> None:
    here.crowd(30)
    here.make(MARCH)
    here.make(APRIL)
    april, march = here.releases.earlier()
    assert (march.number, march.month, march.villages, march.repeated) == (1, "2026-03", ("Ruinen",), 0)
    assert (april.new, april.repeated, april.shown) == (0, march.new, march.new)
    assert march.tables["personen"] == 1
    assert here.preview(MAY).previous == april


def test_that_the_log_names_the_release(here: Village) -> None:
    here.crowd(30)
    here.make(MARCH)
    here.make(MARCH, "nog-eens")
    lines = here.workspace.audit.lines(kinds=[AuditKind.EXPORTED])
    assert [line.detail for line in lines] == ["cijfers 1", "cijfers 1"]
    assert here.workspace.audit.verify().sound


# when none is made


def test_that_a_folder_or_link_that_is_there_is_not_touched(here: Village) -> None:
    here.crowd(30)
    (here.out / "leeg").mkdir()
    (here.out / "link").symlink_to(here.out / "weg")
    refused(here, "release.folder_exists", name="leeg")
    refused(here, "release.folder_exists", name="link")
    assert list((here.out / "leeg").iterdir()) == []
    assert here.releases.earlier() == ()


def test_that_a_release_needs_the_folder_around_it_and_leaves_nothing_without(here: Village) -> None:
    here.crowd(30)
    refused(here, "target.missing", name="weg/cijfers")
    assert here.releases.earlier() == ()
    assert here.make(MARCH).number == 1


def test_that_stopping_leaves_nothing(here: Village) -> None:
    here.crowd(30)
    asked: list[str] = []
    with pytest.raises(SpinnenwebError, match=r"release\.cancelled"):
        here.releases.make(
            ReleaseChoice(MARCH),
            here.out / "cijfers",
            progress=lambda stage, _done, _all: asked.append(stage),
            cancelled=lambda: len(asked) == 2,
        )
    assert asked == ["lezen", "rekenen"]
    assert not (here.out / "cijfers").exists()
    assert here.releases.earlier() == ()


def test_that_a_clock_before_the_last_release_makes_none_but_repeats_one(here: Village) -> None:
    here.crowd(30)
    here.make(MARCH)
    here.room.time.moment -= timedelta(days=365)
    refused(here, "release.clock_back", APRIL)
    assert here.make(MARCH, "nog-eens").number == 1


def test_that_a_year_typed_wrong_is_not_the_end_of_the_series(here: Village) -> None:
    """Nothing may come before the last release, so one for the year 9999 would be the last for ever."""
    here.crowd(30)
    refused(here, "release.far", date(9999, 12, 31))
    assert here.make(MARCH).number == 1


def test_that_an_unknown_village_is_refused(here: Village) -> None:
    here.crowd(10)
    with pytest.raises(SpinnenwebError, match=r"release\.village"):
        here.preview(villages=("weg",))


def test_that_a_newer_release_beside_the_folder_is_noticed(here: Village) -> None:
    """Somebody copied an old vault folder back as a whole; the folder given out last still lies there."""
    here.crowd(30)
    here.make(MARCH)
    here.make(APRIL)
    told = json.loads((here.out / "2026-04" / "manifest.json").read_text("utf-8"))
    (here.out / "later").mkdir()
    (here.out / "later" / "manifest.json").write_text(json.dumps({**told, "nummer": 3}), "utf-8")
    refused(here, "release.old_vault", MAY)
    with pytest.raises(SpinnenwebError, match=r"release\.old_vault"):
        here.releases.check_series(here.out / "later")
    with pytest.raises(SpinnenwebError, match=r"release\.no_folder"):
        here.releases.check_series(here.out)
    here.releases.check_series(here.out / "2026-04")


# the rhythm


@pytest.mark.parametrize(
    ("today", "rhythm", "moment"),
    [
        (date(2026, 11, 22), Rhythm.QUARTER, date(2026, 9, 30)),
        (date(2026, 11, 22), Rhythm.MONTH, date(2026, 10, 31)),
        (date(2026, 12, 31), Rhythm.QUARTER, date(2026, 12, 31)),
        (date(2026, 1, 1), Rhythm.QUARTER, date(2025, 12, 31)),
        (date(2028, 2, 29), Rhythm.MONTH, date(2028, 2, 29)),
    ],
)
def test_that_a_moment_is_the_end_of_a_whole_quarter_or_month(today: date, rhythm: Rhythm, moment: date) -> None:
    assert last_moment(today, rhythm) == moment


def test_that_the_rhythm_is_a_setting(here: Village) -> None:
    assert (here.releases.rhythm(), here.releases.default_moment()) == (Rhythm.QUARTER, date(2026, 9, 30))
    settings = here.workspace.settings.get()
    here.workspace.settings.save(replace(settings, release_rhythm=Rhythm.MONTH))
    assert here.releases.default_moment() == date(2026, 10, 31)


def test_that_marks_that_were_not_given_stay_out_of_a_mean(here: Village) -> None:
    here.crowd(20, KL="4")
    here.crowd(9, 100, KL="")
    assert figure(here.preview(), "dimensies", "KL") == Decimal(4)


def test_that_hand_overs_that_were_started_and_arrived_count_in_the_follow_up(here: Village) -> None:
    here.crowd(30)
    today, club = here.workspace.clock.today(), add_club(here.workspace)
    for number in range(16):
        one = begin(here.workspace, here.workspace.residents.get(here.id_of(f"R-{number:03}")), club)
        accepted(here.workspace, one)
    preview = here.preview(today)
    assert figure(preview, "opvolging", "handover_started") in (15, 20)
    assert figure(preview, "opvolging", "arrived") is None


def test_that_the_moment_that_is_proposed_is_never_before_the_last_release(here: Village) -> None:
    here.crowd(30)
    proposed = here.releases.default_moment()
    assert here.releases.usual_choice().until == proposed
    later = (proposed + timedelta(days=60)).replace(day=28)
    made = here.make(later)
    asked = here.releases.usual_choice().until
    assert asked > proposed
    assert (asked.year, asked.month) == (later.year, later.month)
    assert here.preview(asked).number == made.number


def three_places(here: Village) -> tuple[str, dict[str, tuple[str, ...]]]:
    """A large village, and two small ones that stood together in the first release."""
    here.crowd(30)
    here.crowd(12, 100, kern="Pesse")
    here.crowd(12, 200, kern="Echten")
    ids = {one.name: one.id for one in here.workspace.residents.villages()}
    together: dict[str, tuple[str, ...]] = {"De Streek": (ids["Pesse"], ids["Echten"])}
    here.releases.make(ReleaseChoice(MARCH, (), together), here.out / "een")
    return ids["Ruinen"], together


def test_that_a_group_goes_along_after_a_release_of_other_villages(here: Village) -> None:
    large, together = three_places(here)
    here.releases.make(ReleaseChoice(APRIL, (large,)), here.out / "twee")
    with pytest.raises(SpinnenwebError, match=r"release\.design_changed"):
        here.preview(MAY)
    assert {name: set(inside) for name, inside in here.releases.groups().items()} == {
        name: set(inside) for name, inside in together.items()
    }
    assert here.preview(MAY, clusters=here.releases.groups()).clusters == {"De Streek": ("Echten", "Pesse")}


def test_that_what_is_usual_has_only_groups_of_villages_that_are_asked_for(here: Village) -> None:
    large, together = three_places(here)
    here.releases.make(ReleaseChoice(APRIL, (large,)), here.out / "twee")
    usual = here.releases.usual_choice()
    assert (usual.villages, usual.clusters) == ((large,), {})
    assert here.releases.preview(usual).villages == ("Ruinen",)
    here.releases.make(ReleaseChoice(MAY, together["De Streek"], together), here.out / "drie")
    usual = here.releases.usual_choice()
    assert set(usual.clusters) == {"De Streek"}
    assert here.releases.preview(usual).clusters == {"De Streek": ("Echten", "Pesse")}
