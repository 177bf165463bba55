"""Links as records: what they link, on what basis, how surely, and the words that say so."""

from collections.abc import Iterator
from decimal import Decimal

from graph import nquads, terms
from graph.nquads import iri
from graph.records import PassageKey, StatedLink, Triple
from graph.review.decision import SYMMETRIC
from graph.review.decisions import Decisions
from graph.review.history import History
from graph.terms import PROV, RDF, rg
from graph.write.decided import decided
from graph.write.facts import TYPE, Fact, cited_document, facts, subject_of, typed, words


@facts.register
def _(record: StatedLink, graph: str) -> Iterator[Fact]:
    subject, predicate, object_ = (
        subject_of(record.subject),
        rg(record.relation.value),
        subject_of(record.object),
    )
    link = terms.link(subject, predicate, object_, record.basis.value)
    yield from link_record(link, subject, predicate, object_, record.basis.value)
    yield link, rg("score"), nquads.decimal(Decimal(1))
    yield link, PROV + "wasDerivedFrom", iri(graph)
    yield from words(link, rg("quote"), record.quote, "en")
    if isinstance(record.object, PassageKey):
        yield from cited_document(record.object.symbol, None)
    if isinstance(record.subject, PassageKey) and record.subject.paragraph:
        yield link, rg("evidence"), iri(subject)


def standing(link: str, subject: str, predicate: str, object_: str, history: History | None) -> Iterator[Fact]:
    """Whether a link stands: its status, who decided, and, unless rejected, the plain triples that queries follow."""
    status = history.last.status if history else "proposed"
    yield link, rg("linkStatus"), iri(rg(status))
    if status != "rejected":
        yield subject, predicate, iri(object_)
        if predicate in _SYMMETRIC:
            yield object_, predicate, iri(subject)
    if history:
        yield from decided(link, history)


def stated(record: StatedLink, decisions: Decisions) -> Iterator[Fact]:
    """Whether a link that a source states stands: people may reject even that."""
    subject, predicate, object_ = (
        subject_of(record.subject),
        rg(record.relation.value),
        subject_of(record.object),
    )
    link = terms.link(subject, predicate, object_, record.basis.value)
    yield from standing(link, subject, predicate, object_, decisions.on(subject, predicate, object_))


_SYMMETRIC = frozenset(rg(relation.value) for relation in SYMMETRIC)


def link_record(link: str, subject: str, predicate: str, object_: str, basis: str) -> Iterator[Fact]:
    """A link as a record: what it links and on what basis."""
    yield from typed(link, "Link")
    yield link, TYPE, iri(RDF + "Statement")
    yield link, RDF + "subject", iri(subject)
    yield link, RDF + "predicate", iri(predicate)
    yield link, RDF + "object", iri(object_)
    yield link, rg("basis"), iri(rg(basis))


@facts.register
def _(record: Triple, _graph: str) -> Iterator[Fact]:
    yield record.subject, record.predicate, record.object
