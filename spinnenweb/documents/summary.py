"""The summary a resident takes home: same order, same words as on the screen, in the resident's own form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import KeepTogether, Spacer

from spinnenweb.charts.radar import radar_figure
from spinnenweb.charts.render import finished_pdf
from spinnenweb.charts.style import PAPER
from spinnenweb.charts.webs import LabelledWeb, axis_label, mark_text, wanted
from spinnenweb.documents.blocks import (
    MM,
    RESIDENT_TEXT,
    TEXT_WIDTH,
    Flowable,
    Placed,
    bullets,
    chart_room,
    line,
    paragraphs,
    rows,
    ruled_table,
    section,
    text_style,
)
from spinnenweb.documents.faces import FaceMark
from spinnenweb.documents.letters import register_letters
from spinnenweb.documents.literature import LITERATURE
from spinnenweb.documents.paper import About, make_pdf
from spinnenweb.domain.dates import said_date
from spinnenweb.domain.faces import face_of
from spinnenweb.domain.instruments import Mode, Scale
from spinnenweb.domain.scoring import ScoreState

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle

    from spinnenweb.charts.render import ChartPdf
    from spinnenweb.documents.contents import SummaryContent
    from spinnenweb.domain.scoring import Score

_WEB_SIZE = (TEXT_WIDTH / 72, 143 * MM / 72)
_WEB_TEXT = 12.5
_MARK_COLUMN = 45 * MM


def make_summary(content: SummaryContent) -> bytes:
    """The summary as PDF; the same content gives the same bytes. Only what the resident chose is on it."""
    register_letters(content.fonts)
    chart = _chart(content) if content.choice.web else None
    texts = content.texts
    about = About(
        # what the file is called from inside: never with a name or a date
        texts.say("summary.file"),
        texts.language,
        lambda page, pages: texts.say("summary.page", n=page, total=pages),
        texts.say("summary.example") if content.example else "",
        texts.from_the_right,
    )
    return make_pdf(lambda placed: _story(content, chart, placed), about)


def _line(
    content: SummaryContent,
    text: str,
    size: float = RESIDENT_TEXT,
    *,
    bold: bool = False,
    soft: bool = False,
    before: float = 0.0,
) -> Flowable:
    return line(text, _style(content, size, bold=bold, soft=soft, before=before))


def _style(
    content: SummaryContent, size: float, *, bold: bool = False, soft: bool = False, before: float = 0.0
) -> ParagraphStyle:
    right = content.texts.from_the_right
    return text_style(size, bold=bold, soft=soft, before=before, right=right)


def _section(content: SummaryContent, key: str, body: list[Flowable], *, whole: bool = False) -> list[Flowable]:
    return section(content.texts.say(key), body, whole=whole, right=content.texts.from_the_right)


def _chart(content: SummaryContent) -> ChartPdf:
    figure = radar_figure(
        [LabelledWeb(content.web)],
        content.labels,
        PAPER.using(content.fonts),
        _WEB_SIZE,
        text_size=_WEB_TEXT,
    )
    return finished_pdf(figure)


def _story(content: SummaryContent, chart: ChartPdf | None, placed: list[Placed]) -> list[Flowable]:
    choice = content.choice
    story = _opening(content)
    if chart is not None:
        story += chart_room(chart, placed)
    story += [_line(content, content.texts.say("line.resident"))]
    story += _marks(content) if choice.marks else []
    story += _topics(content) if choice.web or choice.marks else []
    story += _matters(content) if choice.matters else []
    story += _step(content) if choice.step else []
    story += _again(content) if choice.again else []
    story += _notes(content) if choice.note else []
    return story + _closing(content)


def _opening(content: SummaryContent) -> list[Flowable]:
    texts = content.texts
    title = texts.say("summary.title", date=said_date(content.held_on, texts.language))
    return [
        _line(content, title, RESIDENT_TEXT * 1.5, bold=True),
        _line(content, texts.say("summary.for_name", name=content.name)),
        _line(content, texts.say("summary.intro"), soft=True),
        Spacer(0, RESIDENT_TEXT * 0.3),
    ]


def _marks(content: SummaryContent) -> list[Flowable]:
    texts, web = content.texts, content.web
    faces = web.scale is Scale.FACES
    given = texts.say("summary.column_face" if faces else "summary.column_mark")
    head = (texts.say("summary.column_subject"), given)
    body = [
        (axis_label(web, code, content.labels), _mark(content, score), code in wanted(web))
        for code, score in zip(web.codes, web.scores, strict=True)
    ]
    widths = (TEXT_WIDTH - _MARK_COLUMN, _MARK_COLUMN)
    table = ruled_table(head, body, widths, RESIDENT_TEXT, right=texts.from_the_right)
    explained = _line(content, " ".join(_explained(content)), RESIDENT_TEXT * 0.86, soft=True, before=2)
    return _section(content, "summary.faces" if faces else "summary.marks", [table, explained], whole=True)


def _mark(content: SummaryContent, score: Score) -> str | Flowable:
    if score.value is not None and content.web.scale is Scale.FACES:
        return FaceMark(face_of(score.value), RESIDENT_TEXT)
    if score.value is not None:
        return mark_text(score.value, content.web.mode)
    too_few = score.state is ScoreState.TOO_FEW
    # "weet niet" and "zeg ik liever niet" look the same on paper: others may read it
    return content.texts.say("summary.too_few" if too_few else "summary.mark_none")


def _explained(content: SummaryContent) -> list[str]:
    texts = content.texts
    scale = texts.say("summary.scale", low=texts.say("mark.low"), high=texts.say("mark.high"))
    # a face speaks for itself: it stands on no scale of numbers
    found = [] if content.web.scale is Scale.FACES else [scale]
    if content.web.mode is Mode.ITEMS:
        found.append(texts.say("summary.items_explained"))
    if any(score.value is None and score.state is not ScoreState.TOO_FEW for score in content.web.scores):
        faces = content.web.scale is Scale.FACES
        found.append(texts.say("summary.face_none_explained" if faces else "summary.mark_none_explained"))
    return found


def _topics(content: SummaryContent) -> list[Flowable]:
    return _list(content, "summary.topics", content.topics)


def _matters(content: SummaryContent) -> list[Flowable]:
    return _list(content, "summary.matters", content.matters)


def _list(content: SummaryContent, key: str, entries: tuple[str, ...]) -> list[Flowable]:
    dotted = bullets(entries, right=content.texts.from_the_right)
    return _section(content, key, dotted) if entries else []


def _step(content: SummaryContent) -> list[Flowable]:
    texts, step = content.texts, content.step
    entries = [
        (texts.say(key), text)
        for key, text in (
            ("summary.step", step.what),
            ("summary.when", step.when),
            ("summary.who", step.with_whom),
        )
        if text
    ]
    nothing = _line(content, texts.say("summary.nothing_agreed"))
    body = rows(entries, TEXT_WIDTH, right=texts.from_the_right) if entries else nothing
    return _section(content, "summary.agreed", [body])


def _again(content: SummaryContent) -> list[Flowable]:
    texts, day = content.texts, content.return_on
    said = said_date(day, texts.language) if day else ""
    sentence = texts.say("summary.again_on", date=said) if day else texts.say("summary.again_none")
    return _section(content, "summary.again", [_line(content, sentence, bold=day is not None)])


def _notes(content: SummaryContent) -> list[Flowable]:
    body: list[Flowable] = []
    for note in content.notes:
        if note.subject:
            body.append(_line(content, note.subject, bold=True))
        body += [*paragraphs(note.text, _style(content, RESIDENT_TEXT)), Spacer(0, RESIDENT_TEXT * 0.5)]
    return _section(content, "summary.notes", body) if body else []


def _closing(content: SummaryContent) -> list[Flowable]:
    texts = content.texts
    said = [_line(content, sentence) for sentence in _last_sentences(content)]
    credit = [_line(content, texts.say("line.credit"), 10, soft=True, before=2)]
    credit += [line(source, text_style(10, soft=True, before=2)) for source in LITERATURE]
    return [
        Spacer(0, RESIDENT_TEXT * 1.2),
        KeepTogether([*said, Spacer(0, RESIDENT_TEXT), *credit]),
    ]


def _last_sentences(content: SummaryContent) -> list[str]:
    texts = content.texts
    found = [] if content.kept else [texts.say("summary.not_kept")]
    if content.worker and content.phone:
        found.append(texts.say("summary.contact", worker=content.worker, phone=content.phone))
    elif content.worker:
        found.append(texts.say("summary.contact_name", worker=content.worker))
    return found
