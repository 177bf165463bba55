"""The UPR calendar: sessions and cycles. Source: OHCHR's cycle pages; read 2026-11-24."""

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
