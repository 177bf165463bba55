"""What linking makes: tags, links and groups, as plain values that name things by IRI."""

from dataclasses import dataclass

from graph.records import Basis, Relation


@dataclass(frozen=True, slots=True)
class Tagging:
    """An inferred tag: a concept or goal that no source gave, how sure (0–1), and by what method."""

    subject: str
    predicate: str
    concept: str
    score: float
    method: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link between two things with its reasons. `score` is 0–1, `reasons` are plain words, weightiest first."""

    subject: str
    relation: Relation
    object: str
    basis: Basis
    score: float
    reasons: tuple[str, ...] = ()
    evidence: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Asks of at least two mechanisms to one State that reinforce each other."""

    state: str
    members: tuple[str, ...]
    label: str
    themes: tuple[str, ...]
    families: tuple[str, ...]
    strength: float
    centrality: tuple[tuple[str, float], ...]
