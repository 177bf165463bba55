"""Follow-up: national plans, what is done, and what anybody says of it, side by side."""

from collections.abc import Iterator

from graph import nquads, terms
from graph.nquads import iri
from graph.records import Action, Assessment, Plan, Submission
from graph.terms import DCTERMS, rg
from graph.write.facts import Fact, about_state, called, facts, period, subject_of, typed, words
from graph.write.programmes import money, organisations


@facts.register
def _(record: Plan, graph: str) -> Iterator[Fact]:
    subject = terms.plan(record.identifier)
    yield from typed(subject, "Plan")
    yield subject, rg("identifier"), nquads.text(record.identifier)
    yield from words(subject, DCTERMS + "title", record.title, record.language)
    yield from period(subject, record.start, record.end)
    for iso3 in record.states:
        yield from about_state(subject, iso3)


@facts.register
def _(record: Action, graph: str) -> Iterator[Fact]:
    subject = subject_of(record.key)
    yield from typed(subject, "Action")
    yield subject, rg("plan"), iri(terms.plan(record.key.plan))
    yield subject, rg("identifier"), nquads.text(record.key.local)
    yield from words(subject, DCTERMS + "title", record.title, record.language)
    yield from words(subject, rg("description"), record.description, record.language)
    yield from about_state(subject, record.state)
    yield from organisations(subject, "responsible", record.responsible)
    yield from organisations(subject, "partner", record.partners)
    yield from period(subject, record.start, None)
    if record.deadline:
        yield subject, rg("deadline"), nquads.day(record.deadline)
    for amount in record.cost:
        yield subject, rg("cost"), nquads.text(f"{amount.amount} {amount.currency}".strip())
    yield from money(subject, record.cost)
    yield from words(subject, rg("actionStatus"), record.status)
    yield from words(subject, rg("evidenceText"), record.evidence, record.language)


@facts.register
def _(record: Assessment, graph: str) -> Iterator[Fact]:
    about = subject_of(record.about)
    where = (record.document or graph, record.paragraph, record.place)
    subject = terms.assessment(about, record.assessor, record.scheme, record.value, *where)
    yield from typed(subject, "Assessment")
    yield from called(subject, f"{record.assessor}: {record.value or record.words[:60]}")
    yield subject, rg("about"), iri(about)
    yield subject, rg("assessedBy"), nquads.text(record.assessor)
    yield subject, rg("official"), nquads.truth(record.official)
    yield from words(subject, rg("scale"), record.scheme)
    yield from words(subject, rg("grade"), record.value)
    yield from words(subject, rg("quote"), record.words, record.language)
    yield from words(subject, rg("evidenceText"), record.evidence, record.language)
    yield from words(subject, rg("paragraph"), record.paragraph)
    if record.document:
        yield subject, rg("document"), iri(terms.document(record.document))
    if record.day:
        yield subject, DCTERMS + "date", nquads.day(record.day)


@facts.register
def _(record: Submission, graph: str) -> Iterator[Fact]:
    subject = terms.submission(record.summary, record.code)
    yield from typed(subject, "Submission")
    yield from called(subject, f"{record.code}: {record.title}" if record.title else record.code)
    yield subject, rg("submissionCode"), nquads.text(record.code)
    yield subject, rg("document"), iri(terms.document(record.summary))
    yield from words(subject, DCTERMS + "title", record.title, "en")
    yield from about_state(subject, record.state)
    yield from organisations(subject, "submittedBy", record.submitted_by)
