"""What the graph holds that a country team's checklist asks about, counted once for a State."""

from collections import Counter
from dataclasses import dataclass

from graph import terms
from webui.asker import iri, records
from webui.state.kept import kept

_SUBMISSIONS = """
SELECT DISTINCT ?submission ?summary WHERE {
  VALUES ?state { UNDEF }
  ?submission rg:state ?state ; a rg:Submission ; rg:document ?summary
}
"""
_ACTIONS = """
SELECT DISTINCT ?action ?plan ?responsible WHERE {
  VALUES ?state { UNDEF }
  ?action rg:state ?state ; a rg:Action
  OPTIONAL { ?action rg:plan ?plan } OPTIONAL { ?action rg:responsible ?responsible }
}
"""
_PLANS = """
SELECT DISTINCT ?plan WHERE { VALUES ?state { UNDEF } ?plan rg:state ?state ; a rg:Plan }
"""
_FRAMEWORKS = """
SELECT DISTINCT ?framework WHERE { VALUES ?state { UNDEF } ?framework rg:state ?state ; a rg:Framework }
"""
_ASSESSED = """
SELECT DISTINCT ?ask WHERE {
  VALUES ?state { UNDEF }
  ?ask rg:state ?state . ?assessment rg:about ?ask ; a rg:Assessment
}
"""
_REPORTED = """
SELECT DISTINCT ?ask WHERE { VALUES ?state { UNDEF } ?ask rg:state ?state . ?passage rg:reportsOn ?ask }
"""
_TEAM = """
SELECT ?compilation (COUNT(DISTINCT ?passage) AS ?count) WHERE {
  VALUES ?state { UNDEF }
  ?compilation rg:state ?state ; a rg:Compilation .
  ?passage rg:document ?compilation ; rg:text ?text
  FILTER(CONTAINS(LCASE(?text), "country team") || CONTAINS(?text, "UNCT"))
} GROUP BY ?compilation
"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Counts. `submissions` and `team`: (document IRI, how many), by document; `assessed` and
    `reported` are asks (IRIs); all else: how many things.
    """

    submissions: tuple[tuple[str, int], ...]
    team: tuple[tuple[str, int], ...]
    plans: int
    actions: int
    unassigned: int
    responsible: int
    frameworks: int
    assessed: frozenset[str]
    reported: frozenset[str]


@kept
def evidence(iso3: str) -> Evidence:
    """What a checklist can be filled from. Raises Refusal."""
    told = {"state": [iri(terms.state(iso3))]}
    actions = records(_ACTIONS, told)
    assigned = {row["action"] for row in actions if row["responsible"]}
    every = {row["action"] for row in actions}
    plans = {row["plan"] for row in actions + records(_PLANS, told) if row["plan"]}
    submissions = Counter(row["summary"] for row in records(_SUBMISSIONS, told))
    return Evidence(
        submissions=tuple(sorted(submissions.items())),
        team=tuple(sorted((row["compilation"], int(row["count"])) for row in records(_TEAM, told))),
        plans=len(plans),
        actions=len(every),
        unassigned=len(every - assigned),
        responsible=len({row["responsible"] for row in actions if row["responsible"]}),
        frameworks=len(records(_FRAMEWORKS, told)),
        assessed=frozenset(row["ask"] for row in records(_ASSESSED, told)),
        reported=frozenset(row["ask"] for row in records(_REPORTED, told)),
    )
