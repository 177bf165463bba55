"""UPR Info's database export (CSV, XLS): one row per recommendation and recommending State, or per voluntary pledge.

UPR Info is an NGO: its codes and answers are people's work, and no official UN source.
"""

from collections import Counter
from collections.abc import Iterator

from graph import clean, states
from graph.calendar import cycle
from graph.clean import Unclear
from graph.records import ListedRecommendation, PassageKind, Position, Tag
from graph.source import Loader, Severity, Source
from loaders.documents import sheets
from loaders.documents.sheets import Row

_HEADINGS = {"To", "Text", "From", "Response", "Action", "Issue", "Session"}
_ALSO = {"SuR": "To", "Recommendation": "Text", "RS": "From"}
"""Headings of the XLS export → those of the CSV."""
_ANSWERS = {"Accepted": Position.SUPPORTED, "Noted": Position.NOTED}
_ACTIONS = ("1", "2", "3", "4", "5")
_UNKNOWN = "(Unknown)"
_PLEDGE = "Voluntary Pledge"


def recognise(source: Source) -> bool:
    return {_ALSO.get(name, name) for name in sheets.headings(source)} >= _HEADINGS


def load(source: Source) -> Iterator[ListedRecommendation]:
    """Each row once; full duplicates are counted in one finding."""
    seen: Counter[tuple[str, ...]] = Counter()
    for found in sheets.rows(source):
        row = Row(found.place, {_ALSO.get(name, name): value for name, value in found.cells.items()})
        key = tuple(row.cells.values())
        seen[key] += 1
        if seen[key] > 1:
            continue
        try:
            yield from _recommendation(source, row)
        except Unclear as fault:
            source.find(row.place, str(fault))
    twice = sum(count - 1 for count in seen.values())
    if twice:
        source.find("file", f"{twice} rows repeat another row to the letter: each is read once", Severity.NOTE)


def _recommendation(source: Source, row: Row) -> Iterator[ListedRecommendation]:
    cells = {name: clean.text(value) for name, value in row.cells.items()}
    if not cells["Text"]:
        raise Unclear("the row has no text")
    pledge = cells["Response"] == _PLEDGE
    if not pledge and cells["Response"] not in _ANSWERS:
        raise Unclear(f"no position is called {cells['Response']!r}")
    yield ListedRecommendation(
        kind=PassageKind.PLEDGE if pledge else PassageKind.RECOMMENDATION,
        state=states.state(cells["To"]),
        session=_session(cells["Session"]),
        recommending_state=None if pledge else _from(source, row.place, cells["From"]),
        text=cells["Text"],
        position=_ANSWERS.get(cells["Response"]),
        position_words="" if pledge else cells["Response"],
        action_category=_action(cells["Action"]) if cells["Action"] else None,
        tags=tuple(Tag("upr-info-issue", label.strip()) for label in cells["Issue"].split(",") if label.strip()),
        place=row.place,
    )


def _from(source: Source, place: str, name: str) -> str | None:
    given = name.replace("&#40;", "(").replace("&#41;", ")")
    if given == _UNKNOWN:
        source.find(place, "the recommending State is given as unknown", Severity.NOTE)
        return None
    return states.state(given)


def _session(value: str) -> int:
    try:
        number = int(value)
        cycle(number)
    except ValueError as fault:
        raise Unclear(f"no session of the UPR: {value!r}") from fault
    return number


def _action(value: str) -> int:
    if value not in _ACTIONS:
        raise Unclear(f"no action category: {value!r}")
    return int(value)


LOADER = Loader(
    name="upr.upr_info",
    title="UPR Info database of recommendations",
    publisher="UPR Info (www.upr-info.org), not an official UN source",
    licence="no licence stated; data by UPR Info",
    gives="recommendations by State with issues, action category and answer; voluntary pledges",
    leaves="regional groups and organisations, which follow from the States",
    recognise=recognise,
    load=load,
    official=False,
)
