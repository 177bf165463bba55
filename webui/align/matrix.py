"""The matrix: results of frameworks down, asks across; a cell counts pairs that a link joins, by how it is known."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from graph.export.alignment_filters import GRADES, Grade
from webui.align.columns import Column, columns, key
from webui.align.programmes import Programme
from webui.align.whole import Whole
from webui.state.frameworks import frameworks

ELSEWHERE: Final = "elsewhere"
"""Key of the row of projects that stand under no result."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Pairs of a programme and an ask: all, and how the surest link of each is known."""

    confirmed: int
    stated: int
    proposed: int

    @classmethod
    def of(cls, grades: Iterable[Grade]) -> "Cell":
        counted = Counter(grades)
        return cls(*(counted[grade] for grade in GRADES))

    @property
    def all(self) -> int:
        return self.confirmed + self.stated + self.proposed

    @property
    def parts(self) -> list[tuple[Grade, int]]:
        """How many of each grade, those of which there are any, the surest first."""
        return [(name, count) for name in GRADES if (count := getattr(self, name))]


@dataclass(frozen=True, slots=True)
class Row:
    """A result, `depth` steps under the top of its framework, or the projects under no result (`iri` is empty).

    `cells`: key of a column → cell. `total` counts each pair once, whatever columns its ask stands in.
    """

    key: str
    iri: str
    label: str
    level: str
    depth: int
    framework: str
    cells: Mapping[str, Cell]
    total: Cell


@dataclass(frozen=True, slots=True)
class Pair:
    """A programme and an ask that a link joins, and where in the matrix they stand."""

    programme: Programme
    ask: str
    grade: Grade
    score: float
    rows: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`columns` with a link, those with the most first; `empty` are the others.

    `below`: key of a column → all its pairs, each once.
    """

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    empty: tuple[Column, ...]
    below: Mapping[str, Cell]
    total: Cell
    pairs: tuple[Pair, ...]


def matrix(whole: Whole) -> Matrix:
    """Of the asks and programmes within the filters. Raises Refusal."""
    every = columns(whole)
    pairs = _pairs(whole, every)
    cells: dict[tuple[str, str], list[Grade]] = defaultdict(list)
    across: dict[str, list[Grade]] = defaultdict(list)
    down: dict[str, list[Grade]] = defaultdict(list)
    for pair in pairs:
        for column in pair.columns:
            down[column].append(pair.grade)
        for row in pair.rows:
            across[row].append(pair.grade)
            for column in pair.columns:
                cells[row, column].append(pair.grade)
    below = {column: Cell.of(grades) for column, grades in down.items()}
    used = [column for column in every if column.key in below]
    if whole.narrowed.by == "groups":
        used.sort(key=lambda column: -below[column.key].all)
    return Matrix(
        rows=tuple(_rows(whole, {place: Cell.of(grades) for place, grades in cells.items()}, across)),
        columns=tuple(used),
        empty=tuple(column for column in every if column.key not in below),
        below=below,
        total=Cell.of(pair.grade for pair in pairs),
        pairs=tuple(pairs),
    )


def _pairs(whole: Whole, every: Iterable[Column]) -> list[Pair]:
    standing: dict[str, list[str]] = defaultdict(list)
    for column in every:
        for ask in column.asks:
            standing[ask].append(column.key)
    return [
        Pair(
            programme=whole.every[name],
            ask=ask,
            grade=link.grade,
            score=link.score,
            rows=tuple(home(whole.every[name])),
            columns=tuple(standing[ask]),
        )
        for ask, links in whole.serving.items()
        for name, link in links.items()
    ]


def home(programme: Programme) -> list[str]:
    """Keys of the rows where a programme stands: a result's own, a project's those of the results right above it."""
    if programme.kind == "result":
        return [key(programme.iri)]
    return [key(name) for name in programme.parents] or [ELSEWHERE]


def _rows(whole: Whole, cells: Mapping[tuple[str, str], Cell], across: Mapping[str, list[Grade]]) -> Iterable[Row]:
    """Each framework as a tree; results that are not within the filters and hold nothing that is are left out."""
    by_row: dict[str, dict[str, Cell]] = defaultdict(dict)
    for (place, column), cell in cells.items():
        by_row[place][column] = cell

    def row(name: str, iri: str, label: str, level: str = "", depth: int = 0, framework: str = "") -> Row:
        return Row(name, iri, label, level, depth, framework, by_row.get(name, {}), Cell.of(across.get(name, ())))

    for framework, result, depth in _results(whole):
        yield row(key(result.iri), result.iri, result.name, result.level, depth, framework)
    if any(home(one) == [ELSEWHERE] for one in whole.programmes.values()):
        yield row(ELSEWHERE, "", "Projects under no result")


def _results(whole: Whole) -> Iterable[tuple[str, Programme, int]]:
    inside = {name for one in whole.programmes.values() for name in (one.iri, *above(whole, one))}
    below: dict[str, list[Programme]] = defaultdict(list)
    for one in whole.every.values():
        if one.kind == "result" and one.iri in inside:
            below[next(iter(one.parents), next(iter(one.frameworks), ""))].append(one)

    def tree(top: str, depth: int) -> Iterable[tuple[Programme, int]]:
        for one in below.pop(top, ()):  # taken out: a circle of parts ends
            yield one, depth
            yield from tree(one.iri, depth + 1)

    for framework in frameworks(whole.iso3):
        for one, depth in tree(framework.iri, 0):
            yield framework.title, one, depth
    for top in list(below):
        for one, depth in tree(top, 0):
            yield "", one, depth


def above(whole: Whole, programme: Programme) -> list[str]:
    """Every result above a programme, the nearest first."""
    found: list[str] = []
    waiting = list(programme.parents)
    while waiting:
        name = waiting.pop(0)
        if name in whole.every and name not in found and name != programme.iri:
            found.append(name)
            waiting += whole.every[name].parents
    return found
