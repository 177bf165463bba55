"""Answers of two servers compared by value: the order of rows and the spelling of numbers are a server's own."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from graph.store.asking import Rows, Term

_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = frozenset(_XSD + name for name in ("integer", "decimal", "double", "float", "int", "long"))
_PLACES = Decimal("1e-9")


def value(term: Term | None) -> object:
    """What a term says: numbers, truths and days by value, an empty string like nothing at all."""
    if term is None or term.kind != "literal":
        return term and term.value
    if term.datatype == _XSD + "boolean":
        return Decimal(term.value in ("true", "1"))
    if term.datatype in _NUMBERS:
        try:
            return Decimal(term.value).quantize(_PLACES)
        except InvalidOperation:
            return Decimal(term.value)
    if term.datatype == _XSD + "date":
        return date.fromisoformat(term.value[:10])
    if term.datatype == _XSD + "dateTime":
        return datetime.fromisoformat(term.value)
    return (term.value, term.language.casefold())


def loosely(term: Term | None) -> object:
    """The same without what SPARQL leaves open in an aggregate: the order of its parts, and nothing or an empty text.

    Nor does the language of an aggregate count: SPARQL 1.1 gives GROUP_CONCAT none, Oxigraph one that all parts share.
    """
    said = value(term)
    if isinstance(said, tuple):
        return tuple(sorted(re.split(r", | \\| |; ", str(said[0]))))
    return said or ("",)


def apart(one: Rows, other: Rows, of: Callable[[Term | None], object] = value) -> str:
    """Where two answers differ, in words; empty where they do not. The order of rows does not count."""
    if one.columns != other.columns:
        return f"columns {one.columns} and {other.columns}"
    here, there = (Counter(tuple(map(of, row)) for row in rows.rows) for rows in (one, other))
    if here == there:
        return ""
    lost, more = list((here - there).elements()), list((there - here).elements())
    return f"{len(one.rows)} and {len(other.rows)} rows; only here {lost[:2]}; only there {more[:2]}"
