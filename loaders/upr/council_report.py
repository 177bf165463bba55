"""The report of a session of the Human Rights Council: its chapter on the Universal Periodic Review.

For each State: the review's day and papers, the day its outcome was adopted, what the State said then, and how many
recommendations it supported and noted: "out of 215 recommendations received, 182 had enjoyed the support …".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph import clean, states
from graph.calendar import cycle_on
from graph.clean import Unclear
from graph.records import Document, DocumentKind, Passage, PassageKind, Record, Review, StatedTotal
from graph.source import Loader, Severity, Source
from loaders.documents import ordinals, pdf, symbols
from loaders.documents.paper import Paragraph, from_pdf
from loaders.documents.pdf import RAISED
from loaders.documents.title_page import title_page
from loaders.upr.review_document import cycle_of, english, first_page

_TITLE = re.compile(rf"Report of the Human Rights Council on its (?P<session>{ordinals.PATTERN})\s+session", re.I)
_REVIEW = re.compile(r"^The review of (?:the )?(?P<state>.{3,80}?) was held on (?P<day>\d{1,2} \w+ \d{4})\b")
_ADOPTED = re.compile(r"\bmeeting, on (?P<day>\d{1,2} \w+ \d{4}), the (?:Human Rights )?Council considered and adopted")
_OUTCOME = re.compile(r"\breports? of the Working Group on\b")
_OTHER = re.compile(r"^[B-Z]\.\s")
_OWN = re.compile(r"\b(?:State|country) under review\b", re.I)
"""Headings of what the State itself says, before and after the others."""
_OTHERS = re.compile(r"\b(?:member|observer) States|\bother (?:relevant )?stakeholders", re.I)
_WORDS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)}|another(?= recommendation\b))"
_TOTAL = re.compile(rf"\bPresident\b.*?\bof (?:the )?(?P<total>{_COUNT}) recommendations received\b(?P<rest>.*)$", re.I)
_SUPPORTED = re.compile(rf"\b({_COUNT})\b (?:recommendations )?had enjoyed|\b(?:supported|accepted) ({_COUNT})\b", re.I)
_NOTED = re.compile(rf"\b({_COUNT})\b (?:recommendations )?(?:had been|were) noted\b|\bnoted ({_COUNT})\b", re.I)
_PARTLY = re.compile(
    rf"\b(?:clarification|information)\b.*?\b(?:on|about) (?:the )?(?:remaining )?(?:another )?({_COUNT}) recommend",
    re.I,
)
"""Answers of which a part is supported and a part is noted."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A State's part of the chapter."""

    state: str
    day: date
    paragraphs: tuple[Paragraph, ...]

    def find(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return next((found for one in self.paragraphs if (found := pattern.search(_plain(one)))), None)


def recognise(source: Source) -> bool:
    page = first_page(source)
    return page is not None and bool(page.symbol) and bool(_TITLE.search(page.text))


def load(source: Source) -> Iterator[Record]:
    """The document, and for every State a review with its day of adoption, totals, and the State's statements."""
    pages = source.once(pdf.read)
    page = title_page(pages)
    title = _TITLE.search(page.text)
    document = Document(
        symbol=page.symbol,
        kind=DocumentKind.COUNCIL_REPORT,
        title=title[0] if title else "",
        issued=page.issued,
        language=page.language,
        place="page 1",
    )
    yield document
    if not english(source, document, "a report of the Council"):
        return
    session = ordinals.number(title["session"]) if title else None
    found = list(outcomes(source, from_pdf(pages).paragraphs))
    if not found:
        source.find("file", "no outcome of a review stands in it", Severity.NOTE)
    for outcome in found:
        yield from _records(source, document, outcome, session)
    source.find("file", f"{len(found)} outcomes of reviews are read, no other chapter", Severity.NOTE)


def outcomes(source: Source, paragraphs: tuple[Paragraph, ...]) -> Iterator[Outcome]:
    """From "The review of X was held on …" to the next one, or to the chapter's next part."""
    part: list[Paragraph] = []
    for paragraph in paragraphs:
        if _REVIEW.match(_plain(paragraph)) or _OTHER.match(paragraph.heading):
            yield from _outcome(source, part)
            part = []
        part.append(paragraph)
    yield from _outcome(source, part)


def _outcome(source: Source, part: list[Paragraph]) -> Iterator[Outcome]:
    found = _REVIEW.match(_plain(part[0])) if part else None
    if found:
        try:
            yield Outcome(states.state(found["state"]), clean.day(found["day"]), tuple(part))
        except Unclear as fault:
            source.find(f"paragraph {part[0].number}", f"{fault}: its outcome is not read")


def _records(source: Source, document: Document, outcome: Outcome, session: int | None) -> Iterator[Record]:
    place = f"paragraph {outcome.paragraphs[0].number}"
    cited = [one.symbol for paragraph in outcome.paragraphs for one in symbols.mentions(_plain(paragraph))]
    own = next((symbol for symbol in cited if symbols.session(symbol)), "")
    number = cycle_of(own) if own else cycle_on(outcome.day)
    if number is None:
        source.find(place, f"{outcome.day} falls into no cycle: the review is not read")
        return
    adopted = outcome.find(_ADOPTED)
    yield Review(
        state=outcome.state,
        cycle=number,
        session=symbols.session(own) if own else None,
        day=outcome.day,
        council_session=session,
        adopted=clean.day_or_none(adopted["day"]) if adopted else None,
        place=place,
    )
    report = _report(outcome)
    if report:
        yield from _total(source, outcome, report)
    else:
        source.find(place, f"the outcome of {outcome.state} names no report of the Working Group")
    for paragraph in _statements(outcome):
        yield Passage(
            symbol=document.symbol,
            paragraph=str(paragraph.number),
            kind=PassageKind.STATEMENT,
            state=outcome.state,
            text=_plain(paragraph),
            section=RAISED.sub("", paragraph.heading),
            cycle=number,
            place=f"paragraph {paragraph.number}",
        )


def _report(outcome: Outcome) -> str:
    """The symbol that stands after "the report of the Working Group"."""
    for paragraph in outcome.paragraphs:
        text = _plain(paragraph)
        named = _OUTCOME.search(text)
        if named:
            return next((symbols.parent(one.symbol) for one in symbols.mentions(text[named.end() :])), "")
    return ""


def _total(source: Source, outcome: Outcome, report: str) -> Iterator[StatedTotal]:
    """The President's figures; what was split into parts is neither supported nor noted."""
    for paragraph in outcome.paragraphs:
        found = _TOTAL.search(_plain(paragraph))
        supported = _counted(_SUPPORTED, found["rest"]) if found else None
        if found and supported is not None:
            place = f"paragraph {paragraph.number}"
            total, noted = _number(found["total"]), _counted(_NOTED, found["rest"])
            partly = _counted(_PARTLY, found["rest"])
            if supported + (noted or 0) + (partly or 0) != total:
                parts = f"{supported} supported, {noted} noted, {partly} in part"
                source.find(place, f"{total} recommendations to {outcome.state} are told, but {parts}")
            yield StatedTotal(
                report=report, total=total, supported=supported, noted=noted, partly_supported=partly, place=place
            )
            return
    reason = f"no figures of the President are found for {outcome.state}: how it answered is not told here"
    source.find(f"paragraph {outcome.paragraphs[-1].number}", reason, Severity.NOTE)


def _counted(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    return _number(next(group for group in found.groups() if group)) if found else None


def _number(told: str) -> int:
    if told.casefold() == "another":
        return 1
    return int(told) if told.isdigit() else _WORDS.index(told.casefold())


def _statements(outcome: Outcome) -> Iterator[Paragraph]:
    """What the State itself said; the others' comments are left out by name."""
    for paragraph in outcome.paragraphs:
        heading = paragraph.heading
        if _OWN.search(heading) and not _OTHERS.search(heading):
            yield paragraph


def _plain(paragraph: Paragraph) -> str:
    return clean.text(RAISED.sub("", paragraph.text))


LOADER = Loader(
    name="upr.council_report",
    title="Report of the Human Rights Council on a session: outcomes of reviews",
    publisher="United Nations Human Rights Council",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    gives="for each review: day, day of adoption, figures of support, what the State said",
    leaves="other chapters; what other States and stakeholders said",
    recognise=recognise,
    load=load,
)
