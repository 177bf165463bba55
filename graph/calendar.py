"""The UPR calendar: sessions, cycles, who is reviewed when, which Council session adopts the outcome.

Sources: OHCHR's cycle pages, and those that `ontology/vocab/upr-calendar.ttl` names; read 2026-11-24.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

import pyoxigraph as ox

import ontology
from graph.terms import NS

_LAST_SESSION: Final = {1: 12, 2: 26, 3: 40, 4: 54}
"""Cycle → its last session of the UPR Working Group."""


@dataclass(frozen=True, slots=True)
class Session:
    """A session of the UPR Working Group; what no source tells is None or, for States, not complete.

    `council` is the session of the Human Rights Council that adopts the outcomes, `states` are alpha-3 codes.
    """

    number: int
    cycle: int
    start: date | None
    end: date | None
    council: int | None
    states: frozenset[str]


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


@cache
def sessions() -> dict[int, Session]:
    """Every session of the four cycles, by number."""
    told: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    data = (ontology.root() / "vocab" / "upr-calendar.ttl").read_bytes()
    for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
        value = quad.object.value if isinstance(quad.object, ox.Literal) else str(quad.object).strip("<>")
        told[str(quad.subject)][quad.predicate.value.removeprefix(NS)].append(value)
    found = (_session(properties) for properties in told.values())
    return {one.number: one for one in sorted(found, key=lambda one: one.number)}


def _session(told: dict[str, list[str]]) -> Session:
    def first(name: str) -> str:
        return next(iter(told.get(name, ())), "")

    return Session(
        number=int(first("session")),
        cycle=int(first("cycle")),
        start=date.fromisoformat(first("startDate")) if first("startDate") else None,
        end=date.fromisoformat(first("endDate")) if first("endDate") else None,
        council=int(first("adoptingSession")) if first("adoptingSession") else None,
        states=frozenset(iri.rsplit("/", 1)[-1] for iri in told.get("reviewedState", ())),
    )


def reviews(state: str) -> dict[int, int]:
    """Cycle → session of a State's reviews (alpha-3), as far as sources tell."""
    return {one.cycle: one.number for one in sessions().values() if state in one.states}


def session_of(state: str, cycle: int) -> int | None:
    """The session that reviews a State in a cycle; None where no source tells."""
    return reviews(state).get(cycle)


def session_on(day: date) -> int | None:
    """The session of the Working Group that sat on a day; None where no source tells."""
    return next(
        (one.number for one in sessions().values() if one.start and one.end and one.start <= day <= one.end), None
    )


def council_session(session: int) -> int | None:
    """The session of the Human Rights Council that adopts a session's outcomes; None where no source tells.

    It cannot be computed: sessions 1 and 2 went to the Council's eighth, session 13 to its twenty-first.
    """
    found = sessions().get(session)
    return found.council if found else None


def disagreement(state: str, session: int) -> str | None:
    """What is odd about a review of a State in a session, in words; None if nothing is or nothing is known.

    A State has one review in a cycle, so another session of the same cycle is a slip in the label.
    """
    try:
        known = session_of(state, cycle(session))
    except ValueError as fault:
        return str(fault)
    if known is None or known == session:
        return None
    return f"{state} was reviewed in session {known} of cycle {cycle(session)}, not in session {session}"


@dataclass(frozen=True, slots=True)
class Rule:
    """How a day of the UPR calendar is reckoned where no source states it: in words, and who says so."""

    words: str
    source: str


RULES: Final = {
    "submissions": Rule(
        "about 32 weeks before the session of the Working Group",
        "the days OHCHR set for sessions 23 to 26, as UPR Info announced them; OHCHR sets each day itself",
    ),
    "nationalReport": Rule(
        "twelve weeks before the review",
        "UPR Info’s page for States under review; OHCHR sets each day itself",
    ),
    "adoption": Rule(
        "at the next but one regular session of the Council: June after a review in January or February, September "
        "after one in April to June, March after one in October to December",
        "the adoptions in the reports of the Council that were read; the programme of work of the Council decides",
    ),
    "midterm": Rule(
        "about two years after the adoption; it is voluntary",
        "Council resolution 16/21, annex, para. 18; the guidance for UN country teams",
    ),
    "nextReview": Rule(
        "four and a half years after the review",
        "Council resolution 16/21, annex, para. 3",
    ),
}
"""What is reckoned → how. A day that a rule gives is a guide, never a fact."""


def submissions_due(review: date) -> date:
    """About when UN entities, the NHRI and others hand in what they write for a review."""
    return review - timedelta(weeks=32)


def national_report_due(review: date) -> date:
    """About when the State hands in its report."""
    return review - timedelta(weeks=12)


def adoption_after(review: date) -> date:
    """About when the Council adopts the outcome of a review: the first of a month."""
    if review.month <= 3:
        return date(review.year, 6, 1)
    if review.month <= 7:
        return date(review.year, 9, 1)
    return date(review.year + 1, 3, 1)


def midterm_after(adoption: date) -> date:
    """About when a State that reports at mid-term does so."""
    return months_after(adoption, 24)


def next_review_after(review: date) -> date:
    """About when a State is reviewed again; the first two cycles stood four years apart or a little more."""
    return months_after(review, 54)


def months_after(day: date, months: int) -> date:
    """The same day so many months later (earlier if negative), or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise ValueError(f"no day {months} months after {day}")
