"""Rules for charts as bytes: vector, real text, the same every time, silent about who and when."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from spinnenweb.charts.dumbbell import DumbbellWords, dumbbell_figure
from spinnenweb.charts.radar import radar_figure
from spinnenweb.charts.render import as_pdf, as_png, close, finished_png
from spinnenweb.charts.small_multiples import small_multiples_figure
from spinnenweb.charts.style import PAPER
from spinnenweb.charts.webs import LabelledWeb
from tests.unit.charts.pdf_fonts import embedded_fonts
from tests.unit.charts.sample_webs import FULL, GAP, LABELS, OLDER

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.figure import Figure


def _figure(resources: Path) -> Figure:
    drawn = [LabelledWeb(GAP, "21 november 2026"), LabelledWeb(OLDER, "19 mei 2026")]
    return radar_figure(
        drawn, LABELS, PAPER.using(resources / "fonts"), (6.0, 5.6), footer=["Geen meetinstrument."]
    )


def test_that_the_pdf_is_one_page_of_the_measured_size(resources: Path) -> None:
    chart = as_pdf(_figure(resources))
    (page,) = PdfReader(BytesIO(chart.data)).pages
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (chart.width_pt, chart.height_pt)
    assert (chart.width_pt, chart.height_pt) == (432.0, 5.6 * 72)


def test_that_the_text_of_the_pdf_can_be_read_back(resources: Path) -> None:
    text = PdfReader(BytesIO(as_pdf(_figure(resources)).data)).pages[0].extract_text()
    for word in ("Lichaamsfuncties", "Mentaal", "welbevinden", "Meedoen", "21 november 2026", "10"):
        assert word in text


def test_that_the_pdf_is_vector_with_embedded_truetype(resources: Path) -> None:
    (page,) = PdfReader(BytesIO(as_pdf(_figure(resources)).data)).pages
    assert not list(page.images)
    assert embedded_fonts(page)
    assert all("NotoSans" in name and embedded for name, embedded in embedded_fonts(page))


def test_that_the_pdf_says_nothing_about_maker_or_time(resources: Path) -> None:
    assert not PdfReader(BytesIO(as_pdf(_figure(resources)).data)).metadata


def test_that_the_same_figure_gives_the_same_bytes(resources: Path) -> None:
    assert as_pdf(_figure(resources)) == as_pdf(_figure(resources))
    assert as_png(_figure(resources)) == as_png(_figure(resources))


def test_that_a_picture_grows_with_its_resolution(resources: Path) -> None:
    small, large = as_png(_figure(resources), 50), as_png(_figure(resources), 100)
    assert [int.from_bytes(data[16:20], "big") for data in (small, large)] == [300, 600]


def test_that_a_closed_figure_is_freed() -> None:
    figure = radar_figure([LabelledWeb(FULL)], LABELS, PAPER)
    as_png(figure)
    close(figure)
    assert not figure.axes
    gone = weakref.ref(figure)
    del figure
    gc.collect()
    assert gone() is None


def test_that_drawing_never_loads_pyplot() -> None:
    code = (
        "import sys\n"
        "from spinnenweb.charts import describe, dumbbell, radar, render, small_multiples\n"
        "sys.exit('matplotlib.pyplot' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("size", [(0.1, 0.1), (0.3, 4.0), (4.0, 0.3)])
def test_that_a_chart_in_a_window_of_any_size_can_be_drawn(size: tuple[float, float]) -> None:
    now, before = LabelledWeb(GAP, "nu"), LabelledWeb(OLDER, "toen")
    footer = ["Gespreksinstrument, geen meetinstrument."]
    for figure in (
        radar_figure([now, before], LABELS, PAPER, size, footer=footer),
        dumbbell_figure(before, now, LABELS, DumbbellWords("gelijk"), PAPER, size, footer=footer),
        small_multiples_figure([before, now], LABELS, PAPER, size, footer=footer),
    ):
        assert finished_png(figure, 100).startswith(b"\x89PNG")
