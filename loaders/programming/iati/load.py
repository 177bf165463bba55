"""IATI 2.x activities (XML): one activity, one Project; streamed.

Dates are the actual ones where told, else the planned ones. Every amount is kept for itself: parents may hold their
children's, budgets what transactions spend, so nothing is added. Not read: who gives and who receives each transaction,
shares of countries and sectors, the kinds of aid, places, contacts and documents (`elements.py` names them).
"""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from graph import clean, states
from graph.clean import Unclear
from graph.records import Project, ProjectKey, Record
from graph.source import Loader, Refused, Severity, Source
from loaders.documents import markup
from loaders.programming.iati import asks, codes, elements, relatives
from loaders.programming.iati.amounts import amounts
from loaders.programming.iati.organisations import called, in_role, organisations
from loaders.programming.iati.results import indicators
from loaders.programming.iati.words import language_of, words

_HEAD = 65_536
_STATUSES = frozenset("123456")


def recognise(source: Source) -> bool:
    """An XML file whose outermost element is `iati-activities`."""
    head = source.head(_HEAD)
    return b"<iati-activities" in head and markup.root(io.BytesIO(head))[0] == "iati-activities"


def load(source: Source) -> Iterator[Record]:
    """Every activity once, with its organisations. Raises Refused for IATI 1.x and for XML that is unsafe."""
    version = markup.root(io.BytesIO(source.head(_HEAD)))[1].get("version", "")
    if not version.startswith("2."):
        told = f"version {version}" if version else "no version (1.x)"
        raise Refused(f"IATI {told}: only 2.x is read; ask the publisher for 2.03, or convert it")
    yield from _File(source).records()


@dataclass(slots=True)
class _File:
    """One pass over a file, and what it has seen on the way."""

    source: Source
    number: int = 0
    identifiers: set[str] = field(default_factory=set)
    organisations: set[tuple[str, str]] = field(default_factory=set)
    elements: Counter[str] = field(default_factory=Counter)

    def records(self) -> Iterator[Record]:
        with self.source.path.open("rb") as stream:
            try:
                for activity in markup.events(stream, "iati-activity"):
                    yield from self._activity(activity)
            except Refused as fault:
                if not self.identifiers:
                    raise
                self.source.find(f"after activity {self.number}", f"{fault}; what came before was read")
        elements.tell(self.source, self.elements)

    def _activity(self, activity: etree._Element) -> Iterator[Record]:
        self.number += 1
        identifier = clean.text(activity.findtext("iati-identifier") or "")
        place = f"activity {self.number} ({identifier})" if identifier else f"activity {self.number}"
        if not identifier:
            self.source.find(place, "no iati-identifier: it cannot be told from others and is not read")
        elif identifier in self.identifiers:
            self.source.find(place, "the same identifier stands in the file before: the first is read")
        else:
            self.identifiers.add(identifier)
            elements.count(activity, self.elements)
            yield from organisations(self.source, activity, self.organisations, place)
            publisher = publisher_of(activity)
            yield project(self.source, activity, identifier, publisher, place)
            yield from asks.links(self.source, activity, identifier, place)
            yield from indicators(self.source, activity, ProjectKey(identifier), publisher, place)


def publisher_of(activity: etree._Element) -> str:
    """Whose own code lists the activity uses: its reporting organisation, by identifier or else by name."""
    reporting = activity.find("reporting-org")
    return "" if reporting is None else clean.text(reporting.get("ref") or "") or called(reporting)


def project(source: Source, activity: etree._Element, identifier: str, publisher: str, place: str) -> Project:
    """One activity; whatever of it cannot be read is a finding."""
    told = words(source, [activity], place, language_of(activity))
    start, end = _dates(source, activity, place)
    implementers = in_role(activity, "4")
    if not implementers:
        source.find(place, "no organisation is named as implementing it", Severity.NOTE)
    return Project(
        identifier=identifier,
        title=told.title or identifier,
        description=told.description,
        language=told.language,
        translations=told.translations,
        states=_states(source, activity, place),
        implementers=implementers,
        funders=in_role(activity, "1"),
        accountable=in_role(activity, "2"),
        extending=in_role(activity, "3"),
        reporters=tuple(filter(None, map(called, activity.findall("reporting-org")))),
        parent=relatives.parent(source, activity, identifier, place),
        children=relatives.children(activity, identifier),
        related=relatives.related(source, activity, identifier, place),
        hierarchy=relatives.hierarchy(source, activity, place),
        start=start,
        end=end,
        status=_status(source, activity, place),
        sdgs=codes.sdgs(source, activity, place),
        sectors=codes.sectors(source, activity, publisher, place),
        tags=codes.tags(source, activity, publisher, place),
        policy_markers=codes.policy_markers(source, activity, publisher, place),
        money=amounts(source, activity, place),
        place=place,
    )


def _states(source: Source, activity: etree._Element, place: str) -> tuple[str, ...]:
    """Countries of the activity, or else of its transactions; what is none of the UN's States is a note."""
    found = []
    countries = activity.findall("recipient-country") or activity.findall("transaction/recipient-country")
    for country in countries:
        try:
            found.append(states.from_iso2(country.get("code") or ""))
        except Unclear as fault:
            source.find(place, f"recipient-country: {fault}", Severity.NOTE)
    if not countries:
        region = " but a region" if activity.find("recipient-region") is not None else ""
        source.find(place, f"it names no country{region}: it belongs to no State", Severity.NOTE)
    return tuple(dict.fromkeys(found))


def _dates(source: Source, activity: etree._Element, place: str) -> tuple[date | None, date | None]:
    """Types 1 and 3 are the planned start and end, 2 and 4 the actual ones."""
    found: dict[str, date] = {}
    for element in activity.findall("activity-date"):
        kind, told = element.get("type") or "", element.get("iso-date") or ""
        try:
            day = clean.day(told)
        except Unclear as fault:
            source.find(place, f"activity-date of type {kind}: {fault}")
            continue
        if found.setdefault(kind, day) != day:
            source.find(place, f"activity-date of type {kind} is both {found[kind]} and {day}: the first is kept")
    return found.get("2") or found.get("1"), found.get("4") or found.get("3")


def _status(source: Source, activity: etree._Element, place: str) -> str:
    element = activity.find("activity-status")
    code = "" if element is None else clean.text(element.get("code") or "")
    if code and code not in _STATUSES:
        source.find(place, f"activity-status: {code!r} is none of IATI's (1 to 6)")
        return ""
    return code


LOADER = Loader(
    name="programming.iati",
    title="IATI activities",
    publisher="the organisations that report to IATI",
    licence="as each publisher states in the IATI Registry",
    gives="activities in every language, organisations by role, money, results, indicators, sectors, tags, markers, "
    "and recommendations named by our identifiers (vocabulary 99)",
    leaves="givers and takers of single transactions; shares of countries and sectors; places, contacts, documents",
    recognise=recognise,
    load=load,
)
