"""Documents and engagements: who looked at which State, when, and what was published."""

from collections.abc import Iterator

from graph import nquads, states, terms
from graph.nquads import iri
from graph.records import (
    Document,
    Examination,
    Review,
    StandingInvitation,
    StatedTotal,
    TreatyStatus,
    Visit,
    VisitNotice,
)
from graph.terms import DCTERMS, rg
from graph.write.facts import Fact, about_state, called, cited_document, facts, period, typed, words


@facts.register
def _(record: Document, graph: str) -> Iterator[Fact]:
    subject = terms.document(record.symbol)
    yield from typed(subject, "Document", record.kind.value)
    yield subject, rg("symbol"), nquads.text(record.symbol)
    yield subject, rg("readBy"), iri(graph)
    yield subject, rg("official"), nquads.truth(record.official)
    yield subject, DCTERMS + "language", nquads.text(record.language)
    yield from words(subject, DCTERMS + "title", record.title, record.language)
    yield from about_state(subject, record.state)
    if record.issued:
        yield subject, DCTERMS + "issued", nquads.day(record.issued)
    if record.state and record.cycle:
        yield subject, rg("engagement"), iri(terms.review(record.state, record.cycle))


@facts.register
def _(record: Review, graph: str) -> Iterator[Fact]:
    subject = terms.review(record.state, record.cycle)
    yield from typed(subject, "Review", "Engagement")
    yield from called(subject, f"Universal Periodic Review of {states.english(record.state)}, cycle {record.cycle}")
    yield subject, rg("mechanism"), iri(terms.mechanism("UPR"))
    yield subject, rg("cycle"), nquads.whole(record.cycle)
    yield from about_state(subject, record.state)
    yield from period(subject, record.start, record.end)
    if record.session:
        yield subject, rg("session"), nquads.whole(record.session)
    if record.day:
        yield subject, rg("reviewDate"), nquads.day(record.day)
    for member in record.troika:
        yield subject, rg("troika"), iri(terms.state(member))
    if record.council_session:
        yield subject, rg("councilSession"), nquads.whole(record.council_session)
    if record.adopted:
        yield subject, rg("adoptedOn"), nquads.day(record.adopted)
    if record.decision:
        yield subject, rg("decision"), iri(terms.document(record.decision))


@facts.register
def _(record: Visit, graph: str) -> Iterator[Fact]:
    when = record.start.isoformat() if record.start else record.report or record.place
    subject = terms.engagement(record.mandate, record.state, when)
    yield from typed(subject, "Visit", "Engagement")
    yield from called(subject, f"Visit of {record.mandate} to {states.english(record.state)}")
    yield subject, rg("mechanism"), iri(terms.mechanism(record.mandate))
    yield from about_state(subject, record.state)
    yield from period(subject, record.start, record.end)
    yield from words(subject, rg("holder"), record.holder)
    if record.report:
        yield terms.document(record.report), rg("engagement"), iri(subject)


@facts.register
def _(record: Examination, graph: str) -> Iterator[Fact]:
    when = record.observations or (record.day.isoformat() if record.day else record.place)
    subject = terms.engagement(record.body, record.state, when)
    yield from typed(subject, "Examination", "Engagement")
    yield from called(subject, f"Examination of {states.english(record.state)} by {record.body}")
    yield subject, rg("mechanism"), iri(terms.mechanism(record.body))
    yield from about_state(subject, record.state)
    if record.day:
        yield subject, rg("startDate"), nquads.day(record.day)
    if record.session:
        yield subject, rg("session"), nquads.whole(record.session)
    if record.observations:
        yield terms.document(record.observations), rg("engagement"), iri(subject)


@facts.register
def _(record: VisitNotice, graph: str) -> Iterator[Fact]:
    subject = terms.engagement(record.mandate, record.state, f"{record.step.value}-{record.when or 'undated'}")
    yield from typed(subject, "VisitNotice")
    yield from called(subject, f"{record.mandate}, visit to {states.english(record.state)}: {record.step.value}")
    yield subject, rg("mechanism"), iri(terms.mechanism(record.mandate))
    yield from about_state(subject, record.state)
    yield subject, rg("visitStep"), iri(rg(record.step.value))
    yield from words(subject, rg("when"), record.when)
    yield from words(subject, rg("quote"), record.words)
    if record.report:
        yield subject, rg("report"), iri(terms.document(record.report))
        yield from cited_document(record.report, record.state)


@facts.register
def _(record: StandingInvitation, graph: str) -> Iterator[Fact]:
    subject = terms.thing("invitation", record.state)
    yield from typed(subject, "StandingInvitation")
    yield from called(subject, f"Standing invitation of {states.english(record.state)}")
    yield from about_state(subject, record.state)
    yield from words(subject, rg("when"), record.since)


@facts.register
def _(record: TreatyStatus, graph: str) -> Iterator[Fact]:
    subject = terms.thing("treaty-status", record.state, record.treaty, record.as_of.isoformat())
    yield from typed(subject, "TreatyStatus")
    yield from called(subject, f"{states.english(record.state)} and {record.treaty}, {record.as_of}")
    yield subject, rg("treaty"), iri(terms.treaty(record.treaty))
    yield from about_state(subject, record.state)
    yield subject, rg("standing"), iri(rg(record.status.value))
    yield subject, rg("asOf"), nquads.day(record.as_of)
    if record.year:
        yield subject, rg("year"), nquads.whole(record.year)
    if record.signed:
        yield subject, rg("signedOn"), nquads.day(record.signed)
    if record.joined:
        yield subject, rg("joinedOn"), nquads.day(record.joined)


@facts.register
def _(record: StatedTotal, graph: str) -> Iterator[Fact]:
    subject = terms.document(record.report)
    for name, count in (
        ("statedTotal", record.total),
        ("statedSupported", record.supported),
        ("statedNoted", record.noted),
        ("statedPartlySupported", record.partly_supported),
    ):
        if count is not None:
            yield subject, rg(name), nquads.whole(count)
