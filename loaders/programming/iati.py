"""IATI 2.x activities (XML): one activity, one Project; money by kind, never added up; streamed.

Dates are the actual ones where told, else the planned ones. A `sector` or `tag` of vocabularies 2 and 3 (tags) or 7
and 8 (sectors) is an SDG goal or target. Texts in English are taken first, by the narrative's own language.
"""

import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from lxml import etree

from graph import agencies, clean, states
from graph.clean import Unclear
from graph.records import Money, Organisation, Project, ProjectKey, Record, Tag
from graph.source import Loader, Refused, Severity, Source
from loaders.documents import markup

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ROLES = {"1": "funder", "4": "implementer"}
_GOALS = {("tag", "2"), ("tag", "3"), ("sector", "7"), ("sector", "8")}
_VOCABULARIES = {"1": "dac-sector", "2": "dac-sector-category", "99": "iati-own-sector", "98": "iati-own-sector"}


def recognise(source: Source) -> bool:
    """An XML file whose outermost element is `iati-activities`."""
    if b"<iati-activities" not in source.head(8192):
        return False
    return markup.root(io.BytesIO(source.content()))[0] == "iati-activities"


def load(source: Source) -> Iterator[Record]:
    """Every activity once, with its organisations. Raises Refused for IATI 1.x and for XML that is unsafe."""
    version = markup.root(io.BytesIO(source.content()))[1].get("version", "")
    if not version.startswith("2."):
        told = f"version {version}" if version else "no version (1.x)"
        raise Refused(f"IATI {told}: only 2.x is read; ask the publisher for 2.03, or convert it")
    seen: Counter[str] = Counter()
    organisations: set[str] = set()
    for number, activity in enumerate(markup.events(io.BytesIO(source.content()), "iati-activity"), start=1):
        identifier = clean.text(activity.findtext("iati-identifier") or "")
        place = f"activity {number} ({identifier})"
        if not identifier:
            source.find(f"activity {number}", "no iati-identifier: it cannot be told from others and is not read")
            continue
        seen[identifier] += 1
        if seen[identifier] > 1:
            source.find(place, "the same identifier stands there twice: the first is read", Severity.NOTE)
            continue
        yield from _organisations(activity, organisations, place)
        yield _project(source, activity, identifier, place)


def _project(source: Source, activity: etree._Element, identifier: str, place: str) -> Project:
    title, language = _narrative(activity, "title")
    description, _ = _narrative(activity, "description")
    dates = _dates(source, activity, place)
    parents = [one.get("ref") or "" for one in activity.findall("related-activity") if one.get("type") == "1"]
    return Project(
        identifier=identifier,
        title=title or identifier,
        description=description,
        language=language,
        states=_states(source, activity, place),
        implementers=_named(activity, "implementer") or _reporting(activity),
        funders=_named(activity, "funder"),
        parent=ProjectKey(parents[0]) if parents and parents[0] and parents[0] != identifier else None,
        start=dates.get("2") or dates.get("1"),
        end=dates.get("4") or dates.get("3"),
        status=(_attribute(activity, "activity-status", "code")),
        sdgs=_sdgs(activity),
        sectors=_sectors(activity),
        money=tuple(_money(source, activity, place)),
        place=place,
    )


def _narrative(activity: etree._Element, name: str) -> tuple[str, str]:
    """The English text of an element, else its first; and its language."""
    found: list[tuple[str, str]] = []
    default = (activity.get(_LANG) or "en").lower()
    for element in activity.findall(name):
        for narrative in element.findall("narrative"):
            text = clean.text("".join(map(str, narrative.itertext())))
            if text:
                found.append((text, (narrative.get(_LANG) or default).lower()))
    english = [pair for pair in found if pair[1].startswith("en")]
    return (english or found or [("", "en")])[0]


def _attribute(activity: etree._Element, name: str, attribute: str) -> str:
    element = activity.find(name)
    return "" if element is None else element.get(attribute) or ""


