"""When a State reports to treaty bodies: as their last observations say, or as the treaty counts."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph import calendar, mechanisms
from graph.clean import day_or_none
from graph.export.alignment_asking import Reader
from graph.export.calendar_days import Day, day, of_class

PERIODS: Final = {
    "CERD": (2, "ICERD, article 9; the Committee often lets two reports be combined"),
    "CESCR": (5, "Economic and Social Council resolution 1988/4"),
    "CEDAW": (4, "CEDAW, article 18"),
    "CAT": (4, "CAT, article 19"),
    "CRC": (5, "CRC, article 44"),
    "CMW": (5, "ICRMW, article 73"),
    "CRPD": (4, "CRPD, article 35"),
}
"""Treaty body → years from one report to the next, and where it is laid down. The others set each date themselves."""

_DATE: Final = r"(\d{1,2} [A-Z][a-z]+ \d{4})"
_MONTH: Final = r"([A-Z][a-z]+ \d{4})"
_DUE: Final = re.compile(
    r"\b(?:submit|present|prepare|due|transmit)\w*\b[^.;]*?\b(?:periodic|combined|next|initial)\b[^.;]*?\breports?\b"
    rf"[^.;]*?\b(?:by|before|in|on|than|until)\s+(?:{_DATE}|{_MONTH})"
)
_FOLLOW_UP: Final = re.compile(
    r"\bwithin\s+(one year|two years|1 year|2 years|12 months|24 months|18 months|18-month|three years|3 years)\b", re.I
)
_ABOUT: Final = re.compile(r"follow[- ]?up|\binformation\b|\binform\b", re.I)
_MONTHS: Final = {"one": 12, "1": 12, "two": 24, "2": 24, "three": 36, "3": 36, "12": 12, "24": 24, "18": 18}
_PASSAGES: Final = """{ SELECT DISTINCT ?thing WHERE { VALUES ?of { UNDEF }
  ?paper rg:state ?of ; a rg:ConcludingObservations . ?thing rg:document ?paper ; a rg:Passage } }"""
_SPOKEN: Final = (
    'FILTER(CONTAINS(LCASE(?value), "report") || CONTAINS(LCASE(?value), "within")) FILTER(LANG(?value) IN ("en", ""))'
)


@dataclass(frozen=True, slots=True)
class _Observations:
    iri: str
    symbol: str
    body: str
    issued: date


def reports(reader: Reader) -> Iterator[Day]:
    """The next report to each body, and the information that it asked for before."""
    latest = _latest(reader)
    things = _PASSAGES
    texts: dict[str, list[str]] = defaultdict(list)
    named = reader.one(things, "rg:document")
    for passage, told in sorted(reader.told(things, "rg:text", _SPOKEN).items()):
        texts[named.get(passage, "")] += told
    for one in latest:
        yield from _next(one, texts[one.iri])
        yield from _follow_up(one, texts[one.iri])


def _latest(reader: Reader) -> list[_Observations]:
    """The last concluding observations of each body, by the day they were issued."""
    things = of_class("ConcludingObservations")
    issued, symbols = reader.one(things, "dcterms:issued"), reader.one(things, "rg:symbol")
    bodies = reader.one(things, "rg:engagement/rg:mechanism/skos:notation")
    found: dict[str, _Observations] = {}
    for thing, told in sorted(issued.items()):
        when, symbol = day(told), symbols.get(thing, "")
        body = bodies.get(thing) or mechanisms.from_symbol(symbol) or ""
        if when and body and (body not in found or found[body].issued < when):
            found[body] = _Observations(thing, symbol, body, when)
    return [found[body] for body in sorted(found)]


@dataclass(frozen=True, slots=True)
class Due:
    """The day that a sentence names, or the first of the month (`exact` is False), and its words."""

    day: date
    exact: bool
    words: str


def due_in(text: str) -> Due | None:
    """When a paragraph of observations says that the next report is due; None where it does not."""
    found = _DUE.search(text)
    when = day_or_none(found[1] or f"1 {found[2]}") if found else None
    return Due(when, bool(found[1]), found[0]) if found and when else None


def follow_up_in(text: str) -> int | None:
    """Within how many months a paragraph asks for information on what was done; None where it does not."""
    for found in _FOLLOW_UP.finditer(text):
        if _ABOUT.search(text) and not re.search(r"\breports?\b", text):
            return _MONTHS[re.split(r"[ -]", found[1].lower())[0]]
    return None


def _next(one: _Observations, texts: list[str]) -> Iterator[Day]:
    """The next report: on the day that the observations name, or after the treaty's years; else nobody knows."""
    kind, source = "treaty body report due", f"{one.symbol}, the last observations known here"
    told = next((due for due in map(due_in, texts) if due and due.day > one.issued), None)
    if told:
        yield Day(kind, one.body, told.day, True, source, exact=told.exact, iri=one.iri, quote=told.words)
    elif one.body in PERIODS:
        years, law = PERIODS[one.body]
        due = calendar.months_after(one.issued, 12 * years).replace(day=1)
        how = f"{years} years after {one.symbol}, in which no day was read; the Committee decides"
        yield Day(kind, one.body, due, False, law, how=how, exact=False, iri=one.iri)


def _follow_up(one: _Observations, texts: list[str]) -> Iterator[Day]:
    """The information asked for within a year or two, counted from the day of the observations."""
    for text in texts:
        months = follow_up_in(text)
        if months:
            due = calendar.months_after(one.issued, months)
            how = f"{months} months after {one.symbol} of {one.issued.isoformat()}, as it says"
            kind = "treaty body follow-up due"
            yield Day(kind, one.body, due, False, one.symbol, how=how, iri=one.iri, quote=text[:300])
            return
