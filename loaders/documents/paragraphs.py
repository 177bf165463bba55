"""Blocks → numbered paragraphs, each with the headings above it and its lettered items."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from loaders.documents import asking, headings, items
from loaders.documents.blocks import LETTER, Block
from loaders.documents.headings import Heading
from loaders.documents.items import Item, Listed
from loaders.documents.starts import Find
from loaders.documents.starts import starts as starts_of

_END = re.compile(r"(?:Annex(?:es)?|Appendix|Annexes?|Anexos?|(?:End)?notes?|Appendice)(?:\s+[IVX\d]+)?\b", re.I)
_POINTS_BACK = re.compile(
    r"(?:In particular|To (?:this|that) end|In (?:this|that) (?:regard|respect|connection)|In doing so"
    r"|It (?:should|also)|Specifically|Moreover|À cette fin|En particulier|En particular|A tal fin|Con ese fin)\b"
)
_MOST_ALONE = 40
"""Letters of a heading that opens an annex or the notes."""
_SMALL = 0.95
"""Part of the letter height of paragraphs below which nothing is a heading."""
_TABLE = re.compile(r"(?:Table|Figure|Box|Tableau|Cuadro|Gráfico)\s+\w+", re.I)
_UNNUMBERED = 9
"""The depth of a heading that neither bears a number nor is known as a chapter."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph; `headings` from the top down; texts with note marks."""

    number: int
    headings: tuple[str, ...]
    listed: Listed
    place: str

    @property
    def text(self) -> str:
        """The whole paragraph on one line."""
        told = [f"({item.letters[-1]}) {item.text}" for item in self.listed.items]
        return " ".join(part for part in (self.listed.lead, *told, self.listed.tail) if part)

    def item_text(self, item: Item) -> str:
        """An item so that it reads alone: the sentence that leads to it, what it belongs to, its own, what it holds."""
        outer = [one for one in self.listed.items if one.letters == item.letters[:-1]]
        inner = [one for one in self.listed.items if one.letters[:-1] == item.letters]
        told = [f"({one.letters[-1]}) {one.text}" for one in (*outer, item, *inner)]
        return " ".join(part for part in (_leading(self.listed.lead), *told) if part)


@dataclass(frozen=True, slots=True)
class Told:
    """What a paper says: its paragraphs, the blocks before the first, and those after the last (annexes, notes)."""

    paragraphs: tuple[Paragraph, ...]
    before: tuple[Block, ...]
    after: tuple[Block, ...]


def _leading(lead: str) -> str:
    """The last sentence before a list, with the one before where it points back ("In particular, it should:")."""
    sentences = asking.sentences(lead)
    points_back = len(sentences) > 1 and _POINTS_BACK.match(sentences[-1])
    return " ".join(sentences[-2:] if points_back else sentences[-1:])


def told(blocks: Sequence[Block], find: Find) -> Told:
    """All numbered paragraphs in order of number; one whose number is lost is told to `find`."""
    starts = starts_of(blocks, find)
    if not starts:
        return Told((), tuple(blocks), ())
    places = list(starts)
    end = _end(blocks, places[-1])
    size = median(blocks[at].size for at in places)
    path = _path((), _title_headings(blocks[: places[0]], size))
    found: list[Paragraph] = []
    for at, following in zip(places, [*places[1:], end], strict=True):
        number, mark = starts[at]
        own = [replace(blocks[at], text=blocks[at].text[mark:]), *blocks[at + 1 : following]]
        above = _trailing(own, size, least=1) if following < end else []
        rest = [block for block in own if not any(block is one for one in above)]
        found.append(_paragraph(number, rest, path, find))
        path = _path(path, above)
    return Told(tuple(found), tuple(blocks[: places[0]]), tuple(blocks[end:]))


def _paragraph(number: int, own: Sequence[Block], path: tuple[Heading, ...], find: Find) -> Paragraph:
    listed = items.listed((block.text for block in own), lambda reason: find(f"paragraph {number}", reason))
    return Paragraph(number, tuple(one.text for one in path), listed, own[0].place)


def _path(path: tuple[Heading, ...], above: Sequence[Block]) -> tuple[Heading, ...]:
    for block in above:
        path = headings.placed(path, headings.heading(block))
    return path


def _trailing(blocks: Sequence[Block], size: float, least: int = 0) -> list[Block]:
    """The headings at the end of some blocks, but the first `least`; what is smaller than `size` is a table."""
    at = len(blocks)
    while at > least and headings.may_be(blocks[at - 1]) and not _is_item(blocks, at - 1):
        at -= 1
    run = blocks[at:]
    return [block for block in run if block.size >= _SMALL * size and not _TABLE.match(block.text)]


def _title_headings(blocks: Sequence[Block], size: float) -> list[Block]:
    """Of a title page only what is numbered or known as a chapter."""
    return [block for block in _trailing(blocks, size) if headings.heading(block).depth < _UNNUMBERED]


def _is_item(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block is an item whose full stop was lost, and no heading that begins with a letter."""
    mark = LETTER.match(blocks[at].text)
    if not mark or blocks[at].level:
        return False
    letter = mark[1] or mark[2]
    if letter == "a":
        return at > 0 and blocks[at - 1].text.endswith(":")
    before = [found[1] or found[2] for block in blocks[:at] if (found := LETTER.match(block.text))]
    return len(letter) > 1 or chr(ord(letter) - 1) in before


def _end(blocks: Sequence[Block], last: int) -> int:
    """Where annexes or notes begin after the last paragraph."""
    for at in range(last + 1, len(blocks)):
        block = blocks[at]
        if len(block.text) <= _MOST_ALONE and _END.match(block.text) and not block.closed:
            return at
    return len(blocks)
