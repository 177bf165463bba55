"""The worker: a process of its own that opens a finished store read-only and answers one query at a time.

Run by the pool as `python -m graph.store.child PARENT STORE MEMORY ISOLATION`; it speaks frames on its pipes.
"""

import os
import sys
import threading
from collections.abc import Iterable
from typing import IO, Any

from graph.store import frames, isolation

_STACK = 512 * 1024**2
"""Bytes of stack for the engine: what the gate lets through must not crash it. Only touched pages count."""
_HEADROOM = 2 * 1024**3 + _STACK
"""Address space beyond the memory limit: threads and mapped files need room."""


def main(arguments: list[str]) -> None:
    """Give up what a query must not have, then answer from a thread with a deep stack until the pipe ends."""
    parent, store, memory, required = (
        int(arguments[0]),
        arguments[1],
        int(arguments[2]),
        arguments[3] == "required",
    )
    isolation.ignore_keyboard()
    alone = isolation.leave_network()
    output = os.fdopen(os.dup(1), "wb")
    if required and not alone:
        frames.send(output, {"ready": False})
        return
    isolation.end_with_parent(parent)
    isolation.limit_memory(memory * 2 + _HEADROOM)
    threading.stack_size(_STACK)
    thread = threading.Thread(target=_serve, args=(store, alone, output))
    thread.start()
    thread.join()


def _serve(store: str, alone: bool, output: IO[bytes]) -> None:
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
        return _written(_query(store, request), request)
    except SyntaxError as fault:
        return {"error": "syntax", "message": str(fault)}, b""
    except MemoryError:
        return {"error": "memory"}, b""
    except OSError as fault:
        sys.stderr.write(f"query worker: {fault}\n")
        return {"error": "store"}, b""
    except ValueError as fault:
        return {"error": "syntax", "message": str(fault)}, b""
    except RuntimeError as fault:  # an unknown function, for one: the query is well-formed all the same
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
    kept, truncated = _cut(found, request["most"], request["most_bytes"])
    head: dict[str, Any] = {"truncated": truncated}
    if truncated and not kept:
        return {"error": "large"}, b""
    if isinstance(found, ox.QueryTriples):
        media = request["graph_as"]
        body = formats.graph(kept, media, request["prefixes"])
        return head | {"media": media, "kind": "graph"}, body
    columns = [variable.value for variable in found.variables]
    media = request["rows_as"]
    return head | {"media": media, "kind": "rows"}, formats.ROWS[media](columns, kept)


def _cut(found: Iterable[Any], most: int, most_bytes: int) -> tuple[list[Any], bool]:
    """As many whole rows or triples as the limits allow, and whether there were more."""
    kept: list[Any] = []
    size = 0
    for row in found:
        size += sum(len(term.value) if hasattr(term, "value") else 0 for term in row)
        if len(kept) == most or size > most_bytes:
            return kept, True
        kept.append(row)
    return kept, False


if __name__ == "__main__":
    main(sys.argv[1:])
