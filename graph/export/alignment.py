"""The alignment workbook: coverage, results × recommendations, gaps both ways, and the evidence of every link."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from graph.export.alignment_coverage import AGENCY, FAMILY, GOAL, PERSONS, POSITION, Line, coverage
from graph.export.alignment_filters import Filters
from graph.export.alignment_lists import agencies, evidence, gap_list, groups, markers
from graph.export.alignment_read import read
from graph.export.alignment_tables import matrix, recommendations
from graph.export.alignment_words import LIMITS, METHOD, READING, SHEET_LIMITS, TITLE, filters, scope, states
from graph.export.facts import Facts
from graph.export.workbook import Cell, Look, Workbook
from graph.store.asking import Asker
from graph.store.builds import Build

CHARTED: Final = (FAMILY, POSITION, GOAL, PERSONS, AGENCY)
MOST_BARS: Final = 17
"""Bars of a chart: more cannot be read; the sheet Summary has all."""


def alignment(asker: Asker, build: Build, state: str | None, out: Path, asked: Filters | None = None) -> None:
    """Write the workbook for one State or for all. Raises Unwritable if nothing is known of what is asked; Refusal."""
    write(read(asker, state, asked), build, out)


def write(facts: Facts, build: Build, out: Path) -> None:
    """The workbook of what was read. Raises OSError."""
    with Workbook(out, f"{TITLE}: {states(facts)}", "UNDAF/UNSDCF alignment review") as book:
        _cover(book, build, facts)
        _summary(book, facts)
        matrix(book, facts)
        recommendations(book, facts)
        gap_list(book, facts)
        agencies(book, facts)
        markers(book, facts)
        groups(book, facts)
        evidence(book, facts)
        method: list[tuple[str, Cell]] = [("Method", ""), *METHOD, ("", ""), ("Limits", ""), *LIMITS, *SHEET_LIMITS]
        book.text("Method and limits", "Method and limits", method)
        _sources(book, build, facts)


def _cover(book: Workbook, build: Build, facts: Facts) -> None:
    lines: list[tuple[str, Cell]] = [("Scope", ""), *scope(facts, build), ("", "")]
    lines += [("Filters", ""), *filters(facts), ("", ""), ("How to read", ""), *READING]
    book.text("Cover", TITLE, lines)


def _summary(book: Workbook, facts: Facts) -> None:
    lines = coverage(facts)
    columns = (
        ("Section", 36), ("Name", 50), ("Asks", 9), ("With a programme", 12), ("Share", 8), ("Confirmed", 11),
        ("Stated", 9), ("Proposed", 10), ("None known", 9),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (line.section, line.name, line.asks, line.served, line.share, *line.by_grade.values(), line.unserved)
        for line in lines
    ]
    note = (
        "Asks, and how many of them at least one project or result contributes to, by how the surest link is known. "
        "In the section Agency: of all asks, those that the programmes of the agency contribute to."
    )
    book.table("Summary", columns, rows, note, Look(freeze=2, numbers=_counts(2, 3, 5, 6, 7, 8) | {4: "share"}))
    _charts(book, lines)


def _charts(book: Workbook, lines: Sequence[Line]) -> None:
    place = 0
    for section in CHARTED:
        found = [number for number, line in enumerate(lines) if line.section == section]
        if found:
            last = min(found[-1], found[0] + MOST_BARS - 1)
            more = f" (the first {MOST_BARS})" if last < found[-1] else ""
            title = f"{section}{more}: asks by their surest link"
            place = book.bars("Charts", "Summary", title, (found[0], last), (5, 6, 7, 8), place)


def _counts(*columns: int) -> dict[int, str]:
    return dict.fromkeys(columns, "count")


def _sources(book: Workbook, build: Build, facts: Facts) -> None:
    rows = [
        (
            file["file"], file["title"], file["publisher"], "yes" if file["official"] else "no", file["read_on"],
            file["licence"], file["sha256"],
        )
        for file in build.report()["files"]
        if file["sha256"] in facts.files
    ]  # fmt: skip
    columns = (
        ("File", 34), ("Recognised as", 30), ("Publisher", 30), ("Official", 9), ("Read on", 11), ("Licence", 26),
        ("SHA-256", 34),
    )  # fmt: skip
    book.table("Sources", columns, rows, "Every file that tells of an ask, a programme or a link in this workbook")
