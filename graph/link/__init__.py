"""Linking: stated links first, computed links second, decisions of people on top; groups at the end."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.link import alike, cited, contribute, named, report_on
from graph.link.block import Block
from graph.link.groups import groups
from graph.link.groups.identity import Known as KnownGroups
from graph.link.groups.told import Told
from graph.link.labels import SURE_ENOUGH, Label, Labeller, property_of
from graph.link.lexicon import lexicon
from graph.link.made import Group, Link, Tagging
from graph.link.score import Weights, weights
from graph.link.sides import Known, Side, Text, sides
from graph.records import Relation
from graph.terms import rg


@dataclass(frozen=True, slots=True)
class Model:
    """What the whole workspace teaches, the same for every State: rarities, labels; and the thresholds people set."""

    known: Known
    labeller: Labeller
    thresholds: Mapping[str, float] = field(default_factory=dict)

    def weights(self, relation: Relation) -> Weights:
        found = weights(relation, taught=self.labeller.learnt is not None)
        return replace(found, threshold=self.thresholds.get(relation.value, found.threshold))


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking one State made."""

    state: str
    tags: tuple[Tagging, ...]
    links: tuple[Link, ...]
    groups: tuple[Group, ...]


COMPUTED = (Relation.SAME_ASK, Relation.REPEATS, Relation.REINFORCES, Relation.CONTRIBUTES_TO)
"""Relations between asks, and between programmes and asks, that are computed."""


def compared(block: Block, model: Model) -> tuple[Side, Side]:
    """A State's asks and its programmes as they are compared."""
    asks, programmes = sides(
        [Text(one.iri, one.text, one.mechanism, one.themes | one.persons) for one in block.asks],
        [Text(one.iri, one.text, "", one.themes | one.persons, whole=True) for one in block.programmes],
        labeller=model.labeller,
        known=model.known,
    )
    return asks, programmes


def link(
    block: Block,
    model: Model,
    *,
    known: KnownGroups | None = None,
    told: Mapping[str, Told] | None = None,
    stands: Callable[[Link], bool] = lambda _: True,
    added: Iterable[Link] = (),
) -> Linked:
    """All links of one State: a pure function, so States can be linked anywhere and in any order.

    `stands` tells a link that nobody rejected, `added` are those that people added: groups are made of what stands.
    """
    asks, programmes = compared(block, model)
    said = [*cited.stated(block), *named.stated(block)]
    between = alike.computed(block, asks, {relation: model.weights(relation) for relation in COMPUTED})
    works = contribute.computed(programmes, asks, model.weights(Relation.CONTRIBUTES_TO))
    reporting = report_on.computed(block, model.labeller, model.known)
    stated = {(one.subject, one.relation, one.object) for one in said}
    found = [one for one in (*between, *works, *reporting) if (one.subject, one.relation, one.object) not in stated]
    standing = [one for one in (*said, *found, *added) if stands(one)]
    return Linked(
        state=block.state,
        tags=(*_tags(asks), *_tags(programmes), *named.tags(block)),
        links=(*said, *found),
        groups=tuple(
            groups(
                block,
                [one for one in standing if one.relation in _TOGETHER],
                dict(zip(asks.iris, asks.labels, strict=True)),
                lexicon(),
                programmed=[one for one in standing if one.relation is Relation.CONTRIBUTES_TO],
                known=known,
                told=told,
            )
        ),
    )


_TOGETHER = (Relation.SAME_ASK, Relation.REPEATS, Relation.REINFORCES)
"""Relations that hold asks together in a group."""


def _tags(side: Side) -> Iterator[Tagging]:
    """The labels that no source gave, as tags marked inferred."""
    for iri, labels in zip(side.iris, side.labels, strict=True):
        for concept, label in sorted(labels.items()):
            if label.method != "given" and label.weight >= SURE_ENOUGH:
                yield Tagging(iri, rg(property_of(concept)), concept, round(label.weight, 2), label.method)


__all__ = ["Group", "Label", "Link", "Linked", "Model", "Tagging", "compared", "link"]
