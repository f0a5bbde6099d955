"""A worker who types at the table until the power goes: a process of its own, killed by the test."""

from __future__ import annotations

import sys
from itertools import cycle
from pathlib import Path

from PySide6.QtTest import QTest

from spinnenweb.app.start import application, find_resources
from spinnenweb.services.vaults import open_vault
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.jobs import Jobs
from spinnenweb.ui.pages.conversation.page import ConversationPage
from spinnenweb.ui.places import CONVERSATION, Place
from spinnenweb.ui.preferences import Preferences
from spinnenweb.ui.session import make_context
from spinnenweb.ui.theme.look import apply_theme, load_theme
from spinnenweb.ui.together import route
from spinnenweb.ui.together.route import Stop
from spinnenweb.ui.together.screens.wishes import GiveScreen
from tests.ui.pages.conftest import FakeAsker, make_environment

LETTERS = "taarten bakken voor de buurt "
BETWEEN_KEYS_MS = 40


def type_on(vault: Path, passphrase: str, resident: str) -> None:
    """Look at a conversation together and write what someone likes doing, telling of every letter."""
    resources = find_resources()
    app = application()
    apply_theme(app, load_theme(resources, "licht"), 1.0)
    workspace = open_vault(vault, passphrase, make_environment(resources))
    context = make_context(workspace, resources, Preferences(calm=True), Jobs(), FakeAsker(), visit=False)
    frame = Frame(context, Place(CONVERSATION, other=resident))
    frame.show()
    page = frame.page
    assert isinstance(page, ConversationPage)
    page.look_together()
    view = page.looking.view
    assert view is not None
    view.open(Stop(route.GIVE))
    view.moved.emit(view.stop)
    assert isinstance(view.screen_shown, GiveScreen)
    for letter in cycle(LETTERS):
        QTest.keyClicks(view.screen_shown.gift, letter)
        sys.stdout.write("x\n")
        sys.stdout.flush()
        QTest.qWait(BETWEEN_KEYS_MS)


if __name__ == "__main__":
    type_on(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
