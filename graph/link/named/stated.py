"""What the texts of one State name, as links: stated, quoted, and never computed.

* A paragraph named by symbol, or by its full number in the State's own earlier review (`recommendation 115.17`): a
  passage `rg:cites` it, a programme `rg:contributesTo` it. If the graph does not hold it, the document is cited.
* An ask that says that it repeats what its own mechanism asked before (`reiterates its recommendation (…, para. 12)`)
  also `rg:repeats` it. The words must stand before the paragraph, in the same sentence.
* A mechanism, treaty, article or goal: the passage or programme `rg:names` it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from graph import mechanisms, terms
from graph.link.block import Block
from graph.link.made import Link, Tagging
from graph.link.named.named import Kind, Named
from graph.link.named.papers import own
from graph.link.named.reading import names
from graph.records import Basis, Relation
from graph.terms import rg

_REPEATS = re.compile(
    r"\b(?:re-?iterat|recall|repeat|renew|restat)\w*|\b(?:previous|earlier|prior)(?:ly)?\s(?:recommend|concluding)\w*"
    r"|\bréitèr\w+|\brappel\w+|\breiter\w+|\brecuerd\w+",
    re.I,
)
_SENTENCE = re.compile(r"[.;](?=\s+[A-Z])")
_UPR: Final = terms.mechanism("UPR")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a State: who says it (IRI of a mechanism, or empty), and in which cycle of the UPR, if in any."""

    iri: str
    text: str
    speaker: str
    cycle: int | None
    goals: frozenset[str]
    known: frozenset[str]
    """What the sources say that it cites."""
    programme: bool = False


@dataclass(frozen=True, slots=True)
class _Held:
    """The passages of a State: who asked, and recommendations of its reviews by number → (cycle, IRI)."""

    mechanism: Mapping[str, str]
    numbered: Mapping[str, tuple[tuple[int, str], ...]]


def stated(block: Block) -> list[Link]:
    """The links that a State's own texts state, each once, with the words that state it."""
    held = _held(block)
    found: dict[tuple[str, Relation, str], Link] = {}
    for text in _texts(block):
        for link in _links(text, held):
            found.setdefault((link.subject, link.relation, link.object), link)
    return [found[key] for key in sorted(found)]


def tags(block: Block) -> list[Tagging]:
    """`rg:sdg` for goals and targets named in words, where no source tagged them."""
    found: dict[tuple[str, str], Tagging] = {}
    for text in _texts(block):
        for one in names(text.text, speaker=text.speaker):
            if one.kind is Kind.TARGET and one.iri not in text.goals:
                method = f"named in the text: {one.quote}"
                found.setdefault((text.iri, one.iri), Tagging(text.iri, rg("sdg"), one.iri, 1.0, method))
    return [found[key] for key in sorted(found)]


def _texts(block: Block) -> Iterator[_Text]:
    none = frozenset[str]()
    for ask in block.asks:
        if ask.summary:
            continue  # those are not its words
        yield _Text(ask.iri, ask.text, ask.mechanism, ask.cycle, ask.sdgs, none)
    for one in block.statements:
        yield _Text(one.iri, one.text, _speaker(one.iri), one.cycle, none, frozenset((*one.cites, *one.reports_on)))
    for programme in block.programmes:
        yield _Text(programme.iri, programme.text, "", None, programme.sdgs, none, programme=True)


def _speaker(iri: str) -> str:
    """The treaty body that speaks in a document of its own."""
    notation = mechanisms.from_symbol(terms.symbol_of(iri))
    return terms.mechanism(notation) if notation else ""


def _held(block: Block) -> _Held:
    mechanism = {one.iri: "" for one in block.statements}
    mechanism |= {whole: ask.mechanism for ask in block.asks if (whole := terms.whole_of(ask.iri))}
    mechanism |= {ask.iri: ask.mechanism for ask in block.asks}
    numbered: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for ask in block.asks:
        if ask.mechanism == _UPR and ask.cycle:
            numbered[terms.paragraph_of(ask.iri)].append((ask.cycle, ask.iri))
    return _Held(mechanism, {number: tuple(found) for number, found in numbered.items()})


def _links(text: _Text, held: _Held) -> Iterator[Link]:
    for one in names(text.text, speaker=text.speaker):
        if one.kind is Kind.RECOMMENDATION:
            yield from _cited(text, one, held)
        elif one.kind is Kind.DOCUMENT:
            yield from _document(text, one.iri, one)
        else:
            yield _link(text, Relation.NAMES, one.iri, one.quote)
    for number, quote, start, end in own(text.text):
        iri = _earlier(text, number, held)
        if iri:
            yield from _cited(text, Named(Kind.RECOMMENDATION, iri, quote, start, end), held)


def _earlier(text: _Text, number: str, held: _Held) -> str:
    """The recommendation of an earlier review that a number means; empty if none or several could be meant.

    A text outside the UPR may mean any review; a recommendation or a paper of a review means those before it.
    """
    if not (text.programme or text.cycle):
        return ""
    meant = [iri for cycle, iri in held.numbered.get(number, ()) if text.cycle is None or cycle < text.cycle]
    return meant[0] if len(meant) == 1 else ""


def _cited(text: _Text, one: Named, held: _Held) -> Iterator[Link]:
    if one.iri == text.iri or one.iri in text.known:
        return
    if one.iri not in held.mechanism:
        yield from _document(text, terms.document_of(one.iri), one)
        return
    yield _link(text, Relation.CONTRIBUTES_TO if text.programme else Relation.CITES, one.iri, one.quote)
    if text.speaker and held.mechanism[one.iri] == text.speaker and not text.programme:
        sentence = _SENTENCE.split(text.text[: one.start])[-1]
        if _REPEATS.search(sentence):
            yield _link(text, Relation.REPEATS, one.iri, f"{sentence.strip()} {one.quote}"[-_QUOTE:].strip())


_QUOTE: Final = 400
"""Letters of a sentence that are quoted at most."""


def _document(text: _Text, iri: str, one: Named) -> Iterator[Link]:
    """A document without its paragraph, as a whole; a programme names it, only passages cite."""
    if iri not in text.known and iri != terms.document_of(text.iri):
        yield _link(text, Relation.NAMES if text.programme else Relation.CITES, iri, one.quote)


def _link(text: _Text, relation: Relation, object_: str, quote: str) -> Link:
    return Link(
        subject=text.iri,
        relation=relation,
        object=object_,
        basis=Basis.CITED_IN_TEXT,
        score=1.0,
        reasons=(f"the text names it: {quote}",),
        evidence="" if text.programme else text.iri,
        quote=quote,
    )
