"""Who reports, pays and carries out an activity."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from lxml import etree

from graph import agencies, clean
from graph.records import Organisation
from graph.source import Source
from loaders.programming.iati.words import name

ROLES: Final = {"1": "funding", "2": "accountable", "3": "extending", "4": "implementing"}
_KINDS: Final = {
    "10": "Government",
    "11": "Local Government",
    "15": "Other Public Sector",
    "21": "International NGO",
    "22": "National NGO",
    "23": "Regional NGO",
    "24": "Partner Country based NGO",
    "30": "Public Private Partnership",
    "40": "Multilateral",
    "60": "Foundation",
    "70": "Private Sector",
    "71": "Private Sector in Provider Country",
    "72": "Private Sector in Aid Recipient Country",
    "73": "Private Sector in Third Country",
    "80": "Academic, Training and Research",
    "90": "Other",
}
"""IATI's code list OrganisationType."""


def called(element: etree._Element) -> str:
    """The short name of a UN entity by its identifier or its name; else its name, else its identifier."""
    return _short(clean.text(element.get("ref") or ""), name(element))


@lru_cache(maxsize=10_000)
def _short(reference: str, told: str) -> str:
    return agencies.agency(reference) or agencies.agency(told) or told or reference


def in_role(activity: etree._Element, role: str) -> tuple[str, ...]:
    """The organisations of one role (a code of `ROLES`), each once."""
    found = [called(one) for one in activity.findall("participating-org") if one.get("role") == role]
    return tuple(dict.fromkeys(one for one in found if one))


def organisations(
    source: Source, activity: etree._Element, seen: set[tuple[str, str]], place: str
) -> Iterator[Organisation]:
    """Every organisation that the activity names, each once in a file (`seen`); unknown roles are findings."""
    for element in (*activity.findall("participating-org"), *activity.findall("reporting-org")):
        role = element.get("role") or ""
        if element.tag == "participating-org" and role not in ROLES:
            source.find(place, f"participating-org: {role!r} is no role of IATI's (1 to 4): not joined to the activity")
        told, short, reference = name(element), called(element), clean.text(element.get("ref") or "")
        if short and (short, reference) not in seen:
            seen.add((short, reference))
            yield Organisation(
                name=short,
                long_name=told if told != short else "",
                reference=reference,
                kind=_KINDS.get(element.get("type") or "", ""),
                place=place,
            )
