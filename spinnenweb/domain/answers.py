"""An answer to one mark question: a mark, or one of four reasons why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LOWEST_MARK = 0
HIGHEST_MARK = 10


class NoMark(StrEnum):
    """The four kinds of "no mark" (product.md). None of them is 0 and none is another."""

    EMPTY = "empty"
    UNKNOWN = "unknown"
    DECLINED = "declined"
    NOT_DISCUSSED = "not_discussed"


class SetBy(StrEnum):
    """Whose hand set the mark."""

    WORKER = "worker"
    RESIDENT = "resident"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Answer:
    """A mark 0–10, or `None` with the reason why there is none.

    Whole numbers when given in a talk; an imported mean of aspects may have one decimal.
    """

    mark: float | None = None
    no_mark: NoMark | None = NoMark.EMPTY
    set_by: SetBy | None = None

    def __post_init__(self) -> None:
        if (self.mark is None) == (self.no_mark is None):
            raise ValueError("an answer holds a mark or a reason for having none")
        if self.mark is not None and not LOWEST_MARK <= self.mark <= HIGHEST_MARK:
            raise ValueError("a mark lies between 0 and 10")

    @property
    def given(self) -> bool:
        """Whether there is a mark."""
        return self.mark is not None

    @property
    def touched(self) -> bool:
        """Whether anything was said: a mark, or a spoken reason for having none."""
        return self.no_mark is not NoMark.EMPTY


EMPTY = Answer()


def marked(mark: float, set_by: SetBy | None = None) -> Answer:
    """An answer with a mark 0–10."""
    return Answer(float(mark), None, set_by)


def without_mark(reason: NoMark, set_by: SetBy | None = None) -> Answer:
    """An answer without a mark, with its reason."""
    return Answer(None, reason, set_by)
