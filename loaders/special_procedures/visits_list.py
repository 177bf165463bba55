"""Lists of country visits (CSV, XLSX, saved web page): each step told of a visit, visits done, standing invitations."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import Final

from graph import clean, mechanisms, states
from graph.clean import Unclear
from graph.country.kinds import of_headings
from graph.records import Record, StandingInvitation, Visit, VisitNotice, VisitStep
from graph.source import Loader, Refused, Severity, Source
from loaders.documents import days, sheets, symbols, web_tables
from loaders.documents.sheets import Row

_COLUMNS: Final = {
    "standing": r"standinginvitation",
    "mandate": r"mandate(?!holder)|specialprocedure|mechanism(?!s?response)",
    "holder": r"mandateholder|holder|nameofexpert",
    "status": r"status|step|stage",
    "start": r"^(?:visit)?(?:start|from|begin)",
    "end": r"^(?:visit)?(?:end|until|to)(?:date)?$",
    "report": r"report|symbol",
    "dates": r"date|period|^when$|^year$",
    "state": r"^(?:country|state|memberstate|nameofcountry|pays|país|etat)",
    "words": r"comment|remark|note",
}
"""What a heading may say, letters only; the first that fits, in this order."""
_IGNORED = re.compile(r"^(?:no|n|id|region|iso\w*|regionalgroup|subregion|)$")
_STEPS: Final = (
    (VisitStep.REMINDED, re.compile(r"\breminder|\breminded", re.I)),
    (VisitStep.REFUSED, re.compile(r"\brefused|\bdeclined|\brejected|\bdenied", re.I)),
    (VisitStep.CANCELLED, re.compile(r"\bcancel|\bwithdrawn", re.I)),
    (VisitStep.POSTPONED, re.compile(r"\bpostpone|\bdeferred", re.I)),
    (VisitStep.DONE, re.compile(r"\bcomplete|\bundertaken|\bconducted|\bvisited|\bdone\b|\bcarried out", re.I)),
    (
        VisitStep.ACCEPTED,
        re.compile(r"\baccept|\bagree|\bin principle|\binvit|\bconfirm|\bforthcoming|\bplanned", re.I),
    ),
    (VisitStep.REQUESTED, re.compile(r"\brequest", re.I)),
)
"""In this order: a reminder of a request is a reminder."""
_NO = re.compile(r"(?:no|none|non|-|–|—|n/?a)?", re.I)
_YES = re.compile(r"(?:yes|x|✓|oui|sí|standing invitation)?", re.I)


def recognise(source: Source) -> bool:
    """A table with a State, and a mandate with its step or dates, or a standing invitation; no country sheet."""
    with suppress(Refused):
        headings = _headings(source)
        return _is_list(headings) and of_headings(headings) is None
    return False


def load(source: Source) -> Iterator[Record]:
    """Every row's notices; what cannot be read of a row is a finding, and the others go on."""
    names = {heading: _column(heading) for heading in _headings(source)}
    unknown = [name for name, column in names.items() if column is None and not _IGNORED.match(_letters(name))]
    if unknown:
        source.find("headings", f"columns that are not read: {', '.join(unknown)}")
    invited: set[str] = set()
    for row in _rows(source):
        told: dict[str, str] = {}
        for heading, cell in row.cells.items():
            column = names.get(heading)
            if column:
                told[column] = clean.text(f"{told.get(column, '')} {cell}")
        try:
            yield from _records(source, row.place, told, invited)
        except Unclear as fault:
            source.find(row.place, str(fault))


def _letters(heading: str) -> str:
    return re.sub(r"[\W\d_]+", "", heading.casefold())


def _column(heading: str) -> str | None:
    plain = _letters(heading)
    return next((column for column, words in _COLUMNS.items() if re.search(words, plain)), None)


def _is_list(headings: Iterable[str]) -> bool:
    columns = {_column(heading) for heading in headings}
    of_visits = "mandate" in columns and bool({"status", "dates", "start"} & columns)
    return "state" in columns and (of_visits or "standing" in columns)


def _headings(source: Source) -> tuple[str, ...]:
    if web_tables.is_page(source):
        return tuple(_page_table(source)[0])
    return sheets.headings(source)


def _page_table(source: Source) -> web_tables.Table:
    """The page's tables of this kind as one; Raises Refused if there is none."""
    found = [table for table in source.once(web_tables.tables) if table and _is_list(table[0])]
    if not found:
        raise Refused("the page holds no table of country visits")
    return [found[0][0], *(row for table in found if table[0] == found[0][0] for row in table[1:])]


