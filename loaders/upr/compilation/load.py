"""The UN compilation (`A/HRC/WG.6/…/2`; PDF): statements, what their endnotes cite, and OHCHR's own groupings."""

from collections.abc import Iterator
from contextlib import suppress

from graph import mechanisms
from graph.calendar import cycle
from graph.records import (
    Basis,
    Document,
    DocumentKind,
    Passage,
    PassageKey,
    PassageKind,
    Record,
    Relation,
    StatedLink,
)
from graph.source import Loader, Refused, Severity, Source
from loaders.documents import pdf, symbols
from loaders.documents.title_page import title_page
from loaders.upr.compilation.notes import Cited, Note, Reader
from loaders.upr.compilation.paper import Paper, from_pdf
from loaders.upr.compilation.statements import Statement, statements


def recognise(source: Source) -> bool:
    if not pdf.is_pdf(source):
        return False
    with suppress(Refused):
        page = title_page(source.once(pdf.read))
        return page.kind is DocumentKind.COMPILATION and page.symbol.endswith("/2")
    return False


def load(source: Source) -> Iterator[Record]:
    """The document, its statements, the passages they cite and the links that the notes state."""
    pages = source.once(pdf.read)
    title = title_page(pages)
    document = Document(
        symbol=title.symbol,
        kind=DocumentKind.COMPILATION,
        title="Compilation of UN information by the Office of the High Commissioner for Human Rights",
        issued=title.issued,
        language=title.language,
        state=title.state or None,
        cycle=cycle_of(title.symbol),
        place="page 1",
    )
    yield document
    if title.language != "en":
        source.find("file", f"a compilation in the language {title.language!r}: only English ones are read")
        return
    yield from records(source, document, from_pdf(pages))


def cycle_of(symbol: str) -> int | None:
    """The UPR cycle that the session in a symbol belongs to."""
    session = symbols.session(symbol)
    with suppress(ValueError):
        return cycle(session) if session else None
    return None


def records(source: Source, document: Document, paper: Paper) -> Iterator[Record]:
    """What a compilation says, from its paragraphs and notes, however they were come by."""
    reader = Reader(lambda reason: source.find("endnotes", reason))
    notes = {number: reader.read(number, text) for number, text in paper.notes.items()}
    if not notes:
        source.find("file", "no endnotes were found: nothing is known of what the statements cite")
    unplaced = set(notes)
    for statement in statements(paper, notes):
        unplaced -= {note.number for note in statement.notes}
        yield _statement(document, statement)
        for note in statement.notes:
            for cited in note.cited:
                yield from _cited(source, document, statement, note, cited)
        for listed, words in statement.relevant:
            yield from _grouped(document, statement, listed, words)
    lost = [number for number in sorted(unplaced) if notes[number].cited]
    if lost:
        told = ", ".join(map(str, lost))
        source.find(
            "endnotes",
            f"no mark was found for notes {told}: what they cite is linked to no sentence",
            Severity.NOTE,
        )


def _key(document: Document, statement: Statement) -> PassageKey:
    return PassageKey(document.symbol, statement.paragraph)


def _statement(document: Document, statement: Statement) -> Passage:
    return Passage(
        symbol=document.symbol,
        paragraph=statement.paragraph,
        kind=PassageKind.STATEMENT,
        state=document.state,
        text=statement.text,
        section=statement.heading,
        cycle=document.cycle,
        place=f"paragraph {statement.paragraph}",
    )


def _cited(source: Source, document: Document, statement: Statement, note: Note, cited: Cited) -> Iterator[Record]:
    """Each paragraph cited becomes a passage that says what the compilation says it says."""
    mechanism = mechanisms.from_symbol(cited.symbol)
    place = f"note {note.number}"
    if mechanism is None and "/Add." in cited.symbol:
        mechanism = mechanisms.from_sentence(statement.text)
        if mechanism is None:
            source.find(place, f"{cited.symbol}: the sentence does not say whose report it is", Severity.NOTE)
    for paragraph in cited.paragraphs or ("",):
        if paragraph:
            yield Passage(
                symbol=cited.symbol,
                paragraph=paragraph,
                kind=PassageKind.OBSERVATION,
                state=document.state,
                mechanism=mechanism,
                summary=statement.text,
                section=statement.heading,
                place=place,
            )
        yield StatedLink(
            subject=_key(document, statement),
            relation=Relation.CITES,
            object=PassageKey(cited.symbol, paragraph),
            basis=Basis.OHCHR_ENDNOTE,
            quote=note.text,
            place=place,
        )


def _grouped(document: Document, statement: Statement, listed: Cited, words: str) -> Iterator[Record]:
    for paragraph in listed.paragraphs:
        yield StatedLink(
            subject=_key(document, statement),
            relation=Relation.GROUPED_WITH,
            object=PassageKey(listed.symbol, paragraph),
            basis=Basis.OHCHR_ENDNOTE,
            quote=words,
            place=f"heading {statement.heading}" if statement.heading else "a note",
        )


LOADER = Loader(
    name="upr.compilation",
    title="UN compilation for the Universal Periodic Review",
    publisher="Office of the United Nations High Commissioner for Human Rights",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    recognise=recognise,
    load=load,
)
