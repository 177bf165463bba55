"""OHCHR's thematic list of recommendations (DOCX): a row for each, with position, themes, persons, SDGs, assessment.

Tags: scheme `ohchr-theme` holds the labels of cycles 2 and 3 as written, letter codes kept (`A12 Acceptance of …`) and
mere numbers before them taken off (`2.1. Acceptance of …`); `uhri-theme` those of cycle 4, which are UHRI's own;
`uhri-person` the affected persons, without the word "general", which names nobody.
"""

import re
from collections.abc import Iterator
from contextlib import suppress

from graph import states
from graph.calendar import cycle
from graph.clean import Unclear
from graph.records import Assessment, Passage, PassageKey, PassageKind, Position, PositionStated, Record, Tag
from graph.source import Loader, Refused, Source
from loaders.documents import docx, symbols
from loaders.upr.thematic_list_rows import GOAL, Entry, columns, entries

_POSITIONS = {
    "supported": Position.SUPPORTED,
    "noted": Position.NOTED,
    "supported/noted": Position.PARTLY_SUPPORTED,
    "partially supported": Position.PARTLY_SUPPORTED,
}
_NUMBER_CODE = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+(?=\D)")
_SESSION = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\s+session\b", re.I)
_NOBODY = "general"


def recognise(source: Source) -> bool:
    """A Word table whose heading row tells recommendations, positions and themes."""
    if not docx.is_docx(source):
        return False
    with suppress(Refused):
        return any(columns(row) for row in docx.rows(source)[:10])
    return False


def load(source: Source) -> Iterator[Record]:
    """A passage with its tags and a position for every row that carries a number."""
    title = [*docx.headers(source), *docx.paragraphs(source)]
    state, number = _state(source, title), _cycle(title)
    scheme = "uhri-theme" if _uhri_labels(source) else "ohchr-theme"
    for entry in entries(source):
        try:
            yield _passage(source, entry, state, number, scheme)
            yield _position(entry)
            yield from _assessment(entry)
        except Unclear as fault:
            source.find(entry.place, f"{entry.paragraph}: {fault}")


def _state(source: Source, title: list[str]) -> str | None:
    """The one State that the running head or the title names; None if they name none or several."""
    named = {mention.state for line in title for mention in states.mentions(line)}
    if len(named) != 1:
        source.find("heading", "the list does not say in its heading which State it is about")
        return None
    return named.pop()


def _cycle(title: list[str]) -> int | None:
    """The UPR cycle of the session in the running head."""
    found = next((found for line in title if (found := _SESSION.search(line))), None)
    with suppress(ValueError):
        return cycle(int(found[1])) if found else None
    return None


def _uhri_labels(source: Source) -> bool:
    """Cycle 4: SDGs stand in a column of their own, and the themes are labels of UHRI."""
    return any("goals" in columns(row) for row in docx.rows(source)[:10])


def _passage(source: Source, entry: Entry, state: str | None, number: int | None, scheme: str) -> Passage:
    return Passage(
        symbol=_report(entry),
        paragraph=entry.paragraph,
        kind=PassageKind.RECOMMENDATION,
        state=state,
        mechanism="UPR",
        text=entry.text,
        recommending_states=_states(source, entry),
        tags=tuple(
            [Tag(scheme, _NUMBER_CODE.sub("", label)) for label in entry.themes]
            + [Tag("uhri-person", label) for label in entry.persons if label.casefold() != _NOBODY]
        ),
        sdgs=_goals(source, entry),
        cycle=number,
        place=entry.place,
    )


def _report(entry: Entry) -> str:
    if not entry.source_symbol:
        raise Unclear("no source of position, so it is not known which report it belongs to")
    return symbols.parent(entry.source_symbol)


def _goals(source: Source, entry: Entry) -> tuple[str, ...]:
    """The codes of goals and targets: `16 - PEACE …` → 16."""
    found = [(goal, GOAL.match(goal)) for goal in entry.goals]
    for goal, code in found:
        if code is None:
            source.find(entry.place, f"{entry.paragraph}: no goal or target begins with {goal[:60]!r}")
    return tuple(dict.fromkeys(code["code"] for _, code in found if code))


def _position(entry: Entry) -> PositionStated:
    """`day` stays empty: the position is as old as the document that states it."""
    position = _POSITIONS.get(entry.position.casefold())
    if position is None:
        raise Unclear(f"no position is called {entry.position!r}")
    return PositionStated(
        about=PassageKey(_report(entry), entry.paragraph),
        position=position,
        document=entry.source_symbol,
        paragraph=entry.source_paragraph,
        words=entry.position,
        place=entry.place,
    )


def _assessment(entry: Entry) -> Iterator[Assessment]:
    """What somebody wrote into the list's last column; the list does not say who."""
    if entry.assessment:
        yield Assessment(
            about=PassageKey(_report(entry), entry.paragraph),
            assessor="not named (filled into OHCHR's list)",
            scheme="level-of-implementation",
            words=entry.assessment,
            official=False,
            place=entry.place,
        )


def _states(source: Source, entry: Entry) -> tuple[str, ...]:
    """The States in the brackets of the text, each once, in order."""
    brackets = re.findall(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)", entry.text)
    named = dict.fromkeys(mention.state for bracket in brackets for mention in states.mentions(bracket))
    if not named:
        source.find(entry.place, f"{entry.paragraph}: no recommending State in brackets")
    return tuple(named)


LOADER = Loader(
    name="upr.thematic_list",
    title="Thematic list of UPR recommendations",
    publisher="Office of the United Nations High Commissioner for Human Rights",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    gives="themes, groups of persons, SDGs, positions with their source, assessments",
    leaves='the group "general", which names nobody',
    recognise=recognise,
    load=load,
)
