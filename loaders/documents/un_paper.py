"""A UN paper with numbered paragraphs, from PDF or Word: its title page, paragraphs, headings, items and notes."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from graph import clean
from graph.source import Refused, Source
from loaders.documents import docx, furniture, paper, pdf, word
from loaders.documents.blocks import Block, of_lines
from loaders.documents.furniture import Body
from loaders.documents.marks import marks
from loaders.documents.paragraphs import Told, told
from loaders.documents.pdf import RAISED, Line, Page, Pdf
from loaders.documents.title_page import TitlePage, title_page

_RECYCLE = re.compile(r"Please recycle\b|Merci de recycler|Se ruega reciclar", re.I)
_MARK = re.compile(rf"{furniture.MARK.pattern}|\d{{1,2}}(?=[A-Z])")
_SMALL = 0.95
"""Part of the letter height of running text below which a line is a footnote's."""
_LONGEST_TITLE = 400
"""Letters."""
_FIRST = 80
"""Blocks of a Word file that count as its first page."""


@dataclass(frozen=True, slots=True)
class UnPaper:
    """What a paper says of itself and what it says; `footnote` is what stands below its first page."""

    title: TitlePage
    told: Told
    notes: dict[int, str]
    footnote: str = ""

    @property
    def heading(self) -> str:
        """Everything that stands before the first numbered paragraph, on one line."""
        return plain(" ".join(block.text for block in self.told.before))

    def titled(self, words: re.Pattern[str], otherwise: str) -> str:
        """The blocks before the first paragraph that hold these words, as a title; `otherwise` where none does."""
        found = [plain(block.text).strip(" *∗") for block in self.told.before if words.search(block.text)]
        return ": ".join(dict.fromkeys(one for one in found if len(one) <= _LONGEST_TITLE)) or otherwise

    def notes_of(self, text: str) -> list[str]:
        """The notes whose marks stand in a text."""
        return [self.notes[number] for number in marks(text) if number in self.notes]


def plain(text: str) -> str:
    """A text without note marks."""
    return clean.text(RAISED.sub("", text))


def title(source: Source) -> TitlePage | None:
    """The title page of a PDF or Word file; None for any other file and for one that cannot be read. Never raises."""
    with suppress(Refused):
        if pdf.is_pdf(source):
            return source.once(_pdf_title)
        if docx.is_docx(source):
            return source.once(_word_title)
    return None


def read(source: Source) -> UnPaper:
    """The whole paper. Raises Refused for a file that cannot be read; what is lost is a finding."""
    if pdf.is_pdf(source):
        return _of_pdf(source)
    text = source.once(word.read)
    return UnPaper(source.once(_word_title), told(text.blocks, source.find), text.notes)


def blocks(source: Source) -> tuple[Block, ...]:
    """All blocks in order, for a paper whose paragraphs bear no numbers. Raises Refused."""
    if pdf.is_pdf(source):
        return tuple(of_lines(_first_footnotes(furniture.body(source.once(pdf.read)))[0]))
    return source.once(word.read).blocks


def _of_pdf(source: Source) -> UnPaper:
    body = furniture.body(source.once(pdf.read))
    lines, first = _first_footnotes(body)
    found = told(of_lines(lines), source.find)
    notes = paper.numbered(line.text for line in (*first, *(one for one in body.footnotes if one.page > 1)))
    return UnPaper(
        source.once(_pdf_title),
        found,
        notes or paper.numbered(block.text for block in found.after),
        plain(" ".join(line.text for line in first)),
    )


def _first_footnotes(body: Body) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines without the first page's footnotes, and these: where text begins on the title page, it has some."""
    lines = [line for line in body.lines if not _RECYCLE.match(line.text)]
    end = next((at for at, line in enumerate(lines) if line.page > 1), len(lines))
    start = end
    while start and lines[start - 1].size <= _SMALL * body.size:
        start -= 1
    while start < end and not _MARK.match(lines[start].text):
        start += 1
    starred = (line for line in body.footnotes if line.page == 1)
    return (*lines[:start], *lines[end:]), (*lines[start:end], *starred)


def _pdf_title(source: Source) -> TitlePage:
    return title_page(source.once(pdf.read))


def _word_title(source: Source) -> TitlePage:
    return title_page(_as_pages(source))


def _as_pages(source: Source) -> Pdf:
    """A Word file's first blocks as a page, its running heads as the next: what a title page is read from."""
    first = [block.text for block in source.once(word.read).blocks[:_FIRST]]
    pages = enumerate((first, docx.headers(source)), start=1)
    return tuple(Page(number, 842.0, tuple(_lines(texts, number))) for number, texts in pages)


def _lines(texts: list[str], page: int) -> Iterator[Line]:
    for number, text in enumerate(texts):
        yield Line(text, 57.0, 500.0, 800.0 - 10 * number, 10.0, page)
