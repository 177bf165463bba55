"""A State's groups of asks that reinforce each other, the widest and strongest first."""

from dataclasses import dataclass

from graph import terms
from graph.terms import NS
from webui.asker import iri
from webui.state.kept import kept
from webui.state.told import Facts, told_of

_GROUPS = """
SELECT DISTINCT ?thing ?property ?value WHERE {
  VALUES ?state { UNDEF }
  ?thing rg:state ?state ; a rg:Group .
  ?thing ?property ?value
  FILTER(?property IN (rdfs:label, rg:family, rg:familyCount, rg:memberCount, rg:strength, rg:firstYear,
    rg:lastYear, rg:programmeCount))
}
"""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of asks. `strength` is 0 to 1; `years` is `2010–2019`, or empty where nothing dates it."""

    iri: str
    label: str
    families: tuple[str, ...]
    asks: int
    strength: float | None
    years: str
    programmes: int


@kept
def groups(iso3: str) -> tuple[Group, ...]:
    """The groups of a State. Raises Refusal."""
    told = told_of(_GROUPS, {"state": [iri(terms.state(iso3))]})
    found = (_group(name, facts) for name, facts in told.items())
    return tuple(sorted(found, key=lambda one: (-len(one.families), -(one.strength or 0), one.label, one.iri)))


_FAMILIES = ("upr", "treatyBodies", "specialProcedures")


def _group(name: str, facts: Facts) -> Group:
    present = {family.removeprefix(NS) for family in facts["family"]}
    return Group(
        iri=name,
        label=facts.one("label") or name.rsplit("/", 1)[-1],
        families=tuple(family for family in _FAMILIES if family in present),
        asks=int(facts.one("memberCount") or 0),
        strength=float(facts.one("strength")) if facts["strength"] else None,
        years="–".join(dict.fromkeys(year for year in (facts.one("firstYear"), facts.one("lastYear")) if year)),
        programmes=int(facts.one("programmeCount") or 0),
    )
