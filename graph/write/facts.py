"""What every rule of the writer is made of: a fact, and the small facts that many records share."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import singledispatch

from graph import nquads, terms
from graph.nquads import iri
from graph.records import (
    ActionKey,
    Key,
    ListedKey,
    PassageKey,
    ProjectKey,
    Record,
    ResultKey,
    ReviewKey,
    SubmissionKey,
    Tag,
)
from graph.terms import RDF, RDFS, SKOS, rg

Fact = tuple[str, str, str]
"""Subject IRI, predicate IRI, object term as N-Quads writes it."""

TYPE = RDF + "type"


@singledispatch
def facts(record: Record, graph: str) -> Iterator[Fact]:
    """The facts that a record states, its main subject's first. Raises TypeError for a record nobody writes."""
    raise TypeError(f"no rule writes a {type(record).__name__}")


def subject_of(key: Key) -> str:
    """The IRI of what a record names by facts."""
    match key:
        case PassageKey(symbol, ""):
            return terms.document(symbol)
        case PassageKey(symbol, paragraph):
            return terms.passage(symbol, paragraph)
        case ListedKey(state, session, text, recommending):
            return terms.listed(state, session, text, recommending)
        case ReviewKey(state, cycle, number):
            return terms.numbered(state, cycle, number)
        case SubmissionKey(summary, code):
            return terms.submission(summary, code)
        case ActionKey(plan, local):
            return terms.action(plan, local)
        case ResultKey(framework, local):
            return terms.result(framework, local)
        case ProjectKey(identifier):
            return terms.project(identifier)


def typed(subject: str, *classes: str) -> Iterator[Fact]:
    for name in classes:
        yield subject, TYPE, iri(rg(name))


def called(subject: str, label: str) -> Iterator[Fact]:
    """What people call a thing that has no title of its own."""
    yield subject, RDFS + "label", nquads.text(label, "en")


def about_state(subject: str, iso3: str | None) -> Iterator[Fact]:
    if iso3:
        yield subject, rg("state"), iri(terms.state(iso3))


def period(subject: str, start: date | None, end: date | None) -> Iterator[Fact]:
    if start:
        yield subject, rg("startDate"), nquads.day(start)
    if end:
        yield subject, rg("endDate"), nquads.day(end)


def words(subject: str, predicate: str, value: str, language: str = "") -> Iterator[Fact]:
    if value:
        yield subject, predicate, nquads.text(value, language)


def codes(
    subject: str, states: Iterable[str], action: int | None, tags: Iterable[Tag], sdgs: Iterable[str]
) -> Iterator[Fact]:
    for iso3 in states:
        yield subject, rg("recommendingState"), iri(terms.state(iso3))
    if action is not None:
        yield subject, rg("actionCategory"), nquads.whole(action)
    yield from labels(subject, tags)
    for code in sdgs:
        yield subject, rg("sdg"), iri(terms.sdg(code))


def labels(subject: str, tags: Iterable[Tag]) -> Iterator[Fact]:
    """A label becomes a concept of its code list; schemes that name persons give affected groups."""
    for tag in tags:
        concept = terms.concept(tag.scheme, tag.label)
        predicate = "affectedGroup" if "person" in tag.scheme else "doubtfulTheme" if tag.doubtful else "theme"
        yield subject, rg(predicate), iri(concept)
        yield concept, TYPE, iri(SKOS + "Concept")
        yield concept, SKOS + "prefLabel", nquads.text(tag.label, "en")
        yield concept, SKOS + "inScheme", iri(terms.VOCAB + terms.slug(tag.scheme))


def cited_document(symbol: str, iso3: str | None) -> Iterator[Fact]:
    """A document that is known only because something cites it is a document all the same."""
    document = terms.document(symbol)
    yield from typed(document, "Document")
    yield document, rg("symbol"), nquads.text(symbol)
    yield from about_state(document, iso3)
