"""Asks and links of our own making, from which tests make groups."""

from collections.abc import Iterable, Mapping

from graph import terms
from graph.link.block import Ask, Block
from graph.link.groups import groups
from graph.link.groups.identity import Known
from graph.link.groups.told import Told
from graph.link.labels import Label
from graph.link.lexicon import lexicon
from graph.link.made import Group, Link
from graph.records import Basis, Relation

STATE = terms.state("SVN")
THEME = terms.VOCAB + "uhri-theme/"
VIOLENCE = THEME + "violence-against-women"
PRISONS = THEME + "conditions-of-detention"
_FAMILIES = {"UPR": "upr", "CEDAW": "treatyBodies", "CAT": "treatyBodies", "SR-Torture": "specialProcedures"}


def ask(name: str, text: str = "", mechanism: str = "UPR", cycle: int | None = None) -> Ask:
    return Ask(
        iri=terms.BASE + name,
        text=text,
        cycle=cycle,
        mechanism=terms.mechanism(mechanism),
        family=terms.rg(_FAMILIES[mechanism]),
        themes=frozenset(),
        persons=frozenset(),
        sdgs=frozenset(),
    )


def link(one: str, other: str, score: float = 0.8, relation: Relation = Relation.REINFORCES) -> Link:
    return Link(terms.BASE + one, relation, terms.BASE + other, Basis.SIMILARITY, score)


def grouped(
    asks: Iterable[Ask],
    links: Iterable[Link],
    themes: Mapping[str, str] | None = None,
    *,
    programmed: Iterable[Link] = (),
    known: Known | None = None,
    told: Mapping[str, Told] | None = None,
) -> list[Group]:
    """The groups of these asks; `themes` gives an ask's theme by its name."""
    block = Block(state=STATE, asks=tuple(asks), programmes=(), statements=())
    labels: dict[str, dict[str, Label]] = {one.iri: {} for one in block.asks}
    for name, theme in (themes or {}).items():
        labels[terms.BASE + name][theme] = Label(theme, 1.0, "given")
    return groups(block, links, labels, lexicon(), programmed=programmed, known=known, told=told)


def names(group: Group) -> list[str]:
    return [iri.removeprefix(terms.BASE) for iri in group.members]
