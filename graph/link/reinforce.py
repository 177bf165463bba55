"""`rg:reinforces`: asks of different mechanisms to one State, stated by OHCHR's endnotes or computed."""

import re
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from graph.link.block import Ask, Block, Statement
from graph.link.made import Link
from graph.link.pairs import Comparer, Side
from graph.records import Basis, Relation

_PRAISE = re.compile(
    r"\b(?:welcom(?:ed|es)|commend(?:ed|s)|appreciat(?:ed|es)|noted? with (?:satisfaction|appreciation))\b", re.I
)
_ASKS = re.compile(
    r"\b(?:recommend|urg(?:ed|es)|encourag|call(?:ed|s) (?:up)?on|request|concern|regret|deplor|should"
    r"|ask(?:ed|s)|invit|however|but)",
    re.I,
)


def stated(block: Block) -> list[Link]:
    """One sentence of a UN compilation that cites two mechanisms says that they ask alike; praise asks for nothing."""
    mechanism = {ask.iri: ask.mechanism for ask in block.asks}
    found: dict[tuple[str, str], Link] = {}
    for statement in block.statements:
        if _PRAISE.search(statement.text) and not _ASKS.search(statement.text):
            continue
        cited = [iri for iri in statement.cites if iri in mechanism]
        for one, other in combinations(sorted(cited), 2):
            if mechanism[one] != mechanism[other]:
                found.setdefault((one, other), _cited_together(one, other, statement))
    return list(found.values())


def _cited_together(one: str, other: str, statement: Statement) -> Link:
    return Link(
        subject=one,
        relation=Relation.REINFORCES,
        object=other,
        basis=Basis.OHCHR_ENDNOTE,
        score=0.95,
        reasons=("one sentence of a UN compilation cites both",),
        evidence=statement.iri,
    )


def computed(block: Block, side: Side, comparer: Comparer) -> list[Link]:
    """Pairs of asks of different mechanisms that score above the threshold, each pair once."""
    different = _different_mechanisms(block.asks)
    pairs = comparer.best(side, side, allowed=different, grouped=_grouped(block))
    links: dict[tuple[str, str], Link] = {}
    for pair in pairs:
        one, other = sorted((side.iris[pair.left], side.iris[pair.right]))
        links[one, other] = Link(
            subject=one,
            relation=Relation.REINFORCES,
            object=other,
            basis=Basis.SIMILARITY,
            score=pair.score,
            reasons=pair.reasons,
        )
    return [link for _, link in sorted(links.items())]


def _different_mechanisms(asks: tuple[Ask, ...]) -> NDArray[np.bool_]:
    names = np.array([ask.mechanism for ask in asks])
    different: NDArray[np.bool_] = names[:, None] != names[None, :]
    return different


def _grouped(block: Block) -> NDArray[np.float64]:
    """1 where OHCHR lists a recommendation under the heading of a sentence that cites an observation."""
    number = {ask.iri: place for place, ask in enumerate(block.asks)}
    table = np.zeros((len(block.asks), len(block.asks)))
    for statement in block.statements:
        for cited in statement.cites:
            for listed in statement.grouped:
                if cited in number and listed in number:
                    table[number[cited], number[listed]] = table[number[listed], number[cited]] = 1.0
    return table
