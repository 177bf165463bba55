"""Country sheets: each row a thing of its own, named by the columns that tell it from others."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from graph import agencies, nquads, states, terms
from graph.country.column import Column, Form, Kind
from graph.country.kinds import KINDS
from graph.nquads import iri
from graph.records import Entry, Money, PassageKey, ReviewKey, Told
from graph.records import Review as ReviewRecord
from graph.terms import RDFS, SKOS, rg
from graph.write.facts import Fact, called, cited_document, facts, subject_of, typed
from graph.write.programmes import money


@facts.register
def _(record: Entry, graph: str) -> Iterator[Fact]:
    kind = KINDS[record.kind]
    subject = _subject(kind, record)
    yield from typed(subject, kind.cls)
    yield subject, rg("countrySheet"), nquads.text(kind.file)
    named = ((kind.named(name), record.one(name)) for name in kind.called)
    name = " – ".join(_name(column, value) for column, value in named if value is not None)
    if name:
        yield from called(subject, name)
    for column, told in record.cells:
        for value in told:
            yield from _fact(subject, kind.named(column), value)
    yield from _own(subject, record, graph)


def _subject(kind: Kind, record: Entry) -> str:
    """Reviews, visits, invitations and organisations are what other files tell of too; else the key columns name it."""
    state = record.one("State")
    match record.kind:
        case "reviews":
            return terms.review(str(state), int(str(record.one("Cycle"))))
        case "standing-invitations":
            return terms.thing("invitation", str(state))
        case "organisations":
            return terms.organisation(_known(str(record.one("Name"))))
        case "visits":
            step = f"{record.one('Step')}-{record.one('When') or 'undated'}"
            return terms.engagement(str(record.one("Mandate")), str(state), step)
    keys = [column for column in kind.columns if column.key]
    facts_ = ("; ".join(sorted(_key(column, value) for value in record.all(column.name))) for column in keys)
    return terms.thing(kind.file, str(state) if state else "all", terms.digest(*facts_))


def _key(column: Column, value: Told) -> str:
    """A value as it tells one thing from another: an organisation is one by any of its names."""
    return _known(str(value)) if column.form in (Form.BODY, Form.BODIES) else _shown(value)


def _name(column: Column, value: Told) -> str:
    """A value in the name of a thing, as people call it."""
    if column.form is Form.STATE:
        return states.english(str(value))
    return f"cycle {value}" if column.name == "Cycle" else _shown(value)


def _shown(value: Told) -> str:
    """A value in one line."""
    match value:
        case PassageKey(symbol, paragraph):
            return f"{symbol} {paragraph}".strip()
        case ReviewKey(state, cycle, number):
            return f"{state}, cycle {cycle}, {number}"
    return str(value)


def _fact(subject: str, column: Column, value: Told) -> Iterator[Fact]:
    if column.form in _TERMS and column.tells:
        yield subject, column.iri, _TERMS[column.form](column, value)
    match column.form:
        case Form.AMOUNT if isinstance(value, Money):
            yield from money(subject, (value,))
        case Form.BODY | Form.BODIES:
            organisation = terms.organisation(_known(str(value)))
            yield from typed(organisation, "Organisation")
            yield organisation, RDFS + "label", nquads.text(_known(str(value)))
        case Form.SYMBOL:
            yield from cited_document(str(value), None)


def _text(column: Column, value: Told) -> str:
    """A name is that by which an organisation is known."""
    return nquads.text(_known(str(value)) if column.iri == RDFS + "label" else str(value))


def _day(_column: Column, value: Told) -> str:
    if not isinstance(value, date):
        raise TypeError(f"no day: {value!r}")
    return nquads.day(value)


def _ask(_column: Column, value: Told) -> str:
    if isinstance(value, str | int | date | Money):
        raise TypeError(f"no key of a recommendation: {value!r}")
    return iri(subject_of(value))


_NAMED: Final = re.compile(r"[A-Za-z0-9]")
"""A code that can name something."""
_TERMS: Final[dict[Form, Callable[[Column, Told], str]]] = {
    Form.TEXT: _text,
    Form.TEXTS: _text,
    Form.MOMENT: _text,
    Form.WHOLE: lambda _, value: nquads.whole(int(str(value))),
    Form.DAY: _day,
    Form.STATE: lambda _, value: iri(terms.state(str(value))),
    Form.STATES: lambda _, value: iri(terms.state(str(value))),
    Form.BODY: lambda _, value: iri(terms.organisation(_known(str(value)))),
    Form.BODIES: lambda _, value: iri(terms.organisation(_known(str(value)))),
    Form.MECHANISM: lambda _, value: iri(terms.mechanism(str(value))),
    Form.CHOICE: lambda column, value: iri(column.choice(str(value))),
    Form.ASKS: _ask,
    Form.SYMBOL: lambda _, value: iri(terms.document(str(value))),
    Form.ADDRESS: lambda _, value: iri(str(value)),
    Form.TRUTH: lambda _, value: nquads.truth(bool(value)),
}
"""How a cell of each form becomes the object of its property; amounts become things of their own."""


def _known(name: str) -> str:
    """The short name of a UN entity, or the name as it stands."""
    return agencies.agency(name) or name


def _own(subject: str, record: Entry, graph: str) -> Iterator[Fact]:
    """What only one kind of row tells beside its columns."""
    state, cycle = record.one("State"), record.one("Cycle")
    if record.kind == "organisations":
        name = str(record.one("Name"))
        if _known(name) != name:
            yield subject, SKOS + "altLabel", nquads.text(name)
    elif record.kind == "standing-invitations":
        yield from called(subject, f"Standing invitation of {states.english(str(state))}")
    elif state and cycle:
        review = ReviewRecord(state=str(state), cycle=int(str(cycle)), place="")
        yield from facts(review, graph)
        if record.kind != "reviews":
            yield subject, rg("engagement"), iri(terms.review(review.state, review.cycle))
    document, code = record.one("Document"), str(record.one("Code") or "")
    if document and _NAMED.search(code):
        yield subject, rg("listedAs"), iri(terms.submission(str(document), code))
