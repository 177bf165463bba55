"""Days around a State's reviews and reports, each stated by a source or reckoned by a rule, and which of the two."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph import calendar, terms
from graph.calendar import RULES, Rule
from graph.country.column import words
from graph.export.alignment_asking import ENGLISH, Reader

_OF: Final = "{{ SELECT DISTINCT ?thing WHERE {{ VALUES ?of {{ UNDEF }} ?thing rg:state ?of ; a rg:{} }} }}"
LETTER: Final = Rule(
    "about three months after the adoption",
    "the letter to a State reviewed in January 2025, which is of 1 October 2025; OHCHR decides",
)
_CALENDAR: Final = "the UPR calendar: the days of the session, not the day of this State"
_DOCUMENTS: Final = "documents of the review"


@dataclass(frozen=True, slots=True)
class Day:
    """Something that falls on a day or on several.

    `what` is a word of the calendar kinds, `of` tells it from others of the kind (a cycle, a body), `exact` a day from
    the first of a month that is meant, `how` names the rule, `source` who says so.
    """

    what: str
    of: str
    day: date
    stated: bool
    source: str
    how: str = ""
    last: date | None = None
    exact: bool = True
    iri: str = ""
    title: str = ""
    quote: str = ""


def of_class(name: str) -> str:
    """A pattern that binds `?thing` to the State's things of a class."""
    return _OF.format(name)


def day(text: str | None) -> date | None:
    """A day as the graph writes it; None for what is none."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def stated(reader: Reader) -> Iterator[Day]:
    """What people noted in a country sheet: calendar entries, and the deadlines of reports and submissions."""
    things = of_class("CalendarEntry")
    kinds = {terms.concept("calendar-kind", word): word for word in words("calendar-kind")}
    what, when, last = (reader.one(things, path) for path in ("rg:calendarKind", "dcterms:date", "rg:endDate"))
    cycle, body = reader.one(things, "rg:cycle"), reader.one(things, "rg:mechanism/skos:notation")
    source, as_of = reader.one(things, "dcterms:source"), reader.one(things, "rg:asOf")
    for thing, kind in sorted(what.items()):
        first = day(when.get(thing))
        if first:
            said = source.get(thing) or "a country sheet"
            named = body.get(thing, "UPR")
            of = named if named != "UPR" else cycle.get(thing) or first.isoformat()
            old = f" (as of {as_of[thing]}; it may be out of date)" if thing in as_of else ""
            word = kinds.get(kind, "other")
            yield Day(word, of, first, True, said + old, last=day(last.get(thing)), iri=thing)
    yield from _papers(reader)


def _papers(reader: Reader) -> Iterator[Day]:
    things = of_class("Paper")
    deadlines, titles = reader.one(things, "rg:deadline"), reader.one(things, "dcterms:title")
    source = reader.one(things, "dcterms:source")
    for thing, told in sorted(deadlines.items()):
        due = day(told)
        if due:
            title = f"deadline: {titles.get(thing, 'a paper')}"
            yield Day("deadline", thing, due, True, source.get(thing) or "a country sheet", iri=thing, title=title)


def published(reader: Reader) -> Iterator[Day]:
    """Mid-term reports that were handed in, and letters on follow-up."""
    for name, what in (("MidtermReport", "mid-term report"), ("FollowUpLetter", "follow-up letter")):
        things = of_class(name)
        symbols, titles = reader.one(things, "rg:symbol"), reader.one(things, "dcterms:title", ENGLISH)
        for thing, told in sorted(reader.one(things, "dcterms:issued").items()):
            issued = day(told)
            if issued:
                symbol = symbols.get(thing, "")
                title = f"{what}: {titles.get(thing) or symbol}"
                yield Day(what, thing, issued, True, f"the document itself, {symbol}", iri=thing, title=title)


@dataclass(frozen=True, slots=True)
class _Review:
    cycle: int
    day: date
    last: date | None
    exact: bool
    adopted: date | None
    source: str
    iri: str


def reviews(reader: Reader, state: str, known: Iterable[Day]) -> Iterator[Day]:
    """Every review with its adoption, and what comes after the last one and before the next.

    What a source states in `known` for the same cycle is not reckoned.
    """
    stated_ones = list(known)
    told = {(one.what, one.of) for one in stated_ones}
    reckoned = list(_reviews(_dated(reader, state), stated_ones))
    yield from (one for one in reckoned if (one.what, one.of) not in told)


def _reviews(dated: list[_Review], known: list[Day]) -> Iterator[Day]:
    for one in dated:
        of = str(one.cycle)
        yield Day("review", of, one.day, True, one.source, last=one.last, exact=one.exact, iri=one.iri)
        yield _adoption(one)
    if not dated:
        return
    last = dated[-1]
    of, adopted = str(last.cycle), last.adopted or calendar.adoption_after(last.day)
    if not any(one.what == "mid-term report" and one.day > last.day for one in known):
        yield _by_rule("mid-term report", of, calendar.midterm_after(adopted), RULES["midterm"])
    yield _by_rule("follow-up letter", of, calendar.months_after(adopted, 3), LETTER)
    coming, of = calendar.next_review_after(last.day), str(last.cycle + 1)
    yield _by_rule("review", of, coming, RULES["nextReview"])
    yield _by_rule("submissions due", of, calendar.submissions_due(coming), RULES["submissions"])
    yield _by_rule("national report due", of, calendar.national_report_due(coming), RULES["nationalReport"])


def _adoption(one: _Review) -> Day:
    if one.adopted:
        return Day("adoption", str(one.cycle), one.adopted, True, _DOCUMENTS, iri=one.iri)
    return _by_rule("adoption", str(one.cycle), calendar.adoption_after(one.day), RULES["adoption"])


def _by_rule(what: str, of: str, when: date, rule: Rule) -> Day:
    """The first of the month that a rule gives: it tells no day."""
    return Day(what, of, when.replace(day=1), False, rule.source, how=rule.words, exact=False)


def _dated(reader: Reader, state: str) -> list[_Review]:
    """Every review that the graph or the UPR calendar dates, oldest first; the graph goes first."""
    found: dict[int, _Review] = {}
    for cycle, number in calendar.reviews(state).items():
        session = calendar.sessions()[number]
        if session.start:
            found[cycle] = _Review(cycle, session.start, session.end, False, None, f"session {number}, {_CALENDAR}", "")
    things = of_class("Review")
    adopted, start, end = (reader.one(things, path) for path in ("rg:adoptedOn", "rg:startDate", "rg:endDate"))
    dialogue = reader.one(things, "rg:reviewDate")
    for thing, told in reader.one(things, "rg:cycle").items():
        cycle, held = int(told), day(dialogue.get(thing))
        first = held or day(start.get(thing))
        before = found.get(cycle)
        done = day(adopted.get(thing))
        if first:
            last = None if held else day(end.get(thing))
            found[cycle] = _Review(cycle, first, last, held is not None, done, _DOCUMENTS, thing)
        elif before:
            found[cycle] = _Review(cycle, before.day, before.last, False, done, before.source, thing)
    return sorted(found.values(), key=lambda one: one.day)
