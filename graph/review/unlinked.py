"""What speaks for and against a link that was not made: the same features and weights that links are made with."""

import numpy as np
import pyoxigraph as ox

from graph.link import Model, block, compared
from graph.link.block import Ask, Block
from graph.link.candidates import Candidates
from graph.link.pairs import Comparison
from graph.link.reasons import reasons
from graph.link.score import scores
from graph.records import Basis, Relation
from graph.review import side
from graph.review.explained import Explained, Reason, ordered
from graph.store.asking import Asker
from graph.terms import document_of, rg

_STATES = """
SELECT DISTINCT ?state WHERE {{
  VALUES ?thing {{ {one} {other} }}
  {{ ?thing <{state}> ?state }} UNION {{ ?thing <{framework}> ?of . ?of <{state}> ?state }}
}}
"""
_NEVER = "they cannot be linked: other treaties, the opposite, or a step that no programme can take or shares"
_NAMES = {
    Relation.SAME_ASK: "the same ask in one review",
    Relation.REPEATS: "asks again",
    Relation.REINFORCES: "reinforces",
    Relation.CONTRIBUTES_TO: "works on",
}


def why_not(asker: Asker, one: str, other: str, model: Model) -> tuple[Explained, ...]:
    """The link that could have been made between two asks, or a programme and an ask, of one State, and its score.

    Empty where the two are of different States, or are not what computed links link. Raises Refusal.
    """
    for state in _states(asker, one, other):
        of = block.read(asker, state, block.families(asker))
        found = _relation(of, one, other)
        if found:
            return (_told(asker, of, model, *found),)
    return ()


def _states(asker: Asker, one: str, other: str) -> list[str]:
    ends = {"one": ox.NamedNode(one), "other": ox.NamedNode(other)}
    query = _STATES.format(**ends, state=rg("state"), framework=rg("framework"))
    return sorted(row[0].value for row in asker.select(query).rows if row[0])


def _relation(of: Block, one: str, other: str) -> tuple[Relation, str, str] | None:
    """The relation that two things of a State could stand in, and which is its subject."""
    asks = {ask.iri: ask for ask in of.asks}
    programmes = {programme.iri for programme in of.programmes}
    for subject, object_ in ((one, other), (other, one)):
        if subject in programmes and object_ in asks:
            return Relation.CONTRIBUTES_TO, subject, object_
    if one not in asks or other not in asks:
        return None
    first, second = sorted((asks[one], asks[other]), key=lambda ask: -(ask.when or 0))
    return _between(first, second), first.iri, second.iri


def _between(one: Ask, other: Ask) -> Relation:
    if one.mechanism != other.mechanism:
        return Relation.REINFORCES
    looks = [ask.engagement or document_of(ask.iri) for ask in (one, other)]
    return Relation.SAME_ASK if looks[0] == looks[1] else Relation.REPEATS


def _told(asker: Asker, of: Block, model: Model, relation: Relation, subject: str, object_: str) -> Explained:
    asks, programmes = compared(of, model)
    left = programmes if relation is Relation.CONTRIBUTES_TO else asks
    weights = model.weights(relation)
    comparing = Comparison(relation, left, asks, weights, lambda one, _: np.ones(len(one), dtype=bool))
    ones, others = left.of(left.iris.index(subject)), asks.of(asks.iris.index(object_))
    parts = Candidates(np.repeat(ones, len(others)), np.tile(others, len(ones)))
    pairs = comparing.measured(parts)
    odds = comparing.odds(pairs)
    things = side.sides(asker, (subject, object_))
    here, there = side.compared(things[subject], things[object_])
    told: tuple[Reason, ...] = (Reason(_NEVER),)
    score = 0.0
    if len(odds) and np.isfinite(odds.max()):
        at = int(np.argmax(odds))
        score = round(float(scores(odds[at : at + 1])[0]), 3)
        why = reasons(left, asks, int(pairs.left[at]), int(pairs.right[at]), pairs.table[at], weights)
        told = (*ordered(why), Reason(f"proposed from a score of {weights.threshold} on"))
    return Explained(
        subject=here,
        object=there,
        relation=relation.value,
        relation_name=_NAMES[relation],
        basis=Basis.SIMILARITY.value,
        basis_name="computed",
        score=score,
        reasons=told,
    )
