"""The paper form: the empty web and the questions, in the order in which they are typed in afterwards.

There is a line for the code and none for a name. "Weet ik niet" and "zeg ik liever niet" share one box: who reads
along cannot tell them apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.platypus import KeepTogether, PageBreak, Spacer

from spinnenweb.documents.blocks import MM, TEXT_WIDTH, Flowable
from spinnenweb.documents.empty_web import HEIGHT, draw_empty_web
from spinnenweb.documents.form_parts import TEXT, boxes, draw_box, faces, fields, marks, write_lines
from spinnenweb.documents.hand import Hand, drawn, hand_for
from spinnenweb.documents.literature import LITERATURE
from spinnenweb.documents.paper import About, make_pdf
from spinnenweb.domain.instruments import DIMENSION_CODES

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.documents.contents import FormContent

TITLE = "Web en vragen om in te vullen"
_ON_A_PAGE, _BESIDE_FRONT = 3, 2
_SUBJECT_GAP = 5 * MM
_ASPECT, _ASPECT_ROW = 12.5, 7.4 * MM
_CODE = 9.0


@dataclass(frozen=True, slots=True)
class _Form:
    content: FormContent
    hand: Hand

    def say(self, key: str, **values: object) -> str:
        return self.content.texts.say(key, **values)

    def text(self, key: str, size: float = TEXT, *, bold: bool = False, soft: bool = False) -> list[Flowable]:
        return self.hand.text(self.say(key), size, bold=bold, soft=soft, before=2)

    def heading(self, text: str) -> list[Flowable]:
        return self.hand.text(text, TEXT * 1.15, bold=True)


def make_empty_form(content: FormContent) -> bytes:
    """The form as PDF; the same content gives the same bytes."""
    texts = content.texts
    hand = hand_for(content.fonts, from_the_right=content.from_the_right)
    form = _Form(content, hand)
    foot = "" if content.from_the_right else texts.say("line.resident")
    about = About(TITLE, texts.language, _page_line(form), foot)
    return make_pdf(lambda _: _story(form), about)


def _page_line(form: _Form) -> Callable[[int, int], str]:
    if form.content.from_the_right:
        # the foot is set in the Latin letter: digits are the same in every language
        return lambda page, pages: f"{page} / {pages}"
    return lambda page, pages: form.say("summary.page", n=page, total=pages)


def _story(form: _Form) -> list[Flowable]:
    story = _front(form)
    for place, group in enumerate(_groups(form)):
        story += [] if form.content.faces and not place else [PageBreak()]
        for number, code in enumerate(group):
            story += [Spacer(0, _SUBJECT_GAP)] if number or not isinstance(story[-1], PageBreak) else []
            story.append(KeepTogether(_subject(form, code)))
    story += _aspects(form)
    return [*story, PageBreak(), *_afterwards(form), PageBreak(), *_permissions(form)]


def _groups(form: _Form) -> list[tuple[str, ...]]:
    """The subjects by page. Where no web is drawn, the first ones stand on the first page."""
    codes = form.content.codes
    first = codes[:_BESIDE_FRONT] if form.content.faces else ()
    rest = codes[len(first) :]
    groups = [rest[start : start + _ON_A_PAGE] for start in range(0, len(rest), _ON_A_PAGE)]
    return [first, *groups] if first else groups


# The first page: the web


def _front(form: _Form) -> list[Flowable]:
    return [
        *form.text("start.welcome", TEXT * 1.5, bold=True),
        *fields(form.hand, (form.say("paper.date"), form.say("paper.code"))),
        Spacer(0, 5 * MM),
        *form.text("start.what" if len(form.content.codes) == len(DIMENSION_CODES) else "start.what_other"),
        *([] if form.content.faces else _web(form)),
        *form.text("look.comfort"),
        *(form.text("line.resident") if form.content.from_the_right else []),
    ]


def _web(form: _Form) -> list[Flowable]:
    labels = [form.content.labels[code] for code in form.content.codes]
    middle = (TEXT_WIDTH / 2, -HEIGHT / 2)
    return [
        Spacer(0, 2 * MM),
        *form.text("paper.draw", soft=True),
        Spacer(0, 4 * MM),
        *drawn(HEIGHT, lambda canvas: draw_empty_web(canvas, labels, middle, form.hand)),
    ]


# The subjects


def _subject(form: _Form, code: str) -> list[Flowable]:
    no_mark = f"{form.say('answer.unknown')} / {form.say('answer.declined')}"
    return [
        *form.heading(form.content.labels[code]),
        *form.text(f"{code}.ask", bold=True),
        *form.text(f"{code}.hint", TEXT * 0.93, soft=True),
        *write_lines(1),
        Spacer(0, 3 * MM),
        *_answer(form),
        *boxes(form.hand, (no_mark, form.say("answer.topic"))),
    ]


def _answer(form: _Form) -> list[Flowable]:
    ends = (form.say("mark.low"), form.say("mark.high"))
    if form.content.faces:
        return [*form.text("mark.ask_face"), Spacer(0, 2 * MM), *faces(form.hand, *ends)]
    asked = form.hand.text(f"{form.say('mark.ask')} {form.say('paper.ring')}", TEXT, before=2)
    return [*asked, Spacer(0, 2 * MM), *marks(form.hand, *ends)]


# What a subject is made of


def _aspects(form: _Form) -> list[Flowable]:
    with_aspects = [code for code in form.content.codes if form.content.aspects.get(code)]
    if not with_aspects:
        return []
    story: list[Flowable] = [PageBreak(), *form.text("answer.topic", TEXT * 1.5, bold=True), Spacer(0, 2 * MM)]
    for code in with_aspects:
        entries = form.content.aspects[code]
        story.append(
            KeepTogether(
                [
                    *form.hand.text(form.content.labels[code], TEXT, bold=True, before=4),
                    Spacer(0, 1.5 * MM),
                    *_aspect_boxes(form.hand, entries),
                    Spacer(0, 2 * MM),
                ]
            )
        )
    return story


def _aspect_boxes(hand: Hand, entries: tuple[tuple[str, str], ...]) -> list[Flowable]:
    half = (len(entries) + 1) // 2
    height = half * _ASPECT_ROW

    def draw(canvas: Flowable) -> None:
        for number, (code, words) in enumerate(entries):
            along = TEXT_WIDTH / 2 if number >= half else 0.0
            y = -(number % half + 1) * _ASPECT_ROW + 1.2 * MM
            draw_box(canvas, hand, words, along, y, _ASPECT)
            _draw_code(canvas, hand, code, along, y)

    return drawn(height, draw)


def _draw_code(canvas: Flowable, hand: Hand, code: str, along: float, y: float) -> None:
    # at the end of the column, for who types the paper in
    end = along + TEXT_WIDTH / 2 - 12
    x = TEXT_WIDTH - end if hand.from_the_right else end - 16
    Hand().draw(canvas, code, x, y + 1.2 * MM, _CODE, soft=True)


# After the marks


def _afterwards(form: _Form) -> list[Flowable]:
    changes = [form.say(f"change.{key}") for key in ("yes", "not_now", "unknown")]
    sure = [form.say(f"step.sure_{key}") for key in ("yes", "maybe", "hard")]
    gap = Spacer(0, 7 * MM)
    return [
        *form.text("matters.ask", bold=True),
        *write_lines(3),
        gap,
        *form.text("give.ask", bold=True),
        *write_lines(1),
        gap,
        *form.text("change.ask", bold=True),
        Spacer(0, 2 * MM),
        *boxes(form.hand, changes),
        gap,
        *form.text("step.ask", bold=True),
        *write_lines(2),
        Spacer(0, 3 * MM),
        *fields(form.hand, (form.say("summary.when"), form.say("summary.who"))),
        Spacer(0, 7 * MM),
        *form.text("step.sure"),
        Spacer(0, 2 * MM),
        *boxes(form.hand, sure),
        gap,
        *form.text("again.ask", bold=True),
        *fields(form.hand, (form.say("paper.date"), "")),
    ]


# The permissions


def _permissions(form: _Form) -> list[Flowable]:
    content = form.content
    values = {"readers": content.readers, "village": content.village}
    answers = (form.say("consent.yes"), form.say("consent.no"))
    story: list[Flowable] = [*form.hand.text(form.say("consent.intro", n=3), TEXT, soft=True), Spacer(0, 3 * MM)]
    for key in ("consent.record", "consent.count", "consent.contact"):
        question = form.hand.text(form.say(key, **values), TEXT, bold=True, before=2)
        story += [KeepTogether([*question, Spacer(0, 2 * MM), *boxes(form.hand, answers)]), Spacer(0, 6 * MM)]
    story += form.text("consent.free")
    if content.worker and content.phone:
        change = form.say("consent.change", worker=content.worker, phone=content.phone)
        story += form.hand.text(change, TEXT, before=4)
    story += [Spacer(0, 2 * MM), *form.text("consent.past"), Spacer(0, 5 * MM)]
    return [*story, *form.text("end.thanks", bold=True), Spacer(0, 10 * MM), *_credit(form)]


def _credit(form: _Form) -> list[Flowable]:
    latin = Hand()
    literature = [part for source in LITERATURE for part in latin.text(source, 10, soft=True, before=2)]
    return [KeepTogether([*form.text("line.credit", 10, soft=True), *literature])]
