"""Which screen belongs to a stop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.ui.together import route
from spinnenweb.ui.together.screens.agreeing import AgainScreen, ThemesScreen
from spinnenweb.ui.together.screens.closing import HomeScreen, MayScreen
from spinnenweb.ui.together.screens.helps import HelpsScreen
from spinnenweb.ui.together.screens.look import LookScreen, earlier_of
from spinnenweb.ui.together.screens.opening import ThanksScreen, WelcomeScreen, WhereScreen
from spinnenweb.ui.together.screens.step import StepScreen, StepSureScreen, StepWhenScreen
from spinnenweb.ui.together.screens.subject import SubjectScreen
from spinnenweb.ui.together.screens.wishes import ChangeScreen, GiveScreen, MattersScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from spinnenweb.domain.ways import Way
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.talk.talk import Talk
    from spinnenweb.ui.together.route import Stop
    from spinnenweb.ui.together.screen import Screen, Setting


@dataclass(frozen=True, slots=True)
class Asked:
    """What a screen is made of."""

    setting: Setting
    stop: Stop
    talk: Talk
    way: Way
    workspace: Workspace


def make_screen(asked: Asked) -> Screen:
    """The screen of a stop, showing the talk."""
    screen = _MAKERS[asked.stop.name](asked)
    screen.show_talk(asked.talk)
    return screen


def _subject(asked: Asked) -> Screen:
    return SubjectScreen(asked.setting, asked.stop.code, asked.talk, asked.way)


def _look(asked: Asked) -> Screen:
    return LookScreen(asked.setting, asked.talk, earlier_of(asked.workspace, asked.talk))


def _may(asked: Asked) -> Screen:
    purpose = next(purpose for purpose, name in route.MAY.items() if name == asked.stop.name)
    return MayScreen(asked.setting, purpose, asked.talk)


_MAKERS: Mapping[str, Callable[[Asked], Screen]] = {
    route.WELCOME: lambda asked: WelcomeScreen(asked.setting, len(asked.talk.instrument.codes)),
    route.WHERE: lambda asked: WhereScreen(asked.setting, asked.talk.instrument.codes),
    route.SUBJECT: _subject,
    route.LOOK: _look,
    route.MATTERS: lambda asked: MattersScreen(asked.setting, asked.talk),
    route.GIVE: lambda asked: GiveScreen(asked.setting),
    route.CHANGE: lambda asked: ChangeScreen(asked.setting),
    route.STEP: lambda asked: StepScreen(asked.setting),
    route.STEP_WHEN: lambda asked: StepWhenScreen(asked.setting),
    route.STEP_SURE: lambda asked: StepSureScreen(asked.setting),
    route.THEMES: lambda asked: ThemesScreen(asked.setting, asked.talk),
    route.HELPS: lambda asked: HelpsScreen(asked.setting, asked.workspace.social_map.names().slots),
    route.AGAIN: lambda asked: AgainScreen(asked.setting, asked.talk),
    route.MAY_RECORD: _may,
    route.MAY_COUNT: _may,
    route.MAY_CONTACT: _may,
    route.HOME: lambda asked: HomeScreen(asked.setting, asked.talk),
    route.THANKS: lambda asked: ThanksScreen(asked.setting),
}
