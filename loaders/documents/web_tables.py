"""The tables of a saved web page, read without running or fetching anything of it."""

from html.parser import HTMLParser
from typing import Final

from graph import clean
from graph.source import Refused, Source
from loaders.documents import sheets

Table = list[list[str]]
"""Rows of cells, as text."""

LARGEST: Final = 50_000_000
"""Bytes of a page."""
_HEAD: Final = 4096
_MOST_DEEP: Final = 20
"""Tables within tables."""


def is_page(source: Source) -> bool:
    """Whether the file begins like a web page or a table cut out of one."""
    head = source.head(_HEAD).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<table", b"<div", b"<body"))


def tables(source: Source) -> list[Table]:
    """Every table in order of its end, the inner before the outer. Raises Refused for a page that is too large."""
    if source.path.stat().st_size > LARGEST:
        raise Refused(f"the page has more than {LARGEST:,} bytes: save the table alone")
    text, _ = sheets.decoded(source.content())
    reader = _Reader()
    try:
        reader.feed(text)
        reader.close()
    except AssertionError as fault:  # what HTMLParser says of a declaration that it cannot make out
        raise Refused(f"not readable as a web page ({fault}): save it again") from fault
    return reader.tables


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Table] = []
        self._open: list[Table] = []
        self._skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - HTMLParser calls it so
        if tag in ("script", "style"):
            self._skipping += 1
        elif tag == "table" and len(self._open) < _MOST_DEEP:
            self._open.append([])
        elif tag == "tr" and self._open:
            self._open[-1].append([])
        elif tag in ("td", "th") and self._open:
            self._row().append("")
        elif tag in ("br", "p", "div", "li"):
            self.handle_data(" ")

    def _row(self) -> list[str]:
        """The row that is open; a cell outside any row begins one."""
        if not self._open[-1]:
            self._open[-1].append([])
        return self._open[-1][-1]

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._skipping = max(0, self._skipping - 1)
        elif tag == "table" and self._open:
            self.tables.append([[clean.text(cell) for cell in row] for row in self._open.pop()])

    def handle_data(self, data: str) -> None:
        if not self._skipping and self._open and self._open[-1] and self._open[-1][-1]:
            self._open[-1][-1][-1] += data
