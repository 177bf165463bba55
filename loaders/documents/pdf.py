"""PDF → lines with their place on the page: the indentation that carries a document's structure is kept.

Text and geometry by pdfium (BSD), measured at the speed of `pdftotext -layout`. Raised digits (note marks) become
superscript characters, so that "framework" and its note 9 stay apart: `framework⁹`.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from graph.source import Refused, Source

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_MAYBE_RAISED = re.compile(r"(?:^|(?<=[^\d\s(/\-–]))\d{1,3}(?!\d)|(?<=[.,;:)”\"] )\d{1,3}(?!\d)")
_BEGINS = re.compile(r"[\d*∗]{1,3}\s?(?=[^\W\d])")
_ALONE = re.compile(r"(?<=\s)\d{1,3}(?!\S)")
_DIGIT = re.compile(r"\d")
BROKEN = "\ufffe"
"""What pdfium writes for a hyphen at the end of a line whose word goes on; it stays at that line's end."""
_LINE_END = re.compile(rf"\r\n|(?<={BROKEN})")
MOST_PAGES = 3_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line: text, left and right edge, baseline from the page's bottom and letter height, in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    page: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page's lines from top to bottom, its number (from 1) and height in points."""

    number: int
    height: float
    lines: tuple[Line, ...]


Pdf = tuple[Page, ...]


def is_pdf(source: Source) -> bool:
    return b"%PDF-" in source.head(1024)


def read(source: Source) -> Pdf:
    """All pages. Raises Refused for a file that is damaged, locked, or holds pictures instead of text.

    A single damaged page is a finding and stays empty.
    """
    try:
        document = pdfium.PdfDocument(source.content())
    except pdfium.PdfiumError as fault:
        raise Refused(
            f"the PDF cannot be opened ({fault}): download it again, or save it without a password"
        ) from fault
    try:
        if len(document) > MOST_PAGES:
            raise Refused(f"the PDF has {len(document)} pages; more than {MOST_PAGES} are not read")
        pages = tuple(_page(source, document, number) for number in range(len(document)))
    finally:
        document.close()
    if not any(page.lines for page in pages):
        raise Refused("the PDF holds pictures and no text (a scan): run text recognition (OCR) on it first")
    return _hyphenated(pages)


def created(source: Source) -> date | None:
    """The day on which the PDF was made, as its properties tell; None where they do not. Never raises."""
    with suppress(pdfium.PdfiumError, ValueError), pdfium.PdfDocument(source.content()) as document:
        told = document.get_metadata_value("CreationDate")
        return datetime.strptime(told[:10], "D:%Y%m%d").date()
    return None


def _page(source: Source, document: Any, index: int) -> Page:
    try:
        page = document[index]
        text = page.get_textpage()
    except pdfium.PdfiumError as fault:
        source.find(f"page {index + 1}", f"the page is damaged and was not read ({fault}): download the file again")
        return Page(index + 1, 0.0, ())
    lines = list(_lines(text, index + 1))
    height = page.get_height()
    text.close()
    page.close()
    return Page(index + 1, height, tuple(_merged(lines)))


def _lines(page: Any, number: int) -> Iterator[Line]:
    """pdfium's own lines, taken apart where it ran two into one."""
    count = page.count_chars()
    text = page.get_text_range(0, count) if count else ""
    start = 0
    for part in _LINE_END.split(text):
        trimmed = part.strip()
        if trimmed:
            first = start + _units(part[: len(part) - len(part.lstrip())])
            yield from _line(page, trimmed, first, number)
        start += _units(part) + (0 if part.endswith(BROKEN) else 2)


def _line(page: Any, text: str, first: int, number: int) -> Iterator[Line]:
    """One line; where the mark of a note on the next line was run into it, two."""
    left, bottom, _, top = _box(page.raw, first)
    right = _box(page.raw, first + _units(text) - 1)[2]
    mark = _BEGINS.match(text)
    if mark:  # perhaps the mark of a note: the words after it tell base and height
        _, low, _, high = _box(page.raw, first + mark.end())
        if top - bottom < 0.8 * (high - low):
            bottom, top = low, high
    size = top - bottom
    cut = _next_line(page, text, first, bottom, size)
    if cut:
        _, _, right, _ = _box(page.raw, first + _units(text[:cut].rstrip()) - 1)
    shown = _raise(page, text[:cut].rstrip() if cut else text, first, bottom, size)
    yield Line(shown, left, right, bottom, size, number)
    if cut:
        yield from _line(page, text[cut:], first + _units(text[:cut]), number)


