"""The names of what asks are tagged with and who makes them: small tables that every State shares."""

from dataclasses import dataclass

from graph.terms import NS, VOCAB
from webui.asker import records, remembered
from webui.language import Named, said

_CONCEPTS = """
SELECT DISTINCT ?concept ?label ?language WHERE {
  ?concept skos:inScheme ?scheme ; skos:prefLabel ?label FILTER(LANG(?label) IN ("", "en", "fr", "es"))
  BIND(LANG(?label) AS ?language)
}
"""
_SCHEMES = """
SELECT DISTINCT ?scheme ?label WHERE {
  ?scheme a skos:ConceptScheme ; rdfs:label|skos:prefLabel|dcterms:title ?label FILTER(LANG(?label) IN ("", "en"))
}
"""
_MECHANISMS = """
SELECT DISTINCT ?who ?notation ?family ?name WHERE {
  ?who rg:family ?family ; skos:notation ?notation
  OPTIONAL { ?who skos:prefLabel ?name FILTER(LANG(?name) = "en") }
}
"""

TITLES = {
    "SR": said("Special Rapporteurs"),
    "IE": said("Independent Experts"),
    "WG": said("Working Groups of experts"),
}
"""The families of special procedures by the first word of a mandate's notation."""


@dataclass(frozen=True, slots=True)
class Mechanism:
    """Who speaks. `title` is the first word of a special procedure's notation (`SR`), else the notation."""

    notation: str
    family: str
    name: str

    @property
    def title(self) -> str:
        first = self.notation.split(" ", 1)[0]
        return first if self.family == "specialProcedures" and first in TITLES else self.notation


def concepts() -> dict[str, str]:
    """The IRI of a concept → its name, in a page in the visitor's language where it has one. Raises Refusal."""
    return remembered("concept names", _concepts)


def _concepts() -> dict[str, str]:
    labels: dict[str, dict[str, str]] = {}
    for row in records(_CONCEPTS, {}):
        labels.setdefault(row["concept"], {})[row["language"] or "en"] = row["label"]
    return {concept: Named(told["en"], told) for concept, told in labels.items() if "en" in told}


def schemes() -> dict[str, str]:
    """The IRI of a code list → its English name. Raises Refusal."""
    return remembered("scheme names", lambda: {row["scheme"]: row["label"] for row in records(_SCHEMES, {})})


def mechanisms() -> dict[str, Mechanism]:
    """The IRI of a mechanism → who it is. Raises Refusal."""
    return remembered("mechanisms", _mechanisms)


def _mechanisms() -> dict[str, Mechanism]:
    return {
        row["who"]: Mechanism(row["notation"], row["family"].removeprefix(NS), row["name"] or row["notation"])
        for row in records(_MECHANISMS, {})
    }


def code_of(concept: str) -> str:
    """A concept as an address carries it: `uhri-theme/right-to-food`."""
    return concept.removeprefix(VOCAB)


def scheme_of(concept: str) -> str:
    """The code list that a concept's code or IRI names: `uhri-theme`."""
    return code_of(concept).split("/", 1)[0]


def concept_name(code: str) -> str:
    """The name of the concept with a code; the code where the graph has no name for it."""
    return concepts().get(VOCAB + code, code.rsplit("/", 1)[-1].replace("-", " "))
