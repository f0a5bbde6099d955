"""Composition root: paths, logging, crash nets, wiring, start-up order."""

from __future__ import annotations


def main(argv: list[str] | None = None) -> int:
    """Start the window, or with arguments the command line; the exit status.

    Nothing is imported before it is needed (architecture, decision 11).
    """
    import sys

    arguments = sys.argv[1:] if argv is None else argv
    if arguments:
        from spinnenweb.app.commands import run

        return run(arguments)
    from spinnenweb.app.start import start

    return start()
