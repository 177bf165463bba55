"""Any other UN paper with a symbol on its first page: known as a document, its text not read yet."""

from collections.abc import Iterator
from contextlib import suppress

from graph.calendar import cycle
from graph.records import Document, DocumentKind
from graph.source import Loader, Refused, Severity, Source
from loaders.documents import pdf, symbols
from loaders.documents.title_page import title_page

_READ = (DocumentKind.WORKING_GROUP_REPORT, DocumentKind.ADDENDUM, DocumentKind.COMPILATION)


def recognise(source: Source) -> bool:
    """A PDF with a document symbol that no loader of its own kind reads."""
    if not pdf.is_pdf(source):
        return False
    with suppress(Refused):
        page = title_page(source.once(pdf.read))
        own = page.kind in _READ and (page.kind is not DocumentKind.COMPILATION or page.symbol.endswith("/2"))
        return bool(page.symbol) and not own
    return False


def load(source: Source) -> Iterator[Document]:
    """The document alone; what it says is a finding to come back to."""
    page = title_page(source.once(pdf.read))
    kind = page.kind if page.kind and page.kind not in _READ else DocumentKind.OTHER
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
