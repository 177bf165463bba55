"""A country team's own lists (XLSX, CSV) in the layout of the templates that `rightsgraph init` writes.

Projects: `Project no., Title, Agency, Partners, Start, End, Budget, Currency, Result, SDG, Recommendations,
Description, State`. Framework: `Framework, State, Start, End, Level, Code, Title, Parent code, Indicator, Baseline,
Target, Recommendations, Description`. Several values in a cell stand apart by semicolons. `Recommendations` names a
document and paragraphs (`A/HRC/12/11 99.78; 99.79`): the list itself states the link, and is quoted.
"""

from collections.abc import Iterator
from datetime import date

from graph import clean, states
from graph.clean import Unclear
from graph.records import (
    Basis,
    Framework,
    Key,
    Level,
    Money,
    PassageKey,
    Project,
    Record,
    Relation,
    Result,
    ResultKey,
    StatedLink,
)
from graph.source import Loader, Source
from loaders.documents import sheets, symbols
from loaders.documents.sheets import Row

PROJECTS = (
    "Project no.", "Title", "Agency", "Partners", "Start", "End", "Budget", "Currency", "Result", "SDG",
    "Recommendations", "Description", "State",
)  # fmt: skip
FRAMEWORK = (
    "Framework", "State", "Start", "End", "Level", "Code", "Title", "Parent code", "Indicator", "Baseline", "Target",
    "Recommendations", "Description",
)  # fmt: skip
_LEVELS = {
    "priority": Level.PRIORITY,
    "strategic priority": Level.PRIORITY,
    "outcome": Level.OUTCOME,
    "output": Level.OUTPUT,
    "sub-output": Level.SUB_OUTPUT,
}


def recognise(source: Source) -> bool:
    """By its headings: those of one of the two templates."""
    told = set(sheets.headings(source))
    return told >= set(PROJECTS) or told >= set(FRAMEWORK)


def load(source: Source) -> Iterator[Record]:
    """Projects or results with the links that the list states; a row that cannot be read is a finding."""
    headings = set(sheets.headings(source))
    make = _project if headings >= set(PROJECTS) else _result
    for name in sorted(headings - set(PROJECTS) - set(FRAMEWORK)):
        source.find("headings", f"the column {name!r} is not in the template: it is not read")
    frameworks: set[str] = set()
    for row in sheets.rows(source):
        try:
            yield from make(source, row, frameworks)
        except Unclear as fault:
            source.find(row.place, str(fault))


def _project(source: Source, row: Row, _frameworks: set[str]) -> Iterator[Record]:
    cells = _cells(row)
    if not cells["Project no."] or not cells["Title"]:
        raise Unclear("a project needs a number and a title")
    start, end = _day(cells["Start"], 1, 1), _day(cells["End"], 12, 31)
    project = Project(
        identifier=cells["Project no."],
        title=cells["Title"],
        description=cells["Description"],
        states=tuple(states.state(name) for name in _several(cells["State"])),
        implementers=tuple(_several(cells["Agency"])),
        funders=tuple(_several(cells["Partners"])),
        start=start,
        end=end,
        sdgs=tuple(_several(cells["SDG"])),
        money=_money(source, row, cells, start, end),
        place=row.place,
    )
    yield project
    yield from _links(source, row, project.key, cells["Recommendations"])


def _money(source: Source, row: Row, cells: dict[str, str], start: date | None, end: date | None) -> tuple[Money, ...]:
    if not cells["Budget"]:
        return ()
    if not cells["Currency"]:
        source.find(row.place, f"the budget {cells['Budget']} has no currency: it is not read")
        return ()
    return (Money(clean.number(cells["Budget"]), cells["Currency"], "budget", start, end),)


def _result(source: Source, row: Row, frameworks: set[str]) -> Iterator[Record]:
    cells = _cells(row)
    state = states.state(cells["State"])
    start, end = _day(cells["Start"], 1, 1), _day(cells["End"], 12, 31)
    if start is None:
        raise Unclear("a framework needs its first year")
    identifier = f"{state}/{start.year}"
    if identifier not in frameworks:
        frameworks.add(identifier)
        yield Framework(
            identifier=identifier, states=(state,), title=cells["Framework"], start=start, end=end, place=row.place
        )
    level = _LEVELS.get(cells["Level"].casefold())
    if level is None or not cells["Code"]:
        raise Unclear(f"a result needs a code and a level of {', '.join(_LEVELS)}; not {cells['Level']!r}")
    key = ResultKey(identifier, cells["Code"])
    yield Result(
        key=key,
        level=level,
        title=cells["Title"],
        code=cells["Code"],
        description=cells["Description"],
        parent=ResultKey(identifier, cells["Parent code"]) if cells["Parent code"] else None,
        place=row.place,
    )
    if cells["Indicator"]:
        source.find(row.place, "indicators are not kept yet: the indicator, its baseline and its target are not read")
    yield from _links(source, row, key, cells["Recommendations"])


def _cells(row: Row) -> dict[str, str]:
    return {name: clean.text(value) for name, value in row.cells.items()}


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _day(told: str, month: int, day: int) -> date | None:
    """A day; a bare year stands for its first or last day, as programmes count years."""
    if not told:
        return None
    return date(int(told), month, day) if told.isdigit() and len(told) == 4 else clean.day(told)


def _links(source: Source, row: Row, subject: Key, cell: str) -> Iterator[StatedLink]:
    """`A/HRC/12/11 99.78; 99.79` → a link to each; a paragraph before any symbol is a finding."""
    symbol = ""
    for part in _several(cell):
        found = next(symbols.mentions(part), None)
        paragraph = part
        if found:
            symbol, paragraph = found.symbol, part[found.end :]
        paragraph = paragraph.removeprefix(",").strip().removeprefix("para.").strip()
        if not symbol or not paragraph:
            source.find(row.place, f"the recommendation {part!r} names no document and paragraph")
            continue
        yield StatedLink(
            subject=subject,
            relation=Relation.CONTRIBUTES_TO,
            object=PassageKey(symbol, paragraph),
            basis=Basis.CITED_IN_TEXT,
            quote=cell,
            place=row.place,
        )


LOADER = Loader(
    name="programming.own_list",
    title="A country team's own list of projects or results",
    publisher="the country team",
    licence="as the country team says",
    recognise=recognise,
    load=load,
)
