"""Annotations → records: a document once, a passage for each annotation, the UPR's positions."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from graph import clean, mechanisms
from graph.calendar import cycle as cycle_of
from graph.clean import Unclear
from graph.records import Document, DocumentKind, Passage, PassageKind, PositionStated, Record
from graph.source import Severity, Source
from loaders.documents import language
from loaders.uhri.annotation import Annotation
from loaders.uhri.cleaning import Cleaning
from loaders.uhri.paragraph import numbered

_DOCUMENTS: Final = {
    "upr": DocumentKind.WORKING_GROUP_REPORT,
    "treatyBodies": DocumentKind.CONCLUDING_OBSERVATIONS,
    "specialProcedures": DocumentKind.VISIT_REPORT,
}
_REPLY: Final = "Response of "
"""How a State's reply begins that stands among the UPR's recommendations."""
_LETTERS: Final = 600
"""So much of a text tells its language."""
_SURE: Final = 3
"""A language must have so many times the small words of the next."""


@dataclass(slots=True)
class _Index:
    """What has been seen of the export."""

    source: Source
    cleaning: Cleaning = field(default_factory=Cleaning)
    identities: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    parts: Counter[int] = field(default_factory=Counter)
    """Hash of a symbol and a number → how many different texts it has been given so far."""
    texts: dict[int, int] = field(default_factory=dict)
    """Hash of a symbol, a number and a text → which part of the paragraph it is, from 1."""


def records(source: Source, annotations: Iterable[Annotation]) -> Iterator[Record]:
    """Every annotation as records or as a finding; what the rules cleaned is told at the end."""
    index = _Index(source)
    for told in annotations:
        if told.identity in index.identities:
            source.find(told.place, f"annotation {told.identity} stands there twice: kept once", Severity.NOTE)
            continue
        index.identities.add(told.identity)
        try:
            yield from _records(index, told)
        except Unclear as fault:
            source.find(told.place, f"annotation {told.identity}: {fault}")
    index.cleaning.tell(source)


def _records(index: _Index, told: Annotation) -> Iterator[Record]:
    cleaning = index.cleaning
    symbol = _symbol(cleaning, told)
    mechanism = cleaning.mechanism(told.body, symbol)
    family = mechanisms.family(mechanism) if mechanism else ""
    states = cleaning.states(told.countries, symbol)
    cycle = _cycle(cleaning, told) if family == "upr" else None
    if symbol not in index.documents:
        index.documents.add(symbol)
        yield Document(
            symbol=symbol,
            kind=_DOCUMENTS.get(family, DocumentKind.OTHER),
            state=states[0] if len(states) == 1 else None,
            issued=cleaning.day(told.published),
            cycle=cycle,
            place=told.place,
        )
    text = cleaning.text(told.text)
    found = numbered(text)
    if not found.text:
        raise Unclear("it has no text")
    cleaning.counts["paragraph number cut from a text"] += bool(found.number)
    cleaning.counts["heading cut from a text"] += bool(found.heading)
    paragraph, alias = _paragraph(index, symbol, found.number, found.text, told.identity)
    passage = Passage(
        symbol=symbol,
        paragraph=paragraph,
        kind=_kind(cleaning.kind(told.kind), family, found.text),
        state=states[0] if states else None,
        other_states=states[1:],
        mechanism=mechanism,
        text=found.text,
        language=_language(cleaning, found.text, family),
        section=found.heading,
        recommending_states=cleaning.states(told.recommending, ""),
        tags=cleaning.themes(told.themes) + cleaning.persons(told.persons),
        sdgs=cleaning.sdgs(told.sdgs),
        cycle=cycle,
        aliases=alias,
        annotation=told.identity,
        place=told.place,
    )
    yield passage
    for position, words in cleaning.positions(told.positions):
        yield PositionStated(about=passage.key, position=position, words=words, place=told.place)


def _symbol(cleaning: Cleaning, told: Annotation) -> str:
    """The document's symbol; where it has none, UHRI's own identity of it. Raises Unclear if it has neither."""
    with suppress(Unclear):
        symbol = clean.symbol(told.symbol)
        cleaning.counts["symbol put into its normal form"] += symbol != told.symbol
        return symbol
    if not told.document:
        raise Unclear(f"no document: {told.symbol!r} is no symbol, and it has no DocumentId")
    cleaning.counts["no symbol: the document's identity stands for it"] += 1
    return f"uhri-document/{told.document}"


def _paragraph(index: _Index, symbol: str, number: str, text: str, identity: str) -> tuple[str, tuple[str, ...]]:
    """The number, and its alias where it is a further part of a paragraph: UHRI cuts one into several records.

    The same words again (for another recommending State) are the same passage.
    """
    if not number:
        return f"not given ({identity})", ()
    place = hash((symbol, number))
    part = index.texts.setdefault(hash((place, text)), index.parts[place] + 1)
    index.parts[place] = max(part, index.parts[place])
    if part == 1:
        return number, ()
    index.cleaning.counts["further part of a paragraph"] += 1
    return f"{number} part {part}", (number,)


def _kind(told: str, family: str, text: str) -> PassageKind:
    if family == "upr":
        return PassageKind.STATEMENT if text.startswith(_REPLY) else PassageKind.RECOMMENDATION
    return PassageKind.RECOMMENDATION if told == "recommendation" else PassageKind.OBSERVATION


def _language(cleaning: Cleaning, text: str, family: str) -> str:
    """Texts of special procedures are not all in the export's language; those of the others are."""
    voted = language.voted([text[:_LETTERS]], margin=_SURE) if family == "specialProcedures" else ""
    if voted not in ("", "en"):
        cleaning.counts["text in another language than the export's"] += 1
    return voted or "en"


def _cycle(cleaning: Cleaning, told: Annotation) -> int | None:
    number, session = cleaning.cycle(told.cycle, told.sessions)
    if session and number is None:
        with suppress(ValueError):
            return cycle_of(session)
    return number