def _states(source: Source, activity: etree._Element, place: str) -> tuple[str, ...]:
    found = []
    for country in activity.findall("recipient-country"):
        code = (country.get("code") or "").strip()
        try:
            found.append(states.from_iso2(code))
        except Unclear as fault:
            source.find(place, f"recipient-country: {fault}", Severity.NOTE)
    return tuple(dict.fromkeys(found))


def _dates(source: Source, activity: etree._Element, place: str) -> dict[str, date]:
    found: dict[str, date] = {}
    for element in activity.findall("activity-date"):
        kind, told = element.get("type") or "", element.get("iso-date") or ""
        try:
            found[kind] = clean.day(told)
        except Unclear as fault:
            source.find(place, f"activity-date of type {kind}: {fault}")
    return found


def _sdgs(activity: etree._Element) -> tuple[str, ...]:
    codes = [
        clean.text(element.get("code") or "")
        for name in ("tag", "sector")
        for element in activity.findall(name)
        if (name, element.get("vocabulary") or "1") in _GOALS
    ]
    return tuple(dict.fromkeys(code.lower() for code in codes if code))


def _sectors(activity: etree._Element) -> tuple[Tag, ...]:
    found = []
    for element in activity.findall("sector"):
        vocabulary, code = element.get("vocabulary") or "1", clean.text(element.get("code") or "")
        if code and ("sector", vocabulary) not in _GOALS:
            found.append(Tag(_VOCABULARIES.get(vocabulary, f"iati-sector-{vocabulary}"), code))
    return tuple(dict.fromkeys(found))


def _named(activity: etree._Element, role: str) -> tuple[str, ...]:
    names = [
        _organisation(one) for one in activity.findall("participating-org") if _ROLES.get(one.get("role") or "") == role
    ]
    return tuple(dict.fromkeys(name for name in names if name))


def _reporting(activity: etree._Element) -> tuple[str, ...]:
    element = activity.find("reporting-org")
    return () if element is None or not _organisation(element) else (_organisation(element),)


def _organisation(element: etree._Element) -> str:
    """Its identifier where we know it, else its name."""
    name = clean.text("".join(element.findtext("narrative") or ""))
    reference = clean.text(element.get("ref") or "")
    known = agencies.agency(reference) if reference else None
    return known or agencies.agency(name) or name or reference


def _organisations(activity: etree._Element, seen: set[str], place: str) -> Iterator[Organisation]:
    for element in (*activity.findall("participating-org"), *activity.findall("reporting-org")):
        name = _organisation(element)
        if name and name not in seen:
            seen.add(name)
            yield Organisation(name=name, reference=clean.text(element.get("ref") or ""), place=place)


def _money(source: Source, activity: etree._Element, place: str) -> Iterator[Money]:
    """Budgets and transactions, each with its kind; amounts that cannot be read are findings."""
    default = activity.get("default-currency") or ""
    for name in ("budget", "transaction"):
        for element in activity.findall(name):
            value = element.find("value")
            if value is None:
                continue
            kind = name if name == "budget" else f"transaction-{_attribute(element, 'transaction-type', 'code')}"
            try:
                amount = clean.number(value.text or "")
            except Unclear as fault:
                source.find(place, f"{kind}: {fault}")
                continue
            start = _iso(element, "period-start" if name == "budget" else "transaction-date")
            yield Money(amount, value.get("currency") or default, kind, start, _iso(element, "period-end"))


def _iso(element: etree._Element, name: str) -> date | None:
    told = element.find(name)
    with suppress(Unclear):
        return None if told is None else clean.day(told.get("iso-date") or "")
    return None


LOADER = Loader(
    name="programming.iati",
    title="IATI activities",
    publisher="the organisations that report to IATI",
    licence="as each publisher states in the IATI Registry",
    recognise=recognise,
    load=load,
)
