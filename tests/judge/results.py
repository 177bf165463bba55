"""Result sets as graphs: equal as multisets of rows, with one renaming of blank nodes, numbers by value."""

import csv
import io
from decimal import Decimal, InvalidOperation

import pyoxigraph as ox

RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
XSD = "http://www.w3.org/2001/XMLSchema#"
_FORMATS = {
    "srx": ox.QueryResultsFormat.XML,
    "srj": ox.QueryResultsFormat.JSON,
    "tsv": ox.QueryResultsFormat.TSV,
}
Term = ox.NamedNode | ox.BlankNode | ox.Literal


def parsed(content: bytes, ending: str, base: str) -> object:
    """A comparable result: a bool, a canonical set of quads, or a result set as such a set."""
    if ending == "csv":
        head, *lines = csv.reader(io.StringIO(content.decode()))
        return rows_as_graph(head, [list(map(_csv_term, line)) for line in lines])
    if ending in _FORMATS:
        found = ox.parse_query_results(content, format=_FORMATS[ending])
        if isinstance(found, ox.QueryBoolean):
            return bool(found)
        columns = [variable.value for variable in found.variables]
        return rows_as_graph(columns, [list(row) for row in found])
    form = ox.RdfFormat.from_extension(ending) or ox.RdfFormat.TURTLE
    triples = list(ox.parse(content, format=form, base_iri=base))
    listed = _result_set(triples)
    return listed if listed is not None else canonical(triples)


def rows_as_graph(columns: list[str], rows: list[list[Term | None]]) -> object:
    quads = []
    for number, row in enumerate(rows):
        node = ox.BlankNode(f"row{number}")
        quads.append(ox.Quad(node, ox.NamedNode(RS + "is"), ox.Literal("row")))
        quads += [
            ox.Quad(node, ox.NamedNode(f"{RS}column/{name}"), by_value(term))
            for name, term in zip(columns, row, strict=True)
            if term is not None
        ]
    return tuple(sorted(columns)), canonical(quads)


def canonical(quads: list) -> frozenset[str]:
    dataset = ox.Dataset(ox.Quad(quad.subject, quad.predicate, by_value(quad.object)) for quad in quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return frozenset(map(str, dataset))


def by_value(term: Term) -> Term:
    """A number in one lexical form of its datatype."""
    if not isinstance(term, ox.Literal) or not term.datatype.value.startswith(XSD):
        return term
    kind = term.datatype.value.removeprefix(XSD)
    try:
        if kind in ("integer", "decimal"):
            return ox.Literal(f"{Decimal(term.value).normalize():f}", datatype=term.datatype)
        if kind in ("double", "float"):
            return ox.Literal(repr(float(term.value)), datatype=term.datatype)
    except (InvalidOperation, ValueError):
        return term
    return term


def _csv_term(cell: str) -> Term:
    return ox.BlankNode(cell[2:]) if cell.startswith("_:") else ox.Literal(cell)


def _result_set(triples: list) -> object | None:
    """A result set written in RDF, or None if the graph is a graph."""
    values: dict[tuple[str, str], list[Term]] = {}
    for triple in triples:
        values.setdefault((str(triple.subject), triple.predicate.value), []).append(triple.object)
    heads = [str(triple.subject) for triple in triples if triple.object == ox.NamedNode(RS + "ResultSet")]
    if not heads:
        return None
    head = heads[0]
    if (head, RS + "boolean") in values:
        return values[head, RS + "boolean"][0].value == "true"
    columns = [variable.value for variable in values.get((head, RS + "resultVariable"), [])]
    rows = []
    for solution in values.get((head, RS + "solution"), []):
        row: dict[str, Term] = {}
        for binding in values.get((str(solution), RS + "binding"), []):
            name = values[str(binding), RS + "variable"][0].value
            row[name] = values[str(binding), RS + "value"][0]
        rows.append([row.get(column) for column in columns])
    return rows_as_graph(columns, rows)
