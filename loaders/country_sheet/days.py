"""Days as people type them into a table: read where they can mean one day alone."""

import re
from datetime import date
from typing import Final

from graph import clean
from graph.clean import Unclear

_NUMERIC: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_MIDNIGHT: Final = re.compile(r"[T ]00:00:00$")
_PART: Final = re.compile(r"(\d{4})(?:-(\d{2}))?")
LIKE: Final = "write 2026-11-24"


def day(text: str) -> date:
    """A day from `2026-11-24`, `24/11/2026`, `24 November 2026`.

    Raises Unclear for `05/07/2026`, which is a day in May or in July, and for what is no day.
    """
    told = _MIDNIGHT.sub("", text)
    found = _NUMERIC.fullmatch(told)
    if found:
        first, second = int(found[1]), int(found[2])
        if first <= 12 and second <= 12 and first != second:
            raise Unclear(f"{told!r} may be two days: {LIKE}")
        try:
            return date(int(found[3]), second, first)
        except ValueError:
            raise Unclear(f"not a day, month and year: {told!r}; {LIKE}") from None
    try:
        return clean.day(told)
    except Unclear as fault:
        raise Unclear(f"{fault}; {LIKE}") from fault


def moment(text: str) -> str:
    """A year, a month or a day, as exact as it is told: `2019`, `2019-05`, `2019-05-14`. Raises Unclear."""
    part = _PART.fullmatch(text)
    if part and 1900 < int(part[1]) < 2200 and 1 <= int(part[2] or 1) <= 12:
        return text
    return day(text).isoformat()
