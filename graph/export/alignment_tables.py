"""The two great sheets of the alignment workbook: results × groups, and each recommendation with its programmes."""

from collections.abc import Iterator
from typing import Final

from graph.export.alignment_grid import Cluster, Grid, Place, cluster_names, grid
from graph.export.facts import Ask, Facts, Link, amounts, names
from graph.export.workbook import Cell, Look, Workbook

NO_PROGRAMME: Final = "no programme known"
_SHADES: Final = {"C": "#9BC2A0", "S": "#CFE5D1", "P": "#FFF2CC"}
_HEADING_LETTERS: Final = 72
"""Letters of an upright heading; the whole name is on the sheet Recommendations."""


def matrix(book: Workbook, facts: Facts) -> None:
    """Rows: results; columns: groups, and themes of the asks in no group."""
    table = grid(facts)
    columns: list[tuple[str, float]] = [("State", 7), ("Result", 58), ("Level", 10), ("Links", 7)]
    columns += [(_heading(cluster), 5.0) for cluster in table.clusters]
    themes = f"asks in no group, by theme ({table.theme_list})" if table.theme_list else "asks in no group"
    note = (
        f"Rows: results of the framework. Columns: groups of mutually reinforcing asks (★), then {themes}. Cells: how "
        "many links, and how the surest is known: C confirmed, S stated, P proposed; blank: none known. An ask with "
        "several themes stands in several columns; the column Links counts each link once."
    )
    look = Look(
        upright=len(table.clusters),
        freeze=2,
        wide=True,
        pages=0,
        scale=80,
        heading_height=215,
        shades=_SHADES,
        numbers={3: "count"},
        strong=lambda row: not row[2],
    )
    book.table("Matrix", columns, _matrix_rows(table), note, look)


def _heading(cluster: Cluster) -> str:
    whole = len(cluster.label) <= _HEADING_LETTERS
    told = cluster.label if whole else cluster.label[: _HEADING_LETTERS - 1] + "…"
    return f"★ {told}" if cluster.kind == "group" else told


def _matrix_rows(table: Grid) -> Iterator[list[Cell]]:
    framework = None
    for place in table.places:
        if place.framework and place.framework != framework:
            framework = place.framework
            yield [place.state, framework, "", "", *[""] * len(table.clusters)]
        cells = (table.cells.get((place.key, cluster.key)) for cluster in table.clusters)
        marks = [cell.mark if cell else "" for cell in cells]
        yield [place.state, _indented(place), place.level, table.row_links.get(place.key, 0), *marks]


def _indented(place: Place) -> str:
    return "    " * place.depth + place.label


def recommendations(book: Workbook, facts: Facts) -> None:
    """A row for each programme of each ask, and one for each ask without any."""
    columns = (
        ("State", 7), ("Ask", 20), ("Text", 50), ("Mechanism", 11), ("Recommending States", 15), ("Position", 11),
        ("Group or theme", 20), ("Agencies", 13), ("Programme", 40), ("Kind", 9), ("Under the result", 24),
        ("Period", 12), ("Money (kinds and currencies are never added)", 22), ("Link", 10), ("Score", 6),
    )  # fmt: skip
    note = "Each ask with the projects and results that contribute to it, the surest first; blanks where none is known."
    book.table("Recommendations", columns, _ask_rows(facts), note, Look(freeze=2, wide=True, numbers={14: "score"}))


def _ask_rows(facts: Facts) -> Iterator[list[Cell]]:
    clusters = grid(facts).clusters
    for iri, ask in facts.asks.items():
        told = [*_told(ask), cluster_names(clusters, iri)]
        links = sorted(facts.serving.get(iri, {}).values(), key=lambda link: link.rank)
        if not links:
            yield [*told, "", NO_PROGRAMME, *[""] * 6]
        for link in links:
            yield [*told, *_programme(facts, link)]


def _told(ask: Ask) -> list[Cell]:
    return [ask.state, ask.citation, ask.text, ask.mechanism, names(ask.recommending), ask.answer]


def _programme(facts: Facts, link: Link) -> list[Cell]:
    one = facts.programmes[link.subject]
    under = names(facts.every_programme[iri].name for iri in one.parents if iri in facts.every_programme)
    return [names(one.agencies), one.name, one.what, under, one.period, amounts(one.money), link.grade, link.score]
