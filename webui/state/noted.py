"""What people noted of a State in a country sheet: posts, papers, events, tasks, capacities, assignments."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from graph import terms
from webui.asker import iri, select
from webui.state.kept import kept

_NOTED: Final = """
SELECT DISTINCT ?thing ?sheet ?property ?told WHERE {
  VALUES ?state { UNDEF }
  ?thing rg:state ?state ; rg:countrySheet ?sheet ; ?property ?value
  FILTER(?property NOT IN (rdf:type, rg:countrySheet, rg:state))
  OPTIONAL { ?value skos:prefLabel ?english FILTER(LANG(?english) = "en") }
  OPTIONAL { ?value rdfs:label ?name FILTER(LANG(?name) IN ("", "en")) }
  BIND(STR(COALESCE(?english, ?name, ?value)) AS ?told)
}
"""


@dataclass(frozen=True, slots=True)
class Noted:
    """One row of a country sheet: the sheet, and what it tells, by local name of the property, in words."""

    iri: str
    sheet: str
    told: tuple[tuple[str, str], ...]

    def all(self, name: str) -> list[str]:
        return [value for known, value in self.told if known == name]

    def one(self, name: str) -> str:
        """The first value, or an empty string."""
        return min(self.all(name), default="")


@kept
def noted(iso3: str) -> tuple[Noted, ...]:
    """Every row that concerns a State, by sheet and identifier. Raises Refusal."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for row in select(_NOTED, {"state": [iri(terms.state(iso3))]}).rows:
        thing, sheet, property_, told = row
        if thing and sheet and property_ and told:
            name = property_.value.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
            found.setdefault((sheet.value, thing.value), set()).add((name, told.value))
    return tuple(Noted(thing, sheet, tuple(sorted(told))) for (sheet, thing), told in sorted(found.items()))


def rows_of(some: Iterable[Noted], sheet: str, name: str = "", *values: str) -> list[Noted]:
    """The rows of one sheet, of which a property has one of these values."""
    return [one for one in some if one.sheet == sheet and (not name or set(values) & set(one.all(name)))]
