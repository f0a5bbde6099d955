"""The parts of a paper form: boxes to tick, marks to circle, lines to write on. Sizes in points."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.documents.blocks import INK, MM, RULE, TEXT_WIDTH, Flowable
from spinnenweb.documents.faces import draw_face
from spinnenweb.documents.hand import drawn
from spinnenweb.domain.answers import HIGHEST_MARK
from spinnenweb.domain.faces import FACES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spinnenweb.documents.hand import Hand

TEXT = 14.0
_BOX = 5.0 * MM
_BOX_GAP, _NEXT_BOX = 2.5 * MM, 9.0 * MM
_RING = 5.2 * MM
"""Radius of a circle round a mark: large enough for a pen in a trembling hand."""
_FACE = 7.0 * MM
_LINE = 10.5 * MM


def boxes(hand: Hand, texts: Sequence[str], size: float = TEXT) -> list[Flowable]:
    """Boxes with words, as many on a line as there is room for."""
    found: list[Flowable] = []
    for row in _rows(hand, texts, size):
        found += drawn(_BOX + 2.4 * MM, partial(_draw_boxes, hand, row, size))
    return found


def _rows(hand: Hand, texts: Sequence[str], size: float) -> list[list[str]]:
    rows: list[list[str]] = []
    used = TEXT_WIDTH
    for text in texts:
        width = _BOX + _BOX_GAP + hand.width(text, size) + _NEXT_BOX
        if used + width - _NEXT_BOX > TEXT_WIDTH:
            rows.append([])
            used = 0.0
        rows[-1].append(text)
        used += width
    return rows


def _draw_boxes(hand: Hand, texts: Sequence[str], size: float, canvas: Flowable) -> None:
    along = 0.0
    for text in texts:
        draw_box(canvas, hand, text, along, -_BOX - 1.2 * MM, size)
        along += _BOX + _BOX_GAP + hand.width(text, size) + _NEXT_BOX


def draw_box(canvas: Flowable, hand: Hand, text: str, along: float, y: float, size: float) -> None:
    """One box with words; `along` counts from the side where a line begins, `y` is the foot of the box."""
    width = hand.width(text, size)
    x = TEXT_WIDTH - along - _BOX if hand.from_the_right else along
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.0)
    canvas.roundRect(x, y, _BOX, _BOX, 1.5)
    words = x - _BOX_GAP - width if hand.from_the_right else x + _BOX + _BOX_GAP
    hand.draw(canvas, text, words, y + _BOX / 2 - size * 0.36, size)


def marks(hand: Hand, low: str, high: str) -> list[Flowable]:
    """The marks 0–10 to circle, from left to right in every language, with words under both ends."""
    return drawn(2 * _RING + 8.0 * MM, lambda canvas: _draw_marks(canvas, hand, low, high))


def _draw_marks(canvas: Flowable, hand: Hand, low: str, high: str) -> None:
    step = (TEXT_WIDTH - 2 * _RING) / HIGHEST_MARK
    for mark in range(HIGHEST_MARK + 1):
        x = _RING + mark * step
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.8)
        canvas.circle(x, -_RING - 1.0, _RING)
        canvas.setFillColor(INK)
        canvas.setFont("NotoSans-Bold", TEXT)
        canvas.drawCentredString(x, -_RING - 1.0 - TEXT * 0.36, str(mark))
    _draw_ends(canvas, hand, low, high, -2 * _RING - 5.0 * MM)


def faces(hand: Hand, low: str, high: str) -> list[Flowable]:
    """The five faces to circle, the saddest at the left in every language, with words under both ends."""
    return drawn(2 * _FACE + 8.0 * MM, lambda canvas: _draw_faces(canvas, hand, low, high))


def _draw_faces(canvas: Flowable, hand: Hand, low: str, high: str) -> None:
    step = (TEXT_WIDTH - 2 * _FACE) / (len(FACES) - 1)
    for place in range(len(FACES)):
        draw_face(canvas, place + 1, _FACE + place * step, -_FACE, _FACE * 0.86)
    _draw_ends(canvas, hand, low, high, -2 * _FACE - 5.0 * MM)


def _draw_ends(canvas: Flowable, hand: Hand, low: str, high: str, foot: float) -> None:
    hand.draw(canvas, low, 0.0, foot, TEXT * 0.8, soft=True)
    hand.draw(canvas, high, TEXT_WIDTH - hand.width(high, TEXT * 0.8), foot, TEXT * 0.8, soft=True)


def write_lines(count: int) -> list[Flowable]:
    """Empty lines to write on."""
    return drawn(count * _LINE, lambda canvas: _draw_lines(canvas, count))


def _draw_lines(canvas: Flowable, count: int) -> None:
    for number in range(1, count + 1):
        _rule(canvas, 0.0, TEXT_WIDTH, -number * _LINE)


def fields(hand: Hand, words: Sequence[str]) -> list[Flowable]:
    """Words with a short line behind each, side by side over the width."""
    return drawn(_LINE, lambda canvas: _draw_fields(canvas, hand, words))


def _draw_fields(canvas: Flowable, hand: Hand, words: Sequence[str]) -> None:
    room = TEXT_WIDTH / len(words)
    for number, word in enumerate(words):
        width = hand.width(word, TEXT)
        start, stop = number * room + width + 6, (number + 1) * room - (12 if number + 1 < len(words) else 0)
        if hand.from_the_right:
            hand.draw(canvas, word, TEXT_WIDTH - number * room - width, -_LINE, TEXT, soft=True)
            start, stop = TEXT_WIDTH - stop, TEXT_WIDTH - start
        else:
            hand.draw(canvas, word, number * room, -_LINE, TEXT, soft=True)
        _rule(canvas, start, stop, -_LINE - 2)


def _rule(canvas: Flowable, start: float, stop: float, y: float) -> None:
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.8)
    canvas.line(start, y, stop, y)
