"""The facts of a build that the search is about, thing by thing, streamed from its N-Quads files."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from graph.ordered import ordered
from graph.terms import DCTERMS, RDF, RDFS, SKOS, rg
from graph.text.thing import KINDS

_CLASSES: Final = (*KINDS, "Source", "WorkingGroupSession")
_TYPE = f"<{RDF}type>"
_TYPES = {f"<{rg(name)}>": name for name in _CLASSES}

WORDS: Final = {
    DCTERMS + "title": "title",
    SKOS + "prefLabel": "title",
    RDFS + "label": "title",
    rg("plainName"): "title",
    DCTERMS + "alternative": "title",
    SKOS + "altLabel": "name",
    SKOS + "hiddenLabel": "name",
    SKOS + "notation": "name",
    rg("identifier"): "name",
    rg("iatiReference"): "name",
    rg("code"): "name",
    rg("text"): "text",
    rg("summary"): "summary",
    rg("wording"): "wording",
    rg("section"): "heading",
    rg("description"): "description",
    DCTERMS + "abstract": "description",
    rg("evidenceText"): "description",
    rg("followUp"): "description",
    rg("annotation"): "description",
    rg("symbol"): "symbol",
    rg("paragraph"): "paragraph",
    rg("alias"): "paragraph",
}
"""Predicate → the field of the index that its words go to, the most telling first."""

_FACTS: Final = (
    *("state", "mechanism", "family", "position", "document", "engagement", "framework", "session", "reviewDate"),
    *("startDate", "endDate", "firstYear", "lastYear"),
)
_WANTED = {f"<{one}>" for one in (*WORDS, *map(rg, _FACTS), DCTERMS + "issued", DCTERMS + "publisher")}


@dataclass(frozen=True, slots=True)
class Value:
    """The object of a fact, the language it is tagged with, and the named graph that states it."""

    text: str
    language: str
    graph: str


@dataclass(slots=True)
class Subject:
    """A thing with its classes (local names) and the wanted facts by predicate."""

    iri: str
    classes: set[str] = field(default_factory=set)
    values: defaultdict[str, list[Value]] = field(default_factory=lambda: defaultdict(list))

    def texts(self, predicate: str) -> list[str]:
        """Every value once, in order."""
        found = self.values.get(predicate, ())
        return sorted({value.text for value in found}) if len(found) > 1 else [value.text for value in found]

    def one(self, predicate: str) -> str:
        """The first value, or an empty string."""
        found = self.texts(predicate)
        return found[0] if found else ""


def subjects(files: Iterable[Path]) -> Iterator[Subject]:
    """Everything of a class that the search knows, in order of IRI, in bounded memory."""
    lines = ordered(line for path in files for line in _wanted(path))
    for iri, quads in groupby(_parsed(lines), key=lambda quad: quad.subject):
        if isinstance(iri, ox.NamedNode):
            one = Subject(iri.value)
            for quad in quads:
                _take(one, quad)
            if one.classes:
                yield one


def _wanted(path: Path) -> Iterator[str]:
    """Lines that tell a class or a predicate of ours: found without reading the rest of the line."""
    with path.open(encoding="utf-8", newline="\n") as stream:
        for line in stream:
            _, predicate, rest = line.split(" ", 2)
            if predicate in _WANTED or (predicate == _TYPE and rest.split(" ", 1)[0] in _TYPES):
                yield line


def _parsed(lines: Iterator[str], at_once: int = 20_000) -> Iterator[ox.Quad]:
    while some := list(islice(lines, at_once)):
        yield from ox.parse("".join(some), format=ox.RdfFormat.N_QUADS)


def _take(one: Subject, quad: ox.Quad) -> None:
    value, graph = quad.object, quad.graph_name
    said_in = graph.value if isinstance(graph, ox.NamedNode) else ""
    if isinstance(value, ox.NamedNode):
        if quad.predicate.value == RDF + "type":
            one.classes.add(value.value.removeprefix(rg("")))
        else:
            one.values[quad.predicate.value].append(Value(value.value, "", said_in))
    elif isinstance(value, ox.Literal):
        one.values[quad.predicate.value].append(Value(value.value, value.language or "", said_in))
