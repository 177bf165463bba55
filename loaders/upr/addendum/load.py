"""The addendum (PDF, `A/HRC/…/Add.1`): positions by class with their lists, comments, or free answers by number.

The paragraph of a `PositionStated` may be a bare number ("18"): it counts the report's own list, and resolving
finds the report's full number for it.
"""

import re
from collections.abc import Iterator
from contextlib import suppress

from graph.records import Document, DocumentKind, PassageKey, Position, PositionStated, Record, StatedTotal
from graph.source import Loader, Refused, Source
from loaders.documents import furniture, numbers, pdf, symbols
from loaders.documents.title_page import TitlePage, title_page
from loaders.upr.addendum.answers import position, remark
from loaders.upr.addendum.comments import comments
from loaders.upr.addendum.parts import Part, parts

_NAMED = re.compile(
    r"\b(?:recommendations?\s*:?\s*(?:Nos?\.?\s*|numbers?\s*)?|paragraphs?\s+(?=\d{1,3}\.\d))"
    rf"(?P<list>{numbers.LIST})",
    re.I,
)
"""A list of recommendations; paragraphs are recommendations only where they are dotted (`122.17`)."""
_TOTAL = re.compile(r"\b(?:contains|received|total of)\s+(\d{1,3})\s+recommendations\b", re.I)
_SUPPORTED = re.compile(r"\b(?:accepts?|supports?)\s+(\d{1,3})\s+recommendations\b", re.I)
_NOTED = re.compile(r"\bnotes?\s+(\d{1,3})\s+recommendations\b|\b(\d{1,3})\s+(?:are\s+)?noted\b", re.I)
MOST_WORDS = 1500
"""Letters of a comment that are kept as the State's remark."""


def recognise(source: Source) -> bool:
    """A PDF whose title page says it holds a State's views on its recommendations."""
    if not pdf.is_pdf(source):
        return False
    with suppress(Refused):
        page = title_page(source.once(pdf.read))
        return page.kind is DocumentKind.ADDENDUM and "/Add." in page.symbol
    return False


def load(source: Source) -> Iterator[Record]:
    """The document, its comments, one position for each recommendation it answers, and the totals it tells."""
    pages = source.once(pdf.read)
    title = title_page(pages)
    yield Document(
        symbol=title.symbol,
        kind=DocumentKind.ADDENDUM,
        title="Views on conclusions and/or recommendations, voluntary commitments and replies by the State",
        issued=title.issued,
        language=title.language,
        state=title.state or None,
        place="page 1",
    )
    if title.language != "en":
        source.find("file", f"an addendum in the language {title.language!r}: only English ones are read")
        return
    body = furniture.body(pages)
    found = list(parts(body.lines, body.size))
    classes = [(part, value) for part in found if (value := _class_position(part))]
    answered = _by_class(source, title, classes, found) if classes else _by_number(source, title, found)
    told = list(answered)
    if not told:
        source.find("file", "no position was found: the State may have answered in a table or in other words")
    else:
        yield from comments(title, _answers(found, by_class=bool(classes)))
    yield from told
    yield from _totals(title, " ".join(part.text for part in found[:6]))


def _class_position(part: Part) -> Position | None:
    """The position of a class of recommendations: its heading names it, or its sentence; None if it is no class."""
    if part.comment or not _NAMED.search(part.text):
        return None
    return (position(part.heading) if part.heading else None) or position(part.text)


def _by_class(
    source: Source, title: TitlePage, classes: list[tuple[Part, Position]], found: list[Part]
) -> Iterator[PositionStated]:
    """Every number of every class, with the comment that stands further on as its remark."""
    comments = {number: part for part in found if part.comment for number in _expand(source, part, part.numbers)}
    for part, value in classes:
        for listed in _NAMED.finditer(part.text):
            for number in _expand(source, part, listed["list"]):
                comment = comments.get(number)
                said = comment.text[:MOST_WORDS] if comment else remark(f"{part.heading}. {part.text}")
                yield _stated(title, number, value, part, said)


def _by_number(source: Source, title: TitlePage, found: list[Part]) -> Iterator[PositionStated]:
    """An answer for each number. Bare numbers count only where no answer names its recommendation by a fuller one:
    elsewhere they number the addendum's own paragraphs."""
    for part in _answers(found, by_class=False):
        by_heading = position(part.heading) if part.comment and part.heading else None
        value = by_heading or position(part.text)
        for number in _expand(source, part, part.numbers.replace(".,", ",").rstrip(".")):
            if value is None:
                reason = f"recommendation {number}: the answer takes no position: {part.text[:80]!r}"
                source.find(f"page {part.page}", reason)
            else:
                yield _stated(title, number, value, part, remark(part.text))


def _answers(found: list[Part], *, by_class: bool) -> list[Part]:
    """The parts that speak of single recommendations."""
    full = [part for part in found if part.comment]
    return full or ([] if by_class else [part for part in found if part.numbers])


def _stated(title: TitlePage, number: str, value: Position, part: Part, said: str) -> PositionStated:
    return PositionStated(
        about=PassageKey(symbols.parent(title.symbol), number),
        position=value,
        document=title.symbol,
        paragraph=part.numbers.rstrip(".") if not part.comment else "",
        day=title.issued,
        words=part.text[:300],
        remark=said,
        place=f"page {part.page}",
    )


def _expand(source: Source, part: Part, listed: str) -> list[str]:
    return numbers.expand(listed, lambda reason: source.find(f"page {part.page}", reason))


def _totals(title: TitlePage, text: str) -> Iterator[StatedTotal]:
    """What the State says of its own numbers, where it says it in one figure."""
    total, supported, noted = _TOTAL.search(text), _SUPPORTED.search(text), _NOTED.search(text)
    if total or supported or noted:
        yield StatedTotal(
            report=symbols.parent(title.symbol),
            total=int(total[1]) if total else None,
            supported=int(supported[1]) if supported else None,
            noted=int(noted[1] or noted[2]) if noted else None,
            place="page 2",
        )


LOADER = Loader(
    name="upr.addendum",
    title="Addendum: the State's views on its recommendations",
    publisher="United Nations Human Rights Council",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    gives="positions with the State's remarks; its comments on single recommendations; totals",
    leaves="general remarks that name no recommendation",
    recognise=recognise,
    load=load,
)
