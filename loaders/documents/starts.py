"""Where the numbered paragraphs of a paper begin: numbered headings, lists and misprints stand between them."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from loaders.documents import headings
from loaders.documents.blocks import NUMBER, Block

_MISPRINTED = re.compile(r"(\d{1,3})(?:\s?[.,;:]\s*|\s+)(?=[“\"«¿(\[]?\w)")
"""Without its point (`60 Regarding …`), with a comma, or before a year (`10. 2003 marked …`)."""
_MOST_LOST = 3
"""Numbers that may be lost in a row."""
_STARTS = 12
"""First paragraphs tried."""
_OFF = 4.0
"""Points by which the left edges of paragraph numbers may differ."""
_USUAL = 0.6
"""Part of the numbers at one margin that makes it the margin of all."""

Find = Callable[[str, str], None]
"""Told (place, reason)."""


def starts(blocks: Sequence[Block], find: Find) -> dict[int, tuple[int, int]]:
    """Place of a paragraph among the blocks → (its number, letters before its text), in order of number.

    The longest chain of numbers, from 1 if there is one; a number that is lost is told to `find`.
    """
    numbered = {at: int(found[1]) for at, block in enumerate(blocks) if (found := NUMBER.match(block.text))}
    numbered = {at: number for at, number in numbered.items() if not blocks[at].level and not blocks[at].row}
    numbered = _at_margin(blocks, numbered)
    ones = [at for at, number in numbered.items() if number == 1]
    chains = [_chain(blocks, numbered, at) for at in (ones or list(numbered))[:_STARTS]]
    chain = max(chains, key=len, default=[])
    if not chain:
        return {}
    printed = {at: (numbered[at], _length(NUMBER, blocks[at])) for at in chain}
    every = dict(sorted((printed | _misprinted(blocks, printed)).items()))
    _tell(every, find)
    return every


def _at_margin(blocks: Sequence[Block], numbered: dict[int, int]) -> dict[int, int]:
    """Only those at the margin where most stand."""
    counted = Counter(round(blocks[at].left) for at in numbered)
    if not counted:
        return numbered
    usual, _ = counted.most_common(1)[0]
    near = {at: number for at, number in numbered.items() if abs(blocks[at].left - usual) <= _OFF}
    return near if len(near) >= _USUAL * len(numbered) else numbered


def _chain(blocks: Sequence[Block], numbered: dict[int, int], start: int) -> list[int]:
    last = {number: at for at, number in numbered.items()}
    chain = [start]
    for at, number in numbered.items():
        wanted = numbered[chain[-1]] + 1
        if at <= start or not wanted <= number <= wanted + _MOST_LOST:
            continue
        if number > wanted and last.get(wanted, -1) > at:
            continue
        if headings.may_be(blocks[at]) and last[number] > at:
            continue  # a numbered heading: the paragraph of that number comes
        chain.append(at)
    return chain


def _misprinted(blocks: Sequence[Block], found: dict[int, tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """Paragraphs between two found ones that do not follow each other, their numbers misprinted, at the same margin."""
    more: dict[int, tuple[int, int]] = {}
    for (at, (number, _)), (following, (next_number, _)) in pairwise(found.items()):
        for between in range(at + 1, following) if next_number > number + 1 else ():
            block = blocks[between]
            mark = _MISPRINTED.match(block.text)
            lost = mark is not None and number < int(mark[1]) < next_number
            if lost and block.closed and abs(block.left - blocks[at].left) <= _OFF and mark is not None:
                number = int(mark[1])
                more[between] = (number, mark.end())
    return more


def _length(mark: re.Pattern[str], block: Block) -> int:
    found = mark.match(block.text)
    return found.end() if found else 0


def _tell(found: dict[int, tuple[int, int]], find: Find) -> None:
    numbers = [number for number, _ in found.values()]
    if numbers[0] != 1:
        find("file", f"its first numbered paragraph is {numbers[0]}: what stands before is not read")
    for last, number in pairwise(numbers):
        if number != last + 1:
            find(f"paragraph {last}", f"the next number found is {number}: what lies between stands under {last}")
