"""Which hits come first."""

import sqlite3
from typing import Final

from graph.text.expression import EVERYTHING, Cited, Expression
from graph.text.index import SHIFT
from graph.text.order import natural
from graph.text.query import Query
from graph.text.thing import KINDS

MOST_RANKED: Final = 6000
"""Hits that are weighed against one another, at some 4 microseconds each."""
_MOST_NAMED: Final = 5000
"""Hits that are put in the order of documents; more stay in that of the index."""
_BY_KIND: Final = {kind: min(number, KINDS.index("Passage")) for number, kind in enumerate(KINDS)}
"""Passages of all kinds stand among one another."""

_RANKED = "SELECT rowid, rank FROM words WHERE words MATCH ? ORDER BY rank LIMIT ? OFFSET ?"
_LISTED = "SELECT rowid, 0.0 FROM words WHERE words MATCH ? ORDER BY rowid LIMIT ? OFFSET ?"
_NAMED = """
SELECT thing.id, profile.kind, thing.name
FROM words JOIN thing ON thing.id = words.rowid JOIN profile ON profile.id = thing.id >> ?
WHERE words MATCH ?
"""


def ranked(
    base: sqlite3.Connection, expression: Expression, asked: Query, total: int, limit: int, first: int
) -> list[tuple[int, float]]:
    """Hits by number and rank: words by what fits best, all else as documents follow."""
    if expression == EVERYTHING or isinstance(expression, Cited):
        return _named(base, asked, total, limit, first)
    if total <= MOST_RANKED:
        return base.execute(_RANKED, (asked.all, limit, first)).fetchall()
    (titled,) = base.execute("SELECT count(*) FROM words WHERE words MATCH ?", (asked.titled,)).fetchone()
    rows = base.execute(_RANKED, (asked.titled, limit, first)).fetchall() if first < titled else []
    if left := limit - len(rows):
        rows += base.execute(_LISTED, (asked.untitled, left, max(0, first - titled))).fetchall()
    return rows


def _named(base: sqlite3.Connection, asked: Query, total: int, limit: int, first: int) -> list[tuple[int, float]]:
    if total > _MOST_NAMED:
        return base.execute(_LISTED, (asked.all, limit, first)).fetchall()
    named = base.execute(_NAMED, (SHIFT, asked.all)).fetchall()
    named.sort(key=lambda row: (_BY_KIND[row[1]], natural(row[2]), row[0]))
    return [(number, 0.0) for number, _, _ in named[first : first + limit]]
