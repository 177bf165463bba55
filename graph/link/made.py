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
    """Asks of at least two mechanisms to one State that reinforce each other, and what can be said of them.

    `identifier` is kept from build to build, `replaces` are those of groups that this one took in. Counts come as
    (value, how many): `asks_by_family` by family (IRI), `positions` of the State's by local name (`supported`). `years`
    are the first and the last that anything dates, `strength` is how surely another mechanism backs an ask on
    average (0–1), `centrality` of each ask is how closely it is linked to all others (0–1), `bridges` are the link
    records, and `joints` the asks, without which the group would fall apart.
    """

    identifier: str
    state: str
    members: tuple[str, ...]
    label: str
    themes: tuple[str, ...]
    families: tuple[str, ...]
    strength: float
    centrality: tuple[tuple[str, float], ...]
    asks_by_family: tuple[tuple[str, int], ...] = ()
    mechanisms: tuple[str, ...] = ()
    positions: tuple[tuple[str, int], ...] = ()
    years: tuple[int, int] | None = None
    persons: tuple[str, ...] = ()
    sdgs: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    bridges: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()

    @property
    def central(self) -> str:
        """The ask that is most closely linked to the others; of equals the first."""
        return min(self.centrality, key=lambda pair: (-pair[1], pair[0]))[0]
