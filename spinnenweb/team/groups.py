"""What belongs together, found pair by pair."""

from __future__ import annotations

from typing import Generic, TypeVar

K = TypeVar("K")


class Groups(Generic[K]):
    """Keys that were tied together, directly or by way of others."""

    def __init__(self) -> None:
        self._above: dict[K, K] = {}

    def tie(self, one: K, other: K) -> None:
        """Say that two keys belong together."""
        self._above[self.head(other)] = self.head(one)

    def head(self, key: K) -> K:
        """The one key that stands for all that belong together with this one."""
        path = [key]
        while (above := self._above.get(path[-1], path[-1])) != path[-1]:
            path.append(above)
        for passed in path:
            self._above[passed] = path[-1]
        return path[-1]
