"""Paragraphs → statements: each piece of text up to its note marks, with the notes and the heading's list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph import clean
from loaders.documents.marks import MARKS, marks
from loaders.documents.paper import Paper, Paragraph
from loaders.documents.pdf import RAISED
from loaders.upr.compilation.notes import Cited, Note

_LEFT_MARKS = re.compile(r"[\s,]*(?:,\s*\d{1,3})+$")
"""Marks that stand apart at a heading's end and were not raised: `bodies , 2`."""
_CLOSED = re.compile(r"[.!?][”\"’)\]]*\s*$")
_CLOSES = re.compile(r"\s*(?:[.;]|$)")
"""A sentence ends before its mark, or right after it."""
_LEAST = 20
"""Letters; what is shorter than that after a paragraph's last mark is no statement."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What the compilation says, where, under which heading, on whose word, beside which recommendations."""

    paragraph: str
    text: str
    heading: str
    notes: tuple[Note, ...]
    relevant: tuple[tuple[Cited, str], ...]
    """Recommendations with the words of the note that lists them."""


def statements(paper: Paper, notes: dict[int, Note]) -> Iterator[Statement]:
    """All statements in order. A note whose mark is lost belongs to the heading it stands under."""
    last, heading = 0, ""
    listed: tuple[tuple[Cited, str], ...] = ()
    for paragraph in paper.paragraphs:
        pieces = list(_pieces(paragraph))
        first = next((number for _, numbers in pieces for number in numbers), None)
        if paragraph.heading != heading:
            heading = paragraph.heading
            lost = range(last + 1, first) if first else range(0)
            listed = tuple(
                (cited, notes[number].text)
                for number in dict.fromkeys([*marks(heading), *lost])
                if number in notes
                for cited in notes[number].relevant
            )
        for place, (text, numbers) in enumerate(pieces, start=1):
            own = tuple(notes[number] for number in numbers if number in notes)
            yield Statement(
                paragraph=str(paragraph.number) if len(pieces) == 1 else f"{paragraph.number} s{place}",
                text=text,
                heading=_LEFT_MARKS.sub("", clean.text(RAISED.sub("", heading))),
                notes=own,
                relevant=listed + tuple((cited, note.text) for note in own for cited in note.relevant),
            )
            last = max([last, *numbers])


def _pieces(paragraph: Paragraph) -> Iterator[tuple[str, list[int]]]:
    """Text up to the marks at a sentence's end, with all marks in it; text after the last mark stands alone.

    "The Committee¹ and the Expert² said so." is one statement with two notes.
    """
    text, start = paragraph.text, 0
    numbers: list[int] = []
    for found in MARKS.finditer(text):
        numbers += marks(found[0])
        if _CLOSED.search(text, start, found.start()) or _CLOSES.match(text, found.end()):
            yield _plain(text[start : found.end()]), numbers
            start, numbers = found.end(), []
    rest = _plain(text[start:])
    if numbers or len(rest) > _LEAST or start == 0:
        yield rest, numbers


def _plain(text: str) -> str:
    return clean.text(RAISED.sub("", text)).lstrip(".,; ")
