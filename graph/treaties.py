"""The core human rights treaties and their optional protocols by notation, title or short name."""

import re
from functools import cache
from typing import Final

import pyoxigraph as ox

import ontology
from graph.clean import Unclear
from graph.states import fold
from graph.terms import SKOS

_NAMES: Final = (SKOS + "notation", SKOS + "prefLabel", SKOS + "altLabel")


@cache
def _names() -> dict[str, str]:
    """Folded name → notation."""
    notation: dict[str, str] = {}
    names: list[tuple[str, str]] = []
    data = (ontology.root() / "vocab" / "treaties.ttl").read_bytes()
    for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
        if quad.predicate.value in _NAMES and isinstance(quad.object, ox.Literal):
            names.append((str(quad.subject), quad.object.value))
            if quad.predicate.value == SKOS + "notation":
                notation[str(quad.subject)] = quad.object.value
    return {_folded(name): notation[subject] for subject, name in names}


def _folded(name: str) -> str:
    """Blanks, hyphens, commas, brackets and apostrophes do not tell: `ICCPR-OP 1`, `ICCPR OP1`."""
    return re.sub(r"[\W_]", "", fold(name))


def treaty(name: str) -> str:
    """The notation (`ICCPR`, `CRC-OP-AC`) of a treaty by any of its names. Raises Unclear if none is called so."""
    found = _names().get(_folded(name))
    if found is None:
        raise Unclear(f"no core human rights treaty is called {name!r}")
    return found


def named_in(text: str) -> tuple[str, ...]:
    """Every treaty that a text names by title or short name, in order; a protocol's name is not its treaty's."""
    words = re.findall(r"[^\W_]+", fold(text))
    found: list[str] = []
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + _LONGEST), at, -1)
        end = next((end for end in ends if "".join(words[at:end]) in _names()), 0)
        if end:
            found.append(_names()["".join(words[at:end])])
        at = end or at + 1
    return tuple(dict.fromkeys(found))


_LONGEST: Final = 40
"""Words of a title."""
