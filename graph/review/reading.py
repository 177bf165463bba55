"""Reading `decisions.csv` as people and their spreadsheets leave it: each line decides or is a finding."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from graph.clean import Unclear, day, text
from graph.records import Relation
from graph.review.cells import plain
from graph.review.decision import COLUMNS, STATUS, Decision, LinkKey
from graph.review.ends import end
from graph.review.sheet import Row, Sheet
from graph.source import Finding, Severity
from graph.terms import NS

_EITHER_WAY = re.compile(r"(\d{1,2})/(\d{1,2})/\d{4}")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
"""A day as spreadsheets in central Europe write it, the day always first."""


def read(path: Path, today: date | None = None) -> tuple[tuple[Decision, ...], tuple[Finding, ...]]:
    """The decisions of a file in its order, and what is wrong in it. An absent file holds none."""
    if not path.is_file():
        return (), ()
    try:
        sheet = Sheet.of(path.read_bytes())
    except (Unclear, OSError) as fault:
        return (), (Finding(path.name, "file", f"none of its decisions was read: {fault}", Severity.REFUSED),)
    findings = [Finding(path.name, "heading", reason, Severity.NOTE) for reason in _unknown(sheet)]
    lines: list[Decision] = []
    last: dict[LinkKey, Decision] = {}
    ahead = (today or datetime.now(UTC).date()) + timedelta(days=1)  # somewhere it is tomorrow already
    for row in sheet.rows():
        try:
            line = decision(row, sheet.columns)
        except Unclear as fault:
            findings.append(Finding(path.name, row.place, f"not a decision: {fault}"))
            continue
        before = last.get(line.link)
        if before and before.said == line.said:
            findings.append(Finding(path.name, row.place, f"says again what {before.place} says", Severity.NOTE))
            continue
        if line.day > ahead:
            findings.append(Finding(path.name, row.place, _ahead(line.day)))
        last[line.link] = line
        lines.append(line)
    return tuple(lines), tuple(findings)


def _unknown(sheet: Sheet) -> Iterator[str]:
    for name in dict.fromkeys(sheet.columns):
        if name not in COLUMNS:
            yield f"the column {name!r} is not read" if name else "a column without a name is not read"
        elif sheet.columns.count(name) > 1:
            yield f"the column {name!r} stands more than once: the first is read"


def _ahead(when: date) -> str:
    return f"the day {when} lies ahead: until then it outweighs all that is decided on this link; is it right?"


@lru_cache(maxsize=50_000)  # a file that only grows is read anew after each line: what stood there is known
def decision(row: Row, columns: tuple[str, ...]) -> Decision:
    """The decision in a row. Raises Unclear with what is wrong."""
    if row.fault:
        raise Unclear(_quotes(row))
    spare = [cell for cell in row.cells[len(columns) :] if cell.strip()]
    if spare:
        raise Unclear(f"more cells than columns ({spare[0]!r}): put a text that holds the separator in quotes")
    cells = _cells(row, columns)
    subject, object_ = end(cells["subject"]), end(cells["object"])
    if subject == object_:
        raise Unclear("a link joins two things, these are one")
    return Decision(
        day=_day(cells["day"]),
        who=cells["who"],
        decision=_word(cells["decision"]),
        subject=subject,
        relation=relation(cells["relation"]),
        object=object_,
        why=cells["why"],
        place=row.place,
    )


def _quotes(row: Row) -> str:
    if row.unfinished:
        return "a quotation mark is opened and never closed: nothing from here on was read"
    return f"its quotation marks do not match ({row.fault})"


def _cells(row: Row, columns: tuple[str, ...]) -> dict[str, str]:
    """Our columns of a row, each filled; a short row lacks what stands at its end."""
    cells = dict.fromkeys(COLUMNS, "")
    known = [(name, cell) for name, cell in zip(columns, row.cells, strict=False) if name in cells]
    for name, cell in reversed(known):  # of a column that stands twice the first counts
        if any("\ud800" <= one <= "\udfff" for one in cell):
            raise Unclear(f"its {name} is not UTF-8: save the file as CSV UTF-8")
        cells[name] = plain(text(cell))
    empty = [name for name in COLUMNS if not cells[name]]
    if empty:
        raise Unclear(f"{' and '.join(empty)} missing: a decision needs a name (who) and a reason (why)")
    return cells


def _day(given: str) -> date:
    """A calendar day; `11/5/2026` is two days, depending on who wrote it."""
    either = _EITHER_WAY.fullmatch(given)
    if either and int(either[1]) != int(either[2]) and max(int(either[1]), int(either[2])) <= 12:
        raise Unclear(f"{given!r} could be two days: write it as 2026-11-05")
    dotted = _DOTTED.fullmatch(given)
    return day("/".join(dotted.groups()) if dotted else given)


def _word(given: str) -> str:
    word = given.casefold()
    if word not in STATUS:
        raise Unclear(f"decision {given!r} is none of {', '.join(STATUS)}")
    return word


def relation(given: str) -> Relation:
    """A relation by its name: `reinforces`, `rg:reinforces`. Raises Unclear."""
    name = given.strip().removeprefix("rg:").removeprefix(NS)
    if name not in {one.value for one in Relation}:
        raise Unclear(f"relation {given!r} is none of {', '.join(Relation)}")
    return Relation(name)
