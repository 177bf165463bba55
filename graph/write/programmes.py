"""Programmes: frameworks, results, projects, organisations, money and indicators."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from graph import agencies, nquads, terms
from graph.nquads import iri
from graph.records import Code, Framework, Indicator, Money, Organisation, Project, Result, Tag, Translation, Value
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
    yield from organisations(subject, "organisationMember", record.members)


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
    yield from organisations(subject, "accountable", record.accountable)
    yield from organisations(subject, "extending", record.extending)
    yield from organisations(subject, "reportingOrganisation", record.reporters)
    yield from translations(subject, record.translations)
    yield from _relatives(subject, record)
    yield from period(subject, record.start, record.end)
    yield from words(subject, rg("activityStatus"), record.status)
    if record.marker is not None:
        yield subject, rg("humanRightsMarker"), nquads.whole(record.marker)
    yield from concepts(subject, "sector", record.sectors)
    yield from concepts(subject, "policyMarker", record.policy_markers)
    yield from concepts(subject, "tag", record.tags)
    yield from codes(subject, (), None, (), record.sdgs)
    yield from money(subject, record.money)


def _relatives(subject: str, record: Project) -> Iterator[Fact]:
    """What it is part of, and other activities by their identifiers; only their own records make them projects."""
    if record.result:
        yield subject, rg("partOf"), iri(subject_of(record.result))
    if record.hierarchy is not None:
        yield subject, rg("hierarchy"), nquads.whole(record.hierarchy)
    named = [*((rg(kinship.value), key) for kinship, key in record.related)]
    if record.parent:
        named.append((rg("partOf"), record.parent))
    for predicate, key in named:
        yield subject, predicate, iri(subject_of(key))
        yield subject_of(key), rg("identifier"), nquads.text(key.identifier)
    for key in record.children:
        yield subject_of(key), rg("partOf"), iri(subject)
        yield subject_of(key), rg("identifier"), nquads.text(key.identifier)


def translations(subject: str, found: Iterable[Translation]) -> Iterator[Fact]:
    """In other languages: a title of its own stands once, so that a query that asks for it finds one row."""
    for one in found:
        yield from words(subject, DCTERMS + "alternative", one.title, one.language)
        yield from words(subject, DCTERMS + "abstract", one.description, one.language)


def organisations(subject: str, predicate: str, names: Iterable[str]) -> Iterator[Fact]:
    for name in names:
        known = agencies.agency(name) or name
        organisation = terms.organisation(known)
        yield subject, rg(predicate), iri(organisation)
        yield from typed(organisation, "Organisation")
        yield organisation, RDFS + "label", nquads.text(known)


def concepts(subject: str, predicate: str, tags: Iterable[Tag]) -> Iterator[Fact]:
    """Codes of the source's own vocabularies."""
    for tag in tags:
        concept = terms.concept(tag.scheme, tag.label)
        yield subject, rg(predicate), iri(concept)
        yield concept, SKOS + "notation", nquads.text(tag.label)
        yield concept, SKOS + "inScheme", iri(terms.VOCAB + terms.slug(tag.scheme))
        if isinstance(tag, Code):
            yield from words(concept, SKOS + "prefLabel", tag.name, "en")


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


@facts.register
def _(record: Indicator, graph: str) -> Iterator[Fact]:
    owner = subject_of(record.owner)
    subject = terms.indicator(owner, record.local)
    yield from typed(subject, "Indicator")
    yield subject, rg("measures"), iri(owner)
    yield from words(subject, DCTERMS + "title", record.title, record.language)
    yield from words(subject, rg("description"), record.description, record.language)
    yield from words(subject, rg("unit"), record.unit)
    yield from words(subject, rg("meansOfVerification"), record.source)
    yield from words(subject, rg("resultType"), record.kind)
    yield from concepts(subject, "indicatorCode", record.codes)
    yield from translations(subject, record.translations)
    for one in record.values:
        yield from _value(subject, one, record.language)


def _value(indicator: str, one: Value, language: str) -> Iterator[Fact]:
    """A value with its period; only that of the whole also stands as a plain triple."""
    start = one.start.isoformat() if one.start else ""
    told = (one.value, one.dimension) if one.dimension else (one.value,)
    value = terms.thing("value", terms.digest(indicator, one.measure.value, start, *told))
    if not one.dimension:
        yield from words(indicator, rg(one.measure.value), one.value)
    yield indicator, rg("indicatorValue"), iri(value)
    yield from typed(value, "IndicatorValue")
    yield value, rg("measure"), nquads.text(one.measure.value)
    yield from words(value, rg("value"), one.value)
    yield from words(value, rg("dimension"), one.dimension)
    yield from words(value, rg("comment"), one.comment, language)
    yield from period(value, one.start, one.end)
