"""Lists of recommendation and paragraph numbers as documents write them: `1–5, 14, 122.17-18 and 122.34- 35`."""

import re
from collections.abc import Callable
from typing import Final

_ONE = r"\d{1,3}(?:\s?\.\s?\d{1,3})?"
_RANGE = rf"{_ONE}(?:\s*(?:[-–—‑]|to)\s*{_ONE})?"
LIST: Final = rf"(?<![\d.]){_RANGE}(?:\.?\s*(?:[,;]|and|&)+\s*(?:and\s+)?{_RANGE})*(?![\d/])"
"""A pattern for such a list: numbers or dotted numbers, ranges, commas, "and"."""

_PARTS = re.compile(rf"({_ONE})(?:\s*(?:[-–—‑]|to)\s*({_ONE}))?")


def expand(text: str, find: Callable[[str], None]) -> list[str]:
    """Every number of a list, ranges written out: `122.17-18` → 122.17, 122.18.

    A range that runs backwards or leaves its list is told to `find`, and both its ends are kept.
    """
    found: list[str] = []
    for first, last in _PARTS.findall(text):
        start = re.sub(r"\s", "", first)
        end = re.sub(r"\s", "", last)
        found += _range(start, end, find) if end else [start]
    return list(dict.fromkeys(found))


def _range(start: str, end: str, find: Callable[[str], None]) -> list[str]:
    lead, _, low = start.rpartition(".")
    other, _, high = end.rpartition(".")
    if (other and other != lead) or int(high) < int(low):
        find(f"the range {start}–{end} cannot be right: only its two ends are kept")
        return [start, end if other or not lead else f"{lead}.{high}"]
    return [f"{lead}.{number}" if lead else str(number) for number in range(int(low), int(high) + 1)]
