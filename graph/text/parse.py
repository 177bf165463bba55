"""What people type → an expression. Whatever is typed gives one: what cannot be read so is told, in a sentence."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from graph.text.expression import EVERYTHING, Any, Beginning, Cited, Every, Expression, Phrase, Without, Word
from graph.text.pieces import Piece, pieces
from graph.text.words import folded, words

MOST_CHARACTERS: Final = 500
MOST_PIECES: Final = 60
DEEPEST: Final = 12

_COMMON = """
a an and are as at be by for from in is it of on or that the their this to was were which with
au aux ce ces dans de des du en et la le les leur leurs ou par pour que qui sur un une
al con del el ella es las lo los o para por se su sus una y
"""
COMMON: Final = frozenset(_COMMON.split())
"""Words that nearly every text holds: left out unless they are all there is."""

_EMPTY = "There is no word in this: write words, a document symbol or a paragraph number."


class _Unreadable(Exception):
    """What was typed cannot be read; the message says what to change."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The expression; in `trouble` what could not be read, in `left_out` the words that are too common to tell."""

    expression: Expression
    trouble: str = ""
    left_out: tuple[str, ...] = ()
    empty: bool = False
    """Whether nothing that could be searched was typed, though something was."""


def parse(text: str) -> Parsed:
    """Read what was typed. Never raises: what cannot be read is searched for by its words alone."""
    given = " ".join(text.split())
    if not given:
        return Parsed(EVERYTHING)
    found, trouble = list(pieces(given[:MOST_CHARACTERS])), ""
    if len(given) > MOST_CHARACTERS or len(found) > MOST_PIECES:
        trouble = f"Only the first {MOST_PIECES} words are searched for: write fewer."
        found = found[:MOST_PIECES]
    reader = _Reader(found)
    try:
        expression = reader.whole()
    except _Unreadable as fault:
        reader = _Reader([piece for piece in map(_plain, found) if piece])
        trouble, expression = str(fault), reader.whole()
    if expression is None:
        return Parsed(EVERYTHING, trouble or _EMPTY, empty=True)
    return Parsed(expression, trouble, tuple(dict.fromkeys(reader.left_out)))


def _plain(piece: Piece) -> Piece | None:
    """A piece as mere words; what joins words is none."""
    if piece.sort == "symbol":
        return piece
    return Piece("word", piece.text) if piece.sort in ("word", "phrase", "beginning") else None


@dataclass(slots=True)
class _Reader:
    """Reads pieces left to right: OR joins what AND joins, NOT holds for the next piece."""

    pieces: list[Piece]
    at: int = 0
    depth: int = 0
    left_out: list[str] = field(default_factory=list)

    def whole(self) -> Expression | None:
        """Everything; None where no piece holds a word. Raises _Unreadable."""
        found = self._alternatives()
        if self._next() is not None:
            raise _Unreadable("A bracket is closed that was never opened: take out the “)”.")
        return found

    def _next(self) -> Piece | None:
        return self.pieces[self.at] if self.at < len(self.pieces) else None

    def _is(self, *sorts: str) -> bool:
        piece = self._next()
        return piece is not None and piece.sort in sorts

    def _alternatives(self) -> Expression | None:
        found = [self._together()]
        while self._is("or"):
            self.at += 1
            found.append(self._together())
        if len(found) > 1 and None in found:
            raise _Unreadable("OR stands between two things: write what may be found on either side of it.")
        kept = [one for one in found if one is not None]
        return Any(tuple(kept)) if len(kept) > 1 else (kept[0] if kept else None)

    def _together(self) -> Expression | None:
        found: list[Expression] = []
        common: list[Word] = []
        while (piece := self._next()) is not None and piece.sort not in ("or", "close"):
            self.at += 1
            one = self._one(piece)
            if isinstance(one, Word) and folded(one.word) in COMMON and piece.sort == "word":
                common.append(one)
            elif one is not None:
                found.append(one)
        if any(not isinstance(one, Without) for one in found):
            self.left_out += [one.word for one in common]
        else:
            found += common
        return Every(tuple(found)) if len(found) > 1 else (found[0] if found else None)

    def _one(self, piece: Piece) -> Expression | None:
        read = _READERS.get(piece.sort)
        if read:
            return read(piece)
        if piece.sort == "not":
            return self._not(piece)
        if piece.sort == "open":
            return self._bracket()
        if piece.sort == "quote":
            raise _Unreadable("A quotation mark stands alone: put one before and one after the phrase.")
        return None  # AND: all must hold anyway

    def _not(self, mark: Piece) -> Expression | None:
        piece = self._next()
        if piece is None or piece.sort in ("or", "and", "close"):
            raise _Unreadable(f"Nothing follows “{mark.text}”: write after it what must not occur.")
        self.at += 1
        self._deeper()
        part = self._one(piece)
        self.depth -= 1
        if isinstance(part, Without):
            return part.part
        return Without(part) if part is not None else None

    def _bracket(self) -> Expression | None:
        self._deeper()
        found = self._alternatives()
        if not self._is("close"):
            raise _Unreadable("A bracket is opened that is never closed: add a “)”.")
        self.at += 1
        self.depth -= 1
        return found

    def _deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _Unreadable(f"Brackets stand more than {DEEPEST} deep: use fewer.")


def _worded(piece: Piece) -> Expression | None:
    """A word; one with a hyphen or a stroke in it is several, side by side."""
    found = words(piece.text)
    return Phrase(tuple(found)) if len(found) > 1 else Word(found[0]) if found else None


def _begun(piece: Piece) -> Expression | None:
    found = words(piece.text)
    if len(found) == 1 and len(folded(found[0])) > 1:
        return Beginning(found[0])
    if len(found) > 1:
        return _worded(piece)
    raise _Unreadable(f"“{piece.text}*” stands for too many words: write two letters or more before the asterisk.")


_READERS: dict[str, Callable[[Piece], Expression | None]] = {
    "word": _worded,
    "phrase": _worded,
    "beginning": _begun,
    "symbol": lambda piece: Cited(piece.text, piece.paragraph),
}
