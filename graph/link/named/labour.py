"""Conventions of the International Labour Organization by number: `ILO Conventions Nos. 138 and 182`, `ILO 189`."""

import re
from collections.abc import Iterator
from typing import Final

from graph import terms
from graph.link.named.skeleton import Skeleton
from graph.link.named.vocabulary import Mention

LAST: Final = 191
"""Conventions that the Organization has adopted so far (June 2023)."""
KNOWN: Final = frozenset((87, 98, 100, 105, 111, 138, 169, 182, 189, 190))
"""`Convention No. 169` is the Organization's even where the text does not name it."""
_ILO = (
    r"(?:ilo|oit|international labou?r organi[sz]ation(?: ' s?)?(?: \( ilo \))?"
    r"|organisation internationale du travail)"
)
_NO = r"(?:nos?|n|nr|nums?|numbers?|numeros?)(?: \.| °| º| o)?"
_ONE = rf"(?:\( )?(?:{_NO} )?(?:c - |c )?\d{{1,3}}(?: \))?"
_ASIDE = r"(?: (?:concerning|on|relating to|of \d{4}|, \d{4}|\( \d{4} \))[^§.;\d]{0,70})?"
_AND = r"(?: (?:,|and|&|et|y|/|as well as|or))+"
_CONVENTIONS = r"(?:conventions?|convenios?)(?: -)?"
_MORE = rf"(?:{_ASIDE}{_AND} (?:the )?(?:{_ILO} )?(?:{_CONVENTIONS} )?{_ONE}(?! [a-z]* ?(?:years?|months?)))*"
_AFTER = re.compile(
    rf"(?<= ){_ILO}(?: -)?(?: core| fundamental)?(?: {_CONVENTIONS})? (?P<list>{_ONE}{_MORE})(?= )"
    r"(?! (?:years?|per|%|recommend))"
)
_BEFORE = re.compile(
    rf"(?<= ){_CONVENTIONS} (?P<list>{_ONE}{_MORE}){_ASIDE} (?:of|de|from)(?: the| la| l ')? {_ILO}(?= )"
)
_NUMBERED = re.compile(rf"(?<= ){_CONVENTIONS} (?P<list>(?:\( )?{_NO} \d{{1,3}}(?: \))?{_MORE})(?= )")
_NUMBER = re.compile(r"(?<![\d.])(\d{1,3})(?= )")


def conventions(read: Skeleton) -> Iterator[Mention]:
    """One mention for each number of a list; all of them carry the words of the whole list."""
    if "conv" not in read.line and "ilo " not in read.line:
        return
    organisation = re.search(rf" {_ILO}(?= )", read.line) is not None
    taken: list[range] = []
    for pattern in (_AFTER, _BEFORE, _NUMBERED):
        for match in pattern.finditer(read.line):
            first, last = read.words(match.start(), match.end())
            if any(first < span.stop and span.start < last for span in taken):
                continue
            taken.append(range(first, last))
            for number in map(int, _NUMBER.findall(f"{match['list']} ")):
                if number in KNOWN or (1 <= number <= LAST and (organisation or pattern is not _NUMBERED)):
                    yield Mention(frozenset((terms.treaty(f"ILO-C{number}"),)), first, last)
