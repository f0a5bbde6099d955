"""The literature behind the web, for the window that tells about the program."""

from __future__ import annotations

from spinnenweb.documents.literature import LITERATURE

__all__ = ["LITERATURE"]
