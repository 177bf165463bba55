"""One builder at a time: a lock that the operating system lets go when its holder dies."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


class Busy(Exception):
    """Another build is under way in the same folder; the message says what to do."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file for the time of the block. Raises Busy at once if another process holds it."""
    with path.open("a+b") as stream:
        try:
            _take(stream)
        except OSError as refusal:
            raise Busy(f"another build is under way in {path.parent}: wait for it to end") from refusal
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(stream: IO[bytes]) -> None:
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(stream: IO[bytes]) -> None:
        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
