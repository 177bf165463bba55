"""The UN compilation (`A/HRC/WG.6/…/2`; PDF): statements, what their endnotes cite, and OHCHR's own groupings."""

from collections.abc import Iterator

from graph import mechanisms
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
from graph.source import Loader, Severity, Source
from loaders.documents import pdf
from loaders.documents.paper import Paper, from_pdf
from loaders.upr import review_document
from loaders.upr.compilation.listing import LISTING
from loaders.upr.compilation.notes import Cited, Note, Reader
from loaders.upr.compilation.statements import Statement, statements
from loaders.upr.compilation.submissions import Submissions
from loaders.upr.compilation.whose import Authors


def recognise(source: Source) -> bool:
    return review_document.recognise(source, DocumentKind.COMPILATION)


def load(source: Source) -> Iterator[Record]:
    """The document, its statements, the passages they cite and the links that the notes state."""
    document = review_document.document(source, DocumentKind.COMPILATION)
    yield document
    if review_document.english(source, document, "a compilation"):
        yield from records(source, document, from_pdf(source.once(pdf.read)))


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
    submissions = Submissions.of(paper.notes)
    yield from submissions.records(document)
    for statement in told:
        yield _statement(document, statement)
        for note in statement.notes:
            _check(source, statement, note)
            for cited in note.cited:
                yield from _cited(document, statement, note, cited, authors)
            yield from submissions.links(document, statement.paragraph, note.number, note.text)
        for listed, words in statement.relevant:
            yield from _grouped(document, statement, listed, words)
    submissions.tell(source)
    _account(source, told, notes, submissions, authors)


def _check(source: Source, statement: Statement, note: Note) -> None:
    """An "Ibid." that leads to another body than the one that speaks may be a slip of the paper's."""
    speaker = mechanisms.speaker(statement.text)
    bodies = {body.split("-")[0] for cited in note.cited if (body := mechanisms.from_symbol(cited.symbol))}
    if speaker and bodies and speaker not in bodies and "Ibid" in note.text:
        led = ", ".join(sorted(bodies))
        source.find(
            f"note {note.number}", f"the sentence speaks of {speaker}, its Ibid. leads to {led}: kept as printed"
        )


def _account(
    source: Source, told: list[Statement], notes: dict[int, Note], submissions: Submissions, authors: Authors
) -> None:
    """Say what of the notes is linked to nothing, and whose report nobody names."""
    placed = {note.number for statement in told for note in statement.notes}
    lost = [number for number in sorted(notes) if notes[number].cited and number not in placed]
    if lost:
        reason = f"no mark was found for notes {', '.join(map(str, lost))}: what they cite is linked to no sentence"
        source.find("endnotes", reason, Severity.NOTE)
    elsewhere = [
        number
        for number, note in notes.items()
        if not (note.cited or note.relevant or number in submissions.cited or LISTING.match(note.text))
    ]
    if elsewhere:
        reason = f"{len(elsewhere)} notes name neither a symbol nor a submission (letters, web pages): not linked"
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
    gives="statements, the passages and agencies' submissions that their endnotes cite, OHCHR's groupings",
    leaves="tables in smaller letters; notes that name neither a symbol nor a submission",
    recognise=recognise,
    load=load,
)
