"""What a build knows of a link that a person names: whether its ends are there, and what links them."""

from dataclasses import dataclass

import pyoxigraph as ox

from graph.records import Relation
from graph.review.decision import SYMMETRIC
from graph.store.asking import Asker
from graph.terms import RDF, rg

_ENDS = "SELECT DISTINCT ?end WHERE {{ VALUES ?end {{ {subject} {object} }} ?end a ?kind }}"
_LINKS = """
SELECT DISTINCT ?subject ?basis WHERE {{
  VALUES (?subject ?object) {{ ({subject} {object}) ({object} {subject}) }}
  ?link <{rdf}subject> ?subject ; <{rdf}predicate> {predicate} ; <{rdf}object> ?object ; <{basis}> ?basis .
}}
"""


@dataclass(frozen=True, slots=True)
class Known:
    """`unknown`: ends the build does not hold. `bases`: on what the two are linked; `turned`: on what, turned round."""

    unknown: tuple[str, ...]
    bases: tuple[str, ...]
    turned: tuple[str, ...]


def known(asker: Asker, subject: str, relation: Relation, object_: str) -> Known:
    """What the build knows of the link; a symmetric one is the same either way. Raises Refusal."""
    ends = {"subject": str(ox.NamedNode(subject)), "object": str(ox.NamedNode(object_))}
    there = {row[0].value for row in asker.select(_ENDS.format(**ends)).rows if row[0]}
    query = _LINKS.format(**ends, rdf=RDF, predicate=ox.NamedNode(rg(relation.value)), basis=rg("basis"))
    found = [(row[0].value, row[1].value.removeprefix(rg(""))) for row in asker.select(query).rows if row[0] and row[1]]
    either = relation in SYMMETRIC
    return Known(
        unknown=tuple(one for one in (subject, object_) if one not in there),
        bases=tuple(sorted({basis for start, basis in found if either or start == subject})),
        turned=tuple(sorted({basis for start, basis in found if not either and start != subject})),
    )
