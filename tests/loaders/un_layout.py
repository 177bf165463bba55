"""Papers in the layout of UN documents, printed by the tests with words of our own: masthead, headings, items, notes.

A paper is a list of lines of one kind each: `("p", "4. The Committee …")`. Kinds: `title` (14 points), `h0` (14),
`h1` (12), `h2` (10 points, like the text), `p` a numbered paragraph, `item` (its first line indented, the others not,
as the UN sets them), `sub` an item within, `tail` text after items, `note` a footnote of this page, `page` a new page.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap
from xml.sax.saxutils import escape

from graph.source import Source
from tests.loaders.conftest import Placed, pdf_bytes
from tests.loaders.documents.word import zipped

Line = tuple[str, str]
_LEADING, _GAP, _TOP, _BOTTOM = 12.0, 6.0, 740.0, 110.0
_SIZES = {"title": 14.0, "h0": 14.0, "h1": 12.0}
_LEFT = {"title": 113.0, "h0": 57.0, "h1": 80.0, "h2": 113.0, "p": 113.0, "item": 141.0, "sub": 170.0, "tail": 113.0}
_WIDTH = {"title": 55, "h0": 55, "h1": 60, "h2": 70}


@dataclass(frozen=True)
class Made:
    """A paper of our own making: symbol, day of issue, masthead, lines."""

    symbol: str
    issued: str
    masthead: tuple[str, ...]
    lines: tuple[Line, ...]


def lines(text: str) -> tuple[Line, ...]:
    """`p: 4. The Committee …`, one a line; what is indented goes on."""
    found: list[Line] = []
    for line in filter(str.strip, text.splitlines()):
        if line.startswith(" "):
            kind, before = found.pop()
            found.append((kind, f"{before} {line.strip()}"))
        else:
            kind, _, told = line.partition(":")
            found.append((kind, told.strip()))
    return tuple(found)


class _Pen:
    def __init__(self, symbol: str) -> None:
        self.symbol = symbol
        self.pages: list[list[Placed]] = [[]]
        self.notes: list[list[str]] = [[]]
        self.y = _TOP

    def turn(self) -> None:
        self.pages.append([(57, 800, 9, self.symbol)])
        self.notes.append([])
        self.y = _TOP

    def line(self, left: float, size: float, text: str) -> None:
        if self.y < _BOTTOM:
            self.turn()
        self.pages[-1].append((left, self.y, size, text))
        self.y -= _LEADING

    def write(self, kind: str, text: str) -> None:
        if kind == "page":
            self.turn()
        elif kind == "note":
            self.notes[-1].append(text)
        else:
            self.block(kind, text)

    def block(self, kind: str, text: str) -> None:
        size = _SIZES.get(kind, 10.0)
        for number, part in enumerate(wrap(text, _WIDTH.get(kind, 76), break_on_hyphens=False)):
            self.line(_LEFT[kind] if number == 0 or kind in _WIDTH else 113.0, size, part)
        self.y -= _GAP


def printed(path: Path, symbol: str, issued: str, masthead: Iterable[str], lines: Iterable[Line]) -> Source:
    """A PDF with a masthead, running symbols, page numbers and footnotes."""
    pen = _Pen(symbol)
    pen.pages[0] += [(57, 800, 12, "United Nations"), (400, 800, 12, symbol)]
    pen.pages[0] += [(400, 785, 10, "Distr.: General"), (400, 773, 10, issued)]
    for number, text in enumerate(masthead):
        pen.pages[0].append((57, 760 - 12.0 * number, 10, text))
        pen.y = 760 - 12.0 * number - 30
    for kind, text in lines:
        pen.write(kind, text)
    for number, (page, notes) in enumerate(zip(pen.pages, pen.notes, strict=True), start=1):
        page += list(_foot(notes))
        page.append((57, 40, 9, str(number)))
    path.write_bytes(pdf_bytes(pen.pages))
    return Source.of(path)


def _foot(notes: list[str]) -> Iterator[Placed]:
    lines = [part for note in notes for part in wrap(note, 95)]
    for number, text in enumerate(lines):
        yield (113, 62 + 9.0 * (len(lines) - number), 8, text)


_STYLES = {"title": "HChG", "h0": "HChG", "h1": "H1G", "h2": "H23G"}
_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLE_PART = (
    f'<w:styles {_NAMES}><w:style w:styleId="HChG"><w:name w:val="_ H _Ch_G"/></w:style>'
    '<w:style w:styleId="H1G"><w:name w:val="_ H_1_G"/></w:style>'
    '<w:style w:styleId="H23G"><w:name w:val="_ H_2/3_G"/></w:style></w:styles>'
)
_NUMBERING_PART = (
    f'<w:numbering {_NAMES}><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def typed(
    path: Path, symbol: str, issued: str, masthead: Iterable[str], lines: Iterable[Line], *, automatic: bool = False
) -> Source:
    """The same as a Word file; `automatic`: Word itself counts paragraphs and items, their text holds no number."""
    table = "".join(f"<w:tc>{_paragraph(text)}</w:tc>" for text in (symbol, "Distr.: General", issued))
    body = [f"<w:tbl><w:tr>{table}</w:tr></w:tbl>", *(_paragraph(text) for text in masthead)]
    notes: list[str] = []
    for kind, text in lines:
        if kind == "note":
            notes.append(text)
        elif kind != "page":
            body.append(_styled(kind, text, automatic=automatic))
    members = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {_NAMES}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": _STYLE_PART,
        "word/numbering.xml": _NUMBERING_PART,
        "word/header1.xml": f"<w:hdr {_NAMES}>{_paragraph(symbol)}</w:hdr>",
        "word/footnotes.xml": f"<w:footnotes {_NAMES}>{''.join(map(_note, enumerate(notes, 1)))}</w:footnotes>",
    }
    path.write_bytes(zipped(members))
    return Source.of(path)


def _note(told: tuple[int, str]) -> str:
    number, text = told
    return f'<w:footnote w:id="{number}">{_paragraph(text)}</w:footnote>'


def _styled(kind: str, text: str, *, automatic: bool) -> str:
    style = f'<w:pStyle w:val="{_STYLES[kind]}"/>' if kind in _STYLES else ""
    if automatic and kind in ("p", "item"):
        text = re.sub(r"^\S+?[.)]\s*", "", text)
        level = 0 if kind == "p" else 1
        style += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'
    return _paragraph(text, style)


def _paragraph(text: str, properties: str = "") -> str:
    """Runs, with `{1}` as the mark of footnote 1."""
    runs = ""
    for number, part in enumerate(text.replace("}", "{").split("{")):
        shown = f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        runs += f"<w:r>{shown}</w:r>" if number % 2 == 0 else f'<w:r><w:footnoteReference w:id="{part}"/></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"
