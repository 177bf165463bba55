"""`rg:reinforces` as OHCHR states it: one sentence of a UN compilation cites two mechanisms."""

from itertools import combinations

from graph.link.block import Block, Statement
from graph.link.made import Link
from graph.link.parts import praises
from graph.records import Basis, Relation


def stated(block: Block) -> list[Link]:
    """One sentence of a UN compilation that cites two mechanisms says that they ask alike; praise asks for nothing."""
    mechanism = {ask.iri: ask.mechanism for ask in block.asks}
    found: dict[tuple[str, str], Link] = {}
    for statement in block.statements:
        if praises(statement.text):
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
