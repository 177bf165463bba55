"""Reports on country visits (PDF, DOCX): the visit, every paragraph, and what is asked of whom.

The State's own comments on a report come as another addendum: its paragraphs are the State's statements.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.records import Document, DocumentKind, Passage, PassageKind, Record, Visit
from graph.source import Loader, Severity, Source
from loaders.documents import asking, sdgs, un_paper
from loaders.documents.kinds import VISIT, of_special_procedures
from loaders.documents.paragraphs import Paragraph
from loaders.documents.un_paper import UnPaper, plain
from loaders.special_procedures.visit_report import asks as asks_of
from loaders.special_procedures.visit_report.about import About, about
from loaders.special_procedures.visit_report.addressees import addressee

_TITLES = {
    DocumentKind.VISIT_REPORT: "Report on a country visit",
    DocumentKind.STATE_REPLY: "Comments of the State on a report on a country visit",
}
_TITLE = re.compile(rf"\b(?:Report|Rapport|Informe) |{VISIT.pattern}")


def recognise(source: Source) -> bool:
    title = un_paper.title(source)
    if title is None or title.kind not in _TITLES:
        return False
    return of_special_procedures(title.symbol, title.text) is not None


def load(source: Source) -> Iterator[Record]:
    """The document, the visit (one for each mandate and State), and the passages."""
    paper = un_paper.read(source)
    told = about(paper)
    kind = of_special_procedures(paper.title.symbol, paper.title.text) or DocumentKind.VISIT_REPORT
    yield Document(
        symbol=paper.title.symbol,
        kind=kind,
        title=paper.titled(_TITLE, _TITLES[kind]),
        issued=paper.title.issued,
        language=paper.title.language,
        state=told.states[0] if len(told.states) == 1 else None,
        place="page 1",
    )
    _tell(source, paper, told, kind)
    if kind is DocumentKind.VISIT_REPORT:
        yield from _visits(paper, told)
    if paper.title.language in asking.LANGUAGES:
        yield from _Reading(paper, told, kind, _anywhere(source, paper, kind)).records()


def _visits(paper: UnPaper, told: About) -> Iterator[Visit]:
    for state in told.states:
        for mandate in told.mandates:
            yield Visit(
                state=state,
                mandate=mandate,
                holder=told.holder if len(told.mandates) == 1 else "",
                start=told.start,
                end=told.end,
                report=paper.title.symbol,
                place="page 1",
            )


def _tell(source: Source, paper: UnPaper, told: About, kind: DocumentKind) -> None:
    """What the report does not say, and what of it is not read."""
    if paper.title.language not in asking.LANGUAGES:
        source.find("file", f"its language ({paper.title.language!r}) is not read: English, French and Spanish are")
    elif not paper.told.paragraphs:
        source.find("file", "no numbered paragraph was found: nothing of the text is read")
    if not told.states:
        source.find("page 1", "neither title nor first paragraphs name the State visited: no visit is known")
    if not told.mandates:
        source.find("page 1", "no mandate that is known is named: whose visit it was is not known")
    if len(told.states) > 1:
        source.find("page 1", f"a visit to {' and '.join(told.states)}: its passages address no single State")
    if len(told.mandates) > 1:
        source.find(
            "page 1",
            f"a joint visit ({', '.join(told.mandates)}): its passages stand under the first, no holder is told apart",
            Severity.NOTE,
        )
    if kind is DocumentKind.VISIT_REPORT and told.start is None:
        source.find("page 1", "the days of the visit are not told")


def _anywhere(source: Source, paper: UnPaper, kind: DocumentKind) -> bool:
    """Whether asks are looked for in the whole report, as it has no chapter of recommendations."""
    chapter = any(asks_of.is_chapter(paragraph.headings) for paragraph in paper.told.paragraphs)
    if paper.told.paragraphs and not chapter and kind is DocumentKind.VISIT_REPORT:
        source.find("file", "no chapter of recommendations was found: asks are looked for in every paragraph")
    return not chapter


@dataclass(frozen=True, slots=True)
class _Reading:
    """One report while its paragraphs become passages."""

    paper: UnPaper
    told: About
    kind: DocumentKind
    anywhere: bool

    @property
    def state(self) -> str | None:
        return self.told.states[0] if len(self.told.states) == 1 else None

    def records(self) -> Iterator[Passage]:
        for paragraph in self.paper.told.paragraphs:
            asked = self._asks(paragraph)
            yield self._passage(paragraph, str(paragraph.number), plain(paragraph.text), "", asks=asked)
            yield from self._items(paragraph, asked=asked)

    def _asks(self, paragraph: Paragraph) -> bool:
        if self.kind is not DocumentKind.VISIT_REPORT:
            return False
        return (self.anywhere or asks_of.is_chapter(paragraph.headings)) and asks_of.asks(
            paragraph, self.paper.title.language
        )

    def _items(self, paragraph: Paragraph, *, asked: bool) -> Iterator[Passage]:
        language = self.paper.title.language
        for item in paragraph.listed.items:
            letters = " ".join(f"({letter})" for letter in item.letters)
            own = asked and asks_of.item_asks(paragraph, item.text, language)
            text = plain(paragraph.item_text(item))
            yield self._passage(paragraph, f"{paragraph.number} {letters}", text, plain(item.text), asks=own)

    def _passage(self, paragraph: Paragraph, number: str, text: str, item: str, *, asks: bool) -> Passage:
        other = self._addressee(paragraph, item) if asks else ""
        own = self.kind is DocumentKind.VISIT_REPORT
        observed = own and asks_of.concludes(paragraph.headings)
        return Passage(
            symbol=self.paper.title.symbol,
            paragraph=number,
            kind=_passage_kind(asks=asks, observed=observed),
            state=None if other else self.state,
            mechanism=self.told.mandates[0] if own and self.told.mandates else None,
            text=text,
            language=self.paper.title.language,
            section=" > ".join(paragraph.headings),
            sdgs=sdgs.named(text),
            addressee=other,
            place=paragraph.place,
        )

    def _addressee(self, paragraph: Paragraph, item: str) -> str:
        """By the sentence that asks: the item's own, the lead's, or the first of the paragraph; then by the heading."""
        language = self.paper.title.language
        lead = asking.sentences(plain(paragraph.listed.lead))
        sentences = [*asking.sentences(item), *reversed(lead)] if item else lead
        asked = [one for one in sentences if asking.asks_in(one, language)]
        heading = paragraph.headings[-1] if paragraph.headings else ""
        return addressee((asked or lead[-1:] or [""])[0], heading, self.state or "")


def _passage_kind(*, asks: bool, observed: bool) -> PassageKind:
    """What a report describes is stated; what it concludes is observed."""
    if asks:
        return PassageKind.RECOMMENDATION
    return PassageKind.OBSERVATION if observed else PassageKind.STATEMENT


LOADER = Loader(
    name="special_procedures.visit_report",
    title="Report of a special procedure on a country visit",
    publisher="Office of the United Nations High Commissioner for Human Rights",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    gives="the visit with mandate, holder and days; every paragraph; asks with whom they address",
    leaves="annexes; pictures",
    recognise=recognise,
    load=load,
)
