"""Sustainable Development Goals, their targets and indicators by code, as sources write them."""

import re
from functools import cache

import pyoxigraph as ox

import ontology
from graph.clean import Unclear
from graph.terms import DCTERMS, SKOS

_CODE = re.compile(r"(?:SDG|goal|target)?\s*0?(\d{1,2})(?:\.0?(\d{1,2}|[a-d]))?", re.IGNORECASE)


@cache
def codes() -> frozenset[str]:
    """Every goal (`4`) and target (`4.5`, `4.a`)."""
    data = (ontology.root() / "vocab" / "sdgs.ttl").read_bytes()
    return frozenset(
        quad.object.value
        for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)
        if quad.predicate.value == SKOS + "notation" and isinstance(quad.object, ox.Literal)
    )


def goal(told: str) -> str:
    """The code of a goal or target: `4.5`, `SDG 4.A` → `4.a`, `04.05` → `4.5`. Raises Unclear if there is none."""
    found = _CODE.fullmatch(told.strip())
    code = "" if found is None else ".".join(part.lower() for part in found.groups() if part)
    if code not in codes():
        raise Unclear(f"no goal or target of the SDGs: {told!r}")
    return code


@cache
def _indicators() -> dict[str, str]:
    """Number (`4.5.1`) and UNSD code (`C040501`), in small letters → IRI."""
    data = (ontology.root() / "vocab" / "sdg-indicators.ttl").read_bytes()
    return {
        quad.object.value.casefold(): str(quad.subject).strip("<>")
        for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)
        if quad.predicate.value in (SKOS + "notation", DCTERMS + "identifier") and isinstance(quad.object, ox.Literal)
    }


def indicator(told: str) -> str:
    """The IRI of an indicator of the global list: `4.5.1`, `SDG indicator 4.5.1`, `C040501`. Raises Unclear."""
    code = re.sub(r"^(?:sdg|indicator)\s+", "", told.strip().casefold().removeprefix("sdg "))
    if code not in _indicators():
        raise Unclear(f"no indicator of the SDGs: {told!r}")
    return _indicators()[code]
