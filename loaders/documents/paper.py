"""A UN paper as text: its numbered paragraphs with the headings above them, and its endnotes by number.

The same for a PDF and for text without layout: note marks are superscripts, `the death penalty.⁵`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from graph import clean
from loaders.documents import furniture
from loaders.documents.marks import PLAIN
from loaders.documents.pdf import MOST_PAGES, RAISED, SUPERSCRIPTS, Line, Pdf, unbroken

_PARAGRAPH = re.compile(r"^(\d{1,3})\.\s+(?=\S)")
_NOTES = re.compile(r"^(?:End)?notes?$", re.I)
_ENDS = re.compile(r"[.:;?!][”\"’)]?(?:[⁰¹²³⁴⁵⁶⁷⁸⁹,\s]*|\d{1,3})$")
_FURNITURE = re.compile(r"^(?:A/HRC/WG\.6/[\w./ ]+|GE\.\d\d-\d+.*|\d{1,3}|\*\d+\*)$")
_SMALL = 0.95
"""Part of the letter size of running text below which a line may belong to a table."""
_TABLE = 4
"""Lines of a table at least."""
_OFTEN = 0.05
"""Part of all lines that stands at a margin."""
_OFF = 4.0
"""Points off the margin of running text."""
HEADING = "§ "
"""Put before a line that is a heading though it begins like a paragraph."""
_MOST_HEADING = 4
"""Lines of a heading: what is longer is text whose full stop was lost, unless a chapter begins with it.

What begins with a small letter is such text too.
"""
_HEADED = re.compile(rf"^(?:{HEADING})?(?:[IVX]{{1,4}}|[A-Z])\.\s+[A-Z]")
_CHAPTER = re.compile(rf"^(?:{HEADING})?[IVX]{{1,4}}\.\s+[A-Z]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(slots=True)
class Paragraph:
    """A numbered paragraph: its text with note marks, and the heading that stands above it (with its marks)."""

    number: int
    heading: str
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return clean_marks(self.lines)


@dataclass(frozen=True, slots=True)
class Paper:
    """`left_out` counts the lines of tables, which stand in smaller letters than the text."""

    paragraphs: tuple[Paragraph, ...]
    notes: dict[int, str]
    left_out: int = 0


def from_pdf(pdf: Pdf) -> Paper:
    """A PDF's own lines; the notes stand at its end, in smaller letters or not."""
    body = furniture.body(pdf)
    at = _notes_at([line.text for line in body.lines])
    first = body.lines[at].page if at < len(body.lines) else MOST_PAGES
    notes = [*body.lines[at + 1 :], *(line for line in body.footnotes if line.page >= first)]
    ordered = sorted(notes, key=lambda line: (line.page, -line.y))
    text = _without_tables(body.lines[:at], body.size)
    return Paper(
        tuple(paragraphs(_at_margin(text))),
        numbered(line.text for line in ordered),
        left_out=at - len(text),
    )


def _without_tables(lines: tuple[Line, ...], size: float) -> list[Line]:
    """Lines without the blocks in smaller letters; a single one is a quirk of its font."""
    kept: list[Line] = []
    for small, group in groupby(lines, key=lambda line: line.size <= _SMALL * size):
        block = list(group)
        kept += [] if small and len(block) >= _TABLE else block
    return kept


def _at_margin(lines: list[Line]) -> Iterator[str]:
    """Lines as text; a number that stands off every margin of running text begins a heading, no paragraph."""
    counted = Counter(round(line.x0) for line in lines)
    margins = [x for x, count in counted.items() if count >= _OFTEN * len(lines)]
    for line in lines:
        off = all(abs(line.x0 - margin) > _OFF for margin in margins)
        yield f"{HEADING}{line.text}" if off and _PARAGRAPH.match(line.text) else line.text


def from_text(text: str) -> Paper:
    """Text without layout: marks are glued digits, found by their order."""
    lines = [
        line.strip()
        for line in _PRIVATE.sub("", text).splitlines()
        if line.strip() and not _FURNITURE.match(line.strip())
    ]
    at = _notes_at(lines)
    notes = numbered(lines[at + 1 :])
    raised = raise_marks("\n".join(lines[:at]), max(notes, default=0))
    return Paper(tuple(paragraphs(raised.split("\n"))), notes)


