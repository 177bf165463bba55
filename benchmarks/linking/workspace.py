"""The real documents that links are measured on, built once: blocks of States and what the workspace teaches."""

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.build import build
from graph.link import Model, block
from graph.link.block import Block
from graph.store.builds import Builds, NoBuild
from graph.store.limits import Limits
from graph.store.pool import Pool
from graph.terms import state
from graph.train import Taught
from loaders.read import read

DATA = Path(os.environ.get("RIGHTSGRAPH_DATA", Path(__file__).resolve().parents[2].parent / "shared" / "data"))
KEPT = Path(os.environ.get("RIGHTSGRAPH_LINKING", Path(tempfile.gettempdir()) / "rightsgraph-linking"))
"""Where the build is kept; remove it to build anew."""
_REPORTS = (
    "vietnam2009 argentina2008 mozambique2011 netherlands2008 netherlands2012 philippines2008 philippines2012"
    " poland2008 poland2012"
)
_SOURCES = (
    "un-documents/slovenia",
    "un-documents/barbados",
    "un-documents/brunei",
    "un-documents/upr-documents-json",
    "ohchr-thematic-lists",
    *(f"upr-info/recommendations-sessions-{part}.csv" for part in ("1-5", "6-9", "10-13")),
    *(f"un-documents/upr-working-group-reports/{name}.pdf" for name in _REPORTS.split()),
    *(f"un-info/countries/{iso3}.json" for iso3 in ("ARG", "KEN", "MDV", "MOZ", "MYS", "NPL", "VNM")),
)


@dataclass(frozen=True, slots=True)
class Workspace:
    """Blocks by State (alpha-3), and the model: with labels learnt from UPR Info's coding, sessions 1–13."""

    blocks: dict[str, Block]
    model: Model


def _open(store: Path) -> Pool:
    return Pool(store, Limits.for_builds())


@cache
def workspace(states: tuple[str, ...]) -> Workspace:
    """Build if nothing is kept, then read the blocks of these States."""
    builds = Builds(KEPT)
    try:
        current = builds.current()
    except NoBuild:
        done = read([DATA / source for source in _SOURCES])
        current = build(done.loaded, builds, _open).build
    with _open(current.store) as pool:
        families = block.families(pool)
        blocks = {iso3: block.read(pool, state(iso3), families) for iso3 in _sorted(states)}
        return Workspace(blocks, Taught.of(pool, KEPT, {}).model)


def _sorted(states: Iterable[str]) -> list[str]:
    return sorted(set(states))
