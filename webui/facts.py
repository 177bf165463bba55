"""Everything the graph says of one thing, each statement with the file that makes it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.terms import NS
from webui.asker import iri, records
from webui.places import short

_FACTS = """
SELECT DISTINCT ?property ?name ?value ?isIri ?language ?label ?graph ?file ?official WHERE {
  { SELECT ?property ?value ?graph WHERE {
      VALUES ?thing { UNDEF }
      GRAPH ?graph { ?thing ?property ?value }
  } }
  BIND(isIRI(?value) AS ?isIri) BIND(LANG(?value) AS ?language)
  OPTIONAL { ?property rdfs:label ?name FILTER(LANG(?name) = "en") }
  OPTIONAL { ?value rdfs:label|skos:prefLabel|dcterms:title|rg:symbol ?label FILTER(LANG(?label) IN ("", "en")) }
  OPTIONAL { ?graph rg:file ?file OPTIONAL { ?graph rg:official ?official } }
}
"""

_ABOUT = """
SELECT ?property ?name (COUNT(DISTINCT ?other) AS ?count) (SAMPLE(?other) AS ?example) WHERE {
  VALUES ?thing { UNDEF }
  ?other ?property ?thing
  FILTER(?property NOT IN (rdf:subject, rdf:object))
  OPTIONAL { ?property rdfs:label ?name FILTER(LANG(?name) = "en") }
} GROUP BY ?property ?name ORDER BY ?property
"""


@dataclass(frozen=True, slots=True)
class Value:
    """One value and who says so: `file` is empty for what was derived here."""

    value: str
    is_iri: bool = False
    label: str = ""
    language: str = ""
    file: str = ""
    graph: str = ""
    official: bool = True


@dataclass(slots=True)
class Facts:
    """What is known of a thing, by local name of the property; `names` are the properties' labels."""

    iri: str
    values: dict[str, list[Value]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.values)

    def all(self, name: str) -> list[Value]:
        """Values of a property, each once, whoever says so."""
        seen: dict[tuple[str, str], Value] = {}
        for value in self.values.get(name, []):
            seen.setdefault((value.value, value.language), value)
        return list(seen.values())

    def one(self, name: str) -> str:
        found = self.all(name)
        return found[0].value if found else ""

    def label(self, name: str) -> str:
        found = self.all(name)
        return (found[0].label or short(found[0].value)) if found else ""

    @property
    def types(self) -> list[str]:
        return [value.value.removeprefix(NS) for value in self.all("type") if value.value.startswith(NS)]

    def said_by(self, name: str) -> list[tuple[Value, list[Value]]]:
        """Each value with every statement of it, so that a page can name all its sources."""
        return [
            (
                one,
                [other for other in self.values[name] if (other.value, other.language) == (one.value, one.language)],
            )
            for one in self.all(name)
        ]


def facts(thing: str) -> Facts:
    """Everything said of a thing; empty if nothing is. Raises Refusal."""
    found = Facts(thing)
    for row in records(_FACTS, {"thing": [iri(thing)]}):
        local = short(row["property"]) if row["property"].startswith(NS) else _tail(row["property"])
        found.names[local] = row["name"] or local
        value = Value(
            value=row["value"],
            is_iri=row["isIri"] == "true",
            label=row["label"],
            language=row["language"],
            file=row["file"],
            graph=row["graph"],
            official=row["official"] != "false",
        )
        found.values.setdefault(local, []).append(value)
    for values in found.values.values():
        values.sort(key=lambda value: (value.language != "en", value.label or value.value, value.file))
    return found


def mentions(thing: str) -> list[dict[str, str]]:
    """How often other things point here, by property."""
    return records(_ABOUT, {"thing": [iri(thing)]})


def shown(found: Facts, leave_out: Iterable[str]) -> list[tuple[str, list[Value]]]:
    """Properties for a table, named for people, without those that the page shows elsewhere."""
    hidden = {*leave_out, "type"}
    rows = [(found.names[name], found.all(name)) for name in found.values if name not in hidden]
    return sorted(rows, key=lambda row: row[0].casefold())


def _tail(iri_: str) -> str:
    return iri_.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
