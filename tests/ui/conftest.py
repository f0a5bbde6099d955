"""What holds for every window under test."""

from __future__ import annotations

import pytest

from spinnenweb.ui.speech import Voice


@pytest.fixture(autouse=True)
def _no_voice_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows look the same with and without the extra `voorlezen`; whoever tests a voice brings one."""
    monkeypatch.setattr("spinnenweb.ui.together.view.find_voice", Voice)
