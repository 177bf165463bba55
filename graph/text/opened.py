"""The index of a finished build, opened read-only, with a time that no search exceeds."""

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from graph.store.builds import Build
from graph.text.index import NAME

_STEPS: Final = 20_000
"""Steps of SQLite's machine between two looks at the clock: some tenths of a millisecond."""
_UNREADABLE: Final = re.compile("not a database|malformed|corrupt|unable to open|disk I/O|no such (table|column)")


class NoIndex(Exception):
    """The build has no full-text index, or one that cannot be read."""


class TooSlow(Exception):
    """The search took longer than it may; the message says what to do."""


def path_of(build: Build) -> Path:
    """Where a build keeps its index."""
    return build.path / NAME


@contextmanager
def opened(build: Build, seconds: float) -> Iterator[sqlite3.Connection]:
    """The index, for some seconds. Raises NoIndex, TooSlow."""
    path = path_of(build)
    if not path.is_file():
        raise NoIndex(f"the build {build.name} has no full-text index: build again")
    end = time.monotonic() + seconds
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as base:
            base.execute("PRAGMA mmap_size = 1073741824")
            base.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
            yield base
    except sqlite3.DatabaseError as fault:
        if "interrupt" in str(fault):
            raise TooSlow(
                f"this search took longer than the {seconds:g} seconds it may: "
                "write more or rarer words, or choose a State"
            ) from fault
        if not _UNREADABLE.search(str(fault)):
            raise  # a fault of ours
        raise NoIndex(f"the full-text index of the build {build.name} cannot be read: {fault}") from fault
