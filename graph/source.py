"""One input file: its bytes, its checksum, and everything a loader found wrong in it."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, cast

from graph.records import Record

T = TypeVar("T")


class Severity(StrEnum):
    """`refused`: the file was not read. `warning`: something was lost or is doubtful. `note`: worth knowing."""

    REFUSED = "refused"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What a person should know about a file: where, what was read, what to do next."""

    file: str
    place: str
    reason: str
    severity: Severity = Severity.WARNING


class Refused(Exception):
    """A file cannot be read as what it claims to be; the message says why and what to do next."""


@dataclass(slots=True)
class Source:
    """A file on its way into the graph.

    `name` is its path below the folder that was built, `read_on` the day it is said to have been read (the
    file's own date unless settings say otherwise, so that a rebuild tells the same day).
    """

    path: Path
    name: str
    read_on: date
    findings: list[Finding] = field(default_factory=list)
    _memory: dict[object, Any] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, path: Path, root: Path | None = None, read_on: date | None = None) -> "Source":
        """A source for a file; `root` is the folder its name is told from."""
        name = path.relative_to(root).as_posix() if root else path.name
        modified = datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).date()
        return cls(path=path, name=name, read_on=read_on or modified)

    def content(self) -> bytes:
        """The whole file, read once."""
        return self.once(_read)

    def head(self, size: int = 4096) -> bytes:
        """The first bytes: enough to tell a format without reading a large file."""
        with self.path.open("rb") as stream:
            return stream.read(size)

    @property
    def sha256(self) -> str:
        return self.once(_checksum)

    def once(self, make: Callable[["Source"], T]) -> T:
        """What `make` makes of this file, made one time only (a parsed PDF, an opened archive)."""
        if make not in self._memory:
            self._memory[make] = make(self)
        return cast(T, self._memory[make])

    def forget(self) -> None:
        """Let go of the file's contents once it is loaded, keeping the checksum."""
        checksum = self.sha256
        self._memory.clear()
        self._memory[_checksum] = checksum

    def find(self, place: str, reason: str, severity: Severity = Severity.WARNING) -> None:
        """Report something a person should know; the load goes on."""
        self.findings.append(Finding(self.name, place, reason, severity))


def _read(source: Source) -> bytes:
    return source.path.read_bytes()


def _checksum(source: Source) -> str:
    with source.path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class Loader:
    """How one kind of source is read.

    `recognise` tells by content, never by name, and never raises. `load` yields records and reports what it
    could not read with `Source.find`; it raises `Refused` only if nothing of the file can be read.
    A module that holds a `LOADER` below `loaders/` is found by itself: there is no registry to edit. `fallback`: only
    asked where no other loader recognises the file. `gives` says in plain words what of the source comes into the
    graph, `leaves` what is left out by name: all else that stands in it is a finding.
    """

    name: str
    title: str
    publisher: str
    licence: str
    recognise: Callable[[Source], bool]
    load: Callable[[Source], Iterable[Record]]
    official: bool = True
    version: int = 1
    fallback: bool = False
    gives: str = ""
    leaves: str = ""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one file gave: how it was read and the records it yielded."""

    name: str
    sha256: str
    read_on: date
    loader: Loader
    records: tuple[Record, ...]
