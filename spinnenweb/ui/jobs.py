"""The one worker thread for the data file, and the way results come back to the window.

Work on the file is serial (architecture, decision 3; reference/codebases.md 6.3). The worker thread only emits;
a queued signal brings the result to the thread of the window.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Parcel:
    owner: QObject
    future: Future[Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None


class Jobs(QObject):
    """Runs work on one thread, in order; `idle` is sent when nothing is left to do."""

    _finished = Signal(object)
    idle = Signal()
    unhandled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vault")
        self._waiting = 0
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether work is running or waiting."""
        return self._waiting > 0

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` on the worker thread; then `done(result)` or `failed(error)` on the window's thread.

        Nothing is called when `owner` was deleted meanwhile. Without `failed`, `unhandled(error)` is emitted.
        `work` must not touch a widget.
        """
        self._waiting += 1
        future = self._pool.submit(work)
        parcel = _Parcel(owner, future, done, failed)
        future.add_done_callback(lambda _: self._finished.emit(parcel))

    @Slot(object)
    def _deliver(self, parcel: _Parcel) -> None:
        self._waiting -= 1
        if shiboken6.isValid(parcel.owner):
            self._hand_over(parcel)
        if not self.busy:
            self.idle.emit()

    def _hand_over(self, parcel: _Parcel) -> None:
        error = parcel.future.exception()
        if error is None:
            if parcel.done is not None:
                parcel.done(parcel.future.result())
        elif isinstance(error, Exception) and parcel.failed is not None:
            parcel.failed(error)
        else:
            self.unhandled.emit(error)

    def close(self) -> None:
        """Take no more work and wait for what runs."""
        self._pool.shutdown(wait=True)
