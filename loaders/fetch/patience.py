"""Trying again: longer and longer waits, as long as the server asks, and not for ever."""

from collections.abc import Callable
from typing import Final, TypeVar

from loaders.fetch.faults import Broken, Failed
from loaders.fetch.polite import Visitor

T = TypeVar("T")

_LATER: Final = "run the same command again later"


def patiently(visitor: Visitor, act: Callable[[], T], reached: Callable[[], int] = lambda: 0) -> T:
    """Do an act until it is whole. Attempts count only those that brought no further (`reached` is in bytes).

    Raises Failed at the first fault that waiting does not mend, or when patience is at its end.
    """
    settings = visitor.settings
    tried, furthest = 0, reached()
    while True:
        try:
            return act()
        except Broken as fault:
            now = reached()
            tried, furthest = (1, now) if now > furthest else (tried + 1, furthest)
            if fault.wait is not None and fault.wait > settings.longest_wait:
                advice = "run the same command again after that"
                raise Failed(f"{fault} and asks to wait {fault.wait:.0f} seconds: {advice}") from fault
            if tried >= max(1, settings.attempts):
                advice = "what came is kept, run the same command again to go on"
                raise Failed(f"{fault}, {_times(tried)}: {advice if now else _LATER}") from fault
            visitor.rest(settings.back_off * 2 ** (tried - 1) if fault.wait is None else fault.wait)


def _times(tried: int) -> str:
    return "asked once" if tried == 1 else f"asked {tried} times"
