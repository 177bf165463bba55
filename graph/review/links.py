"""The links that a build holds, as people review them."""

from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from graph import terms
from graph.records import Basis
from graph.review.decision import STATUS
from graph.review.reading import relation as relation_of
from graph.states import state as known_state
from graph.store.asking import Asker
from graph.terms import PREFIXES, rg

COMPUTED: Final = frozenset((Basis.SIMILARITY.value, Basis.SHARED_CODES.value))
"""Bases that are a computation, not somebody's statement."""

_PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
_QUERY = """
SELECT DISTINCT ?subject ?predicate ?object ?basis {columns} WHERE {{
  {where}
}}
"""
_LINK = (
    "?link rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ; rg:basis ?basis ; "
    "rg:linkStatus ?status . "
)
_BOTH = (
    ("?score ?status", "?link rg:score ?score ."),
    (
        "?who ?day ?why ?contested",
        "?link rg:decidedBy ?who ; rg:decidedOn ?day ; rg:decisionReason ?why . "
        "OPTIONAL { ?link rg:contested ?contested }",
    ),
)
"""Columns and pattern of every link, and of those decided on: few are, and an OPTIONAL would be looked up for each."""
_ABOUT = (
    "?link rdf:subject {about} .",
    "?link rdf:object {about} .",
    "?part rg:document {about} . ?link rdf:subject ?part .",
    "?part rg:document {about} . ?link rdf:object ?part .",
)
"""A thing's links, and those of a document's passages.

Each with the whole pattern: joined with a UNION, the store reads every link there is.
"""


@dataclass(frozen=True, slots=True)
class Held:
    """A link of a build. Ends are IRIs; basis, relation and status names; who, day and why of the decision in force."""

    subject: str
    relation: str
    object: str
    basis: str
    score: float
    status: str
    contested: bool = False
    who: str = ""
    day: str = ""
    why: str = ""

    @property
    def computed(self) -> bool:
        return self.basis in COMPUTED


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which links: of a State (alpha-3 or a name), a relation, a basis, a status, about a thing or document (IRI)."""

    state: str = ""
    relation: str = ""
    basis: str = ""
    status: str = ""
    about: str = ""

    def queries(self) -> tuple[str, str]:
        """The SPARQL that finds them, and the decisions in force on them.

        Raises Unclear for a State or relation that is none, ValueError for any other word.
        """
        fixed = {
            "predicate": relation_of(self.relation).value if self.relation else "",
            "basis": _among(self.basis, "basis", [basis.value for basis in Basis]),
            "status": _among(self.status, "status", sorted(set(STATUS.values()))),
        }
        place = f"<{terms.state(known_state(self.state))}>" if self.state else ""
        starts = [start.format(about=ox.NamedNode(self.about)) for start in _ABOUT] if self.about else [""]
        of_state = f"?object rg:state {place} . " if place else ""
        filters = " ".join(f"VALUES ?{name} {{ <{rg(word)}> }}" for name, word in fixed.items() if word)
        every, decided = (_query([f"{filters} {start} {of_state}{_LINK}" for start in starts], it) for it in _BOTH)
        return every, decided


def _query(patterns: list[str], wanted: tuple[str, str]) -> str:
    columns, more = wanted
    where = " UNION ".join(f"{{ {pattern} {more} }}" for pattern in patterns)
    return _PROLOGUE + _QUERY.format(columns=columns, where=where)


def _among(word: str, what: str, known: list[str]) -> str:
    if word and word not in known:
        raise ValueError(f"no {what} is called {word!r}; there are: {', '.join(known)}")
    return word


def links(asker: Asker, wanted: Wanted, *, decisions: bool = True) -> list[Held]:
    """The links wanted, the surest first; without their decisions where those do not matter.

    Raises as `Wanted.queries` does, and Refusal.
    """
    every, decided = wanted.queries()
    on = {_identity(row): row for row in asker.select(decided).dicts()} if decisions else {}
    found = [_held(row, on.get(_identity(row), {})) for row in asker.select(every).dicts()]
    return sorted(found, key=lambda one: (-one.score, one.subject, one.relation, one.object, one.basis))


def _identity(row: dict[str, str]) -> tuple[str, ...]:
    """What a link is: its ends, its relation and its basis."""
    return row["subject"], row["predicate"], row["object"], row["basis"]


def _held(row: dict[str, str], decision: dict[str, str]) -> Held:
    return Held(
        subject=row["subject"],
        relation=_local(row["predicate"]),
        object=row["object"],
        basis=_local(row["basis"]),
        score=float(row["score"]),
        status=_local(row["status"]),
        contested=decision.get("contested") == "true",
        who=decision.get("who", ""),
        day=decision.get("day", ""),
        why=decision.get("why", ""),
    )


def _local(iri: str) -> str:
    return iri.removeprefix(rg(""))
