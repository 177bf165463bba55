"""The report of the Working Group on the UPR (PDF): what a State was asked, by whom, and what it said at once."""

import re
from collections.abc import Iterator
from contextlib import suppress

from graph import clean
from graph.calendar import cycle
from graph.records import Document, DocumentKind, Passage, PassageKind, PositionStated, Record, Review, StatedTotal
from graph.source import Loader, Refused, Severity, Source
from loaders.documents import furniture, pdf
from loaders.documents.title_page import TitlePage, title_page
from loaders.upr.working_group.asks import Ask, Asks
from loaders.upr.working_group.blocks import Block, join
from loaders.upr.working_group.conclusions import chapter
from loaders.upr.working_group.dialogue import paragraphs
from loaders.upr.working_group.interpret import interpret
from loaders.upr.working_group.introduction import Introduction, introduction
from loaders.upr.working_group.outline import Outline, outline
from loaders.upr.working_group.pledges import pledges

_LANGUAGES = ("en", "fr", "es")
"""Languages whose words for chapters and positions are known."""


def recognise(source: Source) -> bool:
    """A PDF whose title page says it is such a report; its addendum is another paper."""
    if not pdf.is_pdf(source):
        return False
    with suppress(Refused):
        page = title_page(source.once(pdf.read))
        return page.kind is DocumentKind.WORKING_GROUP_REPORT and bool(page.symbol)
    return False


def load(source: Source) -> Iterator[Record]:
    """The document, the review, each recommendation, each position stated, each pledge."""
    pages = source.once(pdf.read)
    title = title_page(pages)
    if not title.state:
        source.find("page 1", "no State is named on the title page: recommendations are read without one")
    body = furniture.body(pages)
    parts = outline(body)
    told = introduction(join(line.text for line in parts.introduction))
    session = told.session
    yield _document(title, session)
    if title.language not in _LANGUAGES:
        reason = f"a report in the language {title.language!r}: English, French and Spanish ones are read"
        source.find("file", f"{reason}; use one of these")
        return
    yield from _review(source, title, told)
    if not parts.conclusions:
        source.find("file", 'no chapter "Conclusions and/or recommendations" was found: no recommendation was read')
        return
    yield from _passages(source, title, parts, session)
    _footnotes(source, body, parts)


def _footnotes(source: Source, body: furniture.Body, parts: Outline) -> None:
    """Footnotes of chapter II ("as read in the dialogue: …") are no part of an ask: they are told."""
    pages = {line.page for line in parts.conclusions}
    notes: list[Block] = []
    for line in body.footnotes:
        if line.page in pages and (not notes or furniture.MARK.match(line.text)):
            notes.append(Block("", line.page, [line.text]))
        elif line.page in pages:
            notes[-1].lines.append(line.text)
    for note in notes:
        source.find(f"page {note.page}", f"a footnote, not read into an ask: {note.text}", Severity.NOTE)


def _document(title: TitlePage, session: int | None) -> Document:
    return Document(
        symbol=title.symbol,
        kind=DocumentKind.WORKING_GROUP_REPORT,
        title="Report of the Working Group on the Universal Periodic Review",
        issued=title.issued,
        language=title.language,
        state=title.state or None,
        cycle=_cycle(session),
        place="page 1",
    )


def _cycle(session: int | None) -> int | None:
    with suppress(ValueError):
        return cycle(session) if session else None
    return None


def _review(source: Source, title: TitlePage, told: Introduction) -> Iterator[Review]:
    number = _cycle(told.session)
    if told.session and told.told_session and told.session != told.told_session:
        reason = f"session {told.told_session} in words, {told.session} in its papers' symbols: the symbols are taken"
        source.find("introduction", reason)
    if number is None or not title.state:
        source.find("introduction", "the session of the review was not found: it belongs to no cycle")
        return
    yield Review(
        state=title.state,
        cycle=number,
        session=told.session,
        start=told.start,
        end=told.end,
        day=told.day,
        troika=told.troika,
        place="introduction",
    )


def _passages(source: Source, title: TitlePage, parts: Outline, session: int | None) -> Iterator[Record]:
    dialogue = paragraphs(parts.dialogue)
    found = interpret(chapter(parts.conclusions), dialogue, title.state)
    _report(source, found)
    for ask in found.by_paragraph.values():
        yield _recommendation(ask, title, session)
        if ask.position is not None:
            yield _position(ask, title)
    for block in (*found.pledges, *pledges(parts.pledges)):
        yield _passage(block, PassageKind.PLEDGE, title, session)
    for number in sorted(found.statements & dialogue.keys()):
        told = Block(str(number), dialogue[number].page, [dialogue[number].text])
        yield _passage(told, PassageKind.STATEMENT, title, session)
    yield from _total(title, parts)
    if not found.by_paragraph:
        source.find("file", "no recommendation was found in the chapter of recommendations")


def _report(source: Source, found: Asks) -> None:
    for page, reason in found.odd:
        source.find(f"page {page}", reason)
    for page, reason in found.notes:
        source.find(f"page {page}", reason, Severity.NOTE)
    silent = sorted({ask.stated_in for ask in found.by_paragraph.values() if ask.position is None})
    for number in silent:
        reason = "no position is stated for the list under it: see the addendum"
        source.find(f"paragraph {number}", reason, Severity.NOTE)


def _recommendation(ask: Ask, title: TitlePage, session: int | None) -> Passage:
    return Passage(
        symbol=title.symbol,
        paragraph=ask.paragraph,
        kind=PassageKind.RECOMMENDATION,
        state=title.state or None,
        mechanism="UPR",
        text=ask.text,
        language=title.language,
        recommending_states=ask.states,
        cycle=_cycle(session),
        aliases=ask.aliases,
        place=f"page {ask.page}",
    )


def _position(ask: Ask, title: TitlePage) -> PositionStated:
    assert ask.position is not None  # noqa: S101 - told by the caller
    return PositionStated(
        about=_recommendation(ask, title, None).key,
        position=ask.position,
        document=title.symbol,
        paragraph=ask.stated_in,
        day=title.issued,
        words=ask.words,
        remark=ask.remark,
        place=f"page {ask.page}",
    )


def _passage(block: Block, kind: PassageKind, title: TitlePage, session: int | None) -> Passage:
    return Passage(
        symbol=title.symbol,
        paragraph=block.number,
        kind=kind,
        state=title.state or None,
        mechanism="UPR",
        text=block.text,
        language=title.language,
        cycle=_cycle(session),
        place=f"page {block.page}",
    )


_TOTAL = re.compile(
    r"\b(?:total of|all(?: of)? the|received|total de|les|las) (\d{1,3}) "
    r"(?:recommendations|recommandations|recomendaciones)\b",
    re.I,
)


def _total(title: TitlePage, parts: Outline) -> Iterator[StatedTotal]:
    """What the report says of its own number of recommendations."""
    text = clean.text(" ".join(line.text for line in parts.conclusions[:12]))
    found = _TOTAL.search(text)
    if found:
        yield StatedTotal(report=title.symbol, total=int(found[1]), place="chapter II")


LOADER = Loader(
    name="upr.working_group_report",
    title="Report of the Working Group on the Universal Periodic Review",
    publisher="United Nations Human Rights Council",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    gives="recommendations with paragraph, States and stated position; pledges; the review with days and troika",
    leaves="chapter I, but for what is referred to; annexes; footnotes (each is a note)",
    recognise=recognise,
    load=load,
)
