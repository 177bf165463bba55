"""UPR papers as republished in JSON, one paper a file: the text without its layout.

Symbol and State are trusted from the symbol inside; the file's own cycle and date are known to be wrong at times.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from graph import clean, states
from graph.clean import Unclear
from graph.records import Document, DocumentKind, Record
from graph.source import Loader, Refused, Source
from loaders.documents import symbols
from loaders.documents.paper import from_text
from loaders.upr import national_report
from loaders.upr.compilation import load as compilation
from loaders.upr.review_document import cycle_of

_KEYS = (b'"_source"', b'"country_code"', b'"doc_type"', b'"symbol"')
_KINDS = {"1": DocumentKind.NATIONAL_REPORT, "2": DocumentKind.COMPILATION, "3": DocumentKind.STAKEHOLDER_SUMMARY}

_BEGINNING = 2000
"""Letters in which a paper gives its own symbol."""


def recognise(source: Source) -> bool:
    content = source.content() if source.path.stat().st_size < 5_000_000 else b""
    return content.lstrip().startswith(b"{") and all(key in content for key in _KEYS)


def load(source: Source) -> Iterator[Record]:
    """The document; of a compilation and a national report also what they say, cite and answer."""
    try:
        told: dict[str, Any] = json.loads(source.content())
        symbol = clean.symbol(str(told["symbol"]))
    except (ValueError, KeyError, Unclear) as fault:
        raise Refused(f"not a UPR paper in JSON ({fault})") from fault
    state = None
    with suppress(Unclear):
        state = states.state(symbols.state_code(symbol))
    kind = _KINDS.get(symbol.rsplit("/", 1)[-1], DocumentKind.OTHER)
    document = Document(
        symbol=symbol,
        kind=kind,
        title=clean.text(str(told.get("title") or "")),
        state=state,
        cycle=cycle_of(symbol),
        place="file",
    )
    if document.cycle and str(told.get("cycle")) not in (str(document.cycle), "None"):
        source.find("cycle", f"the file says cycle {told.get('cycle')}; its symbol belongs to cycle {document.cycle}")
    inside = [one.symbol for one in symbols.mentions(str(told.get("text") or "")[:_BEGINNING])]
    if inside and symbol not in inside:
        source.find("symbol", f"the file gives {symbol}, its text begins with {inside[0]}: look which it is")
    yield document
    paper = from_text(str(told.get("text") or ""))
    if kind in (DocumentKind.COMPILATION, DocumentKind.STAKEHOLDER_SUMMARY):
        yield from compilation.records(source, document, paper)
    elif kind is DocumentKind.NATIONAL_REPORT:
        yield from national_report.records(source, document, paper)
    else:
        source.find("file", f"only the document itself is read of a {kind.value}; its text is not read yet")


LOADER = Loader(
    name="upr.documents_json",
    title="UPR paper as JSON",
    publisher="republished from the United Nations",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    gives="what the paper itself gives",
    leaves="the date beside it, which is not the document's",
    recognise=recognise,
    load=load,
)
