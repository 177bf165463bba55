"""Narratives: the same text in several languages, each under a label that is sometimes wrong."""

import re
from dataclasses import dataclass

from lxml import etree

from graph import clean
from graph.source import Severity, Source
from loaders.programming.language import KNOWN, voted

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*")
_SURE = 3
"""A label is doubted only where three times as many small words speak against it."""
UNKNOWN = "und"


@dataclass(frozen=True, slots=True)
class Words:
    """An activity's title and description in one language (a BCP 47 tag)."""

    title: str
    description: str
    language: str


def narratives(element: etree._Element, default: str = "") -> list[tuple[str, str]]:
    """Text and language tag of each narrative of an element, in order; an unusable tag is empty."""
    found = []
    for narrative in element.findall("narrative"):
        text = clean.text("".join(map(str, narrative.itertext())))
        tag = (narrative.get(_LANG) or default).strip().lower().replace("_", "-")
        if text:
            found.append((text, tag if _TAG.fullmatch(tag) else ""))
    return found


def name(element: etree._Element) -> str:
    """An element's own name: its English narrative, else its first."""
    found = narratives(element)
    return next((text for text, tag in found if tag.startswith("en")), found[0][0] if found else "")


def words(source: Source, activity: etree._Element, place: str) -> Words:
    """English by its label where the title has it, else the language that comes first; a doubtful label is a note."""
    default = activity.get(_LANG) or ""
    titles = [pair for element in activity.findall("title") for pair in narratives(element, default)]
    descriptions = [pair for element in activity.findall("description") for pair in narratives(element, default)]
    tags = [tag for _, tag in titles or descriptions]
    label = next((tag for tag in tags if tag.startswith("en")), tags[0] if tags else "")
    title = next((text for text, tag in titles if tag == label), "")
    parts = dict.fromkeys(text for text, tag in descriptions if tag == label)
    language = _language(source, place, label, [title, *parts])
    return Words(title, "\n".join(parts), language)


def _language(source: Source, place: str, label: str, texts: list[str]) -> str:
    read = voted(texts, _SURE)
    if not label:
        return read or UNKNOWN
    if read and label[:2] in KNOWN and read != label[:2]:
        source.find(place, f"labelled {label!r}, but it reads as {read!r}: kept as that", Severity.NOTE)
        return read
    return label
