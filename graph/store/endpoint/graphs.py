"""Triples that a server answers with, as many whole ones as the limits allow."""

import pyoxigraph as ox

from graph.store.asking import Refusal


def triples(text: str, media_type: str, most: int) -> tuple[list[ox.Triple], bool]:
    """Triples of N-Triples or Turtle, and whether there were more. Raises Refusal for what is neither."""
    form = ox.RdfFormat.N_TRIPLES if media_type == "application/n-triples" else ox.RdfFormat.TURTLE
    kept: list[ox.Triple] = []
    try:
        for quad in ox.parse(text.encode(), format=form):
            if len(kept) == most:
                return kept, True
            kept.append(quad.triple)
    except (SyntaxError, ValueError) as fault:
        raise Refusal(502, "the server's answer is no whole graph: it broke off, or its own time was over") from fault
    return kept, False
