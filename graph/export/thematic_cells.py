"""The bytes of a Word document's table cells, so that some can be filled and every other byte stays as it is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import escape

from graph.export.unwritable import Unwritable
from graph.export.workbook import clean

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PREFIX: Final = re.compile(rb'xmlns:([\w.-]+)\s*=\s*["\']' + re.escape(_W.encode()) + rb'["\']')


@dataclass(slots=True)
class Cell:
    """A cell: the text of its paragraphs, where `</w:tc>` begins, and its last paragraph.

    `paragraph` is where the end tag of that paragraph begins, and None where it is written in one tag; `look` holds
    the properties of its first run, as they are written.
    """

    lines: list[str] = field(default_factory=list)
    end: int = 0
    paragraph: int | None = None
    look: bytes | None = None

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.lines).split())


def rows(document: bytes) -> list[list[Cell]]:
    """The rows of every table, inner ones after their outer. Raises Unwritable for what is no XML of Word."""
    return _Scan(document).rows


def filled(document: bytes, told: Mapping[int, list[str]], cells: Mapping[int, tuple[Cell, Cell]]) -> bytes:
    """The document with lines written into cells, by the numbers that both use; nothing else is changed.

    Each cell comes with another one whose words look as the new ones shall.
    """
    prefix = _prefix(document)
    made: list[tuple[int, bytes]] = []
    for number, lines in told.items():
        cell, like = cells[number]
        run = (
            f"<{prefix}:r>{(like.look or b'').decode()}"
            + f"<{prefix}:br/>".join(_texts(prefix, lines))
            + f"</{prefix}:r>"
        )
        if cell.paragraph is None:
            run = f"<{prefix}:p>{run}</{prefix}:p>"
        made.append((cell.end if cell.paragraph is None else cell.paragraph, run.encode()))
    parts: list[bytes] = []
    start = 0
    for place, run_bytes in sorted(made):
        parts += [document[start:place], run_bytes]
        start = place
    return b"".join((*parts, document[start:]))


def _texts(prefix: str, lines: list[str]) -> Iterator[str]:
    for line in lines:
        # carriage returns and the like would read back as something else
        yield f'<{prefix}:t xml:space="preserve">{escape(" ".join(clean(line).split()))}</{prefix}:t>'


def _prefix(document: bytes) -> str:
    found = _PREFIX.search(document[:20_000])
    if not found:
        raise Unwritable("the list is no Word document of the kind that OHCHR publishes: no table can be read in it")
    return found[1].decode()


class _Scan:
    """Walks over a document's tags with their places in the bytes."""

    def __init__(self, document: bytes) -> None:
        head = document[:200].lower()
        if b"encoding" in head and b"utf-8" not in head:
            raise Unwritable("the list's text is not in UTF-8, as Word writes it")
        self._document, self._name = document, _prefix(document)
        self.rows: list[list[Cell]] = []
        self._open: list[tuple[list[Cell], list[Cell]]] = []
        self._text = self._run = False
        self._look = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = _refuse
        try:
            self._parser.Parse(document, True)
        except expat.ExpatError as fault:
            raise Unwritable(f"the list's text is damaged ({fault}): download it again") from fault

    def _start(self, name: str, _: dict[str, str]) -> None:
        if name == f"{self._name}:tr":
            row: list[Cell] = []
            self.rows.append(row)
            self._open.append((row, []))
        elif name == f"{self._name}:tc" and self._open:
            self._open[-1][1].append(Cell())
        elif name == f"{self._name}:p" and self._cell:
            self._cell.lines.append("")
        elif name == f"{self._name}:r":
            self._run = True
        elif name == f"{self._name}:rPr" and self._run:
            self._look = self._parser.CurrentByteIndex
        self._text = name == f"{self._name}:t"
        if name in (f"{self._name}:tab", f"{self._name}:br"):
            self._add(" ")

    def _end(self, name: str) -> None:
        place = self._parser.CurrentByteIndex
        closing = self._document.startswith(b"</", place)
        if name == f"{self._name}:tr" and self._open:
            self._open.pop()
        elif name == f"{self._name}:tc" and self._cell:
            cell = self._open[-1][1].pop()
            cell.end = place
            self._open[-1][0].append(cell)
        elif name == f"{self._name}:p" and self._cell:
            self._cell.paragraph = place if closing else None
        elif name == f"{self._name}:rPr" and self._run and self._cell and self._cell.look is None and closing:
            self._cell.look = self._document[self._look : place] + f"</{self._name}:rPr>".encode()
        elif name == f"{self._name}:r":
            self._run = False
        self._text = False

    def _characters(self, text: str) -> None:
        if self._text:
            self._add(text)

    def _add(self, text: str) -> None:
        if self._cell and self._cell.lines:
            self._cell.lines[-1] += text

    @property
    def _cell(self) -> Cell | None:
        return self._open[-1][1][-1] if self._open and self._open[-1][1] else None


def _refuse(*_: object) -> None:
    raise Unwritable("the list declares a document type, which no Word document does: it is not opened")
