"""Hits as rows of a table."""

from typing import Final

from graph.text.hit import Hit

COLUMNS: Final = ("score", "kind", "name", "states", "mechanism", "position", "years", "where", "words", "iri")


def row(hit: Hit) -> tuple[str | float, ...]:
    """A hit in the order of COLUMNS: several States are parted by blanks, a span of years by a dash."""
    said = [one.text for one in hit.snippets if one.field not in ("symbol", "paragraph")]
    where = " ".join(one.field for one in hit.snippets if one.marked)
    years = "" if hit.years is None else "–".join(dict.fromkeys(map(str, hit.years)))
    return (
        hit.score,
        hit.kind,
        hit.name,
        " ".join(hit.states),
        hit.mechanism,
        hit.position,
        years,
        where,
        said[0] if said else "",
        hit.iri,
    )
