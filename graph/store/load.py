"""N-Quads files into an Oxigraph directory, by the bulk loader."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox


def load(store: Path, files: Iterable[Path]) -> int:
    """Load files into the store at this path (made if absent), optimise it, and count its quads.

    Only a build in the making is ever loaded into: finished builds are opened read-only.
    """
    opened = ox.Store(str(store))
    for path in files:
        opened.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)
    opened.flush()
    opened.optimize()
    return len(opened)
