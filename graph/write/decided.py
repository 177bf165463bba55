"""Decisions as quads: what stands on a link, and every line as a record of its own, also superseded ones."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph import nquads, terms
from graph.nquads import iri
from graph.review.decision import Decision
from graph.review.ends import shown
from graph.review.history import History
from graph.terms import DCTERMS, FOAF, PROV, rg
from graph.write.facts import Fact, called, typed


def decided(link: str, history: History) -> Iterator[Fact]:
    """What a link's own record tells: the decision in force, whether people disagree, and which lines decide on it."""
    last = history.last
    yield link, rg("decidedBy"), nquads.text(last.who)
    yield link, rg("decidedOn"), nquads.day(last.day)
    yield link, rg("decisionReason"), nquads.text(last.why)
    yield link, PROV + "wasAttributedTo", iri(_person(last))
    if history.conflict:
        yield link, rg("contested"), nquads.truth(True)
    for name in names(history.lines):
        yield name, rg("decides"), iri(link)


def records(history: History) -> Iterator[Fact]:
    """Each line on a link as a record; an earlier one tells by which later one it is replaced."""
    named = names(history.lines)
    for name, line in zip(named, history.lines, strict=True):
        yield from typed(name, "Decision")
        yield from called(name, _label(line))
        yield name, rg("decisionWord"), nquads.text(line.decision)
        yield name, rg("decidedBy"), nquads.text(line.who)
        yield name, rg("decidedOn"), nquads.day(line.day)
        yield name, rg("decisionReason"), nquads.text(line.why)
        yield name, PROV + "wasAttributedTo", iri(_person(line))
        yield _person(line), terms.RDF + "type", iri(FOAF + "Person")
        yield _person(line), FOAF + "name", nquads.text(line.who)
    for earlier, later in pairwise(named):
        yield earlier, DCTERMS + "isReplacedBy", iri(later)


def names(lines: Sequence[Decision]) -> list[str]:
    """The identifier of each line: made from all that it says, and how often it was said on the link before."""
    said: Counter[tuple[str, ...]] = Counter()
    found = []
    for line in lines:
        said[line.said] += 1
        found.append(terms.thing("decision", terms.digest(*line.said, str(said[line.said]))))
    return found


def _person(line: Decision) -> str:
    return terms.thing("person", line.person)


def _label(line: Decision) -> str:
    return f"{line.decision}: {shown(line.subject)} {line.relation.value} {shown(line.object)}"
