"""The matrix of recommendations and agencies' projects, blanks shown, as a workbook or as CSV."""

import csv
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from graph.export.alignment_filters import Filters
from graph.export.alignment_read import read
from graph.export.alignment_words import filters, scope, states
from graph.export.facts import Ask, Facts, Link, Programme, best, names
from graph.export.workbook import Cell, Look, Workbook, clean
from graph.review.cells import guarded
from graph.store.asking import Asker
from graph.store.builds import Build

TITLE: Final = "Recommendations and the projects of UN agencies"
_SHADES: Final = {"C": "#9BC2A0", "S": "#CFE5D1"}
_PROPOSED: Final = "#FFF2CC"
_HEADING_LETTERS: Final = 110
_HEADINGS: Final[tuple[tuple[str, float], ...]] = (
    ("State", 7), ("Recommendation", 20), ("Text", 56), ("Recommending States", 20), ("Position", 11),
    ("Projects", 9), ("Framework results", 11),
)  # fmt: skip
"""Before the projects: how many projects contribute, and how many results of a framework."""


def matrix(asker: Asker, build: Build, state: str | None, out: Path, asked: Filters | None = None) -> None:
    """Write the matrix of one State or of all, by the ending. Raises Unwritable if nothing is known; Refusal."""
    write(read(asker, state, asked), build, out)


def write(facts: Facts, build: Build, out: Path) -> None:
    """The matrix of what was read. Raises OSError."""
    projects = [one for one in facts.programmes.values() if one.kind == "project"]
    projects.sort(key=lambda one: (one.state, not one.agencies, one.agencies, one.title, one.iri))
    if out.suffix.lower() == ".csv":
        _write_csv(out, facts, projects)
        return
    with Workbook(out, f"{TITLE}: {states(facts)}", "UNDAF/UNSDCF alignment review") as book:
        _sheet(book, facts, projects)
        lines: list[tuple[str, Cell]] = [
            ("Scope", ""),
            *scope(facts, build),
            ("", ""),
            ("Filters", ""),
            *filters(facts),
        ]
        book.text("About", TITLE, lines)
        _keys(book, projects)


def recommendations(facts: Facts) -> Iterator[Ask]:
    """Every recommendation within the filters, noted ones too; observations ask for nothing."""
    return (ask for ask in facts.asks.values() if ask.kind == "recommendation")


def _sheet(book: Workbook, facts: Facts, projects: list[Programme]) -> None:
    columns = [*_HEADINGS, *((_heading(one)[:_HEADING_LETTERS], 5.6) for one in projects)]
    note = (
        "C confirmed by a person, S stated by a document, a number: the score of a link that a computation proposes. "
        "Blank: no link known. The sheet Projects names each column in full."
    )
    shades = _SHADES | dict.fromkeys("0123456789", _PROPOSED)
    look = Look(
        upright=len(projects),
        freeze=2,
        wide=True,
        pages=0,
        scale=80,
        heading_height=260,
        shades=shades,
        numbers={5: "count", 6: "count"},
    )
    book.table("Matrix", columns, _rows(facts, projects), note, look)


def _keys(book: Workbook, projects: Iterable[Programme]) -> None:
    rows = ((names(one.agencies), one.name, one.period, one.iri.rsplit("/", 1)[-1]) for one in projects)
    columns = (("Agencies", 26), ("Project", 84), ("Period", 24), ("Identifier", 30))
    book.table("Projects", columns, rows, "The columns of the matrix, in their order")


def _rows(facts: Facts, projects: list[Programme]) -> Iterator[list[Cell]]:
    for ask in recommendations(facts):
        links = facts.serving.get(ask.iri, {})
        results = sum(facts.programmes[iri].kind == "result" for iri in links)
        told: list[Cell] = [ask.state, ask.citation, ask.text, names(ask.recommending), ask.answer]
        yield [*told, len(links) - results, results, *(mark(links.get(one.iri)) for one in projects)]


def mark(link: Link | None) -> str:
    """How a link is known, in a letter or its score; nothing for none."""
    surest = best([link] if link else [])
    if surest is None:
        return ""
    return f"{surest.score:.2f}" if surest.grade == "proposed" else surest.grade[0].upper()


def _heading(project: Programme) -> str:
    return f"{names(project.agencies) or 'agency not told'}: {project.name}"


def _write_csv(out: Path, facts: Facts, projects: list[Programme]) -> None:
    """In UTF-8 with its mark, so that spreadsheets read the letters right; what looks like a formula is guarded."""
    with out.open("w", encoding="utf-8-sig", newline="") as stream:
        rows = csv.writer(stream)
        headings = [heading for heading, _ in _HEADINGS] + [_heading(one) for one in projects]
        rows.writerow([csv_cell(heading) for heading in headings])
        rows.writerows([csv_cell(cell) for cell in row] for row in _rows(facts, projects))


def csv_cell(cell: Cell) -> Cell:
    """A text that a spreadsheet takes for a formula gets an apostrophe, behind blanks and in full width too."""
    if not isinstance(cell, str):
        return cell
    text = guarded(clean(cell))
    looks = unicodedata.normalize("NFKC", text.lstrip()[:1])
    return f"'{text}" if looks and looks in "=+-@" else text
