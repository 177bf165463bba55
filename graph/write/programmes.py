"""Programmes: frameworks, results, projects, organisations and money."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from graph import agencies, nquads, terms
from graph.nquads import iri
from graph.records import Framework, Money, Organisation, Project, Result, Tag
from graph.terms import DCTERMS, ORG, RDFS, SKOS, rg
from graph.write.facts import Fact, about_state, codes, facts, period, subject_of, typed, words


@facts.register
def _(record: Organisation, graph: str) -> Iterator[Fact]:
    known = agencies.agency(record.name) or record.name
    subject = terms.organisation(known)
    yield from typed(subject, "Organisation")
    yield subject, RDFS + "label", nquads.text(known)
    if known != record.name:
        yield subject, SKOS + "altLabel", nquads.text(record.name, "en")
    yield from words(subject, SKOS + "altLabel", record.long_name, "en")
    yield from words(subject, rg("iatiReference"), record.reference)
    yield from words(subject, ORG + "classification", record.kind)


@facts.register
def _(record: Framework, graph: str) -> Iterator[Fact]:
    subject = terms.framework(record.identifier)
    yield from typed(subject, "Framework")
    yield subject, rg("identifier"), nquads.text(record.identifier)
    yield from words(subject, DCTERMS + "title", record.title, "en")
    yield from period(subject, record.start, record.end)
    for iso3 in record.states:
        yield from about_state(subject, iso3)


@facts.register
def _(record: Result, graph: str) -> Iterator[Fact]:
    subject = subject_of(record.key)
    yield from typed(subject, "Result")
    yield subject, rg("level"), iri(rg(record.level.value))
    yield subject, rg("framework"), iri(terms.framework(record.key.framework))
    yield from words(subject, DCTERMS + "title", record.title, record.language)
    yield from words(subject, rg("code"), record.code)
    yield from words(subject, rg("description"), record.description, record.language)
    parent = subject_of(record.parent) if record.parent else terms.framework(record.key.framework)
    yield subject, rg("partOf"), iri(parent)
    yield from codes(subject, (), None, (), record.sdgs)
    yield from money(subject, record.money)


@facts.register
def _(record: Project, graph: str) -> Iterator[Fact]:
    subject = subject_of(record.key)
    yield from typed(subject, "Project")
    yield subject, rg("identifier"), nquads.text(record.identifier)
    yield from words(subject, DCTERMS + "title", record.title, record.language)
    yield from words(subject, rg("description"), record.description, record.language)
    for iso3 in record.states:
        yield from about_state(subject, iso3)
    yield from organisations(subject, "implementer", record.implementers)
    yield from organisations(subject, "funder", record.funders)
    if record.result:
        yield subject, rg("partOf"), iri(subject_of(record.result))
    if record.parent:
        yield subject, rg("partOf"), iri(subject_of(record.parent))
    yield from period(subject, record.start, record.end)
    yield from words(subject, rg("activityStatus"), record.status)
    if record.marker is not None:
        yield subject, rg("humanRightsMarker"), nquads.whole(record.marker)
    yield from sectors(subject, record.sectors)
    yield from codes(subject, (), None, (), record.sdgs)
    yield from money(subject, record.money)


def organisations(subject: str, predicate: str, names: Iterable[str]) -> Iterator[Fact]:
    for name in names:
        known = agencies.agency(name) or name
        organisation = terms.organisation(known)
        yield subject, rg(predicate), iri(organisation)
        yield from typed(organisation, "Organisation")
        yield organisation, RDFS + "label", nquads.text(known)


def sectors(subject: str, sectors: Iterable[Tag]) -> Iterator[Fact]:
    for sector in sectors:
        concept = terms.concept(sector.scheme, sector.label)
        yield subject, rg("sector"), iri(concept)
        yield concept, SKOS + "notation", nquads.text(sector.label)
        yield concept, SKOS + "inScheme", iri(terms.VOCAB + terms.slug(sector.scheme))


def money(subject: str, amounts: Iterable[Money]) -> Iterator[Fact]:
    for amount in amounts:
        start = amount.start.isoformat() if amount.start else ""
        budget = terms.budget(subject, amount.kind, start, amount.amount, amount.currency)
        yield subject, rg("budget"), iri(budget)
        yield from typed(budget, "Budget")
        yield budget, rg("amount"), nquads.decimal(Decimal(amount.amount))
        yield budget, rg("currency"), nquads.text(amount.currency)
        yield budget, rg("moneyKind"), nquads.text(amount.kind)
        yield from period(budget, amount.start, amount.end)
