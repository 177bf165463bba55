"""The mid-term report (PDF, DOCX; voluntary, without a symbol): what is said of each recommendation.

It is named by State and year, `midterm-report/SVN/2016`. Numbers without a report count the review that it is about.
"""

from collections.abc import Iterator
from dataclasses import replace

from graph.records import (
    Assessment,
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
from graph.source import Loader, Source
from loaders.documents import docx, pdf
from loaders.documents.paper import from_pdf, from_text
from loaders.upr import national_report
from loaders.upr.midterm.cover import Cover, cover, is_midterm
from loaders.upr.midterm.entries import Entry, entries, expand


def recognise(source: Source) -> bool:
    return is_midterm(source)


def load(source: Source) -> Iterator[Record]:
    """The document; a statement, links and an assessment for each entry, or the sections of a report in prose."""
    told = cover(source)
    year = str(told.day.year) if told.day else "undated"
    document = Document(
        symbol=f"midterm-report/{told.state}/{year}",
        kind=DocumentKind.MIDTERM_REPORT,
        title=told.title,
        issued=told.day,
        state=told.state,
        cycle=told.cycle,
        official=told.official,
        place="page 1",
    )
    yield document
    found = entries(source)
    if not found:
        paper = from_pdf(source.once(pdf.read)) if pdf.is_pdf(source) else from_text("\n".join(docx.paragraphs(source)))
        # the lists of a national report count the review before; of a mid-term report, the review it is about
        after = replace(document, cycle=told.cycle + 1 if told.cycle else None)
        for record in national_report.records(source, after, paper):
            yield replace(record, cycle=told.cycle) if isinstance(record, Passage) else record
        return
    if told.cycle is None and not told.report:
        source.find("page 1", "nothing tells which review it is about: its numbers are linked to nothing")
    for number, entry in enumerate(found, start=1):
        yield from _records(source, document, told, entry, number)


def _records(source: Source, document: Document, told: Cover, entry: Entry, number: int) -> Iterator[Record]:
    paragraph = entry.listed or f"entry {number}"
    yield Passage(
        symbol=document.symbol,
        paragraph=paragraph,
        kind=PassageKind.STATEMENT,
        state=told.state,
        text=entry.text,
        cycle=told.cycle,
        place=entry.place,
    )
    for one in expand(entry, source):
        about = _key(told, one)
        if about is None:
            continue
        yield StatedLink(
            subject=PassageKey(document.symbol, paragraph),
            relation=Relation.REPORTS_ON,
            object=about,
            basis=Basis.STATE_REPORT,
            quote=f"{entry.listed} {entry.text}"[:300],
            place=entry.place,
        )
        if entry.status:
            yield Assessment(
                about=about,
                assessor=told.state if told.official else document.title,
                scheme="mid-term-report",
                value=entry.status,
                words=entry.text[:500],
                day=told.day,
                document=document.symbol,
                paragraph=paragraph,
                official=told.official,
                place=entry.place,
            )


def _key(told: Cover, number: str) -> Key | None:
    if told.report and "." in number:
        return PassageKey(told.report, number)
    return ReviewKey(told.state, told.cycle, number) if told.cycle else None


LOADER = Loader(
    name="upr.midterm",
    title="Mid-term report on the implementation of UPR recommendations",
    publisher="The State under review, or whoever the report names",
    licence="not stated; published by the State or its author",
    gives="what is said of each recommendation; how far it is, in the words of the report",
    leaves="pictures, annexes",
    recognise=recognise,
    load=load,
)
