"""A build as an rdflib Dataset, for people and libraries: the graph API of Python over the embedded store.

Only for your own code: a stranger's query never reaches rdflib, which reads files and fetches URLs (see the workers).
"""

import rdflib
from oxrdflib import OxigraphStore

from graph.store.builds import Build
from graph.terms import PREFIXES


def dataset(build: Build) -> rdflib.Dataset:
    """Open a finished build, read-only, with our prefixes bound. The default graph is the union of all graphs."""
    import pyoxigraph as ox

    opened = rdflib.Dataset(store=OxigraphStore(store=ox.Store.read_only(str(build.store))), default_union=True)
    for name, iri in PREFIXES.items():
        opened.bind(name, iri)
    return opened
