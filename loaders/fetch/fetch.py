"""Fetching one wanted thing after the other: one that fails never stops the others."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from loaders.fetch.answers import Version
from loaders.fetch.download import Tell, checksum, download
from loaders.fetch.faults import Failed, Offline
from loaders.fetch.ledger import Entry
from loaders.fetch.part import Part
from loaders.fetch.places import Place, place
from loaders.fetch.polite import Visitor
from loaders.fetch.settings import Settings
from loaders.fetch.shelf import Shelf
from loaders.fetch.un_info import overview
from loaders.fetch.wanted import UnInfo, Want


class State(StrEnum):
    """What became of a wanted thing."""

    FETCHED = "fetched"
    SAME = "unchanged"
    THERE = "there already"
    KEPT = "left as it is"
    FAILED = "not fetched"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one thing, and a line about it for people."""

    label: str
    state: State
    line: str

    @property
    def failed(self) -> bool:
        """Whether it is not there now."""
        return self.state is State.FAILED


def fetch(
    wants: Sequence[Want], folder: Path, settings: Settings, language: str, tell: Tell, *, again: bool = False
) -> Iterator[Outcome]:
    """Fetch each into the folder's sources. Raises WrongUse before anything is asked, Failed for the folder's sake."""
    places = [(want, place(want, settings, language)) for want in wants]
    try:
        shelf = Shelf.of(folder)
        with shelf.alone(), closing(Visitor(settings)) as visitor:
            shelf.entries()
            walk = _Walk(visitor, shelf, tell, again)
            for want, one in places:
                yield walk.visit(want, one)
    except OSError as fault:
        raise Failed(f"{folder} cannot be written to ({fault.strerror}): choose another with --folder") from fault


@dataclass(frozen=True, slots=True)
class _Walk:
    """From place to place; a host without connection (`dead`) is not asked for the next thing."""

    visitor: Visitor
    shelf: Shelf
    tell: Tell
    again: bool
    dead: set[str] = field(default_factory=set)

    def visit(self, want: Want, one: Place) -> Outcome:
        """What becomes of one thing; whatever keeps it from being fetched is its outcome."""
        path = self.shelf.file(one.name)
        try:
            return self._standing(one, path) or self._fetched(want, one, path)
        except Failed as fault:
            if isinstance(fault, Offline):
                self.dead.add(one.host)
            return _failed(one, str(fault))
        except OSError as fault:
            reason = fault.strerror or type(fault).__name__
            return _failed(one, f"{one.name} cannot be written ({reason}): make room or choose another --folder")

    def _standing(self, one: Place, path: Path) -> Outcome | None:
        """The outcome where a file stands there already and is not to be asked for again."""
        if self.again or not path.exists():
            return None
        entry = self._entry(path)
        if entry:
            line = f"{one.label}: {path} is there already, fetched on {entry.day} (--again asks for a newer one)"
            return Outcome(one.label, State.THERE, line)
        line = f"{one.label}: {path} is there and is not what was fetched: left as it is (--again replaces it)"
        return Outcome(one.label, State.KEPT, line)

    def _fetched(self, want: Want, one: Place, path: Path) -> Outcome:
        if one.host in self.dead:
            advice = "run the same command again later"
            raise Failed(f"not asked for, as there is no connection to {one.host}: {advice}")
        part = Part(path, one.address)
        version = self._received(want, one, path)
        if version is None:
            part.discard()
            return Outcome(one.label, State.SAME, f"{one.label}: {path} is still the newest")
        made = self.shelf.enter(path, part.path, one.address, version)
        part.finish()
        line = f"{one.label}: {path}, {made.bytes:,} bytes, sha-256 {made.sha256[:16]}…"
        return Outcome(one.label, State.FETCHED, line)

    def _received(self, want: Want, one: Place, path: Path) -> Version | None:
        """The version of what is now in the part; None if what stands there is the newest."""
        if isinstance(want, UnInfo):
            Part(path, one.address).path.write_bytes(overview(self.visitor, one, want.state, self.tell))
            return Version()
        entry = self._entry(path)
        known = entry.version if entry and entry.address == one.address else None
        return download(self.visitor, one, path, self.tell, known)

    def _entry(self, path: Path) -> Entry | None:
        """The ledger's entry of a file that is still what was fetched."""
        entry = self.shelf.entry(path)
        return entry if entry and path.is_file() and checksum(path) == entry.sha256 else None


def _failed(one: Place, reason: str) -> Outcome:
    return Outcome(one.label, State.FAILED, f"{one.label}: {reason}")
