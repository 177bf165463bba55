"""Who guesses passwords waits: the more wrong ones, the longer, whether the name exists or not."""

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Final

_FORGOTTEN: Final = 3600.0
"""Seconds after the last wrong password when all is forgotten."""
_KEPT: Final = 10_000
"""Names and addresses that are remembered at most."""


@dataclass(slots=True)
class _Tries:
    wrong: int
    last: float


class Throttle:
    """Counts wrong passwords per key (a name, an address) and says how long to wait."""

    def __init__(self, tries: int, longest: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._tries, self._longest, self._clock = tries, longest, clock
        self._of: OrderedDict[str, _Tries] = OrderedDict()
        self._lock = Lock()

    def begin(self, *keys: str) -> float:
        """Seconds still to wait; if none, a try has begun and counts as wrong until it is `right`.

        Counted before it is checked, so that many tries at once are many tries.
        """
        with self._lock:
            now = self._clock()
            wait = max((self._wait(key, now) for key in keys), default=0.0)
            if wait <= 0:
                for key in keys:
                    self._count(key, now)
            return max(0.0, wait)

    def right(self, name: str, address: str) -> None:
        """The try was right: the name starts anew; of the address only this try is forgotten, for others count on."""
        with self._lock:
            self._of.pop(name, None)
            if tries := self._of.get(address):
                tries.wrong -= 1

    def _wait(self, key: str, now: float) -> float:
        tries = self._of.get(key)
        if tries is None or tries.wrong < self._tries:
            return 0.0
        return tries.last + min(self._longest, 2.0 ** min(30, tries.wrong - self._tries)) - now

    def _count(self, key: str, now: float) -> None:
        tries = self._of.pop(key, None)
        if tries is None or now - tries.last > _FORGOTTEN:
            tries = _Tries(0, now)
        self._of[key] = _Tries(tries.wrong + 1, now)
        while len(self._of) > _KEPT:
            self._of.popitem(last=False)


def network(address: str) -> str:
    """What counts as one address: of IPv6 the network, for a household has 2^64 of them."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(known, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((known, 64), strict=False))
    return str(known)
