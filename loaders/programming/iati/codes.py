"""What an activity is about: goals and targets of the SDGs, sectors, tags and policy markers of any vocabulary."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from graph import clean, goals
from graph.clean import Unclear
from graph.records import Code, Tag
from graph.source import Source
from loaders.programming.iati.asks import names_an_ask
from loaders.programming.iati.words import name

_GOALS: Final = {("tag", "2"), ("tag", "3"), ("sector", "7"), ("sector", "8")}
_SCHEMES: Final = {"1": "dac-sector", "2": "dac-sector-category"}
_OWN: Final = ("98", "99")
"""A publisher's own lists: the same code means another thing with another publisher."""


SIGNIFICANCE: Final = {
    "0": "not targeted",
    "1": "significant objective",
    "2": "principal objective",
    "3": "principal objective AND in support of an action programme",
    "4": "Explicit primary objective",
}
"""IATI's code list PolicySignificance."""


def sdgs(source: Source, activity: etree._Element, place: str) -> tuple[str, ...]:
    """Goals and targets by code, each once; a code that is neither is a finding."""
    found = []
    for element in (*activity.findall("tag"), *_sectors(activity)):
        vocabulary = element.get("vocabulary") or "1"
        if (element.tag, vocabulary) in _GOALS:
            try:
                found.append(goals.goal(element.get("code") or ""))
            except Unclear as fault:
                source.find(place, f"{element.tag} of vocabulary {vocabulary}: {fault}")
    return tuple(dict.fromkeys(found))


def sectors(source: Source, activity: etree._Element, publisher: str, place: str) -> tuple[Tag, ...]:
    """Sectors as tags of their vocabulary, each once; shares of money are not read."""
    found = (coded(source, one, "sector", publisher, place) for one in _sectors(activity))
    return tuple(dict.fromkeys(tag for tag in found if tag))


def tags(source: Source, activity: etree._Element, publisher: str, place: str) -> tuple[Tag, ...]:
    """Tags of vocabularies other than the goals: `iati-tag-1` is AGROVOC, `iati-tag-99-…` a publisher's own."""
    told = (one for one in activity.findall("tag") if not names_an_ask(one))
    found = (coded(source, one, "tag", publisher, place) for one in told)
    return tuple(dict.fromkeys(tag for tag in found if tag))


def coded(source: Source, element: etree._Element, kind: str, publisher: str, place: str) -> Tag | None:
    """The code of an element in its vocabulary, with the name its publisher gives it; None for goals and no code."""
    vocabulary, code = element.get("vocabulary") or "1", clean.text(element.get("code") or "")
    if (kind, vocabulary) in _GOALS:
        return None
    if not code:
        source.find(place, f"a {kind} of vocabulary {vocabulary} has no code")
        return None
    own = vocabulary in _OWN
    scheme = f"iati-{kind}-{vocabulary}" + (f"-{publisher}" if own else "")
    called = name(element) if own else ""
    known = _SCHEMES.get(vocabulary, scheme) if kind == "sector" else scheme
    return Code(known, code, name=called) if called else Tag(known, code)


def policy_markers(source: Source, activity: etree._Element, publisher: str, place: str) -> tuple[Tag, ...]:
    """Policies with their significance: `1/2` of `iati-policy-marker` is gender equality, a principal objective."""
    found = []
    for element in (one for one in activity.findall("policy-marker") if not names_an_ask(one)):
        marker = coded(source, element, "policy-marker", publisher, place)
        significance = clean.text(element.get("significance") or "")
        if significance and significance not in SIGNIFICANCE:
            source.find(place, f"policy-marker: {significance!r} is no significance of IATI's (0 to 4): not read")
            significance = ""
        if marker:
            scheme = marker.scheme.removesuffix("-1") if (element.get("vocabulary") or "1") == "1" else marker.scheme
            label = f"{marker.label}/{significance}" if significance else marker.label
            found.append(replace(marker, scheme=scheme, label=label))
    return tuple(dict.fromkeys(found))


def _sectors(activity: etree._Element) -> Iterator[etree._Element]:
    """A publisher tells sectors of the activity, or else of its transactions."""
    own = activity.findall("sector")
    yield from own or activity.findall("transaction/sector")
