"""SPARQL 1.1 results in JSON, XML, CSV and TSV, and graphs in RDF formats; whole rows only."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

Row = Sequence[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None]

_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LANG = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"

JSON: Final = "application/sparql-results+json"
XML: Final = "application/sparql-results+xml"
CSV: Final = "text/csv"
TSV: Final = "text/tab-separated-values"

GRAPHS: Final = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "application/trig": ox.RdfFormat.TRIG,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
"""Media type → how a graph is written in it."""


def as_json(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> dict[str, str]:
    """A term as SPARQL's JSON results write it."""
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        return {"type": "literal", "value": str(term)}
    told = {"type": "literal", "value": term.value}
    if term.language:
        told["xml:lang"] = term.language
    elif term.datatype.value not in (_STRING, _LANG):
        told["datatype"] = term.datatype.value
    return told


def _json(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    bindings = [
        {name: as_json(term) for name, term in zip(columns, row, strict=True) if term is not None} for row in rows
    ]
    told = {"head": {"vars": list(columns)}, "results": {"bindings": bindings}}
    return json.dumps(told, ensure_ascii=False).encode()


_XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'


_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold in any way."""


def _xml(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    out = [_XML_HEAD, "<head>", *(f"<variable name={quoteattr(name)}/>" for name in columns), "</head><results>"]
    for row in rows:
        out.append("<result>")
        for name, term in zip(columns, row, strict=True):
            if term is not None:
                out.append(f"<binding name={quoteattr(name)}>{_xml_term(as_json(term))}</binding>")
        out.append("</result>")
    return "".join((*out, "</results></sparql>")).encode()


_OUTER = re.compile(r"^[ \t\n]+|[ \t\n]+$")
"""Blanks that some readers trim off."""


def _references(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(mark)};" for mark in found[0])


def _xml_term(told: dict[str, str]) -> str:
    value = escape(_NO_XML.sub("\ufffd", told["value"]), {"\r": "&#13;"})
    value = _OUTER.sub(_references, value)
    if told["type"] != "literal":
        return f"<{told['type']}>{value}</{told['type']}>"
    more = f" xml:lang={quoteattr(told['xml:lang'])}" if "xml:lang" in told else ""
    more += f" datatype={quoteattr(told['datatype'])}" if "datatype" in told else ""
    return f"<literal{more}>{value}</literal>"


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_csv_term(term) for term in row])
    return out.getvalue().encode()


def _csv_term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    if term is None:
        return ""
    return f"_:{term.value}" if isinstance(term, ox.BlankNode) else str(getattr(term, "value", term))


def _tsv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    lines = ["\t".join(f"?{name}" for name in columns)]
    lines += ["\t".join("" if term is None else _tsv_term(term) for term in row) for row in rows]
    return ("\n".join(lines) + "\n").encode()


def _tsv_term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term).replace("\t", "\\t")


ROWS: Final[dict[str, Callable[[Sequence[str], Iterable[Row]], bytes]]] = {
    JSON: _json,
    XML: _xml,
    CSV: _csv,
    TSV: _tsv,
}
"""Media type → how rows are written in it."""


def truth(value: bool, media_type: str) -> tuple[bytes, str]:
    """The answer of an ASK, in XML where asked for, else in JSON."""
    told = str(value).lower()
    if media_type == XML:
        return f"{_XML_HEAD}<head/><boolean>{told}</boolean></sparql>".encode(), XML
    return json.dumps({"head": {}, "boolean": value}).encode(), JSON


def graph(triples: Sequence[ox.Triple], media_type: str, prefixes: dict[str, str]) -> bytes:
    """A graph in one of GRAPHS."""
    form = GRAPHS[media_type]
    return ox.serialize(triples, format=form, prefixes=prefixes if form is ox.RdfFormat.TURTLE else None) or b""
