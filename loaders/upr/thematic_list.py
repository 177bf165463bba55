"""OHCHR's thematic list of recommendations (DOCX): one row per recommendation, with position, themes, persons, SDGs.

Four layouts: cycle 2 with letter codes or number codes before the themes, cycle 3 with uncoded themes and SDGs in one
cell, cycle 4 with columns of their own. All are told by their headings and the labels inside the cells.
Tags: scheme `ohchr-theme` (labels as written, with their code), `uhri-person` for affected persons.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from graph import clean, states
from graph.clean import Unclear
from graph.records import Passage, PassageKey, PassageKind, Position, PositionStated, Record, Tag
from graph.source import Loader, Refused, Source
from loaders.documents import docx, symbols

_POSITIONS = {
    "supported": Position.SUPPORTED,
    "noted": Position.NOTED,
    "supported/noted": Position.PARTLY_SUPPORTED,
    "partially supported": Position.PARTLY_SUPPORTED,
}
_SOURCE = re.compile(
    r"\s*Source of position\s*:?\s*(?P<symbol>A/HRC/[\w/.]+)(?:[\s,–-]*para\.?\s*(?P<paragraph>[\d.]+))*\s*$", re.I
)
_NUMBER = re.compile(r"^(?P<number>\d{1,3}\.\d{1,3})\.?\s*(?P<text>.*)$", re.DOTALL)
_THEME = re.compile(r"^Themes?\s*:\s*(?P<theme>.+)$", re.I)
_PART = re.compile(r"^(?P<name>sdgs?|affected persons|groups? of persons|persons affected)\s*:?\s*$", re.I)
_GOAL = re.compile(r"^(?P<code>\d{1,2}(?:\.[0-9a-z]{1,2})?)\s*[-–.]\s*\S")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the list as it is written: what the loader makes its records of."""

    paragraph: str
    section_theme: str
    text: str
    position: str
    source_symbol: str
    source_paragraph: str
    themes: tuple[str, ...]
    persons: tuple[str, ...]
    goals: tuple[str, ...]
    place: str


def recognise(source: Source) -> bool:
    """A Word table whose heading row tells recommendations, positions and themes."""
    if not docx.is_docx(source):
        return False
    with suppress(Refused):
        return any(_headings(row) for row in docx.rows(source)[:5])
    return False


def _headings(row: tuple[docx.Cell, ...]) -> bool:
    told = " | ".join(" ".join(cell) for cell in row).casefold()
    return len(row) >= 3 and all(word in told for word in ("recommendation", "position", "theme"))


def load(source: Source) -> Iterator[Record]:
    """A passage with its tags and a position for every row that carries a number."""
    state = _state(source)
    for entry in entries(source):
        try:
            yield from _records(source, entry, state)
        except Unclear as fault:
            source.find(entry.place, str(fault))


def _state(source: Source) -> str | None:
    """The one State that the list's title names; None if it names none or several."""
    named = {mention.state for line in docx.paragraphs(source) for mention in states.mentions(line)}
    return named.pop() if len(named) == 1 else None


def entries(source: Source) -> Iterator[Entry]:
    """The rows as written; a row that is neither a heading, a theme nor a recommendation is a finding."""
    theme = ""
    for number, row in enumerate(docx.rows(source), start=1):
        place = f"row {number}"
        first = " ".join(row[0]) if row else ""
        section = _THEME.match(clean.text(first))
        if section:
            theme = section["theme"].strip()
        elif not _headings(row) and any(row):
            try:
                yield _entry(row, theme, place)
            except Unclear as fault:
                source.find(place, str(fault))


def _entry(row: tuple[docx.Cell, ...], theme: str, place: str) -> Entry:
    if len(row) < 3:
        raise Unclear(f"not a recommendation: {' '.join(row[0])[:80]!r}")
    told = clean.text(" ".join(row[0]))
    source = _SOURCE.search(told)
    found = _NUMBER.match(told[: source.start()] if source else told)
    if not found:
        raise Unclear(f"no number such as 115.18 at the beginning: {told[:80]!r}")
    labels = _labels([line for cell in row[2:4] for line in cell] if _apart(row) else list(row[2]))
    return Entry(
        paragraph=found["number"],
        section_theme=theme,
        text=found["text"].strip(),
        position=clean.text(" ".join(row[1])),
        source_symbol=clean.symbol(source["symbol"]) if source else "",
        source_paragraph=(source["paragraph"] or "").rstrip(".") if source else "",
        themes=tuple(labels["themes"]),
        persons=tuple(labels["persons"]),
        goals=tuple(labels["goals"]),
        place=place,
    )


def _apart(row: tuple[docx.Cell, ...]) -> bool:
    """Cycle 4 gives SDGs in a column of their own: every line there begins with a code."""
    return len(row) > 3 and bool(row[3]) and all(_GOAL.match(_item(line)) for line in row[3])


def _item(line: str) -> str:
    return clean.text(line).removeprefix("-").removeprefix("–").strip()


def _labels(lines: list[str]) -> dict[str, list[str]]:
    """Themes, then persons and goals under their own words, whichever comes first."""
    found: dict[str, list[str]] = {"themes": [], "persons": [], "goals": []}
    part = "themes"
    for line in lines:
        label = _item(line)
        heading = _PART.match(label)
        if heading:
            part = "goals" if heading["name"].casefold().startswith("sdg") else "persons"
        elif label:
            goal = part != "themes" and _GOAL.match(label)
            found["goals" if goal or (part == "goals") else part].append(label)
    return found


def _records(source: Source, entry: Entry, state: str | None) -> Iterator[Record]:
    if not entry.source_symbol:
        raise Unclear(f"{entry.paragraph}: no source of position, so the report is not known")
    report = symbols.parent(entry.source_symbol)
    named = _states(source, entry)
    yield Passage(
        symbol=report,
        paragraph=entry.paragraph,
        kind=PassageKind.RECOMMENDATION,
        state=state,
        mechanism="UPR",
        text=entry.text,
        recommending_states=named,
        tags=tuple(
            [Tag("ohchr-theme", label) for label in entry.themes]
            + [Tag("uhri-person", label) for label in entry.persons if label.casefold() != "general"]
        ),
        sdgs=tuple(found["code"] for goal in entry.goals if (found := _GOAL.match(goal))),
        place=entry.place,
    )
    position = _POSITIONS.get(entry.position.casefold())
    if position is None:
        raise Unclear(f"{entry.paragraph}: no position is called {entry.position!r}")
    yield PositionStated(
        about=PassageKey(report, entry.paragraph),
        position=position,
        document=entry.source_symbol,
        paragraph=entry.source_paragraph,
        words=entry.position,
        place=entry.place,
    )


def _states(source: Source, entry: Entry) -> tuple[str, ...]:
    """The States in the brackets of the text, each once, in order."""
    named: dict[str, None] = {}
    for bracket in re.findall(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)", entry.text):
        for mention in states.mentions(bracket):
            named[mention.state] = None
    if not named:
        source.find(entry.place, f"{entry.paragraph}: no recommending State in brackets")
    return tuple(named)


LOADER = Loader(
    name="upr.thematic_list",
    title="Thematic list of UPR recommendations",
    publisher="Office of the United Nations High Commissioner for Human Rights",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    recognise=recognise,
    load=load,
)
