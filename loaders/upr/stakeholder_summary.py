"""The summary of stakeholders' submissions (`A/HRC/WG.6/…/3`): statements, and the recommendations OHCHR lists beside.

Built like the compilation. Its sources are submissions (`JS3, p. 4`), which have no symbol: the first note lists them.
"""

from collections.abc import Iterator

from graph.records import DocumentKind, Record
from graph.source import Loader, Source
from loaders.documents import pdf
from loaders.documents.paper import from_pdf
from loaders.upr import review_document
from loaders.upr.compilation import load as compilation


def recognise(source: Source) -> bool:
    return review_document.recognise(source, DocumentKind.STAKEHOLDER_SUMMARY)


def load(source: Source) -> Iterator[Record]:
    """The document, its statements, and links to the recommendations that its notes list."""
    document = review_document.document(source, DocumentKind.STAKEHOLDER_SUMMARY)
    yield document
    if review_document.english(source, document, "a summary"):
        yield from compilation.records(source, document, from_pdf(source.once(pdf.read)))


LOADER = Loader(
    name="upr.stakeholder_summary",
    title="Summary of stakeholders' submissions for the Universal Periodic Review",
    publisher="Office of the United Nations High Commissioner for Human Rights",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    gives="statements, submissions with the organisations behind them, recommendations listed beside them",
    leaves="notes that name neither a symbol nor a submission",
    recognise=recognise,
    load=load,
)
