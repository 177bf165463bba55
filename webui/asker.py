"""What the pages ask: the app's asker, its limits, and terms put into a query as terms."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar, cast

import pyoxigraph as ox
from flask import current_app

from graph.store.asking import Asker, Rows
from graph.store.builds import Build
from graph.store.limits import Limits
from graph.terms import PREFIXES

T = TypeVar("T")

PROLOGUE = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()) + "\n"
"""The prefixes that every query of a page begins with."""


def asker() -> Asker:
    """Whatever answers this app's queries."""
    return cast(Asker, current_app.extensions["asker"])


def limits() -> Limits:
    return cast(Limits, current_app.config["LIMITS"])


def current_build() -> Build:
    """The build that is served now."""
    return cast(Build, current_app.extensions["build"]())


def remembered(key: str, make: Callable[[], T]) -> T:
    """What `make` makes, kept until another build is current: for what every visitor asks."""
    memory: dict[tuple[Path, str], Any] = current_app.extensions.setdefault("memory", {})
    now = (current_build().path, key)
    if now not in memory:
        made = make()
        for old in [kept for kept in list(memory) if kept[0] != now[0]]:
            memory.pop(old, None)
        memory[now] = made
    return cast(T, memory[now])


def iri(value: str) -> str:
    """An IRI as a SPARQL term. Raises ValueError if it is none."""
    return str(ox.NamedNode(value))


def text(value: str) -> str:
    """A string as a SPARQL term."""
    return str(ox.Literal(value))


def values(variable: str, terms: Iterable[str]) -> str:
    """A VALUES line of serialised terms: the only way for a value into a query."""
    return f"VALUES ?{variable} {{ {' '.join(terms)} }}"


def filled(query: str, told: Mapping[str, Iterable[str]]) -> str:
    """A page's query with its prefixes, each `VALUES ?name { UNDEF }` in it told its terms."""
    for name, terms in told.items():
        slot = values(name, ["UNDEF"])
        if slot not in query:
            raise LookupError(f"the query has no line {slot}")
        query = query.replace(slot, values(name, terms))
    return PROLOGUE + query


def select(query: str, told: Mapping[str, Iterable[str]]) -> Rows:
    """The rows of a page's query, filled. Raises Refusal."""
    return asker().select(filled(query, told))


def records(query: str, told: Mapping[str, Iterable[str]]) -> list[dict[str, Any]]:
    """The rows of a page's query as dictionaries of text; an unbound column is an empty string."""
    rows = select(query, told)
    return [
        {name: "" if term is None else term.value for name, term in zip(rows.columns, row, strict=True)}
        for row in rows.rows
    ]
