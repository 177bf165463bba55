"""What the ends of links say, for people who decide on them."""

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from graph.store.asking import Asker
from graph.terms import DCTERMS, RDFS, rg

_AT_ONCE: Final = 200
_FIRST: Final = (rg("text"), DCTERMS + "title", rg("summary"), RDFS + "label")
"""Where the words stand, the best place first."""


def wordings(asker: Asker, iris: Iterable[str]) -> dict[str, str]:
    """IRI → its own words, English ones where there are several. Raises Refusal."""
    wanted = sorted(set(iris))
    best: dict[str, tuple[int, bool, str]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        things = " ".join(str(ox.NamedNode(iri)) for iri in wanted[start : start + _AT_ONCE])
        places = " ".join(f"<{place}>" for place in _FIRST)
        query = (
            f"SELECT DISTINCT ?thing ?place ?words WHERE {{ VALUES ?thing {{ {things} }} VALUES ?place {{ {places} }} "
            "?thing ?place ?words }"
        )
        for thing, place, words in asker.select(query).rows:
            if thing and place and words:
                rank = (_FIRST.index(place.value), words.language not in ("", "en"), words.value)
                best[thing.value] = min(best.get(thing.value, rank), rank)
    return {iri: words for iri, (_, _, words) in best.items()}


def short(words: str, most: int = 140) -> str:
    """The beginning of a text, cut between words."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
