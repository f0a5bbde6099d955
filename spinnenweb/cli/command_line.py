"""One command, from arguments to exit status."""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING

from spinnenweb.cli.output import line_of, message, prepare, result
from spinnenweb.cli.places import refused_by_system
from spinnenweb.cli.usage import HELP, parse
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.wording import Wording

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from spinnenweb.cli.tools import Tools
    from spinnenweb.services.environment import Environment

DONE, BUG, REFUSED, INTERRUPTED = 0, 1, 2, 130


def run(arguments: list[str], environment: Environment, tools: Tools) -> int:
    """Carry out one command; 0 done, 2 refused with one Dutch line, 1 a bug, 130 stopped with Ctrl-C."""
    prepare()
    messages = Wording.read(environment.resources / "texts" / "nl" / "meldingen.toml")
    try:
        return _carry_out(parse(arguments), environment, tools)
    except SpinnenwebError as error:
        message(line_of(error, messages))
        return REFUSED
    except KeyboardInterrupt:
        message(messages.say("message.stopped"))
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read along has seen enough; what could not be written was put aside
        return DONE
    except Exception as error:
        # the log takes type and place only; a message or a local could hold what a resident said
        logging.getLogger("spinnenweb.cli").debug("bug", exc_info=error)
        message(messages.say("message.bug") + f" ({type(error).__name__})")
        return BUG


def _carry_out(given: Namespace, environment: Environment, tools: Tools) -> int:
    if given.command is None:
        result(HELP)
        return DONE
    try:
        if given.command == "demo":
            from spinnenweb.cli import demo

            return demo.make(given, environment, tools)
        _carrier(given.command)(given, environment)
    except BrokenPipeError:
        raise
    except OSError as error:
        expected = refused_by_system(error, given)
        if expected is None:
            raise
        raise expected from None
    return DONE


def _carrier(command: str) -> Callable[[Namespace, Environment], None]:
    """What carries a command out; its room is loaded now, so that help and a mistyped word answer at once."""
    module, name = _COMMANDS[command]
    found: Callable[[Namespace, Environment], None] = getattr(import_module(f"spinnenweb.cli.{module}"), name)
    return found


_COMMANDS = {
    "new": ("commands", "new"),
    "import": ("commands", "import_file"),
    "residents": ("commands", "residents"),
    "summary": ("commands", "summary"),
    "chart": ("commands", "chart"),
    "release": ("release_commands", "release"),
    "releases": ("release_commands", "releases"),
    "ledger": ("release_commands", "ledger"),
    "consent": ("release_commands", "consent"),
    "contribute": ("team_commands", "contribute"),
    "merge": ("team_commands", "merge"),
    "check": ("commands", "check"),
    "backup": ("backup_commands", "backup"),
    "restore": ("backup_commands", "restore_new"),
    "audit": ("commands", "audit"),
    "inzage": ("rights_commands", "inzage"),
    "erase": ("rights_commands", "erase"),
    "retention": ("rights_commands", "retention"),
    "map import": ("map_commands", "import_map"),
    "map export": ("map_commands", "export_map"),
    "handovers": ("handover_commands", "handovers"),
    "themes": ("theme_commands", "themes"),
    "offers": ("proposal_commands", "offers"),
    "passwd": ("key_commands", "passwd"),
    "rekey": ("key_commands", "rekey"),
}
