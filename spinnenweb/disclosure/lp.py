"""Linear programs: between which sums the people of a set can lie, given everything that was shown.

HiGHS does the solving. A model is made once and asked for several directions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import highspy
import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Program:
    """Unknowns between 0 and `upper`; each row a weighted sum of them between two bounds."""

    upper: Floats
    rows: Floats
    low: Floats
    high: Floats


class Solver:
    """A program that can be asked for its extremes."""

    def __init__(self, program: Program) -> None:
        self._columns = len(program.upper)
        self._highs = highspy.Highs()
        self._highs.setOptionValue("output_flag", False)
        self._highs.setOptionValue("threads", 1)
        self._highs.passModel(_model(program))

    def most(self, weights: Floats) -> Floats | None:
        """Values of the unknowns that make the weighted sum as large as can be; `None` when there are none."""
        places = np.arange(self._columns, dtype=np.int32)
        self._highs.changeColsCost(self._columns, places, weights.astype(np.float64))
        self._highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.asarray(self._highs.getSolution().col_value, dtype=np.float64)


def _model(program: Program) -> highspy.HighsLp:
    rows, columns = program.rows.shape
    model = highspy.HighsLp()
    model.num_col_ = columns
    model.num_row_ = rows
    model.col_cost_ = np.zeros(columns)
    model.col_lower_ = np.zeros(columns)
    model.col_upper_ = program.upper
    model.row_lower_ = program.low
    model.row_upper_ = program.high
    at, index = np.nonzero(program.rows)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.concatenate(([0], np.cumsum(np.bincount(at, minlength=rows)))).astype(np.int32)
    model.a_matrix_.index_ = index.astype(np.int32)
    model.a_matrix_.value_ = program.rows[at, index].astype(np.float64)
    return model


class Explorer:
    """Collects solutions until everything asked about is known to be uncertain enough, or not."""

    def __init__(self, program: Program) -> None:
        self._solver = Solver(program)
        self._found: list[Floats] = []

    @property
    def found(self) -> Floats:
        """The solutions so far, one a row."""
        return np.asarray(self._found)

    def look(self, weights: Floats) -> bool:
        """Look for the largest and the smallest weighted sum; false when nothing fits at all."""
        for sign in (1.0, -1.0):
            solution = self._solver.most(sign * weights)
            if solution is None:
                return False
            self._found.append(solution)
        return True

    def range_of(self, weights: Floats, enough: float) -> tuple[float, float]:
        """How low and how high a weighted sum can be; not searched further once `enough` apart."""
        values = self.found @ weights
        if np.ptp(values) < enough:
            self.look(weights)
            values = self.found @ weights
        return float(values.min()), float(values.max())
