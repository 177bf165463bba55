"""Passages: what was asked or said, by whom, and what the State answered."""

from collections.abc import Iterator

from graph import nquads, terms
from graph.nquads import iri
from graph.records import (
    Coding,
    ListedRecommendation,
    NumberedRecommendation,
    Passage,
    PositionStated,
)
from graph.terms import DCTERMS, rg
from graph.write.facts import TYPE, Fact, about_state, cited_document, codes, facts, subject_of, typed, words


@facts.register
def _(record: Passage, graph: str) -> Iterator[Fact]:
    subject = subject_of(record.key)
    yield from typed(subject, "Passage", record.kind.value)
    yield subject, rg("document"), iri(terms.document(record.symbol))
    yield from cited_document(record.symbol, record.state)
    yield subject, rg("paragraph"), nquads.text(record.paragraph)
    yield from about_state(subject, record.state)
    for other in record.other_states:
        yield from about_state(subject, other)
    yield from words(subject, rg("text"), record.text, record.language)
    yield from words(subject, rg("summary"), record.summary, record.language)
    yield from words(subject, rg("section"), record.section, record.language)
    if record.mechanism:
        yield subject, rg("mechanism"), iri(terms.mechanism(record.mechanism))
    if record.state and record.cycle:
        yield subject, rg("engagement"), iri(terms.review(record.state, record.cycle))
    for alias in record.aliases:
        yield subject, rg("alias"), nquads.text(alias)
    for paragraph in record.concerns:
        yield subject, rg("concern"), iri(terms.passage(record.symbol, paragraph))
    yield from words(subject, rg("addressee"), record.addressee)
    yield from words(subject, rg("followUp"), record.follow_up, record.language)
    yield from words(subject, rg("annotation"), record.annotation)
    yield from codes(subject, record.recommending_states, record.action_category, record.tags, record.sdgs)


@facts.register
def _(record: ListedRecommendation, graph: str) -> Iterator[Fact]:
    subject = subject_of(record.key)
    yield from typed(subject, "Passage", record.kind.value)
    yield subject, rg("mechanism"), iri(terms.mechanism("UPR"))
    yield subject, rg("session"), nquads.whole(record.session)
    yield from about_state(subject, record.state)
    yield from words(subject, rg("text"), record.text, "en")
    recommending = (record.recommending_state,) if record.recommending_state else ()
    yield from codes(subject, recommending, record.action_category, record.tags, ())


@facts.register
def _(record: NumberedRecommendation, graph: str) -> Iterator[Fact]:
    subject = subject_of(record.key)
    yield from typed(subject, "Passage", "Recommendation")
    yield subject, rg("mechanism"), iri(terms.mechanism("UPR"))
    yield subject, rg("engagement"), iri(terms.review(record.key.state, record.key.cycle))
    yield subject, rg("paragraph"), nquads.text(record.key.number)
    yield from about_state(subject, record.key.state)


@facts.register
def _(record: Coding, graph: str) -> Iterator[Fact]:
    subject = subject_of(record.about)
    yield from words(subject, rg("wording"), record.text, "en")
    yield from codes(subject, (), record.action_category, record.tags, record.sdgs)


@facts.register
def _(record: PositionStated, graph: str) -> Iterator[Fact]:
    about = subject_of(record.about)
    source = terms.document(record.document) if record.document else graph
    subject = terms.position_record(about, source, record.position.value, record.paragraph)
    yield subject, TYPE, iri(rg("PositionRecord"))
    yield about, rg("positionRecord"), iri(subject)
    yield subject, rg("positionStated"), iri(rg(record.position.value))
    yield subject, rg("official"), nquads.truth(record.official)
    if record.document:
        yield subject, rg("document"), iri(source)
    if record.day:
        yield subject, DCTERMS + "date", nquads.day(record.day)
    yield from words(subject, rg("paragraph"), record.paragraph)
    yield from words(subject, rg("quote"), record.words, "en")
    yield from words(subject, rg("remark"), record.remark, "en")
