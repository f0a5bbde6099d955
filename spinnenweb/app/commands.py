"""The command line with what only `app` can give it: the environment, the photographer and the window."""

from __future__ import annotations

import logging
import sys
import warnings

INTERRUPTED = 130


def run(arguments: list[str]) -> int:
    """Run one command; the exit status."""
    try:
        _keep_libraries_quiet()
        return _run(arguments)
    except KeyboardInterrupt:
        # stopped before the command itself began, which tells more
        return INTERRUPTED


def _run(arguments: list[str]) -> int:
    from spinnenweb.app.photograph import photograph
    from spinnenweb.app.start import find_resources, own_folders, start
    from spinnenweb.app.wiring import build_environment
    from spinnenweb.cli import main
    from spinnenweb.cli.tools import Tools
    from spinnenweb.security.hardening import switch_core_dumps_off

    switch_core_dumps_off()
    environment = build_environment(find_resources(), own_folders().data)
    return main(arguments, environment, Tools(photograph, start))


def _keep_libraries_quiet() -> None:
    """Nothing but our own Dutch lines on stderr; who asks Python for warnings still gets them."""
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
