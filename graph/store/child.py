"""The worker: a process of its own that opens a finished store read-only and answers one query at a time.

Run by the pool as `python -m graph.store.child PARENT STORE MEMORY ISOLATION`; it speaks frames on its pipes.
"""

import os
import sys
from itertools import islice
from typing import Any

from graph.store import frames, isolation

_HEADROOM = 2 * 1024**3
"""Address space beyond the memory limit: threads and mapped files need room (M16)."""


def main(arguments: list[str]) -> None:
    """Give up what a query must not have, open the store, answer until the pipe ends."""
    parent, store, memory, required = (
        int(arguments[0]),
        arguments[1],
        int(arguments[2]),
        arguments[3] == "required",
    )
    isolation.end_with_parent(parent)
    alone = isolation.leave_network()
    output = os.fdopen(os.dup(1), "wb")
    if required and not alone:
        frames.send(output, {"ready": False})
        return
    isolation.limit_memory(memory * 2 + _HEADROOM)
    import pyoxigraph as ox

    opened = ox.Store.read_only(store)
    frames.send(output, {"ready": True, "alone": alone})
    while True:
        try:
            request, _ = frames.receive(sys.stdin.buffer.read)
        except frames.Ended:
            return
        head, body = _answer(opened, request)
        frames.send(output, head, body)


def _answer(store: Any, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """The head and body for one request; a fault of the query becomes its head."""
    try:
        found = _query(store, request)
        return _written(found, request)
    except SyntaxError as fault:
        return {"error": "syntax", "message": str(fault)}, b""
    except MemoryError:
        return {"error": "memory"}, b""
    except (ValueError, RuntimeError, OSError) as fault:
        return {"error": "evaluation", "message": str(fault)}, b""


def _query(store: Any, request: dict[str, Any]) -> Any:
    import pyoxigraph as ox

    dataset: dict[str, Any] = {}
    if request["default_graphs"] or request["named_graphs"]:
        dataset["default_graph"] = [ox.NamedNode(name) for name in request["default_graphs"]]
        dataset["named_graphs"] = [ox.NamedNode(name) for name in request["named_graphs"]]
    elif request["union"]:
        dataset["use_default_graph_as_union"] = True
    return store.query(request["query"], base_iri=request["base"] or None, **dataset)


def _written(found: Any, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    import pyoxigraph as ox

    from graph.store import formats

    if isinstance(found, ox.QueryBoolean):
        body, media = formats.truth(bool(found), request["rows_as"])
        return {"media": media, "kind": "boolean"}, body
    most = request["most"]
    kept = list(islice(found, most + 1))
    head: dict[str, Any] = {"truncated": len(kept) > most}
    if isinstance(found, ox.QueryTriples):
        media = request["graph_as"]
        body = formats.graph(kept[:most], media, request["prefixes"])
        return head | {"media": media, "kind": "graph"}, body
    columns = [variable.value for variable in found.variables]
    media = request["rows_as"]
    return head | {"media": media, "kind": "rows"}, formats.ROWS[media](columns, kept[:most])


if __name__ == "__main__":
    main(sys.argv[1:])
