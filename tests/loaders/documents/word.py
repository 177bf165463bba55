"""Small Word files made by the tests: a table, a title and a running head, with words of our own."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from graph.source import Source

_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(path: Path, rows: Iterable[Iterable[str]], title: str = "", head: str = "") -> Source:
    """A DOCX with one table; a line break inside a cell begins a new paragraph of it."""
    table = "".join(f"<w:tr>{''.join(_cell(cell) for cell in row)}</w:tr>" for row in rows)
    body = f"{_paragraph(title)}<w:tbl>{table}</w:tbl>"
    members = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/header1.xml": f"<w:hdr {_NAMES}>{_paragraph(head)}</w:hdr>",
    }
    path.write_bytes(zipped(members))
    return Source.of(path)


def zipped(members: dict[str, str]) -> bytes:
    """An archive with these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _cell(text: str) -> str:
    return f"<w:tc>{''.join(_paragraph(line) for line in text.split(chr(10)))}</w:tc>"


def _paragraph(text: str) -> str:
    half = len(text) // 2  # Word splits a text into runs wherever it likes
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in (text[:half], text[half:]))
    return f"<w:p>{runs}</w:p>"
