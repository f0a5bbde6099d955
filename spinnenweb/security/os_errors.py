"""What the disk refuses, as an error that people can do something about."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# A stick that is pulled out while writing answers with an input/output error.
_FAILED = (errno.EIO, errno.ENODEV, errno.ENXIO)
_TAKEN = (errno.EEXIST, errno.ENOTEMPTY, errno.EISDIR)


def _codes(*, rights: str, missing: str) -> Mapping[int, str]:
    return {
        **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), "disk.full"),
        **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), rights),
        **dict.fromkeys((errno.ENOENT, errno.ENOTDIR), missing),
        **dict.fromkeys(_FAILED, "disk.failed"),
        **dict.fromkeys(_TAKEN, "target.exists"),
    }


#: A file that leaves the vault.
TARGET = _codes(rights="target.no_rights", missing="target.missing")
#: The vault itself.
VAULT = _codes(rights="fault.rights", missing="vault.missing")


@contextmanager
def os_errors(codes: Mapping[int, str], place: Path) -> Iterator[None]:
    """Turn an `OSError` about `place`, or about something in it, into a `SpinnenwebError`.

    An error about a file elsewhere passes unchanged: it is a bug of ours and must not be blamed on the place.

    Args:
        codes: `TARGET` or `VAULT`: error number to code.
        place: the folder or file that is worked on. It is the value `path` of the error, but for
            `target.exists`, which names what stands in the way.

    Raises:
        SpinnenwebError: `disk.full`, `disk.failed`, `target.exists`, or the code `codes` holds for no rights and
            missing.
    """
    try:
        yield
    except OSError as error:
        code = codes.get(error.errno or 0)
        if code is None or not _is_about(error, place):
            raise
        taken = error.filename2 or error.filename if error.errno in _TAKEN else place
        raise SpinnenwebError(code, path=str(taken)) from None


def _is_about(error: OSError, place: Path) -> bool:
    # A failed write through an open handle names no file.
    named: object = error.filename
    if not isinstance(named, str | bytes | os.PathLike):
        return True
    return Path(os.fsdecode(named)).absolute().is_relative_to(place.absolute())
