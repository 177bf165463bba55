"""Any other UN paper with a symbol on its first page: known as a document, its text not read."""

from collections.abc import Iterator

from graph.records import Document, DocumentKind
from graph.source import Loader, Severity, Source
from loaders.documents import pdf
from loaders.documents.title_page import title_page
from loaders.upr.review_document import ENDINGS, cycle_of, first_page


def recognise(source: Source) -> bool:
    """A PDF with a document symbol."""
    page = first_page(source)
    return page is not None and bool(page.symbol)


def load(source: Source) -> Iterator[Document]:
    """The document alone; what it says is a finding to come back to."""
    page = title_page(source.once(pdf.read))
    kind = page.kind if page.kind and page.kind not in _WHOLE else DocumentKind.OTHER
    source.find("file", f"{page.symbol} is known as a document ({kind.value}); its text is not read", Severity.NOTE)
    yield Document(
        symbol=page.symbol,
        kind=kind,
        title=next((title for mark, title in _TITLES.items() if mark in page.symbol), "UN paper"),
        issued=page.issued,
        language=page.language,
        state=page.state or None,
        cycle=cycle_of(page.symbol),
        place="page 1",
    )


_TITLES = {"/Corr.": "Corrigendum", "/Add.": "Addendum", "/Rev.": "Revision"}
_WHOLE = (DocumentKind.WORKING_GROUP_REPORT, DocumentKind.ADDENDUM, *ENDINGS)
"""Kinds with loaders of their own: what those do not recognise (a corrigendum) is not the whole paper."""

LOADER = Loader(
    name="upr.paper",
    title="UN paper known by its symbol",
    publisher="United Nations",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    gives="the document alone",
    leaves="its text",
    recognise=recognise,
    load=load,
    fallback=True,
)
