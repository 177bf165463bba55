"""Groups of mutually reinforcing asks: the communities of a State's link graph that hold two mechanisms or more."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from graph.link.block import Ask, Block
from graph.link.groups import facts, identity
from graph.link.groups.communities import communities, network
from graph.link.groups.identity import Known
from graph.link.groups.naming import names
from graph.link.groups.particular import Particular
from graph.link.groups.told import Told
from graph.link.labels import Label
from graph.link.lexicon import Lexicon
from graph.link.made import Group, Link
from graph.terms import SDG, VOCAB

_THEMES = 3
"""At most so many themes are told of a group."""


def groups(
    block: Block,
    links: Iterable[Link],
    labels: Mapping[str, Mapping[str, Label]],
    lexicon: Lexicon,
    *,
    programmed: Iterable[Link] = (),
    known: Known | None = None,
    told: Mapping[str, Told] | None = None,
) -> list[Group]:
    """The groups of one State: those that most families share first, then the strongest.

    `links` are those between asks that stand (none that a person rejected): `reinforces`, and `sameAsk` and `repeats`,
    which hold asks of one mechanism together. `programmed` leads from programmes to asks, `known` is what earlier
    builds knew, `told` what the graph tells of each ask.
    """
    asks = {ask.iri: ask for ask in block.asks}
    standing = [link for link in links if link.subject in asks and link.object in asks and link.subject != link.object]
    graph = network(standing)
    parts = [tuple(asks[iri] for iri in part) for part in communities(graph)]
    found = sorted((part for part in parts if len({ask.mechanism for ask in part}) > 1), key=_by_size)
    particular = Particular.of(block.state, block.asks, labels, lexicon)
    making = _Making(block.state, particular, graph, _inside(found, standing), tuple(programmed), told or {})
    sets = [frozenset(ask.iri for ask in members) for members in found]
    identifiers = identity.name(known or Known(), sets, block.state.rsplit("/", 1)[-1])
    replaced = identity.replaced(known or Known(), sets, identifiers)
    made = [
        making.group(identifier, label, members, gone)
        for identifier, label, members, gone in zip(identifiers, names(particular, found), found, replaced, strict=True)
    ]
    return sorted(made, key=lambda group: (-len(group.families), -group.strength, group.members))


def _by_size(members: Sequence[Ask]) -> tuple[int, str]:
    """The largest first: it has the first choice of labels."""
    return -len(members), members[0].iri


def _inside(found: Sequence[Sequence[Ask]], links: Iterable[Link]) -> dict[str, list[Link]]:
    """The links that stand inside each group, by its first ask."""
    first = {ask.iri: members[0].iri for members in found for ask in members}
    inside: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.subject in first and first[link.subject] == first.get(link.object):
            inside[first[link.subject]].append(link)
    return inside


@dataclass(frozen=True, slots=True)
class _Making:
    """What making the groups of one State takes."""

    state: str
    particular: Particular
    graph: "nx.Graph[str]"
    inside: Mapping[str, list[Link]]
    programmed: tuple[Link, ...]
    told: Mapping[str, Told]

    def group(self, identifier: str, label: str, members: Sequence[Ask], replaces: tuple[str, ...]) -> Group:
        iris = tuple(ask.iri for ask in members)
        graph, links = self.graph.subgraph(iris), self.inside[iris[0]]
        labels = self.particular.labels
        families = facts.counted(ask.family for ask in members)
        return Group(
            identifier=identifier,
            state=self.state,
            members=iris,
            label=label,
            themes=tuple(theme for theme, _ in self.particular.themes(members)[:_THEMES]),
            families=tuple(family for family, _ in families),
            asks_by_family=families,
            mechanisms=tuple(sorted({ask.mechanism for ask in members})),
            positions=facts.counted(self.told.get(iri, Told()).position for iri in iris),
            years=facts.years(self.state, members, self.told),
            persons=facts.shared(members, labels, VOCAB + "uhri-person/"),
            sdgs=facts.shared(members, labels, SDG),
            programmes=facts.programmes(frozenset(iris), self.told, self.programmed),
            strength=facts.strength(members, links),
            centrality=facts.centrality(graph),
            bridges=facts.bridges(graph, links),
            joints=facts.joints(graph),
            replaces=replaces,
        )
