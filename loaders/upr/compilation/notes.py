"""Endnotes → what they cite: documents with paragraphs, "Ibid." resolved, and OHCHR's lists of recommendations."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from loaders.documents import numbers, symbols

_SEGMENT = re.compile(
    r"\s*;\s*(?:and\s+)?"
    r"|\.?\s+(?=See also\b|For (?:the )?(?:relevant )?recom|Ibid\b)"
    r"|(?<=\w)\.\s+(?=[A-Z]{3,}/)"
    r"|\s+and\s+(?=(?:CAT|CCPR|CED|CEDAW|CERD|CMW|CRC|CRPD|E)/)"
)
"""Where one citation of a note ends and the next begins."""
_IBID = re.compile(r"\bIbid\b", re.I)
_PAGE = re.compile(r"[\s.,]*pp?\.")
_WEB = re.compile(r"\bwww\.|\bhttps?:")
_GLUED = re.compile(r"(?<=\d)(?=paras?\.)|(?<=,)(?=paras?\.)")
_PARAGRAPHS = re.compile(
    r"\bparas?\b\.?\s*,?\s*((?:(?:\d{1,3}(?:\.\s?\d{1,3})?(?!\d)|\([a-z]{1,4}\s?\)|[,\s–\-]|\band\b\.?|\bto\b))+)"
)
_RELEVANT = re.compile(r"\bFor (?:the )?(?:relevant )?recom\w+\s*,?\s*see\b(?P<rest>.*)$", re.I)
_TOKEN = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})?)|\((?P<letter>[a-z]{1,4})\s?\)|(?P<range>[–\-]|\bto\b)")


@dataclass(frozen=True, slots=True)
class Cited:
    """One document that a note names, with the paragraphs it names of it (none: the whole)."""

    symbol: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note read: what it cites, and the recommendations that OHCHR lists as relevant."""

    number: int
    text: str
    cited: tuple[Cited, ...]
    relevant: tuple[Cited, ...]


class Reader:
    """Reads notes in order, so that "Ibid." finds the document named last, also after "See also".

    An "Ibid." after a source without a symbol (a submission, a letter, a web page) is that source, and no document.
    """

    def __init__(self, find: Callable[[str], None]) -> None:
        self._last: Cited | None = None
        self._find = find

    def read(self, number: int, text: str) -> Note:
        cited: list[Cited] = []
        relevant: list[Cited] = []
        for segment in filter(None, _SEGMENT.split(_GLUED.sub(" ", text))):
            listed = _RELEVANT.search(segment)
            if listed:
                relevant += self._relevant(listed["rest"])
            else:
                cited += self._segment(number, segment)
        return Note(number, text, tuple(cited), tuple(relevant))

    def _relevant(self, text: str) -> Iterator[Cited]:
        """Every report named with its recommendations; one named without any (an addendum) lists none."""
        named = list(symbols.mentions(text))
        for mention, following in zip_longest(named, named[1:]):
            after = text[mention.end : following.start if following else None]
            listed = re.search(numbers.LIST, re.sub(r"Corr\.\s?\d|\bpp?\. ?\d+", "", after))
            if listed:
                yield Cited(symbols.parent(mention.symbol), tuple(numbers.expand(listed[0], self._find)))

    def _segment(self, number: int, segment: str) -> Iterator[Cited]:
        """Each document named, with the paragraphs that stand between it and the next."""
        named = [(one.start, one.end, one.symbol) for one in symbols.mentions(segment)]
        named += [(one.start(), one.end(), "") for one in _IBID.finditer(segment)]
        named.sort()
        if not named:
            self._last = None
        for (_, end, symbol), following in zip_longest(named, named[1:]):
            after = segment[end : following[0] if following else None]
            cited = self._cited(symbol, after, number)
            self._last = None if _WEB.search(after) else cited
            if cited:
                yield cited

    def _cited(self, symbol: str, after: str, number: int) -> Cited | None:
        """The document and its paragraphs; "Ibid." alone repeats those of the last one, and is none after none."""
        listed = tuple(paragraph_list(after, lambda why: self._find(f"note {number}: {why}")))
        if symbol:
            return Cited(symbol, listed)
        if self._last is None or listed or _PAGE.match(after):
            return Cited(self._last.symbol, listed) if self._last else None
        return self._last


def paragraph_list(text: str, find: Callable[[str], None]) -> list[str]:
    """`paras. 57 and 58(b), (m) and (k)` → 57, 58 (b), 58 (m), 58 (k); ranges written out."""
    listed = _PARAGRAPHS.search(text)
    if not listed:
        return []
    found: list[str] = []
    current, bare, ranging = "", False, False
    for token in _TOKEN.finditer(listed[1].replace(". ", ".")):
        if token["range"]:
            ranging = True
        elif token["number"]:
            if ranging and found:
                found += _between(found[-1], token["number"], find)
            found.append(token["number"])
            current, bare, ranging = token["number"], True, False
        elif current:
            if bare:
                found.pop()
            found += _letters(found, current, token["letter"]) if ranging and not bare else []
            found.append(f"{current} ({token['letter']})")
            bare = ranging = False
    return list(dict.fromkeys(found))


def _between(start: str, end: str, find: Callable[[str], None]) -> list[str]:
    first, last = start.split(" ")[0], end
    if "." in first or "." in last or int(last) < int(first):
        if "." not in first and "." not in last:
            find(f"the range {first}–{last} runs backwards: both ends are kept")
        return []
    return [str(number) for number in range(int(first) + 1, int(last))]


def _letters(found: list[str], current: str, last: str) -> list[str]:
    """The letters between two: `(a)–(c)` → (b)."""
    first = found[-1].rsplit("(", 1)[-1].rstrip(")") if found else ""
    if len(first) != 1 or len(last) != 1:
        return []
    return [f"{current} ({chr(code)})" for code in range(ord(first) + 1, ord(last))]
