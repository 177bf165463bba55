"""How activities are related: parents, children, siblings, and other reports on the same work."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from graph import clean
from graph.records import Kinship, ProjectKey
from graph.source import Source

_PARENT, _CHILD = "1", "2"
_KINSHIPS: Final = {"3": Kinship.SIBLING, "4": Kinship.CO_FUNDED, "5": Kinship.THIRD_PARTY}
"""Codes of RelatedActivityType."""


def parent(source: Source, activity: etree._Element, identifier: str, place: str) -> ProjectKey | None:
    """The activity it is part of; of several, the first."""
    parents = list(dict.fromkeys(_named(activity, identifier, _PARENT)))
    if len(parents) > 1:
        source.find(place, f"several parents ({', '.join(parents)}): the first is kept")
    return ProjectKey(parents[0]) if parents else None


def children(activity: etree._Element, identifier: str) -> tuple[ProjectKey, ...]:
    """The activities that it names as its parts, whether or not the file has them."""
    return tuple(ProjectKey(one) for one in dict.fromkeys(_named(activity, identifier, _CHILD)))


def related(
    source: Source, activity: etree._Element, identifier: str, place: str
) -> tuple[tuple[Kinship, ProjectKey], ...]:
    """Siblings, co-funded activities and others' reports on the same; an unknown type is a finding."""
    for element in activity.findall("related-activity"):
        kind = element.get("type") or ""
        if kind not in (_PARENT, _CHILD, *_KINSHIPS):
            source.find(place, f"related-activity: {kind!r} is no type of IATI's (1 to 5): not read")
        elif not clean.text(element.get("ref") or ""):
            source.find(place, f"related-activity of type {kind} names no activity: not read")
    found = [
        (kinship, ProjectKey(one)) for kind, kinship in _KINSHIPS.items() for one in _named(activity, identifier, kind)
    ]
    return tuple(dict.fromkeys(found))


def hierarchy(source: Source, activity: etree._Element, place: str) -> int | None:
    """The level at which the publisher reports it, 1 the highest."""
    told = clean.text(activity.get("hierarchy") or "")
    if not told:
        return None
    if told.isascii() and told.isdecimal() and 0 < int(told) < 100:
        return int(told)
    source.find(place, f"hierarchy: {told!r} is no level")
    return None


def _named(activity: etree._Element, identifier: str, kind: str) -> Iterator[str]:
    """The activities of one type of relation, itself left out."""
    for element in activity.findall("related-activity"):
        named = clean.text(element.get("ref") or "")
        if element.get("type") == kind and named and named != identifier:
            yield named
