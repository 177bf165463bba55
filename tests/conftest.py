"""What the tests share: the real files, and the rule that nothing is skipped in silence."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from graph.build import build
from graph.store.builds import Build, Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from loaders.read import read

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT))  # the benchmarks, which no wheel holds; after what is installed
DATA = Path(os.environ.get("RIGHTSGRAPH_DATA", ROOT.parent / "shared" / "data"))
"""Real public documents to test with; the tests that read them skip where the folder is absent."""

# machines are slow at times: time is judged by the tests that are about time; CI tries the same examples every time
settings.register_profile("ours", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("ours")


def absent(reason: str) -> None:
    """Skip for want of something outside the project; with RIGHTSGRAPH_REQUIRE_ALL set, fail instead."""
    if os.environ.get("RIGHTSGRAPH_REQUIRE_ALL"):
        pytest.fail(f"required here, but {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def need() -> Callable[[str], None]:
    """`need("Chromium is not installed")` skips with its reason, or fails where everything is required."""
    return absent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real files (`RIGHTSGRAPH_DATA`, by default `../shared/data`)."""
    if not DATA.is_dir():
        absent(f"the real files are not at {DATA}: set RIGHTSGRAPH_DATA")
    return DATA


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A build of the bundled example, made once: finished builds are never changed."""
    from graph.workspace import Settings, copy_example

    folder = tmp_path_factory.mktemp("example")
    copy_example(folder)
    done = read([folder], Settings.read(folder).read_on)
    return build(
        done.loaded, Builds(folder / "builds"), lambda store: Pool(store, Limits.for_builds()), findings=done.findings
    ).build
