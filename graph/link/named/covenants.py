"""The two International Covenants named together: `both International Covenants`, `the Covenants on … and on …`."""

import re
from collections.abc import Iterator

from graph import terms
from graph.link.named.skeleton import Skeleton
from graph.link.named.vocabulary import Mention

_BOTH = re.compile(
    r"(?<= )(?:(?:the )?(?:two|both)(?: human rights)?(?: united nations)?(?: international)?|international) covenants"
    r"(?: on human rights)?(?= )(?! (?:on|and conventions)\b)"
)
_SECOND = re.compile(
    r"§(?P<first>\d+),? (?:and|et|y) (?:on |to )?(?:the )?(?P<name>economic ,? ?social and cultural rights"
    r"|civil and political rights)(?= )"
)

_PROTOCOLS = re.compile(r" protocols? (?:to|of) $")
"""The protocols of both are not the Covenants."""


def covenants(read: Skeleton) -> Iterator[Mention]:
    """Both where they are named as two; the second where only its matter is told behind the plural of the first."""
    if "covenant" not in read.told.text.casefold():
        return
    for found in _BOTH.finditer(read.line):
        if _PROTOCOLS.search(read.line, 0, found.start()):
            continue
        first, last = read.words(found.start(), found.end())
        for notation in ("ICCPR", "ICESCR"):
            yield Mention(frozenset((terms.treaty(notation),)), first, last)
    for found in _SECOND.finditer(read.line):
        mention = read.mentions[int(found["first"])]
        if "covenants" in read.told.folded[mention.first : mention.last]:
            notation = "ICESCR" if "economic" in found["name"] else "ICCPR"
            first, last = read.words(found.start("name"), found.end())
            yield Mention(frozenset((terms.treaty(notation),)), first, last)
