"""What stands beside the table: the check, the files, what only the worker may see, the earlier releases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.domain.releases import TOTAL
from spinnenweb.ui.dates import locale
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import link_button, quiet_button
from spinnenweb.ui.widgets.labels import IconMark, SectionTitle, text_label
from spinnenweb.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spinnenweb.domain.releases import MadeRelease, ReleaseAudit, ReleasePreview
    from spinnenweb.domain.wording import Wording

translate = QCoreApplication.translate

_CHECKS = ("check_ten", "check_series", "check_five", "check_clean")
_LEAST_SECONDS = 0.1


def point(icon_name: str, tone: str, text: str) -> QWidget:
    """A line with an icon before it."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(10))
    row.addWidget(IconMark(icon_name, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text_label(text), 1)
    return holder


def emptied(body: QVBoxLayout) -> QVBoxLayout:
    """A layout without what was in it."""
    while (item := body.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    return body


class CheckCard(Card):
    """Whether nothing can be worked out from the figures, and how that is seen to."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self._found = QVBoxLayout()
        self._found.setSpacing(px(8))
        self.time = text_label("", "small")
        self.how = link_button(translate("ReleasesPage", "zo werkt het"))
        self.legend = self._legend()
        self.legend.hide()
        self.how.clicked.connect(self._explain)
        foot = QHBoxLayout()
        foot.addWidget(self.time, 1)
        foot.addWidget(self.how)
        for part in (self._found, foot, self.legend):
            self.add(part)

    def _explain(self) -> None:
        self.legend.setVisible(self.legend.isHidden())
        more, less = translate("ReleasesPage", "zo werkt het"), translate("ReleasesPage", "minder uitleg")
        self.how.setText(more if self.legend.isHidden() else less)

    def _legend(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(6))
        earlier = translate("ReleasesPage", "een eerder overzicht")
        for name, tone in (("new", "ok"), ("repeated", "accent"), ("hidden", "warn")):
            column.addSpacing(px(6))
            column.addWidget(Chip(self._words.say(f"release.{name}"), tone))
            column.addWidget(text_label(self._words.say(f"release.{name}_explained", month=earlier), "small"))
        return holder

    def show_audit(self, audit: ReleaseAudit) -> None:
        """Tell what the check found."""
        body = emptied(self._found)
        if audit.passed:
            body.addWidget(_titled("shield-check", "ok", self._words.say("release.check_passed")))
        else:
            body.addWidget(_titled("alert", "warn", translate("ReleasesPage", "Niet alles is vernieuwd")))
            for village in audit.failed:
                body.addWidget(text_label(self._repeats(village)))
        for key in _CHECKS:
            body.addWidget(point("check", "ok", self._words.say(f"release.{key}")))
        seconds = f"{max(_LEAST_SECONDS, audit.seconds):.1f}".replace(".", locale().decimalPoint())
        self.time.setText(translate("ReleasesPage", "Gecontroleerd in {seconds} s").format(seconds=seconds))

    def _repeats(self, village: str) -> str:
        return translate(
            "ReleasesPage",
            "Met nieuwe cijfers van {village} was een antwoord misschien uit te rekenen. Daarom herhalen we daar "
            "het vorige overzicht. Je gegevens zijn in orde. Het lukt vanzelf als er meer gesprekken zijn.",
        ).format(village=village)


def _titled(icon_name: str, tone: str, text: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, px(4))
    row.setSpacing(px(12))
    row.addWidget(IconMark(icon_name, tone, 28))
    row.addWidget(SectionTitle(text), 1)
    return holder


class FilesCard(Card):
    """What is made, and how far it is; `stopped` when the person has waited enough."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = SectionTitle("")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(6))
        self.again = quiet_button(translate("ReleasesPage", "Zelfde bestanden nog eens maken"))
        self.waiting = Waiting(
            translate("ReleasesPage", "De bestanden worden gemaakt…"), translate("ReleasesPage", "Stoppen")
        )
        self.waiting.hide()
        self.waiting.cancelled.connect(self.stopped)
        for part in (self.title, self._lines, self.again, self.waiting):
            self.add(part)

    def show_files(self, preview: ReleasePreview, *, made: bool) -> None:
        """Name what is in the folder; what was made before can be made again, the same."""
        there, coming = translate("ReleasesPage", "De bestanden"), translate("ReleasesPage", "Wordt gemaakt")
        self.title.setText(there if made else coming)
        self.again.setVisible(made)
        tables = translate("ReleasesPage", "{count} tabellen voor Excel (CSV) en 1 werkmap")
        body = emptied(self._lines)
        for text in (
            tables.format(count=len(preview.tables)),
            translate("ReleasesPage", "Verantwoording, 1 pagina"),
            translate("ReleasesPage", "Beschrijving voor onderzoekers (datapackage)"),
        ):
            body.addWidget(point("file-text", "ink_soft", text))

    def begin(self) -> None:
        """The files are being made."""
        self.waiting.show()
        self.waiting.start()

    def end(self) -> None:
        """They are, or they are not."""
        self.waiting.stop()
        self.waiting.hide()


class MadeCard(Card):
    """What was made and where."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self.text = text_label("", "strong")
        self.folder = text_label("", "soft")
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(IconMark("check", "ok", 20), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.text, 1)
        self.add(head)
        self.add(self.folder)

    def show_made(self, made: MadeRelease) -> None:
        """Tell that it is there."""
        self.text.setText(self._words.say("release.made", number=made.number))
        line = translate("ReleasesPage", "In de map {folder} staan {count} bestanden.")
        self.folder.setText(line.format(folder=made.folder.name, count=len(made.files)))
        self.folder.setToolTip(str(made.folder))
        announce(self, f"{self.text.text()} {self.folder.text()}")


class PrivateCard(Card):
    """Exact numbers, for the worker's eyes only; never in a file, a print or a presentation."""

    def __init__(self, words: Wording) -> None:
        super().__init__(words.say("release.private"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(6))
        self.add(self._lines)

    def show_village(self, preview: ReleasePreview, village: str) -> None:
        """What belongs to the village that is looked at."""
        body = emptied(self._lines)
        for text in private_lines(preview, village):
            body.addWidget(text_label(text))


def private_lines(preview: ReleasePreview, village: str) -> Iterator[str]:
    """Who counts and who does not, how much is hidden, and of what a total is made."""
    yield _counted(preview, village)
    out = number_of(preview.left_out, preview, village)
    if out:
        text = translate("ReleasesPage", "Niet meegeteld: {count}, jonger dan 18 of zonder geboortejaar.")
        yield text.format(count=out)
    rows = [row for rows in preview.tables.values() for row in rows if row.village == village]
    hidden = sum(row.value is None for row in rows)
    text = translate("ReleasesPage", "{hidden} van de {all} cijfers zijn afgeschermd.")
    yield text.format(hidden=hidden, all=len(rows))
    if village == TOTAL and preview.in_total:
        text = translate("ReleasesPage", "Opgeteld uit de getoonde cijfers van {villages}.")
        yield text.format(villages=", ".join(preview.in_total))
    if village in preview.clusters:
        text = translate("ReleasesPage", "Een groep van {villages}. Thema’s en signalen staan daar samen.")
        yield text.format(villages=", ".join(preview.clusters[village]))


def _counted(preview: ReleasePreview, village: str) -> str:
    count = number_of(preview.counted, preview, village)
    return translate("ReleasesPage", "{count} inwoners tellen mee.").format(count=count)


def number_of(numbers: Mapping[str, int], preview: ReleasePreview, village: str) -> int:
    """The number of a village, of the villages of a cluster, or of all of them."""
    if village == TOTAL:
        return sum(numbers.values())
    return sum(numbers.get(one, 0) for one in preview.clusters.get(village, (village,)))
