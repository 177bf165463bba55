"""Concepts, goals and treaties as a person would call them."""

from functools import cache

import pyoxigraph as ox

import ontology
from graph.link.lexicon import Lexicon
from graph.terms import BASE, DEFAULT_BASE, rg


@cache
def _plain_names() -> dict[str, str]:
    """IRI → the name in plain words (`rg:plainName`)."""
    data = (ontology.root() / "vocab" / "plain-names.ttl").read_text("utf-8").replace(DEFAULT_BASE, BASE)
    quads = ox.parse(data, format=ox.RdfFormat.TURTLE)
    wanted = rg("plainName")
    return {
        quad.subject.value: quad.object.value
        for quad in quads
        if quad.predicate.value == wanted
        and isinstance(quad.subject, ox.NamedNode)
        and isinstance(quad.object, ox.Literal)
    }


def plain(thing: str, lexicon: Lexicon) -> str:
    """`Prison conditions`; the thing's own label, with `&` spelt out, where nobody gave a plainer name."""
    return _plain_names().get(thing) or lexicon.name(thing).replace("&", "and")


def sentence(words: str) -> str:
    """With a capital first letter, the rest as it is."""
    return words[:1].upper() + words[1:]


def within(thing: str, lexicon: Lexicon) -> str:
    """The name as it stands inside a sentence: `children`, `LGBTI persons`, `Roma`."""
    given = _plain_names().get(thing)
    name = given or plain(thing, lexicon)
    return name if given or name[:2].isupper() else name[:1].lower() + name[1:]
