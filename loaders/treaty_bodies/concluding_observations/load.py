"""Concluding observations (PDF, DOCX): every paragraph, every lettered item, what it answers, what is followed up.

A paragraph with items is a passage with its whole text; each item is one of its own, with the sentence that leads to
it: `The Committee recommends that the State party: (a) …`, so that it reads alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.records import (
    Basis,
    Document,
    DocumentKind,
    Examination,
    Passage,
    PassageKey,
    PassageKind,
    Record,
    Relation,
    StatedLink,
)
from graph.source import Loader, Severity, Source
from loaders.documents import asking, citations, sdgs, un_paper
from loaders.documents.paragraphs import Paragraph
from loaders.documents.un_paper import UnPaper, plain
from loaders.treaty_bodies.concluding_observations import procedure
from loaders.treaty_bodies.concluding_observations.about import TITLE, About, about
from loaders.treaty_bodies.concluding_observations.concerns import Said, answered

_KIND = DocumentKind.CONCLUDING_OBSERVATIONS


def recognise(source: Source) -> bool:
    title = un_paper.title(source)
    return title is not None and title.kind is _KIND


def load(source: Source) -> Iterator[Record]:
    """The document, the examination it ends, its passages, and the documents that they cite with their paragraphs."""
    paper = un_paper.read(source)
    told = about(paper)
    yield _document(paper, told)
    if told.state:
        yield _examination(paper, told)
    else:
        source.find("page 1", "neither its symbol nor its title names a State: its passages address nobody")
    if told.state and told.adopted is None:
        source.find("paragraph 1", "it does not say on which day it was adopted", Severity.NOTE)
    if paper.title.language not in asking.LANGUAGES:
        source.find("file", f"its language ({paper.title.language!r}) is not read: English, French and Spanish are")
        return
    if not paper.told.paragraphs:
        source.find("file", "no numbered paragraph was found: nothing of the text is read")
        return
    yield from _Reading.of(source, paper, told).records()


def _document(paper: UnPaper, told: About) -> Document:
    return Document(
        symbol=paper.title.symbol,
        kind=_KIND,
        title=paper.titled(TITLE, f"Concluding observations of {told.body}"),
        issued=paper.title.issued,
        language=paper.title.language,
        state=told.state or None,
        place="page 1",
    )


def _examination(paper: UnPaper, told: About) -> Examination:
    return Examination(
        state=told.state,
        body=told.body,
        day=told.adopted,
        observations=paper.title.symbol,
        session=told.session,
        place="paragraph 1",
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """One document while its paragraphs become passages."""

    paper: UnPaper
    told: About
    concerns: dict[int, tuple[str, ...]]
    selected: dict[str, str]

    @classmethod
    def of(cls, source: Source, paper: UnPaper, told: About) -> "_Reading":
        language = paper.title.language
        paragraphs = paper.told.paragraphs
        picked = dict(procedure.selected(plain(one.text) for one in paragraphs))
        _check(source, paragraphs, picked)
        said = (
            Said(one.number, one.headings, _asks(one, language), asking.concerned(one.text, language))
            for one in paragraphs
        )
        return cls(paper, told, answered(said), picked)

    def records(self) -> Iterator[Record]:
        for paragraph in self.paper.told.paragraphs:
            yield self._passage(paragraph, str(paragraph.number), plain(paragraph.text), asks=self._kind(paragraph))
            yield from self._items(paragraph)
            yield from self._cited(paragraph)

    def _kind(self, paragraph: Paragraph) -> bool:
        return _asks(paragraph, self.paper.title.language)

    def _items(self, paragraph: Paragraph) -> Iterator[Passage]:
        language = self.paper.title.language
        leading = asking.sentences(plain(paragraph.listed.lead))[-1:]
        asked = self._kind(paragraph) and any(asking.asks_in(one, language) for one in leading)
        for item in paragraph.listed.items:
            letters = " ".join(f"({letter})" for letter in item.letters)
            own = self._kind(paragraph) and asking.asks(plain(item.text), language)
            text = plain(paragraph.item_text(item))
            yield self._passage(paragraph, f"{paragraph.number} {letters}", text, asks=asked or own)

    def _passage(self, paragraph: Paragraph, number: str, text: str, *, asks: bool) -> Passage:
        return Passage(
            symbol=self.paper.title.symbol,
            paragraph=number,
            kind=_passage_kind(text, self.paper.title.language, asks=asks),
            state=self.told.state or None,
            mechanism=self.told.body,
            text=text,
            language=self.paper.title.language,
            section=" > ".join(paragraph.headings),
            sdgs=sdgs.named(text),
            concerns=self.concerns.get(paragraph.number, ()) if asks else (),
            follow_up=self.selected.get(number) or self.selected.get(str(paragraph.number), ""),
            place=paragraph.place,
        )

    def _cited(self, paragraph: Paragraph) -> Iterator[StatedLink]:
        """Paragraphs of other documents that a paragraph or its footnotes name; those documents named whole only
        where they are general comments or earlier observations."""
        for text in (paragraph.text, *self.paper.notes_of(paragraph.text)):
            for sentence in asking.sentences(plain(text)):
                for cited in citations.cited(sentence):
                    if cited.symbol != self.paper.title.symbol and (cited.paragraphs or _worth(cited.symbol)):
                        yield from self._links(paragraph, cited.symbol, cited.paragraphs or ("",), sentence)

    def _links(self, paragraph: Paragraph, symbol: str, numbers: tuple[str, ...], quote: str) -> Iterator[StatedLink]:
        for number in numbers:
            yield StatedLink(
                subject=PassageKey(self.paper.title.symbol, str(paragraph.number)),
                relation=Relation.CITES,
                object=PassageKey(symbol, number),
                basis=Basis.CITED_IN_TEXT,
                quote=quote,
                place=paragraph.place,
            )


def _passage_kind(text: str, language: str, *, asks: bool) -> PassageKind:
    """What is praised, introduced or arranged for the next report is stated; only a concern is an observation."""
    if asks:
        return PassageKind.RECOMMENDATION
    return PassageKind.OBSERVATION if asking.concerned(text, language) else PassageKind.STATEMENT


def _worth(symbol: str) -> bool:
    return "/GC/" in symbol or "/CO/" in symbol


def _asks(paragraph: Paragraph, language: str) -> bool:
    """Whether a paragraph asks something of substance; dissemination and next reports are procedure."""
    text = plain(paragraph.text)
    heading = paragraph.headings[-1] if paragraph.headings else ""
    return asking.asks(text, language) and not procedure.about_reporting(heading, text, language)


def _check(source: Source, paragraphs: tuple[Paragraph, ...], picked: dict[str, str]) -> None:
    """Paragraphs picked for follow-up must be there."""
    there = {str(one.number) for one in paragraphs}
    there |= {
        f"{one.number} {' '.join(f'({letter})' for letter in item.letters)}"
        for one in paragraphs
        for item in one.listed.items
    }
    lost = [number for number in picked if number not in there]
    if lost:
        source.find("file", f"paragraphs {', '.join(lost)} are picked for follow-up, and are not found")


LOADER = Loader(
    name="treaty_bodies.concluding_observations",
    title="Concluding observations of a treaty body",
    publisher="Office of the United Nations High Commissioner for Human Rights",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    gives="every paragraph and lettered ask, the concern it answers, what is picked for follow-up, what it cites",
    leaves="annexes; pictures",
    recognise=recognise,
    load=load,
)
