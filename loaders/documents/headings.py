"""Headings: which stands above which, told by Word style, letter height and how they are numbered."""

import re
from dataclasses import dataclass
from typing import Final

from graph import clean
from loaders.documents.blocks import Block
from loaders.documents.pdf import RAISED

_MARKS: Final = (
    re.compile(r"(?:[IVX]{1,5})[.)]\s+(?=\S)"),
    re.compile(r"[A-Z][.)]\s+(?=\S)"),
    re.compile(r"\d{1,2}\s?[.)]\s+(?=\S)"),
    re.compile(r"\(?[a-z]{1,2}[.)]\s+(?=\S)"),
)
"""I., A., 1., (a): in this order from the top."""
_CHAPTERS = re.compile(
    r"(?:(?:Principal|Main) (?:\w+ ){0,3}(?:areas?|subjects?|matters?|concerns?)\b|Positive (?:aspects|developments)"
    r"|Factors and difficulties|Introduction\b|Conclusions?\b|Recommendations?\b|Concerns and recommendations"
    r"|Principa(?:ux|les) |Aspects? positifs|Aspectos positivos|Introducción|Conclusiones|Recomendaciones)",
    re.I,
)
"""Chapters by their words, where they bear no number."""
_LONGEST = 220
_SIZES = 0.8
_STYLED = 30.0
"""Above any letter height in points: what a heading of Word's first style counts as."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading without its number; the higher ones have the larger `size`, then the smaller `depth`."""

    text: str
    size: float
    depth: int

    def above(self, other: "Heading") -> bool:
        if abs(self.size - other.size) > _SIZES:
            return self.size > other.size
        return self.depth < other.depth


def heading(block: Block) -> Heading:
    """What a block says as a heading."""
    text = clean.text(RAISED.sub("", block.text)).strip(" *∗")
    marked = next(((depth, found) for depth, mark in enumerate(_MARKS) if (found := mark.match(text))), None)
    bare = text[marked[1].end() :] if marked else text
    depth = marked[0] * 2 if marked else 1 if _CHAPTERS.match(text) else 9
    return Heading(bare, _STYLED - block.level if block.level else block.size, depth)


def may_be(block: Block) -> bool:
    """Whether a block could be a heading: so styled, or short, with a capital, and no sentence."""
    if block.level:
        return True
    text = block.text.lstrip("§ ")
    return len(text) <= _LONGEST and not block.closed and not block.row and not text[:1].islower()


def placed(path: tuple[Heading, ...], new: Heading) -> tuple[Heading, ...]:
    """The headings that stand above what follows a new one."""
    kept: list[Heading] = []
    for one in path:
        if not one.above(new):
            break
        kept.append(one)
    return (*kept, new)
