"""Follow-up letters and progress reports (PDF, DOCX): a committee's grade for each paragraph it had picked.

A letter has no symbol of its own: what it grades is told by the symbol of the concluding observations that it names.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph import mechanisms, states
from graph.clean import Unclear
from graph.records import Assessment, Document, DocumentKind, PassageKey, Record
from graph.source import Loader, Refused, Source
from loaders.documents import symbols, un_paper
from loaders.documents.blocks import NUMBER, Block
from loaders.documents.title_page import TitlePage
from loaders.documents.un_paper import plain
from loaders.treaty_bodies.follow_up.grades import SCHEME, Grade, grades, is_observations, paragraphs

_KINDS = (DocumentKind.FOLLOW_UP_LETTER, DocumentKind.FOLLOW_UP_REPORT)
_SHORT = 60
"""Letters of a block that holds a grade and nothing else worth quoting."""


def recognise(source: Source) -> bool:
    title = un_paper.title(source)
    return title is not None and title.kind in _KINDS


def load(source: Source) -> Iterator[Record]:
    """The report (a letter is no document with a symbol) and every grade.

    Raises Refused for a letter that names no concluding observations.
    """
    title = un_paper.title(source)
    if title is None:
        raise Refused("neither a PDF nor a Word file that can be read")
    blocks = un_paper.blocks(source)
    own = title.symbol if title.kind is DocumentKind.FOLLOW_UP_REPORT else None
    named = [one.symbol for block in blocks for one in symbols.mentions(block.text) if is_observations(one.symbol)]
    if not named:
        raise Refused("it names no concluding observations by their symbol: it is not known what it grades")
    if own:
        yield _document(title, named)
    found = _merged(_assessed(source, title, own, blocks))
    if not found:
        source.find("file", "no grade was found beside a paragraph of concluding observations")
    yield from found


def _document(title: TitlePage, named: Iterable[str]) -> Document:
    about = {symbols.state_code(symbol) for symbol in named}
    state = None
    if len(about) == 1:
        try:
            state = states.state(about.pop())
        except Unclear:
            state = None
    return Document(
        symbol=title.symbol,
        kind=DocumentKind.FOLLOW_UP_REPORT,
        title="Report on follow-up to concluding observations",
        issued=title.issued,
        language=title.language,
        state=state,
        place="page 1",
    )


@dataclass(slots=True)
class _Context:
    """Of which observations and which of their paragraphs the text speaks."""

    symbol: str = ""
    paragraphs: tuple[str, ...] = ()

    def follow(self, text: str) -> None:
        named = [one.symbol for one in symbols.mentions(text) if is_observations(one.symbol)]
        if named and named[-1] != self.symbol:
            self.symbol, self.paragraphs = named[-1], ()
        self.paragraphs = paragraphs(text) or self.paragraphs


def _assessed(source: Source, title: TitlePage, own: str | None, blocks: Iterable[Block]) -> Iterator[Assessment]:
    context = _Context()
    texts = [(plain(block.text), block.place) for block in blocks]
    number = ""
    for at, (text, place) in enumerate(texts):
        mark = NUMBER.match(text)
        number = mark[1] if mark and own else number
        context.follow(text)
        for grade in grades(text, context.paragraphs):
            about = grade.paragraphs or context.paragraphs
            if not context.symbol or not about:
                source.find(place, f"a grade ({grade.value}) stands beside no paragraph: {grade.words[:_SHORT]}")
                continue
            words = grade.words
            if len(words) < _SHORT and at + 1 < len(texts):
                words = f"{words} {texts[at + 1][0]}"
            for paragraph in about:
                yield _assessment(
                    title, own, context.symbol, paragraph, Grade(grade.value, about, words), place, number
                )


def _assessment(
    title: TitlePage, own: str | None, symbol: str, paragraph: str, grade: Grade, place: str, number: str
) -> Assessment:
    return Assessment(
        about=PassageKey(symbol, paragraph),
        assessor=mechanisms.from_symbol(symbol) or "",
        scheme=SCHEME,
        value=grade.value,
        words=grade.words,
        language=title.language,
        day=title.issued,
        document=own,
        paragraph=number,
        place=place,
    )


def _merged(found: Iterable[Assessment]) -> list[Assessment]:
    """A grade told twice (in a summary and at its paragraph) is one; the longer words are kept."""
    kept: dict[tuple[object, str], Assessment] = {}
    for one in found:
        known = kept.get((one.about, one.value))
        if known is None or len(one.words) > len(known.words):
            kept[one.about, one.value] = one
    return list(kept.values())


LOADER = Loader(
    name="treaty_bodies.follow_up",
    title="Follow-up to concluding observations: letters and progress reports",
    publisher="Office of the United Nations High Commissioner for Human Rights",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    gives="grades, paragraph by paragraph",
    leaves="what the letter says beside its grades",
    recognise=recognise,
    load=load,
)
