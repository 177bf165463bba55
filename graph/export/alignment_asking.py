"""Asking the graph about the things of one State, or of all: one small query for one thing told of them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from graph import terms
from graph.export.unwritable import Unwritable
from graph.store.asking import Asker, Rows, Term
from graph.terms import PREFIXES

_PROLOGUE: Final = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()) + "\n"

ASKS: Final = """{ SELECT DISTINCT ?thing ?kind ?of WHERE { VALUES ?of { UNDEF }
  VALUES (?class ?kind) { (rg:Recommendation "recommendation") (rg:Observation "observation") }
  ?thing rg:state ?of ; a ?class } }"""
PROGRAMMES: Final = """{ SELECT DISTINCT ?thing ?kind ?of WHERE { VALUES ?of { UNDEF }
  { ?thing rg:state ?of ; a rg:Project BIND("project" AS ?kind) }
  UNION { ?plan rg:state ?of ; a rg:Framework . ?thing rg:framework ?plan ; a rg:Result BIND("result" AS ?kind) } } }"""
FRAMEWORKS: Final = "{ SELECT DISTINCT ?thing ?of WHERE { VALUES ?of { UNDEF } ?thing rg:state ?of ; a rg:Framework } }"
GROUPS: Final = "{ SELECT DISTINCT ?thing ?of WHERE { VALUES ?of { UNDEF } ?thing rg:state ?of ; a rg:Group } }"
LINKS: Final = """{ SELECT DISTINCT ?thing ?relation ?object WHERE { VALUES ?of { UNDEF }
  VALUES ?relation { rg:contributesTo rg:reinforces }
  ?object rg:state ?of . ?thing rdf:object ?object ; rdf:predicate ?relation ; a rg:Link } }"""
ENGLISH: Final = 'FILTER(LANG(?value) IN ("en", ""))'


class Reader:
    """Asks about the things of one State, or of all."""

    def __init__(self, asker: Asker, state: str | None) -> None:
        self._asker = asker
        self._of = str(ox.NamedNode(terms.state(state.upper()))) if state else "UNDEF"

    def rows(self, query: str) -> Rows:
        """Raises Unwritable where the answer was cut: no number of an export rests on half an answer."""
        found = self._asker.select(_PROLOGUE + query.replace("{ UNDEF }", f"{{ {self._of} }}"))
        if found.truncated:
            raise Unwritable(
                f"an answer was cut at {len(found.rows):,} rows: name one State, or allow more (limit rows_download)"
            )
        return found

    def told(self, things: str, path: str, filter_: str = "") -> dict[str, list[str]]:
        """Thing → the values at the end of a path: English before no language before others, then by the alphabet."""
        found: dict[str, list[Term]] = defaultdict(list)
        query = f"SELECT DISTINCT ?thing ?value WHERE {{ {things} ?thing {path} ?value {filter_} }}"
        for thing, value in self.rows(query).rows:
            if thing and value:
                found[thing.value].append(value)
        return {thing: _in_order(values) for thing, values in found.items()}

    def one(self, things: str, path: str, filter_: str = "") -> dict[str, str]:
        """Thing → the first of them."""
        return {thing: values[0] for thing, values in self.told(things, path, filter_).items()}


def _in_order(values: Iterable[Term]) -> list[str]:
    ordered = sorted(values, key=lambda term: (term.language != "en", term.language, term.value))
    return list(dict.fromkeys(term.value for term in ordered))
