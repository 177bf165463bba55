"""Asks and programmes of our own making, linked by what needs no coded texts."""

import random
from collections.abc import Iterable
from functools import cache

from graph import terms
from graph.link import Linked, Model, link
from graph.link.block import Ask, Block, Programme, Statement
from graph.link.made import Link
from graph.records import Relation
from graph.train import model

STATE = "SVN"
_FAMILIES = {"UPR": "upr", "CEDAW": "treatyBodies", "CAT": "treatyBodies", "CRC": "treatyBodies"}
COMPUTED = (Relation.SAME_ASK, Relation.REPEATS, Relation.REINFORCES, Relation.CONTRIBUTES_TO)


@cache
def floor() -> Model:
    """The model of a workspace without coded texts."""
    return model((), (), {})


def ask(number: str, text: str, mechanism: str = "UPR", look: int = 1) -> Ask:
    """An ask of a UPR cycle or of another body's examination, by `look` in order of time."""
    upr = mechanism == "UPR"
    session = str(20 + look)
    return Ask(
        iri=terms.passage(f"A/HRC/{session}/9" if upr else f"{mechanism}/C/{STATE}/CO/{look}", number),
        text=text,
        cycle=look if upr else None,
        mechanism=terms.mechanism(mechanism),
        family=terms.rg(_FAMILIES.get(mechanism, "specialProcedures")),
        themes=frozenset(),
        persons=frozenset(),
        sdgs=frozenset(),
        engagement=terms.review(STATE, look) if upr else terms.engagement(mechanism, STATE, session),
        when=float(look) if upr else 2005.0 + 4 * look,
    )


def programme(number: str, text: str) -> Programme:
    nothing: frozenset[str] = frozenset()
    return Programme(terms.project(number), text, nothing, nothing, nothing)


def block(asks: Iterable[Ask], programmes: Iterable[Programme] = (), statements: Iterable[Statement] = ()) -> Block:
    return Block(terms.state(STATE), tuple(asks), tuple(programmes), tuple(statements))


def linked(asks: Iterable[Ask], programmes: Iterable[Programme] = (), by: Model | None = None) -> Linked:
    return link(block(asks, programmes), by or floor())


def computed(asks: Iterable[Ask], programmes: Iterable[Programme] = (), by: Model | None = None) -> tuple[Link, ...]:
    """The links that are computed from texts, without those that names state."""
    made = linked(asks, programmes, by).links
    return tuple(one for one in made if one.relation in COMPUTED and one.basis.name == "SIMILARITY")


def found(made: Iterable[Link]) -> set[tuple[str, str, str]]:
    """(paragraph, relation, paragraph) of each link."""
    return {(name(one.subject), one.relation.value, name(one.object)) for one in made}


def name(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


_VERBS = (
    "Abolish", "Study", "Legislate on", "Train officials on", "Collect data on", "Publish a plan on", "Punish", "Fund",
    "Teach schools about", "Tell villages about",
)  # fmt: skip
_MATTERS = (
    "the death penalty", "child labour", "drinking water", "corporal punishment", "trafficking in persons", "torture",
    "domestic violence", "the minimum wage", "birth registration", "press freedom", "land reform", "court delays",
    "maternal mortality", "genital mutilation", "child marriage", "corruption", "hate speech", "housing", "malaria",
    "statelessness", "social security", "enforced disappearance", "prison overcrowding", "literacy", "climate change",
    "trade unions", "disaster relief", "food security", "fair trials", "legal aid",
)  # fmt: skip
_PLACES = ("islands", "harbours", "valleys", "deserts", "suburbs", "highlands", "ports", "markets", "mines", "orchards")


def many(count: int, seed: int = 7) -> list[Ask]:
    """Asks of three mechanisms over three looks, put together from verbs, matters and places."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    return [
        ask(
            f"{number:04d}",
            f"{draw.choice(_VERBS)} {draw.choice(_MATTERS)} in the {draw.choice(_PLACES)} and {draw.choice(_PLACES)}",
            draw.choice(("UPR", "CAT", "CRC")),
            draw.randint(1, 3),
        )
        for number in range(count)
    ]
