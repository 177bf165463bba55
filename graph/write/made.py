"""Tags, links and groups of our own making as quads, each marked for what it is: inferred, computed, decided."""

from collections.abc import Iterator
from decimal import Decimal

from graph import nquads, terms
from graph.link.decisions import Decision
from graph.link.made import Group, Link, Tagging
from graph.nquads import iri
from graph.records import Basis
from graph.terms import PROV, RDF, RDFS, rg
from graph.write.facts import Fact, typed
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


def link(made: Link, decision: Decision | None = None) -> Iterator[Fact]:
    """The link as a record with its score and reasons, and whether it stands."""
    predicate = rg(made.relation.value)
    record = terms.link(made.subject, predicate, made.object, made.basis.value)
    yield from link_record(record, made.subject, predicate, made.object, made.basis.value)
    yield from standing(record, made.subject, predicate, made.object, decision)
    yield record, rg("score"), _score(made.score)
    yield record, PROV + "wasGeneratedBy", iri(terms.graph("links"))
    for reason in made.reasons:
        yield record, rg("reason"), nquads.text(reason, "en")
    if made.evidence:
        yield record, rg("evidence"), iri(made.evidence)
    if made.quote:
        yield record, rg("quote"), nquads.text(made.quote, "en")


def group(made: Group) -> Iterator[Fact]:
    subject = terms.group(made.state.rsplit("/", 1)[-1], list(made.members))
    yield from typed(subject, "Group")
    yield subject, RDFS + "label", nquads.text(made.label, "en")
    yield subject, rg("state"), iri(made.state)
    yield subject, rg("familyCount"), nquads.whole(len(made.families))
    yield subject, rg("memberCount"), nquads.whole(len(made.members))
    yield subject, rg("strength"), _score(made.strength)
    for family in made.families:
        yield subject, rg("family"), iri(family)
    for theme in made.themes:
        yield subject, rg("theme"), iri(theme)
    for member in made.members:
        yield subject, rg("member"), iri(member)
    for member, central in made.centrality:
        yield member, rg("centrality"), _score(central)


def _score(value: float) -> str:
    return nquads.decimal(Decimal(str(value)))


def added(decision: Decision) -> Iterator[Fact]:
    """A link that a person added of their own."""
    predicate = rg(decision.relation.value)
    record = terms.link(decision.subject, predicate, decision.object, Basis.PERSON.value)
    yield from link_record(record, decision.subject, predicate, decision.object, Basis.PERSON.value)
    yield from standing(record, decision.subject, predicate, decision.object, decision)
    yield record, rg("score"), _score(1.0)
