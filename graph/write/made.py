"""Tags, links and groups of our own making as quads, each marked for what it is: inferred, computed, decided."""

from collections.abc import Iterator
from decimal import Decimal

from graph import nquads, terms
from graph.link.made import Group, Link, Tagging
from graph.nquads import iri
from graph.records import Basis, Relation
from graph.review.history import History
from graph.terms import DCTERMS, PROV, RDF, RDFS, rg
from graph.write.facts import Fact, cited_document, typed
from graph.write.links import link_record, standing


def tagging(made: Tagging) -> Iterator[Fact]:
    """The tag as a plain triple, and the record that says it is inferred, how surely and how."""
    record = terms.thing("tag", terms.digest(made.subject, made.predicate, made.concept))
    yield made.subject, made.predicate, iri(made.concept)
    yield from typed(record, "Tagging")
    yield record, RDF + "subject", iri(made.subject)
    yield record, RDF + "predicate", iri(made.predicate)
    yield record, RDF + "object", iri(made.concept)
    yield record, rg("score"), _score(made.score)
    yield record, rg("reason"), nquads.text(made.method)


def link(made: Link, history: History | None = None) -> Iterator[Fact]:
    """The link as a record with its score and reasons, and whether it stands."""
    predicate = rg(made.relation.value)
    record = terms.link(made.subject, predicate, made.object, made.basis.value)
    yield from link_record(record, made.subject, predicate, made.object, made.basis.value)
    yield from standing(record, made.subject, predicate, made.object, history)
    yield record, rg("score"), _score(made.score)
    yield record, PROV + "wasGeneratedBy", iri(terms.graph("links"))
    for reason in made.reasons:
        yield record, rg("reason"), nquads.text(reason, "en")
    if made.evidence:
        yield record, rg("evidence"), iri(made.evidence)
    if made.quote:
        yield record, rg("quote"), nquads.text(made.quote, "en")
    if made.relation is Relation.CITES and (symbol := terms.symbol_of(made.object)):
        yield from cited_document(symbol, None)


def group(made: Group) -> Iterator[Fact]:
    """The group with its members and all that is told of it."""
    subject = made.identifier
    yield from typed(subject, "Group")
    yield subject, RDFS + "label", nquads.text(made.label, "en")
    yield subject, rg("state"), iri(made.state)
    yield subject, rg("strength"), _score(made.strength)
    yield subject, rg("centralAsk"), iri(made.central)
    for name, number in _numbers(made):
        yield subject, rg(name), nquads.whole(number)
    for predicate, things in _things(made):
        for thing in things:
            yield subject, predicate, iri(thing)
    for member, central in made.centrality:
        yield member, rg("centrality"), _score(central)


def _numbers(made: Group) -> Iterator[tuple[str, int]]:
    yield "familyCount", len(made.families)
    yield "mechanismCount", len(made.mechanisms)
    yield "memberCount", len(made.members)
    yield "programmeCount", len(made.programmes)
    asks = {family.removeprefix(rg("")): count for family, count in made.asks_by_family}
    for family, name in _FAMILY_COUNTS.items():
        yield name, asks.get(family, 0)
    positions = dict(made.positions)
    for position, name in _POSITION_COUNTS.items():
        yield name, positions.get(position, 0)
    if made.years:
        yield "firstYear", made.years[0]
        yield "lastYear", made.years[1]


def _things(made: Group) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield rg("member"), made.members
    yield rg("family"), made.families
    yield rg("mechanism"), made.mechanisms
    yield rg("theme"), made.themes
    yield rg("affectedGroup"), made.persons
    yield rg("sdg"), made.sdgs
    yield rg("programme"), made.programmes
    yield rg("bridge"), made.bridges
    yield rg("joint"), made.joints
    yield DCTERMS + "replaces", made.replaces


_FAMILY_COUNTS = {
    "upr": "uprCount",
    "treatyBodies": "treatyBodyCount",
    "specialProcedures": "specialProcedureCount",
}
_POSITION_COUNTS = {
    "supported": "supportedCount",
    "noted": "notedCount",
    "partlySupported": "partlySupportedCount",
    "pending": "pendingCount",
}


def _score(value: float) -> str:
    return nquads.decimal(Decimal(str(value)))


def added(history: History) -> Iterator[Fact]:
    """A link that a person added of their own, whatever was decided on it since."""
    subject, predicate, object_ = history.lines[0].link
    record = terms.link(subject, predicate, object_, Basis.PERSON.value)
    yield from link_record(record, subject, predicate, object_, Basis.PERSON.value)
    yield from standing(record, subject, predicate, object_, history)
    yield record, rg("score"), _score(1.0)