def _notes_at(lines: list[str]) -> int:
    found = [number for number, line in enumerate(lines) if _NOTES.match(line.strip())]
    return found[-1] if found else len(lines)


def clean_marks(lines: Iterable[str]) -> str:
    """Lines as one text, their marks kept."""
    return _fold(unbroken(" ".join(lines)))


def _fold(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def paragraphs(lines: Iterable[str]) -> Iterator[Paragraph]:
    """Paragraphs in order of number; what follows a paragraph's last full stop is the next one's heading."""
    current: Paragraph | None = None
    before: list[str] = []
    for line in lines:
        found = _PARAGRAPH.match(line)
        expected = current.number + 1 if current else 1
        if found and int(found[1]) == expected:
            heading = _split_heading(current.lines) if current else _numbered_headings(before)
            if current:
                yield current
            current = Paragraph(expected, heading or (current.heading if current else ""), [line[found.end() :]])
        elif current:
            current.lines.append(line)
        else:
            before.append(line)
    if current:
        _split_heading(current.lines)
        yield current


def _split_heading(lines: list[str]) -> str:
    """Take the heading off a paragraph's end: from a new chapter on, or the lines after the last full stop.

    Under a chapter's heading a table may stand before the next paragraph: only its numbered headings are kept.
    """
    end = len(lines)
    while end > 1 and not _ENDS.search(lines[end - 1]):
        end -= 1
    chapter = next((at for at in range(1, end + 1) if _begins_chapter(lines, at)), None)
    if chapter is not None:
        end = chapter
    elif len(lines) - end > _MOST_HEADING or "".join(lines[end : end + 1])[:1].islower():
        return ""
    heading = lines[end:]
    del lines[end:]
    return _numbered_headings(heading) if len(heading) > 2 * _MOST_HEADING else _joined(heading)


def _begins_chapter(lines: list[str], at: int) -> bool:
    return at < len(lines) and bool(_CHAPTER.match(lines[at])) and bool(_ENDS.search(lines[at - 1]))


def _numbered_headings(lines: list[str]) -> str:
    """The last chapter among these lines and the headings under it."""
    chapters = [at for at, line in enumerate(lines) if _CHAPTER.match(line)]
    return _joined([line for line in lines[chapters[-1] if chapters else 0 :] if _HEADED.match(line)])


def _joined(heading: list[str]) -> str:
    return _fold(" ".join(line.removeprefix(HEADING) for line in heading))


def numbered(lines: Iterable[str]) -> dict[int, str]:
    """Notes by number, each number one more than the last."""
    notes: dict[int, list[str]] = {}
    last = 0
    for raw in lines:
        line = raw.translate(PLAIN) if RAISED.match(raw) else raw
        found = re.match(r"(\d{1,3})\s*(?=\D)", line)
        if found and int(found[1]) == last + 1:
            last += 1
            notes[last] = [line[found.end() :]]
        elif last:
            notes[last].append(raw)
    return {number: clean.text(RAISED.sub("", unbroken(" ".join(parts)))) for number, parts in notes.items()}


def raise_marks(text: str, last: int) -> str:
    """Glued digits → superscripts, each the next number; a number that is lost is passed over."""
    places: list[tuple[int, int]] = []
    start = 0
    for number in range(1, last + 1):
        found = _mark(number, text, start)
        following = _mark(number + 1, text, start)
        if found and not (following and following.start() < found.start()):
            places.append(found.span())
            start = found.end()
    for begin, end in reversed(places):
        text = text[:begin] + text[begin:end].strip().translate(SUPERSCRIPTS) + text[end:]
    return text


def _mark(number: int, text: str, start: int) -> re.Match[str] | None:
    glued = (
        rf"(?<=[^\d\s(/–\-.]){number}(?!\d)"  # framework9
        rf"|(?<=[A-Za-z)”][.,;]){number}(?!\d)"  # penalty.5
        rf"|(?<=\d{{4}}[.,;]){number}(?=\s)"  # of 1961.12
        rf"|(?<=, ){number}(?= \d|\n)"
        rf"|(?<=\n){number}(?= {number + 1}\n)"  # 1 2 on a line of their own
    )
    return re.compile(glued).search(text, start, start + 6000)
