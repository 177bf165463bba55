"""What a mid-term report says of itself on its first page: whose it is, of which review, by whom."""

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph import clean, states
from graph.calendar import cycle_on
from graph.clean import Unclear
from graph.source import Refused, Severity, Source
from loaders.documents import docx, pdf, symbols

TITLE: Final = re.compile(r"\bmid[\s\-–]?term (?:\w+ ){0,3}(?:report|review|update|assessment)\b", re.I)
_REVIEW = re.compile(r"\buniversal periodic review\b|\bUPR\b", re.I)
_OF = re.compile(r"\bmid[\s\-–]?term\b.{0,120}?\b(?:of|by|from)\s+(?:the )?", re.I)
_CYCLES: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_CYCLE = re.compile(rf"\b({'|'.join(_CYCLES)})\s+(?:UPR\s+)?cycle\b", re.I)
_DAY = re.compile(
    r"\b(?:(\d{1,2})\s+)?(January|February|March|April|May|June|July|August|September|October|November|December)"
    r",?\s+(20\d\d)\b"
)
_YEAR = re.compile(r"\b(20[0-4]\d)\b")
_OTHERS = re.compile(
    r"\b(?:NGOs?|civil society|coalition|joint submission|stakeholders?|alliance|ombuds\w+|human rights commission|"
    r"national human rights institution|UN country team|United Nations country team)\b",
    re.I,
)
_HALF_A_CYCLE: Final = 2
"""Years after its review that a mid-term report is due."""
_LINES: Final = 40


@dataclass(frozen=True, slots=True)
class Cover:
    """`report` is the Working Group report that it names, if one; `official` whether the State itself speaks."""

    title: str
    state: str
    cycle: int | None
    day: date | None
    report: str
    official: bool


def first_lines(source: Source) -> list[str]:
    """The beginning of a PDF or Word file; [] for any other file. Never raises."""
    with suppress(Refused):
        if pdf.is_pdf(source):
            return [line.text for page in source.once(pdf.read)[:2] for line in page.lines][:_LINES]
        if docx.is_docx(source):
            return [text for text in (*docx.headers(source), *docx.paragraphs(source)) if text][:_LINES]
    return []


def is_midterm(source: Source) -> bool:
    """Whether the first lines call it a mid-term report on the UPR, and it bears no symbol of its own."""
    lines = first_lines(source)
    text = clean.text(" ".join(lines))
    own = any(one.start < 60 for one in symbols.mentions(clean.text(" ".join(lines[:3]))))
    return bool(TITLE.search(text) and _REVIEW.search(text)) and not own


def cover(source: Source) -> Cover:
    """Raises Refused where the first page names no State, or several alike."""
    text = clean.text(" ".join(first_lines(source)))
    day = _day(text) or (pdf.created(source) if pdf.is_pdf(source) else None)
    found = TITLE.search(text)
    report = next((one.symbol for one in symbols.mentions(text) if one.symbol.startswith("A/HRC/")), "")
    named = _CYCLE.search(text)
    number = _CYCLES[named[1].casefold()] if named else None
    if number is None and day:
        number = cycle_on(date(day.year - _HALF_A_CYCLE, day.month, 1))
        source.find("page 1", f"no cycle is named: the day {day} makes it cycle {number}", Severity.NOTE)
    return Cover(
        title=text[found.start() : found.start() + 120] if found else "Mid-term report",
        state=_state(text),
        cycle=number,
        day=day,
        report=symbols.parent(report),
        official=not _OTHERS.search(text[:600]),
    )


def _state(text: str) -> str:
    """The State after "mid-term report of", or the one that the first page names most."""
    after = _OF.search(text)
    if after:
        following = states.mentions(text[after.end() : after.end() + 80])
        if following:
            return following[0].state
    counted = Counter(mention.state for mention in states.mentions(text)).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        raise Refused("the first page does not say of which State it is a mid-term report: put the State in its title")
    return counted[0][0]


def _day(text: str) -> date | None:
    found = _DAY.search(text)
    with suppress(Unclear):
        if found:
            return clean.day(f"{found[1] or 1} {found[2]} {found[3]}")
        year = _YEAR.search(text)
        return clean.day(f"{year[1]}-01-01") if year else None
    return None
