"""Lines in order, each once, in bounded memory: what does not fit is sorted in pieces on disk and merged."""

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from tempfile import TemporaryFile
from typing import IO, Final

AT_ONCE: Final = 250_000
"""Lines that are sorted in memory: some 50 MB."""


def ordered(lines: Iterable[str], at_once: int = AT_ONCE) -> Iterator[str]:
    """The lines in order, each once; every line ends with the only line end in it."""
    waiting = iter(lines)
    first = sorted(set(islice(waiting, at_once)))
    with ExitStack() as stack:
        pieces: list[IO[str]] = []
        while piece := set(islice(waiting, at_once)):
            pieces.append(stack.enter_context(_spooled(sorted(piece))))
        for line, _ in groupby(heapq.merge(first, *pieces)):
            yield line


def _spooled(lines: list[str]) -> IO[str]:
    """A nameless file that holds these lines, at its beginning."""
    spool = TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - the caller closes it
    spool.writelines(lines)
    spool.seek(0)
    return spool
