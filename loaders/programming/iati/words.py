"""Narratives: the same text in several languages, each under a label that is sometimes wrong."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from graph import clean
from graph.records import Translation
from graph.source import Severity, Source
from loaders.documents.language import KNOWN, voted

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*")
_SURE = 3
"""A label is doubted only where three times as many small words speak against it."""
UNKNOWN = "und"


@dataclass(frozen=True, slots=True)
class Words:
    """A title and a description in one language (a BCP 47 tag), and in whichever others they are told."""

    title: str
    description: str
    language: str
    translations: tuple[Translation, ...] = ()


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


def words(source: Source, elements: Iterable[etree._Element], place: str, default: str = "") -> Words:
    """What elements say together (a result and its indicator), English by its label, else the language that is first.

    Titles are joined by a colon, descriptions by a line end. `default` is the activity's own language.
    """
    elements = list(elements)
    titles, descriptions = _texts(elements, "title", default), _texts(elements, "description", default)
    labels = list(dict.fromkeys((*titles, *descriptions)))
    label = next((tag for tag in titles or descriptions if tag.startswith("en")), labels[0] if labels else "")
    told = [
        Translation(_language(source, place, one, texts), ": ".join(titles.get(one, ())), texts[-1])
        for one in sorted(labels, key=lambda one: one != label)
        for texts in ([*titles.get(one, ()), "\n".join(descriptions.get(one, ()))],)
    ]
    main = told[0] if told else Translation(UNKNOWN)
    others = tuple(one for one in told[1:] if (one.title, one.description) != (main.title, main.description))
    return Words(main.title, main.description, main.language, others)


def language_of(activity: etree._Element) -> str:
    """The language that an activity says its texts are in where they do not say it themselves."""
    return activity.get(_LANG) or ""


def _texts(elements: Iterable[etree._Element], name: str, default: str) -> dict[str, list[str]]:
    """Language tag → the texts of these children, each once, in order."""
    found: dict[str, list[str]] = {}
    for element in elements:
        for child in element.findall(name):
            for text, tag in narratives(child, default):
                if text not in found.setdefault(tag, []):
                    found[tag].append(text)
    return found


def _language(source: Source, place: str, label: str, texts: list[str]) -> str:
    read = voted(texts, _SURE)
    if not label:
        return read or UNKNOWN
    if read and label[:2] in KNOWN and read != label[:2]:
        source.find(place, f"labelled {label!r}, but it reads as {read!r}: kept as that", Severity.NOTE)
        return read
    return label
