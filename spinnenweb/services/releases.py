"""Giving out figures: what a release shows, making it, what was given out before, and when none is made."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from time import perf_counter
from typing import TYPE_CHECKING

from spinnenweb.disclosure.people import Request
from spinnenweb.disclosure.refusals import refuse
from spinnenweb.disclosure.release import Outcome, made_before, release_of, series_name
from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.dates import said_date
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.releases import MadeRelease, ReleaseSummary, Rhythm, last_moment
from spinnenweb.domain.wording import Wording
from spinnenweb.exchange.release_files import MANIFEST_FILE, Papers, manifest_hash, release_files
from spinnenweb.security.private_files import PART_SUFFIX, write_private_folder
from spinnenweb.services.release_views import preview_of, summary_from, summary_of
from spinnenweb.services.series_ledger import (
    changed_bodies,
    is_settled,
    names_for,
    read_ledger,
    settle_ledger,
    with_todays_households,
    yearly_days,
)
from spinnenweb.services.series_seal import (
    KIND,
    finish_release,
    is_ahead,
    read_seal,
    settle_pending,
    write_seal,
)
from spinnenweb.services.team_people import people_for_release, settle_team
from spinnenweb.services.usual_choice import choice_of, groups, usual_choice
from spinnenweb.storage.audit_trail import Entry
from spinnenweb.storage.migrations import STEPS
from spinnenweb.storage.series_store import StoredRelease

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from spinnenweb.disclosure.ledger import Ledger
    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.releases import ReleaseChoice, ReleasePreview
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.services.team_people import ReleasePeople
    from spinnenweb.storage.database import Database

    Progress = Callable[[str, int, int], None]

READING, COUNTING, WRITING = "lezen", "rekenen", "schrijven"
"""The stages of making a release, for who shows progress."""
_STAGES = (READING, COUNTING, WRITING)
ACCOUNT_TEMPLATE = "cijfers-verantwoording.txt"
_WORDS = {
    "themas": "theme",
    "onderwerpen": "label",
    "signalen": "signal",
    "opvolging": "stage",
    "klassen": "label",
    "verandering": "label",
    "dimensies": "label",
}
_MOST_MANIFEST = 1024 * 1024
FURTHEST_AHEAD = timedelta(days=366)
"""How far ahead a release may look."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """Everything a release is made from; `stored` is the ledger as it lies in the file."""

    stored: Ledger
    ledger: Ledger
    request: Request
    people: ReleasePeople
    names: Mapping[str, str]


class ReleaseService:
    """Makes the releases of one vault."""

    def __init__(
        self,
        folder: Path,
        database: Database,
        catalogue: Catalogue,
        clock: Clock,
        data_key: bytearray,
        anchor: Callable[[], None] = lambda: None,
    ) -> None:
        """`anchor` is called when something left the vault, after it was written in the log."""
        self._folder = folder
        self._database = database
        self._catalogue = catalogue
        self._clock = clock
        self._data_key = data_key
        self._anchor = anchor

    # when

    def rhythm(self) -> Rhythm:
        """How often this vault gives out figures."""
        with self._database.reading() as work:
            return work.settings.get().release_rhythm

    def default_moment(self) -> date:
        """The last day of the last whole quarter, or of the last whole month by choice."""
        return last_moment(self._clock.today(), self.rhythm())

    def usual_choice(self) -> ReleaseChoice:
        """What is asked for when nobody chose: the default moment, and what the last release had."""
        until = self.default_moment()
        with self._database.reading() as work:
            return usual_choice(work, until)

    def groups(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the villages of every group there ever was a release with, by the name of the group."""
        with self._database.reading() as work:
            return groups(work)

    def choice_of(self, number: int) -> ReleaseChoice:
        """What was asked when an earlier release was made. Raises `SpinnenwebError` `release.unknown`."""
        with self._database.reading() as work:
            return choice_of(work, number)

    # looking

    def preview(self, choice: ReleaseChoice) -> ReleasePreview:
        """The release as its files will show it, and what only the worker sees. Gives nothing out.

        The first time residents get their random numbers, so this may write.

        Raises:
            SpinnenwebError: `release.old_vault`, `release.unmerged`, `release.predecessor_missing`,
                `release.design_changed`, `release.cluster`, `release.village`, `disk.full`, `disk.failed`.
        """
        ready = self._ready(choice)
        outcome, seconds = _outcome(ready)
        earlier = [one for one in self.earlier() if one.number < outcome.record.number]
        again = made_before(ready.ledger, ready.request) is not None
        return preview_of(outcome, again=again, seconds=seconds, missing=ready.people.missing, earlier=earlier)

    def earlier(self) -> tuple[ReleaseSummary, ...]:
        """What was given out before, newest first."""
        with self._database.reading() as work:
            pending = work.series.pending()
            found = work.series.releases()
        waiting = None if pending is None else pending.number
        return tuple(summary_from(one) for one in reversed(found) if one.number != waiting)

    def check_series(self, last_folder: Path | None = None) -> None:
        """Refuse when this vault does not know the last release; `last_folder` is that of the last one given out.

        Raises:
            SpinnenwebError: `release.old_vault` (this file is older than the last release, or a part of the series
                is lost), `release.predecessor_missing`, `release.no_folder` (no release lies in that folder).
        """
        settle_pending(self._database, given_out=True)
        self._refuse_old()
        if last_folder is None:
            return
        shown = _manifest_in(last_folder)
        if shown is None:
            raise SpinnenwebError("release.no_folder", path=str(last_folder))
        with self._database.reading() as work:
            if work.series.secret() is None:
                raise SpinnenwebError("release.old_vault")
            ledger = read_ledger(work)
        refuse(ledger, Request((), self._clock.today(), (), last_manifest=shown[1]), None)

    # making

    def make(
        self,
        choice: ReleaseChoice,
        folder: Path,
        *,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> MadeRelease:
        """Give the release out as a new folder, whole or not at all; asking again makes the same bytes again.

        Args:
            choice: what is asked for.
            folder: the folder to be; its files lie in it directly.
            progress: gets the stage (`READING`, `COUNTING`, `WRITING`), how many are done and how many there are.
            cancelled: asked before every stage.

        Raises:
            SpinnenwebError: `release.folder_exists`, `release.cancelled`, `release.too_few` (nobody counts),
                `release.clock_back` (the clock stands before the last release), `target.missing`,
                `target.no_rights`, `disk.full`, `disk.failed`, `release.missing_contribution` with `worker` (of a
                laptop of the team there is none for this month), and as `preview`.
        """
        if os.path.lexists(folder):
            raise SpinnenwebError("release.folder_exists", path=str(folder))
        tell = _teller(progress, cancelled)
        tell(READING)
        ready = self._ready(choice, beside=folder)
        tell(COUNTING)
        again = made_before(ready.ledger, ready.request)
        if again is not None:
            tell(WRITING)
            return self._written_again(again.number, folder)
        if ready.people.missing:
            raise SpinnenwebError("release.missing_contribution", worker=", ".join(ready.people.missing))
        self._refuse_early_clock()
        outcome, _ = _outcome(ready)
        if not any(table.rows for table in outcome.tables):
            raise SpinnenwebError("release.too_few")
        tell(WRITING)
        return self._given_out(ready, outcome, folder)

    def make_again(self, number: int, folder: Path) -> MadeRelease:
        """Write the files of an earlier release once more, the same bytes.

        Raises:
            SpinnenwebError: `release.folder_exists`, `release.unknown`, `target.*`, `disk.full`, `disk.failed`.
        """
        if os.path.lexists(folder):
            raise SpinnenwebError("release.folder_exists", path=str(folder))
        settle_pending(self._database, given_out=True)
        return self._written_again(number, folder)

    def _written_again(self, number: int, folder: Path) -> MadeRelease:
        with self._database.reading() as work:
            files = work.series.files(number)
        if not files:
            raise SpinnenwebError("release.unknown", number=number)
        with write_private_folder(folder) as part:
            _write(part, files)
        with self._database.writing() as work:
            work.audit.note(Entry(AuditKind.EXPORTED, detail=f"{KIND} {number}"))
        self._anchor()
        return MadeRelease(number, folder, tuple(folder / name for name in files))

    def _given_out(self, ready: _Ready, outcome: Outcome, folder: Path) -> MadeRelease:
        files = release_files(outcome, self._papers)
        number = outcome.record.number
        bodies = changed_bodies(ready.stored, outcome.ledger)
        names = {one: name for one, name in ready.names.items() if name in outcome.ledger.villages}
        stored = StoredRelease(
            number,
            outcome.record.month,
            outcome.record.villages,
            outcome.record.previous,
            manifest_hash(files),
            self._clock.today(),
            summary_of(outcome, ready.request.until),
        )

        def prepare() -> None:
            with self._database.writing() as work:
                work.series.put_names({**work.series.names(), **names})
                work.series.prepare(stored, files, bodies, str(folder.absolute()))

        try:
            with write_private_folder(folder, prepare) as part:
                _write(part, files)
        except BaseException:
            self._take_back(number)
            raise
        self._finish(number)
        return MadeRelease(number, folder, tuple(folder / name for name in files))

    def _take_back(self, number: int) -> None:
        # when even this fails, the next opening finds the half folder or none, and decides then
        with suppress(SpinnenwebError), self._database.writing() as work:
            pending = work.series.pending()
            if pending is not None and pending.number == number:
                work.series.drop(number)

    def _finish(self, number: int) -> None:
        # the release stands already: a full disk must not call it failed, and the next opening does the rest
        with suppress(SpinnenwebError):
            with self._database.writing() as work:
                finish_release(work, number)
            write_seal(self._folder, self._database, self._data_key)
            self._anchor()

    # what it is made from

    def _ready(self, choice: ReleaseChoice, beside: Path | None = None) -> _Ready:
        self._refuse_far(choice.until)
        settle_pending(self._database, given_out=True)
        self._refuse_old()
        with self._database.reading() as work:
            settled = is_settled(work)
        if not settled:
            with self._database.writing() as work:
                settle_ledger(work)
        with self._database.reading() as work:
            stored, names = read_ledger(work), names_for(work)
            ledger = with_todays_households(work, stored)
            days = yearly_days(work, ledger)
            people = people_for_release(work, self._catalogue, choice.until, names, choice.previous_of, days)
        if not people.settled:
            with self._database.writing() as work:
                settle_team(work, people)
        ledger = people.in_ledger(ledger)
        last = None if beside is None else _newest_beside(beside, series_name(ledger.secret))
        return _Ready(stored, ledger, self._request(choice, names, ledger, people, last), people, names)

    def _request(
        self,
        choice: ReleaseChoice,
        names: Mapping[str, str],
        ledger: Ledger,
        people: ReleasePeople,
        last: str | None,
    ) -> Request:
        there = {*ledger.villages, *people.rolls}
        asked = choice.villages or tuple(one for one, name in names.items() if name in there)
        return Request(
            villages=_named(names, asked),
            until=choice.until,
            themes=tuple(theme.code for theme in self._catalogue.themes),
            signals=self._catalogue.signals,
            clusters={name: tuple(sorted(_named(names, inside))) for name, inside in choice.clusters.items()},
            last_manifest=last,
            merged=not people.unmerged,
        )

    def _refuse_old(self) -> None:
        with self._database.reading() as work:
            old = is_ahead(read_seal(self._folder, work), work) or not work.series.is_whole()
        if old:
            raise SpinnenwebError("release.old_vault")

    def _refuse_far(self, until: date) -> None:
        # nothing can come before the last one: a year typed wrong would be the end of the series
        if until > self._clock.today() + FURTHEST_AHEAD:
            raise SpinnenwebError("release.far", date=said_date(until))

    def _refuse_early_clock(self) -> None:
        last = next(iter(self.earlier()), None)
        if last is not None and self._clock.today() < last.made_on:
            raise SpinnenwebError("release.clock_back", date=last.made_on.isoformat())

    @cached_property
    def _papers(self) -> Papers:
        resources = self._catalogue.folder
        words = Wording.read(resources / "texts" / "nl" / "werker.toml")
        with self._database.reading() as work:
            example = work.settings.get().demo
        return Papers(
            account=(resources / "templates" / ACCOUNT_TEMPLATE).read_text("utf-8"),
            words=dict(_item_words(words)),
            example=example,
            version=STEPS[-1].info.program,
        )


def _outcome(ready: _Ready) -> tuple[Outcome, float]:
    start = perf_counter()
    outcome = release_of(ready.people.rolls, ready.ledger, ready.request)
    return outcome, perf_counter() - start


def _named(names: Mapping[str, str], villages: Iterable[str]) -> tuple[str, ...]:
    found = tuple(villages)
    unknown = next((one for one in found if one not in names), None)
    if unknown is not None:
        raise SpinnenwebError("release.village", name=unknown)
    return tuple(names[one] for one in found)


def _item_words(words: Wording) -> Iterable[tuple[str, str]]:
    """What every item (`table:code`) is called in the workbook and in `datapackage.json`."""
    for table, prefix in _WORDS.items():
        for key in words.entries:
            start, _, code = key.partition(".")
            if start == prefix:
                yield f"{table}:{code}", words.say(key)


def _teller(progress: Progress | None, cancelled: Callable[[], bool] | None) -> Callable[[str], None]:
    def tell(stage: str) -> None:
        if cancelled is not None and cancelled():
            raise SpinnenwebError("release.cancelled")
        if progress is not None:
            progress(stage, _STAGES.index(stage), len(_STAGES))

    return tell


def _write(part: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        (part / name).write_bytes(content)


def _newest_beside(folder: Path, series: str) -> str | None:
    """The manifest (SHA-256) of the newest release of this series that lies beside a folder to be, if any."""
    found = []
    with suppress(OSError, ValueError):
        for other in folder.absolute().parent.iterdir():
            told = None if other.name.endswith(PART_SUFFIX) else _manifest_in(other)
            if told is not None and told[0].get("reeks") == series:
                found.append((int(str(told[0].get("nummer", 0))), told[1]))
    return max(found)[1] if found else None


def _manifest_in(folder: Path) -> tuple[dict[str, object], str] | None:
    try:
        path = folder / MANIFEST_FILE
        if path.stat().st_size > _MOST_MANIFEST:
            return None
        content = path.read_bytes()
        told = json.loads(content)
    except (OSError, ValueError, RecursionError):
        return None
    return (told, hashlib.sha256(content).hexdigest()) if isinstance(told, dict) else None
