"""The country sheet as a workbook: every row that the build holds, to be edited and read again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from graph import states, terms
from graph.country.book import workbook
from graph.country.column import Column, Form, Kind
from graph.country.kinds import KINDS
from graph.export.alignment_asking import Reader
from graph.export.facts import natural
from graph.export.unwritable import Unwritable
from graph.store.asking import Asker
from graph.store.builds import Build

_TOLD: Final = """SELECT ?graph ?thing ?property ?value WHERE {
  GRAPH ?graph { ?thing rg:countrySheet "KIND" ; ?property ?value } }"""
_NAMES: Final = """SELECT DISTINCT ?value ?name WHERE {
  { GRAPH ?graph { ?thing rg:countrySheet "KIND" ; ?property ?value . ?value a rg:Organisation ; rdfs:label ?name } }
  UNION { ?thing rg:countrySheet "KIND" ; rg:mechanism ?value . ?value skos:notation ?name } }"""
_MONEY: Final = """SELECT DISTINCT ?graph ?thing ?kind ?amount ?currency WHERE {
  GRAPH ?graph { ?thing rg:countrySheet "KIND" ; rg:budget ?budget .
    ?budget rg:moneyKind ?kind ; rg:amount ?amount ; rg:currency ?currency } }"""

Told = dict[str, list[str]]
"""Property IRI → values as text: IRIs, words, numbers, days."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One thing as one file tells it."""

    told: Told = field(default_factory=lambda: defaultdict(list))
    money: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Kind of amount → amount and currency."""


def country_sheet(asker: Asker, _build: Build, state: str | None, out: Path) -> None:
    """Write the rows of one State and of none, or all of them. Raises Unwritable if the build holds no row; Refusal."""
    reader = Reader(asker, None)
    rows = {kind.file: _rows(reader, kind, state) for kind in KINDS.values()}
    if not any(rows.values()):
        whose = f" of {state}" if state else ""
        raise Unwritable(f"the build holds no row of a country sheet{whose}: `rightsgraph init` writes an empty one")
    out.write_bytes(workbook(rows))


def _rows(reader: Reader, kind: Kind, state: str | None) -> list[Mapping[str, str]]:
    """The rows of a kind in the order of their cells, each once."""
    found: dict[tuple[str, str], _Row] = defaultdict(_Row)
    for graph, thing, property_, value in reader.rows(_TOLD.replace("KIND", kind.file)).rows:
        if graph and thing and property_ and value:
            found[graph.value, thing.value].told[property_.value].append(value.value)
    if any(column.form is Form.AMOUNT for column in kind.columns):
        for graph, thing, what, amount, currency in reader.rows(_MONEY.replace("KIND", kind.file)).rows:
            if graph and thing and what and amount and currency:
                found[graph.value, thing.value].money[what.value] = (amount.value, currency.value)
    pairs = reader.rows(_NAMES.replace("KIND", kind.file)).rows
    names = {value.value: name.value for value, name in sorted(pairs, key=str) if value and name}
    rows = {tuple(_cells(kind, row, names).items()) for row in found.values() if _is_of(row, state)}
    return [dict(row) for row in sorted(rows)]


def _is_of(row: _Row, state: str | None) -> bool:
    """Whether a row tells of the State, or of none."""
    told = row.told.get(terms.rg("state"), [])
    return not state or not told or terms.state(state.upper()) in told


def _cells(kind: Kind, row: _Row, names: Mapping[str, str]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for column in kind.columns:
        if column.form is Form.AMOUNT:
            amount, currency = row.money.get(column.of, ("", ""))
            cells[column.name] = amount
            cells["Currency"] = cells.get("Currency") or currency
        elif column.tells:
            cells[column.name] = _cell(column, row.told.get(column.iri, []), names)
    return cells


def _cell(column: Column, values: Iterable[str], names: Mapping[str, str]) -> str:
    """The cell that reads as these values again."""
    match column.form:
        case Form.ASKS:
            return _asks(values)
        case Form.STATE | Form.STATES:
            shown = [states.english(value.rsplit("/", 1)[-1]) for value in values]
        case Form.BODY | Form.BODIES | Form.MECHANISM:
            shown = [names.get(value, value) for value in values]
        case Form.CHOICE:
            words = {column.choice(word): word for word in column.choices}
            shown = [words.get(value, value) for value in values]
        case Form.SYMBOL:
            shown = [terms.symbol_of(value) for value in values]
        case Form.TRUTH:
            shown = ["yes" if value in ("true", "1") else "no" for value in values]
        case _:
            shown = list(values)
    return "; ".join(sorted(set(shown)))


def _asks(values: Iterable[str]) -> str:
    """Paragraphs by symbol, in their order; numbers of a review whose report was not read go first, by themselves."""
    found: dict[str, list[str]] = defaultdict(list)
    for value in values:
        found[terms.symbol_of(value)].append(terms.paragraph_of(value))
    parts = []
    for symbol in sorted(found):
        first, *others = sorted(set(found[symbol]), key=natural)
        parts += [f"{symbol} {first}".strip(), *others]
    return "; ".join(parts)
