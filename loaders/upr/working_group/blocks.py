"""Lines → blocks: what a number begins, and what stands apart without one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from graph import clean
from loaders.documents.pdf import RAISED, Line, unbroken

DOTTED = re.compile(r"(?P<lead>\d{1,3})\s?\.\s?(?P<item>\d{1,3})\s?\.?\s*(?=[^\d\s.,;)])")
PLAIN = re.compile(r"(?P<item>\d{1,3})\s?\.\s*(?=[^\d\s.])")
BARE = re.compile(r"(?P<item>\d{1,3})\s+(?=[A-Z“\"])")
_ENDED = re.compile(r"[.;:!?)”\"*⁰¹²³⁴⁵⁶⁷⁸⁹]$|\band$|;\s*or$")
_HANG = 4.0
"""Edges closer than so many points are the same."""
_LEADING = 1.35
"""Lines of one block are at most so many letter heights apart."""
_APART = 1.3
"""A gap this many times the usual distance of lines sets a block apart."""


@dataclass(slots=True)
class Block:
    """A numbered or unnumbered piece of text; `number` as it is printed, empty if it has none.

    `left` and `hang` are the left edges of its first and second line, in points; None where not told.
    """

    number: str
    page: int
    lines: list[str] = field(default_factory=list)
    left: float | None = None
    hang: float | None = None

    def hangs_at(self, x0: float) -> bool:
        """Whether this is where its further lines begin, to the right of its first."""
        if self.left is None or self.hang is None or self.hang - self.left < _HANG:
            return False
        return abs(self.hang - x0) < _HANG

    @property
    def text(self) -> str:
        """All lines as one: words broken at line ends made whole, note marks taken out."""
        return join(self.lines)


def join(lines: Iterable[str]) -> str:
    """Lines as one readable text."""
    text = " ".join(lines)
    return clean.text(RAISED.sub("", unbroken(text)))


def ended(text: str) -> bool:
    """Whether a line can be the last of its block."""
    return bool(_ENDED.search(text))


def usual_gap(lines: tuple[Line, ...]) -> float:
    """The distance between two lines of one block, in points: the smallest common one, near letter height."""
    gaps: dict[float, int] = {}
    for one, other in pairwise(lines):
        gap = round(one.y - other.y)
        if one.page == other.page and 5 < gap < 40:
            gaps[gap] = gaps.get(gap, 0) + 1
    common = [gap for gap, count in gaps.items() if count >= max(gaps.values()) / 4]
    most = _LEADING * median(line.size for line in lines) if lines else 12.0
    return min(min(common, default=most), most)


def apart(above: Line | None, line: Line, usual: float) -> bool:
    """Whether a line is set apart from the one above it; a page break alone tells nothing."""
    if above is None:
        return True
    return above.page == line.page and above.y - line.y > _APART * usual
