"""What the three papers of a review have in common: a title page that says which of them it is, and a symbol."""

from contextlib import suppress

from graph.calendar import cycle
from graph.records import Document, DocumentKind
from graph.source import Refused, Source
from loaders.documents import pdf, symbols
from loaders.documents.title_page import TitlePage, title_page

ENDINGS = {
    DocumentKind.NATIONAL_REPORT: "/1",
    DocumentKind.COMPILATION: "/2",
    DocumentKind.STAKEHOLDER_SUMMARY: "/3",
}
"""How the symbol of each ends (`A/HRC/WG.6/34/SVN/1`); a corrigendum's does not."""

_TITLES = {
    DocumentKind.NATIONAL_REPORT: "National report of the State under review",
    DocumentKind.COMPILATION: "Compilation of UN information by the Office of the High Commissioner for Human Rights",
    DocumentKind.STAKEHOLDER_SUMMARY: (
        "Summary of stakeholders’ information by the Office of the High Commissioner for Human Rights"
    ),
}


def first_page(source: Source) -> TitlePage | None:
    """The title page of a PDF; None for any other file, and for a PDF without text. Never raises."""
    if not pdf.is_pdf(source):
        return None
    with suppress(Refused):
        return title_page(source.once(pdf.read))
    return None


def recognise(source: Source, kind: DocumentKind) -> bool:
    """Whether a PDF is this paper of a review."""
    page = first_page(source)
    return page is not None and page.kind is kind and page.symbol.endswith(ENDINGS[kind])


def document(source: Source, kind: DocumentKind) -> Document:
    """The document that a PDF's title page tells of. Raises Refused for a PDF that cannot be read."""
    page = title_page(source.once(pdf.read))
    return Document(
        symbol=page.symbol,
        kind=kind,
        title=_TITLES[kind],
        issued=page.issued,
        language=page.language,
        state=page.state or None,
        cycle=cycle_of(page.symbol),
        place="page 1",
    )


def cycle_of(symbol: str) -> int | None:
    """The UPR cycle that the session in a symbol belongs to."""
    session = symbols.session(symbol)
    with suppress(ValueError):
        return cycle(session) if session else None
    return None


def english(source: Source, document: Document, what: str) -> bool:
    """Whether the text can be read; what is not in English is a finding."""
    if document.language != "en":
        source.find("file", f"{what} in the language {document.language!r}: only English ones are read")
    return document.language == "en"
