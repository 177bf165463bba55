"""DOCX → the rows of its tables and the text of its paragraphs, straight from the archive's XML."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from graph.source import Refused, Source
from loaders.documents import archive, markup

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's own elements."""
_W = W
_DOCUMENT = "word/document.xml"
_HEADER = re.compile(r"word/header\d*\.xml")

Cell = tuple[str, ...]
"""The paragraphs of a cell."""


def is_docx(source: Source) -> bool:
    """An archive with a Word document in it; never raises."""
    if not archive.is_zip(source):
        return False
    try:
        return _DOCUMENT in archive.members(source)
    except Refused:
        return False


def document(source: Source) -> etree._Element:
    """The root of its text. Raises Refused."""
    return source.once(_tree)


def rows(source: Source) -> list[tuple[Cell, ...]]:
    """Every row of every table, in order: a tuple of cells. Raises Refused."""
    document = source.once(_tree)
    return [tuple(tuple(_paragraphs(cell)) for cell in row.iterchildren(_W + "tc")) for row in document.iter(_W + "tr")]


def paragraphs(source: Source) -> list[str]:
    """The paragraphs outside tables. Raises Refused."""
    document = source.once(_tree)
    body = document.find(_W + "body")
    return [] if body is None else [_text(one) for one in body.iterchildren(_W + "p")]


def headers(source: Source) -> list[str]:
    """The paragraphs of its running heads, which often carry the title. Raises Refused."""
    names = sorted(name for name in archive.members(source) if _HEADER.fullmatch(name))
    trees = [markup.tree(archive.member(source, name)) for name in names]
    return [text for tree in trees for one in tree.iter(_W + "p") if (text := _text(one))]


def _tree(source: Source) -> etree._Element:
    return markup.tree(archive.member(source, _DOCUMENT))


def _paragraphs(cell: etree._Element) -> Iterator[str]:
    for paragraph in cell.iter(_W + "p"):
        text = _text(paragraph)
        if text:
            yield text


def _text(paragraph: etree._Element) -> str:
    nodes = paragraph.iter(_W + "t", _W + "tab", _W + "br")
    return "".join(node.text or "" if node.tag == _W + "t" else " " for node in nodes).strip()
