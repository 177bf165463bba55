"""Articles of a treaty that a text names: `article 7 of the Convention`, `articles 9 (2) and 16 of CEDAW`.

"The Convention" alone is the one convention that was named before it; where several were, no article is named.
"""

import re
from collections.abc import Iterator
from typing import Final

from graph import terms
from graph.link.named.skeleton import Skeleton
from graph.link.named.vocabulary import Mention, vocabulary

_ARTICLE = r"(?:articles?|arts?(?: \.)?|articulos?)"
_PARAGRAPH = r"(?:(?:sub)?paragraphs?|paras?(?: \.)?|parrafos?|paragraphes?|alinea)"
_LIST = rf"\d{{1,3}}(?: (?:\d{{1,3}}|bis|\( \w{{1,4}} \)|,|and|et|y|e|or|&|to|a|-|/|of|in|{_ARTICLE}|{_PARAGRAPH}))*"
_ARTICLES = rf"(?<= ){_ARTICLE} (?P<list>{_LIST})"
_OF = r"(?:,|of|de|du|del|to|in|under|the|la|le|l '|l|el|un|united|nations|international|said|same|core|\()"
_NAMED = re.compile(rf"{_ARTICLES}(?: {_OF})* §(?P<treaty>\d+)(?= )")
_BEHIND = re.compile(
    rf"(?<= )§(?P<treaty>\d+)(?: (?:,|'|s|in particular|particularly|especially|specifically|namely|its|\(|:|-))*"
    rf" {_ARTICLES[6:]}(?<=[\d)])(?= )"
)
_OTHERS_LAW = re.compile(
    r" (?:of|de|du|del|in|under) (?:(?:the|its|their|la|le|el|national) )*"
    r"(?:§|(?:[a-z]+ ){0,2}(?:constitution|code|law|act|decree|declaration)\b)"
)
"""What shows that the articles behind a treaty's name are another's."""
_ALONE = re.compile(
    rf"{_ARTICLES}(?: (?:of|de|du|del|the|la|le|l '|el))* (?P<noun>convention|covenant|pacte|pacto|convencion"
    r"|optional protocol|statute)(?= )"
    r"(?! (?:on|against|for|relating|concerning|no|relative|sobre|contre|contra|to|of|de|\d+)\b)"
)
_TOKEN = re.compile(
    rf"\( \w{{1,4}} \)|(?P<paragraph>{_PARAGRAPH})|(?P<article>{_ARTICLE})|(?P<to>to|-)|(?P<number>\d{{1,3}})"
)


def articles(read: Skeleton) -> Iterator[Mention]:
    """Each article, with the words from "article" to the treaty's name."""
    if " art" not in read.line:
        return
    for found in _NAMED.finditer(read.line):
        yield from _each(read, _treaty(read, found["treaty"]), found)
    for found in _BEHIND.finditer(read.line):
        if not _OTHERS_LAW.match(read.line, found.end()):
            yield from _each(read, _treaty(read, found["treaty"]), found)
    for found in _ALONE.finditer(read.line):
        yield from _each(read, _meant(read, found["noun"], found.start()), found)


def _each(read: Skeleton, treaty: str, found: re.Match[str]) -> Iterator[Mention]:
    if treaty:
        first, last = read.words(found.start(), found.end())
        for number in numbers(found["list"]):
            yield Mention(frozenset((terms.article(treaty, number),)), first, last)


def numbers(listed: str) -> list[str]:
    """The articles of a list, without the paragraphs in it: `9 ( 2 ) , 16 , paragraph 1 ( f )` → 9, 16."""
    found: list[int] = []
    skip, ranging = 0, False
    for token in _TOKEN.finditer(listed):
        if token["paragraph"]:
            skip = 99 if re.match(r"\w+s\b", token[0]) else 1
        elif token["article"]:
            skip = 0
        elif token["to"]:
            ranging = True
            continue
        elif token["number"] and skip:
            skip -= 1
        elif token["number"]:
            number = int(token[0])
            found += range(found[-1] + 1, number) if ranging and found and number - found[-1] < _WIDEST else ()
            found.append(number)
        ranging = False
    return [str(number) for number in dict.fromkeys(found)]


_WIDEST: Final = 60
"""A range of articles is no wider."""


def _treaty(read: Skeleton, number: str) -> str:
    iris = read.mentions[int(number)].iris & vocabulary().treaties
    return min(iris) if len(iris) == 1 else ""


def _meant(read: Skeleton, noun: str, begin: int) -> str:
    """The treaty that "the Convention" means: the only one named before it that can be called so."""
    named = {
        treaty
        for number in range(len(read.mentions))
        if read.places[number][0] < begin and (treaty := _treaty(read, str(number))) and called(treaty, noun)
    }
    return min(named) if len(named) == 1 else ""


def called(treaty: str, noun: str) -> bool:
    """Whether a treaty can be called by a noun: only the two Covenants are covenants, only protocols protocols."""
    covenant = treaty in (terms.treaty("ICCPR"), terms.treaty("ICESCR"))
    protocol = any(treaty in found for found in vocabulary().protocols.values())
    if noun in ("covenant", "pacte", "pacto"):
        return covenant
    if noun == "optional protocol":
        return protocol
    if noun == "statute":
        return treaty == terms.treaty("Rome-Statute")
    return not covenant and not protocol
