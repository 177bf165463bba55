"""The UPR calendar: sessions and cycles. Source: OHCHR's cycle pages; read 2026-11-24."""

from datetime import date
from typing import Final

_LAST_SESSION: Final = {1: 12, 2: 26, 3: 40, 4: 54}
"""Cycle → its last session of the UPR Working Group."""


def cycle(session: int) -> int:
    """The cycle (1–4) of a session of the UPR Working Group. Raises ValueError outside sessions 1–54."""
    if session >= 1:
        for number, last in _LAST_SESSION.items():
            if session <= last:
                return number
    raise ValueError(f"no cycle is known for UPR session {session}")


_ENDS: Final = {1: date(2011, 12, 31), 2: date(2017, 3, 31), 3: date(2022, 6, 30), 4: date(2027, 6, 30)}
"""Cycle → a day between its last review and the first of the next."""
_FIRST_DAY: Final = date(2008, 4, 7)


def cycle_on(day: date) -> int | None:
    """The cycle of a review that was held on a day; None before the first one and after the fourth cycle."""
    if day < _FIRST_DAY:
        return None
    return next((number for number, end in _ENDS.items() if day <= end), None)
