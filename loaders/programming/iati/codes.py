"""What an activity is about: goals and targets of the SDGs, and sectors of whichever vocabulary it uses."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from graph import clean, goals
from graph.clean import Unclear
from graph.records import Tag
from graph.source import Severity, Source

_GOALS: Final = {("tag", "2"), ("tag", "3"), ("sector", "7"), ("sector", "8")}
_SCHEMES: Final = {"1": "dac-sector", "2": "dac-sector-category"}
_OWN: Final = ("98", "99")
"""A publisher's own lists: the same code means another thing with another publisher."""


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
        elif element.tag == "tag":
            code = clean.text(element.get("code") or "")
            source.find(place, f"the tag {code!r} of vocabulary {vocabulary} is not read", Severity.NOTE)
    return tuple(dict.fromkeys(found))


def sectors(source: Source, activity: etree._Element, publisher: str, place: str) -> tuple[Tag, ...]:
    """Sectors as tags of their vocabulary, each once; shares of money are not read."""
    found = []
    for element in _sectors(activity):
        vocabulary, code = element.get("vocabulary") or "1", clean.text(element.get("code") or "")
        if ("sector", vocabulary) in _GOALS:
            continue
        if not code:
            source.find(place, f"a sector of vocabulary {vocabulary} has no code")
            continue
        own = f"iati-sector-{vocabulary}" + (f"-{publisher}" if vocabulary in _OWN else "")
        found.append(Tag(_SCHEMES.get(vocabulary, own), code))
    return tuple(dict.fromkeys(found))


def _sectors(activity: etree._Element) -> Iterator[etree._Element]:
    """A publisher tells sectors of the activity, or else of its transactions."""
    own = activity.findall("sector")
    yield from own or activity.findall("transaction/sector")
