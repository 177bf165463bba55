"""The matrix of framework results and groups of recommendations: its rows, its columns, what a cell counts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from graph.export.alignment_filters import GRADES, Grade
from graph.export.facts import Ask, Facts, Programme, Tag, names, natural

ELSEWHERE: Final = "elsewhere"
"""Begins the key of the row of a State's projects that stand under no result."""
NO_THEME: Final = "No theme"


@dataclass(frozen=True, slots=True)
class Cluster:
    """A column: a group of mutually reinforcing asks, or what the asks in no group are about."""

    key: str
    label: str
    kind: Literal["group", "theme"]
    asks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A row: a result, `depth` steps under the top of its framework, or a State's projects under no result."""

    key: str
    state: str
    framework: str
    label: str
    level: str
    depth: int


@dataclass(frozen=True, slots=True)
class Cell:
    """How many programme–ask pairs are linked, and how the surest of them is known."""

    links: int
    best: Grade

    @property
    def mark(self) -> str:
        """`3 S`: three links, the surest one stated; C confirmed, P proposed."""
        return f"{self.links} {self.best[0].upper()}"


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells by row and column; `row_links` counts each pair once, whatever columns its ask stands in."""

    places: tuple[Place, ...]
    clusters: tuple[Cluster, ...]
    cells: Mapping[tuple[str, str], Cell]
    row_links: Mapping[str, int]
    theme_list: str


def grid(facts: Facts) -> Grid:
    """Of the asks and programmes within the filters."""
    scheme, clusters = _clusters(facts)
    columns: dict[str, list[str]] = defaultdict(list)
    for cluster in clusters:
        for ask in cluster.asks:
            columns[ask].append(cluster.key)
    found: dict[tuple[str, str], list[Grade]] = defaultdict(list)
    totals: Counter[str] = Counter()
    for ask, links in facts.serving.items():
        for programme, link in links.items():
            for place in homes(facts, facts.programmes[programme]):
                totals[place] += 1
                for column in columns[ask]:
                    found[place, column].append(link.grade)
    cells = {key: Cell(len(grades), min(grades, key=GRADES.index)) for key, grades in found.items()}
    return Grid(tuple(_places(facts)), tuple(clusters), cells, totals, scheme)


def homes(facts: Facts, programme: Programme) -> list[str]:
    """The rows a programme stands in: a result its own, a project those of the results right above it."""
    if programme.kind == "result":
        return [programme.iri]
    above = [iri for iri in programme.parents if iri in facts.every_programme]
    return above or [f"{ELSEWHERE} {programme.state}"]


def _places(facts: Facts) -> Iterable[Place]:
    """Each framework as a tree; results that neither are within the filters nor hold what is are left out."""
    wanted = {place for programme in facts.programmes.values() for place in homes(facts, programme)}
    results = [one for one in facts.every_programme.values() if one.kind == "result"]
    shown = {iri for result in results if result.iri in wanted for iri in (result.iri, *above(facts, result))}
    below: dict[str, list[Programme]] = defaultdict(list)
    for result in results:
        if result.iri in shown:
            parent = next((iri for iri in result.parents if iri in shown), next(iter(result.frameworks), ""))
            below[parent].append(result)
    for framework in facts.frameworks.values():
        for result, depth in _tree(below, framework.iri, 0):
            level = result.level or "result"
            yield Place(result.iri, framework.state, framework.title, result.name, level, depth)
    for state in sorted({one.state for one in facts.programmes.values()}):
        if f"{ELSEWHERE} {state}" in wanted:
            yield Place(f"{ELSEWHERE} {state}", state, "", "Projects under no result", "", 0)


def _tree(below: Mapping[str, list[Programme]], top: str, depth: int) -> Iterable[tuple[Programme, int]]:
    for result in sorted(below.get(top, ()), key=lambda one: (natural(one.code), one.title, one.iri)):
        yield result, depth
        yield from _tree(below, result.iri, depth + 1)


def above(facts: Facts, programme: Programme) -> list[str]:
    """Every result above a programme, the nearest first."""
    found: list[str] = []
    waiting = list(programme.parents)
    while waiting:
        iri = waiting.pop(0)
        if iri in facts.every_programme and iri not in found and iri != programme.iri:
            found.append(iri)
            waiting += facts.every_programme[iri].parents
    return found


def _clusters(facts: Facts) -> tuple[str, list[Cluster]]:
    """The groups, then the asks in none of them by theme, in the list of themes that covers most of them.

    Only of States with programmes: where there is no row, a column tells nothing.
    """
    states = {one.state for one in facts.programmes.values()}
    asks = {iri: ask for iri, ask in facts.asks.items() if ask.state in states}
    grouped = [
        Cluster(group.iri, group.label, "group", frozenset(group.members) & asks.keys())
        for group in facts.groups
        if group.state in states
    ]
    grouped = [cluster for cluster in grouped if cluster.asks]
    inside = {iri for cluster in grouped for iri in cluster.asks}
    scheme, themed = _by_theme([ask for iri, ask in asks.items() if iri not in inside])
    return scheme, grouped + themed


def _by_theme(asks: list[Ask]) -> tuple[str, list[Cluster]]:
    covered = Counter(scheme for ask in asks for scheme in {tag.scheme for tag in ask.tags if tag.kind == "theme"})
    scheme = min(covered, key=lambda name: (-covered[name], name), default="")
    members: dict[Tag, set[str]] = defaultdict(set)
    nothing: set[str] = set()
    for ask in asks:
        tags = [tag for tag in ask.tags if tag.kind == "theme" and tag.scheme == scheme]
        for tag in tags:
            members[tag].add(ask.iri)
        if not tags:
            nothing.add(ask.iri)
    found = [Cluster(tag.iri, tag.label, "theme", frozenset(members[tag])) for tag in sorted(members)]
    return scheme, found + ([Cluster("", NO_THEME, "theme", frozenset(nothing))] if nothing else [])


def cluster_names(clusters: Iterable[Cluster], ask: str) -> str:
    """The columns an ask stands in."""
    return names(cluster.label for cluster in clusters if ask in cluster.asks)
