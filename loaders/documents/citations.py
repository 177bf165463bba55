"""What a text cites: documents by their symbol, with the paragraphs it names of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from loaders.documents import symbols

_NUMBER = r"\d{1,3}(?!\d|\.\d)"
_LETTERS = r"(?:\s?\([a-z]{1,5}\))*"
_TO = r"\s?(?:[-–—‑]|\b(?:to|à|au|a)\b)\s?"
_ASIDE = r"(?:\s?\((?![a-z]{1,5}\))[^()]{0,80}\))?"
"""What the paragraph is about: `7 (freedom of expression)`."""
_PART = rf"(?:{_NUMBER}{_LETTERS}|\([a-z]{{1,5}}\)(?:\s?\([a-z]{{1,5}}\))*)"
_AND = r"\s?(?:[,;]|\band\b|\bet\b|\by\b|&|,\s?and\b)\s?(?:and\s|et\s|y\s)?"
LIST: Final = rf"{_NUMBER}{_LETTERS}(?:{_ASIDE}(?:{_TO}|{_AND}){_PART})*"
"""Paragraph numbers with letters: `11, 13 (a) and (b), 23–25`."""
PARAGRAPHS: Final = re.compile(
    rf"(?:\bparas?\b\.?|\bparagraphs?|\bpar\.|\bparagraphes?|\bp[áa]rrs?\.|\bp[áa]rrafos?)\s*({LIST})", re.I
)
"""`paras. 11 and 13`, `paragraphes 9 à 12`, `párrafos 5 y 7`: group 1 is the list."""
_OF = re.compile(
    rf"{PARAGRAPHS.pattern}\s+(?:of|de|du|del)\s+(?:(?:its|the|that|ses|las|los|sus)\s+)?(?:\w+\s+){{0,3}}\(?$", re.I
)
"""`paras. 9 and 12 of`, `paragraph 5 of its previous concluding observations (`, right before a symbol."""
_SAID = re.compile(r"\s?\((?![a-z]{1,5}\))[^()]*\)")
_TOKEN = re.compile(rf"(?P<number>{_NUMBER})|(?P<letters>\([a-z]{{1,5}}\)(?:\s?\([a-z]{{1,5}}\))*)|(?P<range>{_TO})")


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that a text names, the paragraphs it names of it (none: the whole), and where: `text[at:end]`."""

    symbol: str
    paragraphs: tuple[str, ...]
    at: int
    end: int


def cited(text: str) -> Iterator[Cited]:
    """Every document named by its symbol; paragraphs stand right after it, or before: `paras. 9 of`."""
    named = list(symbols.mentions(text))
    last = 0
    for mention, following in zip_longest(named, named[1:]):
        after = text[mention.end : following.start if following else None]
        listed = re.match(rf"[\s,(]*{PARAGRAPHS.pattern}", after, re.I)
        before = None if listed else _OF.search(text, last, mention.start)
        told = listed or before
        last = mention.end + (listed.end() if listed else 0)
        yield Cited(
            mention.symbol,
            tuple(numbers(told[1])) if told else (),
            before.start() if before else mention.start,
            last,
        )


def numbers(listed: str) -> list[str]:
    """`13 (a) and (b), 23–25` → 13 (a), 13 (b), 23, 24, 25; a range that runs backwards keeps its two ends."""
    found: list[str] = []
    current, ranging, bare = "", False, False
    for token in _TOKEN.finditer(_SAID.sub("", listed)):
        if token["range"]:
            ranging = bool(found)
        elif token["number"]:
            between = range(int(current) + 1, int(token["number"])) if ranging and current else ()
            found += [str(number) for number in between]
            current, ranging, bare = token["number"], False, True
            found.append(current)
        elif current:
            letters = " ".join(re.findall(r"\([a-z]{1,5}\)", token["letters"]))
            if bare:
                found.pop()
            found += _letters(found[-1], letters, current) if ranging and found and not bare else []
            found.append(f"{current} {letters}")
            ranging = bare = False
    return list(dict.fromkeys(found))


def _letters(first: str, last: str, number: str) -> list[str]:
    """The items between two letters: `13 (a)`–`(d)` → 13 (b), 13 (c)."""
    begin, end = re.search(r"\(([a-z])\)$", first), re.fullmatch(r"\(([a-z])\)", last)
    if not begin or not end:
        return []
    return [f"{number} ({chr(code)})" for code in range(ord(begin[1]) + 1, ord(end[1]))]
