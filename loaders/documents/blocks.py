"""Lines → blocks: what a reader sees as one paragraph, heading or item, whatever the file it comes from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from loaders.documents.pdf import Line, unbroken

NUMBER: Final = re.compile(r"(\d{1,3})\s?\.[\s\u2002\u2003]*(?=[^\W\d_]|[“\"«¿¡(\[])")
"""A paragraph's number, also glued: `17.The Committee`."""
LETTER: Final = re.compile(r"\(([a-z]{1,5})\)\s*(?=\S)|([a-z])[.)]\s+(?=\S)")
_HEADED = re.compile(r"(?:[IVX]{1,5}|[A-Z])\.\s+[A-ZÀ-Þ]")
CLOSED: Final = re.compile(r"[.?!:;][”\"’»)\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹,\s*]*$")
_GOES_ON = re.compile(r"(?:[.:;,?!]|\b(?:and|or|et|ou|y|o))[”\"’»)\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹\s]*$")
_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}|(?:\s\.){4,}")
_ENTRY = re.compile(r"[^\W\d].*\s\d{1,3}\s?[-–]\s?\d{1,3}\s+\d{1,3}$")
_CONTENTS = 4
"""Pages among which a table of contents stands."""
_GAP = 1.3
"""Times the usual line spacing: what lies further apart is another block."""
_LEAST_LEADING = 0.7
"""Times the letter height: what is nearer is no line of its own."""
_SHORT = 0.88
"""Part of the text's width: a closed line that ends before it is a block's last."""
_SIZES = 0.8
"""Points by which letters of one block may differ."""
_OFF = 4.0
"""Points by which left edges may differ."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as printed, with note marks as superscripts.

    `left` and `size` are in points (0 where the file does not tell), `level` is that of a heading's style (0: none),
    `row` says that it stands in a table.
    """

    text: str
    place: str
    left: float = 0.0
    size: float = 0.0
    level: int = 0
    row: bool = False

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence or an item does."""
        return bool(CLOSED.search(self.text))


@dataclass(slots=True)
class _Open:
    lines: list[Line] = field(default_factory=list)

    def block(self) -> Block:
        first = self.lines[0]
        text = re.sub(r"\s+", " ", unbroken(" ".join(line.text for line in self.lines))).strip()
        size = max(self.lines, key=lambda line: len(line.text)).size
        return Block(text, f"page {first.page}", first.x0, size)


def of_lines(given: Iterable[Line]) -> list[Block]:
    """The blocks of a PDF's own lines; the entries of a table of contents are left out."""
    lines = tuple(line for line in given if not (_LEADERS.search(line.text) or _is_entry(line)))
    return list(_joined(lines, _Page.of(lines)))


def _is_entry(line: Line) -> bool:
    """Whether a line ends an entry of the contents without leaders: `I. Findings  5 - 55  3`."""
    return line.page <= _CONTENTS and bool(_ENTRY.search(line.text))


@dataclass(frozen=True, slots=True)
class _Page:
    """What is usual on a page: line spacing, left and right edge of the text, in points."""

    spacing: float
    left: float
    right: float

    @classmethod
    def of(cls, lines: tuple[Line, ...]) -> "_Page":
        rights = sorted(line.x1 for line in lines) or [0.0]
        lefts = sorted(line.x0 for line in lines) or [0.0]
        return cls(_spacing(lines), lefts[len(lefts) // 10], rights[len(rights) * 9 // 10])

    def short(self, line: Line) -> bool:
        return line.x1 < self.left + _SHORT * (self.right - self.left)


def _spacing(lines: tuple[Line, ...]) -> float:
    """The distance between two lines of one block, in points: short paragraphs leave half of all lines apart."""
    gaps = sorted(
        one.y - other.y
        for one, other in pairwise(lines)
        if one.page == other.page and _LEAST_LEADING * other.size < one.y - other.y < 40
    )
    return gaps[len(gaps) // 5] if gaps else 12.0


def _joined(lines: Iterable[Line], page: _Page) -> Iterator[Block]:
    current = _Open()
    for line in lines:
        if current.lines and _begins(line, current.lines[-1], current.lines[0], page):
            yield current.block()
            current = _Open()
        current.lines.append(line)
    if current.lines:
        yield current.block()


def _begins(line: Line, before: Line, first: Line, page: _Page) -> bool:
    """Whether a line begins a new block after the line before it."""
    if abs(line.size - before.size) > _SIZES:
        return True
    closed = bool(CLOSED.search(before.text))
    short = page.short(before)
    if line.page == before.page and before.y - line.y > _GAP * page.spacing:
        return True
    if NUMBER.match(line.text) and (closed or short):
        return True
    if _HEADED.match(line.text) and (closed or short or line.page != before.page):
        return True
    if LETTER.match(line.text) and _GOES_ON.search(before.text):
        return True
    return closed and (short or line.page != before.page or line.x0 < min(first.x0, before.x0) - _OFF)
