"""The pages that are measured and painted: the fixed ones, and those of the State that most is known of."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from flask import Flask

from graph.store.builds import Builds
from graph.store.pool import Pool
from webui.app import create_app
from webui.places import path_of
from webui.serve import address, listen

FIXED = {
    "home": "/",
    "search": "/search?q=children",
    "questions": "/questions",
    "networks": "/network",
    "sparql": "/sparql",
    "sources": "/sources",
    "changes": "/changes",
    "limits": "/limits",
}
TABS = ("asks", "groups", "programmes", "documents", "themes", "timeline", "alignment")
_THINGS = {
    "group": "?thing rg:state ?state ; a rg:Group ; rg:memberCount ?count",
    "passage": "?group rg:state ?state ; a rg:Group ; rg:memberCount ?count ; rg:member ?thing",
    "document": "?group rg:state ?state ; a rg:Group ; rg:memberCount ?count ; rg:member/rg:document ?thing",
    "project": "?thing rg:state ?state ; a rg:Project BIND(1 AS ?count)",
}
_PREFIX = "PREFIX rg: <https://w3id.org/rightsgraph/ns#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"


@contextmanager
def viewer(store: Path) -> Iterator[tuple[str, Flask, Pool]]:
    """The current build of a folder, served on a free port of this machine; its address ends with no slash."""
    builds = Builds(store)
    with Pool(lambda: builds.current().store) as pool:
        app = create_app(builds.current, pool)
        server = listen(app, "127.0.0.1", 0)
        Thread(target=server.run, daemon=True).start()
        try:
            yield address("127.0.0.1", server.effective_port).rstrip("/"), app, pool
        finally:
            server.close()


def pages(pool: Pool, iso3: str = "") -> dict[str, str]:
    """Name → address of every kind of page, for a State (alpha-3) or the one with the most groups."""
    iso3 = iso3 or _fullest(pool)
    state = f"/state/{iso3}"
    found = FIXED | {"state": state} | {tab: f"{state}/{tab}" for tab in TABS}
    for name, pattern in _THINGS.items():
        if path := _one(pool, iso3, pattern):
            found[name] = path
    if "group" in found:
        found["brief"] = found["group"] + "?view=brief"
    return found | {"network": f"/network/state/{iso3}"}


def _fullest(pool: Pool) -> str:
    query = _PREFIX + (
        "SELECT ?code WHERE { ?group a rg:Group ; rg:state ?state . ?state skos:notation ?code }"
        " GROUP BY ?code ORDER BY DESC(COUNT(*)) LIMIT 1"
    )
    rows = pool.select(query).dicts()
    if not rows:
        raise SystemExit("this build has no group: name a State")
    return rows[0]["code"]


def _one(pool: Pool, iso3: str, pattern: str) -> str:
    """The address of the largest thing of a kind; empty where the State has none."""
    query = (
        f'{_PREFIX}SELECT ?thing WHERE {{ ?state skos:notation "{iso3}" . {pattern} }} ORDER BY DESC(?count) LIMIT 1'
    )
    rows = pool.select(query).dicts()
    return path_of(rows[0]["thing"]) if rows else ""
