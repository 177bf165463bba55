"""Linking: stated links first, computed links second, decisions of people on top; groups at the end."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.link import contribute, reinforce, report_on
from graph.link.block import Block
from graph.link.groups import groups
from graph.link.labels import SURE_ENOUGH, Label, Labeller, property_of
from graph.link.lexicon import lexicon
from graph.link.made import Group, Link, Tagging
from graph.link.pairs import Comparer, Side
from graph.link.score import CONTRIBUTES, REINFORCES
from graph.link.wording import Wording
from graph.terms import rg


@dataclass(frozen=True, slots=True)
class Model:
    """What the whole workspace teaches: word weights and labels. The same for every State."""

    wording: Wording
    labeller: Labeller


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking one State made."""

    state: str
    tags: tuple[Tagging, ...]
    links: tuple[Link, ...]
    groups: tuple[Group, ...]


def link(block: Block, model: Model) -> Linked:
    """All links of one State: a pure function, so States can be linked anywhere and in any order."""
    asks = _side(
        model,
        [ask.iri for ask in block.asks],
        [ask.text for ask in block.asks],
        [ask.themes | ask.persons for ask in block.asks],
    )
    programmes = _side(
        model,
        [one.iri for one in block.programmes],
        [one.text for one in block.programmes],
        [one.themes | one.persons for one in block.programmes],
    )
    names = lexicon()
    reinforcing = Comparer(model.wording, names, REINFORCES)
    said = reinforce.stated(block)
    known = {(one.subject, one.object) for one in said}
    found = [one for one in reinforce.computed(block, asks, reinforcing) if (one.subject, one.object) not in known]
    reporting = report_on.computed(block, asks, model.labeller, model.wording, names)
    programmed = contribute.computed(programmes, asks, Comparer(model.wording, names, CONTRIBUTES))
    labels = dict(zip(asks.iris, asks.labels, strict=True))
    return Linked(
        state=block.state,
        tags=tuple(_tags(asks)) + tuple(_tags(programmes)),
        links=(*said, *found, *reporting, *programmed),
        groups=tuple(groups(block, [*said, *found], labels, names)),
    )


def _side(model: Model, iris: list[str], texts: list[str], given: list[frozenset[str]]) -> Side:
    labels = model.labeller.label(texts, given)
    rows = model.wording.matrix(texts) if texts else None
    return Side(tuple(iris), rows, tuple(labels))


def _tags(side: Side) -> Iterator[Tagging]:
    """The labels that no source gave, as tags marked inferred."""
    for iri, labels in zip(side.iris, side.labels, strict=True):
        for concept, label in sorted(labels.items()):
            if label.method != "given" and label.weight >= SURE_ENOUGH:
                yield Tagging(iri, rg(property_of(concept)), concept, round(label.weight, 2), label.method)


__all__ = ["Group", "Label", "Link", "Linked", "Model", "Tagging", "link"]
