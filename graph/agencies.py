"""UN entities by short name, long name or IATI identifier, so that each becomes one organisation."""

import re
from functools import cache

import pyoxigraph as ox

import ontology
from graph.states import fold
from graph.terms import NS, SKOS

_CHANNEL = re.compile(r"(?:xm-dac-)?(41\d{3})(?:-.*)?", re.IGNORECASE)
"""A UN entity's channel code of the DAC, as publishers write it: `41122`, `XM-DAC-41122`, `XM-DAC-41114-VNM`."""


@cache
def _names() -> dict[str, str]:
    """Folded name or identifier → short name."""
    short: dict[str, str] = {}
    names: list[tuple[str, str]] = []
    data = (ontology.root() / "vocab" / "agencies.ttl").read_bytes()
    for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
        subject, value = str(quad.subject), quad.object
        if not isinstance(value, ox.Literal):
            continue
        if quad.predicate.value == SKOS + "notation":
            short[subject] = value.value
        if quad.predicate.value in (SKOS + "notation", SKOS + "altLabel", NS + "iatiReference"):
            names.append((subject, value.value))
    return {_folded(name): short[subject] for subject, name in names}


def agency(name: str) -> str | None:
    """The short name of a UN entity (`UNICEF`) by any of its names or its IATI identifier; None if it is none."""
    channel = _CHANNEL.fullmatch(name.strip())
    return _names().get(_folded(f"XM-DAC-{channel[1]}" if channel else name))


def _folded(name: str) -> str:
    """Hyphens and blanks do not tell: UN Women, UN-WOMEN and UNWomen are one."""
    return re.sub(r"[\s\-–]", "", fold(name))
