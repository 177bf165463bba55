"""The national report (`A/HRC/WG.6/…/1`): the State's own list of the recommendations that each section answers.

The lists stand in headings (`Gender (recommendations 4, 14)`, or a line under one) or in endnotes that are nothing
else; single ones are named in the text. They are numbers of an earlier report, which the document names or does not.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from graph import clean
from graph.records import (
    Basis,
    Document,
    DocumentKind,
    Key,
    Passage,
    PassageKey,
    PassageKind,
    Record,
    Relation,
    ReviewKey,
    StatedLink,
)
from graph.source import Loader, Severity, Source
from loaders.documents import numbers, pdf, symbols
from loaders.documents.marks import marks
from loaders.documents.paper import Paper, Paragraph, from_pdf
from loaders.documents.pdf import RAISED
from loaders.upr import review_document

_LISTED = re.compile(rf"\brecommendations?\s*:?\s*(?:Nos?\.?\s*|numbers?\s*)?(?P<list>{numbers.LIST})", re.I)
_ONLY_LIST = re.compile(rf"^{_LISTED.pattern}\s*\.?$", re.I)
_COUNTED = re.compile(r"\bparagraphs?\s+(?P<lead>\d{1,3})\b")
_REPORT = re.compile(r"\breport of the working group\b", re.I)
_NEAR = 400
"""Letters between naming the Working Group's report and its symbol."""
_FIRST_WITH_ONE_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Report:
    """A Working Group report whose numbers the lists give and, where told, the paragraph they stand under."""

    symbol: str
    lead: str

    def key(self, number: str) -> Key:
        return PassageKey(self.symbol, f"{self.lead}.{number}" if self.lead and "." not in number else number)


@dataclass(frozen=True, slots=True)
class Before:
    """The review before, whose numbers the lists give where no report is named."""

    state: str
    cycle: int

    def key(self, number: str) -> Key:
        return ReviewKey(self.state, self.cycle, number)


@dataclass(frozen=True, slots=True)
class Section:
    """Paragraphs that the State answers recommendations in together; one alone where no list stands above it."""

    paragraph: str
    heading: str
    text: str
    listed: tuple[tuple[str, str], ...]
    """(list as printed, the words that hold it)."""


def recognise(source: Source) -> bool:
    return review_document.recognise(source, DocumentKind.NATIONAL_REPORT)


def load(source: Source) -> Iterator[Record]:
    """The document, its paragraphs, and a link from each section to the recommendations it says it answers."""
    document = review_document.document(source, DocumentKind.NATIONAL_REPORT)
    yield document
    if review_document.english(source, document, "a national report"):
        yield from records(source, document, from_pdf(source.once(pdf.read)))


def records(source: Source, document: Document, paper: Paper) -> Iterator[Record]:
    """What a national report says, from its paragraphs and notes, however they were come by."""
    if not paper.paragraphs:
        source.find("file", "no numbered paragraph was found: nothing of the text is read")
    counted = _counted(source, document, paper)
    unlinked = 0
    for section in sections(paper):
        key = PassageKey(document.symbol, section.paragraph)
        yield Passage(
            symbol=document.symbol,
            paragraph=section.paragraph,
            kind=PassageKind.STATEMENT,
            state=document.state,
            text=section.text,
            section=section.heading,
            cycle=document.cycle,
            place=f"paragraph {section.paragraph}",
        )
        if counted:
            yield from _links(source, key, section, counted)
        else:
            unlinked += len(section.listed)
    if unlinked:
        reason = f"{unlinked} lists of recommendations: the report they are numbers of is not named, so none is linked"
        source.find("file", reason)


def _counted(source: Source, document: Document, paper: Paper) -> Report | Before | None:
    """What the lists' numbers count: the one report that the document names, or else the review before."""
    found: dict[str, str] = {}
    for paragraph in paper.paragraphs:
        for named in _REPORT.finditer(paragraph.text):
            after = paragraph.text[named.end() : named.end() + _NEAR]
            symbol = next((one.symbol for one in symbols.mentions(after) if "/WG.6/" not in one.symbol), "")
            lead = _COUNTED.search(paragraph.text[max(0, named.start() - _NEAR) : named.start()])
            if symbol:
                found[symbols.parent(symbol)] = lead["lead"] if lead else ""
    if len(found) == 1:
        return Report(*found.popitem())
    if found or not document.state or not document.cycle or document.cycle < _FIRST_WITH_ONE_BEFORE:
        return None
    reason = f"no report is named: its numbers are taken for those of the review in cycle {document.cycle - 1}"
    source.find("file", reason, Severity.NOTE)
    return Before(document.state, document.cycle - 1)


def sections(paper: Paper) -> Iterator[Section]:
    """Paragraphs under one heading with a list are one section; all others stand alone."""
    for heading, group in groupby(paper.paragraphs, key=lambda one: one.heading):
        above = tuple((found["list"], found[0]) for found in _LISTED.finditer(heading))
        together = list(group)
        for part in [together] if above else [[one] for one in together]:
            yield _section(part, heading, above, paper.notes)


def _section(part: list[Paragraph], heading: str, above: tuple[tuple[str, str], ...], notes: dict[int, str]) -> Section:
    first, last = part[0].number, part[-1].number
    text = " ".join(one.text for one in part)
    inside = tuple((found["list"], _sentence(text, found)) for found in _LISTED.finditer(text))
    return Section(
        paragraph=str(first) if first == last else f"{first}–{last}",
        heading=_plain(heading),
        text=_plain(text),
        listed=above + inside + tuple(_noted(f"{heading} {text}", notes)),
    )


def _plain(text: str) -> str:
    return clean.text(RAISED.sub("", text))


def _sentence(text: str, found: re.Match[str]) -> str:
    """The sentence in which a recommendation is named."""
    start = max(text.rfind(". ", 0, found.start()) + 2, 0) if ". " in text[: found.start()] else 0
    end = text.find(". ", found.end())
    return _plain(text[start : end + 1 if end >= 0 else len(text)])


def _noted(text: str, notes: dict[int, str]) -> Iterable[tuple[str, str]]:
    """Endnotes that are a list of recommendations and nothing else."""
    for number in marks(text):
        found = _ONLY_LIST.match(notes.get(number, ""))
        if found:
            yield found["list"], notes[number]


def _links(source: Source, key: PassageKey, section: Section, counted: Report | Before) -> Iterator[StatedLink]:
    """Each recommendation once for each section, with the words that name it first."""
    place = f"paragraph {section.paragraph}"
    seen: set[str] = set()
    for listed, words in section.listed:
        for number in numbers.expand(listed, lambda reason: source.find(place, reason)):
            if number not in seen:
                seen.add(number)
                yield StatedLink(
                    subject=key,
                    relation=Relation.REPORTS_ON,
                    object=counted.key(number),
                    basis=Basis.STATE_REPORT,
                    quote=words,
                    place=place,
                )


LOADER = Loader(
    name="upr.national_report",
    title="National report for the Universal Periodic Review",
    publisher="The State under review, through the United Nations Human Rights Council",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    gives="sections, and the recommendations that each of them answers",
    leaves="tables, annexes; endnotes that are no list of recommendations",
    recognise=recognise,
    load=load,
)
