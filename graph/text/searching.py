"""Search a build: words and filters in, hits with their reasons and counts out."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from graph import states
from graph.store.builds import Build
from graph.text.expression import wanted
from graph.text.facets import facets
from graph.text.filters import Filters
from graph.text.hit import Found, Hit, Offer
from graph.text.index import SHIFT
from graph.text.match import MOST_ENDINGS, Lexicon, Needle
from graph.text.opened import opened
from graph.text.parse import Parsed, parse
from graph.text.query import Query
from graph.text.ranking import MOST_RANKED, ranked
from graph.text.snippet import snippets
from graph.text.thing import Said

SECONDS: Final = 2.0
"""What a search may take."""
_MOST_OFFERS: Final = 3

_COUNT = "SELECT rowid >> ?, count(*) FROM words WHERE words MATCH ? GROUP BY 1"


def search(
    build: Build,
    words: str,
    filters: Filters = Filters(),  # noqa: B008 - it is frozen
    limit: int = 20,
    first: int = 0,
    seconds: float = SECONDS,
) -> Found:
    """What a build holds of these words: `limit` hits from the number `first`, the best first.

    A lone symbol, and filters without words, list things in the order of documents. Raises NoIndex, TooSlow.
    """
    parsed = parse(words)
    with opened(build, seconds) as base:
        lexicon = Lexicon(base)
        asked = Query.of(parsed.expression, filters, lexicon)
        counted = {} if parsed.empty else dict(base.execute(_COUNT, (SHIFT, asked.all)).fetchall())
        found = facets(base, counted)
        rows = ranked(base, parsed.expression, asked, found.total, limit, first) if counted else []
        needles = [lexicon.needles(part) for part in wanted(parsed.expression)]
        return replace(
            found,
            hits=tuple(_hits(base, rows, needles)),
            first=first,
            unranked=found.total > MOST_RANKED,
            trouble=parsed.trouble or _cut(lexicon),
            left_out=parsed.left_out,
            offers=tuple(_offers(base, words, filters, parsed)),
        )


def _cut(lexicon: Lexicon) -> str:
    if not lexicon.cut:
        return ""
    return (
        f"“{lexicon.cut}*” stands for too many words; the first {MOST_ENDINGS} were searched for. "
        "Write more letters before the asterisk."
    )


def _hits(
    base: sqlite3.Connection, rows: Sequence[tuple[int, float]], needles: Sequence[Sequence[Needle]]
) -> Iterable[Hit]:
    for number, rank in rows:
        iri, name, mechanism, first, last = base.execute(
            "SELECT iri, name, mechanism, first_year, last_year FROM thing WHERE id = ?", (number,)
        ).fetchone()
        kind, of_states, families, position = base.execute(
            "SELECT kind, states, families, position FROM profile WHERE id = ?", (number >> SHIFT,)
        ).fetchone()
        said = base.execute(
            "SELECT field, language, text, publisher FROM said WHERE thing = ? ORDER BY number", (number,)
        ).fetchall()
        yield Hit(
            iri=iri,
            kind=kind,
            name=name,
            states=tuple(of_states.split()),
            families=tuple(families.split()),
            mechanism=mechanism,
            position=position,
            years=None if first is None else (first, last),
            score=round(-rank, 3) if rank else 0.0,
            snippets=snippets((Said(*one) for one in said), needles),
        )


def _offers(base: sqlite3.Connection, words: str, filters: Filters, parsed: Parsed) -> Iterable[Offer]:
    """States named among the words: nothing is narrowed before a person says so."""
    if filters.state or parsed.trouble:
        return
    for mention in states.mentions(words)[:_MOST_OFFERS]:
        others = f"{words[: mention.start]} {words[mention.end :]}"
        others = " ".join(others.split()) if others.count('"') % 2 == 0 else ""
        rest = parse(others)
        if rest.empty or rest.trouble:
            continue
        asked = Query.of(rest.expression, replace(filters, state=mention.state), Lexicon(base))
        hits = base.execute("SELECT count(*) FROM words WHERE words MATCH ?", (asked.all,)).fetchone()[0]
        if hits:
            yield Offer(mention.state, others, hits)
