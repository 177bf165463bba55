"""The whole build as N-Quads, TriG or JSON-LD, sorted, so that two dumps of one content are one file."""

import heapq
from pathlib import Path
from typing import TYPE_CHECKING

from graph.export.unwritable import Unwritable
from graph.store.asking import Asker
from graph.store.builds import Build
from graph.terms import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph as ox


def dump(_asker: Asker, build: Build, state: str | None, out: Path) -> None:
    """Write every named graph, by the ending of the file: `.nq`, `.trig`, `.jsonld`. Raises Unwritable for a State."""
    if state:
        raise Unwritable("a dump holds the whole build: leave --state out, or ask a CONSTRUCT query")
    if out.suffix.lower() == ".nq":
        _nquads(build, out)
    else:
        _serialised(build, out)


def _nquads(build: Build, out: Path) -> None:
    """Each graph's file is sorted, so merging them sorts the whole without holding it."""
    streams = [path.open(encoding="utf-8", newline="\n") for path in build.quads()]
    try:
        with out.open("w", encoding="utf-8", newline="\n") as target:
            target.writelines(heapq.merge(*streams))
    finally:
        for stream in streams:
            stream.close()


def _serialised(build: Build, out: Path) -> None:
    """Statements of a graph and a subject stand together; the same store always gives the same order."""
    import pyoxigraph as ox

    store = ox.Store()
    for path in build.quads():
        store.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)
    form = ox.RdfFormat.TRIG if out.suffix.lower() == ".trig" else ox.RdfFormat.JSON_LD
    with out.open("wb") as target:
        ox.serialize(sorted(store, key=_graph_first), target, format=form, prefixes=PREFIXES)


def _graph_first(quad: "ox.Quad") -> tuple[str, str]:
    return str(quad.graph_name), str(quad)
