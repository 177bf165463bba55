"""`rg:contributesTo`: what a project or result works on, computed from its title and description."""

from graph.link.made import Link
from graph.link.pairs import Comparer, Side
from graph.records import Basis, Relation


def computed(programmes: Side, asks: Side, comparer: Comparer) -> list[Link]:
    """Programmes and the asks that they contribute to, above the threshold."""
    return [
        Link(
            subject=programmes.iris[pair.left],
            relation=Relation.CONTRIBUTES_TO,
            object=asks.iris[pair.right],
            basis=Basis.SIMILARITY,
            score=pair.score,
            reasons=pair.reasons,
        )
        for pair in comparer.best(programmes, asks)
    ]
