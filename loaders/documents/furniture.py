"""Taking page furniture away: running symbols, page numbers, job numbers, bar codes; footnotes are kept apart."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from loaders.documents.pdf import Line, Page, Pdf

_SYMBOL = r"[A-Z][A-Z0-9]*(?:\.\d+)?(?:/\s?[\w.()\-]+)+\s?[*∗]*"
_FURNITURE = re.compile(
    rf"[\ue000-\uf8ff\s]+"  # a bar code
    rf"|(?:page\s+)?\d{{1,3}}|(?:GE\.\s?\d\d-\d+(?:\s?\(E\))?|{_SYMBOL}|page \d+|\d{{1,3}}|\s)+|\*\d{{6,}}\*",
    re.IGNORECASE,
)
_EDGE = 3
"""Furniture stands within so many lines of the top and of the bottom of a page."""


@dataclass(frozen=True, slots=True)
class Body:
    """A document's own lines in reading order, and its footnotes."""

    lines: tuple[Line, ...]
    footnotes: tuple[Line, ...]
    size: float
    """The letter height of its running text, in points."""


def body(pdf: Pdf) -> Body:
    """A document without its page furniture."""
    heights: Counter[float] = Counter()
    for page in pdf:
        for line in page.lines:
            heights[round(line.size, 1)] += len(line.text)
    size = heights.most_common(1)[0][0] if heights else 0.0
    lines: list[Line] = []
    footnotes: list[Line] = []
    for page in pdf:
        kept = list(_without_edges(page))
        split = len(kept) - _footnote_lines(
            kept, size, going_on=bool(footnotes and footnotes[-1].page == page.number - 1)
        )
        lines += kept[:split]
        footnotes += kept[split:]
    return Body(tuple(lines), tuple(footnotes), size)


def _without_edges(page: Page) -> Iterator[Line]:
    last = len(page.lines) - _EDGE
    for number, line in enumerate(page.lines):
        edge = number < _EDGE or number >= last
        if not (edge and _FURNITURE.fullmatch(line.text) and _far_out(line, page)):
            yield line


def _far_out(line: Line, page: Page) -> bool:
    """In the top or bottom eighth of the page: a short line of text further in is no furniture."""
    return not page.height / 8 < line.y < page.height * 7 / 8


_FAR_BELOW = 30
"""A gap of so many points parts the text from the rest of a footnote."""
_LOW = 200
"""Points from the bottom of the first page below which a starred line is no title."""
_STARRED = re.compile(r"[*∗]{1,3}\s?[A-Z]")
MARK = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹*∗]|\d{1,2}\s")
"""What a footnote begins with."""


def _footnote_lines(lines: list[Line], size: float, *, going_on: bool) -> int:
    """How many lines at a page's end are footnotes: smaller letters (or an asterisk), the first with its mark.

    Before the first mark may stand the rest of a footnote of the page before, far below the text.
    """
    start = len(lines)
    while start and _small(lines[start - 1], size):
        start -= 1
    for at in range(start, len(lines)):
        rest = going_on and at > 0 and lines[at - 1].y - lines[at].y > _FAR_BELOW
        if rest or MARK.match(lines[at].text):
            return len(lines) - at
    return 0


def _small(line: Line, size: float) -> bool:
    """Smaller than the text, or starred; on the first page, whose title is starred too, only what stands low."""
    starred = bool(_STARRED.match(line.text))
    if line.page == 1:
        return starred and line.y < _LOW
    return line.size <= 0.95 * size or starred


def spacing(lines: tuple[Line, ...]) -> float:
    """The usual distance between two lines of running text, in points."""
    gaps = [one.y - other.y for one, other in pairwise(lines) if one.page == other.page and 0 < one.y - other.y < 40]
    return median(gaps) if gaps else 12.0
