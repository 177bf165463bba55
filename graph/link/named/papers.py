"""Documents and paragraphs that a text names by symbol: `CERD/C/SVN/CO/6-7, para. 12`."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from graph import clean, terms
from graph.clean import Unclear
from graph.link.named.named import Kind, Named

_SYMBOL = re.compile(
    r"(?<![\w/])(?:A|CAT|CCPR|CED|CEDAW|CERD|CMW|CRC|CRPD|DP|E|HRI|S|ST)(?:\s?/\s?[A-Z0-9][A-Za-z0-9.\-–]*){2,}"
)
_NUMBER = r"\d{1,3}(?:\.\d{1,3})?(?![\d.]\d)(?:\s?\([a-z]{1,4}\))*"
_TO = r"\s?[-–—]\s?"
_LIST = rf"{_NUMBER}(?:(?:{_TO}|\s?(?:,|;|and|&|et|y)+\s?(?:and\s)?){_NUMBER})*"
_PARAGRAPHS = re.compile(
    rf"[\s,;:(]*(?:at\s)?(?:paras?\b\.?|paragraphs?|recommendations?|recs?\b\.?|paragraphes?|p[áa]rrafos?|párrs?\.)"
    rf"\s?(?:Nos?\.\s?)?(?P<list>{_LIST})",
    re.I,
)
_OF = re.compile(
    rf"(?:paras?\b\.?|paragraphs?|recommendations?|recs?\b\.?)\s?(?:Nos?\.\s?)?(?P<list>{_LIST})\s"
    r"(?:(?:of|in|from)\s(?:the\s|its\s|document\s|documents\s|report\s|concluding\s|observations\s|previous\s|\()*|\()$",
    re.I,
)
_OWN = re.compile(
    rf"\b(?:recommendations?|recs?\.?|recommandations?|recomendaci(?:ón|ones))\s(?:(?:Nos?\.?|numbers?|n°|in\sparas?\.|in\sparagraphs?)\s?)?"
    rf"(?P<list>\d{{1,3}}\.\d{{1,3}}(?!\d|\.\d)(?:(?:{_TO}|\s?(?:,|;|and|&|et|y)+\s?(?:and\s)?)\d{{1,3}}\.\d{{1,3}}(?!\d|\.\d))*)"
    r"|\(paras?\.?\s(?P<bare>\d{1,3}\.\d{1,3}(?!\d|\.\d))\)",
    re.I,
)
"""Recommendations by their full number and no symbol: `recommendation 115.17`, `(para. 115.17)`."""
_REACH: Final = 120
_ONE = re.compile(rf"({_NUMBER})(?:{_TO}({_NUMBER}))?")


def papers(text: str) -> Iterator[Named]:
    """A passage for each paragraph that stands with a symbol; the document where none does."""
    for found in _SYMBOL.finditer(text):
        printed = found[0].rstrip(".-–")
        with suppress(Unclear):
            symbol = clean.symbol(printed.replace("–", "-"))
            if not any(mark.isdigit() for mark in symbol):
                continue
            end = found.start() + len(printed)
            after = _PARAGRAPHS.match(text, end)
            before = None if after else _OF.search(text, max(0, found.start() - _REACH), found.start())
            told = after or before
            start = before.start() if before else found.start()
            end = after.end() if after else end
            if told is None:
                yield Named(Kind.DOCUMENT, terms.document(symbol), text[start:end], start, end)
            for number in numbers(told["list"]) if told else ():
                yield Named(Kind.RECOMMENDATION, terms.passage(symbol, number), text[start:end], start, end)


def own(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Numbers of recommendations without a symbol: number, words, begin, end. Whose they are the text does not say."""
    taken = list(papers(text))
    for found in _OWN.finditer(text):
        if not any(found.start() < one.end and one.start < found.end() for one in taken):
            for number in numbers(found["list"] or found["bare"]):
                yield number, found[0], found.start(), found.end()


def numbers(listed: str) -> list[str]:
    """`115.1–3 and 12 (a)` → 115.1, 115.2, 115.3, 12 (a); a range that cannot be right keeps its two ends."""
    found: list[str] = []
    for first, last in _ONE.findall(listed):
        first, last = (re.sub(r"\s?\(", " (", part) for part in (first, last))
        lead, _, low = first.rpartition(".")
        high = last.rpartition(".")[2]
        if last and low.isdigit() and high.isdigit() and int(low) < int(high) < int(low) + 200:
            found += [f"{lead}.{number}" if lead else str(number) for number in range(int(low), int(high) + 1)]
        else:
            found += [part for part in (first, last) if part]
    return list(dict.fromkeys(found))
