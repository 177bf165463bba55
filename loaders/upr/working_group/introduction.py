"""Paragraphs 1 to 4: the session and its days, the day of the review, the troika, the symbols of the papers."""

import re
from dataclasses import dataclass
from datetime import date

from graph import clean, states
from loaders.documents import ordinals, symbols

_HELD = re.compile(rf"held its ({ordinals.PATTERN}) session\b(?P<when>.{{0,80}})", re.I)
_SPAN = re.compile(
    r"from (?P<d1>\d{1,2})\s?(?P<m1>[A-Z][a-z]+)?\s?(?P<y1>\d{4})?\s?(?:to|[–-])\s?"
    r"(?P<d2>\d{1,2}) (?P<m2>[A-Z][a-z]+),? (?P<y2>\d{4})"
)
_DAY = r"(?P<day>\d{1,2} [A-Z][a-z]+)(?:,? (?P<year>\d{4}))?"
_REVIEW = re.compile(
    rf"\bThe review of .{{1,90}}? (?:was held|took place)\b.{{0,60}}?\bon {_DAY}"
    r"|\bL.Examen concernant .{1,90}? a eu lieu\b.{0,60}?\ble (?P<jour>\d{1,2}(?:er)? \w+ \d{4})"
    r"|\bEl examen de .{1,90}? se llevó a cabo\b.{0,60}?\bel (?P<dia>\d{1,2} de \w+ de \d{4})",
    re.I,
)
_TROIKA = re.compile(r"\(tro[iï]ka\)[^:.]*?(?:\b(?:of|de)\b[^:.]{0,80})?:(?P<names>[^.]*)\.", re.I)


@dataclass(frozen=True, slots=True)
class Introduction:
    """What the introduction tells; None or empty where it does not."""

    session: int | None
    told_session: int | None
    start: date | None
    end: date | None
    day: date | None
    troika: tuple[str, ...]
    papers: tuple[str, ...]


def introduction(text: str) -> Introduction:
    """Read the introduction as one text. `session` is that of the three papers' symbols, else as told in words."""
    held = _HELD.search(text)
    told = ordinals.number(held[1]) if held else None
    papers = tuple(dict.fromkeys(one.symbol for one in symbols.mentions(text) if symbols.session(one.symbol)))
    sessions = [symbols.session(paper) for paper in papers if re.search(r"/[123]$", paper)]
    start, end = _span(held["when"]) if held else (None, None)
    review = _REVIEW.search(text)
    troika = _TROIKA.search(text)
    return Introduction(
        session=max(set(sessions), key=sessions.count) if sessions else told,
        told_session=told,
        start=start,
        end=end,
        day=_reviewed(review, end) if review else None,
        troika=tuple(dict.fromkeys(one.state for one in states.mentions(troika["names"]))) if troika else (),
        papers=papers,
    )


def _span(text: str) -> tuple[date | None, date | None]:
    """`from 30 November to 11 December 2009`, `from 4 to 15 May 2009`."""
    found = _SPAN.search(text)
    if not found:
        return None, None
    start = f"{found['d1']} {found['m1'] or found['m2']} {found['y1'] or found['y2']}"
    return _clean(start), _clean(f"{found['d2']} {found['m2']} {found['y2']}")


def _reviewed(review: re.Match[str], end: date | None) -> date | None:
    """The day of the review; English reports often leave its year to the session's."""
    foreign = review["jour"] or review["dia"]
    if foreign:
        return clean.day_or_none(foreign)
    return _clean(f"{review['day']} {review['year'] or (end.year if end else '')}")


def _clean(text: str) -> date | None:
    return clean.day_or_none(text.replace(",", ""))
