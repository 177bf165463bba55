"""An expression → what FTS5 is asked. Every word goes in as a stem between quotation marks: none can be a command."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

from graph.text.expression import Any, Beginning, Cited, Every, Expression, Phrase, Without, Word
from graph.text.index import EVERYTHING
from graph.text.words import MARKS, UNSTEMMED, folded, stem, words

MOST_ENDINGS: Final = 400
"""Words that a beginning may stand for; of more, the first in the alphabet."""
_READINGS: Final = 8
"""Ways in which a phrase may be read in one language."""
_LANGUAGES: Final = (*MARKS, "un")

Needle = tuple[str, ...]
"""Stems that stand side by side."""

_NOTHING: Final = ("nothing_",)
"""A row of stems that no text holds."""


@dataclass(slots=True)
class Lexicon:
    """The words of one index: which stems a word may have, in whichever language it was printed."""

    base: sqlite3.Connection
    cut: str = ""
    """The last beginning that stands for more words than are searched for."""

    def needles(self, part: Word | Beginning | Phrase | Cited) -> list[Needle]:
        """The stems, or rows of stems, that stand for a part."""
        match part:
            case Word(word):
                return sorted((one,) for one in self._stems(word)) or [_NOTHING]
            case Beginning(start):
                return [(one,) for one in self._beginning(folded(start))] or [_NOTHING]
            case Phrase(some):
                return self._phrase(some) or [_NOTHING]
            case Cited(symbol, paragraph):
                return [*self._phrase(tuple(words(symbol))), *((one,) for one in map(folded, words(paragraph)))]

    def _stems(self, word: str, language: str = "") -> set[str]:
        """As the word is written, and as the index knows words that are so written but for accents."""
        spoken = [language] if language else _LANGUAGES
        known = self.base.execute("SELECT stem FROM word WHERE folded = ?", (folded(word),)).fetchall()
        found = {one for (one,) in known if not language or _language(one) == language}
        return (found | {stem(word, one) for one in spoken}) - {""}

    def _phrase(self, some: tuple[str, ...]) -> list[Needle]:
        found: list[Needle] = []
        for language in _LANGUAGES:
            each = [sorted(self._stems(word, language)) for word in some]
            found += islice(product(*each), _READINGS)
        return found

    def _beginning(self, start: str) -> list[str]:
        rows = self.base.execute(
            "SELECT DISTINCT stem FROM word WHERE folded >= ? AND folded < ? LIMIT ?",
            (start, start + "\U0010ffff", MOST_ENDINGS + 1),
        ).fetchall()
        if len(rows) > MOST_ENDINGS:
            self.cut = start
        return [one for (one,) in rows[:MOST_ENDINGS]]


def _language(marked: str) -> str:
    """The language that the mark of a stem tells."""
    return next((language for language, mark in MARKS.items() if mark and marked.startswith(mark)), None) or (
        "un" if marked.startswith(UNSTEMMED) else "en"
    )


def match(expression: Expression, lexicon: Lexicon) -> str:
    """What FTS5 is asked; brackets stand around all that is joined."""
    match expression:
        case Every(parts):
            return _every(parts, lexicon)
        case Any(parts):
            return _joined("OR", (match(part, lexicon) for part in parts))
        case Without():
            return _every((expression,), lexicon)
        case Cited(symbol, paragraph):
            return _cited(symbol, paragraph, lexicon)
        case _:
            return _joined("OR", map(_quoted, lexicon.needles(expression)))


def _every(parts: tuple[Expression, ...], lexicon: Lexicon) -> str:
    """FTS5 knows NOT only between two: what must hold NOT what must not, everything where nothing must."""
    wanted = [match(part, lexicon) for part in parts if not isinstance(part, Without)]
    unwanted = [match(part.part, lexicon) for part in parts if isinstance(part, Without)]
    held = _joined("AND", wanted) if wanted else _quoted((EVERYTHING,))
    return f"({held} NOT {_joined('OR', unwanted)})" if unwanted else held


def _cited(symbol: str, paragraph: str, lexicon: Lexicon) -> str:
    """Things of that document or of one below it; without a paragraph also what names it in its words."""
    document = f"symbol : ^ {_quoted(tuple(map(folded, words(symbol))))}"
    if paragraph:
        return f"({document} AND paragraph : {_quoted(tuple(map(folded, words(paragraph))))})"
    return _joined("OR", [document, *map(_quoted, lexicon.needles(Cited(symbol)))])


def _quoted(needle: Needle) -> str:
    return '"' + " ".join(needle).replace('"', "") + '"'


def _joined(word: str, parts: Iterable[str]) -> str:
    found = list(parts)
    return f"({f' {word} '.join(found)})" if len(found) > 1 else found[0]
