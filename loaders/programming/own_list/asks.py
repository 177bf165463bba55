"""The recommendations a cell names: `A/HRC/22/4 99.5; 99.7` → a document's symbol and paragraphs.

A symbol holds for the paragraphs behind it until another one comes. Paragraphs may be listed and ranged
(`99.78, 99.80–82`) or lettered (`27 (b)`).
"""

import re
from collections.abc import Iterator
from typing import Final

from graph import clean
from graph.records import Basis, Key, PassageKey, Relation, StatedLink
from loaders.documents import numbers, symbols
from loaders.programming.own_list.template import Cells

_LEAD: Final = re.compile(r"^[\s,:–-]*(?:(?:paras?|paragraphs?|recs?|recommendations?|nos?)\b\.?)?\s*", re.IGNORECASE)
_LIST: Final = re.compile(numbers.LIST)
_LETTERED: Final = re.compile(r"\d{1,3}(?:\.\d{1,3})?(?:\s?\([a-z]{1,4}\))+")


def links(cells: Cells, subject: Key, column: str = "Recommendations") -> Iterator[StatedLink]:
    """A link to each paragraph, quoting the cell; what names no document and paragraph is a finding."""
    quote = cells.text(column)
    symbol = ""
    for part in filter(None, map(clean.text, re.split(r"[;\n]", cells.raw(column)))):
        found = next(symbols.mentions(part), None)
        rest = part
        if found:
            symbol, rest = found.symbol, f"{part[: found.start]} {part[found.end :]}"
        paragraphs = _paragraphs(cells, _LEAD.sub("", rest).rstrip(" .,"))
        if not symbol or not paragraphs:
            cells.find(f"{column}: {part!r} names no document and paragraph (as in A/HRC/22/4 99.5; 99.7)")
        for paragraph in paragraphs if symbol else ():
            yield StatedLink(
                subject=subject,
                relation=Relation.CONTRIBUTES_TO,
                object=PassageKey(symbol, paragraph),
                basis=Basis.CITED_IN_TEXT,
                quote=quote,
                place=cells.place,
            )


def _paragraphs(cells: Cells, told: str) -> list[str]:
    """Every paragraph of a list; none if it is no list of paragraphs."""
    if _LIST.fullmatch(told):
        return numbers.expand(told, cells.find)
    parts = [part.strip() for part in told.split(",")]
    return parts if all(_LETTERED.fullmatch(part) or _LIST.fullmatch(part) for part in parts) else []
