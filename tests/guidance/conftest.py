"""Three builds that the rows of the guidance are shown on, each made once."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest

from graph.build import build
from graph.source import Loaded
from graph.store.builds import Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from graph.workspace import Settings, copy_example
from loaders.read import read
from tests.graph.asked_story import asked
from tests.guidance.later import decided, later
from tests.guidance.registry import Worlds
from tests.guidance.sheet import lists
from tests.guidance.world import World

_PAPERS = (
    *("cycle2/g1414064.pdf", "cycle3/g1923444.pdf", "cycle3/g1924226.pdf"),
    *("cycle3/g1934994.pdf", "cycle3/g2004192.pdf", "cycle3/g2007307.pdf"),
)
"""Slovenia's second compilation; national report, summary, Working Group report, addendum and decision of cycle 3."""


@pytest.fixture(scope="session")
def worlds(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Iterator[Worlds]:
    """The three stories with a country sheet, a made-up follow-up, and real papers."""
    with ExitStack() as opened:

        def world(folder: Path, loaded: Sequence[Loaded], **more: object) -> World:
            made = build(loaded, Builds(folder / "builds"), lambda store: Pool(store, Limits.for_builds()), **more)  # type: ignore[arg-type]
            return World(made.build, opened.enter_context(Pool(made.build.store, Limits())))

        def stories() -> World:
            folder = tmp_path_factory.mktemp("stories")
            copy_example(folder)
            lists(folder / "sources")
            done = read([folder], Settings.read(folder).read_on)
            return world(folder, done.loaded, findings=done.findings)

        def followed() -> World:
            return world(tmp_path_factory.mktemp("followed"), [*asked(), *later()], decisions=decided())

        def real() -> World:
            folder = tmp_path_factory.mktemp("real")
            _real_files(shared_data, folder / "sources")
            done = read([folder])
            return world(folder, done.loaded, findings=done.findings)

        made: tuple[Callable[[], World], ...] = tuple(cache(one) for one in (stories, followed, real))
        yield Worlds(*made)


def _real_files(shared: Path, sources: Path) -> None:
    sources.mkdir()
    for paper in _PAPERS:
        shutil.copy(shared / "un-documents" / "slovenia" / paper, sources)
    shutil.copy(shared / "ohchr-thematic-lists" / "UPR34_Slovenia_Thematic_list_of_Recommendations.docx", sources)
    shutil.copy(shared / "treaties" / "hr_status_icerd.csv", sources)
    heading, *pledges = (shared / "upr-info" / "voluntary-pledges.csv").read_bytes().splitlines(keepends=True)
    own = [line for line in pledges if line.startswith(b"Slovenia")]
    (sources / "pledges.csv").write_bytes(b"".join((heading, *own)))
