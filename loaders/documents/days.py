"""Days and periods as UN papers write them in English, French and Spanish: `5–15 July 2010`, `28 de mayo de 2012`."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final

_MONTHS: Final = (
    ("january", "jan", "janvier", "enero"),
    ("february", "feb", "février", "febrero"),
    ("march", "mar", "mars", "marzo"),
    ("april", "apr", "avril", "abril"),
    ("may", "mai", "mayo"),
    ("june", "jun", "juin", "junio"),
    ("july", "jul", "juillet", "julio"),
    ("august", "aug", "août", "agosto"),
    ("september", "sept", "sep", "septembre", "septiembre", "setiembre"),
    ("october", "oct", "octobre", "octubre"),
    ("november", "nov", "novembre", "noviembre"),
    ("december", "dec", "décembre", "diciembre"),
)
_NUMBERS: Final = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_OF = r"(?:\s+de)?\s+"
_ONE = rf"(\d{{1,2}})(?:er|º|°)?{_OF}({_MONTH})\.?(?:{_OF}(\d{{4}}))?(?!\w)"
_DAY = re.compile(_ONE, re.I)
_TO = r"\s*(?:[-–—‑]|to|and|until|au|et|al|a|y|hasta(?: el)?)\s*"
_MONTH_ONLY = re.compile(rf"(?<!\w)({_MONTH})\.?{_OF}(\d{{4}})(?!\w)", re.I)
_NUMERIC = re.compile(r"(?<![\d/.\-])(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d/\-])")
_EUROPEAN = re.compile(r"(?<![\d/.\-])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
_YEAR = re.compile(r"(?<![\d/\-.])(?:19|20)\d{2}(?![\d/])")
_PERIOD = re.compile(rf"(?<![\w.])(?:(\d{{1,2}})(?:er|º|°)?|{_ONE}){_TO}{_ONE}", re.I)


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day, and where the text tells them: `text[at:end]`."""

    start: date
    finish: date
    at: int
    end: int


def days(text: str) -> Iterator[date]:
    """Every whole day in a text, in order; an impossible one is passed over."""
    for found in _DAY.finditer(text):
        day = _date(found[1], found[2], found[3])
        if day:
            yield day


def periods(text: str) -> Iterator[Period]:
    """Every period in a text; one that is impossible or runs backwards is passed over.

    The year may stand at the end only, and with it the month: `28 November to 9 December 2016`, `5–15 July 2010`.
    """
    for found in _PERIOD.finditer(text):
        alone, day, month, year, last, last_month, last_year = found.groups()
        finish = _date(last, last_month, last_year)
        start = _date(alone or day, month or last_month, year or last_year)
        if start and finish and start <= finish:
            yield Period(start, finish, found.start(), found.end())


def when(text: str) -> str:
    """The first time that a text tells, as exact as it does: `2010-07-05`, `2010-07` or `2010`; empty if none.

    `05/07/2010` may be May or July: only its year is certain.
    """
    for period in periods(text):
        return period.start.isoformat()
    for day in days(text):
        return day.isoformat()
    month = _MONTH_ONLY.search(text)
    if month:
        return f"{month[2]}-{_NUMBERS[month[1].casefold()]:02}"
    numeric = _NUMERIC.search(text)
    if numeric and _date_of(numeric[1], numeric[2], numeric[3] or "1"):
        return "-".join(part for part in numeric.groups() if part)
    european = _EUROPEAN.search(text)
    if european:
        certain = _date_of(european[3], european[2], european[1])
        return certain.isoformat() if certain and int(european[1]) > len(_MONTHS) else european[3]
    year = _YEAR.search(text)
    return year[0] if year else ""


def _date_of(year: str, month: str, day: str) -> date | None:
    with suppress(ValueError):
        return date(int(year), int(month), int(day))
    return None


def _date(day: str, month: str, year: str | None) -> date | None:
    with suppress(ValueError):
        return date(int(year), _NUMBERS[month.casefold()], int(day)) if year else None
    return None
