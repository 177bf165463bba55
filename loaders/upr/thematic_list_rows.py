"""OHCHR's thematic list as it is written: its columns by their headings, its rows as entries.

Four layouts are known: cycle 2 with letter codes or with number codes before the themes, cycle 3 with uncoded themes
and SDGs in one cell, cycle 4 with columns of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph import clean
from graph.clean import Unclear
from graph.source import Source
from loaders.documents import docx

_SOURCE = re.compile(r"\s*\bSource of position\s*:?\s*(?P<symbol>A/\s?HRC/[\w/. ]*?[\d*])(?P<rest>(?![\w/]).*)$", re.I)
_ONE = r"\d[\d.]*(?:\s?\([a-z]\))?"
_PARAGRAPH = re.compile(rf"\bparas?(?:graphs?)?\.?\s*({_ONE}(?:\s*(?:[,–-]|\band\b)\s*{_ONE})*)", re.I)
_NUMBER = re.compile(r"^(?P<number>\d{1,3}\.\s?\d{1,3})\.?\s*(?P<text>.*)$", re.DOTALL)
_THEME = re.compile(r"^Themes?\s*:\s*(?P<theme>.+)$", re.I)
_PART = re.compile(r"^(?P<name>sdgs?|affected persons|groups? of persons|persons affected)\s*:?\s*$", re.I)
GOAL = re.compile(r"^(?P<code>\d{1,2}(?:\.[0-9a-z]{1,2})?)\s*[-–.]\s*\S")
_COLUMNS = {
    "text": "recommendation",
    "position": "position",
    "labels": "theme",
    "goals": "sdg",
    "assessment": "assessment",
}
"""Column → a word of its heading."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the list: every label as written, `-` before it taken off."""

    paragraph: str
    section_theme: str
    text: str
    position: str
    source_symbol: str
    source_paragraph: str
    themes: tuple[str, ...]
    persons: tuple[str, ...]
    goals: tuple[str, ...]
    assessment: str
    place: str


def columns(row: tuple[docx.Cell, ...]) -> dict[str, int]:
    """Which column holds what, told by a heading row; {} if this is none."""
    told = [" ".join(cell).casefold() for cell in row]
    found = {
        name: next(place for place, heading in enumerate(told) if word in heading)
        for name, word in _COLUMNS.items()
        if any(word in heading for heading in told)
    }
    whole = len({found.get("text"), found.get("position"), found.get("labels"), None}) == 4
    return found if whole and len(row) >= 3 and all(len(heading) < 90 for heading in told) else {}


def entries(source: Source) -> Iterator[Entry]:
    """The rows in order; one that is neither a heading, a theme nor a recommendation is a finding."""
    theme, table = "", {"text": 0, "position": 1, "labels": 2}
    for number, row in enumerate(docx.rows(source), start=1):
        place = f"row {number}"
        headings = columns(row)
        section = _THEME.match(_cell(row, 0))
        if headings:
            table = headings
        elif section:
            theme = section["theme"].strip()
        elif any(row):
            try:
                yield _entry(row, table, theme, place)
            except Unclear as fault:
                source.find(place, str(fault))


def _entry(row: tuple[docx.Cell, ...], table: dict[str, int], theme: str, place: str) -> Entry:
    told = _cell(row, table["text"])
    if len(row) < 3:
        raise Unclear(f"not a recommendation: {told[:80]!r}")
    source = _SOURCE.search(told)
    found = _NUMBER.match(told[: source.start()] if source else told)
    if not found:
        raise Unclear(f"no number such as 115.18 at the beginning: {told[:80]!r}")
    labels = _labels(_lines(row, table["labels"]), part="themes")
    goals = _labels(_lines(row, table["goals"]), part="goals")["goals"] if "goals" in table else []
    return Entry(
        paragraph=re.sub(r"\s", "", found["number"]),
        section_theme=theme,
        text=found["text"].strip(),
        position=_cell(row, table["position"]),
        source_symbol=clean.symbol(source["symbol"]) if source else "",
        source_paragraph=_paragraphs(source["rest"]) if source else "",
        themes=tuple(labels["themes"]),
        persons=tuple(labels["persons"]),
        goals=(*labels["goals"], *goals),
        assessment=_cell(row, table["assessment"]) if "assessment" in table else "",
        place=place,
    )


def _paragraphs(rest: str) -> str:
    """What follows the symbol: `- Para. 3` → `3`; the last where a slip names it twice."""
    named = _PARAGRAPH.findall(rest)
    return str(named[-1]).strip(" .,;-–") if named else ""


def _lines(row: tuple[docx.Cell, ...], column: int) -> docx.Cell:
    return row[column] if column < len(row) else ()


def _cell(row: tuple[docx.Cell, ...], column: int) -> str:
    return clean.text(" ".join(_lines(row, column)))


def _labels(lines: docx.Cell, part: str) -> dict[str, list[str]]:
    """Themes, persons and goals, each under its own word within a cell, whichever comes first."""
    found: dict[str, list[str]] = {"themes": [], "persons": [], "goals": []}
    for line in lines:
        label = clean.text(line).removeprefix("-").removeprefix("–").strip()
        heading = _PART.match(label)
        if heading:
            part = "goals" if heading["name"].casefold().startswith("sdg") else "persons"
        elif label:
            found["goals" if part != "themes" and GOAL.match(label) else part].append(label)
    return found