def _next_line(page: Any, text: str, first: int, base: float, size: float) -> int:
    """Where a small figure stands that is raised over the line below: that line begins there. 0 if nowhere."""
    if not _DIGIT.search(text):
        return 0
    for found in _ALONE.finditer(text):
        _, bottom, _, top = _box(page.raw, first + _units(text[: found.start()]))
        if top - bottom < 0.8 * size and bottom < base - 0.3 * size:
            return found.start()
    return 0


def _units(text: str) -> int:
    """UTF-16 units, which pdfium counts in."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _box(page: Any, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a letter's loose box, as high as its font."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(page, index, box)
    return box.left, box.bottom, box.right, box.top


def _raise(page: Any, text: str, first: int, base: float, size: float) -> str:
    """Digits much smaller than their line, and above its base, as superscripts."""
    if not _DIGIT.search(text):
        return text

    def check(found: re.Match[str]) -> str:
        _, bottom, _, top = _box(page.raw, first + _units(text[: found.start()]))
        raised = top - bottom < 0.8 * size and bottom - base > 0.18 * size
        return found[0].translate(SUPERSCRIPTS) if raised else found[0]

    return _MAYBE_RAISED.sub(check, text)


def _merged(lines: list[Line]) -> Iterator[Line]:
    """Top to bottom; pieces that stand beside each other on one line become one."""
    waiting: list[Line] = []
    for line in sorted(lines, key=lambda one: (-_middle(one), one.x0)):
        if waiting and not _beside(waiting[-1], line):
            yield _joined(waiting)
            waiting = []
        waiting.append(line)
    if waiting:
        yield _joined(waiting)


def _middle(line: Line) -> float:
    return line.y + line.size / 2


def _beside(one: Line, other: Line) -> bool:
    return abs(_middle(one) - _middle(other)) < 0.45 * max(one.size, other.size)


def _joined(pieces: list[Line]) -> Line:
    if len(pieces) == 1:
        return pieces[0]
    ordered = sorted(pieces, key=lambda one: one.x0)
    largest = max(ordered, key=lambda one: len(one.text))
    texts = [_mark(piece, largest) for piece in ordered]
    return replace(largest, text=" ".join(texts), x0=ordered[0].x0, x1=max(piece.x1 for piece in ordered))


def _mark(piece: Line, line: Line) -> str:
    """A piece of small digits beside a line is a note mark."""
    small = piece.size < 0.8 * line.size and piece.text.replace(" ", "").replace(",", "").isdigit()
    return piece.text.translate(SUPERSCRIPTS) if small else piece.text


def _hyphenated(pages: Pdf) -> Pdf:
    """Marks the breaks inside compounds that the document writes with a hyphen elsewhere: `asylum-`/`seekers`."""
    broken = {
        word for page in pages for line, following in pairwise(page.lines) if (word := _compound(line, following))
    }
    if not broken:
        return pages
    whole = "\n".join(line.text for page in pages for line in page.lines).casefold()
    hyphenated = {word for word in broken if word in whole}
    return tuple(replace(page, lines=tuple(_marked(page.lines, hyphenated))) for page in pages)


def _marked(lines: tuple[Line, ...], hyphenated: set[str]) -> Iterator[Line]:
    for line, following in pairwise(lines):
        inside = _compound(line, following) in hyphenated
        yield replace(line, text=f"{line.text[:-1]}-{BROKEN}") if inside else line
    yield from lines[-1:]


def _compound(line: Line, following: Line) -> str:
    """The compound that a word broken at a line's end may be; empty where the line ends in a whole word."""
    if not line.text.endswith(BROKEN):
        return ""
    before, after = _BEFORE.search(line.text), _AFTER.match(following.text)
    return f"{before[1]}-{after[0]}".casefold() if before and after else ""


_BEFORE = re.compile(rf"([^\W\d_]+){BROKEN}$")
_AFTER = re.compile(r"[^\W\d_]+")
_KEEPS_HYPHEN = frozenset((
    "self", "non", "re", "co", "anti", "pre", "post", "inter", "multi", "well", "long", "short", "full", "follow",
    "sub", "semi", "cross", "so", "sign", "socio", "counter", "vice", "ex", "all", "high", "low", "decision",
    "law", "policy",
))  # fmt: skip
"""First halves of compounds that the UN writes with a hyphen; other words broken at a line's end are whole."""


@lru_cache(maxsize=4096)
def unbroken(text: str) -> str:
    """Broken words made whole: `develop-`/`ment` joins, `self-`/`determination` keeps its hyphen."""
    if BROKEN not in text:
        return text
    return re.sub(rf"(\w*)(-?){BROKEN}\s?(\w*)", _rejoin, text)


def _rejoin(found: re.Match[str]) -> str:
    before, marked, after = found[1], found[2], found[3]
    keep = marked or before.lower() in _KEEPS_HYPHEN or before[-1:].isdigit() or after[:1].isupper()
    return f"{before}-{after}" if keep else before + after
