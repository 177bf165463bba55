"""Any other UN paper with a symbol on its first page: known as a document, its text not read yet."""

from collections.abc import Iterator
from contextlib import suppress

from graph.calendar import cycle
from graph.records import Document, DocumentKind
from graph.source import Loader, Refused, Severity, Source
from loaders.documents import pdf, symbols
from loaders.documents.title_page import title_page

_READ = (DocumentKind.WORKING_GROUP_REPORT, DocumentKind.ADDENDUM)
_OF_A_REVIEW = {
    DocumentKind.NATIONAL_REPORT: "/1",
    DocumentKind.COMPILATION: "/2",
    DocumentKind.STAKEHOLDER_SUMMARY: "/3",
}
"""Kinds that are read where the symbol ends so; a corrigendum's does not."""


def recognise(source: Source) -> bool:
    """A PDF with a document symbol that no loader of its own kind reads."""
    if not pdf.is_pdf(source):
        return False
    with suppress(Refused):
        page = title_page(source.once(pdf.read))
        ending = _OF_A_REVIEW.get(page.kind) if page.kind else None
        own = page.kind in _READ or (ending is not None and page.symbol.endswith(ending))
        return bool(page.symbol) and not own
    return False


def load(source: Source) -> Iterator[Document]:
    """The document alone; what it says is a finding to come back to."""
    page = title_page(source.once(pdf.read))
    read = page.kind in _READ or page.kind in _OF_A_REVIEW
    kind = page.kind if page.kind and not read else DocumentKind.OTHER
    session = symbols.session(page.symbol)
    number = None
    with suppress(ValueError):
        number = cycle(session) if session else None
    source.find("file", f"{page.symbol} is known as a document ({kind.value}); its text is not read yet", Severity.NOTE)
    yield Document(
        symbol=page.symbol,
        kind=kind,
        issued=page.issued,
        language=page.language,
        state=page.state or None,
        cycle=number,
        place="page 1",
    )


LOADER = Loader(
    name="upr.paper",
    title="UN paper known by its symbol",
    publisher="United Nations",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    recognise=recognise,
    load=load,
)
