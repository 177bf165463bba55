"""Programmes × recommendations of a State: the matrix, what stands behind each number, gaps, and the workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from flask import Blueprint, Response, abort, render_template, request, send_file
from werkzeug.wrappers import Response as AnyResponse

from webui import states
from webui.align import gaps
from webui.align.columns import Column
from webui.align.filters import Narrowed, chips
from webui.align.matrix import Row, matrix
from webui.align.options import choices, options
from webui.align.programmes import Programme, agency_names
from webui.align.sheets import gap_sheet, sheet
from webui.align.whole import Whole, whole
from webui.align.workbook import workbook
from webui.cards import Card
from webui.downloads import offered, taken
from webui.paging import page, page_number
from webui.places import short
from webui.state.asks import Ask
from webui.state.listed import ask_cards
from webui.state.papers import papers

alignment = Blueprint("alignment", __name__, url_prefix="/state/<iso3>/alignment")

COLUMNS: Final = 16
"""Columns of the matrix that one page shows."""
FEW: Final = 5
"""Of each gap that the page shows; its list has all."""
AGENCIES: Final = 15
PERSONS: Final = 12


@dataclass(frozen=True, slots=True)
class Across:
    """The columns that one page shows."""

    shown: Sequence[Column]
    number: int
    pages: int
    total: int

    @property
    def first(self) -> int:
        """The number of the first one, counted from 1."""
        return (self.number - 1) * COLUMNS + 1


@alignment.get("")
def glance(iso3: str) -> AnyResponse | str:
    """The matrix, coverage and gaps within what the address narrows to."""
    state, found = _asked(iso3)
    table = matrix(found)
    if file := taken(lambda: sheet(found, table, table.pairs, "alignment")):
        return file
    words = options(state.iso3)
    counted = gaps.counts(found)
    loads, persons = gaps.loads(found), gaps.persons(found)
    return render_template(
        "alignment.html",
        state=state,
        tab="alignment",
        offered=offered,
        narrowed=found.narrowed,
        chips=chips(found.narrowed, words),
        choices=choices(found.narrowed, words),
        whole=found,
        matrix=table,
        across=_across(table.columns),
        rows=page(table.rows, request.args.get("page", "1")),
        positions=gaps.of_positions(found),
        counts=counted,
        asks={kind: _cards(state.iso3, gaps.unserved(found, kind)[:FEW]) for kind in gaps.ASKS},
        idle={kind: gaps.idle(found, kind)[:FEW] for kind in gaps.PROGRAMMES},
        few=FEW,
        persons=persons[:PERSONS],
        person_count=len(persons),
        unserved_persons=sum(not one.served for one in persons),
        loads=loads[:AGENCIES],
        agency_count=len(loads),
        agencies=agency_names(state.iso3),
        again={ask: [(name, short(name)) for name in others] for ask, others in found.repeats.items()},
    )


@alignment.get("/links")
def links(iso3: str) -> AnyResponse | str:
    """The links behind a number of the matrix: of a row, a column, both or neither, and of one grade or all."""
    state, found = _asked(iso3)
    table = matrix(found)
    row = _named(table.rows, request.args.get("row", ""))
    column = _named((*table.columns, *table.empty), request.args.get("column", ""))
    grade = request.args.get("known", "")
    pairs = [
        pair
        for pair in table.pairs
        if (row is None or row.key in pair.rows)
        and (column is None or column.key in pair.columns)
        and grade in ("", pair.grade)
    ]
    pairs.sort(key=lambda pair: (pair.programme.order, -pair.score, pair.ask))
    if file := taken(lambda: sheet(found, table, pairs, "alignment-links")):
        return file
    paged = page(pairs, request.args.get("page", "1"))
    every = found.asks
    return render_template(
        "alignment_links.html",
        state=state,
        tab="",
        offered=offered,
        narrowed=found.narrowed,
        chips=chips(found.narrowed, options(state.iso3)),
        row=row,
        column=column,
        grade=grade,
        pairs=paged,
        cards={
            card.iri: card
            for card in _cards(state.iso3, [every[ask] for ask in {pair.ask: None for pair in paged.shown}])
        },
        agencies=agency_names(state.iso3),
    )


@alignment.get("/gaps/<kind>")
def gap(iso3: str, kind: str) -> AnyResponse | str:
    """Everything of one kind of gap: asks, or programmes."""
    state, found = _asked(iso3)
    if kind not in gaps.KINDS:
        abort(404, f"There is no list of gaps called {kind[:20]}.")
    of_asks = kind in gaps.ASKS
    some: Sequence[Ask | Programme] = gaps.unserved(found, kind) if of_asks else gaps.idle(found, kind)
    if file := taken(lambda: gap_sheet(found, kind, some)):
        return file
    paged = page(some, request.args.get("page", "1"))
    return render_template(
        "alignment_gap.html",
        state=state,
        tab="",
        offered=offered,
        narrowed=found.narrowed,
        chips=chips(found.narrowed, options(state.iso3)),
        kind=kind,
        listed=paged,
        cards=_cards(state.iso3, [one for one in paged.shown if isinstance(one, Ask)]),
        again={ask: [(name, short(name)) for name in others] for ask, others in found.repeats.items()},
        agencies=agency_names(state.iso3),
    )


@alignment.get("/workbook")
def as_workbook(iso3: str) -> Response:
    """The workbook of what the address narrows to. Raises Refusal."""
    state, found = _asked(iso3)
    made = workbook(found.narrowed, request.remote_addr or "")
    name = f"alignment-{state.iso3}.xlsx"
    return send_file(made, as_attachment=True, download_name=name, max_age=0)


def _asked(iso3: str) -> tuple[states.State, Whole]:
    coded = iso3.isalpha() and len(iso3) == 3 and iso3.isascii()
    state = states.state(iso3.upper()) if coded else None
    if state is None:
        abort(404, f"Nothing in this build concerns a State with the code {iso3}.")
    return state, whole(Narrowed.read(state.iso3, request.args))


def _across(columns: Sequence[Column]) -> Across:
    pages = max(1, -(-len(columns) // COLUMNS))
    number = page_number(request.args.get("columns", "1"), pages)
    return Across(columns[(number - 1) * COLUMNS : number * COLUMNS], number, pages, len(columns))


def _named(some: Sequence[Row | Column], key: str) -> Row | Column | None:
    """The row or column of that key; None where none is asked for."""
    if not key:
        return None
    found = next((one for one in some if one.key == key), None)
    if found is None:
        abort(404, "There is no such row or column within these filters.")
    return found


def _cards(iso3: str, some: Sequence[Ask]) -> list[Card]:
    return ask_cards(some, {paper.iri: paper.issued for paper in papers(iso3)})
