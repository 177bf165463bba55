"""The entries of a mid-term report: which recommendations, what is said of them, and how far they are.

In a table each row is one; in running text an entry begins with a dotted number (`115.22`) at a line's start and ends
before the next one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from graph import clean
from graph.source import Source
from loaders.documents import docx, furniture, numbers, pdf
from loaders.documents.pdf import unbroken

STATUS: Final = re.compile(
    r"^(?:status\s*:?\s*)?(?P<status>(?:fully|partially|partly|not(?: yet)?|largely|already)?\s*implemented|"
    r"(?:under|in (?:the )?process(?: of)?) implementation|in process|implementation (?:under ?way|ongoing)|ongoing|"
    r"in progress|accomplished|completed|pending|no progress|not started|continuous)\s*\.?$",
    re.I,
)
_LABELLED = re.compile(r"\bstatus(?: of implementation)?\s*:\s*(?P<status>[^.;\n]{3,60})", re.I)
_NUMBER = re.compile(r"^(?:rec(?:ommendation)?s?\.?\s*)?(?:nos?\.?\s*)?(?P<list>\d{2,3}\.\d{1,3}\b.*)$", re.I)
_LEADING = re.compile(rf"^(?:rec(?:ommendation)?s?\.?\s*)?(?:nos?\.?\s*)?(?P<list>{numbers.LIST})(?![.\d])", re.I)
_COLUMNS: Final = (
    ("number", re.compile(r"^(?:no\.?|number|#|n°|ref\w*|paragraph|para\.?)$", re.I)),
    ("status", re.compile(r"\bstatus\b|\blevel of implementation\b|\bprogress\b$|\bassessment\b", re.I)),
    ("recommendation", re.compile(r"\brecommendation", re.I)),
)
_ENOUGH: Final = 3
"""Dotted numbers at line starts that make a text a list of entries."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`listed` are the numbers as printed, `status` the report's own words for how far it is; either may be empty."""

    listed: str
    text: str
    status: str
    place: str


def entries(source: Source) -> list[Entry]:
    """All entries of a Word file's tables, or of a PDF; [] where it has none."""
    return list(_rows(source) if docx.is_docx(source) else _starts(source))


def _rows(source: Source) -> Iterator[Entry]:
    columns: dict[str, int] = {}
    for number, row in enumerate(docx.rows(source), start=1):
        cells = [clean.text(" ".join(cell)) for cell in row]
        headings = _headings(cells)
        if headings:
            columns = headings
        elif columns and len(cells) > max(columns.values()):
            yield from _row(cells, columns, f"table row {number}")


def _headings(cells: list[str]) -> dict[str, int]:
    """Column kind → its place, if this is a heading row: one column of recommendations and another at least."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        kind = next((kind for kind, words in _COLUMNS if len(cell) < 60 and words.search(cell)), "")
        if kind:
            found.setdefault(kind, place)
    return found if "recommendation" in found and len(cells) > 1 else {}


def _row(cells: list[str], columns: dict[str, int], place: str) -> Iterator[Entry]:
    ask = cells[columns["recommendation"]]
    leading = _LEADING.match(cells[columns["number"]] if "number" in columns else ask)
    if leading:
        others = (cell for at, cell in enumerate(cells) if at not in columns.values())
        status = cells[columns["status"]] if "status" in columns else ""
        yield Entry(leading["list"], clean.text(" ".join(filter(None, others))), status, place)


def _starts(source: Source) -> Iterator[Entry]:
    """Entries of running text; none if too few lines begin with a dotted number."""
    lines = [(line.text, line.page) for line in furniture.body(source.once(pdf.read)).lines]
    starts = [at for at, (text, _) in enumerate(lines) if _NUMBER.match(text)]
    if len(starts) < _ENOUGH:
        return
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _entry([text for text, _ in lines[start:end]], f"page {lines[start][1]}")


def _entry(lines: list[str], place: str) -> Entry:
    found = _NUMBER.match(lines[0])
    listed = re.match(numbers.LIST, found["list"]) if found else None
    printed = listed[0] if listed else ""
    rest = [found["list"][len(printed) :] if found else "", *lines[1:]]
    status = next((one["status"] for line in rest if (one := STATUS.match(line.strip()))), "")
    text = clean.text(unbroken(" ".join(rest))).lstrip(".:;–- ")
    labelled = _LABELLED.search(text)
    return Entry(printed, text, clean.text(status or (labelled["status"] if labelled else "")), place)


def expand(entry: Entry, source: Source) -> Iterable[str]:
    """The numbers of an entry, ranges written out."""
    return numbers.expand(entry.listed, lambda reason: source.find(entry.place, reason))
