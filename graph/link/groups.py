"""Groups of mutually reinforcing asks: the communities of a State's link graph that hold two mechanisms or more."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import networkx as nx

from graph.link.block import Ask, Block
from graph.link.labels import Label
from graph.link.lexicon import Lexicon
from graph.link.made import Group, Link

WHOLE = 12
"""So many asks that hang together are one group."""
SEED = 1
"""Louvain breaks ties by chance: the same seed gives the same groups."""


def groups(
    block: Block, links: Iterable[Link], labels: Mapping[str, Mapping[str, Label]], lexicon: Lexicon
) -> list[Group]:
    """The groups of one State, strongest first."""
    graph: nx.Graph[str] = nx.Graph()
    for link in sorted(links, key=lambda one: (one.subject, one.object)):
        graph.add_edge(link.subject, link.object, weight=link.score)
    asks = {ask.iri: ask for ask in block.asks}
    found = [
        _group(block.state, graph.subgraph(members), asks, labels, lexicon)
        for members in _communities(graph)
        if len({asks[iri].mechanism for iri in members if iri in asks}) > 1
    ]
    return sorted(found, key=lambda group: (-len(group.families), -group.strength, group.members))


def _communities(graph: "nx.Graph[str]") -> Iterator[set[str]]:
    """What hangs together; of that, what is too large for one group is cut where its links are fewest."""
    for members in nx.connected_components(graph):
        if len(members) <= WHOLE:
            yield members
        else:
            part = graph.subgraph(sorted(members))
            yield from nx.community.louvain_communities(part, weight="weight", seed=SEED)


def _group(
    state: str,
    graph: "nx.Graph[str]",
    asks: Mapping[str, Ask],
    labels: Mapping[str, Mapping[str, Label]],
    lexicon: Lexicon,
) -> Group:
    members = tuple(sorted(iri for iri in graph if iri in asks))
    weight: Counter[str] = Counter()
    for iri in members:
        for concept, label in labels[iri].items():
            if label.follows:
                continue
            weight[concept] += label.weight  # type: ignore[assignment]
    ranked = sorted(weight, key=lambda concept: (-weight[concept], concept))
    themes = tuple(concept for concept in ranked if weight[concept] >= len(members) / 3)[:3] or tuple(ranked[:1])
    scores = [data["weight"] for _, _, data in graph.edges(data=True)]
    central = nx.degree_centrality(graph)
    return Group(
        state=state,
        members=members,
        label=" · ".join(lexicon.name(concept) for concept in themes) or "asks alike in wording",
        themes=themes,
        families=tuple(sorted({asks[iri].family for iri in members if asks[iri].family})),
        strength=round(sum(scores) / len(scores), 3),
        centrality=tuple((iri, round(min(central[iri], 1.0), 3)) for iri in members),
    )