def _rows(source: Source) -> Iterator[Row]:
    if not web_tables.is_page(source):
        yield from sheets.rows(source)
        return
    headings, *rows = _page_table(source)
    for number, cells in enumerate(rows, start=2):
        if len(cells) != len(headings):
            source.find(f"row {number}", f"it has {len(cells)} cells under {len(headings)} headings: look at it")
        if any(cells):
            yield Row(f"row {number}", dict(zip(headings, cells, strict=False)))


def _records(source: Source, place: str, told: dict[str, str], invited: set[str]) -> Iterator[Record]:
    state = states.state(re.sub(r"[*†]+$", "", told.get("state", "")))
    yield from _invitation(place, state, told.get("standing", ""), invited)
    name = told.get("mandate", "")
    if not name:
        return
    known = mechanisms.from_name(name)
    mandates = (known,) if known else mechanisms.mandates(name)
    if not mandates:
        raise Unclear(f"no mandate is called {name!r}")
    for mandate in mandates:
        yield from _visit(source, place, state, mandate, told)


def _invitation(place: str, state: str, said: str, invited: set[str]) -> Iterator[StandingInvitation]:
    """A date, or a yes; told once of a State."""
    if _NO.fullmatch(said) or state in invited:
        return
    since = days.when(said)
    if not since and not _YES.fullmatch(said):
        raise Unclear(f"neither a date nor a yes under standing invitation: {said!r}")
    invited.add(state)
    yield StandingInvitation(state=state, since=since, place=place)


def _visit(source: Source, place: str, state: str, mandate: str, told: dict[str, str]) -> Iterator[Record]:
    when = clean.text(f"{told.get('start', '')} {told.get('dates', '')}")
    words = " ".join(filter(None, (told.get("status", ""), when, told.get("end", ""), told.get("words", ""))))
    report = next((one.symbol for one in symbols.mentions(told.get("report", ""))), None)
    steps = list(_steps(told.get("status", ""), when))
    if not steps:
        raise Unclear(f"it does not say what step of a visit it tells: {words!r}")
    for step, at in steps:
        done = step is VisitStep.DONE
        if not at:
            source.find(place, f"no time is told of the step {step.value}: {words}", Severity.NOTE)
        yield VisitNotice(
            state=state,
            mandate=mandate,
            step=step,
            when=at,
            words=words,
            report=report if done else None,
            place=place,
        )
        if done:
            yield from _done(place, state, mandate, told, report)


def _done(place: str, state: str, mandate: str, told: dict[str, str], report: str | None) -> Iterator[Visit]:
    """A visit of which the first and the last day are told."""
    period = next(days.periods(told.get("dates", "")), None)
    start = period.start if period else _day(told.get("start", ""))
    end = period.finish if period else _day(told.get("end", ""))
    if start and end:
        yield Visit(
            state=state,
            mandate=mandate,
            holder=told.get("holder", ""),
            start=start,
            end=end,
            report=report,
            place=place,
        )


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(days.when(text))
    return None


def _steps(status: str, when: str) -> Iterator[tuple[VisitStep, str]]:
    """The row's step with its time; times told after other words (`requested 2008, reminders 2010 and 2012`) too."""
    own = next((step for step, words in _STEPS if words.search(status)), None)
    pieces = list(_pieces(when))
    first = pieces[0][1] if pieces and pieces[0][0] is None else ""
    if own and (first or not any(step for step, _ in pieces)):
        yield own, days.when(first)
    for step, text in pieces:
        if step:
            times = re.findall(r"[^,;&]*?\d{4}", text) or [text]
            for time in times:
                yield step, days.when(time)


def _pieces(when: str) -> Iterator[tuple[VisitStep | None, str]]:
    """A text cut at the words of steps: (the step that a piece follows, the piece)."""
    found = sorted(
        ((mark.start(), step) for step, words in _STEPS for mark in words.finditer(when)), key=lambda one: one[0]
    )
    before = when[: found[0][0]] if found else when
    if before.strip(" ,;("):
        yield None, before
    ends = [at for at, _ in found[1:]] + [len(when)]
    for (at, step), end in zip(found, ends, strict=False):
        yield step, when[at:end]


LOADER = Loader(
    name="special_procedures.visits_list",
    title="List of country visits of special procedures",
    publisher="Office of the United Nations High Commissioner for Human Rights",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    gives="requests, agreements and visits, each dated; standing invitations",
    recognise=recognise,
    load=load,
)
