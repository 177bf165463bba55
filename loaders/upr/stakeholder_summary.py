"""The summary of stakeholders' submissions (`A/HRC/WG.6/…/3`): statements, and the recommendations OHCHR lists beside.

Built like the compilation. Its sources are submissions (`JS3, p. 4`), which have no symbol: they are not linked yet.
"""

from collections.abc import Iterator
from contextlib import suppress

from graph.records import Document, DocumentKind, Record
from graph.source import Loader, Refused, Source
from loaders.documents import pdf
from loaders.documents.paper import from_pdf
from loaders.documents.title_page import title_page
from loaders.upr.compilation import load as compilation


def recognise(source: Source) -> bool:
    if not pdf.is_pdf(source):
        return False
    with suppress(Refused):
        page = title_page(source.once(pdf.read))
        return page.kind is DocumentKind.STAKEHOLDER_SUMMARY and page.symbol.endswith("/3")
    return False


def load(source: Source) -> Iterator[Record]:
    """The document, its statements, and links to the recommendations that its notes list."""
    pages = source.once(pdf.read)
    title = title_page(pages)
    document = Document(
        symbol=title.symbol,
        kind=DocumentKind.STAKEHOLDER_SUMMARY,
        title="Summary of stakeholders’ information by the Office of the High Commissioner for Human Rights",
        issued=title.issued,
        language=title.language,
        state=title.state or None,
        cycle=compilation.cycle_of(title.symbol),
        place="page 1",
    )
    yield document
    if title.language != "en":
        source.find("file", f"a summary in the language {title.language!r}: only English ones are read")
        return
    yield from compilation.records(source, document, from_pdf(pages))


LOADER = Loader(
    name="upr.stakeholder_summary",
    title="Summary of stakeholders' submissions for the Universal Periodic Review",
    publisher="Office of the United Nations High Commissioner for Human Rights",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    recognise=recognise,
    load=load,
)
