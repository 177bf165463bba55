"""The decision by which the Human Rights Council adopts the outcome of a review (`A/HRC/DEC/43/112`; PDF)."""

import re
from collections.abc import Iterator
from contextlib import suppress

from graph import clean, states
from graph.calendar import cycle_on
from graph.clean import Unclear
from graph.records import Basis, Document, DocumentKind, PassageKey, Record, Relation, Review, StatedLink
from graph.source import Loader, Source
from loaders.documents import pdf, symbols
from loaders.documents.pdf import RAISED
from loaders.documents.title_page import title_page
from loaders.upr.review_document import english, first_page

_TITLE = re.compile(
    r"\bOutcome of the universal periodic review\s*:\s*(?:the )?(?P<state>.{3,80}?)\s+The Human Rights", re.I
)
_REVIEWED = re.compile(r"\bconducted the review of .{3,80}? on (?P<day>\d{1,2} \w+ \d{4})\b", re.I)
_ADOPTED = re.compile(r"\bmeeting\s+(?P<day>\d{1,2} \w+ \d{4})\b", re.I)
_SESSION = re.compile(r"/DEC/(\d+)/")


def recognise(source: Source) -> bool:
    """A PDF with the symbol of a decision and the title of an outcome."""
    page = first_page(source)
    return page is not None and bool(_SESSION.search(page.symbol)) and bool(_TITLE.search(page.text))


def load(source: Source) -> Iterator[Record]:
    """The document, the review it ends with the day of adoption, and the papers that make up the outcome."""
    pages = source.once(pdf.read)
    page = title_page(pages)
    text = clean.text(" ".join(RAISED.sub("", line.text) for one in pages for line in one.lines))
    title, reviewed, adopted = _TITLE.search(page.text), _REVIEWED.search(text), _ADOPTED.search(text)
    state = None
    with suppress(Unclear):
        state = states.state(title["state"] if title else "")
    day = clean.day_or_none(reviewed[1]) if reviewed else None
    number = cycle_on(day) if day else None
    document = Document(
        symbol=page.symbol,
        kind=DocumentKind.COUNCIL_DECISION,
        title=f"Outcome of the universal periodic review: {title['state']}" if title else "",
        issued=page.issued,
        language=page.language,
        state=state,
        cycle=number,
        place="page 1",
    )
    yield document
    if not english(source, document, "a decision"):
        return
    session = _SESSION.search(page.symbol)
    if adopted is None:
        source.find("file", "no day of adoption stands under the decision")
    if state and number:
        yield Review(
            state=state,
            cycle=number,
            day=day,
            council_session=int(session[1]) if session else None,
            adopted=clean.day_or_none(adopted["day"]) if adopted else None,
            decision=page.symbol,
            place="page 1",
        )
    else:
        source.find("page 1", "the State or the day of its review could not be read: the decision stands alone")
    for symbol in dict.fromkeys(one.symbol for one in symbols.mentions(text)):
        if symbol not in (page.symbol, symbols.parent(page.symbol)):
            yield StatedLink(
                subject=PassageKey(page.symbol),
                relation=Relation.CITES,
                object=PassageKey(symbol),
                basis=Basis.CITED_IN_TEXT,
                quote=symbol,
                place="page 1",
            )


LOADER = Loader(
    name="upr.decision",
    title="Decision of the Human Rights Council on the outcome of a review",
    publisher="United Nations Human Rights Council",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    gives="the review with its day of adoption; the papers that make up the outcome",
    recognise=recognise,
    load=load,
)
