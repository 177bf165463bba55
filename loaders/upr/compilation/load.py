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
from loaders.documents.paper import Paper, from_pdf
from loaders.documents.title_page import title_page
from loaders.upr.compilation.notes import Cited, Note, Reader
from loaders.upr.compilation.statements import Statement, statements
from loaders.upr.compilation.whose import Authors


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
    if not paper.paragraphs:
        source.find("file", "no numbered paragraph was found: nothing of the text is read")
    if paper.left_out:
        reason = f"{paper.left_out} lines in smaller letters (tables) are not read"
        source.find("file", reason, Severity.NOTE)
    told = list(statements(paper, notes))
    authors = Authors(told)
    for statement in told:
        yield _statement(document, statement)
        for note in statement.notes:
            _check(source, statement, note)
            for cited in note.cited:
                yield from _cited(document, statement, note, cited, authors)
        for listed, words in statement.relevant:
            yield from _grouped(document, statement, listed, words)
    _account(source, told, notes, reader.elsewhere, authors)


def _check(source: Source, statement: Statement, note: Note) -> None:
    """An "Ibid." that leads to another body than the one that speaks may be a slip of the paper's."""
    speaker = mechanisms.speaker(statement.text)
    bodies = {body.split("-")[0] for cited in note.cited if (body := mechanisms.from_symbol(cited.symbol))}
    if speaker and bodies and speaker not in bodies and "Ibid" in note.text:
        led = ", ".join(sorted(bodies))
        source.find(
            f"note {note.number}", f"the sentence speaks of {speaker}, its Ibid. leads to {led}: kept as printed"
        )


def _account(source: Source, told: list[Statement], notes: dict[int, Note], elsewhere: int, authors: Authors) -> None:
    """Say what of the notes is linked to nothing, and whose report nobody names."""
    placed = {note.number for statement in told for note in statement.notes}
    lost = [number for number in sorted(notes) if notes[number].cited and number not in placed]
    if lost:
        reason = f"no mark was found for notes {', '.join(map(str, lost))}: what they cite is linked to no sentence"
        source.find("endnotes", reason, Severity.NOTE)
    if elsewhere:
        reason = f"{elsewhere} notes name no document symbol (submissions, letters, web pages): they are not linked"
        source.find("endnotes", reason, Severity.NOTE)
    cited = {one.symbol for number in placed for one in notes[number].cited}
    for symbol in sorted(cited):
        if authors.of(symbol, "") == (PassageKind.OBSERVATION, None):
            source.find("endnotes", f"{symbol}: no sentence says whose report it is", Severity.NOTE)


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


def _cited(document: Document, statement: Statement, note: Note, cited: Cited, authors: Authors) -> Iterator[Record]:
    """Each paragraph cited becomes a passage that says what the compilation says it says."""
    place = f"note {note.number}"
    for paragraph in cited.paragraphs or ("",):
        kind, mechanism = authors.of(cited.symbol, paragraph)
        if paragraph:
            yield Passage(
                symbol=cited.symbol,
                paragraph=paragraph,
                kind=kind,
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
