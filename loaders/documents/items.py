"""The lettered items of a paragraph: `(a)`, `(b)`, within one `(i)`, `(ii)`; on their own lines or running on."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from loaders.documents.blocks import LETTER

ROMANS: Final = (
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
    "xvi", "xvii", "xviii", "xix", "xx",
)  # fmt: skip
_INLINE = re.compile(r"(?<=[:;.])\s+(?:and\s+|or\s+|et\s+|y\s+)?(?=\([a-z]{1,5}\)\s)")
_SENTENCE_END = re.compile(r"[.?!][”\"’»)\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹\s]*$")
_MOST_LOST = 2
"""Letters that may be lost between two items; more is no list."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its letters from the outer to the inner (`("a", "ii")`) and its own words."""

    letters: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A paragraph taken apart: the words before the items, the items, the words after them."""

    lead: str
    items: tuple[Item, ...]
    tail: str


def listed(blocks: Iterable[str], find: Callable[[str], None]) -> Listed:
    """Take a paragraph's blocks apart; letters that are left out are told to `find`."""
    lead: list[str] = []
    tail: list[str] = []
    items: list[tuple[tuple[str, ...], list[str]]] = []
    for text, starts in _pieces(blocks):
        before = " ".join(items[-1][1] if items else lead)
        mark = LETTER.match(text)
        letters = _place(mark, items[-1][0] if items else (), before, find) if mark and not tail else ()
        if mark and letters:
            items.append((letters, [text[mark.end() :]]))
        elif items and (tail or (starts and _SENTENCE_END.search(before))):
            tail.append(text)
        else:
            (items[-1][1] if items else lead).append(text)
    return Listed(" ".join(lead), tuple(Item(letters, " ".join(words)) for letters, words in items), " ".join(tail))


def _pieces(blocks: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each block cut where an item may begin inside it; whether the piece begins a block."""
    for block in blocks:
        for number, piece in enumerate(_INLINE.split(block)):
            yield piece.strip(), number == 0


def _place(mark: re.Match[str], last: tuple[str, ...], before: str, find: Callable[[str], None]) -> tuple[str, ...]:
    """The letters of an item that begins here; () if this mark follows nothing."""
    letter = mark[1] or mark[2]
    inner = mark[1] is not None and letter == "i" and before.rstrip().endswith(":")
    if len(last) == 1 and inner:
        return (*last, letter)
    if len(last) == 2 and _follows(last[1], letter):
        return (last[0], letter)
    if (not last and letter == "i") or (len(last) == 1 and _follows(last[0], letter)):
        return (letter,)  # a list of romans only
    outer = last[0] if last else ""
    lost = _lost(outer, letter)
    if lost is None or (not outer and lost):
        return ()
    if lost:
        find(f"item ({letter}) stands after ({outer}): {lost} between them not found")
    return (letter,)


def _follows(last: str, letter: str) -> bool:
    """Whether two roman numerals follow each other."""
    return last in ROMANS and letter in ROMANS and ROMANS.index(letter) == ROMANS.index(last) + 1


def _order(letter: str) -> int | None:
    """`a` → 1, `z` → 26, `aa` → 27, `bb` → 28; None for anything else."""
    if len(set(letter)) != 1 or len(letter) > 3:
        return None
    return 26 * (len(letter) - 1) + ord(letter[0]) - ord("a") + 1


def _lost(last: str, letter: str) -> int | None:
    """How many letters are left out between two; None if the second does not follow the first."""
    first = _order(last) if last else 0
    second = _order(letter)
    if first is None or second is None or not 0 < second - first <= _MOST_LOST:
        return None
    return second - first - 1
