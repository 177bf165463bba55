"""The recommendations a cell names: `A/HRC/22/4 99.5; 99.7` → a document's symbol and paragraphs.

A symbol holds for the paragraphs behind it until another one comes. Paragraphs may be listed and ranged
(`99.78, 99.80–82`) or lettered (`27 (b)`). Where the row tells a State and a UPR cycle, numbers without a symbol are
those of that review (`115.22`, or bare `22`).
"""

import re
from collections.abc import Iterator
from typing import Final

from graph import clean
from graph.records import Basis, Key, PassageKey, Relation, ReviewKey, StatedLink
from loaders.documents import numbers, symbols
from loaders.documents.cells import Cells

_LEAD: Final = re.compile(
    r"^[\s,:–-]*(?:(?:paras?|paragraphs?|paragraphes?|párrs?|párrafos?|recs?|recommendations?|recommandations?"
    r"|recomendaci(?:ón|ones)|nos?|n°)\b\.?)?\s*",
    re.IGNORECASE,
)
_LIST: Final = re.compile(numbers.LIST)
_LETTERED: Final = re.compile(r"\d{1,3}(?:\.\d{1,3})?(?:\s?\([a-z]{1,4}\))+")


def links(
    cells: Cells,
    subject: Key,
    column: str = "Recommendations",
    *,
    review: tuple[str, int] | None = None,
    basis: Basis = Basis.CITED_IN_TEXT,
) -> Iterator[StatedLink]:
    """A link to each recommendation, quoting the cell; what names none is a finding."""
    for ask in asks(cells, column, review):
        yield StatedLink(
            subject=subject,
            relation=Relation.CONTRIBUTES_TO,
            object=ask,
            basis=basis,
            quote=cells.text(column),
            place=cells.place,
        )


def asks(cells: Cells, column: str, review: tuple[str, int] | None = None) -> Iterator[PassageKey | ReviewKey]:
    """Each recommendation that the cell names, in order; `review` is a State and a cycle."""
    symbol = ""
    for part in filter(None, map(clean.text, re.split(r"[;\n]", cells.raw(column)))):
        found = next(symbols.mentions(part), None)
        rest = part
        if found:
            symbol, rest = found.symbol, f"{part[: found.start]} {part[found.end :]}"
        paragraphs = _paragraphs(cells, _LEAD.sub("", rest).rstrip(" .,"))
        if not paragraphs or not (symbol or review):
            like = "A/HRC/22/4 99.5; 99.7"
            cells.find(f"{column}: {part!r} names no document and paragraph (as in {like})")
        for paragraph in paragraphs:
            if symbol:
                yield PassageKey(symbol, paragraph)
            elif review and "(" not in paragraph:
                yield ReviewKey(*review, paragraph)
            elif review:
                cells.find(f"{column}: {paragraph!r} is no number of a review: not read")


def _paragraphs(cells: Cells, told: str) -> list[str]:
    """Every paragraph of a list; none if it is no list of paragraphs."""
    if _LIST.fullmatch(told):
        return numbers.expand(told, cells.find)
    parts = [part.strip() for part in told.split(",")]
    return parts if all(_LETTERED.fullmatch(part) or _LIST.fullmatch(part) for part in parts) else []
