"""What people type, cut into the pieces that the parser reads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Sort = Literal["word", "beginning", "phrase", "symbol", "and", "or", "not", "open", "close", "quote"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece and the words in it; of a symbol, `paragraph` is the paragraph that follows it."""

    sort: Sort
    text: str
    paragraph: str = ""


_QUOTES = '"“”„«»'
_PARAGRAPH = (
    r"(?:[\s,]+(?i:paragraphs?|paras?\.?|párrs?\.?|§)?\s*"
    r"(?P<paragraph>\d{1,3}(?:\.\d+)*(?:\s?\([a-z]{1,4}\))*)(?!\w))?"
)
_PIECE = re.compile(
    rf"(?P<phrase>[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)[{_QUOTES}])"
    rf"|(?P<quote>[{_QUOTES}])"
    rf"|(?P<symbol>(?<!\S)[A-Za-z]+(?:\.\d+)?(?:/[A-Za-z0-9.\-]+(?:\([A-Za-z]+\))?)+/?){_PARAGRAPH}"
    r"|(?P<open>\()"
    r"|(?P<close>\))"
    r"|(?P<not>(?<!\S)NOT(?!\S)|(?<![^\s(])[-−](?=[\w(\"“„«]))"
    r"|(?P<or>(?<!\S)(?:OR|\|)(?!\S))"
    r"|(?P<and>(?<!\S)(?:AND|&|\+)(?!\S))"
    rf"|(?P<word>[^\s(){_QUOTES}]+)"
)
_WHOLE_SYMBOL = re.compile(r"[A-Z]+(?:\.\d+)?/\S*[A-Z0-9]", re.IGNORECASE)


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a text in order; nothing but blanks is left out."""
    for found in _PIECE.finditer(text):
        sort, given = found.lastgroup, found[0]
        if found["phrase"] is not None:
            yield Piece("phrase", found["quoted"])
        elif found["symbol"] is not None:
            yield from _symbol(found["symbol"], found["paragraph"] or "")
        elif found["word"] is not None:
            yield from _word(given)
        elif sort is not None:
            yield Piece(sort, given)  # type: ignore[arg-type]


def _symbol(text: str, paragraph: str) -> Iterator[Piece]:
    """A symbol of a document holds a number: `and/or` and `his/her` are words."""
    if _WHOLE_SYMBOL.fullmatch(text.rstrip("/.")) and (any(mark.isdigit() for mark in text) or text.count("/") > 1):
        yield Piece("symbol", text.rstrip("/."), paragraph)
    else:
        yield Piece("word", text)
        if paragraph:
            yield Piece("word", paragraph)


def _word(text: str) -> Iterator[Piece]:
    if text.endswith("*") and text.strip("*"):
        yield Piece("beginning", text.strip("*"))
    else:
        yield Piece("word", text)
