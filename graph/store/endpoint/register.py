"""Which builds a server holds, and which of them is current: asked of the server itself."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graph.store.asking import Refusal
from graph.store.endpoint import names
from graph.store.endpoint.names import Names
from graph.store.endpoint.results import Told
from graph.terms import DCTERMS

Ask = Callable[[str], tuple[Told, ...]]
"""Rows of a query of ours, sent as it is. Raises Refusal."""

_POINTERS = f"SELECT ?it WHERE {{ GRAPH ?graph {{ <{names.ROOT}> <{DCTERMS}identifier> ?it }} }}"
_HELD = f"SELECT ?it WHERE {{ GRAPH ?graph {{ <{names.ROOT}> <{DCTERMS}hasPart> ?it }} }}"
_PIECE = 4000
"""Characters of a report in one literal: short enough for every server."""


@dataclass(frozen=True, slots=True)
class Pushed:
    """A build on a server: its name, the graphs it has there, and its place in the order of pushes."""

    serial: int
    build: str
    graphs: tuple[str, ...]

    @property
    def names(self) -> Names:
        return Names(self.build)


def current(ask: Ask) -> Pushed:
    """The build that readers see. Raises Refusal 503 if none has been pushed."""
    found = pointers(ask)
    if not found:
        raise Refusal(503, "no build has been pushed to this endpoint: run `rightsgraph push --endpoint URL` first")
    serial, build = found[-1]
    return Pushed(serial, build, parts(ask, build))


def pointers(ask: Ask) -> list[tuple[int, str]]:
    """Serial number and build of every push that was made visible, oldest first."""
    return sorted(
        (int(serial), build) for serial, _, build in (text.partition(" ") for text in _values(ask(_POINTERS)))
    )


def held(ask: Ask) -> set[str]:
    """The names of all builds there, whole or not."""
    return {iri.removeprefix(names.ROOT + "/") for iri in _values(ask(_HELD))}


def parts(ask: Ask, build: str) -> tuple[str, ...]:
    """The graphs of a build, in its own names on the server, sorted."""
    its = Names(build)
    query = f"SELECT ?it WHERE {{ GRAPH <{its.about}> {{ <{its.itself}> <{DCTERMS}hasPart> ?it }} }}"
    return tuple(sorted(_values(ask(query))))


def report(ask: Ask, build: str) -> dict[str, Any]:
    """What the report of a build says. Raises Refusal if it is not whole."""
    its = Names(build)
    query = f"SELECT ?it WHERE {{ GRAPH <{its.about}> {{ <{its.itself}> <{DCTERMS}description> ?it }} }}"
    text = "".join(piece[8:] for piece in sorted(_values(ask(query))))
    try:
        told: dict[str, Any] = json.loads(text)
    except ValueError as fault:
        raise Refusal(503, "the report of the pushed build is not whole: push it again") from fault
    return told


def announced(serial: int, build: str) -> str:
    """The one triple that makes a build current."""
    return f'<{names.ROOT}> <{DCTERMS}identifier> "{serial:07d} {build}" .'


def described(build: str, graphs: list[str], told: dict[str, Any]) -> list[str]:
    """The triples of a build's `about` graph."""
    its = Names(build)
    text = json.dumps(told, ensure_ascii=True, sort_keys=True)
    pieces = [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)]
    return [
        f"<{names.ROOT}> <{DCTERMS}hasPart> <{its.itself}> .",
        *(f"<{its.itself}> <{DCTERMS}hasPart> <{graph}> ." for graph in graphs),
        *(f"<{its.itself}> <{DCTERMS}description> {_literal(f'{n:07d} {one}')} ." for n, one in enumerate(pieces)),
    ]


def _values(rows: tuple[Told, ...]) -> list[str]:
    return [row["it"]["value"] for row in rows]


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
