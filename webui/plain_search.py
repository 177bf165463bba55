"""Search without an index, for builds that have none: by words as written, or by symbol, straight from the store."""

import re
from dataclasses import dataclass

from graph import clean, terms
from webui.asker import iri, text
from webui.cards import Card, cards

MOST = 200
"""Hits that are shown; more words find fewer."""
_WORDS = 6

_DOCUMENTS = """
      VALUES ?start { UNDEF }
      ?card rg:symbol ?symbol FILTER(STRSTARTS(UCASE(?symbol), ?start))
"""

_PARAGRAPHS = """
      { SELECT DISTINCT ?document WHERE {
          VALUES ?start { UNDEF }
          ?document rg:symbol ?symbol FILTER(STRSTARTS(UCASE(?symbol), ?start))
      } }
      VALUES ?paragraph { UNDEF }
      ?card rg:document ?document ; rg:paragraph|rg:alias ?paragraph
"""

_BY_WORDS = """
    { SELECT DISTINCT ?card WHERE {
      VALUES ?word0 { UNDEF } VALUES ?word1 { UNDEF } VALUES ?word2 { UNDEF }
      VALUES ?word3 { UNDEF } VALUES ?word4 { UNDEF } VALUES ?word5 { UNDEF }
      VALUES ?state { UNDEF }
      VALUES ?property { rg:text rg:summary rg:wording dcterms:title rg:description }
      ?card ?property ?words BIND(LCASE(STR(?words)) AS ?low)
      FILTER(!BOUND(?word0) || CONTAINS(?low, ?word0)) FILTER(!BOUND(?word1) || CONTAINS(?low, ?word1))
      FILTER(!BOUND(?word2) || CONTAINS(?low, ?word2)) FILTER(!BOUND(?word3) || CONTAINS(?low, ?word3))
      FILTER(!BOUND(?word4) || CONTAINS(?low, ?word4)) FILTER(!BOUND(?word5) || CONTAINS(?low, ?word5))
      ?card a ?class ; rg:state|(rg:framework/rg:state) ?state
      FILTER(?class IN (rg:Passage, rg:Project, rg:Result, rg:Document))
    } LIMIT 201 }
"""

_CITED = re.compile(
    r"(?P<symbol>[A-Za-z0-9.]+(?:/[A-Za-z0-9.()-]+)+/?)(?:[\s,]+(?:paragraphs?|paras?\.?|§)?\s*(?P<paragraph>.+))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found, in the order of documents; `more` if there is more than is shown."""

    cards: tuple[Card, ...]
    more: bool


def search(words: str, state: str = "") -> Results:
    """Find things by a symbol with or without a paragraph, else by words. Raises Refusal."""
    words = clean.text(words)
    if not words:
        return Results((), more=False)
    symbol = _CITED.fullmatch(words)
    found = _by_symbol(symbol["symbol"], symbol["paragraph"] or "") if symbol else _by_words(words, state)
    return Results(tuple(found[:MOST]), len(found) > MOST)


def _by_symbol(symbol: str, paragraph: str) -> list[Card]:
    start = [text(symbol.upper())]
    if paragraph:
        return cards(_PARAGRAPHS, {"start": start, "paragraph": [text(paragraph.strip())]})
    return cards(_DOCUMENTS, {"start": start})


def _by_words(words: str, state: str) -> list[Card]:
    split = words.casefold().split()[:_WORDS]
    told = {f"word{number}": [text(word)] for number, word in enumerate(split)}
    if state:
        told["state"] = [iri(terms.state(state))]
    return cards(_BY_WORDS, told)
